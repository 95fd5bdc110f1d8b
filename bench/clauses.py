"""How often a clause gets its issue and its stance: single clauses on the processes of the whole world, labelled apart.

    python bench/clauses.py

`reading/clauses/south.jsonl` (Africa, the Middle East, Latin America) and `north.jsonl` (Asia, Europe, the Pacific)
were written by two who had not seen the program. The phrases of issues were widened by both, so their figures flatter.
So do those of positions (of a clause with a stance: found, and with the right one; of one without: falsely found):
they were widened by `south` and by every other line of `north`, counted from 0; at the odd ones nobody looked.
No phrase of either kind was learnt from `africa`, `asia_americas` and `europe_me`.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from goodoffices.read.context import open_context
from goodoffices.read.kinds.issues import issues_in
from goodoffices.read.kinds.positions import find_positions
from goodoffices.record import PositionContent, make_report

FOLDER = Path(__file__).parent / "reading" / "clauses"
DAY = dt.date(2024, 1, 10)


def stances_of(text: str) -> list[str]:
    """The stances that the reader finds in a clause that stands alone."""
    ended = text if text[-1] in '.!?"”' else f"{text}."
    context = open_context(make_report(ended, path="clause", title="clause", language="en", published=DAY))
    contents = (statement.content for statement in find_positions(context))
    return [content.stance for content in contents if isinstance(content, PositionContent)]


def figures(lines: list[dict[str, Any]]) -> str:
    """One row: the share with the right issue and with none, then what becomes of the stances."""
    named = [next(iter(issues_in(each["text"])), None) for each in lines]
    right = sum(issue in each["issue"] for issue, each in zip(named, lines, strict=True))
    found = [(each["stance"], stances_of(each["text"])) for each in lines]
    held = [(stance, got) for stance, got in found if stance != "none"]
    told = [(stance, got) for stance, got in held if got]
    idle = [got for stance, got in found if stance == "none"]
    shares = (
        right / len(lines),
        named.count(None) / len(lines),
        len(told) / len(held),
        sum(stance in got for stance, got in told) / len(told),
        sum(bool(got) for got in idle) / len(idle),
    )
    return " ".join(f"{share:8.3f}" for share in shares)


def main() -> None:
    """Print a row a file."""
    print(f"{'clauses':13} {'number':>7} {'issue':>8} {'no issue':>8} {'stance':>8} {'right':>8} {'false':>8}")
    for path in sorted(FOLDER.glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        print(f"{path.stem:13} {len(lines):7} {figures(lines)}")


if __name__ == "__main__":
    main()

"""Learn the weights of `goodoffices.read.kinds.meetings.likely` from annotated reports.

    python bench/meeting_weights.py [--folds N] [-o meeting_weights.toml]

The words of a sentence that may tell of a meeting and "none of them" are the outcomes of a multinomial logistic
model; any word of an annotated sentence is right. The texts are the clusters to work on, and those of
`reading/meetings/*.jsonl` and `reading/passages/work.jsonl`, short ones in which far more sentences tell of a meeting
than in a report: they have an offset of their own, which is left out of what is kept. Prints what cross-validation by
text finds in the clusters where no rule finds anything.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from unittest import mock

import msgspec
import multinomial
import numpy as np
from multinomial import Group

import goodoffices.read.kinds.meetings.likely as carried
from goodoffices.read.context import Context, open_context
from goodoffices.read.ingest import ingest
from goodoffices.read.kinds.meetings import find_meetings
from goodoffices.record import Report, make_report

HERE = Path(__file__).parent / "reading"
OUT = Path(carried.__file__).parents[1] / "data" / "meeting_weights.toml"
PRIOR = 2.0
SMALLEST = 0.04
DENSE = "(dense)"
FREE = frozenset({"", DENSE})
ACCEPTED = 0.0
"""On texts that no rule was made on and from which nothing was learnt, two of nine sentences right below it did."""
AGAINST_RULES = 0.5
"""For words that the rules know, and have refused, for nouns, and for sentences that name nobody."""
REFUSED = -2.0
"""On such texts one of four long sentences below it, in which a rule found a meeting at no place, told of one."""


class Told(msgspec.Struct, frozen=True):
    """A piece of a text that tells of a meeting."""

    sentence: str


class Text(msgspec.Struct, frozen=True):
    """A short annotated text."""

    published: str
    text: str
    meetings: list[Told]


class Line(msgspec.Struct, frozen=True):
    """A sentence: its text's name, its options, whether it tells of a meeting, and whether a rule finds one."""

    source: str
    group: Group
    told: bool
    found: bool


def texts() -> Iterator[tuple[str, Report, list[str]]]:
    """The annotated reports: a name, the report, and the pieces that tell of a meeting."""
    for folder in sorted((HERE / "clusters" / "work").iterdir()):
        gold = msgspec.json.decode((folder / "gold.json").read_bytes())["meetings"]
        for report in ingest([folder]):
            if isinstance(report, Report):
                name = Path(report.path).name
                yield folder.name, report, [one["sentence"] for one in gold if one["report"] == name]
    for path in (*sorted((HERE / "meetings").glob("*.jsonl")), HERE / "passages" / "work.jsonl"):
        for n, line in enumerate(path.read_bytes().splitlines()):
            one = msgspec.json.decode(line, type=Text)
            name = f"{path.stem}-{n}"
            day = dt.date.fromisoformat(one.published)
            yield (
                DENSE + name,
                make_report(one.text, path=name, title=name, published=day),
                [told.sentence for told in one.meetings],
            )


def lines(source: str, report: Report, pieces: Iterable[str]) -> Iterator[Line]:
    """The sentences of a text with their options."""
    context = open_context(report)
    told = [(at, at + len(piece)) for piece in pieces if (at := report.text.find(piece)) >= 0]
    found = [(e.start, e.end) for one in _by_rules(context) for e in one.evidence]
    offset = [DENSE] if source.startswith(DENSE) else []
    for sentence in context.sentences:
        inside = any(start < sentence.end and sentence.start < end for start, end in told)
        ruled = any(start < sentence.end and sentence.start < end for start, end in found)
        if sentence.block.kind != "heading" and not sentence.text.rstrip("\"'”’ ").endswith("?"):
            words, shared = carried.options(context, sentence)
            yield Line(source, [([*traits, *shared, *offset], inside) for _, traits in words], inside, ruled)


def _by_rules(context: Context) -> list[object]:
    nothing = {"accepted_from": np.inf, "against_rules_from": np.inf, "refused_below": -np.inf, "weights": {}}
    with mock.patch.object(carried, "_data", return_value=nothing):
        return list(find_meetings(context))


def learn(sheets: Sequence[Line]) -> dict[str, float]:
    """Learn from some sentences."""
    groups = [line.group for line in sheets if line.group]
    return multinomial.learn(groups, prior=PRIOR, smallest=SMALLEST, free=FREE)


def log_odds(line: Line, weights: dict[str, float]) -> float:
    """What the weights say of a sentence, as of one in a report."""
    sums = [sum(weights.get(name, 0.0) for name in set(names) - {DENSE}) for names, _ in line.group]
    return float(np.logaddexp.reduce(sums)) if sums else -np.inf


def report(sheets: Sequence[Line], folds: int) -> None:
    """Print what the weights find in the clusters, learnt from the texts of the other folds."""
    names = sorted({line.source for line in sheets})
    fold = {name: n % folds for n, name in enumerate(names)}
    judged: list[tuple[Line, float]] = []
    for nth in range(folds):
        weights = learn([line for line in sheets if fold[line.source] != nth])
        own = (line for line in sheets if fold[line.source] == nth and not line.source.startswith(DENSE))
        judged += [(line, log_odds(line, weights)) for line in own]
    new = [line.told for line, odds in judged if not line.found and odds >= ACCEPTED]
    missing = sum(line.told for line, _ in judged if not line.found)
    print(f"no rule finds one, {ACCEPTED} or more: {sum(new)} of {len(new)} right; {missing} sentences had one")


def write(path: Path, weights: dict[str, float]) -> None:
    """Write the weights as TOML."""
    rows = ["# Made by bench/meeting_weights.py: traits of sentences and of their words, and their weights.", ""]
    rows += [f"accepted_from = {ACCEPTED}", f"against_rules_from = {AGAINST_RULES}"]
    rows += [f"refused_below = {REFUSED}", "", "[weights]"]
    rows += [f"{msgspec.json.encode(name).decode()} = {weights[name]}" for name in sorted(weights) if name != DENSE]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> int:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=7)
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    sheets = [line for name, text, pieces in texts() for line in lines(name, text, pieces)]
    report(sheets, chosen.folds)
    write(chosen.out, learn(sheets))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How well actors, roles and meetings are read in short reports: 148 of them, each on another process, in two halves.

    python bench/passages.py

`reading/passages/work.jsonl` and `check.jsonl` were written by four who had not seen the program, thick with meetings.
The rules were mended on `work`; of `check` nobody has looked at a single error. Each is read as a user would have it
read, and scored with `../shared/reading/score.py`; all of a half are counted together.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from annotated import SCORER, scorer
from click.testing import CliRunner

from goodoffices.cli import main as goodoffices

FOLDER = Path(__file__).parent / "reading" / "passages"
LISTS = ("actors", "roles", "meetings")
UNTOLD = (
    "positions", "quotes", "plans", "mechanisms", "issue_status", "events", "dates", "withheld", "disagreements",
)  # fmt: skip
REPORT = "01.txt"


def counts_of(passage: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    """Findings borne out, findings, gold entries found, gold entries, of each list of one short report."""
    score = scorer()
    assert score is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / REPORT).write_text(passage["text"], encoding="utf-8")
        (folder / "meta.json").write_text(json.dumps({REPORT: {"published": passage["published"]}}), encoding="utf-8")
        gold = {kind: [{**entry, "report": REPORT} for entry in passage[kind]] for kind in LISTS}
        (folder / "gold.json").write_text(json.dumps(gold | {key: [] for key in UNTOLD}), encoding="utf-8")
        out = folder / "brief.json"
        command = ["brief", str(folder / REPORT), "--format", "json", "-o", str(out), "--jobs", "1"]
        CliRunner().invoke(goodoffices, command, catch_exceptions=False)
        rows, _ = score.score(folder, json.loads(out.read_text(encoding="utf-8")))
    return {kind: tuple(rows[kind][:4]) for kind in LISTS}


def figures_of(half: str) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each list over a half."""
    score = scorer()
    assert score is not None
    total: dict[str, Counter[int]] = {kind: Counter() for kind in LISTS}
    for line in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        for kind, counts in counts_of(json.loads(line)).items():
            total[kind].update(dict(enumerate(counts)))
    return {kind: score.figures(*(counts[n] for n in range(4)), []) for kind, counts in total.items()}


def main() -> int:
    """Print a row a half and list."""
    if not SCORER.exists():
        print("skipped: the scorer ../shared/reading/score.py is not here")
        return 0
    print(f"{'passages':16} {'precision':>9} {'recall':>7} {'F1':>6}")
    for half in ("work", "check"):
        for kind, (precision, recall, f1) in figures_of(half).items():
            print(f"{half + ' ' + kind:16} {precision:9.3f} {recall:7.3f} {f1:6.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

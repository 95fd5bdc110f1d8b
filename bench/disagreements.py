"""How well disagreements are found in forty small clusters in which nothing else is annotated.

    python bench/disagreements.py

`reading/disagreements/*.jsonl` were written by four annotators who had not seen the program and were asked for unlike
words: news of the web, three or four reports each, and for each disagreement its sentences. Each cluster is read as a
user would have it read. A disagreement is found where the reports, and one of the issues, are those of the annotator
(as `../shared/reading/score.py` counts); its *sentences* are found where each of them stands on a side of it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from goodoffices.cli import main as goodoffices

FOLDER = Path(__file__).parent / "reading" / "disagreements"
Sides = list[dict[str, Any]]


def read(cluster: dict[str, Any]) -> tuple[dict[str, str], Sides]:
    """Id of a report -> its file, and the disagreements that the program finds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, report in cluster["reports"].items():
            (folder / file).write_text(report["text"], encoding="utf-8")
        days = {file: {"published": report["published"]} for file, report in cluster["reports"].items()}
        (folder / "meta.json").write_text(json.dumps(days), encoding="utf-8")
        out, files = folder / "brief.json", [str(folder / file) for file in cluster["reports"]]
        command = ["brief", *files, "--format", "json", "-o", str(out), "--jobs", "1"]
        CliRunner().invoke(goodoffices, command, catch_exceptions=False)
        brief = json.loads(out.read_text(encoding="utf-8"))
    return {report["id"]: Path(report["path"]).name for report in brief["reports"]}, brief["disagreements"]


def told(found: dict[str, Any], files: dict[str, str]) -> list[tuple[str, str]]:
    """File and sentence of all that stands on the sides of a disagreement."""
    return [(files[each["report"]], each["quote"]) for side in found["sides"] for each in side["evidence"]]


def is_found(wanted: dict[str, Any], found: dict[str, Any], files: dict[str, str]) -> bool:
    """Has it the reports and an issue of the annotator's?"""
    reports = {file for file, _ in told(found, files)}
    return set(wanted["reports"]) <= reports and (not wanted["issue"] or found["issue"] in wanted["issue"])


def has_sentences(wanted: dict[str, Any], found: dict[str, Any], files: dict[str, str]) -> bool:
    """Does each sentence of the annotator's stand on a side of it?"""
    pairs = [
        (file, sentence)
        for file, given in wanted["sentences"].items()
        for sentence in ([given] if isinstance(given, str) else given)
    ]
    said = told(found, files)
    return all(any(at == file and (q in sentence or sentence in q) for at, q in said) for file, sentence in pairs)


def count(path: Path) -> tuple[int, ...]:
    """Of one file: disagreements found, those right, those of the annotator, those met, those with their sentences."""
    sums = [0] * 5
    for line in path.read_text(encoding="utf-8").splitlines():
        cluster = json.loads(line)
        files, found = read(cluster)
        gold = cluster["disagreements"]
        right = sum(any(is_found(wanted, one, files) for wanted in gold) for one in found)
        met = sum(any(is_found(wanted, one, files) for one in found) for wanted in gold)
        exact = sum(any(has_sentences(wanted, one, files) for one in found) for wanted in gold)
        sums = [a + b for a, b in zip(sums, (len(found), right, len(gold), met, exact), strict=True)]
    return tuple(sums)


def row(name: str, sums: tuple[int, ...]) -> str:
    """One line of the table."""
    found, right, gold, met, exact = sums
    precision, recall = right / max(found, 1), met / max(gold, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"{name:20} {found:5} {right:5} {gold:5} {met:5} {precision:9.2f} {recall:6.2f} {f1:5.2f} {exact:9}"


def main() -> int:
    """Print the table."""
    print(f"{'':20} found right  gold   met precision recall    F1 sentences")
    counted = {path.stem: count(path) for path in sorted(FOLDER.glob("*.jsonl"))}
    for name, sums in counted.items():
        print(row(name, sums))
    print(row("all", tuple(map(sum, zip(*counted.values(), strict=True)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())

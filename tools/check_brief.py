"""Check a brief from outside the program: every quote stands at its offsets, and the page reaches no network."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SECTIONS = ("actors", "meetings", "positions", "quotes", "plans", "mechanisms", "issue_status", "disagreements")
"""Parts of the brief that the example reports must fill."""

LOADS = re.compile(
    r"""<(?:script|img|iframe|link|source)\b[^>]*?\b(?:src|href)\s*=\s*["']?(?:https?:)?//""", re.IGNORECASE
)
"""A tag that makes a browser fetch something (a plain link in `<a href>` does not)."""


def pieces_of_evidence(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON value
    """Find each piece of evidence in a brief, at any depth."""
    if isinstance(value, dict):
        if {"report", "start", "end", "quote"} <= value.keys():
            yield value
        for part in value.values():
            yield from pieces_of_evidence(part)
    elif isinstance(value, list):
        for part in value:
            yield from pieces_of_evidence(part)


def faults_in_json(brief: dict[str, Any]) -> list[str]:
    """Name what is wrong with a brief in the form `goodoffices.brief/1`."""
    faults = [] if brief.get("format") == "goodoffices.brief/1" else [f"format is {brief.get('format')!r}"]
    faults += [f"section {name!r} is empty" for name in SECTIONS if not brief.get(name)]
    texts = {report["id"]: report["text"] for report in brief.get("reports", [])}
    evidence = list(pieces_of_evidence(brief))
    faults += [
        f"quote is not the text at its offsets: {piece}"
        for piece in evidence
        if texts.get(piece["report"], "")[piece["start"] : piece["end"]] != piece["quote"]
    ]
    return faults or ([] if evidence else ["no evidence at all"])


def faults_in_html(page: str) -> list[str]:
    """Name what is wrong with a brief as a page."""
    faults = [] if page.lstrip().lower().startswith("<!doctype html>") else ["the page is no HTML"]
    return faults + [f"the page reaches the network: {tag.group()!r}" for tag in LOADS.finditer(page)]


def main() -> int:
    """Check the two files named; 0 where both are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("json", type=Path)
    parser.add_argument("html", type=Path)
    names = parser.parse_args()
    brief = json.loads(names.json.read_text(encoding="utf-8"))
    faults = faults_in_json(brief) + faults_in_html(names.html.read_text(encoding="utf-8"))
    for fault in faults:
        print(fault, file=sys.stderr)
    counts = ", ".join(f"{len(brief.get(name, []))} {name.replace('_', ' ')}" for name in ("reports", *SECTIONS))
    print(f"The brief holds {counts}; {len(faults)} faults.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Obligations proposed from sixty clauses that were read by hand: python bench/watch_compile.py [--misses].

Prints, for who owes it, whether it is done or kept, by when, upon what, how often and who verifies, in how many clauses
the proposal says what the reader says (also where both say nothing), and how many clauses are right throughout.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from goodoffices.desk.compiling import ordered_in, permitted_in
from goodoffices.draft.imports import read_draft
from goodoffices.watch.agreement import Obligation
from goodoffices.watch.compiling import compile_agreement
from goodoffices.watch.conditions import Condition, in_words

CLAUSES = Path(__file__).parent / "data" / "watch_compile.toml"
PARTIES = ("Government", "Movement")
IN_FORCE = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def main() -> None:
    """Compare, and print a line for each thing that is read."""
    clauses = tomllib.loads(CLAUSES.read_text(encoding="utf-8"))["clause"]
    right: Counter[str] = Counter()
    whole = 0
    for clause in clauses:
        found = proposed(clause["text"])
        verdicts = compare(clause, found[0]) if found else {}
        right.update(key for key, agrees in verdicts.items() if agrees)
        wrong = [key for key, agrees in verdicts.items() if not agrees] if verdicts else ["nothing proposed"]
        whole += not wrong
        if wrong and "--misses" in sys.argv:
            print(f"{', '.join(wrong)}: {clause['text']}\n    {found[:1]}")
    for key, number in sorted(right.items()):
        print(f"{key:>8}: {number} of {len(clauses)}")
    print(f"{'whole':>8}: {whole} of {len(clauses)}")


def proposed(text: str) -> tuple[Obligation, ...]:
    """What is proposed from one clause that stands alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.md"
        path.write_text(f"# Agreement\n\n1. {text}\n", encoding="utf-8")
        document = read_draft(str(path), tolerant=True)
    made = compile_agreement(
        "Agreement", ordered_in(document, PARTIES), permitted_in(document), in_force=IN_FORCE, parties=PARTIES
    )
    return made.agreement.obligations


def compare(clause: dict[str, Any], found: Obligation) -> dict[str, bool]:
    """For each thing that is read, does the proposal say what the reader says?"""
    due = found.due
    last = str((due.at - DAY).date()) if due and due.at else ""
    within = due.within / DAY if due and due.within else 0
    every = found.every / DAY if found.every else 0
    return {
        "owes": not clause["owes"] or set(found.owes) == set(clause["owes"]),
        "duty": found.duty.value == clause["duty"],
        "when": last.startswith(clause["due"]) if "due" in clause else not last,
        "within": abs(within - (clause.get("within", 0) or clause.get("every", 0))) < 1 / 24,
        "of": _names(due.of if due else None, clause.get("of")),
        "trigger": _names(found.trigger, clause.get("trigger")),
        "until": _names(found.until, clause.get("until")),
        "every": abs(every - clause.get("every", 0)) <= every / 20,
        "each": found.each == clause.get("each", ""),
        "verifier": list(found.verified_by) == clause.get("by", []),
    }


def _names(condition: Condition | None, word: str | None) -> bool:
    words = in_words(condition) if condition is not None else ""
    return word in words if word else not words


if __name__ == "__main__":
    main()

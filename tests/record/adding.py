"""Adds ready-made reports to a case for as long as it lives; started, and killed, by `test_store_kill.py`.

Each line on standard input forks a child that opens the case and adds reports, from the number that the line gives.
It answers ``pid N`` and then, behind the back of nobody, ``added N`` once a report with number N is stored.
"""

from __future__ import annotations

import itertools
import os
import sys

from made import day, report, statements

import goodoffices.record.sql  # noqa: F401  imported before the fork, so that a child costs little
from goodoffices.record.store import open_case

__all__ = ["STATEMENTS"]

STATEMENTS = 12
"""Statements of each report."""


def say(line: str) -> None:
    """Write a line at once."""
    os.write(1, f"{line}\n".encode())


def add_reports(place: str, first: int) -> None:
    """Add one report after the other, until killed."""
    with open_case(place) as case:
        for number in itertools.count(first):
            made = report(number, words="word " * 400)
            case.add(made, statements(made, STATEMENTS), at=day(number))
            say(f"added {number}")


def main(place: str) -> None:
    """Fork a child a line, and wait for its end before the next."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            add_reports(place, int(line))
        say(f"pid {child}")
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    main(sys.argv[1])

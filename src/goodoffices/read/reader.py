"""The interface that every reader stands behind: a report in, statements with evidence out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from goodoffices.record import Rejection, Report, Statement

__all__ = ["Reader"]


class Reader(Protocol):
    """Finds statements in a report. What it returns still passes the verifier (`goodoffices.read.verify`)."""

    @property
    def name(self) -> str:
        """Name and version, kept with each statement: ``rules-en/1``."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """BCP 47 primary tags of the languages that it reads."""
        ...

    def read(self, report: Report) -> Iterable[Statement | Rejection]:
        """Find what `report` says, in any order; a rejection says what it could not find out, and why."""
        ...

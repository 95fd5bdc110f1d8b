"""The reports that findings are built from: their order, their days, and which are copies of others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from goodoffices.record.release import Marking
from goodoffices.record.report import Evidence, Report

__all__ = ["Shelf"]


class Shelf:
    """The reports in one order, whatever the order in which they came."""

    def __init__(self, reports: Iterable[Report], near_duplicates: Mapping[str, str]) -> None:
        """Order the reports by their known days, then by their paths; undated ones last."""
        unique = {report.id: report for report in reports}
        self.reports = tuple(sorted(unique.values(), key=lambda r: (r.published or dt.date.max, r.path, r.id)))
        self._place = {report.id: place for place, report in enumerate(self.reports)}
        self._copies = near_duplicates

    @property
    def originals(self) -> tuple[Report, ...]:
        """The reports that are no copies of others here."""
        return tuple(report for report in self.reports if self.source(report.id) == report.id)

    def holds(self, report: str) -> bool:
        """Is the report there?"""
        return report in self._place

    def report(self, report: str) -> Report:
        """The report of an id."""
        return self.reports[self._place[report]]

    def place(self, report: str) -> int:
        """Place of a report in the order, from 0."""
        return self._place[report]

    def day(self, report: str) -> dt.date | None:
        """Day of its publication, or None where unknown."""
        return self.reports[self._place[report]].published

    def marking(self, report: str) -> Marking:
        """Who may be shown it."""
        return self.reports[self._place[report]].marking

    def source(self, report: str) -> str:
        """Id of the report that it is a copy of, at the end of a chain of copies; its own where it is none."""
        seen = {report}
        while (original := self._copies.get(report)) is not None and original not in seen:
            seen.add(original)
            report = original
        return report

    def sources(self, reports: Iterable[str]) -> int:
        """How many of `reports` are independent: copies count once."""
        return len({self.source(report) for report in reports})

    def order(self, evidence: Evidence) -> tuple[int, int, int, str]:
        """Where a span stands: by report, then by offset."""
        return self._place[evidence.report], evidence.start, evidence.end, evidence.quote

"""Watch: is it being kept? Obligations, incidents, effort, attributions, findings, and their course over time.

A library on plain files; it needs no case. What is asked for is loaded when it is first used: tables and
geometry are heavy, and an agreement needs neither.
"""

from __future__ import annotations

import importlib
import typing

if typing.TYPE_CHECKING:
    from .agreement import Agreement, parse_agreement, read_agreement
    from .book import Book
    from .compiling import compile_agreement
    from .compliance import score
    from .course import Course, run
    from .duplicates import Tolerances, duplicate_pairs, link_duplicates
    from .incidents import IncidentTable, load_incidents, merge_tables, read_incidents, write_incidents
    from .ledger import Ledger, attribute, ledger_of
    from .log import Log, read_log
    from .prose import counts_in_prose, incidents_of_counts
    from .report import Period, monitor
    from .trends import find_trends
    from .zones import Zone, ZoneSet, locate, read_zones

_PLACES = {
    "Agreement": "agreement",
    "Book": "book",
    "Course": "course",
    "IncidentTable": "incidents",
    "Ledger": "ledger",
    "Log": "log",
    "Period": "report",
    "Tolerances": "duplicates",
    "Zone": "zones",
    "ZoneSet": "zones",
    "attribute": "ledger",
    "compile_agreement": "compiling",
    "counts_in_prose": "prose",
    "duplicate_pairs": "duplicates",
    "find_trends": "trends",
    "incidents_of_counts": "prose",
    "ledger_of": "ledger",
    "link_duplicates": "duplicates",
    "load_incidents": "incidents",
    "locate": "zones",
    "merge_tables": "incidents",
    "monitor": "report",
    "parse_agreement": "agreement",
    "read_agreement": "agreement",
    "read_incidents": "incidents",
    "read_log": "log",
    "read_zones": "zones",
    "run": "course",
    "score": "compliance",
    "write_incidents": "incidents",
}

__all__ = [
    "Agreement",
    "Book",
    "Course",
    "IncidentTable",
    "Ledger",
    "Log",
    "Period",
    "Tolerances",
    "Zone",
    "ZoneSet",
    "attribute",
    "compile_agreement",
    "counts_in_prose",
    "duplicate_pairs",
    "find_trends",
    "incidents_of_counts",
    "ledger_of",
    "link_duplicates",
    "load_incidents",
    "locate",
    "merge_tables",
    "monitor",
    "parse_agreement",
    "read_agreement",
    "read_incidents",
    "read_log",
    "read_zones",
    "run",
    "score",
    "write_incidents",
]


def __getattr__(name: str) -> typing.Any:  # noqa: ANN401  a module's names have no common type
    """Load a public name where it stands."""
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(importlib.import_module(f".{_PLACES[name]}", __name__), name)

"""Reading: reports in, sourced statements out.

Importing this room is cheap: the parser and its model are loaded where the first report is read.
"""

from .attribution import Attribution, attributions
from .dates import TimeExpression, dates
from .duplicates import near_duplicates
from .plover import Event, events
from .reader import Reader
from .reading import Reading, ReadReport, collect, read_report, read_reports, read_taken, readings

__all__ = [
    "Attribution",
    "Event",
    "ReadReport",
    "Reader",
    "Reading",
    "TimeExpression",
    "attributions",
    "collect",
    "dates",
    "events",
    "near_duplicates",
    "read_report",
    "read_reports",
    "read_taken",
    "readings",
]

"""Reading: reports in, sourced statements out.

Importing this room is cheap: the parser and its model are loaded where the first report is read.
"""

from .attribution import Attribution, attributions
from .reader import Reader
from .duplicates import near_duplicates
from .reading import Reading, ReadReport, collect, read_report, read_reports, readings

__all__ = [
    "Attribution",
    "ReadReport",
    "Reader",
    "Reading",
    "attributions",
    "collect",
    "near_duplicates",
    "read_report",
    "read_reports",
    "readings",
]

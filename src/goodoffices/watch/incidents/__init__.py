"""Incidents: what was reported to have happened, where, when and by whom, by the million.

`read_incidents` loads a file, `merge_tables` puts tables together, `write_incidents` and `load_incidents` keep one.
"""

from __future__ import annotations

from .circles import circle_label, circles_in, rows_by_circle
from .columns import Column, LabelColumn, TextColumn
from .files import load_incidents, write_incidents
from .kinds import IncidentKind, incident_kinds, kind_of
from .layout import Layout, Options, known_layouts
from .markings import marking_ranks, markings_in, release_keys, remarked, shown_to
from .merging import Merged, merge_tables
from .reading import read_incidents
from .rejection import IncidentRejection
from .table import COLUMN_NAMES, ColumnKind, IncidentTable, column_kinds, empty_table

__all__ = [
    "COLUMN_NAMES",
    "Column",
    "ColumnKind",
    "IncidentKind",
    "IncidentRejection",
    "IncidentTable",
    "LabelColumn",
    "Layout",
    "Merged",
    "Options",
    "TextColumn",
    "circle_label",
    "circles_in",
    "column_kinds",
    "empty_table",
    "incident_kinds",
    "kind_of",
    "known_layouts",
    "load_incidents",
    "marking_ranks",
    "markings_in",
    "merge_tables",
    "read_incidents",
    "release_keys",
    "remarked",
    "rows_by_circle",
    "shown_to",
    "write_incidents",
]

"""Incident tables made up for tests: rows as tuples, everything else unknown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import numpy as np

from goodoffices.watch.incidents import IncidentTable, LabelColumn, TextColumn, column_kinds

Row = tuple[str, str, str]
"""Id, kind, ISO time."""


def table_of(rows: Iterable[Row], **columns: object) -> IncidentTable:
    """A table of rows; ``columns`` sets others, such as ``killed=[0, 2]``."""
    rows = list(rows)
    made: dict[str, object] = {}
    for name, kind in column_kinds().items():
        if kind.held == "text":
            made[name] = TextColumn.of([""] * len(rows))
        elif kind.held == "label":
            made[name] = LabelColumn.of([""] * len(rows))
        else:
            made[name] = np.zeros(len(rows), dtype=kind.held)
    times = np.array([dt.datetime.fromisoformat(each[2]) for each in rows], dtype="datetime64[s]")
    made |= {
        "id": TextColumn.of([each[0] for each in rows]),
        "kind": LabelColumn.of([each[1] for each in rows]),
        "earliest": times,
        "latest": times,
        "killed": np.full(len(rows), -1, dtype=np.int32),
        "injured": np.full(len(rows), -1, dtype=np.int32),
        "row": np.arange(1, len(rows) + 1, dtype=np.int32),
    }
    for name, values in columns.items():
        held = column_kinds()[name].held
        if held == "text":
            made[name] = TextColumn.of(values)  # type: ignore[arg-type]
        elif held == "label":
            made[name] = LabelColumn.of(values)  # type: ignore[arg-type]
        else:
            made[name] = np.array(values, dtype=held)
    return IncidentTable(made)  # type: ignore[arg-type]

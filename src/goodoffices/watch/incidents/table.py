"""The incident table: one array a column, and the columns that are documented."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.record.errors import InputError

from .columns import Column, LabelColumn, TextColumn

__all__ = ["COLUMN_NAMES", "ColumnKind", "IncidentTable", "column_kinds", "empty_table"]


class ColumnKind(msgspec.Struct, frozen=True):
    """What a column is.

    Attributes:
        name: Its name.
        held: ``text``, ``label`` or a numpy dtype.
        unknown: How an unknown value stands in it; ``never`` where every row has one.
        meaning: What it says, with unit and range.
    """

    name: str
    held: str
    unknown: str
    meaning: str


@functools.cache
def column_kinds() -> Mapping[str, ColumnKind]:
    """Tell what each column is, in their order."""
    text = (importlib.resources.files(__package__) / "data" / "columns.toml").read_text(encoding="utf-8")
    return {entry["name"]: ColumnKind(**entry) for entry in tomllib.loads(text)["column"]}


COLUMN_NAMES = tuple(column_kinds())
"""The columns in their order; docs/reference/watch-incidents.md says what each is."""


class IncidentTable:
    """Incidents by the million: ``table["latitude"]`` is an array, ``len(table)`` the number of rows.

    Args:
        columns: Column name -> array, `TextColumn` or `LabelColumn`; all of `COLUMN_NAMES`, all as long. Without
            ``marking`` and ``circles``, all rows may be seen by everybody.

    Raises:
        InputError: If a column is missing or of another length.
    """

    __slots__ = ("_columns",)

    def __init__(self, columns: Mapping[str, Column]) -> None:
        if "marking" not in columns and "row" in columns:  # written before rows bore markings: all could see them
            columns = {**columns, "marking": LabelColumn(np.zeros(len(columns["row"]), dtype=np.int32), ("CLEAR",))}
        if "circles" not in columns and "row" in columns:  # the same, before rows could be confined
            columns = {**columns, "circles": LabelColumn(np.zeros(len(columns["row"]), dtype=np.int32), ("",))}
        missing = [name for name in COLUMN_NAMES if name not in columns]
        lengths = {len(columns[name]) for name in COLUMN_NAMES if name in columns}
        if missing or len(lengths) > 1:
            what = f"no column {missing[0]!r}" if missing else f"columns of {sorted(lengths)} rows"
            msg = f"an incident table cannot have {what}; give every documented column, all as long"
            raise InputError(msg)
        self._columns = {name: columns[name] for name in COLUMN_NAMES}

    def __len__(self) -> int:
        return len(self._columns["row"])

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  an array, or a column of words
        """Take a column.

        Raises:
            KeyError: If there is no such column.
        """
        return self._columns[name]

    def __contains__(self, name: object) -> bool:
        return name in self._columns

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __repr__(self) -> str:
        return f"<IncidentTable of {len(self):,} rows and {len(self._columns)} columns>"

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(self._columns)

    @property
    def num_rows(self) -> int:
        """The number of rows, by the name that Arrow gives it."""
        return len(self)

    def column(self, name: str) -> Any:  # noqa: ANN401  as __getitem__
        """Take a column, by the name that Arrow gives it."""
        return self._columns[name]

    def take(self, rows: slice | NDArray[Any]) -> IncidentTable:
        """Take some rows.

        Args:
            rows: A mask, shape (rows,); row indices; or a slice.

        Returns:
            A table of those, in that order.
        """
        return IncidentTable({name: column[rows] for name, column in self._columns.items()})

    def record(self, index: int) -> dict[str, Any]:
        """Give one row as plain values; an unknown one is None, times are ISO 8601 in UTC."""
        return {name: _plain(column[index]) for name, column in self._columns.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401  any scalar of the table
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else f"{value}Z"
    if isinstance(value, np.floating):
        return None if np.isnan(value) else float(value)
    if isinstance(value, np.int32):
        return None if value < 0 else int(value)
    return (value or None) if isinstance(value, str) else int(value)


def empty_table() -> IncidentTable:
    """Make a table of no rows."""
    made: dict[str, Column] = {}
    for name, kind in column_kinds().items():
        if kind.held == "text":
            made[name] = TextColumn.of(())
        elif kind.held == "label":
            made[name] = LabelColumn.of(())
        else:
            made[name] = np.zeros(0, dtype=kind.held)
    return IncidentTable(made)

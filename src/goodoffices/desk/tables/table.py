"""A table: named, typed columns and plain rows, with the release marking and the audience that it is for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record import InputError, Marking

__all__ = ["Cell", "Column", "ColumnType", "Row", "Table", "make_table"]

ColumnType: TypeAlias = Literal["text", "number", "date", "moment", "list", "id", "flag"]
Cell: TypeAlias = str | int | float | bool | dt.date | dt.datetime | tuple[str, ...] | None
"""What stands in a table: None where nothing is known, a tuple of texts in a column of type ``list``."""
Row: TypeAlias = tuple[Cell, ...]

_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column.

    Attributes:
        name: As programs name it: ``when_earliest``.
        label: As people read it.
        type: ``text``, ``number``, ``date`` (a day), ``moment`` (a time in UTC), ``list`` (of texts), ``id``, ``flag``.
        about: What stands in it, in one sentence.
        choices: The ids that its values come from, in their order; empty where it is free.
    """

    name: str
    label: str
    type: ColumnType = "text"
    about: str = ""
    choices: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one sort, for one audience.

    Attributes:
        name: As programs and files name it: ``positions``.
        title: As people read it.
        columns: The columns, each name once.
        rows: The rows, each with one cell a column.
        audience: The most restricted marking that its readers may see.
        marking: The most restricted marking of what it was made from.
        note: What a reader must know of it: the case, the search, the day; may be empty.
        generated: When it was made, or None to leave that out (the same rows then give the same bytes, but for DOCX
            and XLSX, whose containers carry times).
        shown: The names of the columns that fit a page or a screen; empty where all do.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    audience: Marking = Marking.RED
    marking: Marking = Marking.RED
    note: str = ""
    generated: dt.datetime | None = None
    shown: tuple[str, ...] = ()

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def place(self, name: str) -> int:
        """Find a column by its name: its place, from 0.

        Raises:
            InputError: If there is none of that name.
        """
        try:
            return self.names.index(name)
        except ValueError:
            msg = f"{self.name} have no column {name!r}; they have {', '.join(self.names)}"
            raise InputError(msg) from None

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of one column, from the first row to the last.

        Raises:
            InputError: If there is no column of that name.
        """
        at = self.place(name)
        return tuple(row[at] for row in self.rows)

    def only(self, *names: str) -> Table:
        """The same table with some of its columns, in the order in which they are named.

        Raises:
            InputError: If there is no column of a name.
        """
        places = [self.place(name) for name in names]
        return msgspec.structs.replace(
            self,
            columns=tuple(self.columns[at] for at in places),
            rows=tuple(tuple(row[at] for at in places) for row in self.rows),
            shown=(),
        )

    @property
    def fitting(self) -> Table:
        """The same table with the columns that fit a page or a screen."""
        return self.only(*self.shown) if self.shown else self


def make_table(
    name: str,
    title: str,
    columns: Iterable[Column | tuple[str, str, ColumnType]],
    rows: Iterable[Sequence[Cell]],
    *,
    audience: Marking,
    marking: Marking,
    note: str = "",
    generated: dt.datetime | None = None,
) -> Table:
    """Make a table of one's own: what the pages of the other rooms show.

    Args:
        name: Lower-case letters, digits and underscores; files are named after it.
        title: What people read.
        columns: Columns, or triples of name, label and type.
        rows: One cell a column each.
        audience: The most restricted marking that the readers may see.
        marking: The most restricted marking of what it is made from.
        note: What a reader must know of it.
        generated: When it is made, or None to leave that out.

    Raises:
        InputError: If a name cannot be one or comes twice, or a row has more or fewer cells than there are columns.
    """
    made = tuple(each if isinstance(each, Column) else _column(*each) for each in columns)
    names = [column.name for column in made]
    for each in (name, *names):
        if not _NAME.fullmatch(each) or names.count(each) > 1:
            msg = f"{each!r} cannot name a table or column: use a-z, 0-9 and _, and each name once"
            raise InputError(msg)
    held = tuple(tuple(row) for row in rows)
    for number, row in enumerate(held, 1):
        if len(row) != len(made):
            msg = f"row {number} of {name!r} has {len(row)} cells for {len(made)} columns"
            raise InputError(msg)
    return Table(
        name=name,
        title=title,
        columns=made,
        rows=held,
        audience=audience,
        marking=marking,
        note=note,
        generated=generated,
    )


def _column(name: str, label: str, kind: ColumnType) -> Column:
    return Column(name=name, label=label, type=kind)

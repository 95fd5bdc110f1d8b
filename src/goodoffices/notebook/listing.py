"""A list of findings (or reports, statements, ...) that is a table as well: iterate it, filter it, show it, save it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Self, TypeVar, overload

import msgspec

from goodoffices.brief.model import Cell as MatrixCell
from goodoffices.brief.model import DisputeView, Entry
from goodoffices.desk.tables import (
    Cell,
    Column,
    Ground,
    Table,
    citations_docx,
    citations_text,
    to_csv,
    to_docx,
    to_json,
    to_xlsx,
)
from goodoffices.desk.tables.plain import plain
from goodoffices.record import InputError, PositionContent, Statement, issues

from .asking import chosen, find_issue
from .cast import Cast
from .frame import to_frame
from .rich import table_html
from .saving import Place, saved

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Listing"]

T = TypeVar("T")

_TOLD = 5
"""Rows that the plain form shows."""


class Listing(Sequence[T]):
    """Things of one sort, each a row of a table.

    Args:
        items: The things, as they are iterated.
        table: Their table, a row a thing.
        ground: What it was made from.
    """

    def __init__(self, items: Sequence[T], table: Table, ground: Ground) -> None:
        self._items, self.table, self._ground = tuple(items), table, ground

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: int | slice) -> T | Self:
        return self._kept(range(len(self))[at]) if isinstance(at, slice) else self._items[at]

    def _kept(self, places: Iterable[int]) -> Self:
        kept = tuple(places)
        table = msgspec.structs.replace(self.table, rows=tuple(self.table.rows[at] for at in kept))
        return type(self)([self._items[at] for at in kept], table, self._ground)

    def where(self, *tests: Callable[[T], object], **values: Cell | Collection[str]) -> Self:
        """Keep those for which every test holds and every column has the value named.

        Args:
            tests: Each is asked of each thing: ``lambda finding: finding.sources > 1``.
            values: Column -> its value; a list of values means any of them, and of a column of lists it is enough that
                one of its items is the value.

        Raises:
            InputError: If there is no such column, or no such value of a vocabulary; the message lists those there are.
        """
        wanted = {name: (self.table.columns[self.table.place(name)], _several(value)) for name, value in values.items()}
        for column, allowed in wanted.values():
            for value in allowed if column.choices else ():
                chosen(str(value), column.choices, column.label.lower())
        places = {name: self.table.place(name) for name in values}
        return self._kept(
            at
            for at, (item, row) in enumerate(zip(self._items, self.table.rows, strict=True))
            if all(_has(row[places[name]], column, allowed) for name, (column, allowed) in wanted.items())
            and all(test(item) for test in tests)
        )

    def held_by(self, name: str) -> Self:
        """Keep what an actor holds: of positions those of the side, of anything else what concerns or is said by it.

        Args:
            name: A name, another form of it, or an id; case and accents make no difference. What is held by those who
                speak for a side is held by the side.

        Raises:
            InputError: If nobody is called so (the message says who comes near), or rows of this sort have no party.
        """
        self._require("party", not self._items or _actors_of(self._items[0]) is not None)
        assert self._ground.brief is not None  # noqa: S101  whatever has a party is made from a brief
        cast = Cast.of(self._ground.brief)
        wanted = cast.find(name)
        held = (wanted & cast.with_sides(_actors_of(item) or ()) for item in self._items)
        return self._kept(at for at, held_here in enumerate(held) if held_here)

    def on(self, issue: str) -> Self:
        """Keep what bears on an issue.

        Args:
            issue: Its id or its label.

        Raises:
            InputError: If there is no such issue, or rows of this sort bear on none.
        """
        self._require("issue", not self._items or _issues_of(self._items[0]) is not None)
        wanted = find_issue(issue)
        return self._kept(at for at, item in enumerate(self._items) if wanted in (_issues_of(item) or ()))

    def _require(self, what: str, there: bool) -> None:  # noqa: FBT001  two private callers
        if not there:
            columns = ", ".join(self.table.names)
            msg = f"{self.table.title.lower()} have no {what}; filter them with where(), by {columns}"
            raise InputError(msg)

    def to_frame(self) -> pd.DataFrame:
        """Write it as a DataFrame, as `goodoffices.notebook.frame.to_frame` does.

        Raises:
            InputError: If pandas is not installed.
        """
        return to_frame(self.table)

    def to_csv(self, path: Place | None = None, *, bom: bool = False) -> str | None:
        """Write it as CSV; without a path, give the text. `bom` makes Excel know UTF-8."""
        written = to_csv(self.table, bom=bom)
        return _given(written, path)

    def to_json(self, path: Place | None = None) -> str | None:
        """Write it as JSON (`goodoffices.table/1`); without a path, give the text."""
        written = to_json(self.table)
        return _given(written, path)

    def to_xlsx(self, path: Place) -> None:
        """Write it as a workbook; needs ``goodoffices[web]``."""
        saved(to_xlsx(self.table), path)

    def to_docx(self, path: Place, *, citations: bool = False) -> None:
        """Write it as a Word document; needs ``goodoffices[formats]``.

        Args:
            path: The file.
            citations: A list of findings with their quotes and sources in place of a table.

        Raises:
            InputError: If citations are asked of what is neither a finding nor a disagreement.
        """
        if citations:
            title = self.table.title
            saved(citations_docx(self._cited(), self._ground, title=title), path)
        else:
            saved(to_docx(self.table), path)

    def citations(self) -> str:
        """Give the findings or disagreements as text to paste, one citation a paragraph.

        Raises:
            InputError: If they are neither.
        """
        return citations_text(self._cited())

    def _cited(self) -> list[Entry | DisputeView]:
        cited: list[Entry | DisputeView] = []
        cited += [item for item in self._items if isinstance(item, Entry | DisputeView)]
        if len(cited) != len(self):
            msg = f"{self.table.title.lower()} are no findings, and have no citations; take to_docx without them"
            raise InputError(msg)
        return cited

    def __repr__(self) -> str:
        shown = self.table.fitting
        lines = [" · ".join(text for text in map(plain, row) if text)[:160] for row in shown.rows[:_TOLD]]
        more = [f"... and {len(self) - _TOLD} more"] if len(self) > _TOLD else []
        head = f"<{self.table.title}: {len(self)}, {self.table.marking.label}, made for {self.table.audience.label}>"
        return "\n".join([head, *(f"  {line}" for line in lines), *(f"  {line}" for line in more)])

    def _repr_html_(self) -> str:
        return table_html(self.table)


def _given(written: bytes, path: Place | None) -> str | None:
    if path is None:
        return written.decode("utf-8")
    saved(written, path)
    return None


def _several(value: Cell | Collection[str]) -> tuple[Cell, ...]:
    if value is None or isinstance(value, str | int | float | dt.date):
        return (value,)
    return tuple(value)


def _has(cell: Cell, column: Column, allowed: tuple[Cell, ...]) -> bool:
    if column.type == "list":
        return any(one in allowed for one in (cell if isinstance(cell, tuple) else ()))
    return cell in allowed


def _actors_of(item: object) -> frozenset[str] | None:
    """Ids of the actors that a thing concerns; None where things of its sort concern none."""
    if isinstance(item, Entry):
        if isinstance(item.content, PositionContent):
            return frozenset({item.content.party})
        own = (getattr(item.content, field, None) for field in ("speaker", "actor", "author", "convenor"))
        return frozenset(actor for actor in (*item.parties, item.said_by, *own) if actor)
    if isinstance(item, DisputeView):
        return frozenset(item.parties)
    return frozenset({item.party}) if isinstance(item, MatrixCell) else None


def _issues_of(item: object) -> tuple[str, ...] | None:
    """Ids of the issues that a thing bears on; None where things of its sort bear on none."""
    if isinstance(item, Entry):
        return item.issues
    if isinstance(item, DisputeView | MatrixCell):
        return (item.issue,) if item.issue in issues() else ()
    if isinstance(item, Statement):
        return (issue,) if (issue := getattr(item.content, "issue", None)) else ()
    return None

"""Packages and the front of a model as tables."""

from __future__ import annotations

import datetime as dt
import re

from goodoffices.brief.weighing import Report
from goodoffices.brief.weighing.model import PackageView, Row
from goodoffices.desk.tables import Cell, Column, ColumnType, Table, make_table
from goodoffices.record import InputError, Marking

__all__ = ["front_table", "packages_table"]


def packages_table(report: Report, *, audience: Marking, marking: Marking, generated: dt.datetime) -> Table:
    """The packages of the matrix: what each is, what it is worth to whom, and how likely each would sign.

    Raises:
        InputError: If there is none.
    """
    space = report.space
    if space is None or not space.rows:
        raise InputError(_NONE)
    issues = [choice.issue for choice in space.rows[0].choices]
    parties = list(space.parties)
    named = {each.id: each for each in report.packages}
    columns = [
        Column(name="package", label="Package"),
        Column(name="called", label="Called", type="list"),
        *_columns("issue", issues, "text"),
        *_columns("worth", parties, "number", "Worth to "),
        *_columns("signs", parties, "number", "Signs, in [0, 1]: "),
        Column(name="all_sign", label="All who must sign, in [0, 1]", type="number"),
        Column(name="error", label="Standard error", type="number"),
    ]
    return make_table(
        "packages",
        f"Packages: {report.title}",
        columns,
        [_row(row, named.get(row.package)) for row in space.rows],
        audience=audience,
        marking=marking,
        note="Utilities by the centres of the numbers; probabilities are those of the model, and no forecast.",
        generated=generated,
    )


def _row(row: Row, named: PackageView | None) -> tuple[Cell, ...]:
    return (
        row.package or None,
        named.labels if named else (),
        *(choice.option for choice in row.choices),
        *row.utilities,
        *(each.share for each in row.alone),
        row.together.share,
        row.together.error,
    )


def front_table(report: Report, *, audience: Marking, marking: Marking, generated: dt.datetime) -> Table:
    """The points of the front: the packages that no other beats.

    Raises:
        InputError: If it could not be found.
    """
    space = report.space
    if space is None or not space.front:
        raise InputError(_NONE)
    columns = [Column(name="point", label="Point", type="number"), *_columns("worth", list(space.parties), "number")]
    exact = "exact" if not space.epsilon else f"to {space.epsilon:.0%} of each party's range"
    note = f"{len(space.front)} of {space.size or 'unknown'} packages that no other beats, {exact}."
    return make_table(
        "front",
        f"The front: {report.title}",
        columns,
        [(n, *spot.utilities) for n, spot in enumerate(space.front, 1)],
        audience=audience,
        marking=marking,
        note=note,
        generated=generated,
    )


_NONE = "no package of this model may be signed, so there is none to export; its page says what blocks"


def _columns(start: str, names: list[str], kind: ColumnType, before: str = "") -> list[Column]:
    """A column for each name: one that programs can use, each once, and the name for people."""
    made: list[Column] = []
    for n, name in enumerate(names, 1):
        plain = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")[:40]
        taken = {column.name for column in made}
        own = f"{start}_{plain}" if plain and f"{start}_{plain}" not in taken else f"{start}_{plain or ''}_{n}"
        made.append(Column(name=own.replace("__", "_"), label=f"{before}{name}", type=kind))
    return made

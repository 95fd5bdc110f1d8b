"""The tables that there are: their titles, their columns, what a row is; read from data files, not from code."""

from __future__ import annotations

import functools
import typing
from collections.abc import Mapping
from importlib import resources
from typing import TypeVar

import msgspec

from goodoffices.record import (
    KINDS,
    NOTE_KINDS,
    ActorKind,
    EventKind,
    InputError,
    IssueState,
    Marking,
    MechanismState,
    MeetingState,
    Tenure,
    Verdict,
    issues,
    mechanisms,
    stances,
)

from .table import Column, ColumnType

__all__ = ["Layout", "layout", "layouts"]

_ALL_OF_A_FINDING = "+finding"


T = TypeVar("T")


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """How one table is laid out.

    Attributes:
        name: As programs and files name it.
        title: As people read it.
        row: What a row is, for the reference.
        kind: The kind of finding that it lists, or empty.
        keys: The keys of its columns: what is read for each.
        columns: The columns, one a key.
        shown: The names of those that fit a page or a screen; empty where all do.
    """

    name: str
    title: str
    row: str
    kind: str
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    shown: tuple[str, ...] = ()


class _ColumnForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    label: str
    about: str
    type: ColumnType = "text"
    name: str = ""
    choices: str = ""


class _TableForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    row: str
    columns: tuple[str, ...]
    kind: str = ""
    shown: tuple[str, ...] = ()


class _TablesForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    finding: tuple[str, ...]
    tables: dict[str, _TableForm]


@functools.cache
def layouts() -> Mapping[str, Layout]:
    """All tables by name, in the order in which they are listed."""
    columns = _read("columns.toml", dict[str, _ColumnForm])
    form = _read("tables.toml", _TablesForm)
    return {name: _layout(name, table, form.finding, columns) for name, table in form.tables.items()}


def layout(name: str) -> Layout:
    """One table.

    Raises:
        InputError: If there is none of that name.
    """
    try:
        return layouts()[name]
    except KeyError:
        msg = f"there is no table {name!r}; there are {', '.join(layouts())}"
        raise InputError(msg) from None


def _read(file: str, form: type[T]) -> T:
    return msgspec.toml.decode(resources.files(__package__).joinpath(f"data/{file}").read_bytes(), type=form)


def _layout(name: str, table: _TableForm, every: tuple[str, ...], columns: Mapping[str, _ColumnForm]) -> Layout:
    keys = tuple(one for key in table.columns for one in (every if key == _ALL_OF_A_FINDING else (key,)))
    return Layout(
        name=name,
        title=table.title,
        row=table.row,
        kind=table.kind,
        keys=keys,
        columns=tuple(_column(key, columns[key]) for key in keys),
        shown=table.shown,
    )


def _column(key: str, form: _ColumnForm) -> Column:
    choices = _choices()[form.choices] if form.choices else ()
    return Column(name=form.name or key, label=form.label, type=form.type, about=form.about, choices=choices)


@functools.cache
def _choices() -> Mapping[str, tuple[str, ...]]:
    # The vocabularies, by the names that columns.toml knows them by.
    return {
        "kind": KINDS,
        "statement_kind": (*KINDS, "assertion"),
        "note_kind": NOTE_KINDS,
        "issue": tuple(issues()),
        "stance": tuple(stances()),
        "mechanism_kind": tuple(mechanisms()),
        "verdict": tuple(verdict.value for verdict in Verdict),
        "marking": tuple(marking.value for marking in Marking),
        "meeting_status": typing.get_args(MeetingState),
        "mechanism_status": typing.get_args(MechanismState),
        "issue_status": typing.get_args(IssueState),
        "event_kind": typing.get_args(EventKind),
        "actor_kind": typing.get_args(ActorKind),
        "tenure": typing.get_args(Tenure),
        "cell": ("stated", "silent", "unknown"),
        "happening": ("meeting", "event"),
    }

"""Statuses, links, markings and the like as attributes of elements, in a namespace of our own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from goodoffices.draft.text import Attributes, Links, Status
from goodoffices.draft.text.attributes import split_names
from goodoffices.record import InputError, Marking, parse_day, parse_marking

from .names import go

__all__ = ["read_attributes", "set_attributes"]

_LISTS = {"issues": "issue", "options": "option", "statements": "statements", "obligations": "obligations"}


def set_attributes(element: Any, attributes: Attributes) -> None:  # noqa: ANN401  lxml has no types
    """Write attributes; those that say nothing are left out."""
    values = {
        "id": attributes.id,
        "status": attributes.status.value if attributes.status else "",
        "private": "true" if attributes.private else "",
        "by": _listed(attributes.by),
        "on": attributes.on.isoformat() if attributes.on else "",
        **{key: _listed(getattr(attributes.links, field)) for field, key in _LISTS.items()},
        "marking": attributes.marking.value if attributes.marking else "",
        "note": attributes.note,
    }
    for key, value in values.items():
        if value:
            element.set(go(key), value)


def read_attributes(element: Any) -> Attributes:  # noqa: ANN401  the same
    """Read attributes; one that cannot be read is left out, but a marking is then the most restricted."""
    links = {field: split_names(element.get(go(key), "")) for field, key in _LISTS.items()}
    return Attributes(
        id=element.get(go("id"), ""),
        status=_status(element.get(go("status"), "")),
        private=element.get(go("private")) == "true",
        by=split_names(element.get(go("by"), "")),
        on=_day(element.get(go("on"), "")),
        links=msgspec.structs.replace(Links(), **links),
        marking=_marking(element.get(go("marking"), "")),
        note=element.get(go("note"), "").translate(_NO_SIGNS),
    )


_NO_SIGNS = str.maketrans({'"': None, "{": None, "}": None, "\n": " ", "\r": " "})


def _listed(names: tuple[str, ...]) -> str:
    return ",".join(f'"{name}"' if "," in name else name for name in names)


def _status(value: str) -> Status | None:
    return next((each for each in Status if each.value == value), None)


def _marking(value: str) -> Marking | None:
    try:
        return parse_marking(value) if value else None
    except InputError:
        return Marking.RED  # somebody restricted it, and nobody can say how far


def _day(value: str) -> dt.date | None:
    try:
        return parse_day(value, where="on=") if value else None
    except InputError:
        return None

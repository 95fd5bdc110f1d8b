"""Attributes: ``{#withdrawal .agreed by=North,South on=2026-11-01 issue=territory}``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import msgspec

from goodoffices.record import InputError, Marking, parse_day, parse_marking

from .model import Links, Status
from .vocabulary import status_of, status_words

__all__ = ["OPENING", "Attributes", "is_id", "read_attributes", "split_names", "write_attributes"]

OPENING = re.compile(r"\{(?=[#.][\w]|[A-Za-z][\w-]*=)")
"""What opens attributes; any other brace is a word like others."""

_ID = re.compile(r"\w[\w.:-]{0,199}")
_TOKEN = re.compile(
    r"""\s*(?:\#(?P<id>[^\s{}]+)|\.(?P<flag>[^\s{}]+)|(?P<key>[A-Za-z][\w-]*)=(?P<value>(?:"[^"{}]*"|[^\s"{}])*))"""
)
_NAME = re.compile(r'\s*(?:"([^"]*)"|([^,"]*))\s*(?:,|$)')
_PLAIN = re.compile(r'[^\s,"{}]+')
_LISTS = {
    "issue": "issues", "issues": "issues", "option": "options", "options": "options",
    "statement": "statements", "statements": "statements", "obligation": "obligations", "obligations": "obligations",
}  # fmt: skip


class Attributes(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in one pair of braces; the fields are those of `Provision`, `Bracket` and `Alternative`."""

    id: str = ""
    status: Status | None = None
    private: bool = False
    by: tuple[str, ...] = ()
    on: dt.date | None = None
    links: Links = Links()
    marking: Marking | None = None
    note: str = ""


def is_id(text: str) -> bool:
    """May this name a provision? Letters and digits of any script, ``_``, ``-``, ``.`` and ``:``, 200 at most."""
    return bool(_ID.fullmatch(text))


def read_attributes(text: str, start: int, end: int, report: Callable[[str, int, int], None]) -> Attributes:
    """Read what stands between two braces.

    Args:
        text: The whole text.
        start: Offset behind the opening brace.
        end: Offset of the closing brace.
        report: Is told each fault: the sentence, and from where to where.

    Returns:
        All that could be read.
    """
    taken: dict[str, Any] = {}
    links: dict[str, tuple[str, ...]] = {}
    position = start
    while position < end and text[position:end].strip():
        found = _TOKEN.match(text, position, end)
        if not found:
            report(
                f"{text[position:end].strip()[:40]!r} is no attribute; write #id, .status, by=, on=, issue=, option=, "
                "statements=, obligations=, marking= or note=",
                position,
                end,
            )
            break
        message = _take(found, taken, links)
        if message:
            at = found.start() + len(found[0]) - len(found[0].lstrip())
            report(message, at, found.end())
        position = found.end()
    taken.update({"links": Links(**links)} if links else {})
    return Attributes(**taken)


def _take(found: re.Match[str], taken: dict[str, Any], links: dict[str, tuple[str, ...]]) -> str:
    """Take one attribute; gives what is wrong with it, or ""."""
    if found["id"]:
        return _once(taken, "id", found["id"]) if is_id(found["id"]) else f"{found['id']!r} cannot name a provision"
    if found["flag"]:
        return _take_flag(found["flag"], taken)
    key, value = found["key"].lower(), found["value"]
    if key in _LISTS:
        links[_LISTS[key]] = (*links.get(_LISTS[key], ()), *split_names(value))
        return ""
    return _take_value(key, value, taken)


def _take_flag(flag: str, taken: dict[str, Any]) -> str:
    if flag == "private":
        return _once(taken, "private", value=True)
    status = status_of(flag)
    if status is None:
        return f"'.{flag}' is no status; use one of {', '.join(f'.{each}' for each in status_words())}"
    return _once(taken, "status", status)


def _take_value(key: str, value: str, taken: dict[str, Any]) -> str:
    bare = value.replace('"', "")
    try:
        if key == "by":
            return _once(taken, "by", split_names(value))
        if key == "on":
            return _once(taken, "on", parse_day(bare, where="on="))
        if key == "marking":
            return _once(taken, "marking", parse_marking(bare))
    except InputError as error:
        return str(error)
    if key == "note":
        return _once(taken, "note", bare)
    return f"{key!r} is no attribute; use by, on, issue, option, statements, obligations, marking or note"


def _once(taken: dict[str, Any], field: str, value: object) -> str:
    if field in taken:
        return f"{field!r} stands twice in the same braces"
    taken[field] = value
    return ""


def split_names(value: str) -> tuple[str, ...]:
    """Read names with commas between them; a name with a space or comma stands in quotation marks."""
    names = []
    for found in _NAME.finditer(value):
        name = (found[1] if found[1] is not None else found[2]).strip()
        if name:
            names.append(name)
    return tuple(names)


def write_attributes(attributes: Attributes) -> str:
    """Write attributes in one order, braces included; "" where there are none."""
    links = attributes.links
    tokens = [
        f"#{attributes.id}" if attributes.id else "",
        f".{attributes.status.value}" if attributes.status else "",
        ".private" if attributes.private else "",
        _written("by", attributes.by),
        f"on={attributes.on.isoformat()}" if attributes.on else "",
        _written("issue", links.issues),
        _written("option", links.options),
        _written("statements", links.statements),
        _written("obligations", links.obligations),
        f"marking={attributes.marking.value}" if attributes.marking else "",
        f'note="{attributes.note}"' if attributes.note else "",
    ]
    inside = " ".join(filter(None, tokens))
    return f"{{{inside}}}" if inside else ""


def _written(key: str, names: tuple[str, ...]) -> str:
    if not names:
        return ""
    return f"{key}=" + ",".join(name if _PLAIN.fullmatch(name) else f'"{name}"' for name in names)

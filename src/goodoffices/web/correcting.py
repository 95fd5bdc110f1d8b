"""A correction as a form: the fields of what a finding says, and what came back."""

from __future__ import annotations

import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from fastapi import Depends, Request

from goodoffices.brief.build.says import issue_label
from goodoffices.record import Content, issues

__all__ = ["Field", "fields_of", "read_fields"]

_LONGEST = 2000


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field of what a finding says.

    Attributes:
        name: As the record calls it.
        label: As a person does.
        sort: ``text``, ``long``, ``choice``, ``yes`` or ``list`` (a line each).
        value: What stands in it.
        choices: With ``choice``: values and labels.
        optional: May it be left empty?
    """

    name: str
    label: str
    sort: str
    value: object
    choices: tuple[tuple[str, str], ...] = ()
    optional: bool = False


def fields_of(content: Content) -> tuple[Field, ...]:
    """The fields of a content that a form can hold: plain texts, choices, yes or no, and lists of texts."""
    hints = get_type_hints(type(content))
    made = (_field(name, hints[name], getattr(content, name)) for name in content.__struct_fields__)
    return tuple(each for each in made if each is not None)


def _field(name: str, hint: object, value: object) -> Field | None:
    kind, optional = _bare(hint)
    label = name.replace("_", " ")
    if name == "issue":
        choices = tuple((each, issue_label(each)) for each in sorted(issues()))
        return Field(name=name, label=label, sort="choice", value=value or "", choices=choices, optional=optional)
    if get_origin(kind) is Literal:
        choices = tuple((str(each), str(each).replace("_", " ")) for each in get_args(kind))
        return Field(name=name, label=label, sort="choice", value=value or "", choices=choices, optional=optional)
    if kind is bool:
        return Field(name=name, label=label, sort="yes", value=value)
    if kind is str:
        sort = "long" if name == "text" else "text"
        return Field(name=name, label=label, sort=sort, value=value or "", optional=optional)
    if get_origin(kind) is tuple and get_args(kind)[0] is str:
        lines = "\n".join(value) if isinstance(value, tuple) else ""
        return Field(name=name, label=label, sort="list", value=lines, optional=True)
    return None


def _bare(hint: object) -> tuple[object, bool]:
    if get_origin(hint) in {Union, types.UnionType}:
        parts = [each for each in get_args(hint) if each is not type(None)]
        return (parts[0], True) if len(parts) == 1 else (hint, True)
    return hint, False


async def _read(request: Request) -> dict[str, Any]:
    form = await request.form()
    found: dict[str, Any] = {}
    for name, given in form.multi_items():
        if not name.startswith("field-") or not isinstance(given, str):
            continue
        sort, _, field = name.removeprefix("field-").partition("-")
        text = given[:_LONGEST].replace("\r\n", "\n").strip()
        match sort:
            case "yes":
                found[field] = text == "yes"
            case "list":
                found[field] = [line.strip() for line in text.split("\n") if line.strip()]
            case "names":  # several fields of one name, and in each of them one or more
                found.setdefault(field, []).extend(each.strip() for each in text.split(";") if each.strip())
            case "maybe":
                found[field] = text or None
            case _:
                found[field] = text
    return found


read_fields = Depends(_read)

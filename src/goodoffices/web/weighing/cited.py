"""The statements that a model names: what an audience may see of them, and how restricted they make it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar
from urllib.parse import quote

import msgspec

from goodoffices.brief.weighing import Report
from goodoffices.brief.weighing.model import Origin, Said
from goodoffices.desk.audience import Audience
from goodoffices.record import Marking, NotInCase, Statement, most_restricted
from goodoffices.record.store import Store
from goodoffices.record.view import View

__all__ = ["Sentence", "hidden_from", "marking_of", "named_in", "resolved", "sentences", "set_apart"]

T = TypeVar("T")

_ID = re.compile(r"(?<![\w-])s-[a-z2-7]{16}(?![\w-])")
_APART = "elsewhere-"
_KEEPERS = Audience.of(Marking.RED)


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as a page cites it: its id, its words, the title of its report, and where it stands there."""

    id: str
    quote: str
    report: str
    href: str


def named_in(text: str) -> tuple[str, ...]:
    """The ids of statements that a text names, each once."""
    return tuple(dict.fromkeys(_ID.findall(text)))


def sentences(view: View, ids: Iterable[str]) -> dict[str, Sentence]:
    """What the statements of some ids say, as far as a view holds them."""
    titles: dict[str, str] = {}
    found: dict[str, Sentence] = {}
    for each in view.statements_by_id(ids):
        span = each.evidence[0]
        if each.report not in titles:
            titles[each.report] = _title(view, each.report)
        href = f"/reports/{quote(each.report, safe='')}?at={span.start}-{span.end}#at"
        found[each.id] = Sentence(id=each.id, quote=span.quote, report=titles[each.report], href=href)
    return found


def _title(view: View, report: str) -> str:
    try:
        return view.report(report).title
    except NotInCase:
        return ""  # marked anew since the statements were read


def marking_of(statements: Iterable[Statement]) -> Marking:
    """How restricted what rests on some statements is at least."""
    return most_restricted([Marking.CLEAR, *(each.marking for each in statements)])


def hidden_from(audience: Audience, store: Store, text: str) -> bool:
    """Does a text name a statement of the case that an audience may not see? Then it rests on what it may not know."""
    ids = named_in(text)
    if not ids or audience == _KEEPERS:
        return False
    held = {each.id for each in _KEEPERS.view(store).statements_by_id(ids)}
    seen = {each.id for each in audience.view(store).statements_by_id(held)}
    return bool(held - seen)


def set_apart(text: str, known: Iterable[str]) -> tuple[str, int]:
    """Write the ids of statements that are not in the record as those of another one.

    What nobody could see when a model was saved cannot restrict it later, nor can a model be made to find out whether
    there is a statement of some id.

    Returns:
        The text, and how many ids that are.
    """
    there = set(known)
    apart = [each for each in named_in(text) if each not in there]
    return _ID.sub(lambda found: found[0] if found[0] in there else _APART + found[0], text), len(apart)


def resolved(report: Report, known: Mapping[str, Sentence]) -> Report:
    """Give the statements of a report their words, as far as they are known."""
    return _resolved(report, known)


def _resolved(part: T, known: Mapping[str, Sentence]) -> T:
    if isinstance(part, Origin):
        said = tuple(_said(each, known) for each in part.statements)
        return msgspec.structs.replace(part, statements=said) if part.statements else part
    if isinstance(part, msgspec.Struct):
        changed = {}
        for name in part.__struct_fields__:
            value = getattr(part, name)
            if isinstance(value, msgspec.Struct | tuple) and (new := _resolved(value, known)) is not value:
                changed[name] = new
        return msgspec.structs.replace(part, **changed) if changed else part
    if isinstance(part, tuple):
        parts = tuple(_resolved(each, known) for each in part)
        return part if all(new is old for new, old in zip(parts, part, strict=True)) else parts  # type: ignore[return-value]  # a tuple for a tuple
    return part


def _said(said: Said, known: Mapping[str, Sentence]) -> Said:
    sentence = known.get(said.id)
    return Said(id=said.id, quote=sentence.quote, report=sentence.report) if sentence else said

"""The mechanisms of a report: each arrangement once, with all the sentences, items and rows that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import MechanismContent, MechanismState, Statement

from .carrying import carried_on
from .heard import as_heard
from .mentions import Mention, abbreviated, mentions_in
from .vocabulary import mechanism_words

if TYPE_CHECKING:
    from ...context import Context

__all__ = ["find_mechanisms"]

_MOST_EVIDENCE = 12
_FAR = 60
_FEW = 3
"""How many groups back, and how many of their mentions, a mention is compared with."""
_ORDER: tuple[MechanismState, ...] = ("proposed", "agreed", "in_force", "rejected")
_HELD = re.compile(
    r"\b(?:prisoners?|detainees?|hostages?|captives?|inmates?|internees?|abductees?|pows?|convicts?|remains|bodies|corpses?"
    r"|missing|disappeared|abduct\w+|jail\w*|imprison\w+|captur\w+|detain\w*|detention|held|custody|prisons?|freed"
    r"|releas\w+|swap\w*|kidnap\w+)\b",
    re.IGNORECASE,
)
"""Of whom a report tells that speaks of an exchange of people, and not of words ("the exchange followed a call")."""
_NEXT = 3
"""Characters between two sentences that follow each other."""
_ANY = frozenset(
    {"body", "scheme", "arrangement", "structure", "institution", "operation", "system", "agency", "set-up"}
)
"""Nouns that take up any arrangement."""
_PLAIN = frozenset(
    "joint new proposed international robust permanent special independent further national comprehensive".split()  # noqa: SIM905  reads as a list
)
"""Words that tell no arrangement from another."""


def find_mechanisms(context: Context) -> Iterator[Statement]:
    """State each arrangement that the sentences, items and tables of a report name, once."""
    groups: list[list[Mention]] = []
    latest: dict[str, list[Mention]] = {}
    before: list[Mention] | None = None
    mentions = list(mentions_in(context))
    mentions += abbreviated(context, mentions)
    mentions += carried_on(context, mentions)
    for named in sorted(mentions, key=lambda m: (m.evidence.start, m.evidence.end)):
        group = _group_of(named, groups, latest) or _just_before(named, before)
        mention = _as_proper_name(context, named) if group is None else named
        if group is None:
            if mention.kind is None:
                continue
            group = []
            groups.append(group)
        group.append(mention)
        before = group
        latest[mention.noun] = group
    for group in groups:
        words = group[0].kind == "exchange" and _HELD.search(context.report.text) is None
        if not words and not all(mention.asked for mention in group) and (heard := as_heard(context, group)):
            yield _statement(context, heard)


def _as_proper_name(context: Context, mention: Mention) -> Mention:
    """A body that a report calls by one word with a capital ("the Mechanism") and never introduces.

    It watches over the truce where the report says of anybody that he does; else its kind is unknown.
    """
    words = mechanism_words()
    proper = mention.kind is None and mention.name[:1].isupper() and len(mention.name.split()) == 1
    if not proper or mention.noun not in words.proper:
        return mention
    watched = words.proper_watched.search(context.report.text) is not None
    return msgspec.structs.replace(mention, kind="monitoring" if watched else "other")


def _group_of(mention: Mention, groups: list[list[Mention]], latest: dict[str, list[Mention]]) -> list[Mention] | None:
    """The arrangement named before that a mention is of: a bare head means the last of its noun, others go by words."""
    if mention.kind is None:
        return latest.get(mention.noun) if not mention.words - _PLAIN else None
    for group in reversed(groups[-_FAR:]):
        if any(_alike(other, mention) for other in group[:_FEW]):
            return group
    return None


def _just_before(mention: Mention, before: list[Mention] | None) -> list[Mention] | None:
    """The arrangement of the sentence before, where a mention has a word for any of them ("that body")."""
    if mention.kind is not None or before is None or mention.noun not in _ANY or mention.words:
        return None
    gap = mention.evidence.start - before[-1].evidence.end
    return before if 0 <= gap <= _NEXT else None


def _alike(one: Mention, other: Mention) -> bool:
    """Are the words that tell one a part of those that tell the other?"""
    if one.kind != other.kind:
        return False
    first, second = one.words - _PLAIN, other.words - _PLAIN
    if not first or not second:  # "an international force" is not yet "an Arab peacekeeping force"
        first, second = one.words, other.words
    if one.noun != other.noun:
        first, second = first | {one.noun}, second | {other.noun}
    return first <= second or second <= first


def _statement(context: Context, group: list[Mention]) -> Statement:
    named = [m for m in group if m.kind is not None]
    kind = named[0].kind
    assert kind is not None  # noqa: S101  a group starts with a mention that has a kind
    name = max(named, key=lambda m: len(m.words)).name
    told = [m for m in group if not m.asked]
    spans = tuple(dict.fromkeys(m.evidence for m in told))[:_MOST_EVIDENCE]
    content = MechanismContent(
        name=name,
        kind=kind,
        led_by=tuple(sorted({actor for m in group for actor in m.led_by})),
        trigger=next((m.trigger for m in group if m.trigger), None),
        status=_state(group),
    )
    speakers = {m.said_by for m in group}
    return context.state(
        content,
        spans,
        said_by=speakers.pop() if len(speakers) == 1 else None,
        basis=f"named by {named[0].noun!r}",
    )


def _state(group: list[Mention]) -> MechanismState:
    """How far an arrangement is by all that a report says; one that still waits for something is not there yet."""
    waits = any(m.trigger and m.state in {"proposed", "agreed"} for m in group)
    states = [m.state for m in group if not (waits and m.state == "in_force")]
    return max(states, key=_ORDER.index)

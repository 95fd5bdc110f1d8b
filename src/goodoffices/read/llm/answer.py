"""The form of an answer: one compact type a kind of entry. Every entry points into the report with a quote.

There are no offsets, ids, dates or probabilities in it: the program finds, makes and reckons those itself.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import msgspec

from goodoffices.record import (
    ActorKind,
    EventKind,
    IssueState,
    MechanismKind,
    MechanismState,
    MeetingState,
    Stance,
    Tenure,
    issues,
)

__all__ = [
    "FORMS",
    "Said",
    "SaidActor",
    "SaidEvent",
    "SaidItem",
    "SaidMechanism",
    "SaidMeeting",
    "SaidPlan",
    "SaidPosition",
    "SaidQuote",
    "SaidRole",
    "SaidStatus",
    "SaidWithheld",
    "entries_of",
    "schema",
]

_MOST_ENTRIES = 300
"""Entries of one answer that are looked at: a part of a report holds no more sentences than that."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What every entry has.

    Attributes:
        quote: The words of the report that bear it out.
        sentence: Words around the quote that stand in the report once, where the quote stands there more often.
    """

    quote: str
    sentence: str = ""


class SaidActor(Said, frozen=True, kw_only=True):
    """There is such an actor."""

    name: str
    kind: ActorKind
    side: str | None = None


class SaidRole(Said, frozen=True, kw_only=True):
    """A person and an office."""

    actor: str
    title: str
    of: str | None = None
    tenure: Tenure = "current"


class SaidMeeting(Said, frozen=True, kw_only=True):
    """A meeting."""

    participants: list[str]
    status: MeetingState
    place: str | None = None
    topic: str | None = None
    convenor: str | None = None
    condition: str | None = None
    when: str | None = None


class SaidPosition(Said, frozen=True, kw_only=True):
    """What a party wants, offers, accepts or rejects."""

    party: str
    issue: str
    stance: Stance
    text: str
    condition: str | None = None


class SaidQuote(Said, frozen=True, kw_only=True):
    """Words in quotation marks."""

    speaker: str
    text: str


class SaidItem(msgspec.Struct, frozen=True, kw_only=True):
    """One point of a plan."""

    text: str
    issue: str = "other"


class SaidPlan(Said, frozen=True, kw_only=True):
    """A plan."""

    name: str
    author: str | None = None
    points: int | None = None
    items: list[SaidItem] = []


class SaidMechanism(Said, frozen=True, kw_only=True):
    """An arrangement."""

    name: str
    kind: MechanismKind
    status: MechanismState
    led_by: list[str] = []
    trigger: str | None = None


class SaidStatus(Said, frozen=True, kw_only=True):
    """How far the talks have come on an issue."""

    issue: str
    status: IssueState


class SaidEvent(Said, frozen=True, kw_only=True):
    """Something outside the talks."""

    kind: EventKind
    actors: list[str] = []
    place: str | None = None
    when: str | None = None


class SaidWithheld(Said, frozen=True, kw_only=True):
    """Something that is kept secret."""

    by: list[str] = []


FORMS: dict[str, type[Said]] = {
    "actors": SaidActor,
    "roles": SaidRole,
    "meetings": SaidMeeting,
    "positions": SaidPosition,
    "quotes": SaidQuote,
    "plans": SaidPlan,
    "mechanisms": SaidMechanism,
    "statuses": SaidStatus,
    "events": SaidEvent,
    "withheld": SaidWithheld,
}
"""Key of an answer -> the form of its entries."""


def entries_of(answer: object) -> Iterator[Said | str]:
    """Go through the entries of an answer, each on its own, so that a broken one takes none along.

    Args:
        answer: JSON as builtins.

    Yields:
        Each entry, or one sentence for whatever is none; at most `_MOST_ENTRIES` of them.
    """
    if not isinstance(answer, dict):
        yield "the answer is no JSON object"
        return
    pairs = [(key, item) for key, items in answer.items() if isinstance(items, list) for item in items]
    for key, item in pairs[:_MOST_ENTRIES]:
        if key not in FORMS:
            yield f"{str(key)[:40]!r} is no kind of entry"
            continue
        try:
            yield msgspec.convert(item, FORMS[key])
        except (msgspec.ValidationError, RecursionError) as error:
            yield f"an entry of {key} is not in the form asked for: {str(error)[:160]}"
    if len(pairs) > _MOST_ENTRIES:
        yield f"{len(pairs) - _MOST_ENTRIES:,} entries past the first {_MOST_ENTRIES} were not looked at"


@functools.cache
def schema() -> dict[str, Any]:
    """The JSON schema of an answer, issues as a closed list, without what the instructions say already."""
    forms, components = msgspec.json.schema_components(FORMS.values(), ref_template="#/$defs/{name}")
    lists = {key: {"type": "array", "items": form} for key, form in zip(FORMS, forms, strict=True)}
    document = {"type": "object", "title": "entries", "properties": lists, "$defs": components}
    plain = _plain(document)
    assert isinstance(plain, dict)  # noqa: S101  for the type checker: an object stays one
    return plain


def _plain(node: object) -> object:
    """Leave out titles, descriptions and defaults, and close the list of issues."""
    if isinstance(node, list):
        return [_plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _plain(value) for key, value in node.items() if key not in {"description", "default"}}
    if isinstance(kept.get("issue"), dict):
        kept["issue"] = {"enum": list(issues())}
    if "properties" in kept and kept.get("title") != "entries":
        kept.pop("title", None)
    return kept

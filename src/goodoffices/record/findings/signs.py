"""Signs by which a finding is surer or less sure: what can be seen of a statement without knowing the truth."""

from __future__ import annotations

import functools
import math
import re
import tomllib
from collections.abc import Iterator
from importlib import resources

from goodoffices.record.content import (
    ActorContent,
    Content,
    EventContent,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PositionContent,
    QuoteContent,
    RoleContent,
    WithheldContent,
)
from goodoffices.record.statement import Statement

__all__ = ["signs_of"]

_WORD = re.compile(r"n['’]t\b|[^\W\d_]+?(?=n['’]t\b)|[^\W\d_]+")
"""A word; "n't" is one of its own."""
_MARK = r" ['\"]"
_MANY = 3


def signs_of(statement: Statement) -> dict[str, float]:
    """List the signs of a statement.

    Args:
        statement: A statement of any kind, of any reader.

    Returns:
        Name of the sign -> its strength, 1 where it is there or not; lengths as natural logarithms. Each name begins
        with the kind of the statement, so that a sign weighs in its own kind alone. A sign without a weight is ignored.
    """
    kind = statement.kind
    signs = {f"{kind}": 1.0}
    signs |= {f"{kind}/{name}": value for name, value in _common(statement)}
    signs |= {f"{kind}/{name}": value for name, value in _of_content(statement.content)}
    return signs


def _common(statement: Statement) -> Iterator[tuple[str, float]]:
    """Signs that a statement of any kind can have."""
    for reason in statement.basis.split("; "):  # the rule, and often the words that it went by: cue 'demand'
        yield f"basis={re.split(_MARK, reason, maxsplit=1)[0]}", 1.0
    if statement.said_by is not None:
        yield "speaker named", 1.0
    if statement.when is not None:
        yield "time given", 1.0
    if len(statement.evidence) > 1:
        yield "in pieces", 1.0
    text = " ".join(evidence.quote for evidence in statement.evidence)
    yield "length of evidence", _long(text)
    said = {word.replace("’", "'") for word in _WORD.findall(text.lower())}
    yield from ((name, 1.0) for name, words in _wordings().items() if not said.isdisjoint(words))


@functools.cache
def _wordings() -> dict[str, frozenset[str]]:
    """Name of a sign -> the words of a sentence that show it."""
    text = resources.files(__package__).joinpath("data/signs.toml").read_text(encoding="utf-8")
    return {name: frozenset(entry["words"]) for name, entry in tomllib.loads(text).items()}


def _long(text: str) -> float:
    """The natural logarithm of the number of words, in units of a sentence of twenty: 0 for twenty words."""
    return math.log((1 + len(text.split())) / 21)


def _there(**parts: object) -> Iterator[tuple[str, float]]:
    """One sign for each part that is there."""
    for name, part in parts.items():
        if part:
            yield name, 1.0


def _of_content(content: Content) -> Iterator[tuple[str, float]]:  # noqa: C901  one case a kind
    """Signs that only one kind has."""
    match content:
        case ActorContent():
            yield f"kind={content.kind}{', of a side' * bool(content.side)}", 1.0
            yield from _there(aliases=content.aliases, bare=" " not in content.name)
        case RoleContent():
            yield f"tenure={content.tenure}", 1.0
            yield "length", _long(content.title)
            yield from _there(of=content.of)
        case MeetingContent():
            yield f"status={content.status}", 1.0
            yield f"participants={min(len(content.participants), _MANY)}", 1.0
            yield from _there(place=content.place, convenor=content.convenor, condition=content.condition)
        case PositionContent():
            yield f"stance={content.stance}", 1.0
            yield f"issue={content.issue}", 1.0
            yield "length", _long(content.text)
            yield from _there(firm=content.firm, condition=content.condition, shift=content.shift)
        case QuoteContent():
            yield "length", _long(content.text)
            yield from _there(direct=content.direct, to=content.to)
        case PlanContent():
            yield from _there(author=content.author, items=content.items, versions=content.versions)
        case MechanismContent():
            yield f"kind={content.kind}", 1.0
            yield f"status={content.status}", 1.0
            yield from _there(led=content.led_by, trigger=content.trigger)
        case IssueStatusContent():
            yield f"status={content.status}", 1.0
            yield f"issue={content.issue}", 1.0
            yield "length", _long(content.text)
        case EventContent():
            yield f"kind={content.kind}", 1.0
            yield from _there(place=content.place, actors=content.actors, coded=content.plover)
        case WithheldContent():
            yield from _there(by=content.by)

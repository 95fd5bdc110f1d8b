"""What hangs on one alone, and what binds for ever without a law to bind it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec

from ..sequence import Outline
from .definitions import read_data
from .duties import Duty
from .quality import Mention

__all__ = ["Backstop", "Perpetual", "find_backstops", "find_perpetual"]

_NAME = re.compile(r"\b(?:[A-Z]{2,}|[A-Z][\w-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w-]+){0,5})")
_NOT_NAMES = frozenset(
    (
        "The",
        "This",
        "These",
        "Those",
        "All",
        "Each",
        "Both",
        "Any",
        "No",
        "They",
        "It",
        "Parties",
        "Party",
        "Sides",
        "Article",
    )
)


class Backstop(msgspec.Struct, frozen=True):
    """One on whom several provisions hang: its name, and what each expects of it."""

    name: str
    provisions: tuple[str, ...]
    mentions: tuple[Mention, ...]


class Perpetual(msgspec.Struct, frozen=True):
    """A duty without end: where it stands, and the legal vehicle that its provision names, or ""."""

    mention: Mention
    vehicle: str = ""


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("(?i)" + "|".join(words.replace(" ", r"\s+") for words in read_data("dependence")[name]))


def find_backstops(duties: Sequence[Duty]) -> tuple[Backstop, ...]:
    """Find who upholds several provisions alone.

    Args:
        duties: What the text orders.

    Returns:
        The names to whom at least three provisions give what upholds them (a guarantee, verification, money), with
        nobody beside; those on whom most hangs first.
    """
    upholds = frozenset(read_data("dependence")["upholds"])
    found: dict[str, list[Mention]] = {}
    for duty in duties:
        names = _names(duty.bearer)
        if duty.verb.lower() in upholds and len(names) == 1:
            found.setdefault(names[0], []).append(Mention(duty.provision, duty.words, duty.span))
    backstops = [
        Backstop(name, tuple(dict.fromkeys(each.provision for each in mentions)), tuple(mentions))
        for name, mentions in found.items()
    ]
    fewest: int = read_data("dependence")["fewest"]
    return tuple(
        sorted((each for each in backstops if len(each.provisions) >= fewest), key=lambda each: -len(each.provisions))
    )


def _names(bearer: str) -> tuple[str, ...]:
    found = (re.sub(r"^(?:The|This|Each|All|Both)\s+", "", each[0]) for each in _NAME.finditer(bearer))
    return tuple(dict.fromkeys(each for each in found if each not in _NOT_NAMES))


def find_perpetual(text: Outline) -> tuple[Perpetual, ...]:
    """Find the duties without end, and whether their provision names a constitution, treaty or law to carry them.

    Args:
        text: The text.
    """
    said: dict[str, list[str]] = {}
    for clause in text.clauses:
        said.setdefault(clause.provision, []).append(clause.text)
    found = []
    for clause in text.clauses:
        if clause.provision and not clause.heading and (word := _pattern("for_ever").search(clause.text)):
            vehicle = next(
                (hit[0] for words in said[clause.provision] if (hit := _pattern("vehicles").search(words))), ""
            )
            span = (clause.start + word.start(), clause.start + word.end())
            found.append(Perpetual(Mention(clause.provision, re.sub(r"\s+", " ", clause.text), span), vehicle))
    return tuple(found)

"""Versions: the numbers of points that a sentence gives a document, in the order in which they followed each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import PlanVersion

from .vocabulary import NUMBERS, plan_words

if TYPE_CHECKING:
    from ...context import Context
    from ...document import Sentence

__all__ = ["Count", "counts_in", "versions_of"]

_FEWEST = 2
_NEAR = 120
_FAR = 90
_BESIDE = 30
_DOWN = re.compile(r"\b(?:down|up) from\s+(?:an? |the |its )?(?:original |initial )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:an? |the |its )?(?:original |initial )?$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|into|now has|has|have|had)\s+(?:only |just |about )?$", re.IGNORECASE)


_OF = re.compile(r"\s+of\s+(?:the|this|that|its|their)(?:\s+[\w'’-]+){1,3}")
_PACKAGE = re.compile(r"\b(?P<noun>[\w-]+)\s+of\s+$")


class Count(msgspec.Struct, frozen=True):
    """One number of points: where it stands in the sentence, the number, its unit, and the label of its version."""

    start: int
    end: int
    points: int
    label: str


def counts_in(text: str) -> tuple[Count, ...]:
    """Find the numbers of points that a sentence gives a document.

    Args:
        text: The sentence.

    Returns:
        In the order of the text, which is that of the versions: reports write "from 28 points to 20".
    """
    words = plan_words()
    counts: list[Count] = []
    for match in words.counted.finditer(text):
        points = _number(match["n"])
        if points >= _FEWEST and _of_document(text, match, after=bool(counts)):
            counts.append(Count(match.start(), match.end(), points, ""))
    counts += _bare_counts(text, counts)
    counts.sort(key=lambda count: count.start)
    return tuple(_labelled(text, counts))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _of_document(text: str, match: re.Match[str], *, after: bool) -> bool:
    """Is what is counted the points of a text: "a ten-point plan", "a draft of 14 articles", "cut ... to 20 items"?"""
    words = plan_words()
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if match["link"] != " " and not match.group().lower().endswith("s"):
        following = re.match(r"(?:[ -][\w'’-]+){1,4}", text[match.end() :])
        return following is not None and (match["unit"].lower() == "point" or _names_document(following.group()))
    if _TO.search(before) and (after or words.change.search(text[max(0, match.start() - _FAR) : match.start()])):
        return True
    if _FROM.search(before) and words.change.search(before) and _names_document(before):
        return True
    if words.held.search(before) is not None and _names_document(before):
        return True
    following = _OF.match(text, match.end())  # "two of the eight protocols of the framework"
    return following is not None and _names_document(following[0])


def _names_document(text: str) -> bool:
    return any(
        word.lower().rstrip("s") in plan_words().documents or word.lower() in plan_words().documents
        for word in re.findall(r"[\w-]+", text)
    )


def _bare_counts(text: str, counts: list[Count]) -> Iterator[Count]:
    """Numbers without a unit for the same points: "cut to nine", "and has nine today", "from 28 to 20 points"."""
    words = plan_words()
    taken = {c.start for c in counts}
    for match in words.bare.finditer(text):
        before = text[max(0, match.start() - _FAR) : match.start()]
        changed = words.change.search(before) is not None
        led = _TO.search(before) is not None and any(c.start < match.start() for c in counts)
        package = _PACKAGE.search(before)
        whole = package is not None and package["noun"].lower() in words.packages
        told = match.start() not in taken and ((led and (changed or "ha" in before[-8:])) or whole)
        if (told or (_DOWN.search(before) and counts)) and _number(match["n"]) >= _FEWEST:
            yield Count(match.start(), match.end(), _number(match["n"]), "")
    start = re.compile(
        r"\bfrom\s+(?:an? |the |its )?(?:original |initial )?(?P<n>\d{1,3}|" + "|".join(NUMBERS) + r")\s+to\s+$",
        re.IGNORECASE,
    )
    for count in counts:
        match_from = start.search(text[max(0, count.start - _NEAR) : count.start])
        if match_from is not None:
            at = max(0, count.start - _NEAR) + match_from.start("n")
            yield Count(at, at + len(match_from["n"]), _number(match_from["n"]), "")


def _labelled(text: str, counts: list[Count]) -> Iterator[Count]:
    """Name the versions, the initial one first: "has 18 points; a previous text had 22" names it last."""
    words = plan_words()
    befores = [text[max(counts[n - 1].end if n else 0, c.start - _BESIDE) : c.start] for n, c in enumerate(counts)]
    told = next((n for n, before in enumerate(befores) if words.initial.search(before) or _FROM.search(before)), None)
    for n in sorted(range(len(counts)), key=lambda n: n != told):
        revised = words.revised.search(befores[n]) is not None
        first = n == told or (n == 0 and told is None and len(counts) > 1 and not revised)
        label = "initial" if first else "revised" if revised or len(counts) > 1 else ""
        yield msgspec.structs.replace(counts[n], label=label)


def versions_of(context: Context, sentence: Sentence, counts: tuple[Count, ...]) -> tuple[PlanVersion, ...]:
    """Make the versions of a document, each with the time that stands beside its number."""
    places = sorted(count.start for count in counts)
    versions = []
    for count in counts:
        until = next((start for start in places if start > count.start), len(sentence.text))
        when = context.time_in(sentence.start + count.end, sentence.start + until)
        if when is None and len(counts) == 1:
            when = context.time_in(sentence.start, sentence.start + count.start)
        known = when.iso() if when is not None and when.known else None
        versions.append(PlanVersion(label=count.label, points=count.points, when=known))
    return tuple(versions)

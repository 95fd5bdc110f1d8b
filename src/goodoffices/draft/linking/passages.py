"""The passages of a text: each clause outside brackets, and each alternative with the words around it."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import msgspec

from goodoffices.draft.merge import brackets_of
from goodoffices.record import issues as vocabulary

from ..sequence import Clause, outline
from ..text import Alternative, Bracket, Document, Links
from .deals import slug
from .likeness import linking_data

__all__ = ["Passage", "find_passages", "issues_said"]

_SPACE = re.compile(r"\s+")
_LONG_CHARS = 2000
_NEAR_CHARS = 500
"""So many characters around an alternative are read with it where a clause is longer than any honest one."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Some words of a provision that can be for or against something.

    Attributes:
        provision: Id of the provision.
        words: The clause, with one alternative of each bracket that it is about.
        span: Where the words stand in the source.
        bracket: Number of the bracket in the text, from 1; 0 for words outside brackets.
        alternative: Number of the alternative in it, from 1; 0 outside brackets.
        wanted_by: The parties that want the alternative.
        own: The words of the alternative alone; all words outside brackets.
        links: What the provision or the alternative links.
        issues: Ids of issues of the record's vocabulary that it links or speaks of.
        heading: The headings that it stands under.
        is_heading: Is it the heading itself, that says what is dealt with, and nothing of how?
    """

    provision: str
    words: str
    span: tuple[int, int]
    bracket: int = 0
    alternative: int = 0
    wanted_by: tuple[str, ...] = ()
    own: str = ""
    links: Links = Links()
    issues: tuple[str, ...] = ()
    heading: str = ""
    is_heading: bool = False


class _Side(msgspec.Struct, frozen=True):
    """An alternative with what it takes to leave its rivals out."""

    bracket: Bracket
    number: int
    place: int
    alternative: Alternative
    rivals: tuple[tuple[int, int], ...]


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        issue: re.compile(r"(?i)\b(?:" + "|".join(words) + r")(?!\w)")
        for issue, words in linking_data("issues").items()
    }


def issues_said(words: str) -> tuple[str, ...]:
    """The issues of the record's vocabulary of which some words speak."""
    return tuple(issue for issue, pattern in _patterns().items() if pattern.search(words))


def find_passages(document: Document) -> tuple[Passage, ...]:
    """Take a text apart into passages, in its order; what stands in the preamble is none.

    Args:
        document: A text.
    """
    whole = outline(document)
    sides = _Sides(document)
    above = _headings(document)
    linked = {each.id: each for each in document.provisions}
    found = []
    for clause in whole.clauses:
        if clause.provision:
            for passage in _of_clause(clause, sides, document):
                heading = above[clause.provision]
                links = _joined(linked[clause.provision].links, passage.links)
                issues = _issues(links, f"{passage.words} {heading}")
                found.append(
                    msgspec.structs.replace(
                        passage, links=links, issues=issues, heading=heading, is_heading=clause.heading
                    )
                )
    return tuple(found)


def _headings(document: Document) -> Mapping[str, str]:
    """All headings over each provision, its own last."""
    above = {"": ""}
    for each in document.provisions:
        above[each.id] = f"{above.get(each.parent, '')} {each.heading}".strip()
    return above


class _Sides:
    """The alternatives of a text, found by where they stand."""

    def __init__(self, document: Document) -> None:
        self._outer: list[tuple[int, int, list[_Side]]] = []
        for number, bracket in enumerate(brackets_of(document), start=1):
            sides = [
                _Side(bracket, number, place, alternative, _rivals(bracket, alternative))
                for place, alternative in enumerate(bracket.alternatives, start=1)
            ]
            if self._outer and bracket.end <= self._outer[-1][1]:
                self._outer[-1][2].extend(sides)
            else:
                self._outer.append((bracket.start, bracket.end, sides))
        self._ends = list(accumulate((end for _, end, _ in self._outer), max))

    def within(self, start: int, end: int) -> list[_Side]:
        """Those that reach into a stretch of the source."""
        found = []
        for place in range(bisect.bisect_right(self._ends, start), len(self._outer)):
            first, _, sides = self._outer[place]
            if first >= end:
                break
            found += [each for each in sides if each.alternative.start < end and start < each.alternative.end]
        return found


def _rivals(bracket: Bracket, alternative: Alternative) -> tuple[tuple[int, int], ...]:
    return tuple((each.start, each.end) for each in bracket.alternatives if each is not alternative)


def _of_clause(clause: Clause, sides: _Sides, document: Document) -> Iterator[Passage]:
    """One passage outside brackets, or one for each alternative that reaches into the clause."""
    around = sides.within(clause.start, clause.end)
    inner = [each for each in around if not _holds_another(each, around)]
    if not inner:
        yield _passage(clause, clause.text, None, ())
    for each in inner:
        outer = [
            one for one in around if one.bracket.start <= each.bracket.start and each.bracket.end <= one.bracket.end
        ]
        mine = [one for one in outer if one.alternative.start <= each.alternative.start < max(one.alternative.end, 1)]
        near = _near(clause, each)
        words = _without(near, [span for one in mine for span in one.rivals])
        wanted = next((one.alternative.parties for one in reversed(mine) if one.alternative.parties), ())
        if _SPACE.sub("", words) and document.source[each.alternative.start : each.alternative.end].strip():
            yield _passage(near, words, each, wanted)


def _near(clause: Clause, side: _Side) -> Clause:
    """A clause, or what stands around an alternative in one that is far too long."""
    if len(clause.text) <= _LONG_CHARS:
        return clause
    first = max(0, side.alternative.start - clause.start - _NEAR_CHARS)
    last = max(0, min(side.alternative.end - clause.start, first + _LONG_CHARS) + _NEAR_CHARS)
    return msgspec.structs.replace(clause, text=clause.text[first:last], start=clause.start + first)


def _holds_another(side: _Side, around: Sequence[_Side]) -> bool:
    """Does an alternative hold a bracket that reaches into the clause too?"""
    return any(
        side.alternative.start <= each.bracket.start and each.bracket.end <= side.alternative.end
        for each in around
        if each.bracket is not side.bracket
    )


def _without(clause: Clause, spans: Sequence[tuple[int, int]]) -> str:
    text = list(clause.text)
    for start, end in spans:
        for place in range(max(start - clause.start, 0), min(end - clause.start, len(text))):
            text[place] = " "
    return "".join(text)


def _passage(clause: Clause, words: str, side: _Side | None, wanted: tuple[str, ...]) -> Passage:
    plain = _SPACE.sub(" ", words.replace("|", " ")).strip()
    if side is None:
        return Passage(provision=clause.provision, words=plain, span=(clause.start, clause.end), own=plain)
    first = max(0, side.alternative.start - clause.start)
    own = _SPACE.sub(" ", words[first : max(0, side.alternative.end - clause.start)].replace("|", " ")).strip()
    return Passage(
        provision=clause.provision,
        words=plain,
        span=(max(clause.start, side.alternative.start), min(clause.end, side.alternative.end)),
        bracket=side.number,
        alternative=side.place,
        wanted_by=wanted,
        own=own,
        links=side.alternative.links,
    )


def _joined(provision: Links, own: Links) -> Links:
    """What an alternative links, and what its provision links where it links nothing of that kind."""
    return Links(
        issues=own.issues or provision.issues,
        options=own.options or provision.options,
        statements=own.statements or provision.statements,
        obligations=own.obligations or provision.obligations,
    )


def _issues(links: Links, words: str) -> tuple[str, ...]:
    by_name = {slug(name): term.id for term in vocabulary().values() for name in (term.label, term.id)}
    named = [by_name[slug(each)] for each in links.issues if slug(each) in by_name]
    return tuple(dict.fromkeys(named)) or issues_said(words)

"""Alternatives and provisions against what the parties' mandates exclude.

By ids where the text links an option, by words elsewhere. "Unclear" is an answer: it says that somebody must read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from ..sequence.clauses import Clause, outline
from ..sequence.words import content, stem, tokens
from ..text import Alternative, Bracket, Document, Links, Part, Point, Words, spoken
from .definitions import read_data

__all__ = ["Crossing", "Limit", "check_mandates", "new_crossings"]

_MOST = 0.8
_SOME = 0.5
_FEWEST = 2
_NEGATION = re.compile(
    r"(?i)\b(?:not|no|never|neither|nor|without|refrain|renounc\w+|prohibit\w*|ban\w*|nothing|exclud\w+|reject\w*)\b"
)


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """What a party's mandate excludes.

    Attributes:
        party: Whose.
        issue: Id of the issue.
        excluded: What is excluded, in words: "foreign troops on its territory".
        terms: Words that say it outright ("peacekeepers", "multinational force"); all words of one must stand in a
            clause.
        options: Ids of the options of the model that would cross it.
        red_line: Is it a red line, and not only the end of a mandate?
        statements: Ids of the statements that it rests on.
    """

    party: str
    issue: str
    excluded: str = ""
    terms: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    red_line: bool = True
    statements: tuple[str, ...] = ()


class Crossing(msgspec.Struct, frozen=True, kw_only=True):
    """What a passage does to a limit.

    Attributes:
        limit: The limit.
        verdict: ``crosses``, or ``unclear`` where the words come near it or it is touched under a negation.
        provision: Id of the provision.
        alternative: Number of the alternative in its bracket, from 0; None for words that stand in no bracket.
        wanted_by: The parties that want the alternative.
        words: The clause that says so.
        span: Where it stands in the source.
        reason: By what it was found.
    """

    limit: Limit
    verdict: Literal["crosses", "unclear"]
    provision: str
    alternative: int | None = None
    wanted_by: tuple[str, ...] = ()
    words: str = ""
    span: tuple[int, int] = (0, 0)
    reason: str = ""


class _Passage(msgspec.Struct, frozen=True):
    provision: str
    words: str
    span: tuple[int, int]
    links: Links
    alternative: int | None = None
    wanted_by: tuple[str, ...] = ()


def check_mandates(text: Document | Sequence[Point], limits: Sequence[Limit]) -> tuple[Crossing, ...]:
    """Hold every provision and every alternative against what the parties exclude.

    Args:
        text: A document, or plain points.
        limits: What each party excludes.

    Returns:
        What crosses a limit or may cross it, in the order of the text. A passage under a negation ("no foreign troops")
        that names what is excluded is ``unclear``, for words alone do not tell what is denied.
    """
    passages = list(_of_document(text)) if isinstance(text, Document) else list(_of_points(text))
    found = (_held(passage, limit) for passage in passages for limit in limits)
    return tuple(each for each in found if each is not None)


def new_crossings(before: Document, after: Document, limits: Sequence[Limit]) -> tuple[Crossing, ...]:
    """What an edit made cross that did not before.

    Args:
        before: The text before the edit.
        after: The text behind it.
        limits: What each party excludes.
    """
    known = {(each.limit, each.verdict, each.words) for each in check_mandates(before, limits)}
    return tuple(each for each in check_mandates(after, limits) if (each.limit, each.verdict, each.words) not in known)


def _of_points(text: Sequence[Point]) -> Iterator[_Passage]:
    for clause in outline(text).clauses:
        yield _passage(clause, Links())


def _passage(clause: Clause, links: Links) -> _Passage:
    return _Passage(clause.provision, re.sub(r"\s+", " ", clause.text), (clause.start, clause.end), links)


def _of_document(document: Document) -> Iterator[_Passage]:
    """Clauses outside brackets, and each alternative by itself with the words around it left out."""
    in_brackets = _bracket_spans(document)
    links = {each.id: each.links for each in document.provisions}
    for clause in outline(document).clauses:
        held = in_brackets.get(clause.provision, [])
        if clause.provision and not any(start < clause.end and clause.start < end for start, end in held):
            yield _passage(clause, links[clause.provision])
    for provision in document.provisions:
        yield from _alternatives(provision.id, (*provision.title, *provision.body), provision.links)


def _bracket_spans(document: Document) -> dict[str, list[tuple[int, int]]]:
    return {
        each.id: [(part.start, part.end) for part in (*each.title, *each.body) if isinstance(part, Bracket)]
        for each in document.provisions
    }


def _alternatives(provision: str, parts: Sequence[Part], links: Links) -> Iterator[_Passage]:
    before = ""
    for part in parts:
        if isinstance(part, Words):
            before = re.split(r"[.;]\s", part.text)[-1]
            continue
        for number, each in enumerate(part.alternatives):
            words = re.sub(r"\s+", " ", f"{before} {spoken(each.parts)}").strip()
            yield _Passage(provision, words, (each.start, each.end), _linked(each, links), number, each.parties)
            yield from _alternatives(provision, [inner for inner in each.parts if isinstance(inner, Bracket)], links)


def _linked(alternative: Alternative, links: Links) -> Links:
    return Links(issues=alternative.links.issues or links.issues, options=alternative.links.options or links.options)


def _held(passage: _Passage, limit: Limit) -> Crossing | None:
    options = [each for each in limit.options if each in passage.links.options]
    if options:
        return _crossing(passage, limit, "crosses", f"linked to the option {options[0]!r}")
    verdict, reason = _by_words(passage.words, limit)
    if verdict is None and limit.issue in passage.links.issues and passage.alternative is not None:
        return _crossing(passage, limit, "unclear", f"an alternative on the issue {limit.issue!r}, in other words")
    return _crossing(passage, limit, verdict, reason) if verdict else None


def _by_words(words: str, limit: Limit) -> tuple[Literal["crosses", "unclear"] | None, str]:
    stems = [each.stem for each in tokens(words)]
    said = set(stems)
    negated = bool(_NEGATION.search(words))
    for term in limit.terms:
        if _stems(term) and _stems(term) <= said:
            return ("unclear" if negated else "crosses"), f"says {term!r}" + (" under a negation" if negated else "")
    wanted = {each.stem for each in content(tokens(limit.excluded))} - _vague()
    share = len(wanted & said) / len(wanted) if wanted else 0.0
    if len(wanted) >= _FEWEST and share >= _MOST:
        return ("unclear" if negated else "crosses"), f"says what is excluded ({limit.excluded!r})"
    return (
        ("unclear", f"comes near what is excluded ({limit.excluded!r})")
        if len(wanted) > _FEWEST and share > _SOME
        else (None, "")
    )


def _stems(term: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[^\W\d_]+", term.lower())}


def _vague() -> set[str]:
    return {stem(word) for word in read_data("coverage")["vague"]}


def _crossing(passage: _Passage, limit: Limit, verdict: Literal["crosses", "unclear"], reason: str) -> Crossing:
    return Crossing(
        limit=limit,
        verdict=verdict,
        provision=passage.provision,
        alternative=passage.alternative,
        wanted_by=passage.wanted_by,
        words=passage.words,
        span=passage.span,
        reason=reason,
    )

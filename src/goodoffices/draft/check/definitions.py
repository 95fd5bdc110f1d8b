"""Terms defined and unused, or used and undefined."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any

import msgspec

from ..sequence import Clause, Outline
from .report import Problem

__all__ = ["Definition", "check_definitions", "find_definitions", "read_data"]

_QUOTED = r"[\"“”„«]\s?(?P<term>[^\"“”„«»\n]{2,60}?)\s?[\"“”»]"
_MEANS = re.compile(
    rf"{_QUOTED}\s+(?:(?:shall|will)\s+)?(?:means?|refers?\s+to|is\s+defined|has\s+the\s+meaning|have\s+the\s+(?:following\s+)?meaning|includes?|denotes?|be\s+understood)\b"
)
_SO_CALLED = re.compile(
    rf"(?<![\"”“])(?<![\"”“]\s)(?i:\(\s?(?:(?:herein(?:after)?|collectively|together|each|jointly|in\s+short|thereafter|below)[^()\"“”\n]{{0,60}}?|the\s+|an?\s+)?){_QUOTED}(?:\s+or\s+[\"“](?P<other>[^\"”\n]{{2,60}})[\"”])?\s?\)"
)
_UNQUOTED = re.compile(
    r"\((?:hereinafter|herein)(?:\s+referred\s+to\s+as|\s+called)?[:,]?\s+(?:the\s+)?(?P<term>[A-Z][\w\s-]{1,50}?)\)"
)
_BARE_MEANS = re.compile(
    r"^\W{0,3}(?P<term>[A-Z][\w-]*(?:\s[\w-]+){0,4})\s+shall\s+have\s+the\s+(?:following\s+)?meaning"
)
_PHRASE = re.compile(r"\b[Tt]he\s+(?P<term>(?:[A-Z][a-z]+[- ]){0,3}[A-Z][a-z]+)\b(?!\s+(?:of\s+)?[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?<![\w./-])(?P<term>[A-Z]{3,7})(?![\w/-])")


class Definition(msgspec.Struct, frozen=True):
    """A term that the text defines: the word, the provision that does, and where the word stands."""

    term: str
    provision: str
    start: int
    end: int


@functools.cache
def read_data(name: str) -> dict[str, Any]:
    """Read one of this room's data files.

    Args:
        name: Its name without ending.
    """
    return tomllib.loads(resources.files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def find_definitions(clauses: Sequence[Clause]) -> tuple[Definition, ...]:
    """Find the terms that a text defines.

    Args:
        clauses: Its clauses.
    """
    found: dict[str, Definition] = {}
    for clause in clauses:
        for pattern in (_MEANS, _SO_CALLED, _UNQUOTED, _BARE_MEANS):
            for match in pattern.finditer(clause.text):
                for group in ("term", "other"):
                    if group in match.groupdict() and match[group]:
                        term = _trim(match[group])
                        span = (clause.start + match.start(group), clause.start + match.end(group))
                        found.setdefault(term, Definition(term, clause.provision, *span))
    return tuple(found.values())


def _trim(term: str) -> str:
    return re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", re.sub(r"\s+", " ", term.strip(" ,.;")))


def check_definitions(text: Outline) -> Iterator[Problem]:
    """Find the terms that are defined and unused, and those that are used and undefined.

    Args:
        text: The text.

    Yields:
        Unused terms first, each kind in the order of the text.
    """
    definitions = find_definitions(text.clauses)
    said = _Said(text)
    for each in definitions:
        plural = rf"\b{re.escape(each.term.removesuffix('s'))}(?:s|es|ies)?\b"
        if len(re.findall(plural, said.around(each.term), re.IGNORECASE)) <= 1:
            message = f"{each.term!r} is defined and never used"
            yield Problem(
                kind="unused-term", message=message, provisions=_one(each.provision), spans=((each.start, each.end),)
            )
    defined = {each.term.lower() for each in definitions}
    yield from _undefined(text, defined, said)
    yield from _acronyms(text, defined, said)


class _Said:
    """The clauses of a text by their words, so that each term is looked for only where it can stand."""

    def __init__(self, text: Outline) -> None:
        self._by_word: dict[str, list[str]] = {}
        for clause in text.clauses:
            plain = re.sub(r"\s+", " ", clause.text)
            for word in {_trunk(found[0]) for found in _WORD.finditer(plain)}:
                self._by_word.setdefault(word, []).append(plain)

    def around(self, term: str) -> str:
        """The clauses that hold the rarest word of a term, one a line."""
        listed = [self._by_word.get(_trunk(found[0]), []) for found in _WORD.finditer(term)]
        rarest = sorted(listed, key=len)[:1]
        return "\n".join(rarest[0]) if rarest else ""


def _trunk(word: str) -> str:
    """A word without what its plural adds."""
    lower = word.lower()
    return lower.removesuffix("ies") if lower.endswith("ies") else re.sub(r"(?:es|s|y|e)$", "", lower)


def _one(provision: str) -> tuple[str, ...]:
    return (provision,) if provision else ()


def _undefined(text: Outline, defined: set[str], said: _Said) -> Iterator[Problem]:
    uses: dict[str, list[tuple[Clause, int, int]]] = {}
    for clause in text.clauses:
        if clause.heading:
            continue
        for found in _PHRASE.finditer(clause.text):
            term = re.sub(r"\s+", " ", found["term"])
            if _stands_for_something(term):
                uses.setdefault(term, []).append((clause, found.start("term"), found.end("term")))
    for term, places in uses.items():
        if not _is_introduced(term, defined, said.around(term)):
            yield _problem(term, places, "is used as a defined term, but nothing defines or introduces it")


def _stands_for_something(term: str) -> bool:
    terms = read_data("terms")
    words = term.split()
    if len(words) == 1:
        return term in terms["nouns"]
    return words[-1] in terms["last"] and not any(word in terms["standing"] for word in words)


def _is_introduced(term: str, defined: set[str], whole: str) -> bool:
    """Is there a definition, a longer name that ends so, "a commission", or "establish ... the Commission"?"""
    lower = term.lower()
    singular = re.escape(lower.removesuffix("s"))
    if lower in defined or lower.removesuffix("s") in defined or any(each.endswith(" " + lower) for each in defined):
        return True
    escaped = re.escape(term.removesuffix("s"))
    patterns = (
        rf"(?i:\b(?:an?|one|each|any|following|two|three|four|five|six)\s(?:[\w-]+\s){{0,6}}{singular}(?:s|es)?\b)",
        rf"\b(?:[A-Z][\w-]+\s(?:and\s|of\s|for\s|on\s)?){{1,5}}{escaped}s?\b" if " " not in term else r"(?!)",
        rf"\b{escaped}s?\s(?:for|on|of|to)\s(?:the\s)?[A-Z]",
        rf"(?i:\b(?:establish|create|set\s+up|form|constitute|designate|delimit)(?:e?s|e?d|ing|ment|ion)?\b[^.;\n]{{0,80}}\b{singular})",
    )
    return any(_names(pattern, term, whole) for pattern in patterns)


def _names(pattern: str, term: str, whole: str) -> bool:
    return any(not re.fullmatch(rf"[Tt]he\s{re.escape(term)}", found[0]) for found in re.finditer(pattern, whole))


def _acronyms(text: Outline, defined: set[str], said: _Said) -> Iterator[Problem]:
    known = set(read_data("terms")["known"])
    uses: dict[str, list[tuple[Clause, int, int]]] = {}
    for clause in text.clauses:
        if clause.heading or clause.text.isupper():
            continue
        for found in _ACRONYM.finditer(clause.text):
            if found["term"] not in known and found["term"].lower() not in defined:
                uses.setdefault(found["term"], []).append((clause, found.start(), found.end()))
    for term, places in uses.items():
        if len(places) > 1 and not re.search(
            rf"[\[(][^()\[\]\n]{{0,40}}\b{term}\b[^()\[\]\n]{{0,10}}[\])]|\b{term}\s\([A-Z]", said.around(term)
        ):
            yield _problem(term, places, "is used and nowhere written out")


def _problem(term: str, places: list[tuple[Clause, int, int]], what: str) -> Problem:
    provisions = tuple(dict.fromkeys(clause.provision for clause, _, _ in places if clause.provision))
    spans = tuple((clause.start + start, clause.start + end) for clause, start, end in places)
    return Problem(kind="undefined-term", message=f"{term!r} {what}", provisions=provisions, spans=spans)

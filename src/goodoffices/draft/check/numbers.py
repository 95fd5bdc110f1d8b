"""A figure or a day that two provisions give differently.

Precision first: two clauses are held against each other only where they turn on the same word, share most of what they
say beside the figure, count the same thing in the same relation, and name nobody and nothing that the other does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import msgspec

from ..sequence import Clause, Gazetteer, Outline
from ..sequence.acts import act_of
from ..sequence.words import content, stem, tokens
from .definitions import read_data
from .report import Problem

__all__ = ["check_numbers"]

_WORDS = {
    word: value
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_FIGURE = re.compile(
    r"(?<![\w.,:/-])(?P<number>\d{1,3}(?:[,\s]\d{3})+|\d+(?:\.\d+)?|(?i:"
    + "|".join(_WORDS)
    + r"))(?:\s?\((?P<again>\d+)\))?[\s-]{1,3}(?P<between>(?:[a-z-]+\s){0,2}?)(?P<noun>%|[a-z]{2,}s?)\b"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{'|'.join(_MONTHS)}),?\s(?P<year>\d{{4}})\b"
)
_NAME = re.compile(r"(?<=[a-z,]\s)[A-Z][\w-]+")
_SAME = 0.7
_FEWEST_SHARED = 2
_HOW_MANY = "#"
"""What tells how many there are of something is compared whatever verb it stands with."""
_MOST_ALIKE = 60
"""So many clauses that turn on one word and count one thing are held against each other."""


class _Figure(msgspec.Struct, frozen=True):
    clause: Clause
    value: float
    noun: str
    words: str
    span: tuple[int, int]
    around: frozenset[str]
    heads: frozenset[str]
    names: frozenset[str]
    apart: frozenset[str]
    composition: bool


def check_numbers(text: Outline, places: Gazetteer) -> Iterator[Problem]:
    """Find the figures and days that two provisions give differently for the same thing.

    Args:
        text: The text.
        places: Its provisions, for their numbers.
    """
    buckets: dict[tuple[str, str], list[_Figure]] = {}
    for clause in text.clauses:
        for figure in _figures(clause):
            for head in (figure.heads or {""}) | ({_HOW_MANY} if figure.composition else set()):
                buckets.setdefault((figure.noun, head), []).append(figure)
    seen: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for figures in buckets.values():
        for first, second in combinations(figures[:_MOST_ALIKE], 2):
            if (first.span, second.span) not in seen and _clash(first, second):
                seen.add((first.span, second.span))
                yield _problem(first, second, places)


def _figures(clause: Clause) -> Iterator[_Figure]:
    if (
        not clause.provision
        or clause.heading
        or not re.search(r"\d|(?i:\b(?:" + "|".join(_WORDS) + r")\b)", clause.text)
    ):
        return
    found = [(_value(each), _noun(each), each) for each in _FIGURE.finditer(clause.text)]
    dates = list(_DATE.finditer(clause.text))
    found = [each for each in found if each[1] and not any(day.start() <= each[2].start() < day.end() for day in dates)]
    nouns = [noun for _, noun, _ in found]
    heads = act_of(clause.text)[0]
    for value, noun, match in found:
        if nouns.count(noun) == 1:
            yield _figure(clause, value, noun, match, heads)
    if len(dates) == 1:
        yield _figure(clause, _date_value(dates[0]), "date", dates[0], heads)


def _value(found: re.Match[str]) -> float:
    text = (found["again"] or found["number"]).replace(",", "").replace(" ", "").lower()
    return float(_WORDS[text]) if text in _WORDS else float(text)


def _noun(found: re.Match[str]) -> str:
    noun = found["noun"].lower()
    plural = noun.endswith("s") or noun in read_data("numbers")["units"] or noun in {"people", "men", "personnel"}
    return stem(noun) if plural and noun not in {"is", "was", "as", "its", "has", "this", "points"} else ""


def _date_value(found: re.Match[str]) -> float:
    return int(found["year"]) * 10_000 + (_MONTHS.index(found["month"]) + 1) * 100.0 + int(found["day"])


def _figure(clause: Clause, value: float, noun: str, found: re.Match[str], heads: frozenset[str]) -> _Figure:
    rest = clause.text[: found.start()] + " " + clause.text[found.end() :]
    stems = {each.stem for each in content(tokens(rest))} - {noun}
    words = {each.word for each in tokens(rest)}
    near = {each.word for each in tokens(clause.text[max(0, found.start() - 40) : found.start()])}
    return _Figure(
        clause,
        value,
        noun,
        re.sub(r"\s+", " ", found[0]),
        (clause.start + found.start(), clause.start + found.end()),
        frozenset(stems),
        heads,
        frozenset(_NAME.findall(rest)),
        frozenset(words) & frozenset(read_data("numbers")["apart"]),
        bool(near & set(read_data("numbers")["composition"])),
    )


def _clash(first: _Figure, second: _Figure) -> bool:
    if first.clause.provision == second.clause.provision or first.value == second.value:
        return False
    if first.apart != second.apart or (first.names - second.names and second.names - first.names):
        return False
    shared = len(first.around & second.around)
    smaller, larger = sorted((len(first.around), len(second.around)))
    alike = shared / larger if larger else 0.0
    if first.composition and second.composition:
        return shared >= 1 and shared == smaller
    return shared >= _FEWEST_SHARED and (alike >= _SAME or (shared == smaller and shared >= _FEWEST_SHARED + 1))


def _problem(first: _Figure, second: _Figure, places: Gazetteer) -> Problem:
    one, other = places.number(first.clause.provision), places.number(second.clause.provision)
    return Problem(
        kind="conflicting-number",
        message=f"{one} says {first.words!r} where {other} says {second.words!r} for what looks like the same thing",
        provisions=(first.clause.provision, second.clause.provision),
        spans=(first.span, second.span),
    )

"""What sentences measure: within what time a thing is to be done, how often, how long it lasts."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from goodoffices.record.report import Report

from .measured import clause_of, is_wanted, matter_of, patterns
from .sentences import Sentence, sentences_of
from .stocks import number_in, number_pattern

__all__ = ["UNIT", "Measure", "in_days", "looks_back", "measures_of", "number_named", "term_pattern"]

_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4, "year": 365.0}
UNIT = "hours?|days?|weeks?|fortnights?|months?|years?"
_RATES = {
    "hourly": 720.0,
    "daily": 30.4,
    "nightly": 30.4,
    "weekly": 4.35,
    "fortnightly": 2.17,
    "biweekly": 2.17,
    "monthly": 1.0,
    "quarterly": 1 / 3,
    "half-yearly": 1 / 6,
    "yearly": 1 / 12,
    "annually": 1 / 12,
}
"""Times a month."""
_OFTEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0, "other": 0.5}
_BACK = re.compile(
    r"\W*(?:they|it|these|this|that|their|its|the (?:text|document|draft|paper|accord|agreement|plan|first|"
    r"sessions?|meetings?))\b",
    re.IGNORECASE,
)
"""Opens a clause that points back to what was told before."""
_BEFORE = 4
"""Sentences that such a clause points back to, at most."""
_PAST = re.compile(r"\b(?:past|last|previous)\b", re.IGNORECASE)
_AHEAD = 45
"""Characters before a time that tell that it is past."""


class Measure(msgspec.Struct, frozen=True):
    """A time that a clause gives of something.

    Attributes:
        sentence: The sentence.
        kind: ``term`` (days), ``often`` (times a month), ``length`` (days) or ``course`` (days that a plan runs).
        value: How much; of a range, the most.
        text: It, in the report's words.
        acts: The acts, or the things that last, of which it can be.
        words: What the clause is about, without these.
        around: What the sentences are about to which it points back, or the question that it answers.
        told: The sentence up to where the measure ends: who does it stands there.
        least: How much at the least, where it is a range; None where it is none.
    """

    sentence: Sentence
    kind: str
    value: float
    text: str
    acts: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    told: str
    least: float | None = None

    def fits(self, other: Measure, rough: float) -> bool:
        """Do the two differ by no more than a share of the longer?"""
        low, high = sorted((self, other), key=lambda each: each.value)
        return low.value >= (high.value if high.least is None else high.least) - rough * high.value


def measures_of(report: Report) -> Iterator[Measure]:
    """The measures that the sentences of a report give, those that somebody merely wants left out.

    Args:
        report: The report.
    """
    if not _any().search(report.text):
        return
    before: list[Sentence] = []
    for sentence in sentences_of(report):
        if not sentence.asks and _any().search(sentence.text):
            yield from _in_sentence(sentence, before)
        before = [*before[-_BEFORE + 1 :], sentence]


def _in_sentence(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Measure]:
    text = sentence.said
    for kind, value, match in itertools.chain(_terms(text), _rates(text), _lengths(text)):
        start, end = clause_of(text, match.start())
        clause = text[start:end]
        if value is None or is_wanted(text, match.start(), match.end()):
            continue
        around, asked = _around(clause, sentence, before)
        acts = _acts(kind, clause, match[0])
        if not acts and asked:
            acts = _acts(kind, around, match[0])
        if acts:
            head = text[: text.find(" | ")] if " | " in text else ""
            words = matter_of(f"{head} {clause.replace(match[0], ' ')}", acts)
            told = text[: match.end()]
            least = in_days(low, match["unit"]) if kind == "term" and (low := match["low"]) else None
            yield Measure(sentence, kind, value, match[0].strip(), acts, words, matter_of(around, acts), told, least)


def _around(clause: str, sentence: Sentence, before: Sequence[Sentence]) -> tuple[str, bool]:
    """The sentences that a clause points back to, and whether it answers a question."""
    last = before[-1] if before else None
    if last is not None and last.asks and last.line != sentence.line:
        return last.said, True
    near = [each for each in before if each.line == sentence.line]
    return (" ".join(each.said for each in near), False) if near and _BACK.match(clause) else ("", False)


def _terms(text: str) -> Iterator[tuple[str, float | None, re.Match[str]]]:
    for match in term_pattern().finditer(text):
        if not looks_back(text, match):
            yield "term", in_days(match["n"], match["unit"]), match


def _rates(text: str) -> Iterator[tuple[str, float | None, re.Match[str]]]:
    for match in _rate().finditer(text):
        if match["word"]:
            yield "often", _RATES[match["word"].casefold()], match
            continue
        often = _OFTEN.get((match["often"] or "").casefold()) or float(number_in(match["often"] or "one") or 1)
        every = _OFTEN.get((match["every"] or "").casefold())
        spans = 1 / every if every else float(number_in(match["every"] or "one") or 1)
        yield "often", often * 30.4 / (spans * _DAYS[_single(match["per"])]), match


def _lengths(text: str) -> Iterator[tuple[str, float | None, re.Match[str]]]:
    for match in _length().finditer(text):
        number, unit = (match["n"], match["unit"]) if match["n"] else (match["m"], match["other"])
        if not looks_back(text, match):
            yield "length", in_days(number, unit), match


def looks_back(text: str, match: re.Match[str]) -> bool:
    """ "The first talks in seven months", "in the last 30 days"."""
    ahead = text[max(match.start() - _AHEAD, 0) : match.start()]
    near = re.split(r"[,;:|]", ahead)[-1]
    return bool(re.search(r"\b(?:first|second|third|fourth|only|last|past|previous) [^.]*$", near)) or bool(
        _PAST.search(match[0])
    )


def in_days(number: str, unit: str) -> float | None:
    """How many days a number of some unit is; None where it is no number."""
    count = number_in(number)
    return None if count is None else count * _DAYS[_single(unit)]


def _single(unit: str) -> str:
    return unit.casefold().removesuffix("s")


def _acts(kind: str, clause: str, measured: str) -> frozenset[str]:
    if kind == "length":
        return frozenset(name for name, pattern in patterns("lengths").items() if pattern.search(measured))
    return frozenset(name for name, pattern in patterns("acts").items() if pattern.search(clause))


@functools.cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{UNIT}|{'|'.join(_RATES)})\b", re.IGNORECASE)


def number_named(name: str) -> str:
    """The pattern of a number, its group with a name."""
    return number_pattern().replace("(", f"(?P<{name}>", 1)


@functools.cache
def term_pattern() -> re.Pattern[str]:
    """The pattern of a time within which something is done: groups ``low`` (of a range), ``n`` and ``unit``."""
    number, other = number_named("n"), number_pattern().replace("(", "(?:", 1)
    return re.compile(
        rf"\b(?:within|no(?:t)? later than|in (?:no more|less) than|inside|in)"
        rf"(?: the)?(?: (?:next|first|following|coming|a maximum of|"
        rf"at most))? (?:between )?(?:(?P<low>{other})(?: to | or | and |-|–))?{number} (?:\w+ )?(?P<unit>{UNIT})\b"
        rf"(?! of talks| of war)",
        re.IGNORECASE,
    )


@functools.cache
def _rate() -> re.Pattern[str]:
    number = number_pattern().replace("(", "(?:", 1)
    words = "|".join(_RATES)
    return re.compile(
        rf"\b(?P<word>{words})\b|"
        rf"(?:\b(?P<often>once|twice|thrice|{number}(?= times)) (?:times )?\b(?:every|each|a|per)|\b(?:every|each))"
        rf"\b(?: (?P<every>other|{number}))? (?P<per>days?|weeks?|fortnights?|months?|years?)\b",
        re.IGNORECASE,
    )


@functools.cache
def _length() -> re.Pattern[str]:
    nouns = "|".join(pattern.pattern for pattern in patterns("lengths").values())
    return re.compile(
        rf"\b{number_named('n')}[- ](?P<unit>{UNIT})(?:[- ]long)? (?:\w+ ){{0,2}}?(?:{nouns})\b|"
        rf"\b(?:{nouns})\b(?: \w+){{0,5}}? (?:for|of|lasts?|lasting|run for|"
        rf"runs for) {number_named('m')} (?P<other>{UNIT})\b",
        re.IGNORECASE,
    )

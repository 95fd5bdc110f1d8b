"""Clashes of counts: how many are held or displaced, and what happened never or so many times."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import Content
from goodoffices.record.report import Report

from . import lexicon
from .claims import Claim
from .clash import Clash
from .lexicon import Stock
from .sentences import Sentence, sentences_of
from .shelf import Shelf
from .topics import Topics
from .voices import voice_of_sentence
from .wording import matter

__all__ = ["Count", "clashes_of_count", "counts_of", "number_in", "number_pattern"]

_ROUGH = 0.1
"""Counts that differ by no more than this share of the larger are one count, roughly told."""
_LEAD = 30
_HUNDRED, _ROUND = 100, 10
_ROUGHLY = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to|up to|as many as|"
    r"under|fewer than|less than|at most|no more than|more than|over|at least|upwards of|in excess of) (?:the )?$"
)
_PART = re.compile(
    r"\b(?:first|next|another|other|last|further|additional|extra|up to|same|these|those|"
    r"only) (?:\w+ )?$",
    re.IGNORECASE,
)
"""Before a number of some of them only."""
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_NEVER = re.compile(r"\b(?:not|never|without)\b(?: \w+){0,3}? (?:a single|one single|any) (\w+)", re.IGNORECASE)
_TIMES = re.compile(r"\b(\w+)(?: \w+){0,3}? (\w+) times\b", re.IGNORECASE)
_ROOT = 5
"""Letters by which a verb and its noun are known to be one."""


class Count(msgspec.Struct, frozen=True):
    """A number that a sentence gives of a stock."""

    sentence: Sentence
    number: int
    exact: bool = False
    least: bool = False

    def fits(self, other: Count) -> bool:
        """Can both hold? Numbers told exactly differ where they differ at all; "more than 1,600" excludes 1,582."""
        if self.exact and other.exact:
            return self.number == other.number
        for one, two in ((self, other), (other, self)):
            if one.least and two.exact and two.number < one.number:
                return False
        return abs(self.number - other.number) <= _ROUGH * max(self.number, other.number)


def clashes_of_count(claims: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find where sentences of different reports count one stock differently, or one has never what one has so often."""
    found: dict[str, list[Count]] = defaultdict(list)
    never: list[Clash] = []
    topics: Topics | None = None
    told = list(claims)
    for report in shelf.originals:
        for key, count in counts_of(report):
            found[key].append(count)
        for what, *pair in _never_and_often(report):
            topics = topics or Topics(told)
            voices = tuple(voice_of_sentence(each, topics, shelf) for each in pair)
            issue = "ceasefire" if _root(what) in _breaches() else topics.issue_of(*pair)
            never.append(Clash(about=what, issue=issue, voices=voices))
    for key, counts in sorted(found.items()):
        stock = lexicon.stocks()[key]
        sides = _apart(counts, shelf, stock)
        if sides:
            topics = topics or Topics(told)
            numbers = " or ".join(str(number) for number in sorted({count.number for count in sides}))
            voices = tuple(voice_of_sentence(count.sentence, topics, shelf) for count in sides)
            yield Clash(about=f"{stock.label.capitalize()}: {numbers}", issue=stock.issue, voices=voices)
    yield from never


def _apart(counts: Sequence[Count], shelf: Shelf, stock: Stock) -> list[Count]:
    """The first count of each source, where two of them cannot both hold; empty where all fit."""
    first: dict[str, Count] = {}
    several: set[str] = set()
    for count in counts:
        known = first.setdefault(shelf.source(count.sentence.report), count)
        if not known.fits(count):
            several.add(shelf.source(count.sentence.report))
    sides = [count for source, count in first.items() if source not in several]
    return [one for one in sides if any(_differ(one, other, shelf, stock) for other in sides)]


def _differ(one: Count, other: Count, shelf: Shelf, stock: Stock) -> bool:
    days = shelf.day(one.sentence.report), shelf.day(other.sentence.report)
    near = days[0] is None or days[1] is None or abs(days[0] - days[1]) <= dt.timedelta(days=stock.within_days)
    low, high = sorted((one.number, other.number))
    alike = stock.within_times is None or high <= stock.within_times * low
    return near and alike and not one.fits(other)


def counts_of(report: Report) -> Iterator[tuple[str, Count]]:
    """The counts of stocks that the sentences of a report give, each with the key of its stock."""
    before: Sentence | None = None
    for sentence in sentences_of(report):
        if not sentence.asks and (_any_number().search(sentence.text) or (before is not None and before.asks)):
            for key, stock in lexicon.stocks().items():
                number = _counted(sentence, before, stock)
                if number is not None and number >= stock.at_least:
                    yield key, _count(sentence, number, stock)
        before = sentence


def _count(sentence: Sentence, number: int, stock: Stock) -> Count:
    """A number with how it is told: a round one or one led in by "some" is rough."""
    bounds = lexicon.words().bounds
    text = sentence.said
    leads = [
        text[max(match.start() - _LEAD, 0) : match.start()].casefold()
        for match in re.finditer(number_pattern(), text, re.IGNORECASE)
        if number_in(match[0]) == number
    ]
    least = any(re.search(rf"\b(?:{'|'.join(bounds['least'])}|more than|at least|over) $", lead) for lead in leads)
    rough = any(_ROUGHLY.search(lead) for lead in leads) or (number >= _HUNDRED and number % _ROUND == 0)
    return Count(
        sentence, number, exact=stock.told_exactly and not rough and not least, least=stock.told_exactly and least
    )


def _counted(sentence: Sentence, before: Sentence | None, stock: Stock) -> int | None:
    """The number that a sentence gives of a stock, alone or as an answer; None where it gives none, or two."""
    text = sentence.said
    matches = [m for m in _forms(stock).finditer(text) if not (stock.told_exactly and _PART.search(text[: m.start()]))]
    found = {number for match in matches for number in _numbers(match)}
    if not found and before is not None and before.asks and _questions(stock).search(before.said):
        answer = re.match(rf"({_DIGITS}|[a-z]+(?:-[a-z]+)?)\b", text, re.IGNORECASE)
        found = {number} if answer and (number := number_in(answer[1])) is not None else set()
    if len(found) != 1 or any(re.search(pattern, text, re.IGNORECASE) for pattern in stock.not_with):
        return None
    return found.pop()


def _numbers(match: re.Match[str]) -> Iterator[int]:
    for text in match.groups():
        if text and (number := number_in(text)) is not None:
            yield number


def number_in(text: str) -> int | None:
    """The number that `text` is, in digits or in words ("twelve", "two thousand"); None where it is none."""
    if text[0].isdigit():
        return int(text.replace(",", ""))
    words = re.split(r"[ -]", text.casefold())
    scale = _SCALES.get(words[-1], 1)
    parts = [lexicon.words().numbers.get(word) for word in (words if scale == 1 else words[:-1])]
    known = [part for part in parts if part is not None]
    return sum(known) * scale if known and len(known) == len(parts) else None


@functools.cache
def number_pattern() -> str:
    """The pattern of a number in digits or in words, with one group."""
    words = "|".join(lexicon.words().numbers)
    return rf"\b({_DIGITS}|(?:{words})(?:-(?:{words}))?(?: (?:{'|'.join(_SCALES)}))?)\b"


@functools.cache
def _any_number() -> re.Pattern[str]:
    """Without a match of it no form of any stock matches: most sentences meet no other pattern."""
    return re.compile(number_pattern(), re.IGNORECASE)


@functools.cache
def _forms(stock: Stock) -> re.Pattern[str]:
    nouns = f"(?:{'|'.join(stock.nouns)})"
    forms = (form.replace("{n}", number_pattern()).replace("{noun}", nouns) for form in stock.forms)
    return re.compile("|".join(forms), re.IGNORECASE)


@functools.cache
def _questions(stock: Stock) -> re.Pattern[str]:
    nouns = f"(?:{'|'.join(stock.nouns)})"
    return re.compile("|".join(stock.questions).replace("{noun}", nouns) or r"(?!)", re.IGNORECASE)


def _never_and_often(report: Report) -> Iterator[tuple[str, Sentence, Sentence]]:
    """Sentences of one report, of two turns or paragraphs, of which one has never what the other has so many times."""
    if not _NEVER.search(report.text) or not _TIMES.search(report.text):
        return
    never: dict[str, tuple[str, Sentence]] = {}
    often: dict[str, tuple[str, Sentence]] = {}
    for sentence in sentences_of(report):
        for match in _NEVER.finditer(sentence.said):
            never.setdefault(_root(match[1]), (match[1], sentence))
        for match in _TIMES.finditer(sentence.said):
            if number_in(match[2]) is not None:
                for word in match[0].split():
                    often.setdefault(_root(word), (match[2], sentence))
    for root in sorted((never.keys() & often.keys()) - {""}):
        (what, one), (times, other) = never[root], often[root]
        words = matter(one.said) & matter(other.said)
        if one.line != other.line and any(not word.startswith(root[:_ROOT]) for word in words):
            yield f"{what.capitalize()}: never, or {times} times", one, other


@functools.cache
def _breaches() -> frozenset[str]:
    """Roots of the words for breaking what was agreed: how often is a matter of the truce, whoever counts."""
    return frozenset(_root(word) for word in lexicon.words().means) - {""}


def _root(word: str) -> str:
    """What "violated" and "violation" have in common; nothing of a short word."""
    return word.casefold()[:_ROOT] if len(word) > _ROOT else ""

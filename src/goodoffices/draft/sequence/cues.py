"""The words of waiting in a clause: which cue, what it waits for, and in which sense."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import islice, pairwise

import msgspec

from .words import data

__all__ = ["Cue", "find_cues", "has_calendar_date", "is_telling"]

_NUMBER = (
    r"(?:\d{1,4}(?:\s?\|\s?\d{1,4})*|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen"
    r"|eighteen|twenty|twenty-one|thirty|forty|forty-five|forty-eight|sixty|seventy-two|ninety|twenty-four"
    r"|one\s+hundred(?:\s+and\s+\w+)?)(?:\s?\(\d{1,4}\))?)"
)
_UNIT = r"(?:(?:calendar|working|business|consecutive)\s+)?(?P<unit{n}>hours?|days?|weeks?|months?|years?)"
_SPAN = (
    r"(?:the\s+|a\s+(?:maximum\s+)?(?:period|term)\s+of\s+|a\s+maximum\s+of\s+|at\s+(?:most|least)\s+|the\s+first\s+)?"
    rf"(?P<count{{n}}>{_NUMBER})[\s-]{{1,3}}{_UNIT}"
)
_DAY = (
    r"(?:the\s+)?(?:days?\s+(?P<day{n}>\d{1,3}|one|two|three|five|ten|D(?:\s?\+\s?\d{1,3})?)"
    r"|(?P<nth{n}>\d{1,3}(?:st|nd|rd|th)|first|second|third|tenth)\s+day)"
)
_WORDS = {
    w: n
    for n, w in enumerate(
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {
    "an": 1,
    "a": 1,
    "fourteen": 14,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "twenty-one": 21,
    "twenty-four": 24,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "forty-eight": 48,
    "sixty": 60,
    "seventy-two": 72,
    "ninety": 90,
    "first": 1,
    "second": 2,
    "third": 3,
    "tenth": 10,
}
_COUNTED = frozenset((*_WORDS, "day", "days"))
_MOST_CUES = 20
"""No honest clause has more; what repeats one word without end is not read further."""
_TOKEN = re.compile(r"\w+")
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_CALENDAR = re.compile(
    rf"(?i)\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTHS}|{_MONTHS}\s+\d{{1,4}}|(?:19|20)\d\d[a-z]?\b|the\s+(?:end\s+of\s+the\s+)?"
    rf"(?:calendar\s+|current\s+)?(?:year|month|week)\b|{_MONTHS}|\d{{1,2}}[:.]\d\d\b|midnight|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)


class Cue(msgspec.Struct, frozen=True):
    """One word of waiting.

    Attributes:
        kind: ``after``, ``within``, ``deadline``, ``until``, ``before``, ``together``, ``proviso`` or ``precondition``.
        words: The cue as it stands.
        start: Offset in the clause's text.
        end: Offset behind it, where the event begins.
        days: The stretch of time that it names, in days (a month counts 30), or None.
    """

    kind: str
    words: str
    start: int
    end: int
    days: float | None = None


@functools.cache
def _grammar() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """By first word ("#" for figures and days): one pattern for its cues, the longest first, and their kinds."""
    listed: dict[str, list[tuple[str, str]]] = {}
    for kind, entries in data("cues")["kinds"].items():
        for words in entries:
            first = words.split()[0]
            listed.setdefault("#" if first.startswith("{") else first, []).append((kind, words))
    return {first: _compiled(entries) for first, entries in listed.items()}


def _compiled(entries: list[tuple[str, str]]) -> tuple[re.Pattern[str], dict[str, str]]:
    ordered = sorted(entries, key=lambda pair: (-len(pair[1]), pair[1]))
    kinds = {f"k{place}": kind for place, (kind, _) in enumerate(ordered)}
    parts = [f"(?P<k{place}>{_pattern(words, place)})" for place, (_, words) in enumerate(ordered)]
    return re.compile("(?:" + "|".join(parts) + r")(?![\w-])", re.IGNORECASE), kinds


def _pattern(words: str, place: int) -> str:
    pieces = []
    for number, word in enumerate(words.split()):
        mark = f"{place}_{number}"
        fillers = {"{span}": _SPAN, "{day}": _DAY}
        pieces.append(fillers[word].replace("{n}", mark) if word in fillers else re.escape(word))
    return r"\s{1,4}".join(pieces)


def find_cues(text: str) -> list[Cue]:
    """Find the words of waiting in a clause, those that say no order left out.

    Args:
        text: Words of one clause.
    """
    return list(islice(_cues(text), _MOST_CUES))


def _cues(text: str) -> Iterator[Cue]:
    grammar = _grammar()
    at = 0
    for word in _TOKEN.finditer(text):
        lower = word[0].lower()
        key = "#" if lower[0].isdigit() or lower in _COUNTED else lower
        if word.start() < at or key not in grammar or text[word.start() - 1 : word.start()] == "-":
            continue
        pattern, kinds = grammar[key]
        if found := pattern.match(text, word.start()):
            at = found.end()
            kind = next(kind for group, kind in kinds.items() if found[group] is not None)
            words = re.sub(r"\s+", " ", found[0].lower())
            if not _is_idle(words, text, found.start(), found.end()):
                yield _turned(Cue(kind, found[0], found.start(), found.end(), _days(found)), text)


def _is_idle(words: str, text: str, start: int, end: int) -> bool:
    """Do the neighbours of a cue say that it means no order?"""
    cues = data("cues")
    before = re.findall(r"[\w'’-]+", text[max(0, start - 40) : start].lower())
    if before and before[-1] in cues["not_behind"].get(words, ()):
        return " ".join(before[-2:]) not in cues["yet_behind"].get(words, ())
    behind = text[end : end + 60].lower().lstrip()
    follows = cues["not_before"].get(words, ())
    return any(behind.startswith(each) and not behind[len(each) : len(each) + 1].isalnum() for each in follows)


def _turned(cue: Cue, text: str) -> Cue:
    """ "at the latest" behind a counted day makes a term of it; "not ... until" and "not before" are "after"."""
    if cue.kind in {"until", "before"} and _is_negated(text, cue.start):
        return msgspec.structs.replace(cue, kind="after")
    if (
        cue.kind == "after"
        and cue.days is not None
        and re.search(r"\bat\s+the\s+latest\b", text[cue.end : cue.end + 120])
    ):
        return msgspec.structs.replace(cue, kind="deadline")
    return cue


def _is_negated(text: str, at: int) -> bool:
    words = re.findall(r"[\w'’]+", text[max(0, at - 120) : at].lower())
    negations = data("cues")["negations"]["list"]
    return any(word in negations for word in words) and "notwithstanding" not in words[-3:]


def _days(found: re.Match[str]) -> float | None:
    groups = {
        name: value for name, value in found.groupdict().items() if value is not None and not name.startswith("k")
    }
    count = next((value for name, value in groups.items() if name.startswith("count")), "")
    unit = next((value for name, value in groups.items() if name.startswith("unit")), "day").lower().removesuffix("s")
    day = next((value for name, value in groups.items() if name.startswith(("day", "nth"))), "")
    number = _number(count or day)
    return None if number is None else number * _DAYS[unit if count else "day"]


def _number(words: str) -> float | None:
    figures = re.findall(r"\d+", words)
    if figures:
        return float(figures[-1])
    return float(_WORDS[words.lower()]) if words.lower() in _WORDS else None


def has_calendar_date(text: str) -> bool:
    """Do the words begin with a day, month or year of the calendar, or with "the end of the year"?

    Args:
        text: What stands behind a cue.
    """
    lead = re.match(
        r"(?i)\s*(?:the\s+)?(?:(?:end|beginning|middle|start|first\s+half|close)\s+of\s+)?(?:the\s+)?(?:\d{2}[.:]\d{2}\s+(?:AM\s+|hours\s+)?\S*\s*)?",
        text,
    )
    return bool(_CALENDAR.match(text, lead.end() if lead else 0) or _CALENDAR.match(text.lstrip()))


def is_telling(text: str) -> bool:
    """Does a clause tell or recall, and order nothing?

    Args:
        text: Words of one clause.
    """
    telling = data("cues")["telling"]
    words = re.findall(r"[a-z'’-]+", text[:600].lower())
    if not words:
        return False
    if words[0] in telling["openings"] or " ".join(words[:2]) in telling["openings"]:
        return not any(each in words for each in ("shall", "must"))
    joined = " " + " ".join(words) + " "
    if any(f" {each} " in joined for each in telling["orders"]):
        return False
    return any(word in telling["verbs"] for word in words) or any(
        word in telling["participles"] and before in telling["tellers"] for before, word in pairwise(words)
    )

"""From lexemes to what they mean: rules are tried, modifiers before them taken in, and neighbours joined."""

from __future__ import annotations

import functools
import re

import msgspec

from . import (
    rules_away,
    rules_calendar,
    rules_clock,
    rules_deictic,
    rules_length,
    rules_monthday,
    rules_reference,
    rules_repeat,
    rules_year,
)
from .found import Found, between, is_day
from .inherited import inherit_days, inherit_years
from .lexer import Lexed, lex
from .meaning import Clock, Deictic, Fixed, Later, Meaning, Nth, PartOfDay, Within
from .pattern import Grammar
from .recurring import Recurring
from .vocabulary import around, words

__all__ = ["Found", "recognise"]


@functools.cache
def _grammar() -> Grammar:
    books = (
        rules_calendar,
        rules_monthday,
        rules_year,
        rules_clock,
        rules_deictic,
        rules_away,
        rules_reference,
        rules_repeat,
        rules_length,
    )
    return Grammar(book.BOOK for book in books)


def recognise(text: str) -> tuple[Lexed, list[Found]]:
    """Find the expressions of a passage, in order; none overlaps another.

    Args:
        text: A passage with straight quotes.
    """
    lexed = lex(text)
    found: list[Found] = []
    index, grammar = 0, _grammar()
    while index < len(lexed.classes):
        reading = grammar.read_at(lexed, index) if grammar.opens_at(lexed.classes, index) else None
        if reading is None:
            index += 1
            continue
        end, meaning = reading
        found.append(_with_modifier(lexed, Found(start=index, end=end, meaning=meaning), found[-1].end if found else 0))
        index = end
    return lexed, inherit_years(lexed, inherit_days(lexed, _joined(lexed, found)))


@functools.cache
def _modifiers() -> re.Pattern[str]:
    """Modifiers that stand right before an expression, as classes."""
    mark = words().symbols
    edge = f"(?P<edge>{mark['edge']}){mark['dash']}?"
    noun = f"(?P<noun>{mark['edge_noun']}){mark['of']}"
    approx = f"(?P<approx>{mark['approx']})"
    whole = f"(?P<whole>{mark['whole']})"
    return re.compile(f"(?:{mark['the']})?(?:{edge}|{noun}|{whole})$|{approx}$")


_LONGEST_MODIFIER = 3


def _with_modifier(lexed: Lexed, found: Found, floor: int) -> Found:
    """Take in "early", "mid-", "the end of" before a date, and "about" before a year."""
    if not isinstance(found.meaning, Fixed | Recurring | Deictic | Later | PartOfDay | Clock | Within | Nth):
        return found
    window = lexed.classes[max(floor, found.start - _LONGEST_MODIFIER) : found.start]
    match = _modifiers().search(window)
    if match is None or (match["approx"] and not isinstance(found.meaning, Fixed)):
        return found
    start = found.start - len(window) + match.start()
    kind = match.lastgroup or "edge"
    index = found.start - len(window) + match.start(kind)
    if kind == "approx" and lexed.word(index) in around("not_approximate"):
        return found
    mod = None if kind == "whole" else lexed.values[index] or None
    return msgspec.structs.replace(found, start=start, mod=mod)


def _joined(lexed: Lexed, found: list[Found]) -> list[Found]:
    """Join what is one expression: a clock and its day, a part and its day, a month and its year."""
    joined: list[Found] = []
    for item in found:
        whole = _join(lexed, joined[-1], item) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(item)
    # "the night of" is a time only where a day follows.
    return [item for item in joined if not (isinstance(item.meaning, PartOfDay) and item.meaning.day is None)]


_CONNECTORS = {
    "clock_day": {"", "on", "comma", "comma on", "of", "in"},
    "day_clock": {"", "at", "comma", "comma at"},
    "part_day": {"of", "on", "of the", ""},
    "in_container": {"", "of", "in", "comma"},
}


def _join(lexed: Lexed, first: Found, second: Found) -> Found | None:
    joint = between(lexed, first, second)
    if joint is None:
        return None
    meaning = _join_day(first.meaning, second.meaning, joint) or _join_container(first, second, joint)
    if meaning is None:
        return None
    return Found(start=first.start, end=second.end, meaning=meaning, mod=first.mod or second.mod)


def _join_day(first: Meaning, second: Meaning, joint: str) -> Meaning | None:
    """Join a time of day and its day, in either order."""
    if isinstance(first, Clock) and first.day is None:
        if joint in _CONNECTORS["clock_day"] and is_day(second):
            return Clock(first.time, second)  # type: ignore[arg-type]
        if joint in _CONNECTORS["clock_day"] and isinstance(second, PartOfDay):
            return Clock(_in_part(first.time, second.part), second.day)
    if isinstance(second, Clock) and second.day is None and joint in _CONNECTORS["day_clock"] and is_day(first):
        return Clock(second.time, first)  # type: ignore[arg-type]
    if isinstance(first, PartOfDay) and joint in _CONNECTORS["part_day"] and is_day(second):
        return PartOfDay(first.part, second)  # type: ignore[arg-type]
    return None


def _in_part(time: str, part: str) -> str:
    """Read "8:30" in the evening as 20:30."""
    hour = int(time[:2])
    later = part in {"AF", "EV", "NI"} and 1 <= hour < 12  # noqa: PLR2004  the clock has twelve hours
    return f"{hour + 12:02}{time[2:]}" if later else time


def _join_container(first: Found, second: Found, joint: str) -> Meaning | None:
    """Join "May 5" and "last year", "the first half" and "of this year"."""
    what, container = first.meaning, second.meaning
    if joint not in _CONNECTORS["in_container"] or not isinstance(what, Recurring) or what.direction:
        return None
    if not isinstance(container, Deictic) or second.mod:
        return None
    fits = container.unit == "week" if what.kind == "weekday" else container.unit == "year"
    return Within(what, container) if fits else None

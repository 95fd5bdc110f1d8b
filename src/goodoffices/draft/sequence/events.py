"""What stands behind a cue: the words of the event, and what they say of it."""

from __future__ import annotations

import functools
import re

import msgspec

from .cues import Cue, has_calendar_date
from .words import data

__all__ = ["Event", "clock_of", "read_event"]

_LONGEST = 260
_SHORTEST = 3
_OPENING_WORDS = 2
_MODAL = re.compile(r"(?i)\b(?:shall|will|must|should|may|is\s+to|are\s+to|undertakes?|agrees?|commits?)\b")
_STOP = re.compile(
    r"[;|]|:\s|(?<=\S)\s(?=(?:and|but)\s+(?:shall|will|must|may|not\s+later|no\s+later|end(?:ing|s)?|conclud(?:ing|es)"
    r"|to\s+be\s+(?:completed|finished|concluded))\b)|\s(?=to\s+be\s+(?:completed|finalized|finalised|concluded)\b)"
    r"|\s(?=(?:in\s+accordance\s+with|in\s+line\s+with|pursuant\s+to|as\s+well\s+as|as\s+set\s+out|in\s+order\s+to|so\s+as\s+to)\b)"
    r"|\s(?=at\s+the\s+latest\b)|\s(?=(?:and|but)\s+(?:after|before|once|upon|within|until|subject|provided|no\s+later|not\s+later)\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:\S+\s+){0,8}?(?:of|by|to)\s+(?:\S+\s+){0,4}?(?:document|agreement|memorandum|protocol|treaty|accord|resolution|statement)\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?:(?:\s+in\s+consultation)?\s+(?:and|or|with|of|the|not|only|but))+$", re.IGNORECASE)
_COMMA = re.compile(r",(?!\s*\d)")
_VERB = re.compile(r"(?i)\b(?:has|have|had|is|are|been|be|was|were|\w+ed)\b")


class Event(msgspec.Struct, frozen=True):
    """What a cue speaks of.

    Attributes:
        words: The event as it stands, white space made single.
        start: Offset in the clause.
        end: Offset behind it.
        reached: Which moment of it: ``done``, ``start`` or ``over`` (a state that lapses).
        clock: The outside moment that a text counts from (``sign``, ``force``, ``adopt``, ``d-day``), or "".
        dated: Is it a day of the calendar, or a thing of the past?
    """

    words: str
    start: int
    end: int
    reached: str = "done"
    clock: str = ""
    dated: bool = False


def read_event(text: str, cue: Cue, next_cue: int | None) -> Event | None:
    """Read the event behind a cue.

    Args:
        text: Words of the clause.
        cue: The cue.
        next_cue: Where the next cue of the clause stands, or None.

    Returns:
        The event, or None where no word stands behind the cue.
    """
    end = _end(text, cue, next_cue)
    raw = text[cue.end : end]
    left = len(raw) - len(raw.lstrip(" \n\t,"))
    start, end = cue.end + left, cue.end + len(raw.rstrip(" \n\t,.;:"))
    end = _trimmed(text, start, end)
    words = re.sub(r"\s+", " ", text[start:end])
    if not re.search(r"\w", words):
        return None
    return Event(words, start, end, _reached(text[cue.start : cue.end] + " " + words), clock_of(words), _dated(words))


def _trimmed(text: str, start: int, end: int) -> int:
    """Behind the name of the document that is signed the event is over; no event ends with "with and"."""
    document = _SIGNED.match(text, start, end)
    if document and clock_of(document[0]):
        return document.end()
    loose = _LOOSE.search(text, max(start, end - 60), end)
    return loose.start() if loose else end


def _end(text: str, cue: Cue, next_cue: int | None) -> int:
    """Where the event ends: at a mark, a comma, the next cue, or the clause that it introduces."""
    limit = min(len(text), cue.end + _LONGEST)
    if next_cue is not None and next_cue - cue.end > _SHORTEST:
        limit = min(limit, next_cue)
    stop = _STOP.search(text, cue.end, limit)
    if stop:
        limit = stop.start()
    limit = _closed(text, cue.end, limit)
    return _lead_end(text, cue, limit) if _is_lead(text, cue) else _comma(text, cue.end, limit)


def _is_lead(text: str, cue: Cue) -> bool:
    """Does the cue open the clause, or a part of it that the main verb follows?"""
    head = text[: cue.start].rstrip()
    opens = not head or head.endswith((",", ":", "“", '"')) or len(re.findall(r"\w+", head)) <= _OPENING_WORDS
    return opens and bool(_MODAL.search(text, cue.end, cue.end + 2 * _LONGEST))


def _lead_end(text: str, cue: Cue, limit: int) -> int:
    """The comma before the main clause: the first one, or a later one while the event still goes on."""
    modal = _MODAL.search(text, cue.end, cue.end + 2 * _LONGEST)
    last = modal.start() if modal else limit
    commas = [each.start() for each in _outside_parentheses(text, cue.end, min(limit, last))]
    if not commas:
        return _before_subject(text, cue.end, min(limit, last))
    for place, comma in enumerate(commas[:-1]):
        between = text[comma : commas[place + 1]]
        if not _VERB.search(between) and not re.match(r",\s*(?:and|or)\b", text[commas[place + 1] :]):
            return comma
    return commas[-1] if len(commas) > 1 and _VERB.search(text[commas[0] : commas[-1]]) else commas[0]


def _before_subject(text: str, start: int, end: int) -> int:
    """Without a comma, the main clause begins at its last "the ..." or capital before the verb."""
    found = [each.start() for each in re.finditer(r"\s(?=the\s|[A-Z])", text[start:end])]
    return start + found[-1] if len(found) > 1 else end


def _closed(text: str, start: int, limit: int) -> int:
    """Take in the parenthesis that would be cut."""
    inner = text[start:limit]
    if inner.count("(") > inner.count(")"):
        close = text.find(")", limit, limit + _LONGEST)
        return close + 1 if close >= 0 else limit
    if inner.count(")") > inner.count("("):
        return start + inner.index(")")
    return limit


def _outside_parentheses(text: str, start: int, end: int) -> list[re.Match[str]]:
    depth_at = [0]
    for character in text[start:end]:
        depth_at.append(depth_at[-1] + (character == "(") - (character == ")"))
    return [each for each in _COMMA.finditer(text, start, end) if depth_at[each.start() - start] <= 0]


def _comma(text: str, start: int, limit: int) -> int:
    """Behind the main clause the event ends at its first comma, unless a list of nouns or a verb goes on."""
    for comma in _outside_parentheses(text, start, limit):
        behind = text[comma.end() : comma.end() + 40]
        if re.match(r"\s*(?:including|and|or)\s+(?!shall|will|must|may|the\s+Part)", behind):
            continue
        if comma.start() - start > _SHORTEST:
            return comma.start()
    return limit


def _reached(words: str) -> str:
    said = re.findall(r"[a-z]+", words.lower())[:24]
    reached = data("cues")["reached"]
    if re.search(r"(?i)\bday\s+(?:1|one|\d+)\s+of\b|\bfirst\s+day\s+of\b", words) or any(
        w in reached["start"] for w in said
    ):
        return "start"
    return "over" if any(word in reached["over"] for word in said) else "done"


def clock_of(words: str) -> str:
    """The outside moment that a text counts from, where an event names one.

    Args:
        words: Words of the event.
    """
    head = words.lower()[:120]
    return next((clock for clock, pattern in _clocks() if pattern.search(head)), "")


@functools.cache
def _clocks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    clocks = data("cues")["clocks"].items()
    return tuple((str(clock), re.compile(rf"\b(?:{'|'.join(map(re.escape, marks))})\b")) for clock, marks in clocks)


def _dated(words: str) -> bool:
    if has_calendar_date(words):
        return True
    lower = words.lower()
    if any(mark in lower for mark in data("cues")["past"]["verbs"]):
        return True
    return (
        bool(re.search(r"\b(?:of|on|in)\s+(?:\w+\s+)?(?:\d{1,2}\s+)?(?:\w+\s+)?(?:19|20)\d\d\b", lower))
        and "by " not in lower
    )

"""What the words of one clause say beyond who and what: how often, by whom verified, where, whether kept or done."""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from ..agreement import Duty

__all__ = [
    "act_in",
    "clock_event",
    "duty_in",
    "each_in",
    "empty_words",
    "every_in",
    "kind_in",
    "slug",
    "term_in",
    "verifiers_in",
    "zones_in",
]

_VERIFIED = re.compile(
    r"\b(?i:(?:verified|certified|supervised|monitored|confirmed|controlled|overseen)\s+by"
    r"|under\s+(?:the\s+)?(?:\w+\s+)?(?:supervision|monitoring|observation|control|verification|oversight|auspices)\s+of)"
    r"\s+(?i:the\s+)?(?P<by>[A-Z][\w'-]*(?:\s+(?:of|for|and|the|on|in)?\s*[A-Z][\w'-]*){0,5})"
)
_VERIFIES = re.compile(
    r"(?P<by>[A-Z][\w'-]*(?:\s+(?:of|for|and|the|on|in)?\s*[A-Z][\w'-]*){0,5})\s+(?:shall|will|is\s+to|are\s+to)\s+"
    r"(?:jointly\s+|also\s+)?(?:verify|certify|supervise|confirm)\b"
)
_MODAL = re.compile(
    r"(?i)\b(?:shall|must|will|(?:is|are)\s+to|undertakes?\s+to|agrees?\s+to|commits?\s+(?:\w+selves\s+)?to)\s+"
)
_NOT = re.compile(r"(?i)^(?:not|never|no longer|in no case)\b|\b(?:shall|must|will)\s+(?:not|never)\b")
_NOBODY = re.compile(
    r"(?i)^\W*(?:(?:and|or|but)\s+)?(?:neither|none|nobody|no\s+one|no(?!\s+(?:later|more|less|fewer)\b))\b"
)
_EVERY = re.compile(
    r"(?i)\b(?:every|each|(?:once|at least once)\s+(?:an?|every|each|per))\s+"
    r"(?:(?P<number>\d{1,3}|[a-z]{2,8})\s+)?(?P<unit>hour|day|week|month|year)s?\b"
    r"|\b(?P<adverb>hourly|daily|weekly|fortnightly|monthly|quarterly|annually|yearly)\b"
)
_EACH = re.compile(r"(?i)\b(?:each|every|any)\s+(?P<event>(?!hour|day|week|month|year)[a-z-]{3,30})\b")
_UNITS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_ADVERBS = {
    "hourly": 1 / 24,
    "daily": 1,
    "weekly": 7,
    "fortnightly": 14,
    "monthly": 30,
    "quarterly": 91,
    "annually": 365,
    "yearly": 365,
}
_LONGEST_WORDS = 6
_LONGEST_TERM_DAYS = 36_500
_TERM = re.compile(
    r"(?i)\bwithin\s+(?P<number>\d{1,4}|[a-z]{3,8})\s+(?P<unit>hour|day|week|month|year)s?\b(?!\s+(?:of|after|from)\b)"
)


@functools.cache
def _data() -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath("data", "compiling.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def empty_words() -> frozenset[str]:
    """Words that any two clauses share."""
    return frozenset(_data()["empty"])


def slug(words: str) -> str:
    """A name made of words: small letters, digits and hyphens; at most six words."""
    found = re.findall(r"[^\W_]+", words.lower())
    name = "-".join(word for word in found if word not in {"the", "a", "an", "of"})
    name = "-".join(name.split("-")[:_LONGEST_WORDS])
    return name if name and not name[0].isdigit() else f"p{name}"


def act_in(words: str) -> str:
    """What is to be done: the clause behind its verb of duty, without what leads in."""
    modal = _MODAL.search(words)
    act = (words[modal.end() :] if modal else words).strip(" .;:,")
    return f"not {act}" if modal and _NOBODY.match(words) and not _NOT.match(act) else act


def duty_in(words: str, verb: str) -> Duty:
    """Is it to be done once, or kept?"""
    act = act_in(words)
    if _NOBODY.match(words) or _NOT.search(words) or _NOT.match(act):
        return Duty.REFRAIN
    first = re.match(r"[a-z-]+", act.lower())
    kept = set(_data()["keep"])
    return Duty.REFRAIN if verb.lower() in kept or (first and first[0] in kept) else Duty.DO


def verifiers_in(words: str) -> tuple[str, ...]:
    """Who is named to verify, certify or supervise."""
    found = [match["by"] for pattern in (_VERIFIED, _VERIFIES) for match in pattern.finditer(words)]
    return tuple(dict.fromkeys(re.sub(r"^(?:The|This)\s+", "", name) for name in found))


def every_in(words: str) -> dt.timedelta | None:
    """How often it is to be done again: "every week", "monthly" (30 days), "annually" (365)."""
    for found in _EVERY.finditer(words):
        if found["adverb"]:
            return dt.timedelta(days=_ADVERBS[found["adverb"].lower()])
        many = _number(found["number"] or "1")
        if many:
            return dt.timedelta(days=_UNITS[found["unit"].lower()] * many)
    return None


def _number(words: str) -> float:
    """A number in figures or words; 0 where it is none."""
    return float(words) if words.isdigit() else float(_data()["numbers"].get(words.lower(), 0))


def term_in(words: str) -> dt.timedelta | None:
    """How long there is, where the clause says no more than that: "within 24 hours"."""
    found = _TERM.search(words)
    if found is None:
        return None
    length = _number(found["number"]) * _UNITS[found["unit"].lower()]
    return dt.timedelta(days=length) if 0 < length <= _LONGEST_TERM_DAYS else None


def each_in(words: str) -> str:
    """The event for each of which it arises anew ("each request"), "" where there is none."""
    data = _data()
    for found in _EACH.finditer(words):
        event = found["event"].lower()
        if event in data["qualifiers"]:  # "each alleged violation" is one for each violation
            behind = re.match(r"\s+([A-Za-z-]{3,30})\b", words[found.end() :])
            event = behind[1].lower() if behind else ""
        if event and event not in data["nobody_happens"]:
            return event
    return ""


def kind_in(words: str) -> str:
    """What it is about, by the first word that tells; "" where none does."""
    low = words.lower()
    found = [
        (match.start(), str(kind["name"]))
        for kind in _data()["kind"]
        for word in kind["words"]
        if (match := re.search(rf"\b{re.escape(word)}\b", low))
    ]
    return min(found)[1] if found else ""


def zones_in(words: str, zones: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The zones that a clause names, by id.

    Args:
        words: The clause.
        zones: Ids of the zones, each with its names.
    """
    low = words.lower()
    return tuple(
        own
        for own, names in zones.items()
        if any(name and re.search(rf"\b{re.escape(name.lower())}\b", low) for name in names)
    )


def clock_event(clock: str) -> str | None:
    """The event of the log for a moment that a text counts from; "" for the entry into force; None where unknown."""
    found = _data()["clocks"].get(clock)
    return None if found is None else str(found)

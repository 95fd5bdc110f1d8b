"""How long a thing lasts, and how wide a strip is, as sentences tell it: a truce of a month, a strip of five miles."""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources

import msgspec

from .measured import WANTED, clause_of
from .ranges import LEAD
from .sentences import Sentence
from .spans import span_pattern, value_of
from .tallied import Act, Number
from .wording import stem

__all__ = ["extents", "extents_in"]

_LEAD_WORDS = (
    r"(?:(?:the|a|an|its|just|about|some|around|only|barely|nearly|almost|roughly|another|further|initial|first|"
    r"total|period|maximum|of|at|least|most|up|to|no|not|little|more|less|fewer|than|over|under|as|long|well|"
    r"full)[ -]){0,5}"
)
_OTHER = re.compile(r"\b(?:another|further|first|second|last|past|previous|next|additional) (?:\w+ )?$", re.IGNORECASE)
"""Before a stretch that is not the whole."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_UNTIL = (
    rf"(?:until|till|through|up to) (?:the )?(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH})"
    rf"|(?P<o>{_MONTH}) (?P<e>\d{{1,2}}))\b"
)
_SLACK_DAYS = 5
"""Days by which the beginning of what runs up to a day can lie before or behind the report."""
_YEAR_DAYS = 365
_FAR_DAYS = 200
"""What would run longer is a day that is past."""


class _Extent(Act, frozen=True, kw_only=True):
    """What lasts, or is wide; `unit` is ``time`` or ``distance``, `forms` the names of the forms that tell it."""

    unit: str
    forms: tuple[str, ...]


class _Lists(msgspec.Struct, frozen=True):
    """The lists of `data/extents.toml`."""

    forms: dict[str, str]
    extents: dict[str, _Extent]


def extents_in(sentence: Sentence, published: dt.date | None) -> Iterator[Number]:
    """The extents that a sentence gives, in days or kilometres.

    Args:
        sentence: The sentence.
        published: Day of its report, from which "until 30 June" is counted.
    """
    text = sentence.said
    if sentence.asks:
        return
    for name, extent in _lists().extents.items():
        if not _nouns(name).search(text):
            continue
        for match in _pattern(name).finditer(text):
            first, last = clause_of(text, match.start())
            found = _value(match, text, extent, published)
            if found is not None and not WANTED.search(text, first, match.start()):
                rest = f"{text[first : match.start()]} {text[match.end() : last]}"
                noun = _nouns(name).search(match[0])
                yield Number(sentence, name, name, *found, rest, stem(noun[0].casefold()) if noun else "")


def _value(
    match: re.Match[str], text: str, extent: _Extent, published: dt.date | None
) -> tuple[float, float, str] | None:
    groups = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    if "m" in groups or "o" in groups:
        days = _days_until(groups, published)
        return (days - _SLACK_DAYS, days + _SLACK_DAYS, match[0][match[0].rfind("until") :]) if days else None
    if "long" in groups:
        found, said, lead = value_of(extent.unit, "a", groups["long"], ""), f"a {groups['long']}", ""
    else:
        at, end = next(match.span(name) for name, value in match.groupdict().items() if value and name.startswith("n"))
        lead, of = text[max(match.start(), at - LEAD) : at], groups.get("unit", "")
        found, said = value_of(extent.unit, groups["n"], of, lead), f"{text[at:end]} {of.strip()}".strip()
    if found is None or _OTHER.search(lead):
        return None
    return *found, said


def _days_until(groups: dict[str, str], published: dt.date | None) -> int | None:
    """Days from a report to a day that it names; None where it is undated or the day is past."""
    if published is None:
        return None
    month = _MONTHS.index((groups.get("m") or groups["o"])[:3].casefold()) + 1
    try:
        day = dt.date(published.year, month, int(groups.get("d") or groups["e"]))
    except ValueError:
        return None
    days = (day - published).days % _YEAR_DAYS
    return days if days <= _FAR_DAYS else None


def extents() -> dict[str, Act]:
    """What has an extent, by key."""
    return dict(_lists().extents)


@functools.cache
def _lists() -> _Lists:
    text = resources.files(__package__).joinpath("data/extents.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Lists)


@functools.cache
def _nouns(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_lists().extents[name].told)})\b", re.IGNORECASE)


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    extent = _lists().extents[name]
    forms = []
    for place, form in enumerate(extent.forms):
        span = span_pattern(extent.unit, place)
        long = rf"\b(?P<long{place}>hour|day|week|month|year)[ -]?long"
        until = re.sub(r"\?P<(\w)>", rf"?P<\g<1>{place}>", _UNTIL)
        filled = (
            _lists()
            .forms[form]
            .replace("{span}", span)
            .replace("{until}", until)
            .replace("{lead}", _LEAD_WORDS)
            .replace("{long}", long)
        )
        forms.append(filled.replace("{noun}", rf"(?:{'|'.join(extent.told)})").replace("{gap}", r"(?: [\w’'-]+)"))
    return re.compile("|".join(forms), re.IGNORECASE)

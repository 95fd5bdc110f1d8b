"""How long a thing lasts, and how wide a strip is, as sentences tell it: a truce of a month, a strip of five miles."""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources

import msgspec

from .measured import clause_of
from .ranges import LEAD, range_of
from .sentences import Sentence
from .stocks import number_pattern
from .tallied import WANTED, Act, Number

__all__ = ["extents", "extents_in"]

_UNITS = {
    "time": {
        "minute": 1 / 1440,
        "hour": 1 / 24,
        "day": 1.0,
        "night": 1.0,
        "week": 7.0,
        "fortnight": 14.0,
        "month": 30.4,
        "year": 365.0,
    },
    "distance": {"kilomet": 1.0, "km": 1.0, "mile": 1.61, "metre": 0.001, "meter": 0.001},
}
_UNIT = {
    "time": r"minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?",
    "distance": r"kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?",
}
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
                yield Number(sentence, name, name, *found, rest)


def _value(
    match: re.Match[str], text: str, extent: _Extent, published: dt.date | None
) -> tuple[float, float, str] | None:
    groups = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    if "unit" not in groups:
        days = _days_until(groups, published)
        return (days - _SLACK_DAYS, days + _SLACK_DAYS, match[0][match[0].rfind("until") :]) if days else None
    at = next(match.start(name) for name, value in match.groupdict().items() if value and name.startswith("n"))
    lead = text[max(match.start(), at - LEAD) : at]
    found = range_of(groups["n"], lead, rough=True)
    if found is None or _OTHER.search(lead):
        return None
    size = next(size for unit, size in _UNITS[extent.unit].items() if groups["unit"].casefold().startswith(unit))
    return found[0] * size, found[1] * size, f"{groups['n']} {groups['unit']}"


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
        number = number_pattern().replace(r"\b(", rf"\b(?P<n{place}>an?|", 1)
        span = rf"{number}[ -](?P<unit{place}>{_UNIT[extent.unit]})\b"
        until = re.sub(r"\?P<(\w)>", rf"?P<\g<1>{place}>", _UNTIL)
        filled = _lists().forms[form].replace("{span}", span).replace("{until}", until).replace("{lead}", _LEAD_WORDS)
        forms.append(filled.replace("{noun}", rf"(?:{'|'.join(extent.told)})").replace("{gap}", r"(?: [\w’'-]+)"))
    return re.compile("|".join(forms), re.IGNORECASE)

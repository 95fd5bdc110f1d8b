"""What an occasion is known by in a sentence: its days and its places, so that two accounts of it can be told."""

from __future__ import annotations

import datetime as dt
import functools
import re

import msgspec

from . import lexicon
from .cast import Cast
from .wording import matter

__all__ = ["Occasion", "occasion_of"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})(?!\w)|\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})\b(?!:)"
    rf"|\bthe (?P<d3>\d{{1,2}})(?:st|nd|rd|th)\b|\b(?P<w>{'|'.join(day.capitalize() for day in _WEEKDAYS)})\b"
)
_NAME = re.compile(r"(?<=[a-z,;)] )(?:[A-Z\u00c0-\u00de][\w'’-]+)(?: [A-Z\u00c0-\u00de][\w'’-]+)*")
"""A name inside a sentence: the first word of a sentence is in capitals whatever it is."""
_WEEK = 7
_BLOWS = {
    "ambush": r"ambush\w*|waylaid|came under fire|under fire on the (?:road|highway)",
    "raid": r"raid\w*|storm(?:ed|ing)|overr[au]n\w*|assault\w*",
    "shelling": r"shell(?:s|ed|ing)|mortars?|artillery|rockets?|barrage",
    "bombing": r"air ?strikes?|air raids?|bomb(?:s|ed|ing|ings|ardments?|arded)?|warplanes?|drones?|jets",
    "massacre": r"massacre[ds]?|slaughter\w*|killings|hacked|butcher\w*",
    "blast": r"blasts?|explosions?|exploded|mines?|blew up|car bombs?|detonat\w+",
    "clash": r"clash(?:es|ed)?|skirmish\w*|fire-?fights?|gun ?fights?|gun ?battles?|battles?|fighting|shoot-?outs?|"
    r"exchanges? of fire|face-?offs?",
    "unrest": r"unrest|riots?|rioting|disturbances|protests?|demonstrations?|crackdown|upheaval",
}
"""The kinds of blows, each by all its words: two accounts of one seldom choose the same."""


class Occasion(msgspec.Struct, frozen=True):
    """What a sentence tells of when and where something was.

    Attributes:
        days: "4-17" for 17 April, "-17" where no month is told.
        places: Names in it that are no actor's, folded.
        words: The stems of its matter, without these names.
    """

    days: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]

    @property
    def marks(self) -> frozenset[str]:
        """What it is found under: the day of the month, and the places."""
        return frozenset(f"-{day.partition('-')[2]}" for day in self.days) | self.places

    @property
    def blows(self) -> frozenset[str]:
        """The kinds of blows that it tells of."""
        return frozenset(f"a {kind}" for kind in _BLOWS) & self.words

    def is_one_with(self, other: Occasion) -> bool:
        """Are two accounts of one occasion: on one day, or at one place with a word in common and no other days?"""
        if self.days and other.days:
            return any(_one_day(a, b) for a in self.days for b in other.days)
        return bool(self.places & other.places and self.words & other.words)


def occasion_of(text: str, before: str, published: dt.date | None, cast: Cast) -> Occasion:
    """Find when and where the thing was that a sentence tells.

    Args:
        text: The sentence.
        before: The sentence before it in its paragraph, whose places hold for one that names none; else empty.
        published: Day of the report, by which weekdays are known.
        cast: The actors: their names are no places.
    """
    places = _places(text, cast) or _places(before, cast)
    named = frozenset(word for place in places for word in matter(place))
    return Occasion(_days(text, published), places, matter(text) - named | _blows(text))


def _blows(text: str) -> frozenset[str]:
    return frozenset(f"a {kind}" for kind, pattern in _kinds_of_blow().items() if pattern.search(text))


@functools.cache
def _kinds_of_blow() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _BLOWS.items()}


def _places(text: str, cast: Cast) -> frozenset[str]:
    found = {match[0].casefold() for match in _NAME.finditer(text)}
    return frozenset(name for name in found if not cast.names_any(name) and not _is_time(name))


def _is_time(name: str) -> bool:
    return all(word in lexicon.words().time or word in _WEEKDAYS or word[:3] in _MONTHS for word in name.split())


def _days(text: str, published: dt.date | None) -> frozenset[str]:
    return frozenset(day for match in _DAY.finditer(text) if (day := _day(match, published)))


def _day(match: re.Match[str], published: dt.date | None) -> str:
    if match["w"]:
        if published is None:
            return ""
        back = (published.weekday() - _WEEKDAYS.index(match["w"].casefold())) % _WEEK
        day = published - dt.timedelta(days=back)
        return f"{day.month}-{day.day}"
    if match["d3"]:
        return f"-{int(match['d3'])}"
    month = match["m1"] or match["m2"]
    return f"{_month(month)}-{int(match['d1'] or match['d2'])}"


@functools.cache
def _month(name: str) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1


def _one_day(one: str, other: str) -> bool:
    (month, _, day), (second, _, same) = one.partition("-"), other.partition("-")
    return day == same and (month == second or not month or not second)

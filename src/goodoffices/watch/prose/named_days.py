"""The days of periods that have a name: the report's own, the one before it, this year, yesterday."""

from __future__ import annotations

import calendar
import datetime as dt
import re

import msgspec

from .mend import fold
from .vocabulary import number_words, period_words

__all__ = ["Days", "Scene", "named_days"]

Days = tuple[dt.date | None, dt.date | None]
_UNKNOWN: Days = (None, None)
_UNIT_DAYS = {"week": 7, "day": 1, "fortnight": 14, "night": 1, "weekend": 2}


class Scene(msgspec.Struct, frozen=True):
    """What a report's words of time are understood against.

    Attributes:
        published: Day on which it was published, or None.
        first: First day of the period that it reports on, or None.
        last: Last day of that period, or None.
    """

    published: dt.date | None = None
    first: dt.date | None = None
    last: dt.date | None = None


def named_days(parts: dict[str, str], scene: Scene) -> Days:
    """Say which days a period with a name means.

    Args:
        parts: What the pattern took of it.
        scene: The report's own dates.

    Returns:
        First and last day; None for an end that is not known.
    """
    if "begin" in parts:  # "since the beginning of 2021"
        return _begun(parts["what"].casefold(), scene)
    if "far" in parts:
        return _this_year(parts["far"].casefold(), scene)
    noun = fold(parts.get("noun", ""))
    which = fold(parts.get("which", ""))
    if noun in ("yesterday", "lastnight", "overnight", "today"):
        return _near(noun, scene)
    if which in period_words()["which"]["previous"] or noun.endswith(("before", "earlier")):
        return _before(parts, scene)
    if which in period_words()["which"]["past"] and scene.first is None:
        return _past(parts, scene)
    own = which in period_words()["which"]["same"] or which in period_words()["which"]["past"] or "period" in noun
    return (scene.first, scene.last) if own and _is_whole(parts, scene) else _UNKNOWN


def _is_whole(parts: dict[str, str], scene: Scene) -> bool:
    """Can it be the report's whole period, and not a part of it or another one?"""
    if scene.first is None or scene.last is None or "of" in parts.get("lead", "").split():
        return False
    said = _length_days(parts)
    return said is None or abs(said - ((scene.last - scene.first).days + 1)) <= 1


def _begun(what: str, scene: Scene) -> Days:
    if what.isdigit():
        return dt.date(int(what), 1, 1), None
    known = scene.published or scene.last
    if what == "year" and known:
        return known.replace(month=1, day=1), None
    if what == "month" and known:
        return known.replace(day=1), None
    return (scene.first, None) if what == "reporting period" else _UNKNOWN


def _this_year(text: str, scene: Scene) -> Days:
    year = re.search(r"(?:19|20)\d\d", text)
    known = scene.last or scene.published
    if year and " of " in text:
        return _part_of_year(text, int(year.group()))
    if year:
        return dt.date(int(year.group()), 1, 1), known if known and known.year == int(year.group()) else None
    if known is None or "year" not in text:
        return _UNKNOWN
    if "last" in text or "previous" in text:
        return dt.date(known.year - 1, 1, 1), dt.date(known.year - 1, 12, 31)
    return (known.replace(month=1, day=1), known) if "same" not in text else _UNKNOWN


def _part_of_year(text: str, year: int) -> Days:
    """ "The first quarter of 2023"."""
    months = 3 if "quarter" in text else 6
    which = next((i for i, word in enumerate(_ORDINALS) if word in text), None)
    if which is None or which * months >= 12:  # noqa: PLR2004  months of a year
        return _UNKNOWN
    end = (which + 1) * months
    return dt.date(year, which * months + 1, 1), dt.date(year, end, calendar.monthrange(year, end)[1])


_ORDINALS = ("first", "second", "third", "fourth")


def _near(noun: str, scene: Scene) -> Days:
    if scene.published is None:
        return _UNKNOWN
    day = scene.published if noun == "today" else scene.published - dt.timedelta(days=1)
    return day, scene.published if noun == "overnight" else day


def _length_days(parts: dict[str, str]) -> int | None:
    """How many days the words give it; None where they do not say."""
    unit = (parts.get("unit") or "").casefold()
    noun = fold(parts.get("noun", "")).rstrip("s")
    named, _ = number_words()
    said = parts.get("length", "").casefold().strip("- ")
    times = int(said) if said.isdigit() else named.get(said, 1)
    if "hour" in (unit, noun):
        return max(times // 24, 1)
    days = _UNIT_DAYS.get(unit) or _UNIT_DAYS.get(noun)
    return times * days if days else None


def _before(parts: dict[str, str], scene: Scene) -> Days:
    """The period as long as said, or as long as the report's own, that ends the day before it starts."""
    if scene.first is None:
        return _UNKNOWN
    said = _length_days(parts)
    own = (scene.last - scene.first).days + 1 if scene.last else None
    length = said or own
    if length is None:
        return _UNKNOWN
    return scene.first - dt.timedelta(days=length), scene.first - dt.timedelta(days=1)


def _past(parts: dict[str, str], scene: Scene) -> Days:
    """The days just before publication."""
    length = _length_days(parts)
    if scene.published is None or length is None:
        return _UNKNOWN
    return scene.published - dt.timedelta(days=length), scene.published - dt.timedelta(days=1)

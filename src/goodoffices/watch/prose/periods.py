"""Where a sentence says when: "between 15 and 28 November", "the previous two-week period", "since May"."""

from __future__ import annotations

import functools
import re

import msgspec

from .vocabulary import period_words

__all__ = ["Period", "periods"]


class Period(msgspec.Struct, frozen=True):
    """Words of time in a mended sentence.

    Attributes:
        start: Where they start.
        end: Where they end.
        form: "range", "days", "day", "month", "year" or "named".
        parts: The parts that the pattern took, by name, where they are not empty.
    """

    start: int
    end: int
    form: str
    parts: dict[str, str]

    @property
    def previous(self) -> bool:
        """Is it the period before the report's own?"""
        named = self.form == "named" and self.parts.get("which", "").casefold() in _previous()
        return named or self.parts.get("noun", "").casefold().endswith(("before", "earlier"))


@functools.cache
def _previous() -> frozenset[str]:
    return frozenset(period_words()["which"]["previous"])


_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])"
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s?(?:-|–|—|/|to|until|till|through|up to)\s?"
_TO_AND = r"\s?(?:-|–|—|/|to|and|until|till|through|up to)\s?"
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?: ?hrs| ?h)?(?: on)? )?"
_UNIT = (
    r"(?:periods?|weeks?|days?|months?|years?|quarters?|hours?|weekends?|winter|summer|spring|autumn|nights?|mornings?"
    r"|evenings?|fortnights?)"
)
_BEGUN = r"week|conflict|ceasefire|truce|mission|war|hostilities|reporting period|agreement"
_SO_FAR = (
    rf"(?:(?:so far|thus far|to date)(?: (?:this|in|during) (?:year|month|week|{_YEAR}))?"
    r"|(?:this|last|previous|same) year(?: so far| to date)?)"
)
_LONG = r"(?:two|one|three|four|2|14|7)-?(?:week|day|month)s?-? ?(?:reporting )?period"
_OTHER_NAMES = (
    rf"(?P<noun>{_LONG}|period under review|period in question|(?:week|day|month|year) (?:before|after|earlier)"
    r"|next day|reporting (?:week|month))"
)
_IN_A_ROW = r"(?P<noun>(?:for )?the [\w-]+ (?:consecutive (?:day|week|month|year)|(?:day|week|month|year) in a row))"
_SAME_DAY = (
    r"(?P<noun>(?:in one|in a single|on a single) day|(?:same|that) (?:day|night|evening|morning|afternoon|week))"
)
# What may stand before a date and changes it, and what may stand before "the previous week".
_BEFORE_DATE = re.compile(
    r"(?<!\S)(?P<lead>(?:(?:between|from|since|until|before|after|prior to|as of|by|up to|starting from|starting on) )?"
    r"(?:(?:the )?(?:(?:early|late|first|second|last) )?(?:nights?|mornings?|evenings?|afternoon|week|weekend|hours"
    r"|period|days?|months?|half)(?: hours)? (?:of|from) (?:the )?)?)$",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"(?<!\S)(?P<lead>(?:(?:since|until|before|after|prior to|by the end of"
    r"|the (?:second|first|latter|early|last) (?:half|part|week|days|\w+ days) of) )?)"
    r"(?:the|this|that|these|those|its|each|our)? ?$",
    re.IGNORECASE,
)
_LOOK_BACK = 60


def _dates(months: str, weekdays: str) -> list[tuple[str, str]]:
    """Patterns of calendar dates, the more telling first."""
    month = rf"(?:{months})\b(?:(?<=\b\w{{3}})\.(?=\s\d))?"
    first, last, year = rf"(?P<first>{_DAY})", rf"(?P<last>{_DAY})", rf"(?:,? (?P<year>{_YEAR}))?"
    ranges = [
        ("range", rf"{between}{pattern}{year}")
        for between, to in (
            (r"(?:(?<=between )|(?<=evenings of )|(?<=nights of )|(?<=mornings of ))", _TO_AND),
            ("", _TO),
        )
        for pattern in (
            rf"{first}(?: (?P<m1>{month}))?(?: (?P<y1>{_YEAR}))?{to}{_CLOCK}(?:the \w+ of )?{last} (?P<m2>{month})",
            rf"(?P<m1>{month}) {first}(?:, (?P<y1>{_YEAR}))?{to}(?P<m2>{month}) {last}",
            rf"(?P<m1>{month}) {first}{to}{last}(?! {month})",
        )
    ]
    begin = r"(?:since|from|so far since) the (?:beginning|start|outset) of (?:the |this )?"
    return [
        *ranges,
        ("days", rf"(?P<list>{_DAY}(?:, {_DAY}){{0,12}},? and {_DAY}) (?P<m2>{month}){year}"),
        ("day", rf"(?P<iso>{_YEAR}-[01]\d-[0-3]\d)"),
        ("day", rf"(?P<slashed>[0-3]?\d[./][01]?\d[./]{_YEAR})"),
        ("day", rf"(?:(?:{weekdays}),? )?{first} (?P<m2>{month}){year}(?P<on> to date| to the present| onwards?)?"),
        ("day", rf"(?:(?:{weekdays}),? )?(?P<m2>{month}) {first}(?!\d){year}"),
        ("range", rf"(?<=between )(?P<m1>{month})(?: (?P<y1>{_YEAR}))?{_TO_AND}(?P<m2>{month}) (?P<year>{_YEAR})"),
        ("range", rf"(?P<m1>{month})(?: (?P<y1>{_YEAR}))?{_TO}(?P<m2>{month}) (?P<year>{_YEAR})"),
        ("begin", rf"{begin}(?P<what>{_YEAR}|year|month|{_BEGUN}|{month}(?: {_YEAR})?)"),
        ("month", rf"(?:(?:early|mid|late)[ -])?(?P<m2>{month}) (?P<year>{_YEAR})"),
        ("month", rf"(?:in|during|throughout|until|before|after|by|for|since) (?P<m2>{month})(?! \d)"),
        ("year", rf"(?<=the )(?P<year>{_YEAR})(?= (?:total|toll|figures?))"),
        ("far", rf"the \w+ (?:quarter|half) of {_YEAR}"),
        ("year", rf"(?:in|during|throughout|for|of|since|until) (?P<year>{_YEAR})\b"),
    ]


def _names(weekdays: str) -> list[tuple[str, str]]:
    """Patterns of periods that have a name."""
    length = "|".join(period_words()["lengths"]["words"])
    which = "|".join(word for words in period_words()["which"].values() for word in words)
    span = (
        rf"(?:(?P<length>\d{{1,3}}|{length})[ -]?)?"
        r"(?P<unit>week|day|month|year|hour|reporting|biweekly|weekly|daily|monthly)?s?[ -]?"
    )
    near = rf"yesterday|today|overnight|last night|(?:{weekdays})(?: (?:morning|evening|night|afternoon))?"
    began = r"came into effect|took effect|entered into force|began|started"
    pact = r"recommitment|truce|ceasefire|signing|agreement|cessation"
    return [
        ("far", _SO_FAR),
        ("named", rf"(?P<which>{which}) {span}(?P<noun>{_UNIT}|reporting period)\b(?: under review)?"),
        ("named", r"(?<=during )(?P<noun>the (?:week|day|month|period|night|quarter|year))\b(?! of)"),
        ("named", _OTHER_NAMES),
        ("named", rf"(?P<noun>(?:a|one|two|three) (?:day|week|month|year)s? (?:earlier|before|ago)|{near})"),
        ("named", _IN_A_ROW),
        ("named", rf"(?P<noun>since (?:the )?(?:[\w-]+ ){{1,5}}(?:{began}))"),
        ("named", rf"(?P<noun>since the (?:[\w-]+ )?(?:{pact})(?: (?:to|of) (?:the )?[\w-]+)?)"),
        ("named", _SAME_DAY),
    ]


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All patterns, the more telling first."""
    months = "|".join(sorted(period_words()["months"], key=len, reverse=True))
    weekdays = "|".join(period_words()["weekdays"]["names"])
    rows = [*_dates(months, weekdays), *_names(weekdays)]
    return tuple((form, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE)) for form, pattern in rows)


_DROPPED = re.compile(r"(?:in|during|throughout|for|of) ", re.IGNORECASE)
_KEPT = re.compile(r"(since|until|before|after|by) ", re.IGNORECASE)
# Cheap: what gives no sign of a date or of a period with a name is not searched for one.
_DIGIT = re.compile(r"\d")
_NAME = re.compile(
    r"period|winter|summer|spring|autumn|week|day|month|year|hour|night|quarter|so far|to date"
    r"|today|morning|evening|since|thus far",
    re.IGNORECASE,
)


@functools.cache
def _month_names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(period_words()["months"], key=len, reverse=True)), re.IGNORECASE)


def periods(text: str) -> list[Period]:
    """Find the words of time of a mended sentence.

    Args:
        text: The mended sentence.

    Returns:
        The periods in order; none overlaps another, and of two at one place the more telling one is taken.
    """
    dated = bool(_DIGIT.search(text) or _month_names().search(text))
    named = bool(_NAME.search(text))
    taken: list[Period] = []
    for form, pattern in _patterns():
        if not (named if form in _NAMED_FORMS else dated or (form == "begin" and named)):
            continue
        for match in pattern.finditer(text):
            period = _period(form, match, text)
            if not any(p.start < period.end and period.start < p.end for p in taken[-_NEAR:]):
                taken.append(period)
    return sorted(taken, key=lambda period: period.start)


_NAMED_FORMS = ("far", "named")
_NEAR = 80


def _period(form: str, match: re.Match[str], text: str) -> Period:
    """The period of a match, with what stands before it and changes it, without what says no more than "then"."""
    parts = {name: value for name, value in match.groupdict().items() if value and value.strip()}
    start = match.start()
    if form in ("begin", "far"):
        return Period(start, match.end(), "named", parts | {form: match.group()} | _since(form))
    dropped = _DROPPED.match(match.group()) if form in ("month", "year") else None
    kept = _KEPT.match(match.group()) if form in ("month", "year") else None
    if dropped:
        return Period(start + dropped.end(), match.end(), form, parts)
    if kept:
        return Period(start, match.end(), form, parts | {"lead": kept.group(1)})
    before = (_BEFORE_NAME if form == "named" else _BEFORE_DATE).search(text, max(start - _LOOK_BACK, 0), start)
    if before is None:
        return Period(start, match.end(), form, parts)
    lead = before.group("lead").strip()
    by = form == "range" and lead.casefold() == "by"
    return Period(
        start if by else before.start(), match.end(), form, parts | ({"lead": lead} if lead and not by else {})
    )


def _since(form: str) -> dict[str, str]:
    return {"lead": "since"} if form == "begin" else {}

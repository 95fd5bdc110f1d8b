"""Deadlines that cannot be met in the order that the text asks for.

Two things are looked for, on one clock at a time (signature, entry into force, calendar, ...): a provision whose
first possible day lies behind its last, and one whose last day comes before the last day of what it waits for.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import deque
from collections.abc import Iterator, Sequence

from .clauses import Clause
from .model import Deadline, Misfit, Wait
from .places import Gazetteer

__all__ = ["calendar_deadlines", "find_misfits"]

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(_MONTHS)
_DATE = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\s*,?\s+"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})\s*,\s*"
    rf"|(?P<end>(?:the\s+)?end\s+of\s+)(?:(?P<month3>{_MONTH})\s*,?\s+)?)(?P<year>(?:19|20)\d\d)"
)
_LAST_DAY = re.compile(
    rf"(?i)\b(?:by|no\s+later\s+than|not\s+later\s+than|before|at\s+the\s+latest\s+(?:by|on))\s+(?:the\s+)?{_DATE}\b"
)
_FURTHEST = 2000
"""So many provisions are followed back from one deadline."""


def calendar_deadlines(clauses: Sequence[Clause]) -> tuple[Deadline, ...]:
    """Find the last days that are given as days of the calendar.

    Args:
        clauses: The clauses of a text.
    """
    return tuple(
        Deadline(
            provision=clause.provision,
            clock="calendar",
            days=float(day.toordinal()),
            words=re.sub(r"\s+", " ", found[0]),
            span=(clause.start + found.start(), clause.start + found.end()),
        )
        for clause in clauses
        if clause.provision
        for found in _LAST_DAY.finditer(clause.text)
        if (day := _day(found))
    )


def _day(found: re.Match[str]) -> dt.date | None:
    year = int(found["year"])
    month = _MONTHS[(found["month"] or found["month2"] or found["month3"] or "december").lower()]
    last = calendar.monthrange(year, month)[1]
    day = last if found["end"] else int(found["day"] or found["day2"])
    return dt.date(year, month, day) if 1 <= day <= last else None


def find_misfits(waits: Sequence[Wait], deadlines: Sequence[Deadline], places: Gazetteer) -> tuple[Misfit, ...]:
    """Find the deadlines that cannot be met in order.

    Args:
        waits: What waits for what.
        deadlines: The last days.
        places: The provisions, for their numbers.
    """
    last = _by_provision(deadlines)
    first = _first_days(waits)
    behind: dict[str, list[Wait]] = {}
    for wait in waits:
        if wait.target and wait.holds_up:
            behind.setdefault(wait.provision, []).append(wait)
    found: dict[tuple[str, ...], Misfit] = {}
    for provision, ends in last.items():
        # what is nearest says enough: all that lies behind it does not fit either
        nearest = next(iter(_of(provision, ends=ends, last=last, first=first, behind=behind, places=places)), None)
        if nearest is not None:
            found.setdefault(nearest.provisions, nearest)
    return tuple(found.values())


def _by_provision(deadlines: Sequence[Deadline]) -> dict[str, dict[str, Deadline]]:
    """The latest of the last days of each provision, by clock: what it orders is done only then."""
    last: dict[str, dict[str, Deadline]] = {}
    for each in deadlines:
        known = last.setdefault(each.provision, {}).get(each.clock)
        if (
            each.days is not None
            and not each.clock.startswith("#")
            and (known is None or (known.days or 0) < each.days)
        ):
            last[each.provision][each.clock] = each
    return last


def _first_days(waits: Sequence[Wait]) -> dict[str, dict[str, Wait]]:
    """The waits that put the start of a provision some days behind a clock."""
    first: dict[str, dict[str, Wait]] = {}
    for wait in waits:
        if wait.kind == "after" and wait.part == "start" and wait.days is not None and wait.clock:
            known = first.setdefault(wait.provision, {}).get(wait.clock)
            if known is None or (known.days or 0) < wait.days:
                first[wait.provision][wait.clock] = wait
    return first


def _of(
    provision: str,
    *,
    ends: dict[str, Deadline],
    last: dict[str, dict[str, Deadline]],
    first: dict[str, dict[str, Wait]],
    behind: dict[str, list[Wait]],
    places: Gazetteer,
) -> Iterator[Misfit]:
    for earlier in _all_behind(provision, behind):
        for clock, end in ends.items():
            due = last.get(earlier, {}).get(clock)
            start = first.get(earlier, {}).get(clock)
            mine, its = places.number(provision), places.number(earlier)
            if start is not None and (start.days or 0) > (end.days or 0):
                message = f"{mine} is due {end.words!r}, but {its} starts {start.words!r}, which is later"
                yield Misfit(
                    (provision, earlier) if earlier != provision else (provision,), message, (end.span, start.span)
                )
            elif due is not None and earlier != provision and (due.days or 0) > (end.days or 0):
                message = f"{mine} is due {end.words!r}, but waits for {its}, which may take longer ({due.words!r})"
                yield Misfit((provision, earlier), message, (end.span, due.span))


def _all_behind(provision: str, behind: dict[str, list[Wait]]) -> list[str]:
    """The provision and all that it waits for, near ones first."""
    seen = {provision: None}
    queue = deque([provision])
    while queue and len(seen) < _FURTHEST:
        for wait in behind.get(queue.popleft(), ()):
            if wait.target not in seen:
                seen[wait.target] = None
                queue.append(wait.target)
    return list(seen)

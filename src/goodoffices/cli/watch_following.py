"""`goodoffices watch trend | score`: whether it gets better, and how far each provision has come."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from goodoffices.record import InputError

from .options import DAY, now
from .watch_written import backing_of, emit_as, page_options

if TYPE_CHECKING:
    from goodoffices.watch.ledger import Ledger
    from goodoffices.watch.viewer import Audience

__all__ = ["score", "trend"]

_PARTS = ("zone", "kind", "party")
_MOST_DAYS = 20_000
_EPOCH = dt.date(1970, 1, 1)
_DAY_MINUTES = 24 * 60


@click.command()
@click.option("--from", "first", type=DAY, metavar="DATE", help="First day; that of the first incident, if left out.")
@click.option("--to", "last", type=DAY, metavar="DATE", help="Last day; that of the last incident, if left out.")
@click.option(
    "--by", "by", metavar="PARTS", default="zone,kind,party", show_default=True, help="Part the incidents so."
)
@page_options
def trend(
    *,
    book: str,
    first: dt.date | None,
    last: dt.date | None,
    by: str,
    known: dt.datetime | None,
    audience: Audience,
    form: str,
    out: str | None,
) -> None:
    """Look for changes of the rate of incidents of BOOK, everywhere and by zone, kind and party.

    No change is claimed that a permutation test at 5 % over all series together does not bear out.

    Example: goodoffices watch trend ceasefire/ --from 2026-01-01 --to 2026-05-31 --by zone,kind
    """
    from goodoffices.brief.watching import render_trend  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.book import Book  # noqa: PLC0415  the same
    from goodoffices.watch.course import run  # noqa: PLC0415  the same
    from goodoffices.watch.trends import find_trends, marks_of  # noqa: PLC0415  the same

    parts = _parts(by)
    seen = Book(book).seen(known, audience)
    ledger = seen.counted
    days = _days(ledger, first, last)
    backing = backing_of(seen, ledger)
    course = run(seen.agreement, backing.log, until=_end(days[1]), counts=ledger)
    marks = marks_of(seen.agreement, backing.log, course)
    found = find_trends(ledger, backing.log, *days, marks=marks, by=parts)
    text = render_trend(found, form=form, title=seen.agreement.name, days=days, marks=marks, backing=backing)
    emit_as(text, out, form)


@click.command()
@click.option("--on", "on", type=DAY, metavar="DATE", help="The last day that is scored; today, if left out.")
@click.option(
    "--every",
    type=click.Choice(["week", "month", "quarter", "year"]),
    help="Score the end of every one of these too, from the entry into force on.",
)
@page_options
def score(
    *,
    book: str,
    on: dt.date | None,
    every: str | None,
    known: dt.datetime | None,
    audience: Audience,
    form: str,
    out: str | None,
) -> None:
    """Score how far each provision of BOOK has come: none, minimum, intermediate or full, with the evidence.

    Example: goodoffices watch score ceasefire/ --on 2026-05-31 --every month --format md
    """
    from goodoffices.brief.watching import render_scores  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.book import Book  # noqa: PLC0415  the same
    from goodoffices.watch.compliance import score as scores_of  # noqa: PLC0415  the same

    seen = Book(book).seen(known, audience)
    agreement = seen.agreement
    last = on or now().date()
    days = [*(_ends(agreement.in_force.date(), last, every) if every else ()), last]
    backing = backing_of(seen, incidents=False)
    scores = scores_of(agreement, backing.log, days, seen.ledger)
    emit_as(render_scores(scores, form=form, agreement=agreement, backing=backing), out, form)


def _parts(by: str) -> tuple[str, ...]:
    """By what incidents are parted, as it was written."""
    parts = tuple(part.strip() for part in by.split(",") if part.strip())
    odd = [part for part in parts if part not in _PARTS]
    if odd:
        message = f"incidents cannot be parted by {odd[0]!r}: give any of {', '.join(_PARTS)}, with commas between"
        raise InputError(message)
    return parts


def _days(ledger: Ledger, first: dt.date | None, last: dt.date | None) -> tuple[dt.date, dt.date]:
    """The days that are looked at; without a word, those of the incidents."""
    if not len(ledger):
        message = "no incidents were loaded into this book; 'goodoffices watch load BOOK FILE' loads them"
        raise InputError(message)
    first = first or _EPOCH + dt.timedelta(days=int(ledger.minutes.min()) // _DAY_MINUTES)
    last = last or _EPOCH + dt.timedelta(days=int(ledger.minutes.max()) // _DAY_MINUTES)
    if not 0 <= (last - first).days < _MOST_DAYS:
        message = f"from {first} to {last} is no stretch of days that can be looked at; give --from and --to"
        raise InputError(message)
    return first, last


def _end(day: dt.date) -> dt.datetime:
    """The last minute of a day."""
    return dt.datetime(day.year, day.month, day.day, 23, 59, tzinfo=dt.UTC)


def _ends(first: dt.date, last: dt.date, every: str) -> Iterator[dt.date]:
    """The last days of weeks, months, quarters or years between two days."""
    if every == "week":
        days = range((last - first).days // 7 + 1)
        sunday = first + dt.timedelta(days=6 - first.weekday())
        yield from (day for day in (sunday + dt.timedelta(days=7 * number) for number in days) if day < last)
        return
    months = {"month": 1, "quarter": 3, "year": 12}[every]
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(number, 12)
        day = dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
        if (month + 1) % months == 0 and first <= day < last:
            yield day

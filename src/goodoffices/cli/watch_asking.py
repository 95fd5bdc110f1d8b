"""`goodoffices watch state | report`: where things stand, and the monitor's report."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from .options import DAY, MOMENT, now
from .watch_written import backing_of, emit_as, page_options

if TYPE_CHECKING:
    from goodoffices.watch.viewer import Audience

__all__ = ["report", "state"]


@click.command()
@click.option("--on", "on", type=MOMENT, metavar="WHEN", help="The day (its end) or time that is asked about; now.")
@page_options
def state(
    *, book: str, on: dt.datetime | None, known: dt.datetime | None, audience: Audience, form: str, out: str | None
) -> None:
    """Say where every obligation of BOOK stands, what falls due next, what waits for what, which powers are open.

    Example: goodoffices watch state ceasefire/ --on 2026-05-01 --as-known 2026-05-03
    """
    from goodoffices.brief.watching import render_state  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.book import Book  # noqa: PLC0415  the same
    from goodoffices.watch.state import state as state_of  # noqa: PLC0415  the same

    seen = Book(book).seen(known, audience)
    outlook = state_of(seen.agreement, seen.log, on=on or now(), known=known, counts=seen.ledger, audience=audience)
    backing = backing_of(seen, incidents=False)
    emit_as(render_state(outlook, form=form, backing=backing), out, form)


@click.command()
@click.option("--day", "day", type=DAY, metavar="DATE", help="Report of this day.")
@click.option("--week", "week", type=DAY, metavar="DATE", help="Report of the seven days that end with this day.")
@page_options
def report(
    *,
    book: str,
    day: dt.date | None,
    week: dt.date | None,
    known: dt.datetime | None,
    audience: Audience,
    form: str,
    out: str | None,
) -> None:
    """Write the monitor's report of BOOK: violations by area against the period before, rates, harm, open questions.

    Every number opens its incidents.

    Example: goodoffices watch report ceasefire/ --week 2026-05-03 --format html -o week.html
    """
    from goodoffices.brief.watching import render_report  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.book import Book  # noqa: PLC0415  the same
    from goodoffices.watch.report import Period, monitor  # noqa: PLC0415  the same

    if bool(day) == bool(week):
        message = "say either --day DATE or --week DATE"
        raise click.UsageError(message)
    seen = Book(book).seen(known, audience)
    period = Period.day(day) if day else Period.week(week or now().date())
    backing = backing_of(seen)
    made = monitor(seen.agreement, backing.log, seen.counted, period)
    emit_as(render_report(made, form=form, backing=backing), out, form)

"""`goodoffices watch state | report`: where things stand, and the monitor's report."""

from __future__ import annotations

import datetime as dt

import click

from goodoffices.record import Marking

from .options import DAY, MOMENT, audience_option, now
from .watch_options import book_argument

__all__ = ["report", "state"]

_form = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md", "html"]),
    default="text",
    show_default=True,
    help="Text for a terminal, JSON for machines, Markdown or a page to hand on.",
)
_out = click.option("-o", "--output", "out", metavar="FILE", type=click.Path(dir_okay=False), help="Write it there.")


@click.command()
@book_argument
@click.option("--on", "on", type=MOMENT, metavar="WHEN", help="The day (its end) or time that is asked about; now.")
@click.option("--as-known", "known", type=MOMENT, metavar="WHEN", help="As it was known then.")
@audience_option
@_form
@_out
def state(
    *, book: str, on: dt.datetime | None, known: dt.datetime | None, audience: Marking, form: str, out: str | None
) -> None:
    """Say where every obligation of BOOK stands, what falls due next, what waits for what, which powers are open.

    Example: goodoffices watch state ceasefire/ --on 2026-05-01 --as-known 2026-05-03
    """
    from goodoffices.brief.watching import render_state  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.book import Book  # noqa: PLC0415  the same
    from goodoffices.watch.state import state as state_of  # noqa: PLC0415  the same

    opened = Book(book)
    outlook = state_of(
        opened.agreement,
        opened.log(),
        on=on or now(),
        known=known,
        counts=opened.attributed(known, audience),
        audience=audience,
    )
    emit_as(render_state(outlook, form=form), out)


@click.command()
@book_argument
@click.option("--day", "day", type=DAY, metavar="DATE", help="Report of this day.")
@click.option("--week", "week", type=DAY, metavar="DATE", help="Report of the seven days that end with this day.")
@click.option("--as-known", "known", type=MOMENT, metavar="WHEN", help="As it was known then.")
@audience_option
@_form
@_out
def report(
    *,
    book: str,
    day: dt.date | None,
    week: dt.date | None,
    known: dt.datetime | None,
    audience: Marking,
    form: str,
    out: str | None,
) -> None:
    """Write the monitor's report: violations by area against the period before, rates, harm, access, open questions.

    Example: goodoffices watch report ceasefire/ --week 2026-05-03 --format html -o week.html
    """
    from goodoffices.brief.watching import render_report  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.book import Book  # noqa: PLC0415  the same
    from goodoffices.watch.report import Period, monitor  # noqa: PLC0415  the same

    if bool(day) == bool(week):
        message = "say either --day DATE or --week DATE"
        raise click.UsageError(message)
    opened = Book(book)
    period = Period.day(day) if day else Period.week(week or now().date())
    log = opened.log().as_known(known, audience)
    made = monitor(opened.agreement, log, opened.counted(known, audience), period)
    emit_as(render_report(made, form=form), out)


def emit_as(text: str, out: str | None) -> None:
    """Print a text, or write it to a file."""
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    with click.open_file(out, "w", encoding="utf-8") as file:
        file.write(text)
    click.echo(f"Written to {out}", err=True)

"""`goodoffices watch indicators | clocks | ladder | sites | steps | beside`: an agreement on a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click
import msgspec

from .options import MOMENT, F, format_option, now
from .output import emit
from .watch_options import audience_option, book_argument

if TYPE_CHECKING:
    from goodoffices.watch.indicators import Present
    from goodoffices.watch.ledger import Ledger
    from goodoffices.watch.log import Log
    from goodoffices.watch.state import Outlook
    from goodoffices.watch.viewer import Audience
    from goodoffices.watch.zones import ZoneSet

__all__ = ["beside", "clocks", "indicators", "ladder", "sites", "steps"]


class Asked(msgspec.Struct, frozen=True, eq=False):
    """A watch book as it is asked about.

    Attributes:
        outlook: The agreement on the day.
        log: The log, as it was known and for the audience.
        ledger: The incidents; None where none were loaded.
        present: The present values of conditions.
        zones: The map; None where there is none.
    """

    outlook: Outlook
    log: Log
    ledger: Ledger | None
    present: Present
    zones: ZoneSet | None

    def document(self, **answers: Any) -> dict[str, Any]:  # noqa: ANN401  structs of any kind
        """The answers as JSON, with what they are about."""
        outlook = self.outlook
        head = {"agreement": outlook.agreement.name, "on": outlook.on, "known": outlook.known}
        return {key: msgspec.to_builtins(value) for key, value in (head | answers).items()}


def _asked_options(command: F) -> F:
    for option in (
        format_option,
        audience_option,
        click.option("--as-known", "known", type=MOMENT, metavar="WHEN", help="As it was known then."),
        click.option("--on", "on", type=MOMENT, metavar="WHEN", help="The day (its end) or time asked about; now."),
        book_argument,
    ):
        command = option(command)
    return command


def _ask(book: str, on: dt.datetime | None, known: dt.datetime | None, audience: Audience) -> Asked:
    from goodoffices.watch.book import Book  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.indicators import Present  # noqa: PLC0415  the same
    from goodoffices.watch.state import state  # noqa: PLC0415  the same

    seen = Book(book).seen(known, audience)
    ledger = seen.ledger
    outlook = state(seen.agreement, seen.log, on=on or now(), known=known, counts=ledger, audience=audience)
    return Asked(outlook, seen.log, ledger, Present(outlook, seen.log, ledger), seen.zones)


@click.command()
@_asked_options
def indicators(*, book: str, on: dt.datetime | None, known: dt.datetime | None, audience: Audience, form: str) -> None:
    """Show the numbers of BOOK: indicators by objective, thresholds and their present value, promised and given, rates.

    Example: goodoffices watch indicators ceasefire/ --on 2026-05-01
    """
    from goodoffices.watch.indicators import baselines_of, objectives_of, pools_of, rates_of  # noqa: PLC0415

    from .watch_told import tell_indicators  # noqa: PLC0415

    asked = _ask(book, on, known, audience)
    measured = asked.present.measured
    answers: dict[str, Any] = {
        "objectives": objectives_of(asked.outlook, measured),
        "thresholds": tuple(each for each in asked.present.thresholds() if each.is_measured),
        "pools": pools_of(asked.outlook, measured),
        "rates": rates_of(asked.outlook),
        "baselines": baselines_of(asked.outlook.agreement, asked.log, asked.ledger, asked.outlook.on)
        if asked.ledger is not None
        else (),
    }
    emit(asked.document(**answers), form=form, text=tell_indicators(**answers))


@click.command()
@click.option("--since", type=MOMENT, metavar="WHEN", help="Also count the days since then: an offer, a meeting.")
@_asked_options
def clocks(
    *,
    book: str,
    since: dt.datetime | None,
    on: dt.datetime | None,
    known: dt.datetime | None,
    audience: Audience,
    form: str,
) -> None:
    """Show what time costs in BOOK: calls and answers, deadlines with the losses of their days, what holds up what.

    Delays are put down to a party only upon evidence; what is contested or undetermined is said to be.

    Example: goodoffices watch clocks ceasefire/ --on 2026-05-01 --since 2026-03-01
    """
    from goodoffices.watch.clocks import (  # noqa: PLC0415  see `lazy`
        calls_of,
        clocks_of,
        delays_of,
        holds_of,
        responders_of,
    )

    from .watch_told import tell_clocks  # noqa: PLC0415

    asked = _ask(book, on, known, audience)
    whole_day = since is not None and since.time() == dt.time.max  # a day is read as its end; it counts from its start
    start = dt.datetime.combine(since.date(), dt.time(), dt.UTC) if since is not None and whole_day else since
    calls = calls_of(asked.outlook, asked.log)
    answers: dict[str, Any] = {
        "calls": calls,
        "responders": responders_of(asked.outlook, calls),
        "clocks": clocks_of(asked.outlook, asked.log, asked.ledger, since=start),
        "holds": holds_of(asked.outlook, asked.log),
        "delays": delays_of(asked.outlook, asked.log),
    }
    emit(asked.document(**answers), form=form, text=tell_clocks(**answers))


@click.command()
@_asked_options
def ladder(*, book: str, on: dt.datetime | None, known: dt.datetime | None, audience: Audience, form: str) -> None:
    """Show the enforcement ladder of BOOK: which rungs are open or in use, by whom, and what the next one needs.

    Example: goodoffices watch ladder ceasefire/ --on 2026-05-01
    """
    from goodoffices.watch.ladder import climb  # noqa: PLC0415  see `lazy`

    from .watch_shown import tell_ladder  # noqa: PLC0415

    asked = _ask(book, on, known, audience)
    made = climb(asked.outlook, asked.present)
    emit(asked.document(ladder=made), form=form, text=tell_ladder(made))


@click.command()
@click.option(
    "--days", type=click.IntRange(1, 3660), default=30, show_default=True, metavar="N", help='How long "recent" is.'
)
@_asked_options
def sites(
    *, book: str, days: int, on: dt.datetime | None, known: dt.datetime | None, audience: Audience, form: str
) -> None:
    """Show the places of BOOK: what is owed there, incidents, access, how much is watched, by whom, what was found.

    Example: goodoffices watch sites ceasefire/ --on 2026-05-01 --days 14
    """
    from goodoffices.watch.report import Period  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.sites import compare_results, mechanisms_of, overlaps_of, sites_of  # noqa: PLC0415

    from .watch_shown import tell_sites  # noqa: PLC0415

    asked = _ask(book, on, known, audience)
    last = asked.outlook.on.date()
    answers: dict[str, Any] = {
        "sites": sites_of(asked.outlook, asked.log, asked.zones, asked.ledger, days=days),
        "overlaps": overlaps_of(asked.zones or (), last),
        "mechanisms": mechanisms_of(asked.outlook, asked.log, Period(last - dt.timedelta(days=days - 1), last)),
        "comparisons": compare_results(asked.log, asked.outlook.on),
    }
    emit(asked.document(**answers), form=form, text=tell_sites(**answers))


@click.command()
@_asked_options
def steps(*, book: str, on: dt.datetime | None, known: dt.datetime | None, audience: Audience, form: str) -> None:
    """Show BOOK as steps: the gate of each and what it lacks, its counterpart, what turns it back; and its pacts.

    Example: goodoffices watch steps ceasefire/ --on 2026-05-01
    """
    from goodoffices.watch.steps import pacts_of, steps_of  # noqa: PLC0415  see `lazy`

    from .watch_shown import tell_steps  # noqa: PLC0415

    asked = _ask(book, on, known, audience)
    answers: dict[str, Any] = {
        "steps": steps_of(asked.outlook, asked.log, asked.present),
        "loops": asked.outlook.loops,
        "pacts": pacts_of(asked.outlook, asked.log),
    }
    emit(asked.document(**answers), form=form, text=tell_steps(**answers))


@click.command()
@click.option(
    "--days", type=click.IntRange(0, 3660), default=3, show_default=True, metavar="N", help="Days before and after."
)
@click.option("--km", type=click.FloatRange(0, 1000), metavar="KM", help="So far from its place at most, where known.")
@_asked_options
def beside(
    *,
    book: str,
    days: int,
    km: float | None,
    on: dt.datetime | None,
    known: dt.datetime | None,
    audience: Audience,
    form: str,
) -> None:
    """List the incidents of BOOK near each event and change of state, by date and place. Near is not because.

    Example: goodoffices watch beside ceasefire/ --days 2 --km 50
    """
    from goodoffices.watch.beside import Nearness, incidents_beside, occasions_of  # noqa: PLC0415  see `lazy`

    from .watch_shown import tell_beside  # noqa: PLC0415

    asked = _ask(book, on, known, audience)
    near = Nearness(days=days, km=km)
    occasions = occasions_of(asked.outlook, asked.log, asked.zones)
    found = (
        [incidents_beside(each, asked.ledger, near, asked.outlook.on, asked.zones) for each in occasions]
        if asked.ledger is not None
        else []
    )
    emit(
        asked.document(near=near, loaded=asked.ledger is not None, beside=found),
        form=form,
        text=tell_beside(found, near, loaded=asked.ledger is not None),
    )

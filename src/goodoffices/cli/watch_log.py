"""`goodoffices watch note | find | attribute | effort | reading | retract | log`: what is set down of an agreement."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any

import click
import msgspec

from goodoffices.record import InputError, Marking

from .options import DAY, MOMENT, format_option, now
from .output import emit
from .watch_options import audience_option, book_argument, entry_options, ids_option

if TYPE_CHECKING:
    from goodoffices.watch.log import Entry
    from goodoffices.watch.viewer import Audience

__all__ = ["attribute", "effort", "find", "keep_entry", "note", "reading", "retract", "show_log"]


class _Finite(click.FloatRange):
    """A number that is one: neither infinite nor none at all."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401  click's
        number = float(super().convert(value, param, ctx))
        if not math.isfinite(number):
            self.fail(f"{value!r} is no number that can be set down", param, ctx)
        return number


_SHARE, _AMOUNT, _NUMBER = _Finite(0, 1), _Finite(0), _Finite()

_WHATS = (
    "happened",
    "performed",
    "breached",
    "remedied",
    "suspended",
    "resumed",
    "extended",
    "discharged",
    "exercised",
    "withdrawn",
)


@click.command()
@book_argument
@click.argument("what", type=click.Choice(_WHATS), metavar="WHAT")
@click.argument("subject", metavar="SUBJECT")
@click.option(
    "--on", "on", metavar="WHEN", required=True, help="The day or time at which it was; a day from its start."
)
@click.option(
    "--to", "to", metavar="WHEN", help="The last day or time at which it can have been, where that is not known."
)
@click.option("--ref", metavar="NAME", default="", help="Which of several: the number of a ticket.")
@click.option("--until", metavar="WHEN", help="With 'extended': the new deadline; a day to its end.")
@click.option("--disputed", is_flag=True, help="Somebody contradicts it: it is kept and changes nothing.")
@ids_option
@entry_options
def note(*, book: str, what: str, subject: str, on: str, to: str | None, **more: Any) -> None:  # noqa: ANN401  what every entry may have
    """Set down in BOOK that WHAT happened to SUBJECT: an event, an obligation or a power.

    WHAT is one of happened, performed, breached, remedied, suspended, resumed, extended, discharged, exercised and
    withdrawn.

    Example: goodoffices watch note ceasefire/ performed withdrawal --on 2026-03-15 --by Commission
    """
    from goodoffices.watch.log import Happening, What  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.log.times import deadline_of, end_of, start_of  # noqa: PLC0415  the same

    earliest = start_of(on)
    latest = end_of(to) if to else earliest
    if latest < earliest:
        message = f"--to {to} lies before --on {on}: give the first instant with --on and the last with --to"
        raise InputError(message)
    if (what == "extended") != (more["until"] is not None):
        message = "'extended' needs --until with the new deadline, and only 'extended' does"
        raise InputError(message)
    more["until"] = more["until"] and deadline_of(more["until"])
    keep_entry(book, Happening(what=What(what), subject=subject, earliest=earliest, latest=latest, known=now(), **more))


@click.command()
@book_argument
@click.argument("obligation", metavar="OBLIGATION")
@click.argument("verdict", type=click.Choice(["met", "breached", "disputed", "unknown"]), metavar="VERDICT")
@click.option("--first", type=DAY, metavar="DATE", required=True, help="First day that it speaks of.")
@click.option("--last", type=DAY, metavar="DATE", help="Last day; the first, where it is left out.")
@click.option("--reason", "reasons", metavar="TEXT", multiple=True, help="Why; may be given again.")
@click.option("--confidence", type=_SHARE, metavar="P", help="How sure, from 0 to 1.")
@ids_option
@entry_options
def find(*, book: str, obligation: str, verdict: str, first: dt.date, last: dt.date | None, **more: Any) -> None:  # noqa: ANN401  what every entry may have
    """Set down in BOOK what was found of OBLIGATION: met, breached, disputed or unknown.

    Example: goodoffices watch find ceasefire/ ceasefire breached --first 2026-03-20 --by Commission --reason "shelling"
    """
    from goodoffices.watch.log import Finding, Verdict  # noqa: PLC0415  see `lazy`

    _in_order(first, last)
    keep_entry(
        book,
        Finding(
            obligation=obligation,
            verdict=Verdict(verdict),
            first=first,
            last=last or first,
            known=now(),
            **more,
        ),
    )


@click.command()
@book_argument
@click.argument("incident", metavar="INCIDENT")
@click.argument("party", metavar="[PARTY]", default="")
@click.option("--confidence", type=_SHARE, metavar="P", default=0.5, help="How sure, from 0 to 1.")
@click.option("--evidence", metavar="GRADE", multiple=True, help="A grade of evidence; may be given again.")
@click.option("--dissent", metavar="WHO", multiple=True, help="Who does not share it; may be given again.")
@entry_options
def attribute(*, book: str, incident: str, party: str, **more: Any) -> None:  # noqa: ANN401  what every entry may have
    """Set down in BOOK that INCIDENT is attributed to PARTY; without PARTY, that it could not be determined.

    Example: goodoffices watch attribute ceasefire/ i-17 North --by Commission --confidence 0.8 --evidence inspection
    """
    from goodoffices.watch.attribution import evidence_cap  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.log import Attribution  # noqa: PLC0415  the same

    cap = evidence_cap(more["evidence"])
    keep_entry(book, Attribution(incident=incident, party=party, known=now(), **more))
    if party and more["confidence"] > cap:
        click.echo(f"This evidence allows {cap:g} at most: that is what will be shown.")


@click.command()
@book_argument
@click.argument("zone", metavar="ZONE")
@click.option("--first", type=DAY, metavar="DATE", required=True, help="First day.")
@click.option("--last", type=DAY, metavar="DATE", help="Last day; the first, where it is left out.")
@click.option("--patrols", type=_AMOUNT, metavar="N", help="Patrols made.")
@click.option("--hours", type=_AMOUNT, metavar="N", help="Hours of observation.")
@click.option("--cameras", type=_AMOUNT, metavar="N", help="Cameras at work.")
@click.option("--denied", type=_AMOUNT, metavar="N", help="Times that access was denied.")
@entry_options
def effort(*, book: str, zone: str, first: dt.date, last: dt.date | None, **more: Any) -> None:  # noqa: ANN401  what every entry may have
    """Set down in BOOK how hard one looked in ZONE: without it, a count is not a trend.

    Example: goodoffices watch effort ceasefire/ buffer --first 2026-03-20 --patrols 6 --hours 31 --denied 1
    """
    from goodoffices.watch.log import Effort  # noqa: PLC0415  see `lazy`

    _in_order(first, last)
    keep_entry(book, Effort(zone=zone, first=first, last=last or first, known=now(), **more))


@click.command()
@book_argument
@click.argument("indicator", metavar="INDICATOR")
@click.argument("value", type=_NUMBER, metavar="VALUE")
@click.option("--on", "on", metavar="WHEN", required=True, help="The day or time at which it was measured.")
@entry_options
def reading(*, book: str, indicator: str, value: float, on: str, **more: Any) -> None:  # noqa: ANN401  what every entry may have
    """Set down in BOOK that INDICATOR had VALUE.

    Example: goodoffices watch reading ceasefire/ paid 40 --on 2026-04-01 --by "Fund secretariat"
    """
    from goodoffices.watch.log import Reading  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.log.times import start_of  # noqa: PLC0415  the same

    keep_entry(book, Reading(indicator=indicator, value=value, at=start_of(on), known=now(), **more))


@click.command()
@book_argument
@click.argument("entry", metavar="ENTRY")
@entry_options
def retract(*, book: str, entry: str, **more: Any) -> None:  # noqa: ANN401  what every entry may have
    """Take ENTRY of BOOK back, by its id or the start of it; what was known before stays as it was.

    Example: goodoffices watch retract ceasefire/ w-5h2t4q2g --by analyst --note "wrong bridge"
    """
    from goodoffices.watch.book import Book  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.log import Retraction  # noqa: PLC0415  the same

    found = [key for key in Book(book).log().entries if key.startswith(entry)]
    if len(found) != 1:
        message = f"{len(found)} entries start with {entry!r}; 'goodoffices watch log {book}' lists them"
        raise InputError(message)
    keep_entry(book, Retraction(entry=found[0], known=now(), **more))


@click.command("log")
@book_argument
@click.option("--as-known", "known", type=MOMENT, metavar="WHEN", help="As it was known then.")
@audience_option
@format_option
def show_log(*, book: str, known: dt.datetime | None, audience: Audience, form: str) -> None:
    """List what was set down in BOOK, the oldest first.

    Example: goodoffices watch log ceasefire/ --format json
    """
    from goodoffices.watch.book import Book  # noqa: PLC0415  see `lazy`

    opened = Book(book)
    seen = opened.seen(known, audience).log
    # Nobody knows who may see a line that cannot be read: only those who may see everything are told of it.
    unread = opened.log().rejections if audience is Marking.RED else ()
    document = {
        "entries": [{"id": key} | msgspec.to_builtins(entry) for key, entry in seen.entries.items()],
        "rejections": [msgspec.to_builtins(each) for each in unread],
    }
    lines = [f"{key}  {entry.known:%Y-%m-%d}  {_said(entry)}" for key, entry in seen.entries.items()]
    lines += [f"line {each.line} cannot be read: {each.reason}" for each in unread]
    emit(document, form=form, text=lines or ["Nothing was set down yet."])


def keep_entry(book: str, entry: Entry) -> None:
    """Add an entry to the log of a book, and print its id."""
    from goodoffices.watch.book import Book  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.log import entry_id, fault_in  # noqa: PLC0415  the same
    from goodoffices.watch.log.times import future_fault  # noqa: PLC0415  the same

    opened = Book(book)
    fault = fault_in(entry) or opened.fault_of(entry) or opened.marking_fault_of(entry) or future_fault(entry)
    if fault:
        raise InputError(fault)
    entry = opened.confined(entry)
    opened.add(entry)
    click.echo(entry_id(entry))


def _in_order(first: dt.date, last: dt.date | None) -> None:
    if last is not None and last < first:
        message = f"--last {last} lies before --first {first}: give the first day and the last"
        raise InputError(message)


def _said(entry: Entry) -> str:
    """An entry in one line."""
    values = msgspec.to_builtins(entry)
    kind = values.pop("type")
    hidden = {"known", "marking"} if values.get("marking") == "CLEAR" else {"known"}
    said = [
        f"{key} {_plain(value)}"
        for key, value in values.items()
        if key not in hidden and value not in ("", [], (), None, False)
    ]
    return f"{kind}: {', '.join(said)}"


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)

"""`goodoffices watch note | find | attribute | effort | reading | retract | log`: what is set down of an agreement."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click
import msgspec

from goodoffices.record import InputError, Marking

from .options import DAY, MOMENT, audience_option, format_option, now
from .output import emit
from .watch_options import book_argument, entry_options, ids_option

if TYPE_CHECKING:
    from goodoffices.watch.log import Entry

__all__ = ["attribute", "effort", "find", "note", "reading", "retract", "show_log"]

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
@click.option("--until", type=MOMENT, metavar="WHEN", help="With 'extended': the new deadline.")
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

    earliest = _start(on)
    latest = _start(to) if to else earliest
    if latest < earliest:
        message = f"--to {to} lies before --on {on}: give the first instant with --on and the last with --to"
        raise InputError(message)
    more["until"] = more["until"] and more["until"].replace(microsecond=0)
    _keep(book, Happening(what=What(what), subject=subject, earliest=earliest, latest=latest, known=now(), **more))


@click.command()
@book_argument
@click.argument("obligation", metavar="OBLIGATION")
@click.argument("verdict", type=click.Choice(["met", "breached", "disputed", "unknown"]), metavar="VERDICT")
@click.option("--first", type=DAY, metavar="DATE", required=True, help="First day that it speaks of.")
@click.option("--last", type=DAY, metavar="DATE", help="Last day; the first, where it is left out.")
@click.option("--reason", "reasons", metavar="TEXT", multiple=True, help="Why; may be given again.")
@click.option("--confidence", type=click.FloatRange(0, 1), metavar="P", help="How sure, from 0 to 1.")
@ids_option
@entry_options
def find(*, book: str, obligation: str, verdict: str, first: dt.date, last: dt.date | None, **more: Any) -> None:  # noqa: ANN401  what every entry may have
    """Set down in BOOK what was found of OBLIGATION: met, breached, disputed or unknown.

    Example: goodoffices watch find ceasefire/ ceasefire breached --first 2026-03-20 --by Commission --reason "shelling"
    """
    from goodoffices.watch.log import Finding, Verdict  # noqa: PLC0415  see `lazy`

    _keep(
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
@click.option("--confidence", type=click.FloatRange(0, 1), metavar="P", default=0.5, help="How sure, from 0 to 1.")
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
    _keep(book, Attribution(incident=incident, party=party, known=now(), **more))
    if party and more["confidence"] > cap:
        click.echo(f"This evidence allows {cap:g} at most: that is what will be shown.")


@click.command()
@book_argument
@click.argument("zone", metavar="ZONE")
@click.option("--first", type=DAY, metavar="DATE", required=True, help="First day.")
@click.option("--last", type=DAY, metavar="DATE", help="Last day; the first, where it is left out.")
@click.option("--patrols", type=click.FloatRange(0), metavar="N", help="Patrols made.")
@click.option("--hours", type=click.FloatRange(0), metavar="N", help="Hours of observation.")
@click.option("--cameras", type=click.FloatRange(0), metavar="N", help="Cameras at work.")
@click.option("--denied", type=click.FloatRange(0), metavar="N", help="Times that access was denied.")
@entry_options
def effort(*, book: str, zone: str, first: dt.date, last: dt.date | None, **more: Any) -> None:  # noqa: ANN401  what every entry may have
    """Set down in BOOK how hard one looked in ZONE: without it, a count is not a trend.

    Example: goodoffices watch effort ceasefire/ buffer --first 2026-03-20 --patrols 6 --hours 31 --denied 1
    """
    from goodoffices.watch.log import Effort  # noqa: PLC0415  see `lazy`

    _keep(book, Effort(zone=zone, first=first, last=last or first, known=now(), **more))


@click.command()
@book_argument
@click.argument("indicator", metavar="INDICATOR")
@click.argument("value", type=float, metavar="VALUE")
@click.option("--on", "on", metavar="WHEN", required=True, help="The day or time at which it was measured.")
@entry_options
def reading(*, book: str, indicator: str, value: float, on: str, **more: Any) -> None:  # noqa: ANN401  what every entry may have
    """Set down in BOOK that INDICATOR had VALUE.

    Example: goodoffices watch reading ceasefire/ paid 40 --on 2026-04-01 --by "Fund secretariat"
    """
    from goodoffices.watch.log import Reading  # noqa: PLC0415  see `lazy`

    _keep(book, Reading(indicator=indicator, value=value, at=_start(on), known=now(), **more))


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
    _keep(book, Retraction(entry=found[0], known=now(), **more))


@click.command("log")
@book_argument
@click.option("--as-known", "known", type=MOMENT, metavar="WHEN", help="As it was known then.")
@audience_option
@format_option
def show_log(*, book: str, known: dt.datetime | None, audience: Marking, form: str) -> None:
    """List what was set down in BOOK, the oldest first.

    Example: goodoffices watch log ceasefire/ --format json
    """
    from goodoffices.watch.book import Book  # noqa: PLC0415  see `lazy`

    whole = Book(book).log()
    seen = whole.as_known(known, audience)
    document = {
        "entries": [{"id": key} | msgspec.to_builtins(entry) for key, entry in seen.entries.items()],
        "rejections": [msgspec.to_builtins(each) for each in whole.rejections],
    }
    lines = [f"{key}  {entry.known:%Y-%m-%d}  {_said(entry)}" for key, entry in seen.entries.items()]
    lines += [f"line {each.line} cannot be read: {each.reason}" for each in whole.rejections]
    emit(document, form=form, text=lines or ["Nothing was set down yet."])


def _keep(book: str, entry: Entry) -> None:
    from goodoffices.watch.book import Book  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.log import entry_id  # noqa: PLC0415  the same

    opened = Book(book)
    fault = opened.fault_of(entry)
    if fault:
        raise InputError(fault)
    opened.add(entry)
    click.echo(entry_id(entry))


def _start(text: str) -> dt.datetime:
    """A day, from its start, or a time; in UTC."""
    try:
        at = dt.datetime.fromisoformat(text.strip())
    except ValueError as odd:
        message = f"{text!r} is no day or time; write it as 2026-03-15 or 2026-03-15T18:30"
        raise InputError(message) from odd
    return at.replace(tzinfo=at.tzinfo or dt.UTC).astimezone(dt.UTC)


def _said(entry: Entry) -> str:
    """An entry in one line."""
    values = msgspec.to_builtins(entry)
    kind = values.pop("type")
    hidden = {"known", "marking"} if values.get("marking") == "CLEAR" else {"known"}
    said = [
        f"{key} {_plain(value)}"
        for key, value in values.items()
        if key not in hidden and value not in ("", [], None, False)
    ]
    return f"{kind}: {', '.join(said)}"


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

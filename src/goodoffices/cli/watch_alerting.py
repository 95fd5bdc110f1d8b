"""`goodoffices watch alerts`: what the rules of an agreement say, sent once each."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
import msgspec

from goodoffices.record import InputError

from .options import MOMENT, format_option, now
from .output import emit
from .watch_options import audience_option, book_argument

if TYPE_CHECKING:
    from goodoffices.watch.alerts import Notice, Sent
    from goodoffices.watch.viewer import Audience

__all__ = ["alerts"]

_MEMORY = "alerts.sent"


@click.command()
@book_argument
@click.option(
    "--to", "to", metavar="WHERE", default="-", help="A file, an http(s):// address, or - for standard output."
)
@click.option("--on", "on", type=MOMENT, metavar="WHEN", help="What the rules say by then; now.")
@click.option("--dry-run", is_flag=True, help="Show all that the rules say, and send nothing.")
@audience_option
@format_option
def alerts(*, book: str, to: str, on: dt.datetime | None, dry_run: bool, audience: Audience, form: str) -> None:
    """Send what the alerts of BOOK say, each once: conditions that came to hold, deadlines that come near.

    What was sent where is noted in alerts.sent in the book. What did not arrive is tried again next time.

    Example: goodoffices watch alerts ceasefire/ --to alerts.txt --audience amber
    """
    from goodoffices.watch.alerts import notices, send  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.book import Book  # noqa: PLC0415  the same

    opened = Book(book)
    seen = opened.seen(None, audience)
    said = notices(seen.agreement, seen.log, on=on or now(), counts=seen.ledger)
    if dry_run:
        emit({"notices": msgspec.to_builtins(said)}, form=form, text=_listed(said))
        return
    shown = io.StringIO() if form == "json" and to == "-" else None
    sent = send(said, to, opened.folder / _MEMORY, out=shown)
    told = _told(sent, to)
    if form == "json":
        emit(sent, form=form, text=())
    else:
        for line in told:
            click.echo(line, err=True)
    if sent.failed:
        notice, reason = sent.failed[0]
        message = f"{len(sent.failed)} alerts did not reach {to!r}, the first ({notice.alert}): {reason}; run it again"
        raise InputError(message)


def _listed(said: tuple[Notice, ...]) -> Iterator[str]:
    if not said:
        yield "The rules say nothing."
    yield from (f"{each.at:%Y-%m-%d %H:%M}  {each.alert}  {each.words}" for each in said)


def _told(sent: Sent, to: str) -> Iterator[str]:
    where = "" if to == "-" else f" to {to}"
    yield f"{len(sent.sent)} sent{where}; {sent.before} had gone out before"

"""What stands behind the pages of the watch room, and where they are written to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.record import InputError

from .options import MOMENT, F, now
from .output import printable
from .watch_options import audience_option, book_argument

if TYPE_CHECKING:
    from goodoffices.brief.watching import Backing
    from goodoffices.watch.book.seen import Seen
    from goodoffices.watch.ledger import Ledger

__all__ = ["backing_of", "emit_as", "page_options"]


def page_options(command: F) -> F:
    """Take what every page of a book takes: the book, as known when, for whom, in which form, written where."""
    for option in (
        click.option("-o", "--output", "out", metavar="FILE", type=click.Path(dir_okay=False), help="Write it there."),
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "json", "md", "html"]),
            default="text",
            show_default=True,
            help="Text for a terminal, JSON for machines, Markdown or a page to hand on.",
        ),
        audience_option,
        click.option("--as-known", "known", metavar="WHEN", type=MOMENT, help="As it was known then."),
        book_argument,
    ):
        command = option(command)
    return command


def backing_of(seen: Seen, ledger: Ledger | None = None, *, incidents: bool = True) -> Backing:
    """What a page of a book leads back to.

    Args:
        seen: The book as its audience may see it.
        ledger: The incidents as they are counted, where the page lists them by itself.
        incidents: Take the incident table too: their texts and where they stand.
    """
    from goodoffices.brief.watching import Backing  # noqa: PLC0415  see `lazy`

    return Backing(
        log=seen.log,
        table=seen.table if incidents and seen.has_incidents else None,
        ledger=ledger,
        zones={zone.id: zone.name for zone in seen.zones or ()},
        marking=seen.marking,
        generated=now().replace(second=0, microsecond=0),
    )


def emit_as(text: str, out: str | None, form: str = "") -> None:
    """Print a text, or write it to a file.

    Args:
        text: The text.
        out: The file; None for standard output.
        form: ``text`` for a terminal: what a terminal would obey is taken out.

    Raises:
        InputError: The file cannot be written.
    """
    text = printable(text) if form == "text" else text
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        Path(out).write_text(text, encoding="utf-8")
    except OSError as odd:
        message = f"{out!r} cannot be written ({odd.strerror}); choose another file"
        raise InputError(message) from odd
    click.echo(f"Written to {out}", err=True)

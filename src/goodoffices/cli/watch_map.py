"""`goodoffices watch map`: the map of the incidents and zones, as one page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import DAY, MOMENT, now
from .watch_options import audience_option, book_argument

if TYPE_CHECKING:
    from goodoffices.watch.viewer import Audience

__all__ = ["show_map"]


@click.command("map")
@book_argument
@click.option(
    "--borders",
    default="none",
    show_default=True,
    metavar="WHOSE",
    help="Whose borders: none (disputed areas are nobody's), de-facto, un, or a GeoJSON file of your own.",
)
@click.option(
    "--base", metavar="FILE", type=click.Path(path_type=Path), help="GeoJSON of local ground to lay under it."
)
@click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only incidents of this kind; may be given again.")
@click.option("--since", "since", type=DAY, metavar="DATE", help="Only incidents from this day on.")
@click.option("--until", "until", type=DAY, metavar="DATE", help="Only incidents up to this day.")
@click.option(
    "--shown",
    type=click.IntRange(1, 50_000),
    default=3000,
    show_default=True,
    help="How many incidents the page lists; the marks count all.",
)
@click.option("--as-known", "known", type=MOMENT, metavar="WHEN", help="As it was known then.")
@audience_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "json"]),
    default="html",
    show_default=True,
    help="A page, or the numbers behind it for machines.",
)
@click.option("-o", "--output", "out", metavar="FILE", type=click.Path(dir_okay=False), help="Write it there.")
def show_map(
    *,
    book: str,
    borders: str,
    base: Path | None,
    kinds: tuple[str, ...],
    since: dt.date | None,
    until: dt.date | None,
    shown: int,
    known: dt.datetime | None,
    audience: Audience,
    form: str,
    out: str | None,
) -> None:
    """Write a map of BOOK: its incidents, clustered, and its zones, on a base map that the program carries.

    The page is one file and reaches no network. Disputed areas are hatched and nobody's, unless you choose whose
    borders to draw; the page says whose they are.

    Example: goodoffices watch map ceasefire/ --since 2026-05-01 -o map.html
    """
    from goodoffices.brief.watching.map import Choices, map_page, map_to_html, map_to_json  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.book import Book  # noqa: PLC0415  the same

    from .watch_written import emit_as  # noqa: PLC0415  the same

    seen = Book(book).seen(known, audience)
    page = map_page(
        seen.counted,
        title=seen.agreement.name,
        table=seen.table,
        zones=seen.zones or (),
        choices=Choices(borders=borders, base=base, shown=shown, kinds=kinds, since=since, until=until),
        marking=seen.marking,
        generated=now(),
    )
    emit_as(map_to_json(page) if form == "json" else map_to_html(page), out)

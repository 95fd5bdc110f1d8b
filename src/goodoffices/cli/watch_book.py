"""`goodoffices watch new | load`: begin a watch book, and fill it with incidents."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from goodoffices.record import InputError, Marking

from .options import MARKING, format_option, now
from .output import emit, printable
from .watch_options import book_argument

if TYPE_CHECKING:
    from goodoffices.watch.book.loads import Load
    from goodoffices.watch.incidents import IncidentRejection

__all__ = ["load", "new"]

_LISTED = 20


@click.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
def new(*, folder: Path) -> None:
    """Begin a watch book in FOLDER: an agreement.yaml to be filled in, with every key explained.

    Example: goodoffices watch new ceasefire/
    """
    path = folder / "agreement.yaml"
    if path.exists():
        message = f"there is an agreement at {str(path)!r} already; choose another folder"
        raise InputError(message)
    template = resources.files("goodoffices.watch.agreement").joinpath("data", "agreement.yaml")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
    except OSError as odd:
        message = f"{str(path)!r} cannot be written ({odd.strerror}); choose another folder"
        raise InputError(message) from odd
    click.echo(f"Write down in {path} what was agreed; then: goodoffices watch state {folder}")


@click.command()
@book_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--mapping", metavar="FILE", help="TOML or JSON: which of our columns is which of the file's.")
@click.option(
    "--marking",
    type=MARKING,
    metavar="MARKING",
    show_default="CLEAR",
    help="Who may be shown the rows that do not say it in a column 'marking'.",
)
@click.option(
    "--circle",
    "circles",
    multiple=True,
    metavar="NAME",
    help="Confine the rows that do not say it in a column 'circle' to the members of a circle; may be given again.",
)
@format_option
def load(
    *,
    book: str,
    files: tuple[str, ...],
    mapping: str | None,
    marking: Marking | None,
    circles: tuple[str, ...],
    form: str,
) -> None:
    """Load incidents from CSV, JSON or GeoJSON files into BOOK; the same file twice adds none.

    ACLED's and VIINA's columns are known. Rows that cannot be used are listed, with what would mend them. The same rows
    again with another marking are marked anew. Rows that stand there for one circle and are loaded for another may be
    known of by both; what is open to all stays so (to restrict that, give it another marking).

    Example: goodoffices watch load ceasefire/ incidents.csv --format json
    """
    from goodoffices.watch.book import Book  # noqa: PLC0415  tables are heavy

    opened = Book(book)
    opened.zones()  # before anything is loaded: a file of zones that cannot be read is told first
    loaded = [opened.load(path, mapping, now=now(), marking=marking, circles=circles) for path in files]
    opened.ledger()  # so that the first question need not wait for it
    document = [
        {"load": msgspec.to_builtins(done), "rejections": [msgspec.to_builtins(each) for each in rejections]}
        for done, rejections in loaded
    ]
    emit(document, form=form, text=_told(loaded))
    zones = opened.zones()
    for fault in zones.rejections if zones is not None else ():
        click.echo(printable(f"zones: {fault}"), err=True)


def _told(loaded: list[tuple[Load, list[IncidentRejection]]]) -> Iterator[str]:
    for done, rejections in loaded:
        said = [f"{done.rows - done.revised - done.widened:,} new", f"{done.repeated:,} there already"]
        said += [f"{done.revised - done.remarked:,} changed"] if done.revised > done.remarked else []
        said += [f"{done.remarked:,} marked anew"] if done.remarked else []
        said += [f"{done.widened:,} shown to more circles"] if done.widened else []
        said += [f"{done.rejected:,} not loaded"] if done.rejected else []
        yield f"{done.source}: {', '.join(said)}"
        yield from (f"  {rejection}" for rejection in rejections[:_LISTED])
        if len(rejections) > _LISTED:
            yield f"  and {len(rejections) - _LISTED:,} more; --format json lists all"

"""`goodoffices watch pairs | pair`: reports that may tell of one incident, and what a person says of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from goodoffices.record import InputError

from .options import format_option, now
from .output import emit
from .watch_log import keep_entry
from .watch_options import audience_option, book_argument, entry_options

if TYPE_CHECKING:
    from goodoffices.watch.log import Log
    from goodoffices.watch.viewer import Audience

__all__ = ["pair", "pairs"]

_TOLD_CHARS = 90


@click.command()
@book_argument
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="So many at most.")
@audience_option
@format_option
def pairs(*, book: str, most: int, audience: Audience, form: str) -> None:
    """List pairs of reports of BOOK that may tell of one incident, the most doubtful first; decided ones are left out.

    Example: goodoffices watch pairs ceasefire/ --most 20
    """
    from goodoffices.watch.book import Book  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.duplicates import duplicate_pairs  # noqa: PLC0415  the same

    seen = Book(book).seen(None, audience)
    table = seen.table
    found = duplicate_pairs(table).to_look_at()
    decided = _decided(seen.log)
    listed = []
    for left, right, probability in zip(found.left, found.right, found.probability, strict=True):
        ends = [table.record(int(row)) for row in (left, right)]
        if frozenset(str(end["id"]) for end in ends) not in decided:
            listed.append({"probability": round(float(probability), 3), "left": ends[0], "right": ends[1]})
    document = {"undecided": len(listed), "pairs": listed[:most]}
    emit(document, form=form, text=_told(listed, most, book))


@click.command()
@book_argument
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@click.option("--same/--two", "same", default=None, help="They tell of one incident, or of two.")
@entry_options
def pair(*, book: str, left: str, right: str, same: bool | None, **more: Any) -> None:  # noqa: ANN401  of every entry
    """Set down in BOOK that the reports with these two ids tell of one incident (--same) or of two (--two).

    Example: goodoffices watch pair ceasefire/ i-17 i-23 --same --by analyst --note "one strike, two outlets"
    """
    from goodoffices.watch.book import Book  # noqa: PLC0415  see `lazy`
    from goodoffices.watch.log import Pairing  # noqa: PLC0415  the same

    if same is None:
        message = "say --same or --two"
        raise click.UsageError(message)
    known = Book(book).incidents()["id"]
    for name in (left, right):
        if not (known == name).any():
            message = f"there is no incident {name!r} in {book}; 'goodoffices watch pairs {book}' lists doubtful ones"
            raise InputError(message)
    if left == right:
        message = f"{left!r} is one report, not two; name another"
        raise InputError(message)
    keep_entry(book, Pairing(left=left, right=right, same=same, known=now(), **more))


def _decided(log: Log) -> set[frozenset[str]]:
    from goodoffices.watch.log import Pairing  # noqa: PLC0415  see `lazy`

    return {frozenset((each.left, each.right)) for each in log.of(Pairing)}


def _told(listed: list[dict[str, Any]], most: int, book: str) -> Iterator[str]:
    if not listed:
        yield "No pair is in doubt."
        return
    yield f"{len(listed):,} pairs are in doubt. Say of each: goodoffices watch pair {book} ID ID --same (or --two)"
    for each in listed[:most]:
        yield f"{each['probability']:.2f}"
        for end in (each["left"], each["right"]):
            told = " ".join(str(end["text"] or "").split())[:_TOLD_CHARS]
            where = ", ".join(str(end[key]) for key in ("kind", "place", "source") if end[key])
            yield f"  {end['id']}  {end['earliest']}  {where}  {told}".rstrip()
    if len(listed) > most:
        yield f"and {len(listed) - most:,} more; --most N shows more"

"""`goodoffices watch counts`: the counts in daily reports in prose, each with its sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click
import msgspec

from goodoffices.record import InputError, Rejection

from .options import DAY, format_option
from .output import emit

if TYPE_CHECKING:
    from goodoffices.record import Report
    from goodoffices.watch.prose import CountRow

__all__ = ["counts"]


class Counted(msgspec.Struct, frozen=True):
    """What one report counts.

    Attributes:
        report: Its name.
        published: The day against which its dates are understood; None: unknown.
        counts: Its counts, in the order of the text.
    """

    report: str
    published: dt.date | None
    counts: list[CountRow]


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--published", type=DAY, metavar="DATE", help="When they were published; their own dates, if left out.")
@format_option
def counts(*, files: tuple[str, ...], published: dt.date | None, form: str) -> None:
    """Read the counts out of reports in prose: how many of what, where and when, with the sentence.

    A sum that a monitor gives is no list of incidents: it stands beside them and is never added to them.

    Example: goodoffices watch counts daily-report.txt --format json
    """
    from goodoffices.read.ingest import ingest  # noqa: PLC0415  see `lazy`

    found, rejections = [], []
    for item in ingest(files):
        if isinstance(item, Rejection):
            rejections.append(item)
        else:
            found.append(_counted(item, published))
    if rejections and not found:
        message = f"{rejections[0].what}: {rejections[0].reason}"
        raise InputError(message)
    emit(_document(found, rejections), form=form, text=_told(found, rejections))


def _counted(report: Report, published: dt.date | None) -> Counted:
    from goodoffices.watch import counts_in_prose, incidents_of_counts  # noqa: PLC0415  see `lazy`

    day = published or report.published
    rows = incidents_of_counts(counts_in_prose(report.text, published=day), report.text, source=report.path)
    return Counted(report.path, day, rows)


def _document(found: Iterable[Counted], rejections: Iterable[Rejection]) -> dict[str, Any]:
    return {
        "reports": [msgspec.to_builtins(each) for each in found],
        "rejections": [msgspec.to_builtins(each) for each in rejections],
    }


def _told(found: Iterable[Counted], rejections: Iterable[Rejection]) -> Iterator[str]:
    for each in found:
        yield f"{each.report}: {len(each.counts)} counts"
        for row in each.counts:
            yield from _lines(row)
    yield from (f"{each.what} cannot be read: {each.reason}" for each in rejections)


def _lines(row: CountRow) -> Iterator[str]:
    number = f"{row.count:,}" + (f" to {row.most:,}" if row.most is not None else "")
    blur = "" if row.blur == "exact" else f"{row.blur} "
    said = [f"{blur}{number} {row.what or row.kind}", row.kind]
    said += [f"area: {row.area or 'not said'}", f"period: {row.period or 'not said'}{_days(row)}"]
    said += ["another period's, to compare with"] if row.compared else []
    said += ["a part of another count here"] if row.part_of is not None else []
    yield f"  {'; '.join(said)}"
    yield f"    “{row.sentence}”"


def _days(row: CountRow) -> str:
    if row.first is None or row.last is None:
        return ""
    return f" ({row.first})" if row.first == row.last else f" ({row.first} to {row.last})"

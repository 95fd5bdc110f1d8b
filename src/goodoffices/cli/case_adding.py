"""`goodoffices case add`: read reports and keep what they say, each as soon as it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import click
import msgspec

from goodoffices.record import Marking, NothingReadable, Rejection
from goodoffices.record.store import Store, open_case

from .options import DAY, MARKING, case_argument, format_option, now
from .output import emit, printable, progress

__all__ = ["add"]


class _Taken(msgspec.Struct, frozen=True, kw_only=True):
    """One report as the answer names it; `known` where the case held it already and nothing was changed."""

    id: str
    path: str
    title: str
    known: bool
    statements: int
    marking: Marking


class _Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it."""

    format: str = "goodoffices.case.add/1"
    case: str
    reports: tuple[_Taken, ...]
    rejections: tuple[Rejection, ...]


@click.command()
@case_argument
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@click.option("--published", type=DAY, metavar="DATE", help="The day of every report that gives none itself.")
@click.option(
    "--marking",
    type=MARKING,
    default=Marking.CLEAR,
    metavar="MARKING",
    show_default="CLEAR",
    help="Who may be shown them: RED, AMBER+STRICT, AMBER, GREEN or CLEAR.",
)
@format_option
def add(*, case: str, reports: tuple[str, ...], published: dt.date | None, marking: Marking, form: str) -> None:
    """Read reports (files or folders) and keep what they say, each as soon as it is read.

    A report that the case holds already changes nothing. What cannot be read is listed with its reason, and the rest
    goes on.

    Example: goodoffices case add talks.goodoffices reports/ --published 2026-01-07 --marking AMBER
    """
    with open_case(case) as store:
        taken = tuple(progress(_take(store, reports, published, marking), label="Reading reports"))
        answer = _Answer(
            case=store.name,
            reports=tuple(each for each in taken if isinstance(each, _Taken)),
            rejections=tuple(each for each in taken if isinstance(each, Rejection)),
        )
    if not answer.reports:
        first = answer.rejections[0] if answer.rejections else Rejection(reports[0], "nothing was found there")
        msg = f"no report could be read: {first.what}: {first.reason}"
        raise NothingReadable(msg)
    emit(answer, form=form, text=_lines(answer, marking))
    if form == "text":
        for each in answer.rejections:
            click.echo(printable(f"Not taken: {each.what}: {each.reason}"), err=True)


def _take(
    store: Store, reports: Iterable[str], published: dt.date | None, marking: Marking
) -> Iterator[_Taken | Rejection]:
    from goodoffices.read import readings  # noqa: PLC0415  the parser, only where reports are read

    for read in readings(reports, published=published, marking=marking):
        if isinstance(read, Rejection):
            store.reject(read, at=now(), marking=marking)
            yield read
            continue
        report = read.report
        added = store.add(report, read.statements, at=now(), rejections=read.rejections)
        yield _Taken(
            id=report.id,
            path=report.path,
            title=report.title,
            known=added.known,
            statements=added.statements,
            marking=report.marking,
        )


def _lines(answer: _Answer, marking: Marking) -> Iterator[str]:
    for each in answer.reports:
        said = "known already, nothing changed" if each.known else f"{each.statements} statements"
        yield f"{each.id}  {each.title}: {said}"
    known = sum(each.known for each in answer.reports)
    yield f"{len(answer.reports) - known} reports added, {known} known already, {len(answer.rejections)} not taken"
    if known and marking is not Marking.CLEAR:
        yield f"What was known keeps its marking; to make it {marking.label}: goodoffices case mark"

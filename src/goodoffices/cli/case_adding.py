"""`goodoffices case add`: read reports and keep what they say, each as soon as it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click
import msgspec

from goodoffices.record import Marking, NothingReadable, Rejection
from goodoffices.record.store import Store, open_case

from .case_writing import by_option
from .llm_options import SecondReader, llm_options, read_with
from .options import DAY, MARKING, Effort, case_argument, effort_options, format_option, now
from .output import emit, printable, progress

if TYPE_CHECKING:
    from goodoffices.read import ReadReport

__all__ = ["add"]


class _Taken(msgspec.Struct, frozen=True, kw_only=True):
    """One report as the answer names it; `known` where the case held it already (then `statements` came anew)."""

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
@by_option(required=False)
@llm_options
@effort_options
@format_option
def add(
    *,
    case: str,
    reports: tuple[str, ...],
    published: dt.date | None,
    marking: Marking,
    by: str,
    llm: str | None,
    llm_model: str | None,
    yes: bool,
    jobs: int | None,
    cluster: str | None,
    form: str,
) -> None:
    """Read reports (files or folders) and keep what they say, each as soon as it is read.

    A report that the case holds already changes nothing, but for what a language model (--llm) finds in it. What cannot
    be read is listed with its reason, and the rest goes on.

    Example: goodoffices case add talks.goodoffices reports/ --published 2026-01-07 --marking AMBER
    """
    second = SecondReader(llm=llm, model=llm_model, yes=yes)
    with open_case(case) as store:
        effort = Effort(jobs=jobs, cluster=cluster)
        read = read_with(second, reports, published=published, marking=marking, effort=effort)
        taken = tuple(progress(_take(store, read, marking, by=by, again=llm is not None), label="Reading reports"))
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
    store: Store, readings: Iterable[ReadReport | Rejection], marking: Marking, *, by: str, again: bool
) -> Iterator[_Taken | Rejection]:
    for read in readings:
        if isinstance(read, Rejection):
            store.reject(read, at=now(), marking=marking, by=by)
            yield read
            continue
        report = read.report
        added = store.add(report, read.statements, at=now(), rejections=read.rejections, by=by)
        found = added.statements
        if added.known and again:
            found = store.extend(report.id, read.statements, at=now(), by=by)
        yield _Taken(
            id=report.id,
            path=report.path,
            title=report.title,
            known=added.known,
            statements=found,
            marking=report.marking,
        )
        if again:  # what a language model was asked in vain, or said in vain, is for whoever asked for it to see
            yield from _kept(store, read, by=by, known=added.known)
        else:  # what concerns the whole report: it was not read to its end
            yield from (each for each in read.rejections if each.what == report.path)


def _kept(store: Store, read: ReadReport, *, by: str, known: bool) -> Iterator[Rejection]:
    for rejection in read.rejections:
        if known:
            store.reject(rejection, at=now(), marking=read.report.marking, report=read.report.id, by=by)
        yield rejection


def _lines(answer: _Answer, marking: Marking) -> Iterator[str]:
    for each in answer.reports:
        said = f"{each.statements} statements"
        if each.known:
            said = f"known already, {said} more" if each.statements else "known already, nothing changed"
        yield f"{each.id}  {each.title}: {said}"
    known = sum(each.known for each in answer.reports)
    yield f"{len(answer.reports) - known} reports added, {known} known already, {len(answer.rejections)} not taken"
    if known and marking is not Marking.CLEAR:
        yield f"What was known keeps its marking; to make it {marking.label}: goodoffices case mark"

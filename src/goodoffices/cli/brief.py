"""`goodoffices brief`: reports in, the brief of them out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.record import InputError, Marking, NothingReadable, Rejection

from .case_circles import circle_option
from .llm_options import SecondReader, llm_options, read_with
from .options import DAY, MARKING, Effort, as_of_option, effort_options, now
from .output import printable, progress

if TYPE_CHECKING:
    from goodoffices.read import ReadReport
    from goodoffices.record import Findings

__all__ = ["brief"]

_FORMS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json"}


@click.command()
@click.argument("reports", metavar="REPORT...", nargs=-1)
@click.option("-o", "--output", metavar="FILE", help="Where to write it; `-` is standard output.")
@click.option(
    "--format", "form", type=click.Choice(["html", "md", "json"]), help="The form; that of FILE's name where not given."
)
@click.option("--title", metavar="TEXT", help="The heading of the brief.")
@click.option("--published", type=DAY, metavar="DATE", help="The day of every report that gives none itself.")
@click.option("--marking", type=MARKING, default=Marking.CLEAR, metavar="MARKING", help="Who may be shown the reports.")
@click.option("--case", metavar="CASE", help="Take the reports and judgements of a case instead of reading files.")
@click.option(
    "--audience", type=MARKING, default=Marking.RED, metavar="MARKING", help="Leave out what this audience may not see."
)
@circle_option
@as_of_option
@llm_options
@effort_options
def brief(
    *,
    reports: tuple[str, ...],
    output: str | None,
    form: str | None,
    title: str | None,
    published: dt.date | None,
    marking: Marking,
    case: str | None,
    audience: Marking,
    circles: tuple[str, ...],
    as_of: dt.datetime | None,
    llm: str | None,
    llm_model: str | None,
    yes: bool,
    jobs: int | None,
    cluster: str | None,
) -> None:
    """Read reports (files, folders, addresses of pages and feeds) and write the brief of them.

    Every finding leads back to a sentence. HTML is written to brief.html; Markdown and JSON go to standard output.

    Example: goodoffices brief examples/paris -o brief.html
    """
    form = form or _FORMS.get(Path(output or "").suffix.lower(), "html")
    if bool(case) == bool(reports):
        msg = "name the reports to read, or a case with --case, and not both"
        raise click.UsageError(msg)
    if as_of is not None and case is None:
        msg = "--as-of goes with --case: only a case knows what was known when"
        raise click.UsageError(msg)
    if circles and case is None:
        msg = "--for goes with --case: only a case knows what is confined to whom"
        raise click.UsageError(msg)
    second = SecondReader(llm=llm, model=llm_model, yes=yes)
    if case and second != SecondReader():
        msg = "--llm reads reports, not a case; read them into the case with: goodoffices case add --llm"
        raise click.UsageError(msg)
    if case:
        findings = _from_case(case, audience, as_of, circles)
    else:
        effort = Effort(jobs=jobs, cluster=cluster)
        read = read_with(second, reports, published=published, marking=marking, effort=effort)
        findings = _from_reports(read, audience)
    _write(_render(findings, form, title, audience), output or ("brief.html" if form == "html" else "-"))
    for rejection in findings.rejections:
        click.echo(printable(f"Not taken: {rejection.what}: {rejection.reason}"), err=True)


def _from_reports(read: Iterable[ReadReport | Rejection], audience: Marking) -> Findings:
    from goodoffices.read import collect, near_duplicates  # noqa: PLC0415  the parser: seconds to load
    from goodoffices.record.findings import build  # noqa: PLC0415

    reading = collect(progress(read, label="Reading reports"))
    seen = [report for report in reading.reports if audience.may_see(report.marking)]
    if not seen:
        msg = f"none of the {len(reading.reports)} reports may be shown to {audience.label}"
        raise NothingReadable(msg)
    ids = {report.id for report in seen}
    statements = [s for s in reading.statements if s.report in ids and audience.may_see(s.marking)]
    return build(
        seen,
        statements,
        near_duplicates=near_duplicates(seen),
        rejections=_shown(reading.rejections, seen, reading.reports),
    )


def _shown(rejections: Sequence[Rejection], seen: Sequence[object], reports: Sequence[object]) -> tuple[Rejection, ...]:
    """The rejections, unless they could tell of a report that is left out."""
    return tuple(rejections) if len(seen) == len(reports) else ()


def _from_case(case: str, audience: Marking, as_of: dt.datetime | None, circles: tuple[str, ...]) -> Findings:
    from goodoffices.read import near_duplicates  # noqa: PLC0415
    from goodoffices.record.findings import build  # noqa: PLC0415
    from goodoffices.record.store import open_case  # noqa: PLC0415

    with open_case(case) as store:
        view = store.view(audience, as_of, circles=circles)
        reports = tuple(view.reports())
        if not reports:
            hint = f"add one: goodoffices case add {case} REPORT"
            msg = f"case {case!r} holds no report that {audience.label} may see; {hint}"
            raise NothingReadable(msg)
        return build(
            reports,
            tuple(view.statements()),
            judgements=tuple(view.judgements()),
            near_duplicates=near_duplicates(reports),
            rejections=tuple(view.rejections()),
        )


def _render(findings: Findings, form: str, title: str | None, audience: Marking) -> str:
    from goodoffices.brief import build_brief, to_html, to_json, to_markdown  # noqa: PLC0415  templates

    built = build_brief(findings, title=title, generated=now(), audience=audience)
    if form == "json":
        return to_json(built).decode("utf-8")
    return to_markdown(built) if form == "md" else to_html(built)


def _write(text: str, output: str) -> None:
    if output == "-":
        click.echo(text)
        return
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        msg = f"cannot write {output!r}: {error.strerror}; name another file with -o"
        raise InputError(msg) from None
    click.echo(f"The brief is in {Path(output).resolve()}", err=True)

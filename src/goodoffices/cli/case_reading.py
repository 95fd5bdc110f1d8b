"""`goodoffices case list | search`: what is in a case, for one audience, as known at one moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click
import msgspec

from goodoffices.record import KINDS, ActorContent, Marking, Statement
from goodoffices.record.note import Note, RumourNote
from goodoffices.record.standing import claims
from goodoffices.record.store import open_case
from goodoffices.record.view import Hit, Line, View

from .case_circles import circle_option
from .note_wording import say_claim
from .options import as_of_option, audience_option, case_argument, format_option
from .output import emit
from .wording import in_context, say

__all__ = ["actor_names", "list_", "search", "settings"]

_LISTED = (*KINDS, "assertion")
"""The kinds that are listed: those of which findings are made, and what accounts are compared by."""


def settings(view: View) -> dict[str, Any]:
    """Say for whom and as of when an answer is, as all answers do."""
    return {"audience": view.audience, "circles": view.circles, "as_of": view.as_of}


def actor_names(view: View) -> Mapping[str, str]:
    """Name the actors that a view holds: of several names of one id, the fullest."""
    found: dict[str, str] = {}
    for statement in view.statements(kind="actor"):
        if isinstance(content := statement.content, ActorContent) and len(content.name) > len(
            found.get(content.actor, "")
        ):
            found[content.actor] = content.name
    return found


@click.command("list")
@case_argument
@click.option(
    "--kind", type=click.Choice(_LISTED), metavar="KIND", help=f"List the statements of one kind: {', '.join(_LISTED)}."
)
@audience_option
@circle_option
@as_of_option
@format_option
def list_(
    *,
    case: str,
    kind: str | None,
    audience: Marking,
    circles: tuple[str, ...],
    as_of: dt.datetime | None,
    form: str,
) -> None:
    """List the reports with what was found in each, or the statements of one kind.

    Example: goodoffices case list talks.goodoffices --kind position --audience GREEN --as-of 2026-01-07
    """
    with open_case(case) as store:
        view = store.view(audience, as_of, circles=circles)
        if kind is None:
            _list_reports(view, form)
        else:
            _list_statements(view, kind, form)


def _list_reports(view: View, form: str) -> None:
    lines, rejections = view.lines(), view.rejections()
    document = {
        "format": "goodoffices.case.list/1",
        **settings(view),
        "reports": [_line_document(line) for line in lines],
        "rejections": rejections,
    }
    text = [_report_line(line) for line in lines] or ["No reports."]
    text += [f"Not taken: {each.what}: {each.reason}" for each in rejections]
    emit(document, form=form, text=text)


def _line_document(line: Line) -> dict[str, Any]:
    document: dict[str, Any] = msgspec.to_builtins(line.report)
    del document["text"]
    return {**document, "characters": line.characters, "learned": line.at, "statements": line.statements}


def _report_line(line: Line) -> str:
    report = line.report
    published = report.published.isoformat() if report.published else "undated   "
    count = sum(line.statements.values())
    outlet = f" ({report.outlet})" if report.outlet else ""
    return f"{report.id}  {published}  {report.marking.value:12}  {count:5}  {report.title}{outlet}"


def _list_statements(view: View, kind: str, form: str) -> None:
    statements, known = view.statements(kind=kind), claims(view.notes("rumour"))
    document = {
        "format": "goodoffices.case.statements/1",
        **settings(view),
        "statements": [_statement_document(each, known.get(each.id)) for each in statements],
    }
    emit(document, form=form, text=_statement_lines(statements, known, view))


def _statement_document(statement: Statement, note: Note | None) -> dict[str, Any]:
    # What is known of a claim stands beside it.
    document = {"kind": statement.kind, **msgspec.to_builtins(statement)}
    return {**document, "claim": note} if note else document


def _statement_lines(statements: Sequence[Statement], known: Mapping[str, Note], view: View) -> Iterator[str]:
    names = actor_names(view)
    for each in statements:
        yield f"{each.id}  {each.report}  {say(each.content, names)}{_beside(known.get(each.id), view)}"
    if not statements:
        yield "No statements of this kind."


def _beside(note: Note | None, view: View) -> str:
    return f"  [claim {say_claim(note.content, view)}]" if note and isinstance(note.content, RumourNote) else ""


@click.command()
@case_argument
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many reports at most.")
@audience_option
@circle_option
@as_of_option
@format_option
def search(
    *,
    case: str,
    words: tuple[str, ...],
    limit: int,
    audience: Marking,
    circles: tuple[str, ...],
    as_of: dt.datetime | None,
    form: str,
) -> None:
    """Find the reports that hold all of WORDS, the newest first.

    Case and accents make no difference; "words in quotes" stand side by side; a final * stands for any ending.

    Example: goodoffices case search talks.goodoffices '"security guarantees"' ceasefire withdraw*
    """
    with open_case(case) as store:
        view = store.view(audience, as_of, circles=circles)
        hits = view.search(" ".join(words), limit=limit)
        document = {
            "format": "goodoffices.case.search/1",
            **settings(view),
            "hits": [
                {
                    "report": hit.report.id,
                    "title": hit.report.title,
                    "published": hit.report.published,
                    "evidence": hit.evidence,
                }
                for hit in hits
            ],
        }
    emit(
        document, form=form, text=[line for hit in hits for line in _hit_lines(hit)] or ["No report holds these words."]
    )


def _hit_lines(hit: Hit) -> Iterator[str]:
    published = hit.report.published.isoformat() if hit.report.published else "undated   "
    yield f"{hit.report.id}  {published}  {hit.report.title}"
    for span in hit.evidence[:3]:
        yield f"    {in_context(hit.report.text, span.start, span.end)}"

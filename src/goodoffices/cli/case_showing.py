"""`goodoffices case show`: one thing, with its evidence in context and what analysts say of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click
import msgspec

from goodoffices.record import ByHand, Disagreement, Evidence, Finding, Judgement, Marking, Note, Report, Statement
from goodoffices.record.store import open_case
from goodoffices.record.view import View

from .case_circles import circle_option
from .case_reading import actor_names, settings
from .note_wording import say_note
from .options import as_of_option, audience_option, case_argument, format_option
from .output import emit
from .things import Thing, notes_on, thing, words_on
from .wording import in_context, say, say_when

__all__ = ["show"]


@click.command()
@case_argument
@click.argument("thing_id", metavar="ID")
@audience_option
@circle_option
@as_of_option
@format_option
def show(
    *,
    case: str,
    thing_id: str,
    audience: Marking,
    circles: tuple[str, ...],
    as_of: dt.datetime | None,
    form: str,
) -> None:
    """Show one report, statement, finding, disagreement, actor, judgement or note, with its evidence in context.

    The notes that rest on it stand with it: the correction beside the claim.

    Example: goodoffices case show talks.goodoffices s-4f2kq7...
    """
    with open_case(case) as store:
        view = store.view(audience, as_of, circles=circles)
        found = thing(view, thing_id, case=store.name)
        words, notes = words_on(view, found), notes_on(view, found)
        statements = view.statements(report=found.id) if isinstance(found, Report) else ()
        document = {
            "format": "goodoffices.case.show/1",
            **settings(view),
            "is": type(found).__name__.lower(),
            "thing": found,
            "evidence": [_in_place(span, view) for span in _evidence(found)],
            "statements": statements,
            "judgements": words,
            "notes": notes,
        }
        emit(document, form=form, text=_lines(found, statements, words, view))
        if form == "text":
            emit(None, form=form, text=[f"note {each.kind} ({each.id}): {say_note(each, view)}" for each in notes])


def _evidence(found: Thing) -> tuple[Evidence, ...]:
    match found:
        case Statement() | Finding():
            return found.evidence
        case Disagreement():
            return tuple(span for side in found.sides for span in side.evidence)
    return ()


def _in_place(span: Evidence, view: View) -> dict[str, Any]:
    text = view.report(span.report).text
    around = {"before": text[max(0, span.start - 200) : span.start], "after": text[span.end : span.end + 200]}
    return {**msgspec.to_builtins(span), **around}


def _lines(found: Thing, statements: Sequence[Statement], words: Iterable[Judgement], view: View) -> Iterator[str]:
    names = actor_names(view)
    yield f"{type(found).__name__.lower()} {found.id}"
    for label, value in _facts(found, names, view):
        if value:
            yield f"{label + ':':12}{value}"
    if evidence := _evidence(found):
        yield "evidence:"
        for span in evidence:
            report = view.report(span.report)
            yield f"  {report.title} ({report.id}), [{span.start}, {span.end}):"
            yield f"    {in_context(report.text, span.start, span.end, around_chars=120)}"
    for each in statements:
        yield f"  {each.id}  {each.kind:12}  {say(each.content, names)}"
    for word in words:
        if word.id != found.id:
            yield f"judged {word.verdict.value} by {word.by} on {word.at.date()} ({word.id}): {word.why}"


def _facts(found: Thing, names: Mapping[str, str], view: View) -> Iterator[tuple[str, str]]:
    match found:
        case Report():
            yield from _report_facts(found)
        case Statement():
            yield f"{found.kind}", say(found.content, names)
            yield "said by", names.get(found.said_by, found.said_by) if found.said_by else "the report itself"
            yield "when", say_when(found.when)
            yield "found by", f"{found.reader}: {found.basis}" if found.basis else found.reader
            yield from _added((found.added,) if found.added else ())
        case Finding():
            yield from _finding_facts(found, names)
        case Disagreement():
            yield "about", found.about
            for side in found.sides:
                yield "side", f"{side.text} ({side.as_of or 'undated'})"
        case Judgement():
            yield "on", found.target + (f" and {found.other}" if found.other else "")
            yield "verdict", f"{found.verdict.value}, by {found.by}, {found.at.isoformat(timespec='seconds')}"
            yield "why", found.why
            yield "instead", say(found.correction, names) if found.correction else ""
            yield "rests on", ", ".join((*found.statements, *found.other_statements))
        case Note():
            yield found.kind, say_note(found, view)
            yield "rests on", ", ".join(found.rests_on)
    yield "marking", found.marking.label


def _report_facts(report: Report) -> Iterator[tuple[str, str]]:
    yield "title", report.title
    yield "published", report.published.isoformat() if report.published else "unknown"
    yield "outlet", report.outlet or ""
    yield "author", report.author or ""
    yield "url", report.url or ""
    yield "read from", report.path
    yield "language", report.language
    yield "length", f"{len(report.text)} characters"


def _added(by_hand: Iterable[ByHand]) -> Iterator[tuple[str, str]]:
    for each in by_hand:
        yield "added by", f"{each.by}, {each.at.isoformat(timespec='seconds')}" + (f": {each.why}" if each.why else "")


def _finding_facts(finding: Finding, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield finding.kind, say(finding.content, names)
    yield "said by", names.get(finding.said_by, finding.said_by) if finding.said_by else "the reports themselves"
    yield "when", say_when(finding.when)
    yield "as of", str(finding.as_of or "unknown")
    yield "sources", f"{finding.sources} independent of {len(finding.reports)} reports"
    yield "statements", ", ".join(finding.statements)
    yield "against", ", ".join(finding.against)
    yield "verdict", finding.verdict.value
    yield from _added(finding.added)

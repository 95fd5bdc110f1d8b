"""`goodoffices case notes | shared | views`: what analysts put on record, and who was or may be shown what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import click
import msgspec

from goodoffices.record.content import fold
from goodoffices.record.errors import InputError
from goodoffices.record.note import NOTE_KINDS, Note, SharedNote
from goodoffices.record.release import Marking
from goodoffices.record.standing import latest, was_shown
from goodoffices.record.store import Store, open_case
from goodoffices.record.view import View

from .case_circles import circle_option
from .case_reading import settings
from .note_wording import say_note
from .options import as_of_option, audience_option, case_argument, format_option
from .output import emit

__all__ = ["notes", "shared", "views"]


@click.command()
@case_argument
@click.option(
    "--kind", type=click.Choice(NOTE_KINDS), metavar="KIND", help=f"Those of one kind: {', '.join(NOTE_KINDS)}."
)
@click.option("--about", metavar="ID", help="Those that rest on this report, statement or note.")
@click.option("--latest", "only_latest", is_flag=True, help="Of several on the same thing, the latest alone.")
@audience_option
@circle_option
@as_of_option
@format_option
def notes(
    *,
    case: str,
    kind: str | None,
    about: str | None,
    only_latest: bool,
    audience: Marking,
    circles: tuple[str, ...],
    as_of: dt.datetime | None,
    form: str,
) -> None:
    """List what analysts put on record: statuses, consultations, attempts, rumours, assessments, what was shared.

    Example: goodoffices case notes talks.goodoffices --kind consultation --latest
    """
    with open_case(case) as store:
        view = store.view(audience, as_of, circles=circles)
        found = [each for each in view.notes(kind) if about is None or about in each.rests_on]
        shown = latest(found) if only_latest else tuple(found)
        document = {"format": "goodoffices.case.notes/1", **settings(view), "notes": [_document(n) for n in shown]}
        emit(document, form=form, text=_lines(shown, view))


def _document(note: Note) -> dict[str, Any]:
    return {"kind": note.kind, **msgspec.to_builtins(note)}


def _lines(found: Sequence[Note], view: View) -> Iterator[str]:
    for each in found:
        yield f"{each.id}  {each.kind:12}  {each.marking.value:12}  {say_note(each, view)}"
    if not found:
        yield "No notes."


@click.command()
@case_argument
@click.option("--to", metavar="WHO", help="What was shown to this one.")
@click.option("--thing", "thing_id", metavar="ID", help="Was this report, statement or note in it?")
@as_of_option
@format_option
def shared(*, case: str, to: str | None, thing_id: str | None, as_of: dt.datetime | None, form: str) -> None:
    """List what was shown to whom, and check a claim to have been told, or not: with --thing, each view is shown again.

    Example: goodoffices case shared talks.goodoffices --to "EU delegation" --thing s-4f2kq7...
    """
    with open_case(case) as store:
        view = store.view(Marking.RED, as_of)
        found = [each for each in view.notes("shared") if to is None or _is_to(each, to)]
        if thing_id and not thing_id.startswith(("r-", "s-", "n-")):
            msg = f"{thing_id!r} is no report, statement or note; name a finding by its statements"
            raise InputError(msg)
        in_it = was_shown(store, found, thing_id) if thing_id else (None,) * len(found)
        shares = [{**_document(each), "shown": shown} for each, shown in zip(found, in_it, strict=True)]
        document = {"format": "goodoffices.case.shared/1", "as_of": as_of, "thing": thing_id, "shared": shares}
        emit(document, form=form, text=_shares(found, in_it, view))


def _is_to(note: Note, to: str) -> bool:
    return isinstance(note.content, SharedNote) and fold(note.content.to) == fold(to)


def _shares(found: Sequence[Note], in_it: Sequence[bool | None], view: View) -> Iterator[str]:
    words = {True: "shown      ", False: "not shown  ", None: ""}
    for each, shown in zip(found, in_it, strict=True):
        yield f"{each.id}  {words[shown]}{say_note(each, view)}"
    if not found:
        yield "Nothing is on record as shared."


@click.command()
@case_argument
@circle_option
@as_of_option
@format_option
def views(*, case: str, circles: tuple[str, ...], as_of: dt.datetime | None, form: str) -> None:
    """Count what each audience may see, from the public view to the restricted ones, and name the reports left out.

    Example: goodoffices case views talks.goodoffices --for "security track"
    """
    with open_case(case) as store:
        rows = [_row(store, each, circles, as_of) for each in Marking]
    document = {"format": "goodoffices.case.views/1", "circles": circles, "as_of": as_of, "views": rows}
    text = [
        f"{row['audience'].label:16} {row['reports']:5} reports {row['statements']:6} statements {row['notes']:4} notes"
        + (f"; without {', '.join(row['without'])}" if row["without"] else "")
        for row in rows
    ]
    emit(document, form=form, text=text)


def _row(store: Store, audience: Marking, circles: tuple[str, ...], as_of: dt.datetime | None) -> dict[str, Any]:
    view = store.view(audience, as_of, circles=circles)
    lines = view.lines()
    held = {line.report.id for line in lines}
    everything = (line.report.id for line in store.view(Marking.RED, as_of).lines())
    return {
        "audience": audience,
        "reports": len(lines),
        "statements": sum(sum(line.statements.values()) for line in lines),
        "notes": len(view.notes()),
        "without": [each for each in everything if each not in held],
    }

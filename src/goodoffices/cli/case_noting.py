"""`goodoffices case status | consult | attempt | rumour | assess`: an analyst's own signed entries."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import Any, cast, get_args

import click
import msgspec

from goodoffices.record import Disagreement, Finding, Marking, make_note
from goodoffices.record.content import IssueState
from goodoffices.record.note import (
    Answer,
    AssessmentNote,
    AttemptNote,
    Confidence,
    ConsultationNote,
    NoteContent,
    Outcome,
    RumourNote,
    RumourState,
    StatusNote,
)
from goodoffices.record.store import Store, open_case
from goodoffices.record.view import View

from .case_writing import by_option, why_option
from .note_wording import claim_of, say_note
from .options import DAY, MARKING, F, case_argument, format_option, now
from .output import emit
from .things import findings_of, thing

__all__ = ["Terms", "assess", "attempt", "consult", "grounds", "keep", "rumour", "status", "terms"]


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What all notes take alike."""

    by: str
    why: str
    day: dt.date | None
    rests_on: tuple[str, ...]
    marking: Marking
    form: str


def terms(command: F) -> F:
    """Take who says so, why, of which day, on what ground, and for whom; the command gets them as `terms`."""

    @functools.wraps(command)
    def with_terms(**given: Any) -> object:  # noqa: ANN401  whatever else the command takes
        taken = Terms(**{name: given.pop(name) for name in Terms.__struct_fields__})
        return command(**given, terms=taken)

    taking = format_option(with_terms)
    taking = click.option(
        "--marking", type=MARKING, default=Marking.CLEAR, metavar="MARKING", help="Who may be shown this note."
    )(taking)
    taking = click.option(
        "--rests-on",
        metavar="ID",
        multiple=True,
        help="What it rests on: a report, statement, finding or note; may be given again.",
    )(taking)
    taking = click.option("--day", type=DAY, metavar="DATE", help="The day of the thing itself.")(taking)
    return cast("F", by_option(required=True)(why_option(required=True)(taking)))


def _text_option(text: str) -> Callable[[F], F]:
    return click.option("--text", metavar="TEXT", default="", help=text)


@click.command()
@case_argument
@click.argument("issue")
@click.argument("state", type=click.Choice(get_args(IssueState)), metavar="STATE")
@click.option("--source", metavar="WHO", required=True, help="Who told it, in as many words as may be kept.")
@click.option("--sealed", is_flag=True, help="The content is kept secret: the state alone goes on record.")
@_text_option("What was agreed or is in dispute.")
@terms
def status(*, case: str, issue: str, state: IssueState, source: str, sealed: bool, text: str, terms: Terms) -> None:
    """Put on record how far the talks have come on ISSUE: STATE is agreed, progress, open or blocked.

    Example: goodoffices case status talks.goodoffices detainees agreed --sealed --source "a delegate" --by Ana --why
    "told in confidence" --marking AMBER
    """
    content = StatusNote(issue=issue, status=state, source=source, sealed=sealed, text=text)
    with open_case(case) as store:
        keep(store, content, terms)


@click.command()
@case_argument
@click.argument("party")
@click.argument("subject")
@click.argument("answer", type=click.Choice(get_args(Answer)), metavar="ANSWER")
@_text_option("What they said.")
@terms
def consult(*, case: str, party: str, subject: str, answer: Answer, text: str, terms: Terms) -> None:
    """Put on record that PARTY was consulted on SUBJECT (a text, a provision, an issue), and its ANSWER.

    ANSWER is endorses, objects, abstains, comments or no-answer.

    Example: goodoffices case consult talks.goodoffices "Women's forum" "draft 3, article 4" objects --by Ana --why
    "minutes of 3 May" --text "too late a date"
    """
    with open_case(case) as store:
        keep(store, ConsultationNote(party=party, subject=subject, answer=answer, text=text), terms)


@click.command()
@case_argument
@click.argument("what")
@click.argument("outcome", type=click.Choice(get_args(Outcome)), metavar="OUTCOME")
@click.option("--tried-by", metavar="WHO", required=True, help="Who tried.")
@_text_option("How it went.")
@terms
def attempt(*, case: str, what: str, outcome: Outcome, tried_by: str, text: str, terms: Terms) -> None:
    """Put on record that somebody tried to bring WHAT about; OUTCOME: succeeded, partly, failed, under-way, unknown.

    Example: goodoffices case attempt talks.goodoffices "a ceasefire of 30 days" failed --tried-by "United States" --by
    Ana --why "envoy's own account"
    """
    with open_case(case) as store:
        keep(store, AttemptNote(what=what, tried_by=tried_by, outcome=outcome, text=text), terms)


@click.command()
@case_argument
@click.argument("claim")
@click.argument("state", type=click.Choice(get_args(RumourState)), metavar="STATE")
@click.option("--correction", metavar="ID", help="The statement or report that says how it is.")
@_text_option("The correcting sentence, where no report has one.")
@terms
def rumour(*, case: str, claim: str, state: RumourState, correction: str | None, text: str, terms: Terms) -> None:
    """Put on record what is known of a claim: STATE is unverified, confirmed, refuted or corrected.

    CLAIM is the id of the statement, report or note that makes it, or words where it only goes about. The correction
    is shown beside the claim wherever the case shows it.

    Example: goodoffices case rumour talks.goodoffices s-4f2kq7... refuted --correction s-99ab... --by Ana --why
    "the ministry published the text"
    """
    with open_case(case) as store:
        about, words = claim_of(store.view(Marking.RED), claim)
        content = RumourNote(claim=words, about=about, status=state, correction=correction, text=text)
        keep(store, content, terms)


@click.command()
@case_argument
@click.argument("text")
@click.option("--confidence", type=click.Choice(get_args(Confidence)), required=True, help="How sure you are.")
@click.option("--caveat", metavar="TEXT", multiple=True, help="What a reader must bear in mind; may be given again.")
@terms
def assess(*, case: str, text: str, confidence: Confidence, caveat: tuple[str, ...], terms: Terms) -> None:
    """Put on record what several reports come to, with what it rests on (--rests-on) and its caveats.

    It is shown only to those who may see all that it rests on.

    Example: goodoffices case assess talks.goodoffices "both sides are regrouping" --confidence moderate --rests-on
    r-4f2kq7... --rests-on s-99ab... --caveat "no source in the north" --by Ana --why "three reports agree"
    """
    with open_case(case) as store:
        keep(store, AssessmentNote(text=text, confidence=confidence, caveats=caveat), terms)


def keep(store: Store, content: NoteContent, terms: Terms) -> None:
    """Sign a note, keep it and print it."""
    view = store.view(Marking.RED)
    note = make_note(
        content,
        by=terms.by,
        at=now(),
        why=terms.why,
        day=terms.day,
        rests_on=grounds(view, terms.rests_on, case=store.name),
        marking=terms.marking,
    )
    store.note(note)
    document = {"format": "goodoffices.case.note/1", "note": note}
    emit(document, form=terms.form, text=[f"{note.id}  {say_note(note, store.view(Marking.RED))}"])


def grounds(view: View, ids: Iterable[str], *, case: str) -> tuple[str, ...]:
    """Name what a note rests on; a finding, which is rebuilt at will, by the statements that it is merged from.

    Raises:
        NotInCase: If the view holds no such thing.
    """
    found: set[str] = set()
    for each in ids:
        if each.startswith(("r-", "s-", "n-")):
            found.add(each)
            continue
        match thing(view, each, case=case):
            case Finding() as finding:
                found.update(finding.statements)
            case Disagreement() as disagreement:
                sides = {side.finding for side in disagreement.sides}
                merged = [finding.statements for finding in findings_of(view).findings if finding.id in sides]
                found.update(*merged)
            case other:
                found.add(other.id)
    return tuple(sorted(found))

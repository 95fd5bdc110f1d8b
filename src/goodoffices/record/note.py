"""A note of record: what an analyst puts on record in his or her own words, signed, with a reason.

A note is never disguised as read from a report: it has no evidence span, it names who wrote it and why, and it may
name the reports, statements and notes that it rests on. Like them it is never edited, only retired.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

from .content import IssueState
from .errors import InputError
from .ids import content_id
from .release import Marking
from .vocabulary import issues

__all__ = [
    "NOTE_KINDS",
    "Answer",
    "AssessmentNote",
    "AttemptNote",
    "Confidence",
    "ConsultationNote",
    "Note",
    "NoteContent",
    "Outcome",
    "RumourNote",
    "RumourState",
    "SharedNote",
    "StatusNote",
    "make_note",
    "note_kind",
]

Answer: TypeAlias = Literal["endorses", "objects", "abstains", "comments", "no-answer"]
Outcome: TypeAlias = Literal["succeeded", "partly", "failed", "under-way", "unknown"]
RumourState: TypeAlias = Literal["unverified", "confirmed", "refuted", "corrected"]
Confidence: TypeAlias = Literal["low", "moderate", "high"]

NOTE_KINDS = ("status", "consultation", "attempt", "rumour", "assessment", "shared")
"""Every kind of note."""


class StatusNote(msgspec.Struct, frozen=True, tag="status", kw_only=True):
    """How far the talks have come on an issue, as somebody told the analyst.

    Attributes:
        issue: Id from the vocabulary of issues.
        status: Agreed, in progress, open or blocked.
        source: Who told it, in as many words as may be kept: ``a member of the delegation``.
        sealed: True where the content is kept secret: then the note has none.
        text: What was agreed or is in dispute; empty where `sealed`.
    """

    issue: str
    status: IssueState
    source: str
    sealed: bool = False
    text: str = ""


class ConsultationNote(msgspec.Struct, frozen=True, tag="consultation", kw_only=True):
    """Somebody was consulted on a text or an issue.

    Attributes:
        party: Who: a party, a community, an organisation.
        subject: On what: a text with its version, a provision, an issue.
        answer: Endorses, objects, abstains, comments without taking a stand, or has not answered.
        text: What they said.
    """

    party: str
    subject: str
    answer: Answer
    text: str = ""


class AttemptNote(msgspec.Struct, frozen=True, tag="attempt", kw_only=True):
    """Somebody tried to bring something about.

    Attributes:
        what: What was tried: ``a ceasefire of 30 days``.
        tried_by: Who tried.
        outcome: Succeeded, partly, failed, under way or unknown.
        text: How it went.
    """

    what: str
    tried_by: str
    outcome: Outcome
    text: str = ""


class RumourNote(msgspec.Struct, frozen=True, tag="rumour", kw_only=True):
    """What is known of a claim that goes about.

    Attributes:
        claim: The claim, in words.
        about: Id of the report, statement or note that makes it, or None where it only goes about.
        status: Unverified, confirmed, refuted or corrected.
        correction: Id of the statement or report that says how it is, or None.
        text: The correcting sentence where no report has one.
    """

    claim: str
    about: str | None = None
    status: RumourState = "unverified"
    correction: str | None = None
    text: str = ""


class AssessmentNote(msgspec.Struct, frozen=True, tag="assessment", kw_only=True):
    """What several reports come to, in an analyst's judgement.

    Attributes:
        text: The assessment.
        confidence: Low, moderate or high.
        caveats: What a reader must bear in mind.
    """

    text: str
    confidence: Confidence
    caveats: tuple[str, ...] = ()


class SharedNote(msgspec.Struct, frozen=True, tag="shared", kw_only=True):
    """Something of the case was shown to somebody.

    Attributes:
        to: To whom.
        how: By what: a file's name, a briefing.
        audience: As whom they were shown it, or None where only `things` were.
        circles: The circles that they were shown it as members of.
        as_of: The record as known when; with `audience` and `circles` it gives again what they saw.
        things: Ids of what was shown, where it was not a whole view.
        digest: SHA-256 of the file, in hexadecimal, or None.
    """

    to: str
    how: str = ""
    audience: Marking | None = None
    circles: tuple[str, ...] = ()
    as_of: dt.datetime | None = None
    things: tuple[str, ...] = ()
    digest: str | None = None


NoteContent: TypeAlias = StatusNote | ConsultationNote | AttemptNote | RumourNote | AssessmentNote | SharedNote


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One note, kept for good.

    Attributes:
        id: Hash of all but the marking.
        content: What is put on record, typed by its kind.
        by: Who writes it.
        at: When, in UTC.
        why: On what ground, in words.
        day: The day of the thing itself, or None.
        rests_on: Ids of the reports, statements and notes that it rests on, sorted; those that the content names too.
        marking: Who may be shown it; that of all that it rests on holds too.
    """

    id: str
    content: NoteContent
    by: str
    at: dt.datetime
    why: str
    day: dt.date | None = None
    rests_on: tuple[str, ...] = ()
    marking: Marking = Marking.CLEAR

    @property
    def kind(self) -> str:
        """One of `NOTE_KINDS`."""
        return note_kind(self.content)


def note_kind(content: NoteContent) -> str:
    """Name the kind of a note's content: one of `NOTE_KINDS`."""
    return str(type(content).__struct_config__.tag)


def make_note(
    content: NoteContent,
    *,
    by: str,
    at: dt.datetime,
    why: str,
    day: dt.date | None = None,
    rests_on: tuple[str, ...] = (),
    marking: Marking = Marking.CLEAR,
) -> Note:
    """Make a note with its content-hash id; `at` must carry its time zone.

    Raises:
        InputError: If nobody signs it or gives a reason, or if its content contradicts itself.
    """
    if problem := _problem(content, by, why):
        raise InputError(problem)
    grounds = tuple(sorted({*rests_on, *_named(content)}))
    if isinstance(content, AssessmentNote) and not grounds:
        msg = "an assessment must name the reports, statements or notes that it rests on"
        raise InputError(msg)
    return Note(
        id=content_id("n", content, by, at, why, day, grounds),
        content=content,
        by=by,
        at=at,
        why=why,
        day=day,
        rests_on=grounds,
        marking=marking,
    )


def _named(content: NoteContent) -> set[str]:
    match content:
        case RumourNote():
            return {each for each in (content.about, content.correction) if each}
        case SharedNote():
            return set(content.things)
    return set()


def _problem(content: NoteContent, by: str, why: str) -> str | None:  # noqa: PLR0911  one line a problem
    if not by.strip() or not why.strip():
        return "a note needs the name of whoever writes it and a reason"
    match content:
        case StatusNote() if content.issue not in issues():
            return f"there is no issue {content.issue!r}; use one of {', '.join(issues())}"
        case StatusNote() if not content.source.strip():
            return "a status needs its source, in as many words as may be kept"
        case StatusNote() if content.sealed and content.text:
            return "a sealed status has no text: its content is kept secret"
        case RumourNote() if content.status in ("refuted", "corrected") and not (content.correction or content.text):
            return f"a {content.status} claim needs the correction: the id of a statement, or the correcting sentence"
        case SharedNote() if content.audience is None and not content.things:
            return "what was shown must be named: a view, or ids"
    return None

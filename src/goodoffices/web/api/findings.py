"""Findings, disagreements, the matrix and the timeline; judging."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.brief.model import DisputeView
from goodoffices.brief.model.entry import Entry
from goodoffices.brief.model.positions import IssueView, Matrix
from goodoffices.brief.model.table import Table, Timeline
from goodoffices.desk.judging import parted, retraction, same, word_on
from goodoffices.record import InputError, Judgement, Marking, NotInCase, Statement, Verdict
from goodoffices.web.asking import Analyst, Reader
from goodoffices.web.judged import Given, own_word, thing_of, thing_or_none, word_of
from goodoffices.web.moments import now
from goodoffices.web.pages.record import Queried

from .answers import answer, body, taken, told

__all__ = ["router"]

router = APIRouter(tags=["findings"])


class FoundFindings(msgspec.Struct, frozen=True, kw_only=True):
    """Some findings; `after` begins the next page, and is null on the last. `total` counts up to 20,000."""

    entries: tuple[Entry, ...]
    after: str | None
    total: int


class OneFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with the statements that it is merged from, and all that analysts said of it."""

    finding: Entry
    statements: tuple[Statement, ...]
    judgements: tuple[Judgement, ...]


class MatrixAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The matrix in parts of six parties, and the issues with all that is claimed of them (cut to what fits a page)."""

    matrices: tuple[Matrix, ...]
    issues: tuple[IssueView, ...]


class TimelineAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The latest meetings and events, and who is at the table."""

    timeline: Timeline
    table: Table


class Word(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An analyst's word on a finding or disagreement.

    `verdict` is confirm, reject, unsure, correct, same-as or not-same. A correction names the fields that change;
    same-as names the `other` finding; not-same the `statements` that are another thing.
    """

    verdict: Verdict
    why: Annotated[str, msgspec.Meta(max_length=500)] = ""
    marking: Marking = Marking.CLEAR
    correction: dict[str, Any] | None = None
    other: str | None = None
    statements: tuple[str, ...] = ()


class Retraction(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Why a word is taken back."""

    why: Annotated[str, msgspec.Meta(max_length=500)] = ""


Limit = Annotated[int, Asked(ge=1, le=500)]


@router.get("/findings", responses=told(FoundFindings, "Findings"))
def find(who: Reader, query: Queried, limit: Limit = 50, after: Annotated[str, Asked(max_length=200)] = "") -> Response:
    """Find findings by kind, issue, party, report, stance, verdict, marking, words, day, or when they were learned."""
    page = who.snapshot.find(query, limit=limit, after=after or None)
    return answer(FoundFindings(entries=page.entries, after=page.after, total=page.total))


@router.get("/findings/{found}", responses=told(OneFinding, "A finding"))
def one(who: Reader, found: str) -> Response:
    """One finding, with its statements and what analysts said."""
    entry = who.snapshot.finding(found)
    if entry is None:
        msg = f"there is no finding {found[:40]!r} here"
        raise NotInCase(msg)
    view = who.view
    return answer(
        OneFinding(
            finding=entry,
            statements=view.statements_by_id(entry.statements),
            judgements=view.judgements_on((*entry.statements, entry.id)),
        )
    )


@router.post(
    "/findings/{found}/judgements",
    responses=told(Judgement, "The word as it is kept", status=201),
    openapi_extra=taken(Word),
    status_code=201,
)
def judge(who: Analyst, found: str, word: Annotated[Word, Depends(body(Word))]) -> Response:
    """Judge a finding or a disagreement; nothing is overwritten."""
    snapshot = who.snapshot
    by, at = who.account.name, now()
    kept: Judgement
    if thing_or_none(snapshot, found) is None:
        kept = word_of(who, found, Given(word.verdict, why=word.why, marking=word.marking))
        who.bench.store.judge(kept)
        return answer(kept, status=201)
    thing = thing_of(snapshot, found)
    if word.verdict is Verdict.SAME_AS and isinstance(thing, Entry):
        other = thing_of(snapshot, word.other or "")
        if not isinstance(other, Entry):
            msg = "a finding and a disagreement cannot be one"
            raise InputError(msg)
        kept = same(thing, other, by=by, at=at, why=word.why, marking=word.marking)
    elif word.verdict is Verdict.NOT_SAME and isinstance(thing, Entry):
        kept = parted(thing, word.statements, by=by, at=at, why=word.why, marking=word.marking)
    else:
        kept = word_on(
            thing,
            word.verdict,
            by=by,
            at=at,
            why=word.why,
            marking=word.marking,
            correction=word.correction,
            snapshot=snapshot,
        )
    who.bench.store.judge(kept)
    return answer(kept, status=201)


@router.post(
    "/judgements/{judgement}/retract",
    responses=told(Judgement, "The retraction as it is kept", status=201),
    openapi_extra=taken(Retraction),
    status_code=201,
)
def retract(who: Analyst, judgement: str, given: Annotated[Retraction, Depends(body(Retraction))]) -> Response:
    """Take a word back."""
    kept = retraction(own_word(who, judgement), by=who.account.name, at=now(), why=given.why)
    who.bench.store.judge(kept)
    return answer(kept, status=201)


@router.get("/disagreements", responses=told(tuple[DisputeView, ...], "Disagreements"))
def disagreements(
    who: Reader, issue: str = "", limit: Limit = 50, start: Annotated[int, Asked(ge=0, le=10_000_000)] = 0
) -> Response:
    """Where the reports disagree."""
    return answer(who.snapshot.disputes(limit=limit, start=start, issue=issue))


@router.get("/matrix", responses=told(MatrixAnswer, "The matrix"))
def matrix(who: Reader) -> Response:
    """Issues and parties."""
    brief = who.snapshot.brief
    return answer(MatrixAnswer(matrices=brief.matrices, issues=brief.issues))


@router.get("/timeline", responses=told(TimelineAnswer, "The timeline"))
def timeline(who: Reader) -> Response:
    """Meetings, events, and who is at the table."""
    brief = who.snapshot.brief
    return answer(TimelineAnswer(timeline=brief.timeline, table=brief.table))

"""One finding: what bears it out, who judged it, and the ways to judge it."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from goodoffices.brief.model import DisputeView
from goodoffices.brief.model.entry import Entry
from goodoffices.desk.judging import parted, retraction, same, word_on
from goodoffices.desk.query import Query
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import InputError, Judgement, Verdict, parse_marking
from goodoffices.record.findings.verdicts import standing
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.context import in_context
from goodoffices.web.correcting import fields_of, read_fields
from goodoffices.web.judged import Given, became_of, own_word, thing_of, thing_or_none, word_of
from goodoffices.web.moments import now
from goodoffices.web.overlay import words_on, words_since
from goodoffices.web.rendering import fragment, page, to_finding

from .rejected import one_rejected

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_ALIKE = 12
_SPLIT = 100
"""Statements that a page offers to split off; of a finding with more, the others stand in the API."""


@router.get("/findings/{found}")
def show(who: Reader, found: str) -> Response:
    """The page of a finding, a disagreement or a note on how the talks are run."""
    snapshot = who.snapshot
    for section in snapshot.brief.process:
        for note in section.notes:
            if note.id == found:
                return page(who, "note.html.j2", here="/record", note=note, title=section.title)
    if thing_or_none(snapshot, found) is None:
        if gone := one_rejected(who, found):
            return gone
        if now_it_is := became_of(who, snapshot, found):
            return _back(now_it_is.id)  # a link in somebody's note still leads there
    thing = thing_of(snapshot, found)
    if isinstance(thing, DisputeView):
        return page(who, "disagreement.html.j2", here="/record", d=thing, said=_said_of_dispute(who, thing, snapshot))
    said = words_on(who, snapshot, thing)
    return page(
        who,
        "finding.html.j2",
        here="/record",
        e=thing,
        places=in_context(who, thing.evidence),
        statements=who.view.statements_by_id(thing.statements[:_SPLIT]),
        said=said,
        stands={each.id for each in standing(said)},
        alike=_alike(snapshot, thing),
        against=snapshot.findings(ref.id for ref in thing.against),
        fields=fields_of(thing.content),
        names=snapshot.brief.names,
    )


def _said_of_dispute(who: Asking, dispute: DisputeView, snapshot: Snapshot) -> object:
    found = {each for side in dispute.sides for each in side.statements}
    sides = snapshot.findings(side.finding.id for side in dispute.sides if side.finding.id)
    found |= {each for entry in sides.values() for each in entry.statements}
    return who.view.judgements_on(sorted(found))


def _alike(snapshot: Snapshot, entry: Entry) -> tuple[Entry, ...]:
    """Findings of its kind, on its issue, of its parties: what it might be one with."""
    first = next(iter(entry.parties), "")
    query = Query(kind=entry.kind, party=first, issue=next(iter(entry.issues), ""))
    return tuple(each for each in snapshot.some(query, limit=_ALIKE + 1) if each.id != entry.id)[:_ALIKE]


@router.post("/findings/{found}/judge")
def judge(
    who: Analyst,
    found: str,
    verdict: Annotated[str, Form(max_length=20)] = "",
    why: Annotated[str, Form(max_length=500)] = "",
    marking: Annotated[str, Form(max_length=20)] = "CLEAR",
    undo: Annotated[str, Form(max_length=40)] = "",
    row: Annotated[str, Form(max_length=1)] = "",
) -> Response:
    """Confirm, reject, be unsure, or take one's word back."""
    thing = None if undo else thing_or_none(who.snapshot, found)
    if undo:
        _take_back(who, undo)
    else:
        given = Given(_verdict(verdict), why=why.strip(), marking=parse_marking(marking))
        who.bench.store.judge(word_of(who, found, given))
    # What was rejected is no finding any more, and one again when that is taken back.
    thing = thing or thing_or_none(who.snapshot, found)
    if row and who.script and isinstance(thing, Entry):
        return fragment(who, "record_one.html.j2", e=thing, words_given=words_since(who, who.snapshot, [thing]))
    if who.script:
        return Response(headers={"HX-Redirect": to_finding(found)})
    return _back(found)


@router.post("/findings/{found}/correct")
def correct(
    who: Analyst,
    found: str,
    fields: Annotated[dict[str, Any], read_fields],
    why: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Say what should stand instead."""
    thing = thing_of(who.snapshot, found)
    if isinstance(thing, DisputeView):
        msg = "a disagreement says nothing of its own that could be corrected; correct one of its sides"
        raise InputError(msg)
    before = msgspec.to_builtins(thing.content)
    changes = {name: value for name, value in fields.items() if name in before and before[name] != value}
    if not changes:
        msg = "nothing was changed; change a field, then save"
        raise InputError(msg)
    word = word_on(thing, Verdict.CORRECT, by=who.account.name, at=now(), why=why.strip(), correction=changes)
    who.bench.store.judge(word)
    return _onward(who, thing)


@router.post("/findings/{found}/split")
def split(
    who: Analyst,
    found: str,
    statement: Annotated[list[str] | None, Form()] = None,
    why: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Say that some of its statements are another thing."""
    thing = thing_of(who.snapshot, found)
    if isinstance(thing, DisputeView):
        msg = "a disagreement cannot be split; judge its sides"
        raise InputError(msg)
    who.bench.store.judge(parted(thing, statement or (), by=who.account.name, at=now(), why=why.strip()))
    return _onward(who, thing)


@router.post("/record/merge")
def merge(
    who: Analyst,
    pick: Annotated[list[str] | None, Form()] = None,
    why: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Say that findings are one."""
    snapshot = who.snapshot
    found = snapshot.findings((pick or [])[:50])
    entries = list(found.values())
    if len(entries) < 2:  # noqa: PLR2004  one cannot be merged with itself
        msg = "choose two or more findings of one kind to merge them"
        raise InputError(msg)
    words = [same(entries[0], each, by=who.account.name, at=now(), why=why.strip()) for each in entries[1:]]
    with who.bench.store.together() as writer:
        for word in words:
            writer.judge(word)
    return _onward(who, entries[0])


@router.post("/judgements/{judgement}/retract")
def retract(who: Analyst, judgement: str, why: Annotated[str, Form(max_length=500)] = "") -> Response:
    """Take a word back: one's own, or (an admin) another's."""
    word = _take_back(who, judgement, why)
    entries = who.snapshot.resting_on(word.statements or (word.target,))
    return RedirectResponse(to_finding(entries[0].id) if entries else "/record", status_code=303)


def _take_back(who: Asking, judgement: str, why: str = "") -> Judgement:
    word = own_word(who, judgement)
    who.bench.store.judge(retraction(word, by=who.account.name, at=now(), why=why))
    return word


def _verdict(text: str) -> Verdict:
    try:
        return Verdict(text)
    except ValueError:
        msg = f"{text[:20]!r} is no verdict; say confirm, reject or unsure"
        raise InputError(msg) from None


def _onward(who: Asking, before: Entry) -> Response:
    """To the finding that the same statements come to now; merging may have given it another id."""
    entries = who.snapshot.resting_on(before.statements)
    return _back(entries[0].id if entries else before.id)


def _back(found: str) -> Response:
    return RedirectResponse(to_finding(found), status_code=303)

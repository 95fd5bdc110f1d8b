"""An analyst's word on what a snapshot shows: a finding, some of its statements, two findings, a disagreement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from goodoffices.brief.model import DisputeView
from goodoffices.brief.model.entry import Entry
from goodoffices.record import InputError, Judgement, Marking, Statement, Verdict, make_judgement
from goodoffices.record.correcting import corrected

from .snapshot import Snapshot

__all__ = ["parted", "retraction", "same", "word_again", "word_on"]

_PLAIN = (Verdict.CONFIRM, Verdict.REJECT, Verdict.UNSURE)


def word_on(
    judged: Entry | DisputeView | Statement,
    verdict: Verdict,
    *,
    by: str,
    at: dt.datetime,
    why: str = "",
    marking: Marking = Marking.CLEAR,
    correction: Mapping[str, Any] | None = None,
    snapshot: Snapshot | None = None,
) -> Judgement:
    """Confirm, reject, be unsure of, or correct a thing.

    Args:
        judged: The thing as it is shown.
        verdict: One of these four.
        by: Whose word it is.
        at: When.
        why: The reason.
        marking: Who may be shown the word; that of what it rests on holds too.
        correction: With `Verdict.CORRECT`: the fields that change.
        snapshot: Where a disagreement is shown: it rests on what its sides rest on.

    Raises:
        InputError: If the verdict is another one, or the correction does not fit.
    """
    if verdict not in {*_PLAIN, Verdict.CORRECT} or (verdict is Verdict.CORRECT) != (correction is not None):
        msg = "say confirm, reject or unsure; a correction names the fields that change"
        raise InputError(msg)
    if correction is not None and isinstance(judged, DisputeView):
        msg = "a disagreement says nothing of its own that could be corrected; correct one of its sides"
        raise InputError(msg)
    content = (
        corrected(judged.content, correction)
        if correction is not None and not isinstance(judged, DisputeView)
        else None
    )
    return make_judgement(
        judged.id,
        verdict,
        by=by,
        at=at,
        why=why,
        statements=_rests_on(judged, snapshot),
        correction=content,
        marking=marking,
    )


def word_again(
    rejecting: Judgement, verdict: Verdict, *, by: str, at: dt.datetime, why: str = "", marking: Marking = Marking.CLEAR
) -> Judgement:
    """Judge what is no finding any more because somebody rejected it: another word on the same statements.

    Args:
        rejecting: The word that rejected it.
        verdict: Confirm, reject or unsure.
        by: Whose word it is.
        at: When.
        why: The reason.
        marking: Who may be shown the word; that of what it rests on holds too.

    Raises:
        InputError: If the verdict is another one.
    """
    if verdict not in _PLAIN:
        msg = "this was rejected; it can be confirmed, rejected or left unsure, or the rejection taken back"
        raise InputError(msg)
    return make_judgement(
        rejecting.target, verdict, by=by, at=at, why=why, statements=rejecting.statements, marking=marking
    )


def same(
    one: Entry, other: Entry, *, by: str, at: dt.datetime, why: str = "", marking: Marking = Marking.CLEAR
) -> Judgement:
    """Say that two findings are one.

    Raises:
        InputError: If they are of different kinds, or the same already.
    """
    if one.kind != other.kind:
        msg = f"a {one.kind} and a {other.kind} cannot be one finding; merge two of a kind"
        raise InputError(msg)
    if one.id == other.id:
        msg = "these are one finding already"
        raise InputError(msg)
    return make_judgement(
        one.id,
        Verdict.SAME_AS,
        by=by,
        at=at,
        why=why,
        statements=one.statements,
        other=other.id,
        other_statements=other.statements,
        marking=marking,
    )


def parted(
    finding: Entry,
    statements: Iterable[str],
    *,
    by: str,
    at: dt.datetime,
    why: str = "",
    marking: Marking = Marking.CLEAR,
) -> Judgement:
    """Say that some statements of a finding are another thing than the rest.

    Raises:
        InputError: If none or all of its statements are named, or others than its own.
    """
    apart = tuple(sorted(set(statements)))
    rest = tuple(each for each in finding.statements if each not in apart)
    if not apart or not rest or not set(apart) <= set(finding.statements):
        msg = f"choose some, not all, of the {len(finding.statements)} statements that this finding rests on"
        raise InputError(msg)
    return make_judgement(
        apart[0],
        Verdict.NOT_SAME,
        by=by,
        at=at,
        why=why,
        statements=apart,
        other=rest[0],
        other_statements=rest,
        marking=marking,
    )


def retraction(judgement: Judgement, *, by: str, at: dt.datetime, why: str = "") -> Judgement:
    """Take a word back; the retraction can be taken back in the same way."""
    return make_judgement(judgement.id, Verdict.RETRACT, by=by, at=at, why=why, marking=judgement.marking)


def _rests_on(judged: Entry | DisputeView | Statement, snapshot: Snapshot | None) -> tuple[str, ...]:
    if isinstance(judged, Statement):
        return ()
    if isinstance(judged, Entry):
        return judged.statements
    found = {each for side in judged.sides for each in side.statements}
    if snapshot is not None:
        sides = snapshot.findings(side.finding.id for side in judged.sides if side.finding.id)
        found |= {each for entry in sides.values() for each in entry.statements}
    return tuple(sorted(found))

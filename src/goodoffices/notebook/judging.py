"""An analyst's word from Python: the same rules as on the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from goodoffices.record import (
    Content,
    Disagreement,
    Finding,
    InputError,
    Judgement,
    Marking,
    NotInCase,
    Statement,
    Verdict,
    make_judgement,
)
from goodoffices.record.correcting import corrected
from goodoffices.record.view import View

from .asking import chosen
from .held import Shown

__all__ = ["Word", "judgement_of"]

_Judged: TypeAlias = Statement | Finding | Disagreement | Judgement
_PAIRS = (Verdict.SAME_AS, Verdict.NOT_SAME)
_VERDICTS = tuple(each.value for each in Verdict if each is not Verdict.NO_JUDGEMENT)


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says of a thing: the verdict, who, why, and what goes with the verdict."""

    target: str
    verdict: str
    by: str
    why: str
    other: str | None = None
    correction: Mapping[str, object] | None = None
    marking: Marking = Marking.CLEAR


def judgement_of(word: Word, view: View, shown: Shown, at: dt.datetime) -> Judgement:
    """Make the judgement that a word is.

    Args:
        word: What is said.
        view: The case, as the person sees it.
        shown: What it comes to for the same audience.
        at: When, with its time zone.

    Raises:
        InputError: If there is no such verdict, nobody signs it or gives a reason, or what goes with it is missing.
        NotInCase: If this audience's case holds no such thing.
    """
    verdict = Verdict(chosen(word.verdict, _VERDICTS, "verdict"))
    _check(word, verdict)
    judged = _thing(word.target, view, shown)
    beside = _thing(word.other, view, shown) if word.other else None
    return make_judgement(
        judged.id,
        verdict,
        by=word.by,
        at=at,
        why=word.why,
        statements=_rests_on(judged, shown),
        other=beside.id if beside else None,
        other_statements=_rests_on(beside, shown) if beside else (),
        correction=_corrected(judged, word.correction) if word.correction else None,
        marking=word.marking,
    )


def _check(word: Word, verdict: Verdict) -> None:
    if not word.by.strip() or not word.why.strip():
        msg = "a judgement needs the name of whoever gives it (by=) and a reason (why=)"
        raise InputError(msg)
    if (verdict in _PAIRS) != (word.other is not None):
        msg = f"other= goes with same-as and not-same, and they with it; the verdict is {verdict.value}"
        raise InputError(msg)
    if (verdict is Verdict.CORRECT) != bool(word.correction):
        msg = f"correction= goes with correct, and correct with it; the verdict is {verdict.value}"
        raise InputError(msg)


def _thing(thing: str, view: View, shown: Shown) -> _Judged:
    if thing.startswith("s-"):
        return view.statement(thing)
    if thing.startswith("j-"):
        return view.judgement(thing)
    merged: tuple[Finding | Disagreement, ...] = (*shown.findings.findings, *shown.findings.disagreements)
    for each in merged:
        if each.id == thing:
            return each
    msg = f"this case holds no statement, finding, disagreement or judgement {thing!r}; its tables have the ids"
    raise NotInCase(msg)


def _rests_on(judged: _Judged, shown: Shown) -> tuple[str, ...]:
    # A finding is rebuilt at will: the judgement holds for what it rested on when it was judged.
    if isinstance(judged, Finding):
        return judged.statements
    if isinstance(judged, Disagreement):
        findings = {side.finding for side in judged.sides}
        own = {each for side in judged.sides for each in side.statements}
        found = (each for each in shown.findings.findings if each.id in findings)
        return tuple(sorted(own.union(*(each.statements for each in found))))
    return ()


def _corrected(judged: _Judged, changes: Mapping[str, object]) -> Content:
    if not isinstance(judged, Statement | Finding):
        msg = f"{judged.id} says nothing that could be corrected; correct a statement or a finding"
        raise InputError(msg)
    return corrected(judged.content, changes)

"""A judgement: an analyst's word on a statement or a finding. Nothing is overwritten, everything can be taken back."""

from __future__ import annotations

import datetime as dt
import enum

import msgspec

from .content import Content
from .ids import content_id
from .release import Marking

__all__ = ["Judgement", "Verdict", "make_judgement"]


class Verdict(enum.Enum):
    """What an analyst says of a statement or a finding; never a yes or no alone."""

    CONFIRM = "confirm"
    REJECT = "reject"
    CORRECT = "correct"
    SAME_AS = "same-as"
    NOT_SAME = "not-same"
    UNSURE = "unsure"
    RETRACT = "retract"
    """Takes an earlier judgement back."""
    NO_JUDGEMENT = "no-judgement"
    """Nobody has said anything yet; never stored."""


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One person's word, kept for good.

    Attributes:
        id: Hash of all but the marking.
        target: Id of the statement, finding or (to retract) judgement.
        verdict: What is said of it.
        by: Who says so.
        at: When, in UTC.
        why: The reason in words.
        statements: The statements that the target rested on when it was judged, so that a judgement on a finding
            holds for the same evidence after the findings are rebuilt.
        other: The second id of `same-as` and `not-same`, else None.
        other_statements: As `statements`, of `other`.
        correction: The content that should stand instead, with `correct`, else None.
        marking: Who may be shown it; that of its target holds too.
    """

    id: str
    target: str
    verdict: Verdict
    by: str
    at: dt.datetime
    why: str = ""
    statements: tuple[str, ...] = ()
    other: str | None = None
    other_statements: tuple[str, ...] = ()
    correction: Content | None = None
    marking: Marking = Marking.CLEAR


def make_judgement(
    target: str,
    verdict: Verdict,
    *,
    by: str,
    at: dt.datetime,
    why: str = "",
    statements: tuple[str, ...] = (),
    other: str | None = None,
    other_statements: tuple[str, ...] = (),
    correction: Content | None = None,
    marking: Marking = Marking.CLEAR,
) -> Judgement:
    """Make a judgement with its content-hash id; `at` must carry its time zone."""
    return Judgement(
        id=content_id("j", target, verdict, by, at, why, other, correction),
        target=target,
        verdict=verdict,
        by=by,
        at=at,
        why=why,
        statements=statements,
        other=other,
        other_statements=other_statements,
        correction=correction,
        marking=marking,
    )

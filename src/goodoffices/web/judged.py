"""Words on findings, as pages and calls take them: on what stands, on what somebody just rejected, and taken back."""

from __future__ import annotations

import msgspec

from goodoffices.brief.model import DisputeView
from goodoffices.brief.model.entry import Entry
from goodoffices.desk.judging import word_again, word_on
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import Judgement, Marking, NotInCase, Verdict
from goodoffices.record.account import Role
from goodoffices.record.findings.verdicts import standing

from .asking import Asking
from .guards.refusals import Forbidden
from .moments import now

__all__ = [
    "Given",
    "became_of",
    "own_word",
    "rejected_by_analysts",
    "rejection_of",
    "thing_of",
    "thing_or_none",
    "word_of",
]


class Given(msgspec.Struct, frozen=True):
    """What somebody says of a finding."""

    verdict: Verdict
    why: str = ""
    marking: Marking = Marking.CLEAR


def thing_or_none(snapshot: Snapshot, found: str) -> Entry | DisputeView | None:
    """The finding or disagreement of an id, or None where this audience has none."""
    return snapshot.finding(found) or snapshot.dispute(found)


def thing_of(snapshot: Snapshot, found: str) -> Entry | DisputeView:
    """The finding or disagreement of an id.

    Raises:
        NotInCase: If this audience has none; the words are the same where there is none at all.
    """
    thing = thing_or_none(snapshot, found)
    if thing is None:
        msg = (
            f"there is no finding {found[:40]!r} here; it may have been merged with another, and the search finds that"
        )
        raise NotInCase(msg)
    return thing


def word_of(who: Asking, found: str, given: Given) -> Judgement:
    """Write somebody's word on a finding, also where another person has rejected it a moment ago.

    Raises:
        NotInCase: If this audience has no such finding, and nobody rejected one.
        InputError: If it cannot be said of it.
    """
    snapshot = who.snapshot
    by, at = who.account.name, now()
    rejecting = rejection_of(who, found) if thing_or_none(snapshot, found) is None else None
    if rejecting is not None:
        return word_again(rejecting, given.verdict, by=by, at=at, why=given.why, marking=given.marking)
    thing = thing_of(snapshot, found)
    return word_on(thing, given.verdict, by=by, at=at, why=given.why, marking=given.marking, snapshot=snapshot)


def own_word(who: Asking, judgement: str) -> Judgement:
    """The word that somebody takes back: their own, or (as an admin) anybody's.

    Raises:
        NotInCase: If this audience knows of none.
        Forbidden: If it is another's.
    """
    word = who.view.judgement(judgement)
    if word.by != who.account.name and not who.may(Role.ADMIN):
        msg = "this is the word of somebody else; give your own beside it, or ask an admin to take it back"
        raise Forbidden(msg)
    return word


def rejected_by_analysts(who: Asking) -> tuple[Judgement, ...]:
    """The words that reject and that nobody took back, the latest first, as far as the audience may see them."""
    words = standing(who.view.judgements())
    return tuple(each for each in reversed(words) if each.verdict is Verdict.REJECT)


def rejection_of(who: Asking, found: str) -> Judgement | None:
    """The latest word by which something of this id is no finding any more, or None."""
    words = (each for each in rejected_by_analysts(who) if found in {each.target, *each.statements})
    return next(words, None)


def became_of(who: Asking, snapshot: Snapshot, found: str) -> Entry | None:
    """What a finding is now that an analyst's word gave it another id, or None where no word did."""
    for word in reversed(standing(who.view.judgements())):
        if found in {word.target, word.other} and word.verdict is not Verdict.REJECT:
            entries = snapshot.resting_on((*word.statements, *word.other_statements))
            return next((each for each in entries if each.id != found), None)
    return None

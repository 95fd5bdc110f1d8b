"""The milestones of a text: what is to be done by when, by whom, from which day the days count."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..check import Duty
from ..sequence import Deadline
from .survey import Survey

__all__ = ["Milestone", "find_milestones"]


class Milestone(msgspec.Struct, frozen=True, kw_only=True):
    """One act with a last day.

    Attributes:
        provision: Id of the provision.
        who: Who must do it, as the text words it; empty where it names nobody.
        what: The clause.
        clock: What the days count from: ``sign``, ``force``, ``calendar`` (days since year 1), ``#id`` of a provision,
            or the event in words.
        days: Days from the clock, or None where the text gives no number.
        words: The term as it stands.
        span: Where the term stands in the source.
    """

    provision: str
    who: tuple[str, ...]
    what: str
    clock: str
    days: float | None
    words: str
    span: tuple[int, int]


def find_milestones(survey: Survey) -> tuple[Milestone, ...]:
    """List what has a last day, clock by clock, the earliest first; those without a number come last.

    Args:
        survey: The text.
    """
    found = [_milestone(each, survey) for each in survey.order.deadlines]
    clocks = list(dict.fromkeys(each.clock for each in found))
    return tuple(
        sorted(found, key=lambda each: (clocks.index(each.clock), each.days is None, each.days or 0.0, each.span))
    )


def _milestone(deadline: Deadline, survey: Survey) -> Milestone:
    duties = [each for each in survey.duties if each.provision == deadline.provision]
    here = [each for each in duties if each.span[0] <= deadline.span[0] < each.span[1]] or duties
    clause = next((each for each in survey.text.clauses if each.start <= deadline.span[0] < each.end), None)
    return Milestone(
        provision=deadline.provision,
        who=_bearers(here),
        what=" ".join(clause.text.split()) if clause else "",
        clock=deadline.clock,
        days=deadline.days,
        words=" ".join(deadline.words.split()),
        span=deadline.span,
    )


def _bearers(duties: Sequence[Duty]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.bearer for each in duties if each.bearer))

"""Obligations that arise anew: one for each ticket, one for each week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ..agreement import Agreement, Obligation
from ..conditions import After, And, Condition, Reached
from ..errors import AgreementError
from .steps import minute, moment

__all__ = ["MOST_PERIODS", "instances"]

MOST_PERIODS = 100_000
"""Periods that can be looked at: a duty of every hour for eleven years."""


def instances(agreement: Agreement, references: Mapping[str, Mapping[str, int]], end: int) -> Agreement:
    """Put in the place of each obligation that arises anew those that it becomes until an instant.

    Args:
        agreement: As it was read.
        references: By event, its references and when each came, in minutes since the epoch.
        end: The last instant of interest.

    Returns:
        The agreement with ``id/ref`` for each reference, and ``id/1``, ``id/2``, ... for each period.

    Raises:
        AgreementError: A duty would arise more than 100,000 times.
    """
    made = [new for each in agreement.obligations for new in _become(each, agreement, references, end)]
    return replace(agreement, obligations=tuple(made))


def _become(
    obligation: Obligation, agreement: Agreement, references: Mapping[str, Mapping[str, int]], end: int
) -> Iterator[Obligation]:
    if obligation.each:
        for ref, at in sorted(references.get(obligation.each, {}).items(), key=lambda item: (item[1], item[0])):
            came = Reached(moment(at))
            trigger = And((came, obligation.trigger)) if obligation.trigger else came
            yield replace(obligation, id=f"{obligation.id}/{ref}", each="", trigger=trigger)
    elif obligation.every:
        yield from _periods(obligation, obligation.every, agreement, end)
    else:
        yield obligation


def _periods(obligation: Obligation, every: dt.timedelta, agreement: Agreement, end: int) -> Iterator[Obligation]:
    """The obligation of each period; the k-th arises k - 1 periods after the trigger, and none once its day is over."""
    base: Condition = obligation.trigger or Reached(agreement.in_force)
    if isinstance(obligation.until, Reached):
        end = min(end, minute(obligation.until.at) - 1)
    room = max(0, end - minute(agreement.in_force))
    many = room // max(1, every // dt.timedelta(minutes=1)) + 1
    if many > MOST_PERIODS:
        fault = f"obligation {obligation.id!r} would arise {many:,} times until then: write a longer 'every'"
        raise AgreementError(fault, name=agreement.source, line=obligation.line)
    for number in range(many):
        trigger = After(number * every, base) if number else base
        yield replace(obligation, id=f"{obligation.id}/{number + 1}", every=None, trigger=trigger)

"""Delays, day by day, to the acts that they waited for; to a party only upon evidence.

A day of a delay belongs to the obligations that were in breach on it and for which the step waited (`late`); where
there are several, in equal parts. To a party it is put down only where:

- the deadline of an obligation passed that this party alone owes, and it does not claim to have done it; or
- somebody entitled found a breach of what this party alone owes, or attributed the incidents of the breach to it.

Where the party says that it did it in time and nobody entitled has said so, or the breach is disputed, the days are
contested. Where several owe it and nothing tells them apart, they are undetermined.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise

import msgspec

from ..agreement import Duty
from ..conditions import in_words
from ..log import Log
from ..state import Outlook, Standing
from .grounds import Ground, Grounds

__all__ = ["Delay", "Ground", "Share", "delays_of"]

_DAY = dt.timedelta(days=1)


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """Days of a delay with one cause.

    Attributes:
        obligation: What was late or in breach, by id.
        act: What it was.
        ground: Whether it can be put down to a party.
        party: The party, where it is established; "" otherwise.
        among: Those who owe it.
        days: Days of the delay that are put down to it.
        share: Of the days of the delay, in [0, 1].
        first: The first instant.
        last: The last.
        because: Entries of the log and incidents, or the deadline, on which it rests; never empty.
        confidence: How sure the attribution of the incidents is, in [0, 1]; None where it rests on none.
        said: Entries that claim something else; they make it contested.
    """

    obligation: str
    act: str
    ground: Ground
    party: str
    among: tuple[str, ...]
    days: float
    share: float
    first: dt.datetime
    last: dt.datetime
    because: tuple[str, ...]
    confidence: float | None = None
    said: tuple[str, ...] = ()


class Delay(msgspec.Struct, frozen=True, kw_only=True):
    """How late a step is, or was, and for what.

    Attributes:
        step: The obligation, by id.
        act: What it is.
        owes: Who owes it.
        state: Its state on the day.
        trigger: What it waits or waited for; "" where it was owed from the start.
        days: Days on which something was late for which it waited, or it was late itself.
        other_days: Days for which it waits and nobody is late: what was agreed takes its time, or nobody owes what it
            waits for.
        shares: Whose act it waited for, the most days first; their days add up to ``days``.
        by_party: Established days by party.
    """

    step: str
    act: str
    owes: tuple[str, ...]
    state: str
    trigger: str
    days: float
    other_days: float
    shares: tuple[Share, ...]
    by_party: Mapping[str, float]


class _Span(msgspec.Struct, frozen=True):
    cause: str
    start: dt.datetime
    end: dt.datetime
    weight: float


def delays_of(outlook: Outlook, log: Log) -> tuple[Delay, ...]:
    """Every step that is late, waits for what is late, or was done late, in the order of the agreement.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
    """
    grounds = Grounds(outlook, log)
    found = (_delay(standing, outlook, grounds) for standing in outlook.standings)
    return tuple(each for each in found if each is not None)


def _delay(standing: Standing, outlook: Outlook, grounds: Grounds) -> Delay | None:
    own, step = standing.obligation, standing.obligation.id
    spans = list(_spans(step, outlook, grounds))
    days = sum((span.end - span.start) / _DAY * span.weight for span in spans)
    if not days:
        return None
    waited = sum(
        (end - start) / _DAY
        for start, end in ([] if "/" in step else _pieces(step, outlook, grounds))
        if grounds.states.at(step, start) in {"conditional", "pending"} and not grounds.lateness.of(step, start)
    )
    shares = _shares(spans, days, grounds)
    by_party: dict[str, float] = {}
    for each in shares:
        if each.party:
            by_party[each.party] = by_party.get(each.party, 0.0) + each.days
    return Delay(
        step=step,
        act=own.act,
        owes=own.owes,
        state=standing.state,
        trigger=in_words(own.trigger) if own.trigger else "",
        days=days,
        other_days=waited,
        shares=shares,
        by_party=by_party,
    )


def _pieces(step: str, outlook: Outlook, grounds: Grounds) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """The time from the entry into force to the day, cut wherever anything that matters to a step changes."""
    cuts = [at for at in grounds.cuts(step) if outlook.agreement.in_force < at < outlook.on]
    yield from pairwise([outlook.agreement.in_force, *cuts, max(outlook.on, outlook.agreement.in_force)])


def _spans(step: str, outlook: Outlook, grounds: Grounds) -> Iterator[_Span]:
    own = frozenset({step}) if grounds.obligations[step].duty is Duty.REFRAIN else frozenset()
    for start, end in _pieces(step, outlook, grounds):
        causes = grounds.lateness.of(step, start) - own  # to break what is kept is no delay
        for cause in sorted(causes):
            yield _Span(cause, start, end, 1 / len(causes))


def _shares(spans: list[_Span], days: float, grounds: Grounds) -> tuple[Share, ...]:
    """Spans of one cause on one ground, added up."""
    found: dict[tuple[str, Ground, str], Share] = {}
    for span in spans:
        ground, party, because, confidence, said = grounds.of(span.cause, span.start)
        own = (span.end - span.start) / _DAY * span.weight
        key = span.cause, ground, party
        known = found.get(key)
        obligation = grounds.obligations[span.cause]
        found[key] = Share(
            obligation=span.cause,
            act=obligation.act,
            ground=ground,
            party=party,
            among=obligation.owes,
            days=own + (known.days if known else 0.0),
            share=(own + (known.days if known else 0.0)) / days,
            first=known.first if known else span.start,
            last=span.end,
            because=tuple(dict.fromkeys([*(known.because if known else ()), *because])),
            confidence=confidence if known is None else _least(confidence, known.confidence),
            said=tuple(dict.fromkeys([*(known.said if known else ()), *said])),
        )
    return tuple(sorted(found.values(), key=lambda each: (-each.days, each.obligation, each.ground.value)))


def _least(one: float | None, other: float | None) -> float | None:
    known = [each for each in (one, other) if each is not None]
    return min(known, default=None)

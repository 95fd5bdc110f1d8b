"""What a text makes wait for what."""

from __future__ import annotations

import msgspec

__all__ = ["Cycle", "Deadline", "Misfit", "Sequence", "Unverified", "Wait"]


class Wait(msgspec.Struct, frozen=True, kw_only=True):
    """One provision that waits.

    Attributes:
        provision: Id of the one that waits.
        target: Id of the provision that it waits for, or "" where the event lies outside the text.
        event: The event as the text words it.
        words: Cue and event as they stand, white space made single.
        span: Where the words stand in the source, ``[start, end)``.
        kind: ``after``, ``within``, ``deadline``, ``until``, ``before``, ``together`` or ``proviso`` (see
            ``data/cues.toml``).
        part: Which part of the provision waits: ``start``, ``end`` (it begins before), ``over`` (what it orders lapses
            then) or ``term`` (only its last day counts from the event).
        reached: Which moment of the target is meant: ``start``, ``done`` or ``over``.
        days: The stretch of time named, in days, or None.
        clock: The outside moment that the term counts from (``sign``, ``force``, ``adopt``, ``d-day``), or "".
    """

    provision: str
    target: str
    event: str
    words: str
    span: tuple[int, int]
    kind: str
    part: str = "start"
    reached: str = "done"
    days: float | None = None
    clock: str = ""

    @property
    def waits_for(self) -> str:
        """The id of the provision waited for, or the event in words where it lies outside the text."""
        return self.target or self.event

    @property
    def holds_up(self) -> bool:
        """Does it keep the provision from going on (a term alone does not)?"""
        return self.part != "term" and self.kind != "together"


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """The last day of a provision.

    Attributes:
        provision: Id of the provision.
        clock: What it counts from: ``sign``, ``force``, ..., ``calendar`` (days are then those since year 1), the id
            of a provision behind ``#``, or the event in words.
        days: Days from the clock, or None where the text gives no number.
        words: As it stands.
        span: Where, in the source.
    """

    provision: str
    clock: str
    days: float | None
    words: str
    span: tuple[int, int]


class Cycle(msgspec.Struct, frozen=True):
    """Provisions that wait for each other: none can begin.

    Attributes:
        provisions: Their ids in the order of waiting; the last waits for the first.
        waits: The waits that make it.
    """

    provisions: tuple[str, ...]
    waits: tuple[Wait, ...]


class Unverified(msgspec.Struct, frozen=True):
    """What sets a provision off, and nobody is named to say that it has happened.

    Attributes:
        provision: Id of the provision that waits.
        waits: The waits whose event nobody verifies.
        watched: Who only monitors or observes it, as the text words it; empty where nobody does.
        itself: Is nobody named to verify the provision itself either?
    """

    provision: str
    waits: tuple[Wait, ...]
    watched: tuple[str, ...] = ()
    itself: bool = True


class Misfit(msgspec.Struct, frozen=True):
    """Deadlines that cannot be met in the order that the text asks for.

    Attributes:
        provisions: The one that cannot be in time first, then what keeps it.
        message: What does not fit.
        spans: The words at issue.
    """

    provisions: tuple[str, ...]
    message: str
    spans: tuple[tuple[int, int], ...]


class Sequence(msgspec.Struct, frozen=True):
    """The order that a text asks for.

    Attributes:
        waits: In the order of the text.
        cycles: Deadlocks, the shortest ones of each knot.
        deadlines: Last days.
        unverified: Triggers that nobody verifies.
        misfits: Deadlines that cannot be met in order.
    """

    waits: tuple[Wait, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    unverified: tuple[Unverified, ...] = ()
    misfits: tuple[Misfit, ...] = ()

"""What the engine knows of each obligation and power while time passes, and what it gives in the end."""

from __future__ import annotations

import datetime as dt

import msgspec

from ..conditions import Condition

__all__ = ["Change", "Course", "Position"]


class Change(msgspec.Struct, frozen=True):
    """A change of state, with what caused it.

    Attributes:
        subject: The obligation or power.
        at: When.
        before: The state before.
        after: The state after.
        because: Ids of the entries that caused it, or the condition or deadline in words.
    """

    subject: str
    at: dt.datetime
    before: str
    after: str
    because: tuple[str, ...]


class Position(msgspec.Struct):
    """Where one obligation stands; changed by the engine alone.

    Attributes:
        state: Its state.
        since: Since when, in minutes since the epoch.
        held_since: Since when it is suspended.
        held: How long it was suspended in all, in minutes: deadlines move by as much.
        flagged: Somebody suspended it, and nobody resumed it.
        extended: A deadline that was set later, in minutes since the epoch.
        late: It was done or put right after a breach.
    """

    state: str
    since: int
    held_since: int | None = None
    held: int = 0
    flagged: str = ""
    extended: int | None = None
    late: bool = False


class Course(msgspec.Struct, frozen=True):
    """How an agreement went, until an instant.

    Attributes:
        until: The instant.
        states: The state of every obligation and power then, by id.
        changes: Every change, in order.
        due: The deadline of each obligation that has one that is known, by id.
        truths: Whether each condition holds then, by owner and by the key under which it is written.
        parts: The same of the parts that such a condition joins by "and", by owner and part.
        idle: Entries that took no effect, with the reason.
        unsettled: Instants at which states chased each other in a circle, with those concerned.
    """

    until: dt.datetime
    states: dict[str, str]
    changes: tuple[Change, ...]
    due: dict[str, dt.datetime]
    truths: dict[tuple[str, str], bool | None]
    parts: dict[tuple[str, Condition], bool | None]
    idle: tuple[tuple[str, str], ...]
    unsettled: tuple[tuple[dt.datetime, tuple[str, ...]], ...]

    def since(self, subject: str) -> dt.datetime | None:
        """When it came into the state in which it is; None if it has been in it from the start."""
        return next((change.at for change in reversed(self.changes) if change.subject == subject), None)

"""What a text orders, as it is handed in: plain data, so that any reader of texts can give it."""

from __future__ import annotations

import msgspec

__all__ = ["Awaited", "Deadline", "Ordered", "Permitted"]


class Awaited(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a provision waits for.

    Attributes:
        provision: Id of the provision waited for, or "" where the event lies outside the text.
        event: The event as the text words it.
        words: Cue and event as they stand.
        kind: ``after``, ``within``, ``deadline``, ``until``, ``before``, ``together`` or ``proviso``.
        part: Which part waits: ``start``, ``end``, ``over`` or ``term``.
        reached: Which moment of the other is meant: ``start``, ``done`` or ``over``.
        days: The stretch of time that is named, in days, or None.
        clock: The moment outside the text from which it counts (``sign``, ``force``, ``adopt``), or "".
    """

    words: str
    kind: str
    provision: str = ""
    event: str = ""
    part: str = "start"
    reached: str = "done"
    days: float | None = None
    clock: str = ""


class Deadline(msgspec.Struct, frozen=True):
    """The last day of a provision.

    Attributes:
        clock: What it counts from: ``sign``, ``force``, ...; ``calendar`` (days are then those since year 1), the id of
            a provision behind ``#``, or an event in words.
        days: Days from there, or None.
        words: As it stands.
    """

    clock: str
    days: float | None
    words: str


class Ordered(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a text orders.

    Attributes:
        provision: Id of the provision.
        number: Its number as the text writes it.
        words: The clause.
        parties: Who must do it; ``("*",)`` for all of them; empty where no party must.
        bearer: The subject as the text words it.
        verb: What is to be done.
        waits: What it waits for.
        deadlines: Its last days.
        context: The whole provision, in which a verifier may be named.
        issue: Issue of the talks that the provision answers, by id.
        option: Option of the deal model, by id.
        statements: Statements that asked for it, by id.
    """

    provision: str
    words: str
    number: str = ""
    parties: tuple[str, ...] = ()
    bearer: str = ""
    verb: str = ""
    waits: tuple[Awaited, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    context: str = ""
    issue: str = ""
    option: str = ""
    statements: tuple[str, ...] = ()


class Permitted(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that lets somebody do something ("may").

    Attributes:
        provision: Id of the provision.
        number: Its number as the text writes it.
        words: The clause.
    """

    provision: str
    words: str
    number: str = ""

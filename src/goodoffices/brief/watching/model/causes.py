"""What a change of state rests on: entries of the log, or a condition in words."""

from __future__ import annotations

import datetime as dt

import msgspec

__all__ = ["CauseView", "ChangeView", "WaitView"]


class CauseView(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that something rests on.

    Attributes:
        words: What it says, in a sentence.
        entry: Id of the entry of the log; "" for a condition or a deadline.
        by: Who says so.
        at: When it was, in words; "" for a condition.
        known: When it was set down.
        sources: Where it stands.
        note: What else is said of it.
        incidents: The incidents on which it rests, by id.
        marking: Its release marking, as the standard writes it; "" where it may be seen by all.
    """

    words: str
    entry: str = ""
    by: str = ""
    at: str = ""
    known: dt.datetime | None = None
    sources: tuple[str, ...] = ()
    note: str = ""
    incidents: tuple[str, ...] = ()
    marking: str = ""


class ChangeView(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the state of an obligation or power.

    Attributes:
        subject: Its id.
        act: What is owed or may be done.
        at: When.
        before: The state before.
        after: The state after.
        causes: What caused it.
    """

    subject: str
    act: str
    at: dt.datetime
    before: str
    after: str
    causes: tuple[CauseView, ...]


class WaitView(msgspec.Struct, frozen=True):
    """A part of a condition.

    Attributes:
        words: The part.
        holds: True, False, or None where nobody knows.
        label: The same in a word.
    """

    words: str
    holds: bool | None
    label: str

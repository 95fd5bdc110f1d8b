"""The rolling text with all that is said of it; it is also a JSON format."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import Marking

from .progress import Progress
from .text import Row, Trouble, VoiceView, WaitView, Wording
from .weighed import ContestedView, CycleView, MentionView, QualityView, ShareView, TensionView

__all__ = ["FORMAT", "PartyView", "RollingPage", "StatusCount"]

FORMAT = "goodoffices.draft.text/1"
"""The name of the JSON format."""


class PartyView(msgspec.Struct, frozen=True):
    """A party: its name, and the one or two letters that stand for it where room is short."""

    name: str
    letters: str


class StatusCount(msgspec.Struct, frozen=True):
    """How many provisions have come so far: the status ("" for none), its label, the number."""

    status: str
    label: str
    count: int


class RollingPage(msgspec.Struct, frozen=True, kw_only=True):
    """A text and what is said of it.

    Attributes:
        format: `FORMAT`.
        title: Its title, or its name.
        file: Where it came from, or "".
        version: What its front matter or its history calls it, or "".
        generated: When the page was written, or None.
        marking: The most restricted marking in it; None where it names none.
        parties: Those that it or its brackets name.
        sentences: What it amounts to, in a few sentences.
        points: How many provisions have words of their own.
        statuses: How far they have come; empty where the text says of none.
        preamble: What stands before the first provision.
        rows: The provisions in order, with the edges of the brackets around whole ones.
        closing: The signatures.
        contested: Every open bracket: who wants what.
        troubles: What the checks found, by kind.
        waits: What waits for what.
        cycles: Deadlocks.
        shares: Whom it asks for what.
        weights: The weights behind `shares`, in words.
        quality: What it provides of what an agreement needs.
        tensions: Principles that it states, and what speaks against them.
        backstops: Those on whom several provisions hang alone, in sentences.
        perpetual: Duties without end.
        unanswered: Positions of a case that nothing in the text bears on.
        silent: Issues on the table of which no provision speaks.
        progress: The text over its versions; None where only one is known.
    """

    format: str = FORMAT
    title: str
    file: str = ""
    version: str = ""
    generated: dt.datetime | None = None
    marking: Marking | None = None
    parties: tuple[PartyView, ...] = ()
    sentences: tuple[str, ...] = ()
    points: int = 0
    statuses: tuple[StatusCount, ...] = ()
    preamble: tuple[Wording, ...] = ()
    rows: tuple[Row, ...] = ()
    closing: tuple[Wording, ...] = ()
    contested: tuple[ContestedView, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    waits: tuple[WaitView, ...] = ()
    cycles: tuple[CycleView, ...] = ()
    shares: tuple[ShareView, ...] = ()
    weights: str = ""
    quality: tuple[QualityView, ...] = ()
    tensions: tuple[TensionView, ...] = ()
    backstops: tuple[str, ...] = ()
    perpetual: tuple[MentionView, ...] = ()
    unanswered: tuple[VoiceView, ...] = ()
    silent: tuple[str, ...] = ()
    progress: Progress | None = None

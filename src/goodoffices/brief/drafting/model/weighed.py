"""What the checks make of a text beyond single problems."""

from __future__ import annotations

import msgspec

from .text import WaitView

__all__ = ["ContestedView", "CycleView", "MentionView", "QualityView", "ShareView", "TensionView"]


class MentionView(msgspec.Struct, frozen=True):
    """Where the text says something: the provision (id "" for the preamble), its number, and the clause."""

    provision: str
    number: str
    words: str


class QualityView(msgspec.Struct, frozen=True):
    """One item of what an agreement needs; with nothing found it is missing."""

    id: str
    label: str
    covers: str
    found: tuple[MentionView, ...] = ()


class TensionView(msgspec.Struct, frozen=True):
    """A principle that the text states, and provisions that speak against it."""

    principle: str
    stated: tuple[MentionView, ...]
    against: tuple[MentionView, ...]


class ShareView(msgspec.Struct, frozen=True, kw_only=True):
    """What the text asks of one party.

    Attributes:
        party: Its name.
        asked: Duties that it bears alone or with another named party.
        shared: Duties that it bears with all.
        gives: Weight of what it must do.
        gets: Weight of what others must do for it.
    """

    party: str
    asked: int
    shared: int
    gives: float
    gets: float


class CycleView(msgspec.Struct, frozen=True, kw_only=True):
    """Provisions that wait for each other.

    Attributes:
        provisions: Their ids, in the order of waiting.
        says: "8 waits for 9, and 9 waits for 8."
        only: On which alternatives it depends, in words; "" where it holds whatever is accepted.
        waits: The waits that make it.
    """

    provisions: tuple[str, ...]
    says: str
    only: str
    waits: tuple[WaitView, ...]


class ContestedView(msgspec.Struct, frozen=True, kw_only=True):
    """A bracket as a row of who wants what.

    Attributes:
        number: Of the bracket in the text, from 1.
        provision: Id of the provision, or "".
        provision_number: Its number.
        topic: The first words of the provision.
        wants: For each party in `RollingPage.parties`, the wording it wants; "" where it wants none of them.
        others: Wordings that no party is named for.
        may_fall: Has it one text only, which may stand or fall?
        distance: How far apart the wordings are in words, in [0, 1]; None for one text.
        private: Is who wants what for the mediator's eyes only?
    """

    number: int
    provision: str
    provision_number: str
    topic: str
    wants: tuple[str, ...]
    others: tuple[str, ...]
    may_fall: bool
    distance: float | None
    private: bool

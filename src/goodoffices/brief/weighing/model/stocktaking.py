"""Every number of the model, with where it comes from."""

from __future__ import annotations

import msgspec

from .sources import Figure, Origin

__all__ = ["ConstraintView", "InteractionView", "IssueFigures", "Named", "PartyFigures"]


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A number under the name of what it is a number of."""

    name: str
    figure: Figure


class IssueFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What a party makes of an issue: how much it matters, and how good each option is."""

    issue: str
    weight: Figure
    scores: tuple[Named, ...]


class PartyFigures(msgspec.Struct, frozen=True, kw_only=True):
    """All numbers of a party.

    Attributes:
        party: Who.
        needed: True where there is no deal without its signature.
        origin: Where the party's part of the model comes from.
        walk_away: What no deal is worth to it.
        no_deal: What there is without a deal, in words; "" where nothing says.
        issues: What it makes of each issue.
    """

    party: str
    needed: bool
    origin: Origin
    walk_away: Figure
    no_deal: str
    issues: tuple[IssueFigures, ...]


class InteractionView(msgspec.Struct, frozen=True, kw_only=True):
    """What options of different issues are worth together."""

    words: str
    worth: tuple[Named, ...]
    origin: Origin


class ConstraintView(msgspec.Struct, frozen=True, kw_only=True):
    """What may not be signed: whose it is (None for a rule of the world), in words."""

    id: str
    party: str | None
    words: str
    origin: Origin

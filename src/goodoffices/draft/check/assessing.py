"""What a text amounts to, beside its faults: whom it asks for what, what it provides, what it hangs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..sequence import Gazetteer, outline
from ..text import Document, Point
from .balance import Balance, Weights, weigh_duties
from .dependence import Backstop, Perpetual, find_backstops, find_perpetual
from .duties import Duty, find_duties
from .parties import find_parties
from .quality import Item, Tension, check_principles, check_quality

__all__ = ["Assessment", "assess"]


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """What a text amounts to.

    Attributes:
        duties: All that it orders.
        balance: Whom it asks for how much, with the weights.
        quality: The list of what an agreement needs, with what is found where.
        tensions: Principles stated, and what speaks against them.
        backstops: Those on whom several provisions hang alone.
        perpetual: Duties without end, with their legal vehicle.
    """

    duties: tuple[Duty, ...]
    balance: Balance
    quality: tuple[Item, ...]
    tensions: tuple[Tension, ...]
    backstops: tuple[Backstop, ...]
    perpetual: tuple[Perpetual, ...]


def assess(
    text: Document | Sequence[Point],
    *,
    parties: Mapping[str, Sequence[str]] | Sequence[str] = (),
    weights: Weights | None = None,
) -> Assessment:
    """Say what a text amounts to.

    Args:
        text: A document, or plain points.
        parties: Names of the parties, or names with what else each is called; found in the text where not given.
        weights: What a duty counts in the balance.
    """
    whole = outline(text)
    known = find_parties(text if isinstance(text, Document) else None, whole, parties)
    duties = find_duties(whole, known, Gazetteer(whole))
    return Assessment(
        duties=duties,
        balance=weigh_duties(duties, known, weights),
        quality=check_quality(whole),
        tensions=check_principles(whole),
        backstops=find_backstops(duties),
        perpetual=find_perpetual(whole),
    )

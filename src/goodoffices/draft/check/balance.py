"""Whom a text asks for what: the balance of duties, with its weights stated."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from .duties import Duty
from .parties import COLLECTIVE, Parties

__all__ = ["Balance", "Share", "Weights", "weigh_duties"]


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What a duty counts. A convention, not a measurement: state it wherever the balance is shown.

    Attributes:
        act: A single act with a result ("withdraw", "release").
        conduct: What is to be done or left undone all along ("respect", "refrain").
        provisions: A weight of its own for a provision, by id; it multiplies.
    """

    act: float = 1.0
    conduct: float = 0.5
    provisions: dict[str, float] = {}


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What a text asks of one party.

    Attributes:
        party: Its name.
        asked: How many duties it bears alone or with another named party.
        shared: How many it bears with all.
        gives: Weight of what it must do; a duty of several is divided among them.
        gets: Weight of what others must do that names it, or, where two parties deal with each other, names nobody.
        duties: Spans of its own duties.
    """

    party: str
    asked: int
    shared: int
    gives: float
    gets: float
    duties: tuple[tuple[int, int], ...] = ()


class Balance(msgspec.Struct, frozen=True):
    """The shares of all parties, the weights that made them, and the duties that name no party."""

    shares: tuple[Share, ...]
    weights: Weights
    nobody: int


def weigh_duties(duties: Sequence[Duty], parties: Parties, weights: Weights | None = None) -> Balance:
    """Weigh whom a text asks for what.

    Args:
        duties: What it orders.
        parties: Who is to be compared.
        weights: What a duty counts; 1 for an act and 0.5 for conduct if not given.
    """
    weights = weights or Weights()
    shares = tuple(_share(name, duties, parties, weights) for name in parties.names)
    return Balance(shares, weights, sum(not each.subjects for each in duties))


def _share(name: str, duties: Sequence[Duty], parties: Parties, weights: Weights) -> Share:
    own = [each for each in duties if name in each.subjects]
    shared = [each for each in duties if COLLECTIVE in each.subjects]
    everybody = len(parties.names)
    gives = (
        sum(_weight(each, weights) / len(each.subjects) for each in own)
        + sum(_weight(each, weights) for each in shared) / everybody
    )
    gets = sum(_weight(each, weights) for each in duties if _is_for(each, name, parties))
    return Share(
        party=name,
        asked=len(own),
        shared=len(shared),
        gives=round(gives, 3),
        gets=round(gets, 3),
        duties=tuple(each.span for each in own),
    )


def _weight(duty: Duty, weights: Weights) -> float:
    return (weights.act if duty.act else weights.conduct) * weights.provisions.get(duty.provision, 1.0)


def _is_for(duty: Duty, name: str, parties: Parties) -> bool:
    """Is a duty of others for this party: does it name it, or is it the only other one?"""
    if not duty.subjects or name in duty.subjects or COLLECTIVE in duty.subjects:
        return False
    named = set(parties.named_in(duty.words)) - set(duty.subjects) - {COLLECTIVE}
    return name in named or (not named and len(parties.names) == 2)  # noqa: PLR2004  two parties deal with each other

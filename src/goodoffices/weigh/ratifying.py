"""What is signed must be ratified: would the body behind each party that needs one go along?

Source: the two-level game, Putnam, "Diplomacy and domestic politics", *International Organization* 42 (1988): what can
be signed is what both the negotiator and its ratifiers accept; where they differ, a signed deal may fail at home.
"""

from __future__ import annotations

from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from .explaining import explain
from .model import Model

__all__ = ["Ratification", "ratifications"]

Indices = NDArray[np.intp]


class Ratification(msgspec.Struct, frozen=True, kw_only=True):
    """What a body would make of what its party signs.

    Attributes:
        party: Who signs.
        body: Who must ratify.
        verdict: "ratified", "fails at home" (the party would sign and the body not), "blocked by the party" (the other
            way round), or "neither"; by the centres of the numbers.
        chance: The probability that the body would ratify, over what is not known.
        crossed: Red lines of the body that the package crosses, in words.
    """

    party: str
    body: str
    verdict: Literal["ratified", "fails at home", "blocked by the party", "neither"]
    chance: float
    crossed: tuple[str, ...]


def ratifications(model: Model, package: Indices, *, draws: int = 10_000, seed: int = 0) -> tuple[Ratification, ...]:
    """Say for each body that ratifies for a party whether it would.

    Args:
        model: A described model, with parties that have `ratifies`.
        package: ``(issues,)``, option indices.
        draws: How many draws the probabilities take.
        seed: Of the chance.

    Raises:
        ModelError: If the model contradicts itself.
    """
    bodies = [party for party in model.parties if party.ratifies is not None]
    if not bodies:
        return ()
    views = {view.party: view for view in explain(model, package, draws=draws, seed=seed).views}
    found = []
    for body in bodies:
        party, view = views[body.ratifies or ""], views[body.name]
        found.append(
            Ratification(
                party=party.party,
                body=body.name,
                verdict=_verdict(signs=party.signs, ratifies=view.signs),
                chance=view.chance,
                crossed=view.crossed,
            )
        )
    return tuple(found)


def _verdict(*, signs: bool, ratifies: bool) -> Literal["ratified", "fails at home", "blocked by the party", "neither"]:
    if signs:
        return "ratified" if ratifies else "fails at home"
    return "blocked by the party" if ratifies else "neither"

"""What holds whatever the unknown numbers are: packages that no admissible preference can beat.

A preference is admissible where each number lies within its bounds and each order is kept. Parties' preferences are
free of each other. Source: Liesiö, Mild and Salo, "Preference programming for robust portfolio modeling and project
selection", *European Journal of Operational Research* 181 (2007): core, borderline and exterior; here for several
parties.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import WeighError
from goodoffices.weigh.model import Interaction, Model, Party, Points, as_problem
from goodoffices.weigh.model.chance import bounds
from goodoffices.weigh.model.evaluating import interaction_scope

from .spans import greatest_share, greatest_swing

__all__ = ["Efficiency", "efficiency"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
_MOST = 1500  # packages: pairs are compared
_NOISE = 1e-9


@dataclass(frozen=True, eq=False)
class Efficiency:
    """What is known of packages whatever the unknown numbers are.

    Attributes:
        packages: ``(packages, issues)``, those compared.
        unbeatable: ``(packages,)``, true where under no admissible preferences another one here is better for some
            party and worse for none.
        beaten: ``(packages,)``, true where under all admissible preferences one and the same other one here is.
    """

    packages: Indices
    unbeatable: Flags
    beaten: Flags


def efficiency(model: Model, packages: Indices) -> Efficiency:
    """Compare packages under all admissible preferences, exactly.

    Args:
        model: A described model.
        packages: ``(packages, issues)``, at most 1,500; the answer is about these.

    Returns:
        What is surely efficient among them, what is surely not; the rest depends on the unknown numbers.

    Raises:
        WeighError: If there are too many packages.
        ModelError: If the model contradicts itself.
    """
    if len(packages) > _MOST:
        msg = f"{len(packages):,} packages are too many to compare in pairs: hand in at most {_MOST:,}"
        raise WeighError(msg)
    as_problem(model)  # a model that contradicts itself stops here
    most = np.stack([_greatest(model, party, packages) for party in model.parties])
    may = _better(most)  # [x, y]: y may beat x
    least = -np.swapaxes(most, 1, 2)
    must = _better(least)
    return Efficiency(packages, ~_any(may), _any(must))


def _better(gains: Floats) -> Flags:
    """``(packages, packages)``, where no party loses and one gains, of gains ``(parties, packages, packages)``."""
    return np.asarray(np.logical_and((gains >= -_NOISE).all(axis=0), (gains > _NOISE).any(axis=0)), dtype=np.bool_)


def _any(pairs: Flags) -> Flags:
    """``(packages,)``, true where any second one is."""
    return np.asarray(pairs.any(axis=1), dtype=np.bool_)


def _greatest(model: Model, party: Party, packages: Indices) -> Floats:
    """``(packages, packages)``, the most by which the second can be better than the first for a party."""
    swings = [
        greatest_swing(model, party, issue)[packages[:, n, None], packages[None, :, n]]
        for n, issue in enumerate(model.issues)
    ]
    names = tuple(issue.name for issue in model.issues)
    total = greatest_share(party.weights, names, np.stack(swings, axis=-1))
    for each in model.interactions:
        if party.name in each.worth:
            total += _interaction(model, party, each, packages)
    return total


def _interaction(model: Model, party: Party, interaction: Interaction, packages: Indices) -> Floats:
    low, high = model.scale
    least, most = bounds(interaction.worth[party.name], (low - high, high - low))
    inside = np.ones(len(packages), dtype=np.bool_)
    for place in interaction_scope(model, interaction):
        issue = model.issues[place]
        inside &= np.isin(issue.names, interaction.when[issue.name])[packages[:, place]]
    gained, lost = ~inside[:, None] & inside[None, :], inside[:, None] & ~inside[None, :]
    return np.asarray(gained * most - lost * least, dtype=np.float64)


_ = Points  # re-exported types keep the annotations of `spans` readable

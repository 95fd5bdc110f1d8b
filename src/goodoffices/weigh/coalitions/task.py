"""A task that some would carry together: what each member brings, what it pays, what it gains if the task is done."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import WeighError

__all__ = ["Member", "Task", "lay_out"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_MOST = 20  # members: a million coalitions


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One that may join.

    Attributes:
        name: Who.
        brings: Means -> how much of it the member brings, 0 or more ("troops": 6000, "air cover": 1).
        cost: What taking part costs it, in its own utility.
        gain: What it gains if the task is carried, whether it takes part or not.
        mandate: What it needs before it may join: names of members that have to be in too.
    """

    name: str
    brings: dict[str, float] = {}
    cost: float = 0.0
    gain: float = 0.0
    mandate: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Task:
    """A task, with every coalition of its members laid out.

    Attributes:
        members: In the order given.
        needs: Means -> how much of it carries the task.
        sets: ``(coalitions, members)``, true where a member is in; row n is the coalition with the bits of n.
        carries: ``(coalitions,)``, true where the coalition has all that is needed and every mandate is met.
        essential: Names of those without whom the task is not carried, by law or by veto, whatever they bring.
    """

    members: tuple[Member, ...]
    needs: dict[str, float]
    sets: Flags = field(repr=False)
    carries: Flags = field(repr=False)
    essential: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Who may join."""
        return tuple(member.name for member in self.members)

    def named(self, coalition: int) -> tuple[str, ...]:
        """Write a coalition, given as bits, as names."""
        return tuple(name for n, name in enumerate(self.names) if coalition >> n & 1)

    def payoffs(self) -> Floats:
        """What each coalition means for each member, in it or out of it: ``(coalitions, members)``."""
        gains = np.array([member.gain for member in self.members])
        costs = np.array([member.cost for member in self.members])
        return np.asarray(self.carries[:, None] * gains - self.sets * costs, dtype=np.float64)


def lay_out(members: tuple[Member, ...], needs: dict[str, float], *, essential: tuple[str, ...] = ()) -> Task:
    """Lay out every coalition.

    Args:
        members: One to twenty, no two of one name.
        needs: Means -> how much of it carries the task, more than 0.
        essential: Those without whom it is not carried, whatever they bring.

    Raises:
        WeighError: Where a name or a number cannot be; it says which.
    """
    _check(members, needs, essential)
    count = len(members)
    sets = ((np.arange(1 << count)[:, None] >> np.arange(count)) & 1).astype(np.bool_)
    carries = np.ones(1 << count, dtype=np.bool_)
    for means, amount in needs.items():
        brought = np.array([member.brings.get(means, 0.0) for member in members])
        carries &= sets @ brought >= amount - 1e-9
    places = {member.name: n for n, member in enumerate(members)}
    for name in essential:
        carries &= sets[:, places[name]]
    for n, member in enumerate(members):
        for other in member.mandate:
            carries &= ~sets[:, n] | sets[:, places[other]]
    return Task(members, needs, sets, carries, essential)


def _check(members: tuple[Member, ...], needs: dict[str, float], essential: tuple[str, ...]) -> None:
    names = [member.name for member in members]
    if not 0 < len(names) <= _MOST or len(set(names)) < len(names):
        msg = f"{len(names)} members, {len(set(names))} names: give 1 to {_MOST}, each its own name"
        raise WeighError(msg)
    if not needs or not all(amount > 0 for amount in needs.values()):
        msg = f"the task needs {needs!r}: name at least one means, with an amount above 0"
        raise WeighError(msg)
    unknown = [name for member in members for name in member.mandate if name not in names]
    unknown += [name for name in essential if name not in names]
    if unknown:
        msg = f"{unknown[0]!r} is named, and is no member: {', '.join(names)}"
        raise WeighError(msg)
    for member in members:
        wrong = [what for what, amount in member.brings.items() if not amount >= 0 or np.isinf(amount)]
        if wrong or not np.isfinite(member.cost) or not np.isfinite(member.gain):
            msg = f"{member.name!r} has a number that cannot be: give finite ones, and 0 or more of each means"
            raise WeighError(msg)

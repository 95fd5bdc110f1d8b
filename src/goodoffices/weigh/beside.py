"""What a model carries beside packages, asked of the first package: who stands where, and whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from .carrying import kept, order_for, powers, pressured, replies
from .coalitions import Power, Replies
from .errors import WeighError
from .model import Model
from .problem import Problem
from .ratifying import Ratification, ratifications
from .sides import Alignment, Balance, Gap, Stance, align, gaps, objections
from .steps import Order
from .territory import Territory, territory
from .zone import Zone, find_zone

__all__ = ["Beside", "Pressed", "look_beside"]

Indices = NDArray[np.intp]
T = TypeVar("T")


class Pressed(msgspec.Struct, frozen=True, kw_only=True):
    """Is there a deal, by the centres of the numbers; None where that could not be found out.

    Attributes:
        without: With no pressure at all: the walk-aways as the model states them.
        in_force: Under the pressures that are in force.
        threatened: Under all of them, those too that are only threatened or lifted.
    """

    without: bool | None
    in_force: bool | None
    threatened: bool | None


@dataclass(frozen=True, eq=False)
class Beside:
    """What was found; of a part that the model does not have, or that needs a package where there is none, nothing.

    Attributes:
        gaps: How far apart the parties are on each issue, the widest first.
        alignment: How alike they rank packages; None for fewer than two parties.
        objections: To the options of the package.
        ratifications: What bodies at home would make of it.
        order: In which order to take its steps.
        powers: Task -> who can make or break it.
        balances: For each breach of the model, whether keeping the package pays.
        pressed: Whether there is a deal with and without pressure; None where the model has no pressure.
        replies: Spoiler -> what it would do about the package.
        territory: Who gets which land; None where the model has no areas.
    """

    gaps: tuple[Gap, ...] = ()
    alignment: Alignment | None = None
    objections: tuple[Stance, ...] = ()
    ratifications: tuple[Ratification, ...] = ()
    order: Order | None = None
    powers: Mapping[str, Power] = field(default_factory=dict)
    balances: tuple[Balance, ...] = ()
    pressed: Pressed | None = None
    replies: Mapping[str, Replies] = field(default_factory=dict)
    territory: Territory | None = None


def look_beside(
    model: Model, package: Indices | None, zone: Zone | None, missing: dict[str, str], *, draws: int, seed: int
) -> Beside:
    """Ask everything beside packages; what the model does not allow is said in `missing` and stops nothing else.

    Args:
        model: A described model.
        package: ``(issues,)``, the package to ask it of; None where there is none.
        zone: Whether there is a deal without pressure, as far as it is known.
        missing: Where to put why a part could not be computed, by the name of the part.
        draws: How many draws a probability takes.
        seed: Of the chance.
    """
    found = Beside(
        gaps=gaps(model),
        alignment=align(model) if len(model.parties) > 1 else None,
        powers=_tried("coalitions", lambda: powers(model), missing) or {},
        pressed=_pressed(model, zone, missing) if model.carrying.pressures else None,
    )
    return found if package is None else _about(model, package, found, missing, draws=draws, seed=seed)


def _about(model: Model, package: Indices, found: Beside, missing: dict[str, str], *, draws: int, seed: int) -> Beside:
    """The same with what is asked of one package."""
    return Beside(
        gaps=found.gaps,
        alignment=found.alignment,
        powers=found.powers,
        pressed=found.pressed,
        objections=objections(model, package),
        ratifications=ratifications(model, package, draws=draws, seed=seed),
        order=_tried("order", lambda: order_for(model, package), missing),
        balances=_tried("breaches", lambda: kept(model, package), missing) or () if model.carrying.breaches else (),
        replies=_tried("spoilers", lambda: replies(model, package[None]), missing) or {},
        territory=_tried("territory", lambda: territory(model, package), missing) if model.areas else None,
    )


def _tried(part: str, work: Callable[[], T], missing: dict[str, str]) -> T | None:
    try:
        return work()
    except WeighError as error:
        missing[part] = str(error)
        return None


def _pressed(model: Model, zone: Zone | None, missing: dict[str, str]) -> Pressed:
    stated = tuple(msgspec.structs.replace(each, in_force=True) for each in model.carrying.pressures)
    harder = msgspec.structs.replace(model, carrying=msgspec.structs.replace(model.carrying, pressures=stated))
    without = None if zone is None else zone.exists
    now = _tried("pressures", lambda: _exists(pressured(model)), missing)
    same = all(each.in_force for each in model.carrying.pressures)
    return Pressed(
        without=without,
        in_force=now,
        threatened=now if same else _tried("pressures", lambda: _exists(pressured(harder)), missing),
    )


def _exists(problem: Problem) -> bool:
    return find_zone(problem).exists

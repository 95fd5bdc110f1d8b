"""What must hold of a single number: finite, in order, within its bounds."""

from __future__ import annotations

import math

from goodoffices.weigh.errors import ModelError

from .numbers import SHAPES, Between, Exact, Spread, Unknown

__all__ = ["check_number", "check_value"]

Place = tuple[str, ...]


def check_number(
    number: object, place: Place, *, within: tuple[float, float] = (-math.inf, math.inf), of: str = "number"
) -> None:
    """Check a number.

    Args:
        number: A number of a model.
        place: Where it stands.
        within: The lowest and the highest that it may be.
        of: What it is, in a word.

    Raises:
        ModelError: If it is not finite, its parts are out of order, or it can leave its bounds.
    """
    match number:
        case Unknown():
            return
        case Exact(value):
            _check_values((value,), place, within, of)
        case Between(low, high):
            _check_values((low, high), place, within, of)
            if low > high:
                msg = f"the interval [{low:g}, {high:g}] runs backwards: the lower bound first"
                raise ModelError(msg, place)
        case Spread():
            _check_spread(number, place, within, of)
        case _:
            msg = f"{number!r} is no {of}: write Exact, Between, Spread or Unknown"
            raise ModelError(msg, place)


def check_value(value: float, place: Place, of: str = "number") -> None:
    """Check that a plain number is finite.

    Raises:
        ModelError: If it is not.
    """
    _check_values((value,), place, (-math.inf, math.inf), of)


def _check_values(values: tuple[float, ...], place: Place, within: tuple[float, float], of: str) -> None:
    low, high = within
    for value in values:
        if not math.isfinite(value):
            msg = f"a {of} of {value!r}: it must be a finite number"
            raise ModelError(msg, place)
        if not low <= value <= high:
            msg = f"a {of} of {value:g}: it must be {_span(low, high)}"
            raise ModelError(msg, place)


def _span(low: float, high: float) -> str:
    if math.isinf(high):
        return f"{low:g} or more"
    return f"from {low:g} to {high:g}"


def _check_spread(number: Spread, place: Place, within: tuple[float, float], of: str) -> None:
    wanted = SHAPES.get(number.shape)
    if wanted is None:
        msg = f"there is no distribution {number.shape!r}: there is {', '.join(SHAPES)}"
        raise ModelError(msg, place)
    if len(number.parameters) != len(wanted):
        msg = f"a {number.shape} distribution takes {len(wanted)} numbers: {', '.join(wanted)}"
        raise ModelError(msg, place)
    _check_values(number.parameters, place, (-math.inf, math.inf), "parameter")
    if number.shape in {"uniform", "triangular"}:
        _check_values(number.parameters, place, within, of)
        if list(number.parameters) != sorted(number.parameters):
            msg = f"a {number.shape} distribution gives {', '.join(wanted)}, in this order"
            raise ModelError(msg, place)
        if number.within is not None:
            msg = f"a {number.shape} distribution has bounds of its own: leave out `within`"
            raise ModelError(msg, place)
    if number.shape == "normal" and number.parameters[1] < 0:
        msg = "a standard deviation is 0 or more"
        raise ModelError(msg, place)
    if number.shape == "normal" and number.parameters[1] == 0:
        _check_values(number.parameters[:1], place, within, of)
    if number.shape == "beta" and min(number.parameters) <= 0:
        msg = "alpha and beta are greater than 0"
        raise ModelError(msg, place)
    if number.shape in {"normal", "beta"}:
        _check_bounds(number, place, within, of)


def _check_bounds(number: Spread, place: Place, within: tuple[float, float], of: str) -> None:
    if number.within is not None:
        _check_values(number.within, place, within, of)
        if number.within[0] >= number.within[1]:
            msg = "`within` gives the lower bound first, then the higher"
            raise ModelError(msg, place)
    elif math.isinf(within[1]):
        msg = f"a {number.shape} distribution of a {of} has no natural end: give `within: [low, high]`"
        raise ModelError(msg, place)

"""Numbers and orders as a form writes and reads them: ``40``, ``20 to 60``, ``unknown``, ``A > B = C``."""

from __future__ import annotations

import math
import re

from goodoffices.record import InputError
from goodoffices.weigh.model import Between, Exact, Line, Number, Order, Shape, Source, Spread, Unknown

__all__ = ["read_line", "read_number", "read_order", "write_line", "write_number", "write_order"]

_LONGEST = 200
_NUMBER = r"[-+−]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE][-+]?\d{1,3})?"
_ONE = re.compile(rf"({_NUMBER})")
_TWO = re.compile(rf"\[?\s*({_NUMBER})\s*(?:to|–|-|,|\.\.)\s*({_NUMBER})\s*\]?")
_SPREAD = re.compile(
    rf"(uniform|triangular|normal|beta)\s*:?\s*\[?((?:\s*{_NUMBER}\s*,?){{2,3}})\]?"
    rf"(?:\s*within\s*\[?\s*({_NUMBER})\s*(?:to|–|-|,)\s*({_NUMBER})\s*\]?)?"
)
_PARAMETERS = {"uniform": 2, "triangular": 3, "normal": 2, "beta": 2}
_KINDS = "write 40, 20 to 60, unknown, or triangular 10, 30, 80"


def write_number(number: Number | None) -> str:
    """Write a number for a field; nothing for one that is left out."""
    match number:
        case None:
            return ""
        case Exact(value):
            return _plain(value)
        case Between(low, high):
            return f"{_plain(low)} to {_plain(high)}"
        case Unknown():
            return "unknown"
        case Spread(shape, parameters, within):
            words = f"{shape} {', '.join(_plain(each) for each in parameters)}"
            return words + (f" within {_plain(within[0])} to {_plain(within[1])}" if within else "")


def read_number(text: str, source: Source) -> Number | None:
    """Read what `write_number` wrote, or somebody typed.

    Args:
        text: The field.
        source: Where the number comes from.

    Returns:
        The number; None for an empty field: nobody has told it.

    Raises:
        InputError: If it is no number.
    """
    said = " ".join(text.split())[: _LONGEST + 1].casefold()
    if not said:
        return None
    if said in {"unknown", "?"}:
        return Unknown(source)
    if found := _ONE.fullmatch(said):
        return Exact(_value(found[1]), source)
    if found := _TWO.fullmatch(said):
        return Between(_value(found[1]), _value(found[2]), source)
    if found := _SPREAD.fullmatch(said):
        return _spread(found, source)
    msg = f"{text[:40]!r} is no number: {_KINDS}"
    raise InputError(msg)


def _spread(found: re.Match[str], source: Source) -> Spread:
    shape: Shape = found[1]  # type: ignore[assignment]  # the pattern names no other
    parameters = tuple(_value(each) for each in re.findall(_NUMBER, found[2]))
    if len(parameters) != _PARAMETERS[shape]:
        msg = f"{found[0][:60]!r}: {shape} takes {_PARAMETERS[shape]} numbers, apart by commas"
        raise InputError(msg)
    within = (_value(found[3]), _value(found[4])) if found[3] else None
    return Spread(shape, parameters, within, source)


def write_order(order: Order) -> str:
    """Write an order: from the most to the least."""
    return " > ".join(" = ".join(tier) for tier in order.tiers)


def read_order(text: str, source: Source) -> Order:
    """Read an order.

    Raises:
        InputError: If a name is missing between two signs.
    """
    tiers = tuple(tuple(name.strip() for name in tier.split("=")) for tier in text.split(">"))
    if any(not name for tier in tiers for name in tier):
        msg = f"{text[:60]!r} is no order: write A > B = C, from the most to the least"
        raise InputError(msg)
    return Order(tiers, source)


def write_line(line: Line) -> str:
    """Write a line through a range: its points, apart by semicolons."""
    return "; ".join(f"{_plain(at)}: {write_number(number)}" for at, number in line.points)


def read_line(text: str, before: Line) -> Line:
    """Read a line; a point that says what it said keeps where it comes from.

    Raises:
        InputError: If it is none.
    """
    had = dict(before.points)
    points: list[tuple[float, Number]] = []
    for part in filter(None, (each.strip() for each in text.split(";"))):
        at, sign, said = part.partition(":")
        place = _ONE.fullmatch(at.strip())
        if not sign or place is None:
            msg = f"{part[:40]!r} is no point of a line: write value: score, as 0: 100; 30: 20"
            raise InputError(msg)
        value = _value(place[1])
        known = had.get(value)
        number = read_number(said, known.source if known else Source())
        points.append((value, known if known and write_number(known) == write_number(number) else number or Unknown()))
    return Line(tuple(points))


def _value(text: str) -> float:
    value = float(text.replace("−", "-"))
    if not math.isfinite(value):
        msg = f"{text[:40]!r} is too large to be a number of a model"
        raise InputError(msg)
    return value


def _plain(value: float) -> str:
    return f"{value:.12g}"

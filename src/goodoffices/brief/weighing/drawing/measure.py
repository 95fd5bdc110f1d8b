"""A scale of utilities: where a value stands, and which values are named."""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

__all__ = ["Measure"]

_TICKS = 6  # at most
_ROOM = 0.06  # of the range, on either side
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class Measure(msgspec.Struct, frozen=True):
    """Values laid out along a line.

    Attributes:
        low: The value at the start.
        high: The value at the end; more than `low`.
        start: Where the line starts, in pixels.
        end: Where it ends; less than `start` where it runs upwards.
    """

    low: float
    high: float
    start: float
    end: float

    @classmethod
    def over(cls, values: Iterable[float], start: float, end: float) -> Measure:
        """A scale that holds all `values` with a little room."""
        known = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
        low, high = min(known), max(known)
        room = (high - low) * _ROOM or max(abs(high), 1.0) * _ROOM
        return cls(low - room, high + room, start, end)

    def at(self, value: float) -> float:
        """Where a value stands, in pixels."""
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[tuple[float, str]]:
        """Round values, evenly apart, with their labels."""
        rough = (self.high - self.low) / _TICKS
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(power * each for each in _STEPS if power * each >= rough * 0.999)
        digits = max(0, -math.floor(math.log10(step)) + (1 if step / power == 2.5 else 0))  # noqa: PLR2004  a quarter needs a digit more
        first = math.ceil(self.low / step)
        count = int((self.high / step) - first) + 1
        values = [(first + n) * step for n in range(count) if (first + n) * step <= self.high]
        return [(value, f"{value:.{digits}f}".replace("-", "−")) for value in values]

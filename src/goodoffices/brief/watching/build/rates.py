"""Rates so that they read well: a day, a patrol, in 100 hours."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from goodoffices.brief.watching.wording import wording

__all__ = ["Rates", "rates_of"]

_HUNDRED = 100


class Rates(msgspec.Struct, frozen=True):
    """Rates in words, all for the same measure.

    Attributes:
        words: Each rate.
        per: The measure: ``a day``, ``in 100 hours``.
    """

    words: tuple[str, ...]
    per: str


def rates_of(rates: Sequence[float | None], unit: str) -> Rates:
    """Write rates for one measure, large enough to be read.

    Args:
        rates: Incidents for each unit; None where unknown.
        unit: ``hours``, ``patrols`` or ``cameras``; "" for days.
    """
    one = wording().units.get(unit, "day")
    known = [rate for rate in rates if rate]
    times = _HUNDRED if unit and max(known, default=1.0) < 1 else 1
    words = tuple("unknown" if rate is None else f"{rate * times:.3g}" for rate in rates)
    return Rates(words, f"in {_HUNDRED} {one}s" if times > 1 else f"{'an' if one.startswith('hour') else 'a'} {one}")

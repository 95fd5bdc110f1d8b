"""Where one rate turns into another, and whether chance would do as much.

1. The best split of a stretch of days is that of the greatest likelihood of two Poisson rates against one (binary
   segmentation by `ruptures`, with the Poisson likelihood as its cost and every day looked at: ``jump=1``).
2. The days are put in random order many times, a week at a time, and the best split of each order is found. The split
   is kept if at most one order in twenty does as well (Matteson and James 2014, section 2.3).
3. The two stretches are looked at in the same way, until nothing is kept.
4. How well the day is known: the two rates are drawn anew, and the best split found, many times.
"""

from __future__ import annotations

import functools
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

__all__ = ["LEAST_DAYS", "Split", "scan"]

LEAST_DAYS = 3
"""A stretch of fewer days says nothing of its rate."""
_ORDERS = 999
_DRAWS = 400
_CHUNK = 4_000_000
_LEVEL = 0.05
_WEEK = 7


class Split(msgspec.Struct, frozen=True):
    """A day on which one rate turned into another.

    Attributes:
        place: First day of the new rate.
        earliest: 95 times in 100 it is not before this day.
        latest: 95 times in 100 it is not after this day.
        before: Rate before, incidents a unit of effort.
        after: Rate after.
        chance: Share of random orders that do as well, in (0, 1].
    """

    place: int
    earliest: int
    latest: int
    before: float
    after: float
    chance: float


def scan(
    counts: NDArray[np.int64],
    effort: NDArray[np.float64] | None,
    chance: np.random.Generator,
    level: float = _LEVEL,
    orders: int = _ORDERS,
) -> list[Split]:
    """Find every day on which the rate changed.

    Args:
        counts: Incidents of each day, shape (days,).
        effort: Effort of each day, > 0, shape (days,); None: as much each day.
        chance: Where randomness comes from.
        level: Share of random orders that may do as well as a split that is kept.
        orders: How many random orders are tried.

    Returns:
        The splits, by day.
    """
    effort = np.ones(len(counts)) if effort is None else effort
    found: list[tuple[int, float]] = []
    todo = [(0, len(counts))]
    while todo:
        start, end = todo.pop()
        split = _split(counts[start:end], effort[start:end], chance, level, orders)
        if split is not None:
            found.append((start + split[0], split[1]))
            todo += [(start, start + split[0]), (start + split[0], end)]
    places = sorted(found)
    bounds = [0, *(place for place, _ in places), len(counts)]
    return [
        _described(counts, effort, bounds[number : number + 3], probability, chance)
        for number, (_, probability) in enumerate(places)
    ]


def _split(
    counts: NDArray[np.int64], effort: NDArray[np.float64], chance: np.random.Generator, level: float, orders: int
) -> tuple[int, float] | None:
    """The best split of a stretch with its chance, or None where chance would do as well."""
    if len(counts) < 2 * LEAST_DAYS or not counts.sum():
        return None
    place = _best_place(counts, effort)
    reached = _gains(counts[None, :], effort[None, :])[0].max()
    as_well = _orders_as_well(counts, effort, reached, chance, level=level, orders=orders)
    probability = (1 + as_well) / (1 + orders)
    return (place, probability) if probability <= level else None


def _best_place(counts: NDArray[np.int64], effort: NDArray[np.float64]) -> int:
    """The best split by ruptures."""
    from ruptures import Binseg  # noqa: PLC0415  heavy, and only trends need it

    signal = np.column_stack([counts, effort]).astype(float)
    search = Binseg(custom_cost=_poisson_cost()(), jump=1, min_size=LEAST_DAYS)
    return int(search.fit(signal).predict(n_bkps=1)[0])


@functools.cache
def _poisson_cost() -> Any:  # noqa: ANN401  a class that needs ruptures to be made
    from ruptures.base import BaseCost  # noqa: PLC0415  as above

    class PoissonCost(BaseCost):  # type: ignore[misc]  # ruptures is untyped
        """Minus the log-likelihood of one Poisson rate for each unit of effort, but for what all splits share."""

        model = ""
        min_size = 1

        def fit(self, signal: NDArray[np.float64]) -> PoissonCost:
            self.signal = signal
            self._sums = np.vstack([np.zeros(2), signal.cumsum(axis=0)])
            return self

        def error(self, start: int, end: int) -> float:
            number, effort = self._sums[end] - self._sums[start]
            return float(number - number * np.log(number / effort)) if number else 0.0

    return PoissonCost


def _gains(counts: NDArray[Any], effort: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each split of each row gains in log-likelihood, shape (rows, days - 2 * LEAST_DAYS + 1)."""
    days = counts.shape[1]
    cut = slice(LEAST_DAYS - 1, days - LEAST_DAYS)
    number = np.cumsum(counts, axis=1, dtype=np.float64)
    amount = np.cumsum(effort, axis=1)
    whole, all_effort = number[:, -1:], amount[:, -1:]
    left, left_effort = number[:, cut], amount[:, cut]
    right, right_effort = whole - left, all_effort - left_effort
    with np.errstate(divide="ignore", invalid="ignore"):
        gain = np.where(left > 0, left * np.log(left / left_effort), 0.0)
        gain += np.where(right > 0, right * np.log(right / right_effort), 0.0)
        return gain - np.where(whole > 0, whole * np.log(whole / all_effort), 0.0)


def _orders_as_well(
    counts: NDArray[np.int64],
    effort: NDArray[np.float64],
    reached: float,
    chance: np.random.Generator,
    *,
    level: float,
    orders: int,
) -> int:
    """How many random orders of the days do as well; counting stops once it is plain that the split is not kept."""
    block = _block_days(len(counts))
    rows = max(1, min(_ORDERS, _CHUNK // len(counts)))
    as_well, done = 0, 0
    while done < orders and (1 + as_well) / (1 + orders) <= level:
        many = min(rows, orders - done)
        places = _orders(len(counts), block, many, chance)
        as_well += int((_gains(counts[places], effort[places]).max(axis=1) >= reached - 1e-9).sum())
        done += many
    return as_well


def _orders(days: int, block: int, many: int, chance: np.random.Generator) -> NDArray[np.int64]:
    """Random orders of blocks of days, shape (many, days)."""
    if block == 1:
        return chance.permuted(np.tile(np.arange(days), (many, 1)), axis=1)
    blocks = -(-days // block)
    starts = chance.permuted(np.tile(np.arange(blocks), (many, 1)), axis=1) * block
    places = (starts[:, :, None] + np.arange(block)).reshape(many, -1)
    offset = chance.integers(0, block, size=(many, 1))
    kept = places[places < days].reshape(many, days)
    return np.asarray((kept + offset) % days)


def _block_days(days: int) -> int:
    """How many days stay together: a week, so that weekends and days like their neighbours are in every order as well.

    Of a short series less, so that there are at least six blocks to put in order.
    """
    return min(_WEEK, max(1, days // 6))


def _described(
    counts: NDArray[np.int64],
    effort: NDArray[np.float64],
    bounds: list[int],
    probability: float,
    chance: np.random.Generator,
) -> Split:
    """A split with the rates on both sides, as far as the next splits, and with how well its day is known."""
    start, place, end = bounds
    before = counts[start:place].sum() / effort[start:place].sum()
    after = counts[place:end].sum() / effort[place:end].sum()
    own = effort[start:end]
    means = own * np.where(np.arange(end - start) < place - start, before, after)
    spread = _overdispersion(counts[start:end], means)
    drawn = _draw(means, spread, chance)
    places = _gains(drawn, np.tile(own, (_DRAWS, 1))).argmax(axis=1) + LEAST_DAYS + start
    shift = np.quantile(places - place, [0.025, 0.975])
    return Split(
        place=place,
        earliest=max(start, int(np.floor(place - shift[1]))),
        latest=min(end - 1, int(np.ceil(place - shift[0]))),
        before=float(before),
        after=float(after),
        chance=probability,
    )


def _overdispersion(counts: NDArray[np.int64], means: NDArray[np.float64]) -> float:
    """How many times the variance is that of Poisson counts; at least 1."""
    some = means > 0
    return max(1.0, float(((counts[some] - means[some]) ** 2 / means[some]).mean())) if some.any() else 1.0


def _draw(means: NDArray[np.float64], spread: float, chance: np.random.Generator) -> NDArray[np.int64]:
    """Counts of days with these means, as spread out as the ones seen, shape (draws, days)."""
    if spread <= 1.0 + 1e-9:
        return chance.poisson(np.tile(means, (_DRAWS, 1)))
    shape = np.maximum(means, 1e-9) / (spread - 1)
    return chance.poisson(chance.gamma(np.tile(shape, (_DRAWS, 1)), spread - 1))

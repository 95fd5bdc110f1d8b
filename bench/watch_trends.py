"""Change points on generated series, false alarms and delay: python bench/watch_trends.py [SERIES].

Prints, for steady series of several kinds, in how many a change is claimed (asked: at most 5 %), and for a rate of 20
a day that is halved, in how many it is found within 7 days, both when the whole series is known (the day that is named
is within 7 days of the true one) and when only 7 days of the new rate are known yet. Beside it the peer: ruptures' Pelt
with its own cost and the usual penalty.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable

import numpy as np
import ruptures

from goodoffices.watch.trends import scan

DAYS = 180
Draw = Callable[[np.random.Generator], np.ndarray]


def pelt(counts: np.ndarray) -> list[int]:
    """What ruptures alone finds: Anscombe's transform, Pelt, penalty 2 log n (n days, variance 1)."""
    signal = 2 * np.sqrt(counts + 3 / 8)
    found = ruptures.Pelt(model="l2", jump=1, min_size=3).fit(signal).predict(pen=2 * np.log(len(counts)))
    return found[:-1]


def ours(counts: np.ndarray) -> list[int]:
    """What the program finds."""
    return [split.place for split in scan(counts, None, np.random.default_rng(1))]


def weekly(chance: np.random.Generator) -> np.ndarray:
    """Twenty a day, fewer on two days of the week."""
    return chance.poisson(20 * np.where(np.arange(DAYS) % 7 < 5, 1.1, 0.75))


def drifting(chance: np.random.Generator) -> np.ndarray:
    """Twenty a day with days that resemble their neighbours (first-order, 0.5)."""
    rate = np.zeros(DAYS)
    for day in range(1, DAYS):
        rate[day] = 0.5 * rate[day - 1] + chance.normal(0, 0.15)
    return chance.poisson(20 * np.exp(rate))


STEADY: dict[str, Draw] = {
    "Poisson, 20 a day": lambda chance: chance.poisson(20, DAYS),
    "Poisson, 1 a day": lambda chance: chance.poisson(1, DAYS),
    "three times the variance of Poisson": lambda chance: chance.poisson(chance.gamma(10, 2, DAYS)),
    "with weekends": weekly,
    "days like their neighbours": drifting,
}


def main() -> None:
    """Draw, look, print."""
    warnings.simplefilter("ignore")
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    for name, draw in STEADY.items():
        series = [draw(np.random.default_rng(seed)) for seed in range(many)]
        alarms = [sum(bool(find(each)) for each in series) / many for find in (ours, pelt)]
        print(f"steady, {name:36} a change is claimed in {alarms[0]:6.1%}   ruptures alone {alarms[1]:6.1%}")
    for name, after in (("whole series", 90), ("7 days of the new rate", 7)):
        series = [halved(np.random.default_rng(seed), after) for seed in range(many)]
        hits = [sum(any(abs(at - 90) <= 7 for at in find(each)) for each in series) / many for find in (ours, pelt)]
        print(f"halved after 90 days, {name:24} found within 7 days {hits[0]:6.1%}   ruptures alone {hits[1]:6.1%}")


def halved(chance: np.random.Generator, after: int) -> np.ndarray:
    """Ninety days of 20 a day, then some of 10."""
    return np.concatenate([chance.poisson(20, 90), chance.poisson(10, after)])


if __name__ == "__main__":
    main()

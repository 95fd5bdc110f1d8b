"""Monte Carlo on deals: the time for 10,000 draws, 100,000 packages and 5 parties, and how right the stated error is.

python bench/weigh_doubt.py
"""

from __future__ import annotations

import time

import numpy as np

from goodoffices.weigh.doubt import sign_chances
from goodoffices.weigh.model import Between, Exact, Issue, Model, Option, Party, Points

TARGET_S = 10.0


def large(seed: int = 0) -> Model:
    """Five issues of ten options, five parties; every score, weight and threshold an interval."""
    rng = np.random.default_rng(seed)
    names = [f"issue {n}" for n in range(5)]
    options = tuple(Option(f"option {n}") for n in range(10))
    parties = tuple(
        Party(
            name=f"party {n}",
            weights=Points({name: Between(1, 5) for name in names}),
            scores={
                name: Points({each.name: Between(*np.sort(rng.uniform(0, 100, 2)).tolist()) for each in options})
                for name in names
            },
            reservation=Between(30, 50),
        )
        for n in range(5)
    )
    return Model(parties=parties, issues=tuple(Issue(name=name, options=options) for name in names))


def known(truths: tuple[float, ...]) -> Model:
    """A deal that each party would sign with a known probability, independently."""
    issue = Issue(name="force", options=(Option("yes"), Option("no")))
    parties = tuple(
        Party(
            name=f"party {n}",
            weights=Points({"force": Exact(1)}),
            scores={"force": Points({"yes": Between(0, 100), "no": Exact(0)})},
            reservation=Exact(100 * (1 - truth)),
        )
        for n, truth in enumerate(truths)
    )
    return Model(parties=parties, issues=(issue,))


def main() -> None:
    """Print time and accuracy."""
    model = large()
    times, busy = [], []
    for _ in range(3):
        start, worked = time.perf_counter(), time.process_time()
        chances = sign_chances(model, draws=10_000)
        times.append(time.perf_counter() - start)
        busy.append(time.process_time() - worked)
    count = len(chances.packages)
    print(f"10,000 draws, {count:,} packages, 5 parties: {min(times):.1f} s, best of 3 (to reach: {TARGET_S:.0f} s)")
    print(f"  processor time of both cores together: {min(busy):.1f} s")
    inside, tried = 0, 0
    for truths in ((0.5,), (0.9, 0.8), (0.3, 0.6, 0.7), (0.99, 0.5), (0.05,)):
        for seed in range(100):
            found = sign_chances(known(truths), draws=2000, seed=seed)
            inside += abs(found.together[0] - float(np.prod(truths))) <= 1.96 * found.error[0]
            tried += 1
    print(f"known probabilities: {inside / tried:.1%} of {tried} estimates within 1.96 stated errors (to reach: 95 %)")


if __name__ == "__main__":
    main()

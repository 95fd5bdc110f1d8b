"""What positions foretell, beside the plain means: the emission standards example and half of the DEU III issues.

    python bench/weigh_foretell.py [--table FILE]

Intervals are fitted on four fifths of the issues and looked at on the fifth that was left out, twenty times over.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np

from goodoffices.weigh.foretell import (
    KnownIssue,
    Stakes,
    challenge_rounds,
    constant_rule,
    fit_intervals,
    read_known_issues,
    read_stakes,
    weighted_mean,
    weighted_median,
)

SHARED = Path(__file__).parents[2] / "shared" / "weighing"
PUBLISHED = "8.4 9.9 9.9 9.9 9.9 7.4 8.8 9.6"
FOLDS, REPEATS, LEVEL = 5, 20, 0.8


def challenged(stakes: Stakes, rounds: int = 8) -> float:
    """The median of the last round."""
    done = challenge_rounds(stakes, rounds)
    return done[-1].median if done else weighted_median(stakes)


FORECASTS: dict[str, Callable[[KnownIssue], float | None]] = {
    "middle of the scale": lambda issue: 50.0,  # noqa: ARG005  it looks at nothing
    "reference point": lambda issue: issue.reference,
    "plain mean": lambda issue: float(issue.stakes.positions.mean()),
    "plain median": lambda issue: float(np.median(issue.stakes.positions)),
    "weighted median": lambda issue: weighted_median(issue.stakes),
    "weighted mean (compromise)": lambda issue: weighted_mean(issue.stakes),
    "challenge model, round 1": lambda issue: challenged(issue.stakes, 1),
    "challenge model, round 8": lambda issue: challenged(issue.stakes),
}


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", type=Path, default=SHARED / "deu3-half.csv", help="issues with outcomes")
    chosen = parser.parse_args()
    if not chosen.table.exists():
        print(f"left out: {chosen.table.name} is not here")
        return
    emission = read_stakes(SHARED / "emission_standards.csv")
    print("emission standards, medians by round:", *(f"{each.median:.2f}" for each in challenge_rounds(emission)))
    print("                       as published:", PUBLISHED)
    issues = read_known_issues(chosen.table)
    print(f"\n{len(issues)} issues with known outcomes: mean absolute error, 0 to 100, with its standard error")
    for name, forecast in FORECASTS.items():
        made = [(forecast(issue), issue.outcome) for issue in issues]
        errors = np.array([abs(value - outcome) for value, outcome in made if value is not None])
        print(f"  {name:28} {errors.mean():6.2f} ± {errors.std() / len(errors) ** 0.5:.2f}   ({len(errors)} issues)")
    for name, fit in (("one width", constant_rule), ("width by spread", fit_intervals)):
        held, width = left_out(issues, fit)
        print(f"80 % interval, {name:16} holds {held:.1%} of outcomes not fitted on, {width:.1f} wide")


def left_out(issues: tuple[KnownIssue, ...], fit: Callable[..., object]) -> tuple[float, float]:
    """How many outcomes the intervals hold, and how wide they are, on issues that were left out of the fit."""
    held, widths = [], []
    for seed in range(REPEATS):
        order = np.random.default_rng(seed).permutation(len(issues))
        for fold in range(FOLDS):
            rest = [issues[n] for n in order if n not in set(order[fold::FOLDS])]
            rule = fit([each.stakes for each in rest], [each.outcome for each in rest], level=LEVEL)
            for n in order[fold::FOLDS]:
                low, high = rule.interval(issues[n].stakes)  # type: ignore[attr-defined]
                held.append(low <= issues[n].outcome <= high)
                widths.append(high - low)
    return float(np.mean(held)), float(np.mean(widths))


if __name__ == "__main__":
    main()

"""Intervals hold what they promise on issues that they were not fitted on."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.weigh import WeighError
from goodoffices.weigh.foretell import Stakes, constant_rule, fit_intervals


def many(count: int, seed: int) -> tuple[list[Stakes], list[float]]:
    """Issues whose outcome strays from the mean the more, the further apart the parties stand."""
    rng = np.random.default_rng(seed)
    issues, outcomes = [], []
    for _ in range(count):
        centre, spread = rng.uniform(30, 70), rng.choice([3.0, 25.0])
        positions = np.clip(centre + spread * rng.standard_normal(9), 0, 100)
        issues.append(Stakes(tuple("abcdefghi"), positions, np.ones(9), np.ones(9)))
        outcomes.append(float(np.clip(positions.mean() + 0.6 * spread * rng.standard_normal(), 0, 100)))
    return issues, outcomes


def test_a_stated_level_is_kept_on_other_issues_and_is_narrower_than_one_width() -> None:
    """At 80 %, 80 % of unseen outcomes are inside, with less width than a constant."""
    issues, outcomes = many(400, 1)
    fresh, came = many(2000, 2)
    rule, plain = fit_intervals(issues, outcomes), constant_rule(issues, outcomes)
    held, widths = zip(
        *((low <= y <= high, high - low) for (low, high), y in zip(map(rule.interval, fresh), came, strict=True)),
        strict=True,
    )
    wide = [high - low for low, high in map(plain.interval, fresh)]
    assert 0.76 < np.mean(held) < 0.86
    assert np.mean(widths) < 0.9 * np.mean(wide)


def test_an_interval_stays_on_the_scale() -> None:
    """No interval promises an outcome that cannot be."""
    issues, outcomes = many(50, 3)
    rule = fit_intervals(issues, outcomes, level=0.99)
    for low, high in map(rule.interval, issues):
        assert 0 <= low <= high <= 100


def test_too_few_issues_are_refused() -> None:
    """Nine issues say nothing of 80 %."""
    issues, outcomes = many(9, 4)
    with pytest.raises(WeighError, match="at least 10"):
        fit_intervals(issues, outcomes)


def test_a_level_out_of_its_range_is_refused() -> None:
    """80 is no share."""
    with pytest.raises(WeighError, match="level of 80"):
        fit_intervals(*many(20, 5), level=80)

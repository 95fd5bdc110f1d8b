"""A spoiler takes what is worth most to it, and its price is what it lacks."""

from __future__ import annotations

import numpy as np
import pytest
from problems import every_package, problem

from goodoffices.weigh import WeighError
from goodoffices.weigh.coalitions import Spoiler, best_replies

DEAL = problem(np.array([[0.0, 5.0], [4.0, 1.0]]), np.array([[0.0, 3.0], [2.0, 0.0]]))


def test_the_best_reply_is_the_dearest_of_three() -> None:
    """Worth 8, 5, 4 and 1 to the spoiler, against 3 for staying out and 4.5 for spoiling."""
    packages = every_package(DEAL)
    replies = best_replies(DEAL, packages, Spoiler("party 1", outside=3, gain=8, cost=1, success=0.5))
    assert [replies.named(n) for n in range(4)] == ["go along", "go along", "spoil", "spoil"]
    assert replies.price.tolist() == [0.0, 0.0, 0.5, 3.5]
    assert replies.safest == 0


def test_of_equals_the_reply_that_harms_least_is_taken() -> None:
    """Going along before staying out before spoiling."""
    packages = every_package(DEAL)[:1]
    assert best_replies(DEAL, packages, Spoiler("party 1", outside=8, gain=8)).named(0) == "go along"
    assert best_replies(DEAL, packages, Spoiler("party 1", outside=9, gain=9)).named(0) == "stay out"


@pytest.mark.parametrize(
    ("spoiler", "words"),
    [
        (Spoiler("Nobody", 0, 1), "'Nobody' is no party"),
        (Spoiler("party 1", 0, 1, success=2), "probability in"),
        (Spoiler("party 1", float("nan"), 1), "number that cannot be"),
    ],
)
def test_a_spoiler_that_cannot_be_is_refused(spoiler: Spoiler, words: str) -> None:
    """The error names the party or the number."""
    with pytest.raises(WeighError, match=words):
        best_replies(DEAL, every_package(DEAL), spoiler)

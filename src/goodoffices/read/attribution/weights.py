"""How strongly the features of a candidate speak for it: the weights that the package carries."""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Any

__all__ = ["strength", "threshold_of", "weights"]

_BOUND = 30.0
"""Sums beyond it are as good as certain, and their exponential would overflow."""


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("data/weights.toml").read_text(encoding="utf-8"))


@functools.cache
def weights() -> dict[str, float]:
    """The weights by feature (`bench/attribution_weights.py` makes them)."""
    return {name: float(value) for name, value in _data()["weights"].items()}


def threshold_of() -> float:
    """The probability from which on a cue counts, chosen with the weights."""
    return float(_data()["threshold"])


def strength(names: Iterable[str]) -> float:
    """Odds, against "no attribution", of a candidate with these features: the exponential of its summed weights."""
    known = weights()
    return math.exp(max(-_BOUND, min(_BOUND, sum(known.get(name, 0.0) for name in names))))

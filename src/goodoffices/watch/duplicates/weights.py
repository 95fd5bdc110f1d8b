"""The weights of the evidence and the tolerances, from their data file."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping

import msgspec

__all__ = ["Fields", "Tolerances", "Weights", "Words", "known_weights"]


class Tolerances(msgspec.Struct, frozen=True, kw_only=True):
    """How far apart two reports of one incident may be.

    Attributes:
        days: Most days between their intervals.
        km: Most km between their points, however badly the places are known.
        unknown_precision_km: Taken where a report does not say how well its place is known.
        least_km: Points closer than this are the same.
        same_report_days: One link with one text, repeated within so many days, is one report.
        threshold: Probability from which on two reports are linked, 0 to 1.
        look_from: Least probability of a pair to be looked at by a person.
        look_to: Highest probability of such a pair.
        same_report_anywhere: Is one link with one text one report also where it is put at several places?
    """

    days: float = 1.0
    km: float = 25.0
    unknown_precision_km: float = 5.0
    least_km: float = 1.0
    same_report_days: float = 7.0
    threshold: float = 0.5
    look_from: float = 0.2
    look_to: float = 0.8
    same_report_anywhere: bool = True


class Words(msgspec.Struct, frozen=True):
    """What the words say; see weights.toml."""

    cosine: tuple[float, ...]
    evidence: tuple[float, ...]
    fewest: int
    telling: float
    letters: int
    alike: float


class Fields(msgspec.Struct, frozen=True):
    """What the other columns say; see weights.toml."""

    prior: float
    same_kind: float
    most_of_kind: float
    near_kind: float
    other_kind: float
    same_target: float
    same_harm: float
    other_harm: float
    same_source: float
    same_link: float
    same_place: float
    other_place: float
    day_apart: float
    hour_close: float
    least_chance: float
    crowd: float


class Weights(msgspec.Struct, frozen=True):
    """All weights; `kept_apart`: layout -> evidence that its rows at one point are different incidents."""

    tolerances: Tolerances
    words: Words
    fields: Fields
    kept_apart: Mapping[str, float]


@functools.cache
def known_weights() -> Weights:
    """The weights that the package carries."""
    text = (importlib.resources.files(__package__) / "data" / "weights.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Weights)

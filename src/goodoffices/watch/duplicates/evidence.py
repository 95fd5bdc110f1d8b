"""What speaks for and against a pair being two reports of one incident, as a probability.

The odds are those of a chance neighbour (how many reports the place has on an ordinary day, over the area and the days
in question), times what words, kind, harm, time and source say: Fellegi and Sunter (1969), with the weights of
weights.toml.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .bearing import Bearing
from .vicinity import distance_km
from .weights import Weights
from .wording import Wording

__all__ = ["probabilities"]

_DAY_SECONDS = 86_400
_HOUR_SECONDS = 3_600
_SAME_POINT_KM = 0.1
_CHUNK = 100_000

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]


def probabilities(bearing: Bearing, left: Rows, right: Rows, weights: Weights) -> tuple[Floats, Floats]:
    """Weigh pairs.

    Args:
        bearing: Of all rows.
        left: One row of each pair.
        right: The other.
        weights: The weights.

    Returns:
        Probability that both tell of one incident, 0 where they are beyond the tolerances; and the same without the
        word of a data set that keeps them apart; shape (pairs,) each.
    """
    odds, free = np.full(len(left), -np.inf), np.full(len(left), -np.inf)
    near, apart_km, gap_days = _within(bearing, left, right, weights)
    for start in range(0, len(near), _CHUNK):
        some = slice(start, start + _CHUNK)
        pairs = near[some]
        one, other = left[pairs], right[pairs]
        free[pairs] = (
            weights.fields.prior
            - np.log(_chance(bearing, one, other, weights, apart_km=apart_km[some], gap_days=gap_days[some]))
            + _of_words(bearing.wording, one, other, weights)
            + _of_fields(bearing, one, other, weights, apart_km=apart_km[some], gap_days=gap_days[some])
        )
        odds[pairs] = free[pairs] + _kept_apart(bearing, one, other)
    return _probability(odds), _probability(free)


def _probability(odds: Floats) -> Floats:
    chance: Floats = 1.0 / (1.0 + np.exp(-np.clip(odds, -50, 50))) * np.isfinite(odds)
    return chance


def _kept_apart(bearing: Bearing, one: Rows, other: Rows) -> Floats:
    """Say what it says that one data set of incidents gives both."""
    kept_apart = np.minimum(bearing.kept_apart[one], bearing.kept_apart[other])
    return np.where(bearing.set_of[one] == bearing.set_of[other], kept_apart, 0.0)


def _within(bearing: Bearing, left: Rows, right: Rows, weights: Weights) -> tuple[Rows, Floats, Floats]:
    """Keep the pairs within the tolerances: their places, km and days between them."""
    tolerances = weights.tolerances
    apart_km = distance_km(bearing.latitude, bearing.longitude, left, right)
    gap = np.maximum(bearing.earliest[left] - bearing.latest[right], bearing.earliest[right] - bearing.latest[left])
    middles = bearing.earliest + bearing.latest
    gap_days = np.minimum(np.abs(middles[left] - middles[right]) / 2, gap + _DAY_SECONDS) / _DAY_SECONDS
    gap_days = np.where(gap > 0, gap_days, 0.0)
    reach = np.minimum(bearing.precision_km[left] + bearing.precision_km[right] + tolerances.least_km, tolerances.km)
    near = np.flatnonzero((apart_km <= reach) & (np.maximum(gap, 0) <= tolerances.days * _DAY_SECONDS))
    return near, apart_km[near], gap_days[near]


def _chance(
    bearing: Bearing, one: Rows, other: Rows, weights: Weights, *, apart_km: Floats, gap_days: Floats
) -> Floats:
    """Expect so many chance neighbours as near in space and time as the pair is, at least a few in a thousand."""
    days = 2 * gap_days + 1
    reach = np.maximum(
        np.maximum(apart_km, (bearing.precision_km[one] + bearing.precision_km[other]) / 2), weights.tolerances.least_km
    )
    around = np.maximum(bearing.area_rate[one], bearing.area_rate[other]) * np.pi * reach**2
    at_point = np.maximum(bearing.point_rate[one], bearing.point_rate[other])
    rate = np.where(apart_km < _SAME_POINT_KM, np.maximum(at_point, np.minimum(around, at_point + 0.01)), around)
    expected: Floats = np.maximum(rate * days, weights.fields.least_chance)
    return expected


def _of_words(wording: Wording, one: Rows, other: Rows, weights: Weights) -> Floats:
    """Say what the words say: for, as far as the shared ones are telling; against, where both have enough of them."""
    words = weights.words
    product = wording.matrix[one].multiply(wording.matrix[other])
    cosine = np.asarray(product.sum(axis=1)).ravel()
    product.data[:] = 1.0
    shared = np.asarray(product @ wording.rarity).ravel()
    said = np.interp(cosine, words.cosine, words.evidence)
    few = np.minimum(wording.counts[one], wording.counts[other])
    told = np.where(said > 0, said * np.minimum(shared / words.telling, 1.0), np.where(few >= words.fewest, said, 0.0))
    return np.where(few == 0, 0.0, told)


def _of_fields(
    bearing: Bearing, one: Rows, other: Rows, weights: Weights, *, apart_km: Floats, gap_days: Floats
) -> Floats:
    fields = weights.fields
    total: Floats = (
        fields.day_apart * gap_days + _of_kinds(bearing, one, other, weights) + _of_harm(bearing, one, other, weights)
    )
    clocks = np.maximum(bearing.latest[one] - bearing.earliest[one], bearing.latest[other] - bearing.earliest[other])
    close = np.abs(bearing.earliest[one] - bearing.earliest[other]) < _HOUR_SECONDS
    total += np.where(close & (clocks < _HOUR_SECONDS), fields.hour_close, 0.0)
    total += np.where(_same(bearing.target, one, other), fields.same_target, 0.0)
    total += np.where(_same(bearing.source, one, other), fields.same_source, 0.0)
    total += np.where((bearing.link[one] != 0) & (bearing.link[one] == bearing.link[other]), fields.same_link, 0.0)
    total += _of_places(bearing, one, other, apart_km, weights)
    return total


def _of_places(bearing: Bearing, one: Rows, other: Rows, apart_km: Floats, weights: Weights) -> Floats:
    """Say what the names of the places say; at one point they say nothing more."""
    pair = np.stack([bearing.place[one], bearing.place[other]])
    kinds, which = np.unique(pair, axis=1, return_inverse=True)
    said = [_of_names(bearing.names, a, b, weights) for a, b in kinds.T.tolist()]
    named = np.array(said, dtype=np.float64)[which.ravel()] if said else np.zeros(len(one))
    weighed: Floats = np.where(apart_km < _SAME_POINT_KM, 0.0, named)
    return weighed


def _of_names(names: tuple[str, ...], one: int, other: int, weights: Weights) -> float:
    """Compare the names of two places, whatever the script and spelling."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415  loaded where names are compared

    if not names[one] or not names[other]:
        return 0.0
    return (
        weights.fields.same_place
        if ratio(names[one], names[other]) >= weights.words.alike
        else weights.fields.other_place
    )


def _same(codes: Rows, one: Rows, other: Rows) -> NDArray[np.bool_]:
    alike: NDArray[np.bool_] = (codes[one] >= 0) & (codes[one] == codes[other])
    return alike


def _of_kinds(bearing: Bearing, one: Rows, other: Rows, weights: Weights) -> Floats:
    fields = weights.fields
    unknown = (bearing.kind[one] < 0) | (bearing.kind[other] < 0)
    left, right = bearing.family[one], bearing.family[other]
    near = (left == right) | (left < 0) | (right < 0)  # a kind that the vocabulary does not know may be near to any
    same = np.clip(fields.same_kind - np.log(np.maximum(bearing.kind_share[one], 1e-6)), 0.0, fields.most_of_kind)
    said = np.where(_same(bearing.kind, one, other), same, np.where(near, fields.near_kind, fields.other_kind))
    return np.where(unknown, 0.0, said)


def _of_harm(bearing: Bearing, one: Rows, other: Rows, weights: Weights) -> Floats:
    left, right = bearing.killed[one], bearing.killed[other]
    both = (left > 0) & (right > 0)
    far = np.abs(left - right) > np.maximum(np.maximum(left, right) // 2, 2)
    said: Any = np.where(left == right, weights.fields.same_harm, np.where(far, weights.fields.other_harm, 0.0))
    return np.where(both, said, 0.0)

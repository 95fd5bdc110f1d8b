"""Fitting of the model of confidence: a logistic regression with a strong prior, on some hundred labelled findings.

The log odds of a finding are those of its surest statement, and what its sources and its number of statements add; the
last two are kept from falling below 0. Findings of the half to work on, whose errors the rules were written to avoid,
are right more often than those of any other report: they have an offset of their own, for all and for each kind, which
is left out of the model that is kept.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np
from labelled import Labelled
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array, hstack

from goodoffices.record.findings.signs import signs_of

__all__ = ["Fit", "Prior", "fit", "probabilities"]

Array = NDArray[np.float64]
_ROUNDS = 6
"""How often the surest statement of each finding is chosen anew."""
_SEEN = "(seen)"


class Prior(msgspec.Struct, frozen=True):
    """How far a weight may leave what is expected of it: the standard deviation of a normal prior, in log odds.

    Attributes:
        kind: Of the weight of a kind.
        sign: Of the weight of a sign of a kind.
        seen: Of the offset of the half to work on, for each kind; the offset for all kinds is free.
        scarce: A sign of fewer findings than this gets no weight.
    """

    kind: float = 1.0
    sign: float = 0.3
    seen: float = 0.5
    scarce: int = 4


class Fit(msgspec.Struct, frozen=True):
    """What was fitted, in log odds."""

    start: float
    source: float
    statement: float
    signs: dict[str, float]


def _scale(name: str, prior: Prior) -> float:
    if name.startswith(_SEEN):
        return 3.0 if name == _SEEN else prior.seen
    if "/" not in name:
        return prior.kind
    return prior.sign


def fit(findings: Sequence[Labelled], seen: frozenset[str], prior: Prior) -> Fit:
    """Fit the weights.

    Args:
        findings: Labelled findings of several clusters.
        seen: Names of the clusters that the rules were written with.
        prior: How strongly weights are held back.
    """
    signs = [[signs_of(statement) for statement in finding.statements] for finding in findings]
    counts: dict[str, int] = {}
    for each in signs:
        for name in {name for one in each for name in one}:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= prior.scarce or "/" not in name)
    offsets = [_SEEN, *(_SEEN + name for name in names if "/" not in name)]
    place = {name: at for at, name in enumerate([*names, *offsets])}
    scales = np.array([_scale(name, prior) for name in place])
    rows = _rows(findings, signs, seen, place)
    more = np.array([[1.0, math.log2(f.sources), math.log2(len(f.statements))] for f in findings])
    right = np.array([finding.right for finding in findings], dtype=float)
    owner = np.repeat(np.arange(len(findings)), [len(finding.statements) for finding in findings])
    firsts = np.flatnonzero(np.diff(owner, prepend=-1))
    beta = np.zeros(len(place) + 3)
    for _ in range(_ROUNDS):
        surest = np.lexsort((-(rows @ beta[3:]), owner))[firsts]
        beta = _solve(hstack([more, rows[surest]], format="csr"), right, scales, beta)
    weights = {name: float(beta[3 + at]) for name, at in place.items() if not name.startswith(_SEEN)}
    return Fit(float(beta[0]), float(beta[1]), float(beta[2]), weights)


def _rows(
    findings: Sequence[Labelled], signs: list[list[dict[str, float]]], seen: frozenset[str], place: dict[str, int]
) -> csr_array:
    """The signs of every statement, finding by finding, with the offsets of the half to work on."""
    values, columns, ends = [], [], [0]
    for finding, each in zip(findings, signs, strict=True):
        own = {_SEEN: 1.0, _SEEN + finding.statements[0].kind: 1.0} if finding.cluster in seen else {}
        for one in each:
            here = {place[name]: value for name, value in (one | own).items() if name in place}
            columns += here.keys()
            values += here.values()
            ends.append(len(columns))
    return csr_array((values, columns, ends), shape=(len(ends) - 1, len(place)))


def _solve(rows: csr_array, right: Array, scales: Array, beta: Array) -> Array:
    """The weights of the highest posterior, those of sources (expected at a half) and statements at least 0."""
    centre = np.zeros(rows.shape[1])
    centre[1] = 0.5
    spread = np.concatenate([[10.0, 0.5, 0.5], scales])

    def loss(beta: Array) -> tuple[float, Array]:
        odds = rows @ beta
        error = 1 / (1 + np.exp(-odds)) - right
        away = (beta - centre) / spread
        value = np.logaddexp(0, odds).sum() - right @ odds + 0.5 * away @ away
        return float(value), rows.T @ error + away / spread

    bounds = [(None, None), (0.05, None), (0.0, None), *[(None, None)] * len(scales)]
    found: Array = minimize(loss, beta, jac=True, method="L-BFGS-B", bounds=bounds).x
    return found


def probabilities(model: Fit, findings: Sequence[Labelled]) -> Array:
    """Probability of each finding under a fit, as the program computes it."""
    odds = [
        model.start
        + max(sum(v * model.signs.get(n, 0.0) for n, v in signs_of(s).items()) for s in f.statements)
        + model.source * math.log2(f.sources)
        + model.statement * math.log2(len(f.statements))
        for f in findings
    ]
    return 1 / (1 + np.exp(-np.array(odds)))

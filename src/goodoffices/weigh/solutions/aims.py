"""What a concept makes large, as linear conditions: a relaxation, and the cuts that every better package meets."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .bargain import Bargain
from .concepts import Concept
from .programs import Answer, Program, Row

__all__ = ["Aim", "Hope", "floors_of"]

Floats = NDArray[np.float64]

_ROUNDS = 8  # of tangents; any point bounds the score, a better one bounds it better
_CLOSE = 1e-6  # how near the tangents come to the logarithm before they do
_TILTS = 100  # lines beside the main one
_LEAN = 0.3  # how far they are tilted: the spread of the logarithm of a factor
_FLOOR = 1e-9  # the least gain that a tangent is drawn at, as a share of what is hoped for


@dataclass(frozen=True, eq=False)
class Aim:
    """A concept as a concave function of utilities, ``score``, and linear bounds on it.

    The utilitarian score is the sum of utilities, the egalitarian the least gain, Kalai and Smorodinsky's the least
    share of what was hoped for, Nash's the sum of the logarithms of gains. A line that touches the score from above
    bounds it: at a price for each party (the weights of a least share) or at a point of gains (the tangent of a
    logarithm).

    Attributes:
        concept: Which.
        bargain: Who bargains and from where.
        hopes: ``(bargaining parties,)``, positive; the most each can gain.
        floored: Who must have at least no deal, whatever the level; None where that follows or is not asked.
    """

    concept: Concept
    bargain: Bargain
    hopes: Floats
    floored: Bargain | None = None

    @property
    def per(self) -> Floats:
        """What a gain is divided by; ``(bargaining parties,)``."""
        return self.hopes if self.concept is Concept.KALAI_SMORODINSKY else np.ones(len(self.bargain.who))

    def score(self, utilities: Floats) -> Floats:
        """The score of packages; ``(packages,)``; minus infinity where Nash's product is not positive."""
        gains = self.bargain.gains(utilities)
        if self.concept is Concept.UTILITARIAN:
            return np.asarray(utilities[:, self.bargain.who].sum(axis=1))
        if self.concept is Concept.NASH:
            with np.errstate(divide="ignore"):
                return np.asarray(np.log(np.maximum(gains, 0.0)).sum(axis=1))
        return np.asarray((gains / self.per).min(axis=1))

    def line(self, at: Floats) -> tuple[Floats, float]:
        """A linear bound on the score: ``weights @ utilities + constant``.

        Args:
            at: ``(bargaining parties,)``: for Nash the gains where the tangent touches, else what a gain weighs.
        """
        weights = np.zeros(len(self.bargain.disagreement))
        who, point = self.bargain.who, self.bargain.disagreement[self.bargain.who]
        if self.concept is Concept.UTILITARIAN:
            weights[who] = 1.0
            return weights, 0.0
        if self.concept is Concept.NASH:
            weights[who] = 1 / at
            return weights, float(np.log(at).sum() - len(at) - (point / at).sum())
        weights[who] = at / float(at @ self.per)
        return weights, -float(weights[who] @ point)

    def lines(self, at: Floats) -> list[tuple[Floats, float]]:
        """The line at a point, and lines tilted from it; the more, the tighter is what they enclose."""
        if self.concept is Concept.UTILITARIAN:
            return [self.line(at)]
        tilts = [at, *(at * tilt for tilt in _tilts(len(at)))]
        if self.concept is not Concept.NASH:
            tilts += list(np.eye(len(at)) / self.per)
        return [self.line(tilt) for tilt in tilts]

    @property
    def floors(self) -> list[tuple[Floats, float]]:
        """What holds whatever the level: ``weights @ utilities >= least``."""
        return [(row.party, row.least) for row in floors_of(self.floored)] if self.floored else []

    def rows(self, tangents: Floats) -> list[Row]:
        """The score's definition as rows over utilities and own variables.

        Args:
            tangents: For Nash ``(points, bargaining parties)``, the gains at which tangents are drawn.
        """
        if self.concept is Concept.UTILITARIAN:
            return []
        unit = np.eye(len(self.bargain.disagreement))[self.bargain.who]
        point = self.bargain.disagreement[self.bargain.who]
        own = np.eye(len(point))
        if self.concept is not Concept.NASH:
            shared = [Row(unit[n] / per, -np.ones(1), float(point[n] / per)) for n, per in enumerate(self.per)]
            if self.floored is None:
                return shared
            return [*shared, *(replace(row, own=np.zeros(1)) for row in floors_of(self.floored))]
        rows = [replace(row, own=0 * own[0]) for row in floors_of(self.floored)] if self.floored else []
        for gains in tangents:
            rows += [
                Row(unit[n] / gain, -own[n], float(point[n] / gain + 1 - np.log(gain))) for n, gain in enumerate(gains)
            ]
        return rows

    @property
    def counts(self) -> tuple[Floats, Floats]:
        """What a program makes large: weights of utilities, and of own variables."""
        weights = np.zeros(len(self.bargain.disagreement))
        if self.concept is Concept.UTILITARIAN:
            weights[self.bargain.who] = 1.0
            return weights, np.zeros(0)
        return weights, np.ones(len(self.bargain.who) if self.concept is Concept.NASH else 1)

    def relaxed(self, program: Program) -> tuple[Floats, float]:
        """Where the relaxation is best, as `line` takes it, and the bound that it gives.

        Raises:
            NoPackage: Where even shares of options cannot give every party its point of disagreement (Nash).
        """
        weights, own = self.counts
        if self.concept is not Concept.NASH:
            answer = program.relaxed(weights, own, self.rows(np.zeros((0, 0))))
            if self.concept is Concept.UTILITARIAN:
                return np.ones(len(self.per)), answer.bound
            prices = np.maximum(answer.prices[: len(self.per)] / self.per, 0.0)
            return (prices if prices.any() else np.ones(len(self.per))), answer.bound
        tangents = [self.hopes * share for share in (0.2, 0.5, 0.8)]
        for _ in range(_ROUNDS):
            answer = program.relaxed(weights, own, self.rows(np.array(tangents)))
            gains = self._touched(answer)
            if answer.bound - np.log(gains).sum() < _CLOSE:
                break
            tangents.append(gains)
        return gains, answer.bound

    def _touched(self, answer: Answer) -> Floats:
        """The gains of an answer, kept where a tangent can be drawn."""
        gains = self.bargain.gains(answer.utilities[None])[0]
        return np.asarray(np.maximum(gains, self.hopes * _FLOOR))

    def among(self, able: NDArray[np.bool_]) -> Aim:
        """The same aim, the parties that can gain nothing left out but for their point of disagreement."""
        some = replace(self.bargain, who=self.bargain.who[able])
        return replace(self, bargain=some, hopes=self.hopes[able], floored=self.bargain)


def _tilts(parties: int) -> Floats:
    """Factors that tilt a line a little; which ones changes only how long a search takes."""
    rng = np.random.default_rng(0)
    lean = rng.choice([_LEAN / 3, _LEAN, _LEAN * 2], size=(_TILTS, 1))
    return np.asarray(np.exp(rng.normal(size=(_TILTS, parties)) * lean))


def floors_of(bargain: Bargain) -> list[Row]:
    """Every party that bargains must have at least no deal."""
    unit = np.eye(len(bargain.disagreement))[bargain.who]
    least = bargain.disagreement[bargain.who] - bargain.room
    return [Row(weights, np.zeros(0), float(floor)) for weights, floor in zip(unit, least, strict=True)]


@dataclass(frozen=True, eq=False)
class Hope:
    """The most that one party can have of a package that gives all who bargain at least no deal, as a score.

    Attributes:
        bargain: Who bargains and from where.
        party: Whose hope.
    """

    bargain: Bargain
    party: int

    def score(self, utilities: Floats) -> Floats:
        """The party's utility; minus infinity where someone would not sign."""
        return np.where(self.bargain.rational(utilities), utilities[:, self.party], -np.inf)

    def lines(self, at: Floats) -> list[tuple[Floats, float]]:
        """The party's utility plus what the others have over no deal, at a price."""
        lines = []
        for tilt in (np.ones(len(at)), *_tilts(len(at))):
            weights = np.zeros(len(self.bargain.disagreement))
            weights[self.bargain.who] = at * tilt
            constant = -float(weights @ self.bargain.disagreement)
            weights[self.party] += 1.0
            lines.append((weights, constant))
        return lines

    @property
    def floors(self) -> list[tuple[Floats, float]]:
        """Everyone who bargains must have at least no deal."""
        return [(row.party, row.least) for row in floors_of(self.bargain)]

    def relaxed(self, program: Program) -> Floats:
        """The prices of the others' points of disagreement.

        Raises:
            NoPackage: Where not even shares of options give everyone that much.
        """
        aim = np.eye(len(self.bargain.disagreement))[self.party]
        return np.maximum(program.relaxed(aim, np.zeros(0), floors_of(self.bargain)).prices, 0.0)

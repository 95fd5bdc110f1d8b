"""The challenge model of Bueno de Mesquita, as Scholz, Calbert and Smith set it down.

Source: Scholz, Calbert and Smith, "Unravelling Bueno De Mesquita's group decision model", *Journal of Theoretical
Politics* 23 (4), 2011, 510-531; the steps are those of its appendix. Where the text leaves two readings, the one taken
is the one that gives the medians printed there: the denominator of a probability is the sum over all pairs of
positions, and of several compromises the one with the lowest mean of the two positions is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.errors import WeighError

from .stakes import Stakes, weighted_mean, weighted_median

__all__ = ["Move", "Round", "challenge_rounds"]

Floats = NDArray[np.float64]

_DIGITS = 10
"""What is equal but for rounding is equal: else another unit of the positions would break ties another way."""


@dataclass(frozen=True)
class Move:
    """What one party gave up in a round.

    Attributes:
        party: Who moved.
        towards: To whom.
        kind: "confrontation" (it would lose, and takes the other's position), "compromise" or "capitulation".
        start: Where it stood.
        end: Where it stands now.
    """

    party: str
    towards: str
    kind: str
    start: float
    end: float


@dataclass(frozen=True, eq=False)
class Round:
    """The state after a round.

    Attributes:
        positions: ``(parties,)``.
        median: The position that beats every other in a vote of weights.
        mean: The weighted mean.
        moves: Who moved, and why.
        risk: ``(parties,)``, the exponent of each party in [0.5, 2]; below 1 it takes risks.
    """

    positions: Floats
    median: float
    mean: float
    moves: tuple[Move, ...]
    risk: Floats


def challenge_rounds(stakes: Stakes, rounds: int = 8) -> tuple[Round, ...]:
    """Let every party challenge every other, round after round.

    Args:
        stakes: Positions, salience and capability on one issue; positions in any unit.
        rounds: How many; the published example has eight. The model does not converge in general.

    Returns:
        The state after each round; shorter where nobody moves any more.

    Raises:
        WeighError: Where `rounds` is less than 1.
    """
    if rounds < 1:
        msg = f"{rounds!r} rounds make no forecast: ask for 1 or more"
        raise WeighError(msg)
    spread = float(np.ptp(stakes.positions))
    done: list[Round] = []
    while spread > 0 and len(done) < rounds:
        after = _round(stakes, spread)
        done.append(after)
        if not after.moves:
            break
        stakes = replace(stakes, positions=after.positions)
    return tuple(done)


def _round(stakes: Stakes, spread: float) -> Round:
    neutral = np.ones(len(stakes.parties))
    risk = _risk_exponents(_gains(stakes, neutral, spread)[0])
    gains = _gains(stakes, risk, spread)
    moves = [_move(stakes, gains[n], n, spread) for n in range(len(stakes.parties))]
    positions = np.array([move.end if move else stakes.positions[n] for n, move in enumerate(moves)])
    after = replace(stakes, positions=positions)
    taken = tuple(move for move in moves if move is not None)
    return Round(positions, weighted_median(after), weighted_mean(after), taken, risk)


def _distances(stakes: Stakes, spread: float) -> Floats:
    """``(parties, parties)``, how far apart each two stand, of the range of positions at the start."""
    away: Floats = np.abs(stakes.positions[:, None] - stakes.positions[None, :]) / spread
    return np.round(away, _DIGITS)


def _odds(stakes: Stakes, risk: Floats, spread: float) -> Floats:
    """``(parties, parties)``, the probability that the first wins against the second (section 4, equation 30)."""
    away = _distances(stakes, spread) ** risk[:, None]
    votes = stakes.weights[:, None, None] * (away[:, None, :] - away[:, :, None])
    every = float(np.abs(votes).sum())
    if every == 0:
        return np.zeros_like(away)
    odds: Floats = np.maximum(votes, 0).sum(axis=0) / every
    odds[stakes.positions[:, None] == stakes.positions[None, :]] = 0
    return odds


def _gains(stakes: Stakes, risk: Floats, spread: float) -> Floats:
    """What a challenge is worth, ``(viewer, challenger, challenged)`` (section 3, equations 15, 16, 24 and 25).

    The viewer's own risk exponent is used for everybody. The probability that nothing changes without a challenge is
    1, as in the published run, so that the terms for a world that moves by itself fall away.
    """
    away, own = _distances(stakes, spread), risk[:, None, None]
    win = 2 - 4 * (0.5 - 0.5 * away) ** own
    lose = 2 - 4 * (0.5 + 0.5 * away) ** own
    odds = _odds(stakes, risk, spread)
    resists = stakes.salience[None, None, :]
    gains: Floats = resists * (odds * win + (1 - odds) * lose) + (1 - resists) * win - (2 - 4 * 0.5**own)
    return np.round(gains, _DIGITS)


def _risk_exponents(gains: Floats) -> Floats:
    """``(parties,)``, from how much others gain by challenging each (section 5, equations 32 and 33)."""
    danger = gains.sum(axis=0) - np.diagonal(gains)
    low, high = float(danger.min()), float(danger.max())
    if high - low < 1e-12:  # noqa: PLR2004  float noise: all equally secure
        return np.ones(len(danger))
    taste = (2 * danger - high - low) / (high - low)
    exponents: Floats = (1 - taste / 3) / (1 + taste / 3)
    return exponents


def _move(stakes: Stakes, gains: Floats, n: int, spread: float) -> Move | None:
    """The least that a party has to give up (section 6): first what it would lose, then compromise, then the rest."""
    offers: dict[str, list[tuple[float, float, int]]] = {"confrontation": [], "compromise": [], "capitulation": []}
    for other in range(len(stakes.parties)):
        offer = _offer(float(stakes.positions[n]), float(stakes.positions[other]), gains[n, other], gains[other, n])
        if offer is not None:
            kind, rank, position = offer
            offers[kind].append((round(rank / spread, _DIGITS - 2), position, other))
    for kind, made in offers.items():
        if made:
            _, position, other = min(made, key=lambda each: each[0])
            return Move(stakes.parties[n], stakes.parties[other], kind, float(stakes.positions[n]), position)
    return None


def _offer(own: float, theirs: float, mine: float, yours: float) -> tuple[str, float, float] | None:
    """What another's challenge comes to: its kind, its rank (the least is taken), and the new position."""
    if own == theirs or yours <= 0:
        return None
    if yours > mine > 0:
        return "confrontation", abs(own - theirs), theirs
    if mine < 0 and yours > -mine:
        met = yours * (theirs - own) / (yours - mine)  # the mean of both, from where it stands
        return "compromise", met, own + (theirs - own) * (-mine / yours)
    if mine < 0:
        return "capitulation", abs(own - theirs), theirs
    return None

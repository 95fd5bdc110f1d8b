"""The deal space as points and rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goodoffices.brief.weighing.model import Probability, Row, Space, Spot
from goodoffices.weigh.analysis import Analysis

from .amounts import probability, unknown_probability
from .packages import choices_of, letter_of

__all__ = ["space_view"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
_POINTS = 300  # of the front, and as many of the rest
_ROWS = 18
_LONG = 110  # characters of a row's name


def space_view(analysis: Analysis) -> Space:
    """Lay the packages out."""
    problem, front = analysis.problem, analysis.front
    points = np.zeros((0, len(problem.parties))) if front is None else front.utilities
    leads = np.array([lead.package for lead in analysis.leads], dtype=np.intp).reshape(-1, len(problem.issues))
    return Space(
        parties=problem.parties,
        needed=tuple(bool(each) for each in problem.signs),
        packages=problem.size,
        size=None if front is None else len(front),
        epsilon=0.0 if front is None else front.epsilon,
        front=_spots(_along(points)),
        others=_spots(_others(analysis)),
        leads=tuple(
            Spot(utilities=_floats(row), package=letter_of(analysis, package.tolist()))
            for row, package in zip(problem.utilities(leads), leads, strict=True)
        ),
        walk_away=tuple(None if np.isnan(row[0]) else _triple(row) for row in analysis.walk_away),
        rows=_rows(analysis),
        note=_note(analysis),
    )


def _triple(row: Floats) -> tuple[float, float, float]:
    return float(row[0]), float(row[1]), float(row[2])


def _floats(row: Floats) -> tuple[float, ...]:
    return tuple(round(float(each), 9) for each in row)


def _spots(rows: Floats) -> tuple[Spot, ...]:
    return tuple(Spot(utilities=_floats(row)) for row in rows)


def _along(points: Floats) -> Floats:
    """Some of the points, evenly along the first party's utility, both ends among them."""
    ordered = points[np.lexsort(points.T[::-1])]
    if len(ordered) <= _POINTS:
        return ordered
    return ordered[np.linspace(0, len(ordered) - 1, _POINTS).astype(np.intp)]


def _others(analysis: Analysis) -> Floats:
    """Some of the packages that may be signed, whatever their worth."""
    if analysis.chances is None:
        return np.zeros((0, len(analysis.problem.parties)))
    packages = analysis.chances.packages
    some = packages[np.linspace(0, len(packages) - 1, min(len(packages), _POINTS)).astype(np.intp)]
    return np.unique(analysis.problem.utilities(some).round(9), axis=0)


def _rows(analysis: Analysis) -> tuple[Row, ...]:
    """The packages that the report speaks of, then the others by the same ranking."""
    pool, problem = analysis.pool, analysis.problem
    if pool.chances is None:
        return ()
    leads = [lead.package for lead in analysis.leads]
    beaten = pool.efficiency.beaten if pool.efficiency else np.zeros(len(pool.packages), dtype=np.bool_)
    ranked = [tuple(pool.packages[place].tolist()) for place in pool.order() if not beaten[place]]
    shares = dict(zip(map(tuple, pool.packages.tolist()), pool.shares(), strict=True))
    chosen = (leads + [each for each in ranked if each not in leads and shares[each] > 0])[:_ROWS]
    places = {tuple(row): n for n, row in enumerate(pool.packages.tolist())}
    allowed = problem.allows(np.array(chosen, dtype=np.intp).reshape(-1, len(problem.issues)))
    return tuple(
        _row(analysis, package, places[package], allowed=bool(fine))
        for package, fine in zip(chosen, allowed, strict=True)
    )


def _row(analysis: Analysis, package: tuple[int, ...], place: int, *, allowed: bool) -> Row:
    problem, chances = analysis.problem, analysis.pool.chances
    lead = next((each for each in analysis.leads if each.package == package), None)
    if chances is None:
        msg = "a row of the matrix needs probabilities"
        raise ValueError(msg)
    crossed = {view.party for view in lead.explanation.views if view.crossed} if lead else set[str]()
    alone = tuple(
        _alone(analysis, n, 0.0 if name in crossed else float(chances.alone[place, n]))
        for n, name in enumerate(problem.parties)
    )
    together = float(chances.together[place]) if allowed else 0.0
    return Row(
        package=letter_of(analysis, package),
        brief=_brief(analysis, package),
        choices=choices_of(analysis, package),
        utilities=_floats(problem.utilities(np.array([package]))[0]),
        alone=alone,
        together=probability(
            together,
            float(chances.error[place]) if allowed else 0.0,
            certain=analysis.certain or not allowed,
            unstated=bool(analysis.unstated) and together > 0,
        ),
    )


def _brief(analysis: Analysis, package: tuple[int, ...]) -> str:
    chosen = analysis.problem.named(package)
    whole = " · ".join(chosen.values())
    first = analysis.problem.named(analysis.leads[0].package) if analysis.leads else {}
    if len(whole) <= _LONG or not first:
        return whole
    differs = [f"{issue}: {option}" for issue, option in chosen.items() if first[issue] != option]
    return f"Like A, but {'; '.join(differs)}" if differs else "As above"


def _alone(analysis: Analysis, party: int, share: float) -> Probability:
    if np.isnan(analysis.problem.reservation[party]) and share > 0:
        return unknown_probability()
    smoothed = (share * analysis.draws + 2) / (analysis.draws + 4)
    error = float((smoothed * (1 - smoothed) / (analysis.draws + 4)) ** 0.5)
    return probability(share, error, certain=analysis.certain)


def _note(analysis: Analysis) -> str:
    front = analysis.front
    if front is None:
        return f"The packages that no other beats could not be found: {analysis.missing.get('front', 'unknown why')}."
    said = []
    if front.epsilon:
        said.append(
            f"The exact front is too large to list; for every package there is one here that is worse for no party by "
            f"more than {front.epsilon:.1%} of its range."
        )
    if len(front) > _POINTS:
        said.append(f"{_POINTS} of the {len(front):,} packages of the front are drawn.")
    return " ".join(said)

"""Who stands where, from a file: one issue of positions, or every scale of a KTAB model."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from .errors import WeighError
from .foretell import Stakes, read_stakes
from .model import Exact, Line, Model, Party, Points, read_model

__all__ = ["read_positions", "stakes_of"]

_ALL = 100.0


def read_positions(path: str | Path) -> tuple[str, str, dict[str, Stakes]]:
    """Read who stands where.

    Args:
        path: A CSV of one issue with the columns actor, capability, position and salience, or a KTAB CSV.

    Returns:
        A title, a note, and issue -> who stands where.

    Raises:
        ModelError: If it cannot be read; with the line.
        WeighError: If it holds no positions.
    """
    place = Path(path)
    if place.suffix.casefold() == ".csv" and _has_columns(place):
        name = place.stem.replace("_", " ")
        return name[:1].upper() + name[1:], "", {"Position": read_stakes(place)}
    model = read_model(place)
    return model.title or place.stem, model.note, stakes_of(model)


def _has_columns(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            return file.readline().casefold().split(",")[0].strip() == "actor"
    except FileNotFoundError:
        return False


def stakes_of(model: Model) -> dict[str, Stakes]:
    """Read off who stands where: on each range the value that a party scores highest, its weight, its influence.

    Args:
        model: A model of ranges with exact lines and weights, as KTAB's CSV gives it.

    Returns:
        Issue -> who stands where; weights are taken as percentages.

    Raises:
        WeighError: If a party has no exact line, weight or influence.
    """
    return {
        issue.name: Stakes(
            tuple(party.name for party in model.parties),
            np.array([_position(party, issue.name) for party in model.parties]),
            np.array([_salience(party, issue.name) for party in model.parties]),
            np.array([_influence(party) for party in model.parties]),
        )
        for issue in model.issues
    }


def _position(party: Party, issue: str) -> float:
    line = party.scores.get(issue)
    points = line.points if isinstance(line, Line) else ()
    exact = [(number.value, at) for at, number in points if isinstance(number, Exact)]
    if not exact or len(exact) < len(points):
        msg = f"{party.name!r} has no position on {issue!r}: --foretell takes a KTAB CSV, or a CSV of positions"
        raise WeighError(msg)
    return max(exact)[1]


def _salience(party: Party, issue: str) -> float:
    weight = party.weights.of.get(issue) if isinstance(party.weights, Points) else None
    if not isinstance(weight, Exact):
        msg = f"the weight of {issue!r} to {party.name!r} is not exact, and a forecast needs a salience"
        raise WeighError(msg)
    return weight.value / _ALL


def _influence(party: Party) -> float:
    if party.influence is None:
        msg = f"{party.name!r} has no influence, and a forecast needs one"
        raise WeighError(msg)
    return party.influence.value

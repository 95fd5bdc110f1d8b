"""Positions from files: one issue a file (CSV), or many issues with their outcomes (DEU's tab-separated table)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from goodoffices.weigh.errors import ModelError

from .stakes import Stakes

__all__ = ["KnownIssue", "read_known_issues", "read_stakes"]

_COLUMNS = ("actor", "capability", "position", "salience")
_ALL = 100.0


@dataclass(frozen=True)
class KnownIssue:
    """An issue whose outcome is known.

    Attributes:
        key: Its id in the table.
        stakes: What the parties brought to it.
        outcome: What came of it, 0 to 100.
        reference: What no decision would have meant, 0 to 100, or None.
    """

    key: str
    stakes: Stakes
    outcome: float
    reference: float | None


def read_stakes(path: str | Path) -> Stakes:
    """Read one issue from a CSV with the columns actor, capability, position and salience.

    Args:
        path: The file. Salience is a share in [0, 1] or a percentage, told apart by whether any is above 1.

    Raises:
        ModelError: Where a column is missing or a cell is no number; it names the line.
    """
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            msg = f"{path}:1: no column {missing[0]!r}: give {', '.join(_COLUMNS)}"
            raise ModelError(msg)
        read = [(row["actor"], *_numbers(path, rows.line_num, row)) for row in rows]
    if not read:
        msg = f"{path}:2: no party: give one a line"
        raise ModelError(msg)
    names, capability, position, salience = zip(*read, strict=True)
    share = np.array(salience) / (_ALL if max(salience) > 1 else 1.0)
    return Stakes(tuple(names), np.array(position), share, np.array(capability))


def _numbers(path: str | Path, line: int, row: dict[str, str]) -> tuple[float, float, float]:
    found = []
    for name in _COLUMNS[1:]:
        try:
            found.append(float(row[name]))
        except (TypeError, ValueError):
            msg = f"{path}:{line}: {name} of {row['actor']!r} is {row[name]!r}: give a number"
            raise ModelError(msg) from None
    return found[0], found[1], found[2]


def read_known_issues(path: str | Path) -> tuple[KnownIssue, ...]:
    """Read issues with outcomes from the table of *Decision-making in the European Union* (Thomson et al. 2012).

    Args:
        path: A tab-separated file: names in the first row, the parties' capability (GDP) under their ``p??`` columns in
            the second, then an issue a row with ``p??`` positions and ``s??`` salience (0 to 100), ``rp`` and ``out``.

    Returns:
        The issues with an outcome and at least two positions. A salience not given is the mean of the others'.

    Raises:
        ModelError: Where the table has no such columns.
    """
    lines = Path(path).read_text(encoding="latin-1").splitlines()
    head, *rows = ([cell.strip() for cell in line.split("\t")] for line in lines)
    who = [name[1:] for name in head if name.startswith("p") and f"s{name[1:]}" in head]
    if not who or "out" not in head or len(rows) < 2:  # noqa: PLR2004  capability, and one issue
        msg = f"{path}:1: no table of positions: it needs columns p.., s.. and out, capability in its second row"
        raise ModelError(msg)
    places = {name: n for n, name in enumerate(head)}
    capability = _row(rows[0], places, "p", who)
    found = (_issue(row, places, who, capability) for row in rows[1:])
    return tuple(issue for issue in found if issue is not None)


def _row(row: list[str], places: dict[str, int], prefix: str, who: list[str]) -> np.ndarray:
    return np.array([_cell(row, places[prefix + name]) for name in who])


def _cell(row: list[str], place: int) -> float:
    text = row[place].replace(",", ".") if place < len(row) else ""
    try:
        return float(text)
    except ValueError:
        return float("nan")


def _issue(row: list[str], places: dict[str, int], who: list[str], capability: np.ndarray) -> KnownIssue | None:
    outcome = _cell(row, places["out"])
    positions, salience = _row(row, places, "p", who), _row(row, places, "s", who)
    stated = ~np.isnan(positions)
    if np.isnan(outcome) or stated.sum() < 2:  # noqa: PLR2004  one alone is no negotiation
        return None
    known = salience[stated & ~np.isnan(salience)]
    filled = np.where(np.isnan(salience), known.mean() if known.size else _ALL / 2, salience) / _ALL
    names = tuple(name for name, has in zip(who, stated, strict=True) if has)
    if not np.any(filled[stated] > 0):
        filled[:] = 0.5
    stakes = Stakes(names, positions[stated], filled[stated], np.nan_to_num(capability, nan=1.0)[stated])
    reference = _cell(row, places["rp"]) if "rp" in places else float("nan")
    key = row[places["isnrnmc"]] if "isnrnmc" in places else ""
    return KnownIssue(key, stakes, outcome, None if np.isnan(reference) else reference)

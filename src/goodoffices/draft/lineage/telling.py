"""What a comparison means, in words: every point counted once, so that the sums come out."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from importlib.resources import files

import msgspec

from .comparison import CHANGES, Change, Comparison, Link, PointLike

__all__ = ["ChangeTerm", "change_terms", "in_words", "link_in_words"]


class ChangeTerm(msgspec.Struct, frozen=True):
    """How a change is called.

    Attributes:
        label: In a table.
        counted: Behind a number of points.
        description: In a legend.
    """

    label: str
    counted: str
    description: str


@functools.cache
def change_terms() -> dict[Change, ChangeTerm]:
    """Give the names of the changes, in the order in which they are told."""
    data = tomllib.loads((files(__package__) / "data" / "changes.toml").read_text(encoding="utf-8"))
    return msgspec.convert(data, dict[Change, ChangeTerm])


def in_words(comparison: Comparison) -> str:
    """Say what became of the points of a text, in one sentence.

    Args:
        comparison: of two texts.

    Returns:
        For example "28 points became 20: 9 the same, 4 reworded (1 of them also moved), 7 merged into 3, 8 dropped, 4
        new." The points before "became" are the sum of all but the new; those after it the sum of all but the dropped.
    """
    told = [told for change in CHANGES if (told := _counted(change, comparison))]
    before = f"{len(comparison.a)} {'point' if len(comparison.a) == 1 else 'points'}"
    if not told:
        return f"{before} became {len(comparison.b)}."
    if all(link.change == "same" for link in comparison.links):
        return f"{before} stayed the same."
    return f"{before} became {len(comparison.b)}: {', '.join(told)}."


def _counted(change: Change, comparison: Comparison) -> str:
    """Count the points of one change; "" where there are none."""
    links = [link for link in comparison.links if link.change == change]
    if not links:
        return ""
    before, after = sum(len(link.a) for link in links), sum(len(link.b) for link in links)
    told = f"{before or after} {change_terms()[change].counted}"
    if change in {"split", "merged"}:
        told += f" {after}"
    moved = sum(link.moved for link in links)
    if change == "moved" or not moved:
        return told
    return f"{told} (also moved)" if moved == len(links) == 1 else f"{told} ({moved} of them also moved)"


def link_in_words(comparison: Comparison, link: Link) -> str:
    """Say what became of the points of one link.

    Args:
        comparison: of two texts.
        link: one of its links.

    Returns:
        For example "Points 3 and 4 were merged into point 2."
    """
    before, after = _named(comparison.points_a(link)), _named(comparison.points_b(link))
    also = ", and moved" if link.moved and link.change != "moved" else ""
    match link.change:
        case "new" | "dropped" | "unknown":
            return _one_sided(link.change, before, after, is_before=bool(link.a))
        case "split":
            return f"{_capital(before)} was split into {after}{also}."
        case "merged":
            return f"{_capital(before)} were merged into {after}{also}."
        case "same":
            renumbered = "" if before == after else f", now {after}"
            return f"{_capital(before)} stayed the same{renumbered}."
        case _:
            return f"{_capital(before)} was {link.change}{also}" + ("." if before == after else f", now {after}.")


def _one_sided(change: Change, before: str, after: str, *, is_before: bool) -> str:
    """Say what became of a point with no counterpart."""
    if change == "unknown":
        return f"What became of {before} is not known." if is_before else f"Where {after} comes from is not known."
    return f"{_capital(after)} is new." if change == "new" else f"{_capital(before)} was dropped."


def _named(points: Sequence[PointLike]) -> str:
    """Name points by their numbers, or by their ids where they have none."""
    names = [point.number or f"“{point.id}”" for point in points]
    if len(names) <= 1:
        return f"point {''.join(names)}"
    return f"points {', '.join(names[:-1])} and {names[-1]}"


def _capital(text: str) -> str:
    """Set the first letter in capital."""
    return text[:1].upper() + text[1:]

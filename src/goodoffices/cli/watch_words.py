"""Words that the answers of the watch room share: names, numbers, parts of conditions, sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goodoffices.watch.indicators import Part

__all__ = ["NOTHING", "TRUTHS", "names_in_words", "number_in_words", "part_in_words", "section"]

NOTHING = "The book has nothing of the kind."
TRUTHS = {True: "holds", False: "does not hold", None: "unknown"}
"""What is said of a condition."""


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines under a title; nothing where there are none."""
    lines = list(lines)
    if lines:
        yield title
        yield from (f"  {line}" for line in lines)


def part_in_words(part: Part) -> str:
    """A part of a condition with what is there now."""
    ahead = f", from {part.from_day:%Y-%m-%d} on" if part.from_day and part.holds is not True else ""
    return f"{'not: ' if part.negated else ''}{part.words}: {part.now}{ahead} ({TRUTHS[part.holds]})"


def names_in_words(names: Sequence[str]) -> str:
    """Names in a row."""
    return ", ".join(names)


def number_in_words(value: float | None, unit: str) -> str:
    """A number with its unit; "unknown" where there is none."""
    return "unknown" if value is None else f"{value:,.10g} {unit}".strip()

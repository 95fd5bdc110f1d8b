"""Times: for whom those who changed sides spoke when a report was written."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING

from goodoffices.record import fold

from .gazetteer import Entity, entities

if TYPE_CHECKING:
    from ..document import Passage

__all__ = ["side_at", "year_of"]


def side_at(name: str, year: int | None) -> Entity | None:
    """For whom a person spoke in a year, as far as it is known: one who was a president is a mediator later.

    Args:
        name: The full name.
        year: When the report was written, None where nobody knows.

    Returns:
        The state or body, None where the person has no entry, or more than one for that year.
    """
    spans = _times().get(fold(name), ()) if year is not None else ()
    sides = {side for side, first, last in spans if year is not None and first <= year <= last}
    return entities().get(sides.pop()) if len(sides) == 1 else None


def year_of(passages: Sequence[Passage]) -> int | None:
    """The year in which a report was published, None where it is not known."""
    report = next((sentence.report for passage in passages for sentence in passage.sentences), None)
    return report.published.year if report is not None and report.published is not None else None


@functools.cache
def _times() -> dict[str, tuple[tuple[str, int, int], ...]]:
    """Folded name -> side, first and last year of each."""
    text = resources.files(__package__).joinpath("data", "sides_in_time.toml").read_text(encoding="utf-8")
    return {
        fold(name): tuple((side, int(first), int(last)) for side, first, last in spans)
        for name, spans in tomllib.loads(text)["times"].items()
    }

"""Which provisions of a text belong to one measure."""

from __future__ import annotations

from collections.abc import Mapping

from ..sequence import Clause
from .kinds import Kind
from .survey import Survey

__all__ = ["LONGEST", "is_of", "scopes_of"]

LONGEST = 4000
"""Characters of a clause that are looked through."""


def is_of(kind: Kind, clause: Clause, survey: Survey) -> bool:
    """Is a clause of a kind, by what it orders and not by what it waits for?"""
    text = survey.orders(clause)[:LONGEST]
    return bool(kind.cues.search(text)) and (kind.also is None or bool(kind.also.search(text)))


def scopes_of(kind: Kind, survey: Survey) -> list[list[str]]:
    """The provisions of each measure of a kind, each measure by its first provision."""
    homes: dict[str, list[str]] = {}
    home_of: dict[str, str] = {}
    latest = ""
    for entry in survey.text.entries:
        own = [each for each in survey.clauses.get(entry.id, ()) if not each.heading]
        home = _headed(kind, entry.id, survey) or _under(entry.id, home_of, survey)
        if any(is_of(kind, each, survey) for each in own):
            latest = home or entry.id
        elif not (home or (latest and kind.names and any(kind.names.search(each.text) for each in own))):
            continue
        elif home:
            latest = home
        homes.setdefault(latest, []).append(entry.id)
        home_of[entry.id] = latest
    return [each for each in homes.values() if any(survey.clauses.get(one) for one in each)]


def _headed(kind: Kind, provision: str, survey: Survey) -> str:
    """The outermost provision above, or itself, whose heading is of the kind; "" for none."""
    line = [provision, *survey.places.above(provision)]
    headed = [each for each in line if each in survey.document and kind.cues.search(survey.document[each].heading)]
    return headed[-1] if headed else ""


def _under(provision: str, home_of: Mapping[str, str], survey: Survey) -> str:
    """The measure that a provision above it belongs to."""
    return next((home_of[each] for each in survey.places.above(provision) if each in home_of), "")

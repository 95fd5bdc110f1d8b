"""What a text provides for: its measures by kind, with who, when, after what, verified by whom, and what lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ..sequence import Wait
from .kinds import Kind, kinds
from .parts import Part, common_parts, own_parts, plain
from .scopes import is_of, scopes_of
from .survey import Survey

__all__ = ["Alternative", "Measure", "find_measures"]


class Alternative(msgspec.Struct, frozen=True):
    """A bracket within a measure: its number, the alternative's number, who wants it, and its words."""

    bracket: int
    alternative: int
    wanted_by: tuple[str, ...]
    words: str


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """One measure.

    Attributes:
        id: Its kind with a number: "withdrawal-1".
        kind: Id of its kind.
        label: Of its kind.
        provisions: Where it stands, in the order of the text.
        words: The clause that it is known by.
        parts: What it says, in the order of its kind: who, when, trigger and verified first.
        open: What is not agreed in it.
        waits: What holds it up, or ends it.
        missing: Labels of what a reader will miss.
    """

    id: str
    kind: str
    label: str
    provisions: tuple[str, ...]
    words: str
    parts: tuple[Part, ...]
    open: tuple[Alternative, ...] = ()
    waits: tuple[Wait, ...] = ()
    missing: tuple[str, ...] = ()

    def part(self, name: str) -> tuple[Part, ...]:
        """The parts of that id."""
        return tuple(each for each in self.parts if each.name == name)


def find_measures(survey: Survey) -> tuple[Measure, ...]:
    """Find what a text provides for.

    A clause is of a kind by its words. What stands under it, in the same article where that is headed so, and later
    clauses that come back to it by a short name ("the Force") belong to it. It says what words show: a measure that is
    worded otherwise is missed.

    Args:
        survey: The text.

    Returns:
        By kind, then in the order of the text; a provision may hold several.
    """
    return tuple(
        _measure(kind, number, scope, survey)
        for kind in kinds().values()
        for number, scope in enumerate(scopes_of(kind, survey), start=1)
    )


def _measure(kind: Kind, number: int, scope: Sequence[str], survey: Survey) -> Measure:
    clauses = [each for provision in scope for each in survey.clauses.get(provision, ())]
    spoken = [each for each in clauses if not each.heading] or clauses
    first = next((each for each in spoken if is_of(kind, each, survey)), spoken[0])
    waits = tuple(each for name in scope for each in survey.waits_of.get(name, ()))
    parts = (*common_parts(kind, scope, waits, survey), *own_parts(kind, spoken))
    has = {each.name for each in parts}
    return Measure(
        id=f"{kind.id}-{number}",
        kind=kind.id,
        label=kind.label,
        provisions=tuple(scope),
        words=plain(first.text),
        parts=parts,
        open=tuple(_open(scope, survey)),
        waits=waits,
        missing=tuple(label for name, label in kind.needed.items() if name not in has),
    )


def _open(scope: Sequence[str], survey: Survey) -> Iterator[Alternative]:
    told: set[tuple[int, int]] = set()
    for passage in (each for name in scope for each in survey.passages_of.get(name, ())):
        key = (passage.bracket, passage.alternative)
        if passage.bracket and key not in told:
            told.add(key)
            yield Alternative(*key, passage.wanted_by, passage.own)

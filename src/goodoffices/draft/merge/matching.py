"""Which unit of an edit is which of the text that was edited: by stable id first, then by lineage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from goodoffices.draft.lineage import Comparison, Link, compare, wording_distance

from .units import Unit

__all__ = ["match_units"]


class _Words(msgspec.Struct, frozen=True):
    """A unit as `compare` wants it."""

    id: str
    number: str
    text: str
    start: int
    end: int


def match_units(base: Sequence[Unit], edit: Sequence[Unit]) -> dict[int, int]:
    """Find which unit each unit of an edit was.

    Args:
        base: the units of the text that was edited.
        edit: those of the edit.

    Returns:
        Place in the base for each place in the edit that is not new; one to one.
    """
    named = {unit.id: place for place, unit in enumerate(base) if unit.named}
    matched = {place: named[unit.id] for place, unit in enumerate(edit) if unit.named and unit.id in named}
    for group in (("provision",), ("prose",), ("note",), ("fence",), ("front",)):
        rest = _rest(base, set(matched.values()), group), _rest(edit, set(matched), group)
        pairs = _in_turn(*rest) if group[0] in {"fence", "front"} else _by_lineage(*rest)
        matched |= {j: i for i, j in pairs}
    title_was, title = _title(base), _title(edit)
    if title >= 0 <= title_was and title not in matched and title_was not in matched.values():
        matched[title] = title_was
    return matched


def _title(units: Sequence[Unit]) -> int:
    """Find the title: the first unit but the front matter, if it is a heading with no number; -1 if there is none."""
    return next((n for n, unit in enumerate(units[:2]) if unit.kind == "prose" and unit.fields.lead), -1)


def _rest(units: Sequence[Unit], taken: set[int], kinds: tuple[str, ...]) -> dict[int, Unit]:
    """List the units of some kinds that are not matched yet, by place."""
    return {place: unit for place, unit in enumerate(units) if place not in taken and unit.kind in kinds}


def _in_turn(base: Mapping[int, Unit], edit: Mapping[int, Unit]) -> Iterator[tuple[int, int]]:
    """Match what has no wording to speak of: the same line, in its turn; front matter, the one with the other."""
    waiting = dict(base)
    for j, unit in edit.items():
        found = next((i for i, one in waiting.items() if one.text == unit.text or unit.kind == "front"), None)
        if found is not None:
            for i in [i for i in waiting if i <= found]:
                del waiting[i]
            yield found, j


def _by_lineage(base: Mapping[int, Unit], edit: Mapping[int, Unit]) -> Iterator[tuple[int, int]]:
    """Match by lineage. Of the parts of a split the likest goes on; the others are new."""
    was, now = ([_Words(str(place), "", unit.words, 0, 0) for place, unit in side.items()] for side in (base, edit))
    comparison = compare(was, now)
    for link in comparison.links:
        if link.a and link.b:
            yield _likest(comparison, link)


def _likest(comparison: Comparison, link: Link) -> tuple[int, int]:
    """Choose the pair of a link that is most alike."""
    pairs = [(one, other) for one in comparison.points_a(link) for other in comparison.points_b(link)]
    one, other = min(pairs, key=lambda pair: wording_distance(pair[0].text, pair[1].text))
    return int(one.id), int(other.id)

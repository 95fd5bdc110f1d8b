"""Which paragraph of the earlier text is which of the later one, and in what order both are shown.

1. Paragraphs of provisions that the lineage links are paired, each with the likest of the other side.
2. The others (title, preamble, headings over provisions, lines of brackets, signatures) are paired by their words.
3. What kept its order stays in its place, what did not was moved; between two that stay, what went comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

import msgspec
from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from goodoffices.draft.lineage import Comparison, Link
from goodoffices.draft.lineage.order import kept_in_order

from .paragraphs import Paragraph

__all__ = ["Row", "align"]

Fate: TypeAlias = Literal["kept", "in", "out", "moved in", "moved out"]
_ALIKE = 40.0
"""Percent from which two paragraphs at the same place are one that was reworded."""


class Row(msgspec.Struct, frozen=True):
    """One paragraph to show.

    Attributes:
        fate: What became of it. What was moved stands twice, unchanged.
        old: As it was, or None.
        new: As it is, or None.
        move: Of a paragraph that was moved, a number that both its rows share; else 0.
    """

    fate: Fate
    old: Paragraph | None = None
    new: Paragraph | None = None
    move: int = 0


def align(old: Sequence[Paragraph], new: Sequence[Paragraph], comparison: Comparison) -> list[Row]:
    """Lay two texts over each other.

    Args:
        old: Paragraphs of the earlier text.
        new: Paragraphs of the later one.
        comparison: Of the two.

    Returns:
        The rows in the order of the later text; each paragraph stands in one, or in two where it moved.
    """
    pairs = _pairs(old, new, comparison)
    numbers = sorted(pairs)
    weights = [len(new[j].line) + 1.0 for j in numbers]
    stay = {numbers[place] for place in kept_in_order([(pairs[j], j) for j in numbers], weights)}
    moves = {j: n for n, j in enumerate((j for j in numbers if j not in stay and old[pairs[j]] == new[j]), start=1)}
    gone = {pairs[j]: n for j, n in moves.items()}
    return list(_rows(old, new, {j: pairs[j] for j in stay}, moves, gone))


def _rows(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    stay: Mapping[int, int],
    moves: Mapping[int, int],
    gone: Mapping[int, int],
) -> Iterator[Row]:
    position = 0
    come: list[Row] = []
    for j, paragraph in enumerate(new):
        if j in stay:
            yield from _out(old, position, stay[j], gone)
            yield from come
            yield Row("kept", old[stay[j]], paragraph)
            position, come = stay[j] + 1, []
        else:
            come.append(Row("moved in" if j in moves else "in", None, paragraph, moves.get(j, 0)))
    yield from _out(old, position, len(old), gone)
    yield from come


def _out(old: Sequence[Paragraph], start: int, end: int, gone: Mapping[int, int]) -> Iterator[Row]:
    for i in range(start, end):
        yield Row("moved out", old[i], None, gone[i]) if i in gone else Row("out", old[i])


def _pairs(old: Sequence[Paragraph], new: Sequence[Paragraph], comparison: Comparison) -> dict[int, int]:
    """Find, of each later paragraph, the earlier one that it was."""
    before, after = _by_provision(old), _by_provision(new)
    pairs: dict[int, int] = {}
    for was, now in _provisions(comparison, before, after):
        pairs |= _paired(old, new, before.pop(was), after.pop(now), _of_one_provision)
    taken = set(pairs.values())
    rest = [i for i in range(len(old)) if i not in taken], [j for j in range(len(new)) if j not in pairs]
    points = {each.id for each in (*comparison.a, *comparison.b)}
    return pairs | _paired(
        old, new, *rest, lambda one, other: points.isdisjoint({one.provision, other.provision}) and _alike(one, other)
    )


def _by_provision(paragraphs: Sequence[Paragraph]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(paragraphs):
        if each.provision:
            found[each.provision].append(place)
    return found


def _provisions(
    comparison: Comparison, before: Mapping[str, object], after: Mapping[str, object]
) -> list[tuple[str, str]]:
    """Pair provisions: as the lineage links them; those that are no points, by their ids."""
    found = [_likest(comparison, link) for link in comparison.links if link.a and link.b]
    points = {each.id for each in (*comparison.a, *comparison.b)}
    found += [(each, each) for each in before if each in after and each not in points]
    return [(was, now) for was, now in found if was in before and now in after]


def _likest(comparison: Comparison, link: Link) -> tuple[str, str]:
    """Choose the pair of a link that is most alike: of a split, the part that goes on."""
    pairs = [(one, other) for one in comparison.points_a(link) for other in comparison.points_b(link)]
    one, other = max(pairs, key=lambda pair: ratio(pair[0].text, pair[1].text)) if len(pairs) > 1 else pairs[0]
    return one.id, other.id


def _paired(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    was: Sequence[int],
    now: Sequence[int],
    could_be: Callable[[Paragraph, Paragraph], bool],
) -> dict[int, int]:
    """Pair paragraphs in order: equal ones first, then those between them that are alike."""
    found: dict[int, int] = {}
    lines = [old[i].line for i in was], [new[j].line for j in now]
    for step in Indel.opcodes(*lines):
        if step.tag == "equal":
            equal = now[step.dest_start : step.dest_end], was[step.src_start : step.src_end]
            found |= dict(zip(*equal, strict=True))
    for gap in _gaps(was, now, found):
        for i, j in zip(*gap, strict=False):
            if could_be(old[i], new[j]):
                found[j] = i
    return found


def _gaps(was: Sequence[int], now: Sequence[int], found: Mapping[int, int]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield what lies on both sides between two that are paired."""
    waiting = iter(was)
    gap: tuple[list[int], list[int]] = ([], [])
    for j in now:
        if j not in found:
            gap[1].append(j)
            continue
        for i in waiting:
            if i == found[j]:
                break
            gap[0].append(i)
        yield gap
        gap = ([], [])
    gap[0].extend(waiting)
    yield gap


def _of_one_provision(old: Paragraph, new: Paragraph) -> bool:
    """Could two paragraphs of what is one provision be the same one?"""
    return bool(old.sharps) == bool(new.sharps)


def _alike(old: Paragraph, new: Paragraph) -> bool:
    """Could two paragraphs that are no points be the same one, reworded?"""
    if old.front != new.front or old.style != new.style:
        return False
    if old.front:
        return old.line.partition(":")[0] == new.line.partition(":")[0]
    return ratio(old.line, new.line) >= _ALIKE

"""The lineage of every point between two texts: what it became, and where it came from.

1. The features of all points, and the pairs that share enough of them (`overlap`).
2. How alike each pair is (`likeness`); an id that both texts gave helps where wording leaves it open.
3. Pairs one to one (`pairing`), then what was split and merged (`grouping`).
4. What kept its order, and so what moved (`order`), and a word for each link.
"""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, Protocol, TypeAlias

import msgspec

from goodoffices.draft.text import Document
from goodoffices.draft.text import points as points_of
from goodoffices.record.errors import InputError

from .content import content_of, is_known
from .grouping import Group, join_parts
from .likeness import likeness
from .order import kept_in_order
from .overlap import Features, candidates, find_features
from .pairing import pair_up
from .words import settled, stems

__all__ = ["CHANGES", "Change", "Comparison", "Link", "PointLike", "Text", "compare"]

Change: TypeAlias = Literal["same", "reworded", "moved", "split", "merged", "dropped", "new", "unknown"]
CHANGES: tuple[Change, ...] = ("same", "reworded", "moved", "split", "merged", "dropped", "new", "unknown")

_SURE = 0.6  # from this likeness a pair says whether the ids of the two texts mean anything
_TRUSTED = 0.8  # share of sure pairs with one id on both sides, from which ids are believed
_ID = 0.1  # what an id says at most

Pair = tuple[int, int]


class PointLike(Protocol):
    """What `compare` asks of a point; `goodoffices.draft.text.Point` is one."""

    @property
    def id(self) -> str:
        """Its name, once in its text."""

    @property
    def number(self) -> str:
        """Its number as the text writes it, or ""."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def start(self) -> int:
        """Offset of its first character in its source."""

    @property
    def end(self) -> int:
        """Offset behind its last."""


Text: TypeAlias = Document | Sequence[PointLike]


class Link(msgspec.Struct, frozen=True):
    """What became of some points.

    Attributes:
        a: Their ids in the first text, in its order; empty for what is new.
        b: Ids in the second; empty for what was dropped.
        change: What happened; `unknown` where the other text is not wholly known. A point that moved and was reworded
            is `reworded`, and `moved`.
        similarity: In [0, 1]; 1 for the same wording, 0 where there is nothing to compare with.
        moved: Does it stand elsewhere, beyond what points put in or taken out explain?
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    change: Change
    similarity: float
    moved: bool = False


class Comparison(msgspec.Struct, frozen=True, dict=True):
    """Two texts and what links them.

    Attributes:
        a: The points of the first text, in its order.
        b: Those of the second.
        links: Every point of both stands in exactly one. They stand in the order of the second text, dropped points
            behind what stood before them.
    """

    a: tuple[PointLike, ...]
    b: tuple[PointLike, ...]
    links: tuple[Link, ...]

    @functools.cached_property
    def _named_a(self) -> dict[str, PointLike]:
        return {point.id: point for point in self.a}

    @functools.cached_property
    def _named_b(self) -> dict[str, PointLike]:
        return {point.id: point for point in self.b}

    def points_a(self, link: Link) -> tuple[PointLike, ...]:
        """The points of the first text that a link names."""
        return tuple(self._named_a[each] for each in link.a)

    def points_b(self, link: Link) -> tuple[PointLike, ...]:
        """Those of the second."""
        return tuple(self._named_b[each] for each in link.b)


def compare(a: Text, b: Text) -> Comparison:
    """Find the lineage of every point between two texts.

    Args:
        a: the earlier text, or its points.
        b: the later one.

    Returns:
        The links between their points.

    Raises:
        InputError: If two points of one text have the same id.
    """
    # of a text of which nothing is known, what stands in its place are no points
    first, second = (() if content_of(each) == "unknown" else _points(each) for each in (a, b))
    words_a, words_b = [stems(point.text) for point in first], [stems(point.text) for point in second]
    features = find_features(words_a, words_b)
    shared = candidates(features)
    alike = likeness(shared.items(), features, words_a, words_b)
    alike = _settle_equals(alike, first, second)
    pairs = pair_up(_with_ids(alike, first, second))
    groups = join_parts({pair: alike[pair] for pair in pairs}, alike, features)
    found = _links(groups, first, second, alike, features)
    return Comparison(first, second, tuple(_as_known(found, whole_a=is_known(a), whole_b=is_known(b))))


def _as_known(links: Iterable[Link], *, whole_a: bool, whole_b: bool) -> Iterator[Link]:
    """What has no counterpart in a text that is not wholly known was not dropped, nor is it new: nobody can tell."""
    for link in links:
        lost = (link.change == "dropped" and not whole_b) or (link.change == "new" and not whole_a)
        yield msgspec.structs.replace(link, change="unknown") if lost else link


def _points(text: Text) -> tuple[PointLike, ...]:
    """List the points of a text, each id once."""
    points: tuple[PointLike, ...] = tuple(points_of(text) if isinstance(text, Document) else text)
    used = Counter(point.id for point in points)
    if double := next((each for each, times in used.items() if times > 1), None):
        message = f"The id {double!r} names {used[double]} points of one text: give each point an id of its own"
        raise InputError(message)
    return points


def _settle_equals(alike: Mapping[Pair, float], a: Sequence[PointLike], b: Sequence[PointLike]) -> dict[Pair, float]:
    """Set the likeness of equal wordings to 1, and keep all others below it."""
    plain_a, plain_b = [settled(point.text) for point in a], [settled(point.text) for point in b]
    found = {(i, j): 1.0 if plain_a[i] == plain_b[j] else min(value, 0.999) for (i, j), value in alike.items()}
    return found | dict.fromkeys(_in_turn(plain_a, plain_b), 1.0)


def _in_turn(a: Sequence[str], b: Sequence[str]) -> Iterator[Pair]:
    """Pair the first use of a wording with the first, the second with the second: of a hundred equals none is best."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(b):
        places[text].append(j)
    used: Counter[str] = Counter()
    for i, text in enumerate(a):
        if used[text] < len(places.get(text, ())):
            yield i, places[text][used[text]]
        used[text] += 1


def _with_ids(alike: Mapping[Pair, float], a: Sequence[PointLike], b: Sequence[PointLike]) -> Mapping[Pair, float]:
    """Let equal ids speak for a pair, where the sure pairs show that ids mean anything here."""
    sure = [(i, j) for (i, j), value in alike.items() if value >= _SURE]
    same = sum(a[i].id == b[j].id for i, j in sure)
    if not sure or same < _TRUSTED * len({i for i, _ in sure}):
        return alike
    return {(i, j): value + (_ID if a[i].id == b[j].id else 0.0) for (i, j), value in alike.items()}


def _links(
    groups: Sequence[Group],
    a: Sequence[PointLike],
    b: Sequence[PointLike],
    alike: Mapping[Pair, float],
    features: Features,
) -> list[Link]:
    """Name what happened in each group and to each point outside them, in the order of the second text."""
    moved = _moved(groups, features)
    placed = [(group, _name(group, alike, features, is_moved=number in moved)) for number, group in enumerate(groups)]
    linked_a = {each: group.b[0] for group in groups for each in group.a}
    linked_b = {each for group in groups for each in group.b}
    found = [
        ((group.b[0], 0, group.a[0]), Link(tuple(a[i].id for i in group.a), tuple(b[j].id for j in group.b), *named))
        for group, named in placed
    ]
    found += [((j, 0, 0), Link((), (b[j].id,), "new", 0.0)) for j in range(len(b)) if j not in linked_b]
    after = -1
    for i, point in enumerate(a):
        after = linked_a.get(i, after)
        if i not in linked_a:
            found.append(((after, 1, i), Link((point.id,), (), "dropped", 0.0)))
    return [link for _, link in sorted(found, key=lambda each: each[0])]


def _moved(groups: Sequence[Group], features: Features) -> set[int]:
    """Find the groups of which no part kept its order. Of two that changed places the one with fewer words moved."""
    pairs = [(number, i, j) for number, group in enumerate(groups) for i in group.a for j in group.b]
    total = float(features.mass_a.sum()) or 1.0
    shares = [1 / (len(groups[number].a) * len(groups[number].b)) for number, _, _ in pairs]
    weights = [share + float(features.mass_a[i]) / total / 2 for share, (_, i, _) in zip(shares, pairs, strict=True)]
    kept = kept_in_order([(i, j) for _, i, j in pairs], weights)
    return set(range(len(groups))) - {pairs[place][0] for place in kept}


def _name(
    group: Group, alike: Mapping[Pair, float], features: Features, *, is_moved: bool
) -> tuple[Change, float, bool]:
    """Name the change of a group, how alike its two sides are, and whether it moved."""
    if len(group.a) == 1 == len(group.b):
        value = alike[group.a[0], group.b[0]]
        change: Change = ("moved" if is_moved else "same") if value == 1.0 else "reworded"
        return change, round(value, 4), is_moved
    one = frozenset[int]().union(*(features.a[i] for i in group.a))
    other = frozenset[int]().union(*(features.b[j] for j in group.b))
    value = 2 * features.mass(one & other) / (features.mass(one) + features.mass(other))
    return "split" if len(group.a) == 1 else "merged", round(value, 4), is_moved

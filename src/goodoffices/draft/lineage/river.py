"""The river of each point: where it rises, what it becomes from version to version, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from goodoffices.record.errors import InputError

from .comparison import Change, Comparison, Link, Text, compare

__all__ = ["River", "Step", "Stream", "follow", "stream_in_words"]


class Step(msgspec.Struct, frozen=True):
    """A point on its way into one version.

    Attributes:
        version: Index of the version, from 0.
        ids: What it is there; empty where it was dropped.
        changes: What happened on the way; one for each link that took it there, none in the version where it rises.
        similarity: Of the least alike of these links.
        moved: Did one of them move?
    """

    version: int
    ids: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    similarity: float = 1.0
    moved: bool = False


class Stream(msgspec.Struct, frozen=True):
    """A point from its first version on, with all that it was split into and merged with.

    Attributes:
        id: Its id where it rises.
        steps: One for each version from there on, the last one with no ids where it was dropped.
    """

    id: str
    steps: tuple[Step, ...]

    @property
    def rises(self) -> int:
        """Index of the version in which it is new."""
        return self.steps[0].version

    def when(self, change: Change) -> tuple[int, ...]:
        """The versions in which a change happened to it."""
        return tuple(step.version for step in self.steps if change in step.changes)


class River(msgspec.Struct, frozen=True):
    """All points over all versions.

    Attributes:
        comparisons: Of each version with the next.
        streams: In the order in which they rise.
    """

    comparisons: tuple[Comparison, ...]
    streams: tuple[Stream, ...]

    def through(self, version: int, point: str) -> tuple[Stream, ...]:
        """The streams that pass through a point: more than one where points were merged into it."""
        return tuple(
            stream for stream in self.streams for step in stream.steps if step.version == version and point in step.ids
        )


def follow(versions: Sequence[Text]) -> River:
    """Follow every point through the versions of a text.

    Args:
        versions: the texts, or their points, the earliest first; two or more.

    Returns:
        The comparisons of neighbours, and the stream of each point.

    Raises:
        InputError: If there are fewer than two versions, or an id stands twice in one.
    """
    if len(versions) < 2:  # noqa: PLR2004 - two make a comparison
        message = f"A river needs two versions or more, and there are {len(versions)}: name an earlier version"
        raise InputError(message)
    comparisons = tuple(compare(a, b) for a, b in pairwise(versions))
    return River(comparisons, tuple(_streams(comparisons)))


def _streams(comparisons: Sequence[Comparison]) -> Iterator[Stream]:
    """Yield the stream of each point where it rises: in the first version, or where it is new."""
    by_source = [_by_source(each) for each in comparisons]
    for point in comparisons[0].a:
        yield _stream(point.id, 0, by_source)
    for version, comparison in enumerate(comparisons, start=1):
        for link in comparison.links:
            if not link.a:
                yield _stream(link.b[0], version, by_source)


def _by_source(comparison: Comparison) -> dict[str, Link]:
    """Find the link of each point of the earlier version."""
    return {point: link for link in comparison.links for point in link.a}


def _stream(point: str, version: int, by_source: Sequence[dict[str, Link]]) -> Stream:
    """Follow one point from where it rises."""
    steps = [Step(version, (point,))]
    for number, links in enumerate(by_source[version:], start=version + 1):
        taken = list(dict.fromkeys(links[each] for each in steps[-1].ids))
        ids = tuple(dict.fromkeys(each for link in taken for each in link.b))
        changes = tuple(link.change for link in taken)
        steps.append(
            Step(number, ids, changes, min(link.similarity for link in taken), any(link.moved for link in taken))
        )
        if not ids:
            break
    return Stream(point, tuple(steps))


def stream_in_words(stream: Stream, names: Sequence[str]) -> str:
    """Tell the way of one point.

    Args:
        stream: of a river.
        names: of the versions, in their order.

    Returns:
        For example "In the first draft; reworded in draft 2; merged in draft 3; dropped in draft 5."
    """
    told = [
        f"{change} in {names[step.version]}"
        for step in stream.steps[1:]
        for change in dict.fromkeys(step.changes)
        if change != "same"
    ]
    if not told:
        told = [f"unchanged up to {names[stream.steps[-1].version]}"]
    return "; ".join([f"In {names[stream.rises]}", *told]) + "."

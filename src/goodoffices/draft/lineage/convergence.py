"""When brackets open and close over the versions of a text, and whether the parties come closer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from goodoffices.draft.text import Document

from .brackets import OpenBracket, open_brackets
from .comparison import Comparison
from .distance import Trend, find_trend, wording_distance
from .river import River, follow
from .words import stems

__all__ = ["Convergence", "Course", "State", "Tally", "convergence_in_words", "measure_convergence"]

_LIKE = 0.35  # least likeness of two alternatives for their brackets to be one, where nothing else says so
_LABELS = 0.4  # what labels in common say
_TAKEN = 0.8  # share of an alternative's words in the later text for the bracket to count as settled on it


class State(msgspec.Struct, frozen=True):
    """A bracket in one version.

    Attributes:
        version: Index of the version.
        bracket: As it stands there.
        distance: Of its alternatives, in [0, 1]; None where there is only one.
    """

    version: int
    bracket: OpenBracket
    distance: float | None


class Course(msgspec.Struct, frozen=True):
    """One bracket through the versions.

    Attributes:
        states: One for each version in which it is open.
        closed: Index of the version in which it is gone, or None.
        settled_on: Index of the alternative (in its last state) whose words the text took; None where it took none, or
            where the bracket is open.
        dropped: Did the provision go with it?
        trend: Of the distance; its closing counts as distance 0, unless the provision was dropped.
    """

    states: tuple[State, ...]
    closed: int | None
    settled_on: int | None
    dropped: bool
    trend: Trend

    @property
    def opened(self) -> int:
        """Index of the version in which it is first open."""
        return self.states[0].version


class Tally(msgspec.Struct, frozen=True):
    """The brackets of one version.

    Attributes:
        version: Index of the version.
        open: How many are open.
        opened: How many of them were not in the version before.
        closed: How many of the version before are gone.
        distance: Sum of the distances of those that have alternatives.
    """

    version: int
    open: int
    opened: int
    closed: int
    distance: float


class Convergence(msgspec.Struct, frozen=True):
    """The brackets of all versions.

    Attributes:
        courses: Each bracket, in the order in which they open.
        tallies: Each version.
        trend: Of the summed distance over the versions.
    """

    courses: tuple[Course, ...]
    tallies: tuple[Tally, ...]
    trend: Trend


def measure_convergence(versions: Sequence[Document], river: River | None = None) -> Convergence:
    """Follow the brackets through the versions of a text.

    Args:
        versions: the texts, the earliest first; two or more.
        river: of the same versions, where it has been made already.

    Returns:
        When each bracket opened and closed, how far apart its alternatives were, and where that is going.

    Raises:
        InputError: If there are fewer than two versions.
    """
    river = river or follow(versions)
    found = [open_brackets(version) for version in versions]
    onward = [
        _onward(before, after, comparison)
        for before, after, comparison in zip(found[:-1], found[1:], river.comparisons, strict=True)
    ]
    courses = tuple(_courses(found, onward, river.comparisons))
    tallies = tuple(_tallies(found, courses))
    return Convergence(courses, tallies, find_trend([(each.version, each.distance) for each in tallies]))


def _onward(before: Sequence[OpenBracket], after: Sequence[OpenBracket], comparison: Comparison) -> dict[int, int]:
    """Find which bracket of the later version each of the earlier one is: the surest first."""
    linked = {(i, j) for link in comparison.links for i in link.a for j in link.b} | {("", "")}
    worth = {(i, j): _one_bracket(one, other, linked) for i, one in enumerate(before) for j, other in enumerate(after)}
    taken: dict[int, int] = {}
    for (i, j), value in sorted(worth.items(), key=lambda each: (-each[1], each[0])):
        if value >= _LIKE and i not in taken and j not in taken.values():
            taken[i] = j
    return taken


def _one_bracket(one: OpenBracket, other: OpenBracket, linked: set[tuple[str, str]]) -> float:
    """Say how sure it is that two brackets are one: the same name, or the same place with like sides."""
    if one.id and one.id == other.id:
        return 3.0
    if (one.provision, other.provision) not in linked or (one.id and other.id):
        return 0.0
    like = max(1 - wording_distance(side.text, another.text) for side in one.sides for another in other.sides)
    labels = {side.label for side in one.sides} & {side.label for side in other.sides} - {""}
    return like + (_LABELS if labels else 0.0)


def _courses(
    found: Sequence[Sequence[OpenBracket]], onward: Sequence[Mapping[int, int]], comparisons: Sequence[Comparison]
) -> Iterator[Course]:
    """Yield the course of each bracket where it opens."""
    for version, brackets in enumerate(found):
        known = set(onward[version - 1].values()) if version else set()
        for place in range(len(brackets)):
            if place not in known:
                yield _course(version, place, found, onward, comparisons)


def _course(
    version: int,
    place: int,
    found: Sequence[Sequence[OpenBracket]],
    onward: Sequence[Mapping[int, int]],
    comparisons: Sequence[Comparison],
) -> Course:
    """Follow one bracket from where it opens."""
    states = [_state(version, found[version][place])]
    while version < len(onward) and place in onward[version]:
        place = onward[version][place]
        version += 1
        states.append(_state(version, found[version][place]))
    measured = [(state.version, state.distance) for state in states if state.distance is not None]
    if version == len(found) - 1:
        return Course(tuple(states), None, None, dropped=False, trend=find_trend(measured))
    later = _later_text(states[-1].bracket, comparisons[version])
    if later is not None and measured:
        measured.append((version + 1, 0.0))
    settled = _settled_on(states[-1].bracket, later or "")
    return Course(tuple(states), version + 1, settled, dropped=later is None, trend=find_trend(measured))


def _state(version: int, bracket: OpenBracket) -> State:
    """Measure a bracket in one version."""
    return State(version, bracket, bracket.distance)


def _later_text(bracket: OpenBracket, comparison: Comparison) -> str | None:
    """Give the text that a bracket's provision became; None where it was dropped."""
    for link in comparison.links:
        if bracket.provision in link.a:
            return "\n".join(point.text for point in comparison.points_b(link)) if link.b else None
    return ""


def _settled_on(bracket: OpenBracket, text: str) -> int | None:
    """Find the alternative whose words a text took: nearly all of them, and more than of any other."""
    words = Counter(stems(text))
    shares = []
    for side in bracket.sides:
        own = Counter(stems(side.text))
        shares.append((own & words).total() / own.total() if own else 0.0)
    best = max(range(len(shares)), key=lambda place: shares[place])
    others = [share for place, share in enumerate(shares) if place != best]
    return best if shares[best] >= _TAKEN and shares[best] > max(others, default=0.0) else None


def _tallies(found: Sequence[Sequence[OpenBracket]], courses: Sequence[Course]) -> Iterator[Tally]:
    """Count the brackets of each version."""
    opened = Counter(course.opened for course in courses)
    closed = Counter(course.closed for course in courses)
    for version, brackets in enumerate(found):
        states = [state for course in courses for state in course.states if state.version == version]
        distance = sum(state.distance or 0.0 for state in states)
        yield Tally(version, len(brackets), opened[version] if version else 0, closed[version], distance)


def convergence_in_words(convergence: Convergence, names: Sequence[str]) -> str:
    """Say whether the parties come closer, and how sure that is.

    Args:
        convergence: over the versions of a text.
        names: of the versions, in their order.

    Returns:
        For example "From draft 1 to draft 4 open brackets went from 6 to 2 and their summed distance from 3.1 to 0.9:
        converging."
    """
    first, last, trend = convergence.tallies[0], convergence.tallies[-1], convergence.trend
    if not convergence.courses:
        return "No version has a bracket, so there is no distance to measure."
    told = (
        f"From {names[first.version]} to {names[last.version]} open brackets went from {first.open} to {last.open} "
        f"and their summed distance from {first.distance:.2f} to {last.distance:.2f}"
    )
    if trend.direction == "too few versions to tell":
        return f"{told}; {trend.versions} versions are too few to tell a trend."
    if trend.direction == "no clear trend":
        return (
            f"{told}; over {trend.versions} versions that is no clear trend (it could be chance: {trend.chance:.0%})."
        )
    return f"{told}: {trend.direction} (a course so steady comes about by chance {trend.chance:.0%} of the time)."

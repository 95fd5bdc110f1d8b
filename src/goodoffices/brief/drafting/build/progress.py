"""The text over its versions: points, brackets, and whether the parties come closer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from goodoffices.brief.build.phrases import clip, join_names
from goodoffices.brief.drafting.model import BracketCourse, Progress, StateView, StreamView, VersionView
from goodoffices.draft.lineage import (
    Comparison,
    Convergence,
    Course,
    Link,
    River,
    Stream,
    convergence_in_words,
    follow,
    in_words,
    link_in_words,
    measure_convergence,
    stream_in_words,
)
from goodoffices.draft.text import Document, points
from goodoffices.record import Marking

from .contested import topic_of
from .flows import flow_of
from .numbers import numbers_of

__all__ = ["Kept", "build_progress", "changes_of", "pasts_of"]


_DROPPED = 200  # characters of a point that was dropped


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a text, with what its history knows of it.

    Attributes:
        document: The text.
        name: Short, for columns: "v1", or a file's name.
        id: In its history, or "".
        author: Or "".
        date: Or None.
        note: Or "".
        marking: Of the version, beside what its text says; None where nobody gave one.
    """

    document: Document
    name: str
    id: str = ""
    author: str = ""
    date: dt.date | None = None
    note: str = ""
    marking: Marking | None = None


def build_progress(versions: Sequence[Kept], river: River | None = None) -> Progress:
    """Follow a text over its versions.

    Args:
        versions: The earliest first; two or more.
        river: Of the same versions, where it has been made already.

    Raises:
        InputError: If there are fewer than two versions.
    """
    documents, names = [each.document for each in versions], [each.name for each in versions]
    river = river or follow(documents)
    found = measure_convergence(documents, river)
    courses = sorted(found.courses, key=lambda course: (course.closed is not None, course.opened))
    return Progress(
        versions=tuple(_versions(versions, found, river)),
        summary=convergence_in_words(found, names),
        direction=found.trend.direction,
        courses=tuple(_course(each, documents, names, river) for each in courses),
        streams=tuple(_streams(river, documents, names)),
        flow=flow_of(river.comparisons, names),
        dropped=tuple(
            f"{names[stage + 1]}: {link_in_words(comparison, link)} “{_words(comparison, link)}”"
            for stage, comparison in enumerate(river.comparisons)
            for link in comparison.links
            if link.change == "dropped"
        ),
    )


def _words(comparison: Comparison, link: Link) -> str:
    return clip(" ".join(point.text for point in comparison.points_a(link)), _DROPPED)


def _streams(river: River, documents: Sequence[Document], names: Sequence[str]) -> Iterator[StreamView]:
    numbers = [numbers_of(each) for each in documents]
    for stream in river.streams:
        yield StreamView(
            id=stream.id,
            number=numbers[stream.rises].get(stream.id, ""),
            topic=topic_of(documents[stream.rises], stream.id),
            rises=names[stream.rises],
            here=stream.steps[-1].ids,
            says=_stream_in_words(stream, names),
        )


def _stream_in_words(stream: Stream, names: Sequence[str]) -> str:
    """Tell the way of a point; of one that the last version brings there is only that."""
    return f"New in {names[-1]}." if stream.rises == len(names) - 1 else stream_in_words(stream, names)


def _versions(versions: Sequence[Kept], found: Convergence, river: River) -> Iterator[VersionView]:
    told = ["", *(in_words(each) for each in river.comparisons)]
    for kept, tally, summary in zip(versions, found.tallies, told, strict=True):
        yield VersionView(
            name=kept.name,
            label=kept.note or dict(kept.document.meta).get("version", ""),
            id=kept.id,
            author=kept.author,
            date=kept.date,
            points=len(points(kept.document)),
            open=tally.open,
            opened=tally.opened,
            closed=tally.closed,
            distance=round(tally.distance, 3),
            summary=summary,
        )


def _course(course: Course, documents: Sequence[Document], names: Sequence[str], river: River) -> BracketCourse:
    last = course.states[-1]
    document, provision = documents[last.version], last.bracket.provision
    return BracketCourse(
        provision=provision,
        number=numbers_of(document).get(provision, ""),
        topic=topic_of(document, provision),
        here=_here(provision, last.version, river),
        states=tuple(_states(course, len(documents))),
        says=_course_in_words(course, names),
    )


def _here(provision: str, version: int, river: River) -> str:
    """Follow a provision to the last version."""
    for comparison in river.comparisons[version:]:
        link = next((link for link in comparison.links if provision in link.a), None)
        if link is None or not link.b:
            return ""
        provision = provision if provision in link.b else link.b[0]
    return provision


def _states(course: Course, versions: int) -> Iterator[StateView]:
    known = {state.version: state for state in course.states}
    for version in range(versions):
        state = known.get(version)
        if state is not None:
            yield StateView("open", None if state.distance is None else round(state.distance, 3))
        elif version < course.opened:
            yield StateView("before")
        else:
            yield StateView("gone" if course.dropped else "closed")


def _course_in_words(course: Course, names: Sequence[str]) -> str:
    if course.closed is None:
        since = f"Open since {names[course.opened]}"
        return (
            f"{since}: {course.trend.direction}."
            if course.trend.direction in {"converging", "diverging"}
            else f"{since}."
        )
    when = names[course.closed]
    if course.dropped:
        return f"Gone in {when} with its provision."
    if course.settled_on is None:
        return f"Closed in {when} on other words."
    sides = course.states[-1].bracket.sides
    side = sides[course.settled_on]
    if side.parties:
        return f"Closed in {when} on what {join_names(side.parties)} wanted."
    return f"Closed in {when}: its text stands." if len(sides) == 1 else f"Closed in {when} on one of its texts."


def pasts_of(river: River, names: Sequence[str]) -> dict[str, str]:
    """Tell the way of each point of the last version, by its id."""
    last = len(names) - 1
    told: dict[str, list[str]] = {}
    for stream in river.streams:
        step = stream.steps[-1]
        if step.version == last:
            for point in step.ids:
                told.setdefault(point, []).append(_stream_in_words(stream, names))
    return {point: " ".join(dict.fromkeys(ways)) for point, ways in told.items()}


def changes_of(river: River) -> dict[str, str]:
    """What the last version did to each of its points, by id."""
    return {point: link.change for link in river.comparisons[-1].links for point in link.b}

"""The log of a text: version by version, who changed what, when and why, and how far each point had come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from goodoffices.record import Marking

from ..lineage import (
    Change,
    Comparison,
    Link,
    compare,
    content_of,
    in_words,
    link_in_words,
    open_brackets,
    points_claimed,
)
from ..text import Document, parse_text, points, status_label
from ..versions import History, Version
from .publication import Publication, publication_of
from .reasons import Reason, reason_of

__all__ = ["Act", "Entry", "Hand", "hands_of", "log_of"]


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a version did to some points.

    Attributes:
        change: As in `goodoffices.draft.lineage`, or ``status`` for what was agreed or reserved.
        a: Ids of the points in the version before.
        b: Ids of the points in this one.
        words: In words.
        reason: Why, as far as anybody wrote it down.
    """

    change: Change | str
    a: tuple[str, ...]
    b: tuple[str, ...]
    words: str
    reason: Reason = Reason()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One version in the log.

    Attributes:
        id: Of the version.
        number: Its place in the history, from 1.
        parent: Id of the version that it was made from, or "".
        author: Who made it.
        date: When.
        note: Why, in the author's words.
        marking: Who may be shown it.
        content: Is what it says known: ``known``, ``partly known`` or ``unknown``.
        points: How many points it has, as far as they are known.
        claimed: How many it is said to have, or None.
        brackets: How many brackets are open.
        summary: What became of the points of its parent, in one sentence.
        acts: What it did, point by point; what stayed the same is left out.
        publication: What is known of its becoming public.
    """

    id: str
    number: int
    parent: str
    author: str
    date: dt.date
    note: str
    marking: Marking
    content: str
    points: int
    claimed: int | None
    brackets: int
    summary: str
    acts: tuple[Act, ...]
    publication: Publication


class Hand(msgspec.Struct, frozen=True, kw_only=True):
    """Who put a point of the last version in, and who last changed its words."""

    point: str
    number: str
    made_by: str
    made_on: dt.date
    made_in: str
    changed_by: str
    changed_on: dt.date
    changed_in: str


def log_of(history: History) -> tuple[Entry, ...]:
    """Write the log of a text.

    Args:
        history: Its versions.

    Returns:
        One entry for each version, in the order in which they were added.
    """
    read = {each.id: _document(each) for each in history}
    return tuple(_entry(number, each, history, read) for number, each in enumerate(history, start=1))


def _document(version: Version) -> Document:
    return parse_text(version.source, name=version.id, tolerant=True)


def _entry(number: int, version: Version, history: History, read: dict[str, Document]) -> Entry:
    document = read[version.id]
    comparison = compare(read[version.parent], document) if version.parent else None
    return Entry(
        id=version.id,
        number=number,
        parent=version.parent,
        author=version.author,
        date=version.date,
        note=version.note,
        marking=version.marking,
        content=content_of(document),
        points=0 if content_of(document) == "unknown" else len(points(document)),
        claimed=points_claimed(document),
        brackets=len(open_brackets(document)),
        summary=in_words(comparison) if comparison else "The first version.",
        acts=tuple(_acts(comparison, version, read)) if comparison else (),
        publication=publication_of(version, document, history),
    )


def _acts(comparison: Comparison, version: Version, read: dict[str, Document]) -> Iterator[Act]:
    before, after = read[version.parent], read[version.id]
    for link in comparison.links:
        reason = reason_of(comparison, link, version.note, after, before)
        if link.change != "same":
            words = link_in_words(comparison, link)
            yield Act(change=link.change, a=link.a, b=link.b, words=words, reason=reason)
        yield from _status(link, before, after, reason)


def _status(link: Link, before: Document, after: Document, reason: Reason) -> Iterator[Act]:
    """What was agreed, reserved or opened again, where a point has one counterpart."""
    if len(link.a) != 1 or len(link.b) != 1:
        return
    old, new = before[link.a[0]], after[link.b[0]]
    if old.status != new.status or old.agreed_by != new.agreed_by:
        was = status_label(old.status) if old.status else "without a status"
        now = status_label(new.status) if new.status else "without a status"
        by = f" by {', '.join(new.agreed_by)}" if new.agreed_by else ""
        on = f" on {new.agreed_on.isoformat()}" if new.agreed_on else ""
        name = f"point {new.number}" if new.number else f"“{new.id}”"
        yield Act(change="status", a=link.a, b=link.b, words=f"{name}: {was}, now {now}{by}{on}", reason=reason)


def hands_of(history: History, version: Version) -> tuple[Hand, ...]:
    """Say of each point of a version who put it in and who changed its words last.

    Args:
        history: The versions of the text.
        version: The version that is asked about.

    Returns:
        One for each of its points, in order. A point that was merged or split counts as changed, not as new.
    """
    line = history.line(version)
    texts = [_document(each) for each in line]
    if content_of(texts[-1]) == "unknown":
        return ()
    made = {each.id: (line[0], line[0]) for each in points(texts[0])}
    for here, before, after in zip(line[1:], texts[:-1], texts[1:], strict=True):
        made = dict(_carried(compare(before, after), made, here))
    return tuple(_hand(each.id, each.number, *made[each.id]) for each in points(texts[-1]))


def _carried(
    comparison: Comparison, made: dict[str, tuple[Version, Version]], here: Version
) -> Iterator[tuple[str, tuple[Version, Version]]]:
    for link in comparison.links:
        origins: Sequence[tuple[Version, Version]] = [made[each] for each in link.a if each in made]
        for name in link.b:
            if not origins:  # new, or after a version of which nobody knows what it said
                yield name, (here, here)
                continue
            first = min((each[0] for each in origins), key=lambda each: each.date)
            kept = link.change in {"same", "moved"}
            yield name, (first, origins[0][1] if kept else here)


def _hand(point: str, number: str, made: Version, changed: Version) -> Hand:
    return Hand(
        point=point,
        number=number,
        made_by=made.author,
        made_on=made.date,
        made_in=made.id,
        changed_by=changed.author,
        changed_on=changed.date,
        changed_in=changed.id,
    )

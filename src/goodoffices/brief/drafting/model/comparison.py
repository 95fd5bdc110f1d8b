"""The comparison of two texts; it is also a JSON format."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import Marking

from .flow import Flow

__all__ = ["FORMAT", "ChangeView", "ComparisonPage", "PieceView", "RedlinedPoint", "TallyView", "TextView"]

FORMAT = "goodoffices.draft.comparison/1"
"""The name of the JSON format."""


class PieceView(msgspec.Struct, frozen=True):
    """A run of a redline: ``kept``, ``out`` (only in the earlier text) or ``in`` (only in the later)."""

    kind: str
    text: str


class RedlinedPoint(msgspec.Struct, frozen=True):
    """A point on one side: its id, its number, the heading that it stands under, and its words in runs."""

    id: str
    number: str
    heading: str
    pieces: tuple[PieceView, ...]


class ChangeView(msgspec.Struct, frozen=True, kw_only=True):
    """What became of some points.

    Attributes:
        id: For links on the page.
        change: same, reworded, moved, split, merged, dropped or new.
        label: The same for people.
        moved: Does it stand elsewhere?
        similarity: In [0, 1].
        says: One sentence.
        brackets: What happened to brackets though the words are the same ("a bracket closed"), or "".
        a: The points of the earlier text.
        b: Those of the later.
    """

    id: str
    change: str
    label: str
    moved: bool
    similarity: float
    says: str
    brackets: str = ""
    a: tuple[RedlinedPoint, ...] = ()
    b: tuple[RedlinedPoint, ...] = ()


class TallyView(msgspec.Struct, frozen=True):
    """How many links and points there are of one change."""

    change: str
    label: str
    description: str
    links: int
    before: int
    after: int


class TextView(msgspec.Struct, frozen=True):
    """One of the two texts: file name, title, what its front matter calls the version, points, open brackets."""

    name: str
    title: str
    version: str
    points: int
    brackets: int


class ComparisonPage(msgspec.Struct, frozen=True, kw_only=True):
    """What became of each point from one text to another.

    Attributes:
        format: `FORMAT`.
        title: Of the later text.
        generated: When the page was written, or None.
        marking: The most restricted marking of both texts; None where neither says.
        before: The earlier text.
        after: The later.
        summary: "28 points became 20: ..."
        brackets: What became of the brackets, in a sentence; "" where neither text has one.
        tallies: By change, those that occur.
        changes: In the order of the later text, dropped points behind what stood before them.
        flow: The same for the drawing.
    """

    format: str = FORMAT
    title: str
    generated: dt.datetime | None = None
    marking: Marking | None = None
    before: TextView
    after: TextView
    summary: str
    brackets: str
    tallies: tuple[TallyView, ...]
    changes: tuple[ChangeView, ...]
    flow: Flow

"""The text over its versions."""

from __future__ import annotations

import datetime as dt

import msgspec

from .flow import Flow

__all__ = ["FORMAT", "BracketCourse", "Progress", "StateView", "StreamView", "VersionView"]

FORMAT = "goodoffices.draft.river/1"
"""The name of the JSON format."""


class VersionView(msgspec.Struct, frozen=True, kw_only=True):
    """One version and its brackets.

    Attributes:
        name: Short, for columns: "v1", or a file's name.
        label: What its front matter or its note calls it, or "".
        id: In its history, or "".
        author: Or "".
        date: Or None.
        points: How many it has.
        open: Brackets open in it.
        opened: Of them, those that the version before had not.
        closed: Brackets of the version before that are gone.
        distance: Sum of the distances of those that have alternatives.
        summary: "28 points became 24: ..."; "" for the first.
    """

    name: str
    label: str = ""
    id: str = ""
    author: str = ""
    date: dt.date | None = None
    points: int
    open: int
    opened: int
    closed: int
    distance: float
    summary: str = ""


class StateView(msgspec.Struct, frozen=True):
    """A bracket in a version: ``before``, ``open``, ``closed`` or ``gone``, and how far apart its wordings are."""

    state: str
    distance: float | None = None


class BracketCourse(msgspec.Struct, frozen=True, kw_only=True):
    """One bracket over the versions.

    Attributes:
        provision: Id of its provision in the last version in which it is open, or "".
        number: Number of that provision.
        topic: Its first words.
        here: Id of the provision in the text shown, or "".
        states: One a version.
        says: "Open since v1; the distance is converging." or "Closed in v3: the text took what the East wanted."
    """

    provision: str
    number: str
    topic: str
    here: str
    states: tuple[StateView, ...]
    says: str


class StreamView(msgspec.Struct, frozen=True, kw_only=True):
    """A point from its first version on.

    Attributes:
        id: Its id where it rises.
        number: Its number there.
        topic: Its first words there.
        rises: Name of the version in which it is new.
        here: Ids of what it is in the last version; empty where it was dropped.
        says: What became of it.
    """

    id: str
    number: str
    topic: str
    rises: str
    here: tuple[str, ...]
    says: str


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """The text over its versions.

    Attributes:
        format: `FORMAT`.
        versions: The earliest first.
        summary: Whether the parties come closer, and how sure that is.
        direction: converging, diverging, no clear trend, too few versions to tell.
        courses: Every bracket, those still open first.
        streams: What became of each point.
        flow: The same for the drawing.
        dropped: The points that were dropped on the way, each in a sentence.
    """

    format: str = FORMAT
    versions: tuple[VersionView, ...]
    summary: str
    direction: str
    courses: tuple[BracketCourse, ...]
    streams: tuple[StreamView, ...]
    flow: Flow
    dropped: tuple[str, ...]

"""What the calls on texts take and answer."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec

from goodoffices.brief.drafting import RollingPage
from goodoffices.record import Marking
from goodoffices.web.drafting.saving import LONGEST

__all__ = [
    "Checked",
    "Decision",
    "NewText",
    "NewVersion",
    "OneText",
    "TextLine",
    "ToCheck",
    "ToCompare",
    "ToJoin",
    "ToWeigh",
]

Source = Annotated[str, msgspec.Meta(max_length=LONGEST)]
Words = Annotated[str, msgspec.Meta(max_length=500)]
Place = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class TextLine(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a text: its name, the number of the version as this audience counts them, who saved it and why."""

    name: str
    number: int
    title: str
    marking: Marking
    circles: tuple[str, ...]
    by: str
    at: dt.datetime
    why: str


class OneText(msgspec.Struct, frozen=True, kw_only=True):
    """A version with its text, as far as this audience may see it."""

    line: TextLine
    source: str


class NewText(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A new text in the Markdown of the draft room."""

    source: Source
    marking: Marking
    circle: Annotated[str, msgspec.Meta(max_length=200)] = ""
    why: Words = ""


class NewVersion(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An edit: the whole text, and the number of the version that was edited. Its marking stays where none is given."""

    source: Source
    base: Place
    why: Words = ""
    marking: Marking | None = None


class Decision(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What becomes of a bracket: `act` is accept, propose, or reject (alternative `side`; 0 for the whole bracket)."""

    act: Annotated[str, msgspec.Meta(pattern="^(accept|reject|propose)$")]
    base: Place
    side: Annotated[int, msgspec.Meta(ge=0, le=10_000)] = 0
    words: Annotated[str, msgspec.Meta(max_length=20_000)] = ""
    party: Annotated[str, msgspec.Meta(max_length=120)] = ""
    why: Words = ""


class ToCheck(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A text to be checked: given here, or named; held against the record and, if named, a deal model."""

    source: Source = ""
    name: Annotated[str, msgspec.Meta(max_length=64)] = ""
    version: Place | None = None
    model: Annotated[str, msgspec.Meta(max_length=64)] = ""


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A text with what the checks find; `checked` is false where it is too long to be checked while somebody waits."""

    checked: bool
    english: bool
    page: RollingPage


class ToCompare(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Two texts: the earlier and the later."""

    before: Source
    after: Source


class ToJoin(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Edits of one text, each with the name of who made it."""

    base: Source
    edits: Annotated[dict[str, Source], msgspec.Meta(min_length=1, max_length=12)]


class ToWeigh(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A text that is not kept yet, to be weighed in a deal model of the case, and compared with a version that is."""

    source: Source
    model: Annotated[str, msgspec.Meta(max_length=64)] = ""
    name: Annotated[str, msgspec.Meta(max_length=64)] = ""
    against: Place | None = None

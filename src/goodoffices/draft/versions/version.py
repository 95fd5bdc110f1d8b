"""One version of a text, named by what it is."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import Marking, content_id

__all__ = ["Version", "make_version", "version_id"]


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """What the text said at one time.

    Attributes:
        id: ``v-`` and a hash of all the rest.
        parent: Id of the version that it was made from; "" for the first.
        merged: Id of a second version that went into it, or "".
        author: Who made it.
        date: When.
        note: Why, in a few words.
        marking: Who may be shown it.
        source: The whole text.
    """

    id: str
    parent: str = ""
    merged: str = ""
    author: str = ""
    date: dt.date
    note: str = ""
    marking: Marking = Marking.CLEAR
    source: str


def make_version(
    source: str,
    *,
    date: dt.date,
    author: str = "",
    parent: str = "",
    merged: str = "",
    note: str = "",
    marking: Marking = Marking.CLEAR,
) -> Version:
    """Make a version; the same text, parent, author, date, note and marking have the same id everywhere."""
    draft = Version(
        id="", parent=parent, merged=merged, author=author, date=date, note=note, marking=marking, source=source
    )
    return msgspec.structs.replace(draft, id=version_id(draft))


def version_id(version: Version) -> str:
    """The id that belongs to what a version says; it differs from ``version.id`` where that was tampered with."""
    return content_id(
        "v",
        version.source,
        version.parent,
        version.merged,
        version.author,
        version.date,
        version.note,
        version.marking.value,
    )

"""What sentences say of how talks are run, each with the words that it rests on."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record.report import Evidence

__all__ = ["Detail", "Note", "NoteKind"]

NoteKind: TypeAlias = Literal[
    "attempt",
    "role",
    "format",
    "carried",
    "message",
    "reply",
    "clock",
    "deadline",
    "accusation",
    "access",
    "consent",
    "endorsement",
    "roster",
    "criterion",
    "link",
    "mechanism",
]


class Detail(msgspec.Struct, frozen=True):
    """One part of a note: what it is (``when``, ``blocks``, ``answer``), its words, the actors that it names."""

    name: str
    text: str
    actors: tuple[str, ...] = ()


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a sentence says of how the talks are run. Computed from the findings and texts, never stored.

    Attributes:
        id: Hash of its kind and of where it stands.
        kind: What it is about.
        state: How it stands, an id of its kind: an attempt ``failed``, someone is ``out``, a reply is ``pending``.
        who: Ids of those who do it or whom it concerns, in the order of the sentence; empty where none is named.
        to: Ids of those at whom it is directed.
        text: The clause in the report's words.
        details: Its other parts.
        evidence: Every sentence that bears it out.
        said_by: Id of whoever says it, or None where the report says it itself.
        as_of: The day of the latest report that says so, or None.
        issues: Ids of the issues of what stands in the same sentence.
        findings: Ids of the findings that it is set against or rests on.
    """

    id: str
    kind: NoteKind
    text: str
    evidence: tuple[Evidence, ...]
    state: str = ""
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    said_by: str | None = None
    as_of: dt.date | None = None
    issues: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

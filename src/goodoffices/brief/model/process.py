"""How the talks are run, as a brief shows it: notes in groups, groups in sections; an empty one is not there."""

from __future__ import annotations

import datetime as dt

import msgspec

from .entry import Citation, Passage, Ref, passages

__all__ = ["Fact", "NoteGroup", "NoteSection", "NoteView"]


class Fact(msgspec.Struct, frozen=True):
    """One part of a note: its name, its words, the findings that it rests on, and an id for its colour."""

    name: str
    text: str
    refs: tuple[Ref, ...] = ()
    colour: str = ""


class NoteView(msgspec.Struct, frozen=True, kw_only=True):
    """One thing told of the process.

    Attributes:
        id: Its id; also its anchor.
        label: Its label in this brief, a number behind ``N``.
        kind: What it is about.
        lead: Its first words: who, or what.
        state: How it stands, an id; empty where there is nothing to say.
        state_words: The same in words.
        colour: The id of the glyph and colour of the state, or empty.
        text: What is told, in the report's words where it has evidence of its own.
        facts: Its parts.
        speaker: The name of whoever says it, or empty.
        as_of: The day of the latest report that says so, or None.
        parties: Ids of the sides that it concerns.
        issues: Ids of the issues that it bears on.
        reports: Numbers of the reports that it rests on.
        evidence: The sentences; where there are none, `refs` lead to findings that have them.
        refs: The findings that it rests on.
    """

    id: str
    label: str
    kind: str
    lead: str
    text: str
    state: str = ""
    state_words: str = ""
    colour: str = ""
    facts: tuple[Fact, ...] = ()
    speaker: str = ""
    as_of: dt.date | None = None
    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    reports: tuple[int, ...] = ()
    evidence: tuple[Citation, ...] = ()
    refs: tuple[Ref, ...] = ()

    @property
    def ref(self) -> Ref:
        """A pointer to this note."""
        return Ref(id=self.id, label=self.label, says=f"{self.lead}: {self.text}")

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The evidence, with the same words in several reports taken together."""
        return passages(self.evidence)


class NoteGroup(msgspec.Struct, frozen=True):
    """Notes of one sort under one heading; never empty."""

    id: str
    title: str
    notes: tuple[NoteView, ...]


class NoteSection(msgspec.Struct, frozen=True, kw_only=True):
    """A section of the brief; never empty."""

    id: str
    title: str
    lead: str
    groups: tuple[NoteGroup, ...]

    @property
    def notes(self) -> tuple[NoteView, ...]:
        """All its notes."""
        return tuple(note for group in self.groups for note in group.notes)

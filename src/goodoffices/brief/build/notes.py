"""What sentences tell of the process, as a brief shows it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from goodoffices.brief.model import Citation, Entry, Fact, NoteGroup, NoteSection, NoteView, Ref
from goodoffices.brief.process_wording import process_wording
from goodoffices.record.findings.process_note import Note

from .entries import Sources
from .phrases import join_names, sentence_case
from .roster import Roster

__all__ = ["Desk", "grouped", "note_view"]


class Desk(msgspec.Struct, frozen=True):
    """What every note is written with: the actors, the sources, the findings by id."""

    roster: Roster
    sources: Sources
    by_id: Mapping[str, Entry]

    def refs(self, ids: Iterable[str], limit: int = 6) -> tuple[Ref, ...]:
        """Pointers to findings; those that this audience is not shown are left out."""
        return tuple(self.by_id[one].ref for one in itertools.islice(ids, limit) if one in self.by_id)

    def reports(self, cited: Iterable[Citation], refs: Iterable[Ref]) -> tuple[int, ...]:
        """Numbers of the reports that citations and findings stand in."""
        found = {citation.number for citation in cited}
        for ref in refs:
            found.update(self.by_id[ref.id].reports)
        return tuple(sorted(found))


def note_view(note: Note, desk: Desk) -> NoteView:
    """Write a note that sentences bear out; its label is given when all are known."""
    words = process_wording()
    cited = tuple(desk.sources.cite(evidence) for evidence in note.evidence)
    speaker = desk.roster.name(note.said_by) if note.said_by and note.said_by not in note.who else ""
    return NoteView(
        id=note.id,
        label="",
        kind=note.kind,
        lead=sentence_case(_lead(note, desk.roster)),
        text="" if note.kind == "format" else sentence_case(note.text),
        state=note.state,
        state_words=words.states.get(note.kind, {}).get(note.state, ""),
        colour=words.colours.get(note.state, "") if note.kind in words.states else "",
        facts=tuple(_facts(note, desk.roster)),
        speaker=speaker,
        as_of=note.as_of,
        parties=desk.roster.sides((*note.who, *note.to)),
        issues=note.issues,
        reports=desk.reports(cited, ()),
        evidence=cited,
        refs=desk.refs(note.findings),
    )


def _lead(note: Note, roster: Roster) -> str:
    words = process_wording()
    if note.kind == "format":
        return words.formats[note.state]
    who = join_names([roster.name(one) for one in note.who]) or words.nobody.get(note.kind, "")
    to = join_names([roster.name(one) for one in note.to])
    if note.kind == "reply" and to:
        return f"{who} waits for {to}" if note.who else f"No answer from {to}" if note.state == "pending" else to
    joint = {"message": "to", "accusation": "accuses", "roster": "in place of"}.get(note.kind)
    return f"{who} {joint} {to}" if to and joint else who


def _facts(note: Note, roster: Roster) -> Iterator[Fact]:
    labels = process_wording().facts
    for detail in note.details:
        named = join_names(roster.names(detail.actors)) if detail.name == "contributors" else ""
        yield Fact(labels[detail.name], named or detail.text)


def grouped(notes: Mapping[str, Sequence[NoteView]]) -> tuple[NoteSection, ...]:
    """Put notes under their headings and number them through; what is empty is left out.

    Args:
        notes: Id of a group -> its notes.
    """
    words = process_wording()
    numbers = itertools.count(1)
    sections = []
    for section, said in words.sections.items():
        groups = tuple(
            NoteGroup(group, words.groups[group], tuple(_numbered(note, next(numbers)) for note in notes[group]))
            for group in said.groups
            if notes.get(group)
        )
        if groups:
            sections.append(NoteSection(id=section, title=said.title, lead=said.lead, groups=groups))
    return tuple(sections)


def _numbered(note: NoteView, number: int) -> NoteView:
    return msgspec.structs.replace(note, label=f"N{number}")

"""The process in the format `goodoffices.brief/1`: sections, groups and notes, with ids of what they rest on."""

from __future__ import annotations

from collections.abc import Iterable

from goodoffices.record import Evidence

from .json_views import FactForm, NoteForm, NoteGroupForm, NoteSectionForm
from .model import Brief, Citation, Fact, NoteView

__all__ = ["fact_forms", "process_forms"]


def process_forms(brief: Brief) -> tuple[NoteSectionForm, ...]:
    """Write the sections of the process."""
    return tuple(
        NoteSectionForm(
            id=section.id,
            title=section.title,
            groups=tuple(
                NoteGroupForm(id=group.id, title=group.title, notes=tuple(_note(note) for note in group.notes))
                for group in section.groups
            ),
        )
        for section in brief.process
    )


def fact_forms(facts: Iterable[Fact]) -> tuple[FactForm, ...]:
    """Write the parts of a note or a mechanism."""
    return tuple(
        FactForm(name=fact.name, text=fact.text, findings=tuple(ref.id for ref in fact.refs)) for fact in facts
    )


def _note(note: NoteView) -> NoteForm:
    return NoteForm(
        id=note.id,
        label=note.label,
        kind=note.kind,
        state=note.state,
        lead=note.lead,
        text=note.text,
        facts=fact_forms(note.facts),
        according_to=note.speaker,
        as_of=note.as_of,
        parties=note.parties,
        issues=note.issues,
        evidence=_evidence(note.evidence),
        findings=tuple(ref.id for ref in note.refs),
    )


def _evidence(cited: Iterable[Citation]) -> tuple[Evidence, ...]:
    return tuple(Evidence(report=c.report, start=c.start, end=c.end, quote=c.quote) for c in cited)

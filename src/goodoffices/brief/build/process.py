"""How the talks are run: all notes of the process put under their headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from goodoffices.brief.model import DisputeView, Entry, Fact, IssueView, MechanismView, NoteSection, NoteView, Timeline
from goodoffices.brief.process_wording import process_wording
from goodoffices.record.findings.process_all import Process

from .notes import Desk, grouped, note_view
from .phrases import sentence_case
from .terms import baseline_notes, condition_note, distance_note, measure_note, readouts_note
from .tracks import carried_notes, told_notes, track_notes

__all__ = ["marked", "process_sections", "with_details"]


def process_sections(
    process: Process,
    desk: Desk,
    *,
    views: Sequence[IssueView],
    timeline: Timeline,
    disputes: Sequence[DisputeView],
) -> tuple[NoteSection, ...]:
    """Write all that is known of how the talks are run.

    Args:
        process: What was computed from the findings.
        desk: The actors, sources and findings.
        views: The issues.
        timeline: The meetings.
        disputes: The disagreements.

    Returns:
        The sections that have anything in them.
    """
    notes: dict[str, list[NoteView]] = defaultdict(list)
    for note in process.notes:
        if note.kind in process_wording().kinds:
            notes[process_wording().kinds[note.kind]].append(note_view(note, desk))
    notes["third"] = list(_one_each(notes["third"]))
    notes["tracks"] += track_notes(timeline, disputes, desk)
    notes["carried"] += carried_notes(timeline, {view.id: view for view in views}, desk)
    notes["told"] += told_notes(tuple(desk.by_id.values()), desk)
    notes["readouts"] += [readouts_note(one, desk) for one in process.readouts if one.meeting in desk.by_id]
    notes["distance"] += [distance_note(one, desk) for one in process.distances if one.told]
    tested = sorted(process.conditions, key=lambda one: one.state == "unknown")
    notes["conditions"] += [condition_note(one, desk) for one in tested if one.finding in desk.by_id]
    notes["measures"] += [measure_note(one, desk) for one in process.measures]
    notes["baseline"] += baseline_notes(process.baseline, desk)
    return grouped(notes)


def _one_each(third: Sequence[NoteView]) -> Iterator[NoteView]:
    """The roles of one third party as one note."""
    by_lead: dict[tuple[str, str], list[NoteView]] = defaultdict(list)
    for note in third:
        by_lead[note.kind, note.lead].append(note)
    for notes in by_lead.values():
        first = notes[0]
        yield msgspec.structs.replace(
            first,
            text=sentence_case(", ".join(note.text.casefold() for note in notes)),
            evidence=tuple(dict.fromkeys(cited for note in notes for cited in note.evidence)),
            issues=tuple(dict.fromkeys(issue for note in notes for issue in note.issues)),
            reports=tuple(sorted({report for note in notes for report in note.reports})),
            as_of=max((note.as_of for note in notes if note.as_of), default=None),
        )


def marked(entries: Sequence[Entry], process: Process) -> tuple[Entry, ...]:
    """Give each position its strength and each hedged finding its caveat, by their words."""
    return tuple(_marked(entry, process) for entry in entries)


def _marked(entry: Entry, process: Process) -> Entry:
    put = process.strength.get(entry.id)
    hedges = process.caveats.get(entry.id, ())
    notes = list(entry.notes)
    if put and put.strength in {"strong", "tentative"}:
        notes.append(f"{put.strength}: “{put.word}”")
    notes += [f"hedged: “{hedge}”" for hedge in hedges]
    return msgspec.structs.replace(
        entry,
        notes=tuple(notes),
        strength=put.strength if put else "",
        strength_word=put.word if put else "",
        caveats=hedges,
    )


def with_details(mechanisms: Sequence[MechanismView], process: Process, desk: Desk) -> tuple[MechanismView, ...]:
    """Give each mechanism its mandate, means, authority, coverage, contributors, size and readiness, where said."""
    told = {note.findings[0]: note_view(note, desk) for note in process.of("mechanism")}
    return tuple(_with_details(view, told) for view in mechanisms)


def _with_details(view: MechanismView, told: Mapping[str, NoteView]) -> MechanismView:
    note = told.get(view.entry.id)
    if note is None:
        return view
    facts: tuple[Fact, ...] = note.facts
    return msgspec.structs.replace(view, details=facts, told=note.evidence)

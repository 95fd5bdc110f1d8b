"""How the talks are run, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goodoffices.brief.model import Brief, Fact, NoteView

from .text import footnote, heading, marks, plain

__all__ = ["notes_of", "process_footnotes"]


def notes_of(name: str) -> Callable[[Brief], Iterator[str]]:
    """The writer of one section; it writes nothing where the brief does not have it."""

    def section(brief: Brief) -> Iterator[str]:
        for one in brief.process:
            if one.id == name:
                yield from heading(2, one.title)
                yield plain(one.lead)
                for group in one.groups:
                    yield from heading(3, group.title)
                    for note in group.notes:
                        yield from _note(note)

    return section


def _note(note: NoteView) -> Iterator[str]:
    state = f" *{plain(note.state_words)}*" if note.state_words else ""
    text = f" {plain(note.text)}" if note.text else ""
    by = f" — {plain(note.speaker)}" if note.speaker else ""
    mark = marks((note.ref,)) if note.evidence else ""
    yield f"- **{note.label}** **{plain(note.lead)}**{state}{text}{by}{mark}{marks(note.refs)}"
    yield from (f"  - {_fact(fact)}" for fact in note.facts)


def _fact(fact: Fact) -> str:
    return f"{plain(fact.name)}: {plain(fact.text)}{marks(fact.refs)}"


def process_footnotes(brief: Brief) -> Iterator[str]:
    """The quotes that notes rest on."""
    for section in brief.process:
        for note in section.notes:
            if note.evidence:
                yield footnote(note.label, note.passages)

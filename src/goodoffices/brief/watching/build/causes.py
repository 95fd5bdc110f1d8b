"""Entries of the log in words: what a change, a claim or a number of hours rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goodoffices.brief.watching.model import CauseView, ChangeView, WaitView
from goodoffices.brief.watching.wording import wording
from goodoffices.record import Marking
from goodoffices.watch.course import Change
from goodoffices.watch.log import Attribution, Effort, Entry, Finding, Happening, Log, Verdict
from goodoffices.watch.state import Wait

from .moments import between, days_words

__all__ = ["cause_of", "causes_of", "change_of", "wait_of"]


def causes_of(because: Iterable[str], log: Log) -> tuple[CauseView, ...]:
    """What something rests on: ids of entries, or conditions in words."""
    return tuple(cause_of(each, log) for each in because)


def cause_of(because: str, log: Log) -> CauseView:
    """One of them; an id whose entry is not at hand stands as it is."""
    entry = log.entries.get(because)
    if entry is None:
        return CauseView(words=because)
    words, at = _said(entry)
    return CauseView(
        words=words,
        entry=because,
        by=entry.by,
        at=at,
        known=entry.known,
        sources=entry.sources,
        note=_note(entry),
        incidents=_incidents(entry),
        marking="" if entry.marking is Marking.CLEAR else entry.marking.label,
    )


def change_of(change: Change, log: Log, acts: Mapping[str, str]) -> ChangeView:
    """A change of state with its causes.

    Args:
        change: The change.
        log: The log.
        acts: What is owed or may be done, by id.
    """
    return ChangeView(
        subject=change.subject,
        act=acts.get(change.subject.split("/", 1)[0], ""),
        at=change.at,
        before=change.before,
        after=change.after,
        causes=causes_of(change.because, log),
    )


def wait_of(wait: Wait) -> WaitView:
    """A part of a condition, with the word for whether it holds."""
    return WaitView(wait.words, wait.holds, wording().holds[_TRUTH[wait.holds]])


_TRUTH = {True: "yes", False: "no", None: "unknown"}
_FOUND = {Verdict.BREACHED: "found_breached"}


def _said(entry: Entry) -> tuple[str, str]:
    """What an entry says, and when it was."""
    words = wording().entries
    match entry:
        case Happening():
            subject = entry.subject + (f" {entry.ref}" if entry.ref else "")
            told = words[entry.what.value].format(subject=subject)
            told += f" until {entry.until:%Y-%m-%d %H:%M}" if entry.until else ""
            return told + (" (disputed)" if entry.disputed else ""), between(entry.earliest, entry.latest)
        case Finding():
            key = _FOUND.get(entry.verdict, entry.verdict.value)
            return words[key].format(subject=entry.obligation), days_words(entry.first, entry.last)
        case Effort():
            return words["effort"].format(subject=entry.zone), days_words(entry.first, entry.last)
        case Attribution():
            key = "attribution" if entry.party else "undetermined"
            return words[key].format(subject=entry.incident, party=entry.party), ""
        case _:
            return type(entry).__name__.lower(), ""


def _note(entry: Entry) -> str:
    """What else an entry says."""
    parts = [entry.note]
    match entry:
        case Finding():
            parts = [*entry.reasons, *parts]
            parts += [f"{entry.confidence:.0%} sure"] if entry.confidence is not None else []
        case Effort():
            named = (("hours", "hours"), ("patrols", "patrols"), ("cameras", "cameras"), ("denied", "times denied"))
            said = [f"{getattr(entry, key):g} {word}" for key, word in named if getattr(entry, key) is not None]
            parts = [", ".join(said), *parts]
        case Attribution():
            parts += [f"{entry.confidence:.0%} sure"] if entry.party else []
            parts += (
                [f"evidence: {', '.join(each.replace('_', ' ') for each in entry.evidence)}"] if entry.evidence else []
            )
            parts += [f"dissent: {', '.join(entry.dissent)}"] if entry.dissent else []
    return "; ".join(part for part in parts if part)


def _incidents(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Happening | Finding):
        return entry.incidents
    return (entry.incident,) if isinstance(entry, Attribution) else ()

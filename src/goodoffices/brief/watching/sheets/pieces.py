"""Sentences that several plain pages share: causes, changes, numbers that open their incidents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goodoffices.brief.watching.build.moments import moment_words
from goodoffices.brief.watching.model import CauseView, ChangeView, IncidentView, NumberView

from .blocks import Block, Item

__all__ = ["OPENED", "cause_words", "change_items", "harm_words", "incident_words", "opened"]

OPENED = 8  # incidents listed below a number; the JSON has all


def cause_words(cause: CauseView) -> str:
    """A cause in one line: what, who says so, when it was set down, where it stands."""
    said = [cause.words + (f", {cause.at}" if cause.at else "")]
    said += [f"by {cause.by}"] if cause.by else []
    said += [cause.note] if cause.note else []
    said += [f"incidents {', '.join(cause.incidents)}"] if cause.incidents else []
    said += [f"set down {moment_words(cause.known)}"] if cause.known else []
    said += list(cause.sources)
    said += [f"[{cause.entry}]"] if cause.entry else []
    said += [cause.marking] if cause.marking else []
    return "; ".join(said)


def change_items(changes: Sequence[ChangeView], depth: int = 0) -> Iterator[Block]:
    """Changes of state, each with what caused it."""
    for change in changes:
        yield Item(f"{moment_words(change.at)}: {change.subject}, {change.before} → {change.after}", depth)
        yield from (Item(cause_words(cause), depth + 1) for cause in change.causes)


def harm_words(incident: IncidentView) -> str:
    """Who was hurt, as far as is known; "" where nothing is said and nobody was."""
    said = [
        f"{number} {word}" for number, word in ((incident.killed, "killed"), (incident.injured, "injured")) if number
    ]
    unknown = incident.killed is None and incident.injured is None
    return ", ".join(said) or ("harm unknown" if unknown else "")


def incident_words(incident: IncidentView) -> str:
    """An incident in one line: id, time, kind, place, actor as claimed, attribution, source."""
    said = [f"{incident.id}, {incident.time}", incident.label]
    said += [incident.place or ", ".join(incident.areas) or "place unknown"]
    claim = f" (says {incident.claimed_by})" if incident.claimed_by else ""
    said += [f"said to be {incident.actor}{claim}"] if incident.actor else ["nobody named"]
    said += [f"attributed to {incident.party}"] if incident.party else []
    said += [harm_words(incident)] if harm_words(incident) else []
    said += [" ".join([incident.source or "source unknown", *incident.links])]
    return "; ".join(said)


def opened(
    number: NumberView, known: Mapping[str, IncidentView], depth: int = 1, most: int = OPENED
) -> Iterator[Block]:
    """The incidents behind a number, as many as fit, and how many more there are."""
    for name in number.incidents[:most]:
        yield Item(incident_words(known[name]) if name in known else name, depth)
    if len(number.incidents) > most:
        yield Item(f"and {len(number.incidents) - most:,} more; --format json lists all", depth)

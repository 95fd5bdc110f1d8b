"""What is set down while an agreement is kept or not: one frozen entry each, never overwritten.

Monitoring, verifying and attributing are three acts, and so three kinds of entry: an incident and an `Effort` are what
was seen and how hard one looked; a `Happening` of an obligation is what somebody entitled says of it; an `Attribution`
says who did it. A `Finding` draws on all three. Each has two times: when it was, and when it was known.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import TypeAlias

import msgspec

from goodoffices.record import Marking, content_id

__all__ = [
    "Attribution",
    "Effort",
    "Entry",
    "Finding",
    "Happening",
    "Pairing",
    "Reading",
    "Retraction",
    "Verdict",
    "What",
    "entry_id",
]


class What(enum.Enum):
    """What happened. The order is that in which things of one instant take effect."""

    HAPPENED = "happened"
    """An event of the world: signed, a ticket opened."""
    PERFORMED = "performed"
    """An obligation was done."""
    BREACHED = "breached"
    """An obligation was breached."""
    REMEDIED = "remedied"
    """A breach was put right."""
    SUSPENDED = "suspended"
    """An obligation was held in abeyance."""
    RESUMED = "resumed"
    """It holds again."""
    EXTENDED = "extended"
    """Its deadline was moved to ``until``."""
    DISCHARGED = "discharged"
    """Those to whom it is owed let it go."""
    EXERCISED = "exercised"
    """A power was used."""
    WITHDRAWN = "withdrawn"
    """The use of a power was ended."""


class Verdict(enum.Enum):
    """What was found of an obligation."""

    MET = "met"
    BREACHED = "breached"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    known: dt.datetime
    by: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    marking: Marking = Marking.CLEAR
    circles: tuple[str, ...] = ()


class Happening(_Entry, frozen=True, kw_only=True, tag="happening", tag_field="type"):
    """Something that bears on the state of an obligation or power, or that conditions wait for.

    Attributes:
        what: What happened.
        subject: The event, obligation or power, by its id; an instance as ``obligation/ref``.
        earliest: First instant at which it can have been.
        latest: Last instant; the same where the time is known.
        ref: Which of several (a ticket's number), "" where there is one.
        until: For an extension, the new deadline.
        incidents: Incidents on which it rests, by id.
        disputed: Somebody contradicts it.
        known: When it was set down.
        by: Who says so.
    """

    what: What
    subject: str
    earliest: dt.datetime
    latest: dt.datetime
    ref: str = ""
    until: dt.datetime | None = None
    incidents: tuple[str, ...] = ()
    disputed: bool = False


class Attribution(_Entry, frozen=True, kw_only=True, tag="attribution", tag_field="type"):
    """Who did it, as somebody says.

    Attributes:
        incident: The incident, by id.
        party: The party; "" for undetermined.
        confidence: In [0, 1].
        dissent: Who, of those who had a say, does not share it.
        evidence: What it rests on, by grade (``data/evidence.toml``).
    """

    incident: str
    party: str = ""
    confidence: float = 0.0
    dissent: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class Finding(_Entry, frozen=True, kw_only=True, tag="finding", tag_field="type"):
    """What was found of an obligation, by whom and why.

    Attributes:
        obligation: The obligation, by id.
        verdict: Met, breached, disputed or unknown.
        first: First day that it speaks of.
        last: Last day, inclusive.
        incidents: The incidents it rests on, by id.
        reasons: Why, in words.
        confidence: In [0, 1]; None where nobody says.
    """

    obligation: str
    verdict: Verdict
    first: dt.date
    last: dt.date
    incidents: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    confidence: float | None = None


class Effort(_Entry, frozen=True, kw_only=True, tag="effort", tag_field="type"):
    """How hard one looked, in a zone over some days.

    Attributes:
        zone: The zone, by id.
        first: First day.
        last: Last day, inclusive.
        patrols: Patrols made, None where unknown.
        hours: Hours of observation, None where unknown.
        cameras: Cameras at work, None where unknown.
        denied: Times that access was denied, None where unknown.
    """

    zone: str
    first: dt.date
    last: dt.date
    patrols: float | None = None
    hours: float | None = None
    cameras: float | None = None
    denied: float | None = None


class Reading(_Entry, frozen=True, kw_only=True, tag="reading", tag_field="type"):
    """A value of an indicator at a time."""

    indicator: str
    value: float
    at: dt.datetime


class Pairing(_Entry, frozen=True, kw_only=True, tag="pairing", tag_field="type"):
    """A person's word on two reports of incidents: do they tell of the same one?

    Attributes:
        left: One report, by the id of its row.
        right: The other.
        same: They tell of one incident; otherwise of two.
    """

    left: str
    right: str
    same: bool


class Retraction(_Entry, frozen=True, kw_only=True, tag="retraction", tag_field="type"):
    """From ``known`` on, an earlier entry no longer holds; what was known before stays as it was."""

    entry: str


Entry: TypeAlias = Happening | Attribution | Finding | Effort | Reading | Pairing | Retraction


def entry_id(entry: Entry) -> str:
    """Name an entry by what it says, as it is read back from the log: the same entry twice is one."""
    said: dict[str, object] = msgspec.to_builtins(msgspec.json.decode(msgspec.json.encode(entry), type=Entry))
    if not entry.circles:
        del said["circles"]  # entries that are confined to none keep the ids that they had before there were circles
    return content_id("w", said)

"""One thing that was handed in: a file, a text or an address, with what came of it."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record import Marking

__all__ = ["Fallen", "Given", "Job", "Kind", "State", "Taken"]

Kind: TypeAlias = Literal["file", "text", "link"]


class State(enum.Enum):
    """How far a job has come."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    REJECTED = "rejected"

    @property
    def under_way(self) -> bool:
        """Will something still come of it by itself?"""
        return self in {State.WAITING, State.READING}


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What whoever hands something in says of it.

    Attributes:
        kind: What it is.
        name: What it is called: a file's name, the title of a text, or the address itself.
        by: Who hands it in.
        at: When.
        marking: Who may be shown the reports; a report's own metadata can only restrict it further.
        circle: The circle that they are confined to, or empty.
        published: Day of publication, or None where it was not said.
        outlet: Who published it, or empty.
        title: Its headline, or empty.
        url: Where it can be found, or empty.
    """

    kind: Kind
    name: str
    by: str
    at: dt.datetime
    marking: Marking
    circle: str = ""
    published: dt.date | None = None
    outlet: str = ""
    title: str = ""
    url: str = ""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A report that came of a job.

    Attributes:
        report: Its id.
        title: Its headline.
        statements: How many statements were found in it.
        known: Did the case hold it before?
    """

    report: str
    title: str
    statements: int
    known: bool = False


class Fallen(msgspec.Struct, frozen=True):
    """Something of a job that was not taken, and why."""

    what: str
    reason: str


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A job as lists show it.

    Attributes:
        id: Random: it tells nothing of how many there are.
        given: What was said of it.
        state: How far it has come.
        moved: When it came so far.
        size: Bytes of what was handed in.
        taken: The reports that came of it, the first 50.
        reports: How many came of it in all.
        statements: How many statements were found in all of them.
        fallen: What was not taken, the first 50.
    """

    id: str
    given: Given
    state: State
    moved: dt.datetime
    size: int
    taken: tuple[Taken, ...] = ()
    reports: int = 0
    statements: int = 0
    fallen: tuple[Fallen, ...] = ()

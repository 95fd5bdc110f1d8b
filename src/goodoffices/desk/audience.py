"""For whom, and as of when, a case is shown: what one snapshot is made for."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection

import msgspec

from goodoffices.record import Marking, canonical_json
from goodoffices.record.circle import circle_names
from goodoffices.record.store import Store
from goodoffices.record.view import View

__all__ = ["Audience"]


class Audience(msgspec.Struct, frozen=True):
    """For whom a case is shown.

    Attributes:
        marking: The most restricted marking that may be shown.
        circles: The circles that they belong to, as `circle_names` writes them; RED with none is the case's keepers.
        as_of: The moment as of which the record is shown, or None for all that it knows.
    """

    marking: Marking
    circles: tuple[str, ...] = ()
    as_of: dt.datetime | None = None

    @classmethod
    def of(cls, marking: Marking, circles: Collection[str] = (), as_of: dt.datetime | None = None) -> Audience:
        """Name an audience with its circles as names are compared."""
        return cls(marking, circle_names(circles), as_of)

    @property
    def key(self) -> str:
        """A name for its file: a hash, since circles may hold any character."""
        return hashlib.sha256(canonical_json(self)).hexdigest()[:24]

    @property
    def words(self) -> str:
        """The audience as a page names it."""
        return f"{self.marking.label}{' for ' + ', '.join(self.circles) if self.circles else ''}"

    def view(self, store: Store) -> View:
        """Open its view of a case."""
        return store.view(self.marking, self.as_of, circles=self.circles)

    def lowered(self, to: Marking) -> Audience:
        """The same audience, cleared to no more than `to`; nobody is raised by it."""
        marking = to if self.marking.may_see(to) else self.marking
        return msgspec.structs.replace(self, marking=marking)

"""What stands behind a page: the log, the incident table and the names of zones, so that what it says can be opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from goodoffices.record import Marking
from goodoffices.watch.incidents import IncidentTable
from goodoffices.watch.ledger import Ledger
from goodoffices.watch.log import Log

__all__ = ["Backing"]


class Backing(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What a page leads back to; without it a page still says what it says, and opens less.

    Attributes:
        log: As it is known, and for the audience of the page: `Log.as_known` gives it.
        table: The incidents, row by row as in the ledger: their texts and where they stand.
        ledger: The same as they are counted; only trends need it.
        zones: Names of the zones, by id.
        generated: When the page is written; None leaves it out.
        marking: The least marking that the page bears, whatever it rests on.
    """

    log: Log = Log()
    table: IncidentTable | None = None
    ledger: Ledger | None = None
    zones: Mapping[str, str] = {}
    generated: dt.datetime | None = None
    marking: Marking = Marking.CLEAR

    @property
    def rests_on(self) -> Marking:
        """The most restricted of all entries of the log, and of what the page bears in any case."""
        return max([self.marking, *(each.marking for each in self.log.entries.values())], key=lambda each: each.rank)

    def zone_name(self, zone: str) -> str:
        """The name of a zone; its id where it has none."""
        return self.zones.get(zone) or zone

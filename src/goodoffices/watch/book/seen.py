"""A watch book as one audience may see it, as it was known at an instant: everything that is shown is made from this.

Nothing here differs because of something that the audience may not see: neither a restricted incident, zone, obligation
or entry, nor what would follow from one.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

from goodoffices.record import Marking, content_id, most_restricted

from ..agreement import Agreement, agreement_for, markings_of
from ..errors import WatchError
from ..log import Log, Pairing
from ..viewer import Audience, viewer_of
from .naming import readable_log

if TYPE_CHECKING:
    from ..incidents import IncidentTable
    from ..ledger import Ledger
    from ..zones import ZoneSet
    from .book import Book

__all__ = ["Seen"]


class Seen:
    """A book as one audience may see it.

    Args:
        book: The book.
        known: As it was known at this instant; None: as it is known now.
        audience: For whom.

    Raises:
        WatchError: The audience may see nothing of the agreement.
    """

    def __init__(self, book: Book, known: dt.datetime | None = None, audience: Audience = Marking.RED) -> None:
        self.book, self.known, self.viewer = book, known, viewer_of(audience)
        shown = agreement_for(book.agreement, self.viewer)
        if shown is None:
            fault = f"there is nothing in this book that may be shown to {self.audience.value}"
            raise WatchError(fault)
        self.agreement: Agreement = shown

    @property
    def audience(self) -> Marking:
        """The most restricted marking that it may be shown."""
        return self.viewer.marking

    @functools.cached_property
    def log(self) -> Log:
        """What was set down and holds, of what it may see."""
        return readable_log(self.book.log().as_known(self.known, self.viewer), self)

    @functools.cached_property
    def zones(self) -> ZoneSet | None:
        """The zones; None where it sees none."""
        zones = self.book.zones(self.known, self.viewer)
        # Where all zones are hidden, there is no file of zones, as far as this audience goes.
        return zones if zones is not None and (len(zones) or self.viewer.keeps) else None

    @functools.cached_property
    def table(self) -> IncidentTable:
        """The incidents, row by row."""
        return self.book.incidents(self.known, self.viewer)

    @property
    def has_incidents(self) -> bool:
        """Was anything loaded that it may see?"""
        return any(
            load.bears_on(self.viewer) and (self.known is None or load.known <= self.known)
            for load in self.book.loads().loads
        )

    @functools.cached_property
    def counted(self) -> Ledger:
        """The incidents as they are counted; where none were loaded, a ledger without any."""
        from ..incidents import empty_table  # noqa: PLC0415  tables are heavy
        from ..ledger import ledger_of  # noqa: PLC0415  the same

        return self.ledger or ledger_of(empty_table())

    @functools.cached_property
    def ledger(self) -> Ledger | None:
        """The incidents as people decided on doubtful pairs, with who did what; None where none were loaded."""
        if not self.has_incidents:
            return None
        from ..attribution import settle_all  # noqa: PLC0415  beside its only use
        from ..ledger import attribute, decide  # noqa: PLC0415  tables are heavy

        agreement = self.agreement
        return attribute(
            decide(self.book.ledger(self.known, self.viewer), self.log.of(Pairing)),
            settle_all(self.log, parties=agreement.parties),
            actors=agreement.actors,
            trusts_source=agreement.trusts_source,
        )

    @property
    def marking(self) -> Marking:
        """The most restricted marking of all that it is shown."""
        return most_restricted(
            [
                self.agreement.marking,
                *markings_of(self.agreement).values(),
                *(each.marking for each in self.log.entries.values()),
                *(each.marking for each in self.zones or ()),
                self.book.loads().level(self.viewer),
            ]
        )

    @functools.cached_property
    def standing(self) -> str:
        """A name for all that it is shown: the same name, the same answers, whatever else was done to the book."""
        book, viewer = self.book, self.viewer
        agreement = self.agreement
        said = [
            viewer.marking.value,
            *(viewer.circles if viewer.walled else ()),
            repr((agreement.name, agreement.in_force, agreement.parties, agreement.actors, agreement.ladder)),
            repr((agreement.obligations, agreement.powers, agreement.indicators, agreement.alerts)),
            *self.log.entries,
            book.loads().key(self.known, viewer),
            *(f"{zone.id} {zone.name} {zone.kind} {zone.marking} {zone.party}" for zone in self.zones or ()),
            book._zones_key(self.known, viewer),  # noqa: SLF001  its own module's neighbour
        ]
        return content_id("b", said)

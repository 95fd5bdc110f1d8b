"""Incidents as a page lists them, and numbers that open them."""

from __future__ import annotations

import msgspec

__all__ = ["IncidentView", "NumberView"]


class IncidentView(msgspec.Struct, frozen=True, kw_only=True):
    """One incident.

    Attributes:
        id: Its id.
        time: When, in words: a minute, a day or an interval, in UTC.
        first: First minute at which it can have been, ISO 8601 in UTC.
        last: Last minute.
        kind: What happened.
        label: The same for people.
        place: Name of the place; "" where unknown.
        areas: Names of the zones in which it lies, or of the region.
        actor: Who is said to have done it: a claim; "" where nobody is named.
        claimed_by: Who says so, where that is not the source.
        party: To whom it is attributed; "" for nobody.
        killed: People killed; None where unknown.
        injured: People injured; None where unknown.
        source: Who reports it.
        links: Where the report stands.
        text: What the report says; "" where the page was made without the incident table.
        told: How many rows tell of it.
    """

    id: str
    time: str
    first: str
    last: str
    kind: str
    label: str
    place: str = ""
    areas: tuple[str, ...] = ()
    actor: str = ""
    claimed_by: str = ""
    party: str = ""
    killed: int | None = None
    injured: int | None = None
    source: str = ""
    links: tuple[str, ...] = ()
    text: str = ""
    told: int = 1


class NumberView(msgspec.Struct, frozen=True, kw_only=True):
    """A number of incidents, with what it opens.

    Attributes:
        number: How many.
        incidents: Their ids, all of them.
        effort: How hard one looked, in ``unit``; None where that is not known for both periods.
        unit: ``hours``, ``patrols`` or ``cameras``; "" where the effort is not known.
        rate: Incidents for each unit of effort; None likewise.
    """

    number: int
    incidents: tuple[str, ...]
    effort: float | None = None
    unit: str = ""
    rate: float | None = None

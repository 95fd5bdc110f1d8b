"""Places: what is owed there, incidents, effort, and who verifies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from .made import Asked, Made, rounded

__all__ = ["RECENT_DAYS", "sites_tables"]

RECENT_DAYS = 30
"""How long recent is."""


def sites_tables(asked: Asked) -> Iterable[Made]:
    """The places of the book."""
    from goodoffices.watch.report import Period  # noqa: PLC0415  the same
    from goodoffices.watch.sites import compare_results, mechanisms_of, overlaps_of, sites_of  # noqa: PLC0415  same

    seen, outlook = asked.seen, asked.outlook
    last = outlook.on.date()
    sites = sites_of(outlook, seen.log, seen.zones, seen.ledger, days=RECENT_DAYS)
    yield (
        "sites",
        f"Places; the last {RECENT_DAYS} days are recent",
        (
            ("zone", "Place", "id"),
            ("name", "Name", "text"),
            ("kind", "Kind", "text"),
            ("party", "Said to be", "text"),
            ("incidents", "Incidents since", "number"),
            ("recent", "Recent", "number"),
            ("killed", "Killed", "number"),
            ("injured", "Injured", "number"),
            ("looked", "Days looked at", "number"),
            ("patrols", "Patrols", "number"),
            ("hours", "Hours", "number"),
            ("denied", "Access denied", "number"),
            ("cover", "Share reached", "number"),
            ("cover_by", "Reached by", "list"),
        ),
        (
            (
                each.zone,
                each.name,
                each.kind or "not on the map",
                each.party,
                each.incidents,
                each.recent,
                each.killed,
                each.injured,
                each.seen.looked,
                each.seen.patrols,
                each.seen.hours,
                each.seen.denied,
                None if each.cover.share is None else round(each.cover.share, 3),
                each.cover.by,
            )
            for each in sites
        ),
    )
    yield (
        "sites_owed",
        "What is owed in each place",
        (
            ("name", "Place", "text"),
            ("obligation", "Obligation", "id"),
            ("act", "What is owed", "text"),
            ("owes", "By", "list"),
            ("state", "State", "text"),
            ("against", "Incidents against it", "number"),
            ("verified_by", "Verified by", "list"),
        ),
        (
            (site.name, each.obligation, each.act, each.owes, each.state, each.against, each.verified_by)
            for site in sites
            for each in site.owed
        ),
    )
    yield (
        "sites_overlaps",
        "Claimed by two",
        (("zones", "Places", "list"), ("parties", "By", "list"), ("area_km2", "Square km", "number")),
        ((each.zones, each.parties, rounded(each.area_km2)) for each in overlaps_of(seen.zones or (), last)),
    )
    period = Period(last - dt.timedelta(days=RECENT_DAYS - 1), last)
    yield (
        "sites_mechanisms",
        "Who verifies, with what mandate",
        (
            ("name", "Who", "text"),
            ("mandate", "Verifies", "list"),
            ("zones", "Where", "list"),
            ("powers", "May use", "list"),
            ("owes", "Owes", "list"),
            ("unverified", "Has said nothing of", "list"),
        ),
        (
            (
                each.name,
                each.mandate,
                each.zones,
                tuple(f"{power} ({state})" for power, state in each.powers.items()),
                tuple(f"{own} ({state})" for own, state in each.owes.items()),
                each.unverified,
            )
            for each in mechanisms_of(outlook, seen.log, period)
        ),
    )
    yield (
        "sites_inspections",
        "Results of several of one inspection",
        (
            ("subject", "Of", "text"),
            ("first", "From", "date"),
            ("last", "To", "date"),
            ("results", "Results", "list"),
            ("agree", "All agree", "flag"),
            ("spread", "Apart by", "number"),
        ),
        (
            (
                each.subject,
                each.first,
                each.last,
                tuple(f"{one.by}: {one.verdict or one.value}" for one in each.results),
                each.agree,
                each.spread,
            )
            for each in compare_results(seen.log, outlook.on)
        ),
    )

"""What lay beside the talks: incidents near each event and change, by date and place."""

from __future__ import annotations

from collections.abc import Iterable

from .made import Asked, Made, rounded

__all__ = ["beside_tables"]

_DAYS = 3


def beside_tables(asked: Asked) -> Iterable[Made]:
    """The incidents near each event and change; near is not because."""
    from goodoffices.watch.beside import Nearness, incidents_beside, occasions_of  # noqa: PLC0415  where it is asked for

    seen, ledger = asked.seen, asked.seen.ledger
    if ledger is None:
        return
    near = Nearness(days=_DAYS)
    occasions = occasions_of(asked.outlook, seen.log, seen.zones)
    found = [incidents_beside(one, ledger, near, asked.outlook.on, seen.zones) for one in occasions]
    yield (
        "beside",
        f"Incidents within {_DAYS} days of each event and change; near is not because",
        (
            ("first", "From", "date"),
            ("last", "To", "date"),
            ("occasion", "Occasion", "text"),
            ("place", "Place", "text"),
            ("before", "Before", "number"),
            ("during", "On the day", "number"),
            ("after", "After", "number"),
            ("killed", "Killed", "number"),
            ("usual", "Usual", "number"),
            ("chance", "Chance", "number"),
        ),
        (
            (
                each.occasion.first,
                each.occasion.last,
                each.occasion.words,
                each.occasion.place if each.placed else "",
                each.before,
                each.during,
                each.after,
                each.killed,
                rounded(each.usual),
                None if each.chance is None else round(each.chance, 3),
            )
            for each in found
        ),
    )

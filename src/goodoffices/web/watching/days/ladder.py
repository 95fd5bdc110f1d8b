"""The ladder of enforcement."""

from __future__ import annotations

from collections.abc import Iterable

from .made import Asked, Made, part_words

__all__ = ["ladder_tables"]


def ladder_tables(asked: Asked) -> Iterable[Made]:
    """Which rung is open or in use, and what the next one needs."""
    from goodoffices.watch.ladder import climb  # noqa: PLC0415  the same

    found = climb(asked.outlook, asked.present)
    yield (
        "ladder",
        "The ladder of enforcement" if found.stated else "Powers, in the order of the agreement, which states none",
        (
            ("step", "Rung", "number"),
            ("power", "Power", "text"),
            ("act", "What may be done", "text"),
            ("holder", "By", "list"),
            ("clause", "Clause", "text"),
            ("state", "State", "text"),
            ("since", "Since", "moment"),
            ("when", "Open when", "text"),
            ("needs", "Now", "list"),
            ("lacks", "Lacks", "list"),
            ("place", "Next", "text"),
        ),
        (
            (
                each.step,
                each.power,
                each.act,
                each.holder,
                each.clause,
                each.state,
                each.since,
                each.when,
                tuple(map(part_words, each.needs)),
                each.lacks,
                "next" if each.step == found.next else "skipped" if each.step in found.skipped else "",
            )
            for each in found.rungs
        ),
    )

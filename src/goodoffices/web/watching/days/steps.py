"""Steps with their gates, circles that wait for each other, and pacts."""

from __future__ import annotations

from collections.abc import Iterable

from .made import Asked, Made, part_words

__all__ = ["steps_tables"]


def steps_tables(asked: Asked) -> Iterable[Made]:
    """The agreement as steps."""
    from goodoffices.watch.steps import pacts_of, steps_of  # noqa: PLC0415  the same

    outlook, log = asked.outlook, asked.seen.log
    yield (
        "steps",
        "Steps, their gates and what turns them back",
        (
            ("stage", "Stage", "number"),
            ("obligation", "Step", "id"),
            ("act", "What", "text"),
            ("owes", "By", "list"),
            ("state", "State", "text"),
            ("due", "Due before", "moment"),
            ("gate", "Gate", "text"),
            ("needs", "Now", "list"),
            ("blocked_until", "Blocked until", "list"),
            ("pairs", "Paired with", "list"),
            ("reversals", "Turned back by", "list"),
            ("perpetual", "Perpetual", "flag"),
        ),
        (
            (
                each.stage or None,
                each.obligation,
                each.act,
                each.owes,
                each.state,
                each.due,
                each.gate,
                tuple(map(part_words, each.needs)),
                tuple(one.words for one in each.blocked_until),
                each.pairs,
                tuple(f"{one.by} ({one.what}): {one.when}" for one in each.reversals),
                each.perpetual,
            )
            for each in steps_of(outlook, log, asked.present)
        ),
    )
    yield (
        "steps_loops",
        "Circles, each waiting for the next",
        (("steps", "Steps", "list"),),
        ((each,) for each in outlook.loops),
    )
    pacts = pacts_of(outlook, log)
    yield (
        "steps_pacts",
        "Pacts: who owes which response upon what",
        (
            ("casus", "Upon", "text"),
            ("obligation", "Response", "id"),
            ("owes", "By", "list"),
            ("act", "What", "text"),
            ("within", "Within", "text"),
            ("signed", "Signed", "list"),
            ("unsigned", "Not signed", "list"),
            ("idle", "Owe no response", "list"),
            ("unsworn", "Zones named by none", "list"),
        ),
        (
            (
                pact.casus,
                each.obligation,
                each.owes,
                each.act,
                each.within,
                tuple(one.party for one in pact.signed),
                pact.unsigned,
                pact.idle,
                pact.unsworn,
            )
            for pact in pacts
            for each in pact.responses
        ),
    )

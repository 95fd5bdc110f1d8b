"""Clocks: calls and answers, deadlines and what their days cost, what holds up what, and whose act was waited for."""

from __future__ import annotations

from collections.abc import Iterable

from .made import Asked, Made, rounded

__all__ = ["clocks_tables"]


def clocks_tables(asked: Asked) -> Iterable[Made]:
    """What time costs."""
    from goodoffices.watch.clocks import calls_of, clocks_of, delays_of, holds_of, responders_of  # noqa: PLC0415  same

    outlook, log = asked.outlook, asked.seen.log
    calls = calls_of(outlook, log)
    yield (
        "clocks",
        "Clocks: deadlines and waiting steps, and what their days cost",
        (
            ("obligation", "Of", "id"),
            ("act", "What", "text"),
            ("owes", "By", "list"),
            ("what", "Counts", "text"),
            ("start", "From", "moment"),
            ("days", "Days", "number"),
            ("killed", "Killed since", "number"),
            ("injured", "Injured since", "number"),
            ("unknown", "Incidents that do not say", "number"),
            ("losses", "Lost in those days", "list"),
        ),
        (
            (
                each.subject,
                each.act,
                each.owes,
                each.what,
                each.start,
                round(each.days, 1),
                each.killed,
                each.injured,
                each.unknown,
                tuple(f"{one.label}: {'unknown' if one.total is None else f'{one.total:,.0f}'}" for one in each.losses),
            )
            for each in clocks_of(outlook, log, asked.seen.ledger)
        ),
    )
    yield (
        "clocks_responders",
        "Calls and how they were answered",
        (
            ("obligation", "Obligation", "id"),
            ("owes", "By", "list"),
            ("event", "Upon", "text"),
            ("calls", "Calls", "number"),
            ("answered", "Answered", "number"),
            ("in_time", "In time", "number"),
            ("open", "Open", "number"),
            ("overdue", "Overdue", "number"),
            ("median_hours", "Median hours", "number"),
            ("longest_hours", "Longest hours", "number"),
        ),
        (
            (
                each.obligation,
                each.owes,
                each.event,
                each.calls,
                each.answered,
                each.in_time,
                each.open,
                each.overdue,
                rounded(each.median_hours),
                rounded(each.longest_hours),
            )
            for each in responders_of(outlook, calls)
        ),
    )
    yield (
        "clocks_calls",
        "Each call",
        (
            ("event", "Call", "text"),
            ("ref", "Number", "text"),
            ("at", "Came", "moment"),
            ("by", "By", "text"),
            ("obligation", "Answer owed", "id"),
            ("owes", "By whom", "list"),
            ("state", "State", "text"),
            ("due", "Due before", "moment"),
            ("answered", "Answered", "moment"),
            ("hours", "Hours", "number"),
            ("overdue", "Overdue", "flag"),
        ),
        (
            (
                call.event,
                call.ref,
                call.at,
                call.by,
                each.obligation,
                each.owes,
                each.state,
                each.due,
                each.answered,
                rounded(each.hours),
                each.overdue,
            )
            for call in calls
            for each in call.answers
        ),
    )
    yield (
        "clocks_holds",
        "What holds up what",
        (
            ("what", "What", "text"),
            ("obligation", "Which", "id"),
            ("owes", "By", "list"),
            ("state", "State", "text"),
            ("days", "Days", "number"),
            ("blocks", "Holds up", "list"),
            ("beyond", "Behind them", "list"),
            ("waits_for", "It waits for", "list"),
        ),
        (
            (e.what, e.subject, e.owes, e.state, rounded(e.days), e.blocks, e.beyond, e.waits_for)
            for e in holds_of(outlook, log)
        ),
    )
    yield (
        "clocks_delays",
        "Delays, and whose act they waited for",
        (
            ("obligation", "Step", "id"),
            ("step_owes", "Owed by", "list"),
            ("step_days", "Days of delay", "number"),
            ("waited_for", "Waited for", "id"),
            ("party", "Whose act", "text"),
            ("ground", "Ground", "text"),
            ("days", "Days", "number"),
            ("share", "Share", "number"),
            ("confidence", "How sure", "number"),
            ("because", "Because of", "list"),
            ("against", "Against it", "list"),
        ),
        (
            (
                delay.step,
                delay.owes,
                rounded(delay.days),
                each.obligation,
                each.party or "nobody: " + ", ".join(each.among),
                each.ground.value,
                rounded(each.days),
                round(each.share, 3),
                each.confidence,
                each.because,
                each.said,
            )
            for delay in delays_of(outlook, log)
            for each in delay.shares
        ),
    )

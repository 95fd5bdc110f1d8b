"""Indicators by objective, thresholds, what was promised and given, rates, and the time before."""

from __future__ import annotations

from collections.abc import Iterable

from .made import TRUTHS, Asked, Made, part_words

__all__ = ["indicators_tables"]


def indicators_tables(asked: Asked) -> Iterable[Made]:
    """The numbers that are followed."""
    from goodoffices.watch.indicators import baselines_of, objectives_of, pools_of, rates_of  # noqa: PLC0415  same

    measured = asked.present.measured
    objectives = objectives_of(asked.outlook, measured)
    yield (
        "indicators",
        "Objectives and how far they have come",
        (
            ("objective", "Objective", "text"),
            ("indicator", "Indicator", "text"),
            ("value", "Now", "number"),
            ("unit", "Unit", "text"),
            ("at", "Read", "moment"),
            ("by", "By", "text"),
            ("baseline", "Before", "number"),
            ("target", "Aim", "number"),
            ("share", "Share of the way", "number"),
            ("direction", "Direction", "text"),
            ("others", "Others read", "list"),
        ),
        (
            (
                objective.words,
                each.label,
                each.value,
                each.unit,
                each.at,
                each.by,
                each.baseline,
                each.target,
                None if each.share is None else round(each.share, 3),
                each.direction.value,
                tuple(f"{by or 'somebody'}: {value:g}" for by, value in each.others),
            )
            for objective in objectives
            for each in objective.indicators
        ),
    )
    yield (
        "indicators_measures",
        "Measures toward each objective",
        (
            ("objective", "Objective", "text"),
            ("obligation", "Obligation", "id"),
            ("act", "What is owed", "text"),
            ("owes", "By", "list"),
            ("state", "State", "text"),
        ),
        (
            (objective.words, each.obligation, each.act, each.owes, each.state)
            for objective in objectives
            for each in objective.measures
        ),
    )
    yield (
        "indicators_thresholds",
        "Thresholds with their present value",
        (
            ("obligation", "Of", "id"),
            ("key", "What it decides", "text"),
            ("words", "Condition", "text"),
            ("holds", "Holds", "text"),
            ("parts", "Now", "list"),
        ),
        (
            (each.owner, each.key.replace("_", " "), each.words, TRUTHS[each.holds], tuple(map(part_words, each.parts)))
            for each in asked.present.thresholds()
            if each.is_measured
        ),
    )
    pools = pools_of(asked.outlook, measured)
    yield (
        "indicators_pledges",
        "Promised and given",
        (
            ("kind", "For", "text"),
            ("owes", "By", "list"),
            ("obligation", "Obligation", "id"),
            ("promised", "Promised", "number"),
            ("given", "Given", "number"),
            ("unit", "Unit", "text"),
            ("share", "Share", "number"),
            ("state", "State", "text"),
            ("due", "Due before", "moment"),
            ("waits_for", "Waits for", "list"),
        ),
        (
            (
                pool.kind,
                each.owes,
                each.obligation,
                each.promised,
                each.given,
                each.unit,
                None if each.share is None else round(each.share, 3),
                each.state,
                each.due,
                each.waits_for,
            )
            for pool in pools
            for each in pool.promises
        ),
    )
    yield (
        "indicators_gaps",
        "Needed, promised, lacking",
        (
            ("kind", "For", "text"),
            ("unit", "Unit", "text"),
            ("needed", "Needed", "number"),
            ("promised", "Promised", "number"),
            ("given", "Given", "number"),
            ("gap", "Not promised", "number"),
            ("lacking", "Promised nothing", "list"),
        ),
        ((p.kind, p.unit, p.needed, p.promised, p.given, p.gap, p.lacking) for p in pools),
    )
    yield (
        "indicators_rates",
        "Owed again and again",
        (
            ("obligation", "Obligation", "id"),
            ("act", "What is owed", "text"),
            ("owes", "By", "list"),
            ("arisen", "Arisen", "number"),
            ("done", "Done", "number"),
            ("in_time", "In time", "number"),
            ("missed", "Missed", "number"),
            ("open", "Open", "number"),
            ("rate", "Share done", "number"),
        ),
        (
            (
                each.obligation,
                each.act,
                each.owes,
                each.arisen,
                each.done,
                each.in_time,
                each.missed,
                each.open,
                None if each.rate is None else round(each.rate, 3),
            )
            for each in rates_of(asked.outlook)
        ),
    )
    ledger = asked.seen.ledger
    found = () if ledger is None else baselines_of(asked.outlook.agreement, asked.seen.log, ledger, asked.outlook.on)
    yield (
        "indicators_baselines",
        "Incidents before the agreement and since",
        (
            ("area", "Area", "text"),
            ("kind", "Kind", "text"),
            ("before", "Before", "number"),
            ("before_days", "Days before", "number"),
            ("since", "Since", "number"),
            ("since_days", "Days since", "number"),
            ("unit", "Held against", "text"),
            ("chance", "Chance", "number"),
        ),
        (
            (
                each.area or "everywhere",
                each.kind or "all",
                each.before,
                each.before_days,
                each.since,
                each.since_days,
                each.unit,
                None if each.chance is None else round(each.chance, 4),
            )
            for each in found
        ),
    )

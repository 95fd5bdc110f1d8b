"""Indicators on a day: from where, to where, how far, better or worse; and the measures that are to move them."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Mapping

import msgspec

from ..agreement import Agreement, Indicator, conditions_of
from ..conditions import Valued, atoms
from ..course.steps import minute
from ..log import Log, Reading, entry_id
from ..state import Outlook

__all__ = ["Direction", "Measure", "Measured", "Objective", "measure", "measure_all", "objectives_of"]


class Direction(enum.Enum):
    """Where a value stands against what it started from."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """An indicator on a day.

    Attributes:
        indicator: Its id.
        label: What is measured.
        unit: Its unit; "" for a plain number.
        objective: What it is to show; "" where nobody said.
        better: Which way is better: "more" or "less".
        baseline: Its value before; None where unknown.
        target: The value aimed at; None where none is set.
        value: The latest reading; None where nobody has read it.
        at: When that was; None likewise.
        by: Who read it.
        entry: The reading, by its id in the log; "" where there is none.
        share: Share of the way from the baseline to the target, 1 when reached, below 0 when further off than at the
            start. Without a baseline it is reckoned from nothing where more is better, and unknown where less is. None
            where it cannot be said.
        reached: Is the target reached? None where there is no target or no reading.
        direction: Against the baseline, or without one against the first reading.
        others: Other values that were read at the same time, with who read them: somebody has to say which holds.
    """

    indicator: str
    label: str
    unit: str
    objective: str
    better: str
    baseline: float | None
    target: float | None
    value: float | None = None
    at: dt.datetime | None = None
    by: str = ""
    entry: str = ""
    share: float | None = None
    reached: bool | None = None
    direction: Direction = Direction.UNKNOWN
    others: tuple[tuple[str, float], ...] = ()


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """An obligation that is to move indicators.

    Attributes:
        obligation: Its id.
        act: What is to be done.
        owes: Who owes it; several own it jointly.
        state: Its state on the day; for one that arises anew, each of its states once.
        indicators: The indicators that its conditions name.
    """

    obligation: str
    act: str
    owes: tuple[str, ...]
    state: str
    indicators: tuple[str, ...]


class Objective(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be reached: its indicators and the measures taken for it.

    Attributes:
        words: The objective; "" for indicators that name none.
        indicators: How far they have come.
        measures: Obligations whose conditions name one of them; empty where no measure answers the objective.
    """

    words: str
    indicators: tuple[Measured, ...]
    measures: tuple[Measure, ...]


def measure(indicator: Indicator, readings: Iterable[Reading], on: dt.datetime) -> Measured:
    """Say how far an indicator has come.

    Args:
        indicator: What is measured.
        readings: Readings, of any indicator; only its own until ``on`` count.
        on: The instant. Of several readings of one minute the greatest counts, as it does in conditions.
    """
    own = sorted(
        (each for each in readings if each.indicator == indicator.id and each.at <= on),
        key=lambda each: (minute(each.at), each.value, each.known),
    )
    base = Measured(
        indicator=indicator.id,
        label=indicator.label,
        unit=indicator.unit,
        objective=indicator.objective,
        better=indicator.better,
        baseline=indicator.baseline,
        target=indicator.target,
    )
    if not own:
        return base
    last = own[-1]
    start = indicator.baseline if indicator.baseline is not None else (own[0].value if len(own) > 1 else None)
    same_time = {(each.by, each.value) for each in own if minute(each.at) == minute(last.at)}
    return msgspec.structs.replace(
        base,
        value=last.value,
        at=last.at,
        by=last.by,
        entry=entry_id(last),
        share=_share(indicator, last.value),
        reached=_reached(indicator, last.value),
        direction=_direction(indicator, start, last.value),
        others=tuple(sorted(each for each in same_time if each[1] != last.value)),
    )


def measure_all(agreement: Agreement, log: Log, on: dt.datetime) -> dict[str, Measured]:
    """Every indicator of an agreement on a day, by id.

    Args:
        agreement: With its indicators.
        log: As it is known, and for an audience.
        on: The instant.
    """
    by_id: dict[str, list[Reading]] = {}
    for reading in log.of(Reading):
        by_id.setdefault(reading.indicator, []).append(reading)
    return {each.id: measure(each, by_id.get(each.id, ()), on) for each in agreement.indicators}


def objectives_of(outlook: Outlook, measured: Mapping[str, Measured]) -> tuple[Objective, ...]:
    """Put indicators and the measures that are to move them under their objectives, in the order of the file."""
    measures = [_measure(outlook, place) for place in range(len(outlook.agreement.obligations))]
    words = dict.fromkeys(each.objective for each in measured.values())
    found = []
    for objective in words:
        own = tuple(each for each in measured.values() if each.objective == objective)
        ids = {each.indicator for each in own}
        found.append(
            Objective(
                words=objective,
                indicators=own,
                measures=tuple(each for each in measures if ids & set(each.indicators)),
            )
        )
    return tuple(found)


def _measure(outlook: Outlook, place: int) -> Measure:
    obligation = outlook.agreement.obligations[place]
    named = [
        atom.indicator for _, each in conditions_of(obligation) for atom in atoms(each) if isinstance(atom, Valued)
    ]
    family = (each for each in outlook.standings if each.obligation.id.split("/", 1)[0] == obligation.id)
    states = dict.fromkeys(each.state for each in family)
    return Measure(
        obligation=obligation.id,
        act=obligation.act,
        owes=obligation.owes,
        state=", ".join(states),
        indicators=tuple(dict.fromkeys(named)),
    )


def _share(indicator: Indicator, value: float) -> float | None:
    start = indicator.baseline if indicator.baseline is not None else (0.0 if indicator.better == "more" else None)
    if indicator.target is None or start is None:
        return None
    if indicator.target == start:
        return 1.0 if _reached(indicator, value) else 0.0
    return (value - start) / (indicator.target - start)


def _reached(indicator: Indicator, value: float) -> bool | None:
    if indicator.target is None:
        return None
    return value >= indicator.target if indicator.better == "more" else value <= indicator.target


def _direction(indicator: Indicator, start: float | None, value: float) -> Direction:
    if start is None:
        return Direction.UNKNOWN
    if value == start:
        return Direction.SAME
    return Direction.BETTER if (value > start) == (indicator.better == "more") else Direction.WORSE

"""What was promised and what was given, by who promised it: pledges, contributions to a fund or a force.

A promise in numbers is an obligation that is met by a value: ``met when: value(paid_west) >= 40``. What was promised is
the number there, what was given is the latest reading.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Mapping
from importlib import resources

import msgspec

from ..agreement import Obligation
from ..conditions import Comparison, Valued, atoms
from ..state import Outlook, Standing
from .measuring import Measured

__all__ = ["Pool", "Promise", "pools_of"]


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What one promised.

    Attributes:
        obligation: Its id.
        act: What was promised, in words.
        owes: Who promised it; several together own it jointly.
        state: Its state on the day.
        due: By when; None where there is no day yet.
        promised: The number; None where it is no number.
        given: The latest reading; None where nobody has read it, or where there is no number.
        share: Given of promised, in [0, 1]; None likewise.
        unit: Of both.
        indicator: What is read, by id.
        entry: The reading, by its id in the log.
        waits_for: What it waits for, in words, while it has not arisen.
    """

    obligation: str
    act: str
    owes: tuple[str, ...]
    state: str
    due: dt.datetime | None = None
    promised: float | None = None
    given: float | None = None
    share: float | None = None
    unit: str = ""
    indicator: str = ""
    entry: str = ""
    waits_for: tuple[str, ...] = ()


class Pool(msgspec.Struct, frozen=True, kw_only=True):
    """Promises of one kind and unit together.

    Attributes:
        kind: The kind of their obligations ("pledge", "force"); "" where they name none.
        unit: Of the numbers.
        promises: In the order of the file.
        promised: Sum of what was promised in numbers.
        given: Sum of what is known to have been given.
        unread: How many promises in numbers nobody has read: what they gave is not in the sum.
        needed: The target of the one other indicator of the same objective and unit; None where there is none, or more.
        gap: What is needed and was not promised, at least 0; None where the need is unknown.
        toward: Other indicators of the same objective: what it was given for.
        lacking: Parties to the agreement that promised nothing, where another party did.
    """

    kind: str
    unit: str
    promises: tuple[Promise, ...]
    promised: float
    given: float
    unread: int
    needed: float | None
    gap: float | None
    toward: tuple[Measured, ...]
    lacking: tuple[str, ...]


def pools_of(outlook: Outlook, measured: Mapping[str, Measured]) -> tuple[Pool, ...]:
    """Put promises together by kind and unit.

    Args:
        outlook: The agreement on the day.
        measured: Its indicators on that day.
    """
    pools: dict[tuple[str, str], list[Promise]] = {}
    for standing in outlook.standings:
        for promise in _promises(standing, measured):
            pools.setdefault((standing.obligation.kind, promise.unit), []).append(promise)
    return tuple(_pool(*key, promises, outlook, measured) for key, promises in pools.items())


@functools.cache
def _kinds() -> frozenset[str]:
    """Kinds of obligations that promise something, even where no number says how much."""
    text = resources.files(__package__).joinpath("data", "promises.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["kinds"])


def _promises(standing: Standing, measured: Mapping[str, Measured]) -> list[Promise]:
    obligation = standing.obligation
    base = Promise(
        obligation=obligation.id,
        act=obligation.act,
        owes=obligation.owes,
        state=standing.state,
        due=standing.due,
        waits_for=tuple(wait.words for wait in standing.waits_for),
    )
    made = [_in_numbers(base, atom, measured) for atom in _amounts(obligation)]
    return made or ([base] if obligation.kind.casefold() in _kinds() else [])


def _amounts(obligation: Obligation) -> list[Valued]:
    if obligation.met is None:
        return []
    found = (atom for atom in atoms(obligation.met) if isinstance(atom, Valued))
    return [each for each in found if each.comparison in {Comparison.AT_LEAST, Comparison.MORE} and each.number > 0]


def _in_numbers(base: Promise, atom: Valued, measured: Mapping[str, Measured]) -> Promise:
    found = measured.get(atom.indicator)
    given = found.value if found else None
    return msgspec.structs.replace(
        base,
        promised=atom.number,
        given=given,
        share=None if given is None else min(1.0, max(0.0, given / atom.number)),
        unit=found.unit if found else "",
        indicator=atom.indicator,
        entry=found.entry if found else "",
    )


def _pool(kind: str, unit: str, promises: list[Promise], outlook: Outlook, measured: Mapping[str, Measured]) -> Pool:
    own = {each.indicator for each in promises if each.indicator}
    objectives = {measured[each].objective for each in own} - {""}
    toward = tuple(each for each in measured.values() if each.objective in objectives and each.indicator not in own)
    needs = [each.target for each in toward if each.unit == unit and each.target is not None]
    promised = sum(each.promised or 0.0 for each in promises)
    needed = needs[0] if len(needs) == 1 else None
    givers, parties = {party for each in promises for party in each.owes}, outlook.agreement.parties
    return Pool(
        kind=kind,
        unit=unit,
        promises=tuple(promises),
        promised=promised,
        given=sum(each.given or 0.0 for each in promises),
        unread=sum(each.promised is not None and each.given is None for each in promises),
        needed=needed,
        gap=None if needed is None else max(0.0, needed - promised),
        toward=toward,
        lacking=tuple(each for each in parties if each not in givers) if givers & set(parties) else (),
    )

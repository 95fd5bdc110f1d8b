"""An enforcement ladder on a day: which rungs are open, which are in use, and what the next one needs."""

from __future__ import annotations

import datetime as dt

import msgspec

from ..agreement import Power
from ..conditions import in_words
from ..indicators import Part, Present
from ..state import Outlook

__all__ = ["Ladder", "Rung", "climb"]


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """One power of the ladder.

    Attributes:
        step: Its place, 1 for the mildest.
        power: Its id.
        act: What may be done.
        holder: Who may do it; empty for anyone.
        clause: The provision that gives it.
        state: "closed", "open" or "exercised".
        since: Since when; None: from the start.
        when: The condition under which it is open.
        needs: What the condition rests on, with the present values; every part, whether it holds or not.
        lacks: What is joined by "and" in it and does not hold, or of which nobody knows, in words.
        suspends: Obligations that its use suspends.
        reinstates: Obligations that its use brings back.
        discharges: Obligations that its use ends.
        used: Entries of the log that say it is used.
    """

    step: int
    power: str
    act: str
    holder: tuple[str, ...]
    clause: str
    state: str
    since: dt.datetime | None
    when: str
    needs: tuple[Part, ...]
    lacks: tuple[str, ...]
    suspends: tuple[str, ...] = ()
    reinstates: tuple[str, ...] = ()
    discharges: tuple[str, ...] = ()
    used: tuple[str, ...] = ()


class Ladder(msgspec.Struct, frozen=True, kw_only=True):
    """All rungs.

    Attributes:
        stated: Does the agreement say in which order they come? Otherwise they stand in the order of the file.
        rungs: The mildest first.
        highest: Place of the highest rung in use; 0 where none is.
        next: The lowest rung above it, by its place; None where there is none.
        skipped: Rungs below it that are not in use, by their place.
        open: Rungs that may be used now and are not, by their place.
    """

    stated: bool
    rungs: tuple[Rung, ...]
    highest: int
    next: int | None
    skipped: tuple[int, ...]
    open: tuple[int, ...]


def climb(outlook: Outlook, present: Present) -> Ladder:
    """Say where an agreement stands on its ladder.

    Args:
        outlook: The agreement on the day.
        present: The present values of its conditions.
    """
    powers = {each.id: each for each in outlook.agreement.powers}
    order = outlook.agreement.ladder or tuple(powers)
    rungs = tuple(_rung(step, powers[name], outlook, present) for step, name in enumerate(order, 1))
    highest = max((each.step for each in rungs if each.state == "exercised"), default=0)
    return Ladder(
        stated=bool(outlook.agreement.ladder),
        rungs=rungs,
        highest=highest,
        next=highest + 1 if highest < len(rungs) else None,
        skipped=tuple(each.step for each in rungs if each.step < highest and each.state != "exercised"),
        open=tuple(each.step for each in rungs if each.state == "open"),
    )


def _rung(step: int, power: Power, outlook: Outlook, present: Present) -> Rung:
    state = outlook.course.states[power.id]
    threshold = present.threshold(power.id, "when", power.when)
    last = next((each for each in reversed(outlook.course.changes) if each.subject == power.id), None)
    why = next(each.why for each in outlook.openings if each.power.id == power.id)
    return Rung(
        step=step,
        power=power.id,
        act=power.act,
        holder=power.holder,
        clause=power.clause,
        state=state,
        since=outlook.course.since(power.id),
        when=in_words(power.when),
        needs=threshold.parts,
        lacks=tuple(each.words for each in why if each.holds is not True),
        suspends=power.effect.suspends,
        reinstates=power.effect.reinstates,
        discharges=power.effect.discharges,
        used=last.because if last and state == "exercised" else (),
    )

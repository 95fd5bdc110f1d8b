"""What carrying a deal out takes: its steps, who could carry a task or spoil it, what presses and what tempts.

Every number is exact: it is somebody's judgement or some statement's, and its `source` says whose. What they come to is
asked in `goodoffices.weigh.carrying`.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from .constraints import Choices
from .numbers import Exact, Source

__all__ = [
    "Carrying",
    "StatedBreach",
    "StatedMember",
    "StatedPressure",
    "StatedSpoiler",
    "StatedStep",
    "StatedTask",
]


class StatedStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step of carrying a package out.

    Attributes:
        name: What is done; unique in the model.
        worth: Party -> what the step gives it (above 0) or costs it (below 0), in points of its own utility.
        by: The parties that carry it out.
        after: Names of steps that must be done before; those that a package does not take are not waited for.
        stops: Parties that could stop the whole once it is done; None for every party, empty for nobody.
        together: Names of steps that can be done at the same moment; None for any step of other parties.
        of: It belongs to packages that take one of these options of every issue here; empty for every package.
        reversible: True where those who do it can take it back, once another stops.
        source: Where it comes from.
    """

    name: str
    worth: Mapping[str, Exact] = {}
    by: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    stops: tuple[str, ...] | None = None
    together: tuple[str, ...] | None = None
    of: Choices = {}
    reversible: bool = False
    source: Source = Source()


class StatedMember(msgspec.Struct, frozen=True, kw_only=True):
    """One that may join a task.

    Attributes:
        name: Who; it need not be a party of the deal.
        brings: Means -> how much of it, 0 or more.
        cost: What taking part costs it, in its own utility; None for nothing.
        gain: What it gains if the task is carried, in it or out of it; None for nothing.
        mandate: Names of members that have to be in too before it may join.
        source: Where it comes from.
    """

    name: str
    brings: Mapping[str, Exact] = {}
    cost: Exact | None = None
    gain: Exact | None = None
    mandate: tuple[str, ...] = ()
    source: Source = Source()


class StatedTask(msgspec.Struct, frozen=True, kw_only=True):
    """A task that a coalition of the willing would carry.

    Attributes:
        name: Unique in the model.
        needs: Means -> how much of it the task takes, above 0.
        members: Who may join; 1 to 20.
        essential: Those without whom it is not carried, whatever they bring.
        source: Where it comes from.
    """

    name: str
    needs: Mapping[str, Exact]
    members: tuple[StatedMember, ...]
    essential: tuple[str, ...] = ()
    source: Source = Source()


class StatedSpoiler(msgspec.Struct, frozen=True, kw_only=True):
    """What a party could do to a deal of the others.

    Attributes:
        party: A party of the deal; it stands once.
        outside: What it has if the others carry the deal out without it, in its own utility.
        gain: What it has if it spoils and succeeds.
        cost: What spoiling costs it; None for nothing.
        success: Probability in [0, 1] that spoiling brings the deal down; None for certain.
        words: How it would, in words.
        source: Where it comes from.
    """

    party: str
    outside: Exact
    gain: Exact
    cost: Exact | None = None
    success: Exact | None = None
    words: str = ""
    source: Source = Source()


class StatedPressure(msgspec.Struct, frozen=True, kw_only=True):
    """Leverage tied to behaviour.

    Attributes:
        words: What is done.
        by: Who does it; it need not be a party of the deal.
        on: The party that it bears on.
        while_: The behaviour that keeps it in force, in words.
        costs: By how much it lowers what no deal is worth to that party; below 0 where it helps.
        in_force: False for what is only threatened, or lifted.
        source: Where it comes from.
    """

    words: str
    by: str
    on: str
    while_: str
    costs: Exact
    in_force: bool = True
    source: Source = Source()


class StatedBreach(msgspec.Struct, frozen=True, kw_only=True):
    """What breaking the deal would mean for a party.

    Attributes:
        party: Who might break it.
        gain: What it would gain, if nobody noticed, over keeping the deal; in its own utility.
        detection: Probability in [0, 1] that it would be seen and attributed.
        penalty: What it would lose if it were.
        words: How it would, in words.
        source: Where it comes from.
    """

    party: str
    gain: Exact
    detection: Exact
    penalty: Exact
    words: str = ""
    source: Source = Source()


class Carrying(msgspec.Struct, frozen=True, kw_only=True):
    """All that a model says of carrying the deal out.

    Attributes:
        steps: What is to be done, in any order.
        walk_away: Party -> what leaving half-way is worth to it, counted from where it stands at the start; 0 where it
            is not given.
        tolerance: Party -> by how much it can be worse off than that for a while, 0 or more; 0 where it is not given.
        tasks: What some would carry together.
        spoilers: Who could spoil it.
        pressures: What bears on whom from outside.
        breaches: Who might be tempted to break it.
    """

    steps: tuple[StatedStep, ...] = ()
    walk_away: Mapping[str, Exact] = {}
    tolerance: Mapping[str, Exact] = {}
    tasks: tuple[StatedTask, ...] = ()
    spoilers: tuple[StatedSpoiler, ...] = ()
    pressures: tuple[StatedPressure, ...] = ()
    breaches: tuple[StatedBreach, ...] = ()

"""What must hold of what carrying a deal out takes: names that are there, finite numbers, steps in no circle."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from goodoffices.weigh.errors import ModelError

from .carrying import Carrying, StatedMember, StatedStep, StatedTask
from .checks_numbers import check_number
from .circles import circle_of
from .names import must_differ, must_know, must_know_choices
from .numbers import Exact

__all__ = ["check_carrying"]

Place = tuple[str, ...]
ANY = (-math.inf, math.inf)
NOT_BELOW = (0.0, math.inf)
CHANCE = (0.0, 1.0)
#: As many as the search and the table of coalitions can take.
MOST_STEPS, MOST_MEMBERS = 62, 20


def check_carrying(carrying: Carrying, parties: Collection[str], options: Mapping[str, tuple[str, ...]]) -> None:
    """Check what a model says of carrying the deal out.

    Args:
        carrying: What it says.
        parties: Names of the parties.
        options: Issue -> names of its options.

    Raises:
        ModelError: If a name is unknown or stands twice, a number is none or out of its bounds, or steps wait for each
            other in a circle.
    """
    _check_steps(carrying.steps, parties, options)
    _by_party(carrying.walk_away, parties, ("walk-away",), ANY)
    _by_party(carrying.tolerance, parties, ("tolerance",), NOT_BELOW)
    must_differ((task.name for task in carrying.tasks), "task", ("task names",))
    for n, task in enumerate(carrying.tasks):
        _check_task(task, ("tasks", str(n)))
    for n, spoiler in enumerate(carrying.spoilers):
        place = ("spoilers", str(n))
        must_know(spoiler.party, parties, "party", (*place, "party"))
        for name, number in (("outside", spoiler.outside), ("gain", spoiler.gain), ("cost", spoiler.cost)):
            _check(number, (*place, name), ANY, name)
        _check(spoiler.success, (*place, "success"), CHANCE, "probability")
    must_differ((each.party for each in carrying.spoilers), "spoiler", ("spoiler names",))
    for n, pressure in enumerate(carrying.pressures):
        must_know(pressure.on, parties, "party", ("pressures", str(n), "on"))
        _check(pressure.costs, ("pressures", str(n), "costs"), ANY, "cost")
    for n, breach in enumerate(carrying.breaches):
        place = ("breaches", str(n))
        must_know(breach.party, parties, "party", (*place, "party"))
        _check(breach.gain, (*place, "gain"), ANY, "gain")
        _check(breach.detection, (*place, "detection"), CHANCE, "probability")
        _check(breach.penalty, (*place, "penalty"), ANY, "penalty")


def _check(number: object, place: Place, within: tuple[float, float], of: str) -> None:
    """One number, exact; None is one that is left out."""
    if number is None:
        return
    if not isinstance(number, Exact):
        msg = f"{number!r} is no {of}: give one exact number"
        raise ModelError(msg, place)
    check_number(number, place, within=within, of=of)


def _by_party(
    numbers: Mapping[str, Exact], parties: Collection[str], place: Place, within: tuple[float, float]
) -> None:
    for name, number in numbers.items():
        must_know(name, parties, "party", (*place, name))
        _check(number, (*place, name), within, place[-1])


def _check_steps(
    steps: tuple[StatedStep, ...], parties: Collection[str], options: Mapping[str, tuple[str, ...]]
) -> None:
    names = [step.name for step in steps]
    if len(names) > MOST_STEPS:
        msg = f"{len(names)} steps: {MOST_STEPS} are the most"
        raise ModelError(msg, ("steps",))
    must_differ(names, "step", ("step names",))
    for n, step in enumerate(steps):
        place = ("steps", str(n))
        _by_party(step.worth, parties, (*place, "worth"), ANY)
        for field, who in (("by", step.by), ("stops", step.stops or ())):
            _names(who, parties, "party", (*place, field))
        others = [name for name in names if name != step.name]
        for field, which in (("after", step.after), ("together", step.together or ())):
            _names(which, others, "other step", (*place, field))
        must_know_choices(options, step.of, (*place, "of"))
        if step.reversible and not step.by:
            msg = f"the step {step.name!r} is reversible, and nobody does it: say by whom"
            raise ModelError(msg, (*place, "reversible"))
    circle = circle_of(steps)
    if circle:
        msg = f"these steps wait for each other in a circle: {', '.join(map(repr, circle))}"
        raise ModelError(msg, ("steps", str(names.index(circle[0])), "after"))


def _names(given: tuple[str, ...], known: Collection[str], kind: str, place: Place) -> None:
    for name in given:
        must_know(name, known, kind, place)
    must_differ(given, kind, place)


def _check_task(task: StatedTask, place: Place) -> None:
    names = [member.name for member in task.members]
    if not 0 < len(names) <= MOST_MEMBERS:
        msg = f"the task {task.name!r} has {len(names)} members: give 1 to {MOST_MEMBERS}"
        raise ModelError(msg, (*place, "members"))
    if not task.needs:
        msg = f"the task {task.name!r} needs nothing: name at least one means"
        raise ModelError(msg, (*place, "needs"))
    for means, amount in task.needs.items():
        _check(amount, (*place, "needs", means), NOT_BELOW, "need")
        if not amount.value > 0:
            msg = f"the task {task.name!r} needs 0 of {means!r}: leave it out, or give an amount above 0"
            raise ModelError(msg, (*place, "needs", means))
    must_differ(names, "member", (*place, "members"))
    _names(task.essential, names, "member", (*place, "essential"))
    for n, member in enumerate(task.members):
        _check_member(task, member, (*place, "members", str(n)))


def _check_member(task: StatedTask, member: StatedMember, place: Place) -> None:
    for means, amount in member.brings.items():
        must_know(means, task.needs, f"means of {task.name!r}", (*place, "brings", means))
        _check(amount, (*place, "brings", means), NOT_BELOW, "amount")
    for field, number in (("cost", member.cost), ("gain", member.gain)):
        _check(number, (*place, field), ANY, field)
    others = [each.name for each in task.members if each.name != member.name]
    _names(member.mandate, others, "other member", (*place, "mandate"))

"""What carrying a deal out takes, as plain data, what is left at its default left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..carrying import (
    Carrying,
    StatedBreach,
    StatedMember,
    StatedPressure,
    StatedSpoiler,
    StatedStep,
    StatedTask,
)
from ..numbers import Exact
from .tree_numbers import Fields, Tree, choices_tree, number_tree, source_tree

__all__ = ["carrying_tree"]


def carrying_tree(carrying: Carrying) -> Fields:
    """Write what a model says of carrying the deal out as fields of the model."""
    fields: Fields = {
        "steps": [_step(each) for each in carrying.steps],
        "walk-away": _numbers(carrying.walk_away),
        "tolerance": _numbers(carrying.tolerance),
        "tasks": [_task(each) for each in carrying.tasks],
        "spoilers": [_spoiler(each) for each in carrying.spoilers],
        "pressures": [_pressure(each) for each in carrying.pressures],
        "breaches": [_breach(each) for each in carrying.breaches],
    }
    return {name: value for name, value in fields.items() if value}


def _step(step: StatedStep) -> Fields:
    fields: Fields = {"name": step.name}
    if step.worth:
        fields["worth"] = _numbers(step.worth)
    for name, names in (("by", step.by or None), ("after", step.after or None)):
        _put_names(fields, name, names)
    _put_names(fields, "stops", step.stops)
    _put_names(fields, "together", step.together)
    if step.of:
        fields["of"] = choices_tree(step.of)
    if step.reversible:
        fields["reversible"] = True
    return {**fields, **source_tree(step.source)}


def _task(task: StatedTask) -> Fields:
    members: Tree = [_member(each) for each in task.members]
    fields: Fields = {"name": task.name, "needs": _numbers(task.needs), "members": members}
    _put_names(fields, "essential", task.essential or None)
    return {**fields, **source_tree(task.source)}


def _member(member: StatedMember) -> Fields:
    fields: Fields = {"name": member.name}
    if member.brings:
        fields["brings"] = _numbers(member.brings)
    _put_numbers(fields, {"cost": member.cost, "gain": member.gain})
    _put_names(fields, "mandate", member.mandate or None)
    return {**fields, **source_tree(member.source)}


def _spoiler(spoiler: StatedSpoiler) -> Fields:
    fields: Fields = {"party": spoiler.party}
    if spoiler.words:
        fields["words"] = spoiler.words
    numbers = {"outside": spoiler.outside, "gain": spoiler.gain, "cost": spoiler.cost, "success": spoiler.success}
    _put_numbers(fields, numbers)
    return {**fields, **source_tree(spoiler.source)}


def _pressure(pressure: StatedPressure) -> Fields:
    fields: Fields = {
        "words": pressure.words,
        "by": pressure.by,
        "on": pressure.on,
        "while": pressure.while_,
        "costs": number_tree(pressure.costs),
    }
    if not pressure.in_force:
        fields["in force"] = False
    return {**fields, **source_tree(pressure.source)}


def _breach(breach: StatedBreach) -> Fields:
    fields: Fields = {"party": breach.party}
    if breach.words:
        fields["words"] = breach.words
    _put_numbers(fields, {"gain": breach.gain, "detection": breach.detection, "penalty": breach.penalty})
    return {**fields, **source_tree(breach.source)}


def _numbers(numbers: Mapping[str, Exact]) -> Fields:
    return {name: number_tree(number) for name, number in numbers.items()}


def _put_numbers(fields: Fields, numbers: Mapping[str, Exact | None]) -> None:
    fields.update({name: number_tree(number) for name, number in numbers.items() if number is not None})


def _put_names(fields: Fields, name: str, names: Sequence[str] | None) -> None:
    """One name as a text, several or none as a list."""
    if names is not None:
        fields[name] = names[0] if len(names) == 1 else list(names)

"""What carrying a deal out takes, as a YAML model writes it: steps, tasks, spoilers, pressures, breaches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

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
from .nodes import Node, Scalar
from .numbers import SOURCED, choices_of, number_of, source_of
from .page import Page, Place

__all__ = ["BREACH", "CARRYING", "MEMBER", "PRESSURE", "SPOILER", "STEP", "TASK", "carrying_of"]

T = TypeVar("T")

CARRYING = ("steps", "walk-away", "tolerance", "tasks", "spoilers", "pressures", "breaches")
STEP = ("name", "worth", "by", "after", "stops", "together", "of", "reversible", *SOURCED)
TASK = ("name", "needs", "members", "essential", *SOURCED)
MEMBER = ("name", "brings", "cost", "gain", "mandate", *SOURCED)
SPOILER = ("party", "outside", "gain", "cost", "success", "words", *SOURCED)
PRESSURE = ("words", "by", "on", "while", "costs", "in force", *SOURCED)
BREACH = ("party", "gain", "detection", "penalty", "words", *SOURCED)
#: What a message calls a thing -> the fields that it may have, and those that it must have.
KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a step": (STEP, ("name",)),
    "a task": (TASK, ("name", "needs", "members")),
    "a member": (MEMBER, ("name",)),
    "a spoiler": (SPOILER, ("party", "outside", "gain")),
    "a pressure": (PRESSURE, ("words", "by", "on", "while", "costs")),
    "a breach": (BREACH, ("party", "gain", "detection", "penalty")),
}


def carrying_of(page: Page, fields: Mapping[str, Node]) -> Carrying:
    """Read what a model says of carrying the deal out, from its fields."""
    return Carrying(
        steps=_each(page, fields, "steps", _step),
        walk_away=_numbers(page, fields["walk-away"], ("walk-away",)) if "walk-away" in fields else {},
        tolerance=_numbers(page, fields["tolerance"], ("tolerance",)) if "tolerance" in fields else {},
        tasks=_each(page, fields, "tasks", _task),
        spoilers=_each(page, fields, "spoilers", _spoiler),
        pressures=_each(page, fields, "pressures", _pressure),
        breaches=_each(page, fields, "breaches", _breach),
    )


def _each(page: Page, fields: Mapping[str, Node], name: str, read: Callable[[Page, Node, Place], T]) -> tuple[T, ...]:
    if name not in fields:
        return ()
    page.mark((name,), fields[name])
    return tuple(read(page, item, (name, str(n))) for n, item in enumerate(page.items(fields[name], name)))


def _fields(page: Page, node: Node, place: Place, what: str) -> dict[str, Node]:
    """Take a thing's fields, and remember where they stand."""
    known, needed = KINDS[what]
    page.mark(place, node)
    fields = page.fields(node, what, known)
    for name in needed:
        if name not in fields:
            page.wrong(node, f"{what} needs {name!r}")
    for name, value in fields.items():
        page.mark((*place, name), value)
    return fields


def _step(page: Page, node: Node, place: Place) -> StatedStep:
    fields = _fields(page, node, place, "a step")
    name = page.text(fields["name"], "a name")
    page.mark(("step names", name), fields["name"])
    return StatedStep(
        name=name,
        worth=_numbers(page, fields["worth"], (*place, "worth")) if "worth" in fields else {},
        by=_texts(page, fields, "by") or (),
        after=_texts(page, fields, "after") or (),
        stops=_texts(page, fields, "stops"),
        together=_texts(page, fields, "together"),
        of=choices_of(page, fields["of"], (*place, "of")) if "of" in fields else {},
        reversible=_flag(page, fields, "reversible", otherwise=False),
        source=source_of(page, fields),
    )


def _task(page: Page, node: Node, place: Place) -> StatedTask:
    fields = _fields(page, node, place, "a task")
    name = page.text(fields["name"], "a name")
    page.mark(("task names", name), fields["name"])
    members = page.items(fields["members"], "members")
    return StatedTask(
        name=name,
        needs=_numbers(page, fields["needs"], (*place, "needs")),
        members=tuple(_member(page, item, (*place, "members", str(n))) for n, item in enumerate(members)),
        essential=_texts(page, fields, "essential") or (),
        source=source_of(page, fields),
    )


def _member(page: Page, node: Node, place: Place) -> StatedMember:
    fields = _fields(page, node, place, "a member")
    name = page.text(fields["name"], "a name")
    page.mark((*place[:-1], name), fields["name"])
    return StatedMember(
        name=name,
        brings=_numbers(page, fields["brings"], (*place, "brings")) if "brings" in fields else {},
        cost=_number(page, fields, "cost", place),
        gain=_number(page, fields, "gain", place),
        mandate=_texts(page, fields, "mandate") or (),
        source=source_of(page, fields),
    )


def _spoiler(page: Page, node: Node, place: Place) -> StatedSpoiler:
    fields = _fields(page, node, place, "a spoiler")
    party = page.text(fields["party"], "a party")
    page.mark(("spoiler names", party), fields["party"])
    return StatedSpoiler(
        party=party,
        outside=_exact(page, fields["outside"], (*place, "outside")),
        gain=_exact(page, fields["gain"], (*place, "gain")),
        cost=_number(page, fields, "cost", place),
        success=_number(page, fields, "success", place),
        words=_text(page, fields, "words"),
        source=source_of(page, fields),
    )


def _pressure(page: Page, node: Node, place: Place) -> StatedPressure:
    fields = _fields(page, node, place, "a pressure")
    return StatedPressure(
        words=_text(page, fields, "words"),
        by=_text(page, fields, "by"),
        on=_text(page, fields, "on"),
        while_=_text(page, fields, "while"),
        costs=_exact(page, fields["costs"], (*place, "costs")),
        in_force=_flag(page, fields, "in force", otherwise=True),
        source=source_of(page, fields),
    )


def _breach(page: Page, node: Node, place: Place) -> StatedBreach:
    fields = _fields(page, node, place, "a breach")
    return StatedBreach(
        party=_text(page, fields, "party"),
        gain=_exact(page, fields["gain"], (*place, "gain")),
        detection=_exact(page, fields["detection"], (*place, "detection")),
        penalty=_exact(page, fields["penalty"], (*place, "penalty")),
        words=_text(page, fields, "words"),
        source=source_of(page, fields),
    )


def _text(page: Page, fields: Mapping[str, Node], name: str) -> str:
    return page.text(fields[name], name) if name in fields else ""


def _texts(page: Page, fields: Mapping[str, Node], name: str) -> tuple[str, ...] | None:
    return page.texts(fields[name], name) if name in fields else None


def _flag(page: Page, fields: Mapping[str, Node], name: str, *, otherwise: bool) -> bool:
    return page.flag(fields[name], name) if name in fields else otherwise


def _number(page: Page, fields: Mapping[str, Node], name: str, place: Place) -> Exact | None:
    return _exact(page, fields[name], (*place, name)) if name in fields else None


def _numbers(page: Page, node: Node, place: Place) -> dict[str, Exact]:
    page.mark(place, node)
    found = {}
    for key, value in page.mapping(node, f"{place[-1]}, a number by name").pairs:
        found[key.text] = _exact(page, value, (*place, key.text))
        page.mark((*place, key.text), key)
    return found


def _exact(page: Page, node: Node, place: Place) -> Exact:
    """One exact number; what is uncertain here is tried out by changing it."""
    number = number_of(page, node, place)
    if not isinstance(number, Exact):
        said = f", and here is {node.text!r}" if isinstance(node, Scalar) else ""
        page.wrong(node, f"{place[-1]!r} is one exact number{said}")
    return number

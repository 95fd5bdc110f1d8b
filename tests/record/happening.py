"""Cases in which things happen: reports of every marking, marked anew, retired, confined, added to and judged."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import msgspec
from made import day, report, statements

from goodoffices.record import Marking, Rejection, Report, Verdict, content_id, make_judgement
from goodoffices.record.paging import Page
from goodoffices.record.store import Store

__all__ = ["CIRCLES", "MARKINGS", "Act", "all_of", "fill"]

T = TypeVar("T")
MARKINGS = list(Marking)
CIRCLES = ("north", "south")
_WHAT = ("mark", "mark", "retire", "restore", "confine", "free", "extend", "judge", "judge", "reject", "read")
_OFTEN = 0.4


class Act(NamedTuple):
    """What happens, to which report, to it (0) or a statement of it, as what, on which day, for which circle."""

    what: str
    which: int
    part: int
    marking: Marking
    when: int
    circle: str


REPORTS = 5
_ACTS = 40


def _act(case: Store, made: list[Report], number: int, act: Act) -> None:
    what, which, part, marking, when, circle = act
    of, at = made[which], day(when)
    said = statements(of)
    target = [of.id, *(each.id for each in said)][part]
    match what:
        case "mark":
            case.mark(target, marking, at=at, by=str(number))
        case "retire":
            case.retire(target, by="Ana", why=str(number), at=at)
        case "restore":
            case.restore(target, by="Ana", why=str(number), at=at)
        case "confine" | "free":
            case.confine(target, circle, confined=what == "confine", by="Ana", why=str(number), at=at)
        case "extend":
            more = [msgspec.structs.replace(each, marking=marking) for each in statements(of, 5)[3:]]
            case.extend(of.id, more, at=at)
        case "judge":
            others = (said[part].id, statements(made[(which + 1) % REPORTS])[part - 1].id)
            on = make_judgement(
                content_id("f", number), Verdict.CONFIRM, by="Bo", at=at, statements=others, marking=marking
            )
            case.judge(on)
        case "reject":
            case.reject(Rejection(f"{part}.pdf", f"it is broken {which % 2}"), at=at, marking=marking)
        case "read":
            case.reject(Rejection(of.path, "it was broken"), at=at)


def fill(case: Store, seed: int) -> None:
    """Add reports of any marking, some of their statements of another, and let things happen to them.

    Args:
        case: An empty case.
        seed: Of the draws.
    """
    draw = random.Random(seed)  # noqa: S311  made-up data
    made = []
    for number in range(REPORTS):
        one = report(number, marking=draw.choice(MARKINGS), dated=number != 3)
        said = [msgspec.structs.replace(each, marking=_own(draw)) for each in statements(one)]
        refused = [Rejection(f"s of {one.id}", "not borne out")] * (number % 2 + 1)
        case.add(one, said, at=day(number), rejections=refused)
        made.append(one)
    for number in range(_ACTS):
        act = Act(
            draw.choice(_WHAT),
            draw.randrange(REPORTS),
            draw.randrange(3),
            draw.choice(MARKINGS),
            draw.randrange(6),
            draw.choice(CIRCLES),
        )
        _act(case, made, number, act)


def _own(draw: random.Random) -> Marking:
    return draw.choice(MARKINGS) if draw.random() < _OFTEN else Marking.CLEAR


def all_of(ask: Callable[[str | None], Page[T]]) -> list[T]:
    """Turn all the pages of a list, and check that each says how many there are."""
    found: list[T] = []
    page = ask(None)
    total = page.total
    while True:
        found += page.found
        assert page.total == total
        if page.next is None:
            assert len(found) == total
            return found
        assert page.found
        page = ask(page.next)

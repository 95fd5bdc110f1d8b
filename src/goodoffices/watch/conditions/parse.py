"""From the words of a condition to the condition."""

from __future__ import annotations

import datetime as dt
import functools
from importlib import resources
from typing import TYPE_CHECKING, Any

from ..errors import ConditionError
from .model import (
    After,
    And,
    Comparison,
    Condition,
    Counted,
    Happened,
    Is,
    Lasting,
    Not,
    Or,
    Reached,
    Triggered,
    Valued,
    Was,
)

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

__all__ = ["parse_condition", "parse_span"]

_UNITS = {"minute": dt.timedelta(minutes=1), "hour": dt.timedelta(hours=1), "day": dt.timedelta(days=1)}
_UNITS["week"] = dt.timedelta(weeks=1)
_FILTERS = {"kind": "kinds", "zone": "zones", "party": "parties"}
_DEEPEST = 60
_LONGEST = 4_000
_SHORTEST = dt.timedelta(minutes=1)
_LONGEST_SPAN = dt.timedelta(days=365_250)
_SHOWN = 80


def parse_condition(text: str, *, name: str = "", line: int = 0) -> Condition:
    """Read a condition, such as ``14 days after signing happened and not (withdrawal is breached)``.

    Args:
        text: The words; at most 4,000 characters, at most 60 parts deep.
        name: File in which it stands, for the message of an error.
        line: Its line there, from 1.

    Raises:
        ConditionError: It cannot be read; the message shows what was read until then and what may stand there.
    """
    from lark.exceptions import LarkError, UnexpectedInput  # noqa: PLC0415  only where an agreement is read

    if len(text) > _LONGEST or text.count("(") > _DEEPEST:
        fault = f"a condition of {len(text)} characters is too long or too deep: split it over several obligations"
        raise ConditionError(fault, name=name, line=line)
    try:
        tree = _grammar().parse(text)
        if _depth(tree) > _DEEPEST:
            fault = f"a condition with more than {_DEEPEST} parts inside each other is too deep: write it flatter"
            raise ConditionError(fault)
        return _condition(tree)
    except ConditionError as odd:
        raise ConditionError(odd.fault, name=name, line=line) from odd
    except UnexpectedInput as odd:
        raise ConditionError(_unexpected(text, odd), name=name, line=line) from odd
    except LarkError as odd:
        fault = f"the condition {_cut(text)!r} cannot be read: {odd}"
        raise ConditionError(fault, name=name, line=line) from odd
    except (ValueError, OverflowError) as odd:
        fault = f"the condition {_cut(text)!r} cannot be used: {odd}"
        raise ConditionError(fault, name=name, line=line) from odd


def parse_span(text: str, *, name: str = "", line: int = 0) -> dt.timedelta:
    """Read a length of time: ``14 days``, ``36 hours``, ``2 weeks``.

    Raises:
        ConditionError: It is none, or is shorter than a minute or longer than 1,000 years.
    """
    words = text.split()
    try:
        amount, unit = words
        length = float(amount) * _UNITS[unit.rstrip("s")]
    except (ValueError, KeyError, OverflowError) as odd:
        fault = f"{_cut(text)!r} is no length of time: write a number and minutes, hours, days or weeks: '14 days'"
        raise ConditionError(fault, name=name, line=line) from odd
    if not _SHORTEST <= length <= _LONGEST_SPAN:
        fault = (
            f"{text!r} is no length of time: it must be longer than nothing, a minute at least and 1,000 years at most"
        )
        raise ConditionError(fault, name=name, line=line)
    return length


def _cut(text: str) -> str:
    """A text for a message, cut short."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _depth(tree: Tree[Token]) -> int:
    """How many parts lie inside each other at most."""
    deepest = 0
    todo: list[tuple[Any, int]] = [(tree, 1)]
    while todo:
        branch, depth = todo.pop()
        deepest = max(deepest, depth)
        todo.extend((each, depth + 1) for each in getattr(branch, "children", ()))
    return deepest


@functools.cache
def _grammar() -> Lark:
    from lark import Lark  # noqa: PLC0415  only where an agreement is read

    grammar = resources.files(__package__).joinpath("data", "condition.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=False)


def _unexpected(text: str, odd: Any) -> str:  # noqa: ANN401  lark's errors share no typed base with a column
    column = odd.column if odd.column and odd.column > 0 else len(text) + 1
    return (
        f"the condition {_cut(text)!r} cannot be read from column {column} on ({text[column - 1 :][:20]!r}): "
        "write, say, 'signing happened', 'withdrawal is fulfilled', '14 days after trigger', 'on 2026-05-01', "
        "'count(kind=shelling, days=7) < 5' or 'value(returns) >= 1000'"
    )


def _condition(tree: Tree[Token]) -> Condition:
    made: Condition = _MAKERS[tree.data](tree.children)
    return made


def _after(children: list[Any]) -> Condition:
    return After(_span(children[0]), _condition(children[1]))


def _lasting(children: list[Any]) -> Condition:
    return Lasting(_span(children[1]), _condition(children[0]))


def _span(tree: Tree[Token]) -> dt.timedelta:
    return parse_span(" ".join(str(each) for each in tree.children))


def _reached(children: list[Any]) -> Condition:
    at = dt.datetime.fromisoformat(str(children[0]))
    return Reached(at.replace(tzinfo=dt.UTC))


def _every(children: list[Any], join: type[And | Or]) -> Condition:
    names, state = children
    return join(tuple(Is(str(name), str(state)) for name in names.children))


def _counted(children: list[Any]) -> Condition:
    *filters, comparison, number = children
    found: dict[str, Any] = {"kinds": (), "zones": (), "parties": (), "days": 0.0}
    for each in filters:
        key, words = str(each.children[0]), tuple(str(word).strip('"') for word in each.children[1].children)
        if key == "days":
            found["days"] = float(words[0])
        elif key in _FILTERS:
            found[_FILTERS[key]] = words
        else:
            message = f"count() knows kind, zone, party and days, not {key!r}"
            raise ValueError(message)
    if found["days"] < 0:
        message = "the days of count() must be more than nothing"
        raise ValueError(message)
    return Counted(**found, comparison=Comparison(str(comparison)), number=float(number))


def _valued(children: list[Any]) -> Condition:
    return Valued(str(children[0]), Comparison(str(children[1])), float(children[2]))


_MAKERS: dict[str, Any] = {
    "either": lambda children: Or(tuple(map(_condition, children))),
    "both": lambda children: And(tuple(map(_condition, children))),
    "negation": lambda children: Not(_condition(children[0])),
    "after": _after,
    "lasting": _lasting,
    "happened": lambda children: Happened(str(children[0])),
    "reached": _reached,
    "is_now": lambda children: Is(str(children[0]), str(children[1])),
    "was_ever": lambda children: Was(str(children[0]), str(children[1])),
    "all_are": lambda children: _every(children, And),
    "any_is": lambda children: _every(children, Or),
    "counted": _counted,
    "valued": _valued,
    "triggered": lambda _: Triggered(),
}

"""A condition in words: what `parse_condition` reads back to the same condition."""

from __future__ import annotations

import datetime as dt
import re

from .model import After, And, Condition, Counted, Happened, Is, Lasting, Not, Or, Reached, Triggered, Valued, Was

__all__ = ["in_words", "span_in_words"]


def in_words(condition: Condition) -> str:
    """Write a condition as a person would; `parse_condition` of it is the condition again."""
    match condition:
        case Or(of=several):
            return " or ".join(_inside(each, Or) for each in several)
        case And(of=several):
            return " and ".join(_inside(each, And) for each in several)
        case Not(of=inner):
            return f"not {_bracketed(inner)}"
        case After(wait=wait, of=inner):
            return f"{span_in_words(wait)} after {_bracketed(inner)}"
        case Lasting(wait=wait, of=inner):
            return f"{_bracketed(inner)} for {span_in_words(wait)}"
        case _:
            return _atom(condition)


def span_in_words(span: dt.timedelta) -> str:
    """Write a length of time in its largest whole unit: ``14 days``, ``36 hours``, ``90 minutes``."""
    minutes = span / dt.timedelta(minutes=1)
    for unit, size in (("day", 24 * 60), ("hour", 60)):
        if minutes % size == 0:
            return f"{minutes / size:.0f} {unit}{'' if minutes == size else 's'}"
    return f"{minutes:.10g} minutes"


def _atom(condition: Condition) -> str:  # noqa: PLR0911  one for each kind of atom
    match condition:
        case Happened(event=event):
            return f"{event} happened"
        case Reached(at=at):
            return f"on {at.isoformat()[: 10 if at.time() == dt.time() else 16]}"
        case Is(subject=subject, state=state):
            return f"{subject} is {state}"
        case Was(subject=subject, state=state):
            return f"{subject} was {state}"
        case Counted():
            return f"count({_filters(condition)}) {condition.comparison.value} {condition.number:.10g}"
        case Valued(indicator=indicator, comparison=comparison, number=number):
            return f"value({indicator}) {comparison.value} {number:.10g}"
        case Triggered():
            return "trigger"
    message = f"no words for {type(condition).__name__}"
    raise TypeError(message)


def _filters(counted: Counted) -> str:
    named = {"kind": counted.kinds, "zone": counted.zones, "party": counted.parties}
    said = [f"{key}={'|'.join(map(_name, values))}" for key, values in named.items() if values]
    return ", ".join([*said, f"days={counted.days:.10g}"] if counted.days else said)


def _name(word: str) -> str:
    """Put a name of several words in quotation marks."""
    return word if re.fullmatch(r"[^\W\d][\w.]*([-/][\w.]+)*", word) else f'"{word}"'


def _inside(condition: Condition, join: type[And | Or]) -> str:
    """What stands in an "and" or "or": anything that would be torn apart there goes in brackets."""
    loose = isinstance(condition, Or | And) and (join is And or isinstance(condition, Or))
    return f"({in_words(condition)})" if loose or len(_several(condition)) == 1 else in_words(condition)


def _several(condition: Condition) -> tuple[Condition, ...]:
    return condition.of if isinstance(condition, And | Or) else ()


def _bracketed(condition: Condition) -> str:
    simple = not isinstance(condition, Or | And | Not | After | Lasting)
    return in_words(condition) if simple else f"({in_words(condition)})"

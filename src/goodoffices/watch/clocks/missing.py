"""What a step lacks: the parts of its trigger that do not hold, down to what has not come."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping

import msgspec

from ..conditions import (
    After,
    And,
    Condition,
    Counted,
    Happened,
    Is,
    Lasting,
    Not,
    Or,
    Reached,
    Valued,
    Was,
    in_words,
)
from ..course.moves import FINAL
from ..state import Outlook, Standing
from .named import families_of

__all__ = ["Missing", "missing_for"]


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a step waits for.

    Attributes:
        what: "obligation", "event", "day", "value" or "count".
        subject: Its id or name; of a day, the day.
        words: What is asked of it.
        one_of: It is one of several, any of which would do.
    """

    what: str
    subject: str
    words: str
    one_of: bool = False


def missing_for(standing: Standing, outlook: Outlook, happened: Mapping[str, object]) -> tuple[Missing, ...]:
    """What a step waits for while it is conditional or pending.

    Args:
        standing: The step.
        outlook: The agreement on the day.
        happened: Events that have happened.
    """
    obligation = standing.obligation
    condition = {"conditional": obligation.trigger, "pending": obligation.starts}.get(standing.state)
    if condition is None:
        return ()
    found = _missing(condition, outlook, happened, owner=obligation.id)
    return tuple(dict.fromkeys(found))


def _missing(
    condition: Condition, outlook: Outlook, happened: Mapping[str, object], *, owner: str, one_of: bool = False
) -> Iterator[Missing]:
    """What a condition lacks; parts that are known to hold lack nothing."""
    if outlook.course.parts.get((owner, condition)) is True:
        return
    ask = functools.partial(_missing, outlook=outlook, happened=happened, owner=owner)
    match condition:
        case And(of=several):
            for each in several:
                yield from ask(each, one_of=one_of)
        case Or(of=several):
            found = [tuple(ask(each, one_of=True)) for each in several]
            if all(found):
                yield from itertools.chain(*found)
        case After(of=inner) | Lasting(of=inner):
            inside = tuple(ask(inner, one_of=one_of))
            words = in_words(condition)
            yield from inside or (Missing(what="day", subject=words, words=words, one_of=one_of),)
        case Not(of=inner):
            # What is not to be holds the step up while it is; only states can say so here.
            if isinstance(inner, Is) and outlook.course.states.get(inner.subject) == inner.state:
                yield Missing(what="obligation", subject=inner.subject, words=in_words(condition), one_of=one_of)
        case Is() | Was():
            yield from _state_missing(condition, outlook, one_of=one_of)
        case _:
            yield from _fact_missing(condition, outlook, happened, one_of=one_of)


def _fact_missing(
    atom: Condition, outlook: Outlook, happened: Mapping[str, object], *, one_of: bool
) -> Iterator[Missing]:
    """An event, a day or a number that has not come; a number is listed with what is asked of it, reached or not."""
    words = in_words(atom)
    match atom:
        case Happened(event=event) if event not in happened:
            yield Missing(what="event", subject=event, words=words, one_of=one_of)
        case Reached(at=at) if at > outlook.on:
            yield Missing(what="day", subject=f"{at:%Y-%m-%d}", words=words, one_of=one_of)
        case Valued(indicator=name):
            yield Missing(what="value", subject=name, words=words, one_of=one_of)
        case Counted():
            yield Missing(what="count", subject=words, words=words, one_of=one_of)


def _state_missing(atom: Is | Was, outlook: Outlook, *, one_of: bool) -> Iterator[Missing]:
    """A state that is not there; of what arises anew any instance would do: each that is not over is missing."""
    states, words = outlook.course.states, in_words(atom)
    family = (atom.subject,) if atom.subject in states else families_of(states).get(atom.subject, ())
    if any(_is_so(own, atom, outlook) for own in family):
        return
    over = FINAL if atom.subject in states else {*FINAL, "conditional"}  # what has not arisen is not missing yet
    open_ones = [own for own in family if states[own] not in over] or [atom.subject]
    for own in open_ones:
        yield Missing(what="obligation", subject=own, words=words, one_of=one_of or len(open_ones) > 1)


def _is_so(own: str, atom: Is | Was, outlook: Outlook) -> bool:
    if outlook.course.states[own] == atom.state:
        return True
    changes = outlook.course.changes
    return isinstance(atom, Was) and any(each.subject == own and each.after == atom.state for each in changes)

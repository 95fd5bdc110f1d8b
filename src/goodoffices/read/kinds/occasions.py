"""Dates that stand by a noun and yet tell when: "the small hours of Monday", "on 3 May, when ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..dates import interval_of
from ..document import offset_of
from .times import times_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from goodoffices.record import Interval

    from ..context import Context

__all__ = ["is_dated_by", "is_fronted", "is_of_an_hour", "time_whereof"]

_HOURS = frozenset({"hour", "hours", "night", "morning", "evening", "afternoon", "dawn", "daytime", "course"})
_ON = frozenset({"on", "in"})
_AT = frozenset({"at", "during", "in"})
_LONGEST = 40
"""Characters of a time expression before the word that a clause hangs on."""


def is_of_an_hour(root: Token) -> bool:
    """Is a date that of a part of it: "in the early hours of Monday", "on the night of 21 June"?

    Args:
        root: The head of the date, behind "of".
    """
    return root.head.head.lower_ in _HOURS


def is_fronted(tokens: Sequence[Token]) -> bool:
    """Does a date open its clause behind "on" or "in", however it is parsed: "On 7 March gunmen broke in"?

    Args:
        tokens: The words of the date.
    """
    first = tokens[0]
    if first.i == 0 or first.lower_ in {"a", "the"}:
        return False
    before = first.nbor(-1)
    if before.lower_ not in _ON:
        return False
    return before.i == before.sent.start or before.nbor(-1).is_punct


def is_dated_by(root: Token, verb: Token) -> bool:
    """Is what a verb tells dated by an occasion: "injured during Wednesday's shooting", "said at Friday's session"?

    Args:
        root: The head of a date.
        verb: The verb.
    """
    noun = root.head
    occasion = root.dep_ == "poss" and noun.dep_ == "pobj" and noun.head.lower_ in _AT
    return occasion and noun.head.head == verb


def time_whereof(context: Context, verb: Token) -> Interval | None:
    """The date that a clause with "when" hangs on: "on 23 November, when a strike killed three".

    Args:
        context: The report.
        verb: The verb of the clause.
    """
    if verb.dep_ != "relcl" or not any(child.lower_ == "when" for child in verb.children):
        return None
    at = offset_of(verb.head)
    for time in times_in(context, at - _LONGEST, at + 1):
        if time.span[0] <= at < time.span[1] and time.type in {"DATE", "TIME"}:
            interval = interval_of(msgspec.structs.replace(time, signal=""))  # "closed since 1993, when it was sealed"
            return interval if interval.known else None
    return None

"""What a number of times was: "restricted 62 times", "jamming on 147 occasions", "twice denied passage"."""

from __future__ import annotations

from collections.abc import Sequence

from .heads import Head, thing_at
from .numbers import Number
from .tokens import Token
from .vocabulary import clauses, section, times_words

__all__ = ["counts_times", "told_times"]

_BACK = 60
_AHEAD = 12
_OF = 9
_HARMED = {"casualties": "casualty", "fatalities": "killed", "deaths": "killed", "injuries": "injured"}
_TOLD = frozenset(("restriction", "interference", "fire", "damage", "violation", "explosion", "other"))


def counts_times(words: Sequence[Token], number: Number) -> int | None:
    """The last token of "62 times", "twice"; None where the number counts no times."""
    after = number.last + 1
    if number.form == "adverb":
        rate = after < len(words) and words[after].fold in section("things", "times", "rates")
        return None if rate or _conjunction(words, number) else number.last
    if number.form == "article":
        return None
    for index in range(after, min(after + 3, len(words))):
        if words[index].fold in section("things", "times", "units"):
            rate = index + 1 < len(words) and words[index + 1].fold in section("things", "times", "rates") - {"the"}
            return None if rate else index
        if words[index].form != "word" or words[index].fold in clauses("lead", "stops"):
            return None
    return None


def _conjunction(words: Sequence[Token], number: Number) -> bool:
    """Is "once" the word of time ("once repairs were done", "at once") and no number?"""
    if words[number.first].fold != "once":
        return False
    before = words[number.first - 1].fold if number.first else ""
    after = words[number.last + 1].fold if number.last + 1 < len(words) else ""
    goes_on = after in {"in", "near", "over", "inside", "on", "when", "while", "at", "by", ".", ",", ";", ")", "and"}
    return before == "at" or not goes_on or not before


def told_times(words: Sequence[Token], number: Number, last: int) -> Head | None:
    """What happened so often.

    Args:
        words: Tokens of the sentence.
        number: The number of times.
        last: The last token of "62 times".

    Returns:
        The kind by "of ..." after it, else by the nearest telling word before it, else after it.
    """
    if _fronted(words, number, last):
        if words[last].fold in ("case", "instance"):
            return None  # "in one case": an example and no count
        told = _of(words, last) or _ahead(words, last)
    else:
        told = _of(words, last) or _back(words, number) or _ahead(words, last)
    return None if told and told.kind == "other" and number.value == 1 else told


def _fronted(words: Sequence[Token], number: Number, last: int) -> bool:
    """Does "on two occasions," open a clause, so that what happened stands after it?"""
    at = number.opening - 1
    if last + 1 >= len(words) or words[last + 1].text != "," or at < 0 or words[at].fold not in ("on", "in"):
        return False
    return at == 0 or words[at - 1].fold in ("and", ",", ";", ":", "addition", "example")


def _of(words: Sequence[Token], last: int) -> Head | None:
    """By what follows: "45 instances of the use of weapons"."""
    if last + 1 >= len(words) or words[last + 1].fold not in ("of", "where", "when", "in"):
        return None
    if words[last + 1].fold == "in" and not (last + 2 < len(words) and words[last + 2].fold == "which"):
        return None
    for index in range(last + 2, min(last + 2 + _OF, len(words))):
        thing = thing_at(words, index)
        if thing:
            return Head(thing[0].kind, last + 2, thing[1])
        kind = times_words().get(words[index].fold)
        if kind:
            return Head(kind, last + 2, index)
        if words[index].text in ",;.:(":
            return None
    return None


def _back(words: Sequence[Token], number: Number) -> Head | None:
    """By the nearest telling word before it in the sentence's clause."""
    cases = number.last + 1 < len(words) and words[number.last + 1].fold in ("case", "cases")
    for index in range(number.opening - 1, max(number.opening - _BACK, -1), -1):
        if words[index].text in ";.!?":
            return None
        kind = _told(words, index) or (_HARMED.get(words[index].fold) if cases else None)
        if kind:
            return Head(kind, index, index, index)
    return None


def _told(words: Sequence[Token], index: int) -> str | None:
    """What one word of the clause tells."""
    kind = times_words().get(words[index].fold)
    if kind == "violation" and index and words[index - 1].fold == "in":
        return None  # "weapons in violation of withdrawal lines"
    return kind if kind in _TOLD else None


def _ahead(words: Sequence[Token], last: int) -> Head | None:
    """By the first telling word after it ("on four occasions, UAVs were targeted by small-arms fire")."""
    for index in range(last + 1, min(last + 1 + _AHEAD + 6, len(words))):
        if words[index].text in ";.!?:":
            return None
        kind = _told(words, index)
        if kind:
            return Head(kind, index, index)
    return None

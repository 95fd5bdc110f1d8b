"""What a count has from another: bare numbers take what the count before them counts, parts belong to their whole."""

from __future__ import annotations

from collections.abc import Sequence

from .heads import Head
from .mark import Mark
from .numbers import Number
from .tokens import Token
from .understood import thing_before, total_of
from .vocabulary import clauses

__all__ = ["bare_head", "inherited", "parent_of"]

_JOINED = ("part", "compared", "bracket", "apposed", "next")


def bare_head(
    words: Sequence[Token], number: Number, lead: str, found: Sequence[Mark], before: str | None
) -> Head | None:
    """What a bare number counts, by the total, the comparison or the list that it stands in.

    Args:
        words: Tokens of the sentence.
        number: The number.
        lead: How it is joined to what is before it.
        found: The counts before it.
        before: Kind of the first count of the last sentence that gave one.

    Returns:
        What it counts, or None.
    """
    total = None if lead in ("compared", "part", "next") else total_of(words, number)
    if total:
        kind = _total_kind(words, number, found[0].head.kind if found else before)
        return total[0] or (Head(kind, None, None, total[1]) if kind else None)
    if lead == "compared" and found:
        return _in_order(found)
    opening = " ".join(token.fold for token in words[:2])
    if not found and before and opening in ("of these", "of those", "of them"):
        return Head(before, None, None)  # "Of these, 45 were ..."
    return inherited(words, number, lead, found)


def _total_kind(words: Sequence[Token], number: Number, kind: str | None) -> str | None:
    """What a total counts that names nothing: casualties, where the dead and the injured are told apart after it."""
    after = {token.fold for token in words[number.last + 1 : number.last + 10]}
    return "casualty" if after & clauses("listing", "dead") and after & clauses("listing", "hurt") else kind


def _in_order(found: Sequence[Mark]) -> Head:
    """What a compared number counts: the first as the first count of the sentence, the second as the second."""
    own = [mark for mark in found if mark.lead != "compared"]
    nth = len(found) - len(own)
    return Head(own[min(nth, len(own) - 1)].head.kind if own else found[-1].head.kind, None, None)


def inherited(words: Sequence[Token], number: Number, lead: str, found: Sequence[Mark]) -> Head | None:
    """What a number counts that stands in a list with another, or after the thing that it counts.

    Args:
        words: Tokens of the sentence.
        number: The number.
        lead: How it is joined to what is before it.
        found: The counts before it.

    Returns:
        What it counts, or None.
    """
    if lead not in _JOINED:
        return None
    since = found[-1].last if found else -1
    named = thing_before(words, number.opening, since) if lead != "next" or not found else None
    if named and lead in ("part", "bracket", "apposed"):
        return named
    if not found:
        return named if lead == "compared" else None
    last = found[-1]
    if lead == "next" and last.parent is not None and _part_closed(words, last, number):
        last = found[last.parent]
    while lead == "part" and last.parent is not None and number.value > last.number.value:
        last = found[last.parent]  # "six casualties – four injured and two killed, five of which ..."
    if lead == "next" and not (last.bare or last.number.form == "adverb" or _same_list(words, last, number)):
        return None
    return Head(last.head.kind, None, None)


def _same_list(words: Sequence[Token], last: Mark, number: Number) -> bool:
    """Does a bare number after "and" or a comma go on with the list of the count before it?"""
    between = words[last.last + 1 : number.opening]
    if _place_first(between):
        return True
    return not any(token.fold in clauses("listing", "acts") or token.text in ";.(" for token in between)


def _place_first(between: Sequence[Token]) -> bool:
    """Is there only the next place between two counts ("28 violations; in Ad Durayhimi, 35")?"""
    texts = [token.text for token in between]
    if ";" in texts:
        between = between[len(texts) - 1 - texts[::-1].index(";") :]
        texts = [token.text for token in between]
    inner = between[1:-1]
    named = all(token.text[:1].isupper() or token.fold in ("in", "near", "at", "around", "the") for token in inner)
    return len(texts) > 2 and texts[0] in ";," and texts[-1] == "," and named  # noqa: PLR2004  "; in X,"


def parent_of(words: Sequence[Token], number: Number, head: Head, lead: str, found: Sequence[Mark]) -> int | None:
    """The mark that a count is a part of, or is compared with.

    Args:
        words: Tokens of the sentence.
        number: The count's number.
        head: What it counts.
        lead: How it is joined to what is before it.
        found: The counts before it.

    Returns:
        The index of that mark; None where the count stands by itself.
    """
    if not found:
        return None
    last = len(found) - 1
    if lead in ("part", "bracket", "apposed"):
        return _whole_of(words, number, head, lead, found)
    if lead == "compared":
        return next((i for i in range(last, -1, -1) if found[i].parent is None), last)
    return _fellow_parent(words, number, head, found[last]) if lead == "next" else None


def _whole_of(words: Sequence[Token], number: Number, head: Head, lead: str, found: Sequence[Mark]) -> int | None:
    """The whole of "including 45", of "(206 in ...)", of ": three in ..."."""
    whole = found[-1]
    own = head.first is not None and whole.last < head.first < number.first
    if own or (lead == "part" and thing_before(words, number.opening, whole.last)):
        return None  # a part of a thing that no number counts
    if lead == "part" and whole.parent is not None and _closed(words, whole, number):
        return whole.parent
    beside_it = whole.lead == lead == "part" or (whole.lead == "compared" and lead == "apposed")
    return whole.parent if beside_it and whole.parent is not None else len(found) - 1


def _fellow_parent(words: Sequence[Token], number: Number, head: Head, last: Mark) -> int | None:
    """The whole that a count shares with the one before it in its list."""
    if words[number.opening - 1].text == ";":
        return last.parent if last.lead in ("bracket", "apposed") else None
    if last.parent is None or _closed(words, last, number) or _part_closed(words, last, number):
        return None
    return last.parent if head.kind == last.head.kind or last.lead in ("bracket", "apposed", "next") else None


def _part_closed(words: Sequence[Token], last: Mark, number: Number) -> bool:
    """Did a comma close the part ("nine violations, including four explosions, were recorded in A and 57 in B")?"""
    between = words[last.last + 1 : number.opening]
    return last.lead == "part" and len(between) > 2 and between[0].text == ","  # noqa: PLR2004  more than ", and"


def _closed(words: Sequence[Token], last: Mark, number: Number) -> bool:
    """Did the bracket of the count before it close?"""
    return any(token.text == ")" for token in words[last.last + 1 : number.opening])

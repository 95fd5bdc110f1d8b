"""Places and times that a count has from others: from the whole, from its list, from the head of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from .mark import Mark
from .phrase import Phrase
from .tokens import Token
from .vocabulary import clauses

__all__ = ["lend"]

# Counts of one list that are looked through for the phrase at its end.
_ROW = 6
# Words between two counts of one list: "killed and some".
_SHORT = 4
# The time before the report's own holds for what follows only at the sentence's head: "In the previous period".
_HEAD = 2


def _front(
    words: Sequence[Token], found: Sequence[Mark], phrases: Sequence[Phrase], own: Sequence[int | None]
) -> list[int]:
    """The phrases before counts that no count has of its own: each holds for those after it."""
    taken = {index for index in own if index is not None}
    limit = found[-1].number.first if found else 0
    front = [
        i
        for i, phrase in enumerate(phrases)
        if i not in taken and phrase.opening < limit and (not phrase.previous or phrase.opening <= _HEAD)
    ]
    return [i for i in front if not _belongs_elsewhere(words, phrases[i])]


def _belongs_elsewhere(words: Sequence[Token], phrase: Phrase) -> bool:
    """Is it the place or time of another thing ("measures that took effect on 27 July")?"""
    before = [token.fold for token in words[max(phrase.opening - 4, 0) : phrase.opening]]
    return any(fold in clauses("binding", "elsewhere") for fold in before)


def lend(
    words: Sequence[Token], found: Sequence[Mark], phrases: Sequence[Phrase], own: Sequence[int | None], *, times: bool
) -> list[int | None]:
    """Give the counts that have no phrase of their own the one that holds for them.

    Args:
        words: Tokens of the sentence.
        found: Its counts, in order.
        phrases: Its places, or its times, in order.
        own: For each count the index of its own phrase, or None.
        times: Whether they are times.

    Returns:
        For each count the index of its phrase, or None.
    """
    front = _front(words, found, phrases, own)
    bound = list(own)
    for index, mark in enumerate(found):
        if own[index] is not None:
            continue
        if mark.lead == "compared" and times:
            later = index + 1
            bound[index] = own[later] if later < len(found) and found[later].lead == "compared" else None
            continue
        lent = _from_list(words, found, bound, own, index, times=times)
        if lent is None and mark.parent is not None:
            lent = bound[mark.parent]
        if lent is None:
            ahead = [i for i in front if _ahead_of(words, found, phrases[i], mark)]
            lent = ahead[-1] if ahead else None
        bound[index] = lent
    return bound


def _from_list(
    words: Sequence[Token],
    found: Sequence[Mark],
    bound: Sequence[int | None],
    own: Sequence[int | None],
    index: int,
    *,
    times: bool,
) -> int | None:
    """The phrase of the list that a count stands in: that of "another 137" before it, else that at the list's end."""
    if times and index and found[index].lead == "next" and _and_another(words, found, index):
        return bound[index - 1]
    for later in range(index + 1, min(index + _ROW, len(found))):
        listed = _one_list(words, found, index, later, times=times) or _same_one(found, index, later)
        if listed and own[later] is not None:
            return own[later]
    return None


def _ahead_of(words: Sequence[Token], found: Sequence[Mark], phrase: Phrase, mark: Mark) -> bool:
    """Can a phrase before a count hold for it: at the head of the sentence, or with no semicolon between?"""
    if phrase.opening >= mark.number.first:
        return False
    head = phrase.opening < found[0].number.first
    return head or not any(token.text == ";" for token in words[phrase.last + 1 : mark.number.first])


def _same_one(found: Sequence[Mark], index: int, later: int) -> bool:
    """Is the later count the same one told at length ("one fatality – a man who died when ...")?"""
    one, other = found[index], found[later]
    return later == index + 1 and other.lead == "apposed" and one.number.value == other.number.value == 1


def _and_another(words: Sequence[Token], found: Sequence[Mark], index: int) -> bool:
    """Does a count follow the one before it as "and another 137"?"""
    between = words[found[index - 1].last + 1 : found[index].number.opening]
    return (
        bool(between)
        and between[-1].fold in ("another", "further", "additional")
        and found[index - 1].lead != "compared"
    )


def _one_list(words: Sequence[Token], found: Sequence[Mark], index: int, later: int, *, times: bool) -> bool:
    """Are two counts of one list ("two people killed and eight injured during ...")?"""
    if found[later].lead != "next" or found[later].parent != found[index].parent:
        return False
    if found[later].head.kind == found[index].head.kind and words[found[later].number.opening - 1].text == ",":
        return False  # "four times, twice on each side": a part
    between = _unbracketed(words[found[index].last + 1 : found[later].number.opening])
    plain = all(token.form != "mark" or token.text == "," for token in between)
    if times and found[later].bare:
        return plain and len(between) <= 4 * _SHORT  # "21 incidents in A and four in B between ..."
    return plain and len(between) <= _SHORT * (later - index) and not found[later].bare


def _unbracketed(words: Sequence[Token]) -> list[Token]:
    """Words without those in brackets."""
    kept: list[Token] = []
    depth = 0
    for token in words:
        depth += token.text == "("
        if depth == 0:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept

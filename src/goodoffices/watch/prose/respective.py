"""Places and times in a row with the counts: "1,200 and 1,100, respectively", "near Lozove (98), Pisky (90)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .mark import Mark
from .phrase import Phrase
from .tokens import Token

__all__ = ["bracketed", "respective"]

# Tokens between two counts of a row, at most: "1,200 and almost 1,100".
_CLOSE = 6


def bracketed(words: Sequence[Token], found: Sequence[Mark], phrases: Sequence[Phrase]) -> dict[int, int]:
    """A count alone in brackets has the place just before them ("near Lozove (98)")."""
    ends = {phrase.last: index for index, phrase in enumerate(phrases)}
    alone = {
        index: mark.number.opening - 2
        for index, mark in enumerate(found)
        if mark.lead == "bracket" and any(token.text == ")" for token in words[mark.last + 1 : mark.last + 3])
    }
    return {index: ends[before] for index, before in alone.items() if before in ends}


def respective(words: Sequence[Token], found: Sequence[Mark], phrases: Sequence[Phrase]) -> dict[int, int]:
    """Counts and phrases in two rows with "respectively": the first has the first."""
    at = next((i for i, token in enumerate(words) if token.fold == "respectively"), None)
    row = _row([i for i, mark in enumerate(found) if at is not None and mark.number.last < at], found)
    if at is None or len(row) < 2:  # noqa: PLR2004  two rows need two
        return {}
    inside = [i for i, phrase in enumerate(phrases) if found[row[-1]].number.last < phrase.opening < at]
    ahead = [i for i, phrase in enumerate(phrases) if phrase.last < found[row[0]].number.first][-len(row) :]
    for each in (inside, ahead):
        if len(each) == len(row) and _one_row(words, [phrases[i] for i in each]):
            return dict(zip(row, each, strict=True))
    return {}


def _row(before: Sequence[int], found: Sequence[Mark]) -> list[int]:
    """The last counts that stand close together, in order."""
    row: list[int] = []
    for index in reversed(before):
        if row and found[row[0]].number.opening - found[index].number.last > _CLOSE:
            break
        row.insert(0, index)
    return row


def _one_row(words: Sequence[Token], phrases: Sequence[Phrase]) -> bool:
    """Do phrases follow one another with only "and" and commas between?"""
    return all(
        all(token.fold in ("and", ",", "on", "in") for token in words[one.last + 1 : other.opening])
        for one, other in pairwise(phrases)
    )

"""What a number counts by the words beside it: "310 heavy weapons", "damage to 29 properties", "total ... to 261"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from .areas import Area
from .numbers import Number
from .tokens import Token
from .vocabulary import Thing, clauses, number_words, phrases, section, things

__all__ = ["Head", "beside", "damaged", "noun_run", "thing_at"]

_MODIFIERS = 9
_LONGEST_PHRASE = 4


class Head(msgspec.Struct, frozen=True):
    """What a number counts.

    Attributes:
        kind: The kind of the count.
        first: First token of the words that name it; None where it is understood from another count.
        last: Last token of them.
        reach: The first token of the construction: places and times from here on belong to the count.
        said: The last token of words that say it apart from its name ("suffering a leg injury").
    """

    kind: str
    first: int | None
    last: int | None
    reach: int | None = None
    said: int | None = None


def thing_at(words: Sequence[Token], at: int) -> tuple[Thing, int] | None:
    """The counted thing whose words start at a token, and its last token."""
    for length in range(_LONGEST_PHRASE, 1, -1):
        row = tuple(token.fold for token in words[at : at + length])
        if len(row) == length and row in phrases():
            return phrases()[row], at + length - 1
    found = things().get(words[at].fold) if words[at].form == "word" else None
    return (found, at) if found else None


def beside(words: Sequence[Token], number: Number) -> Head | None:
    """What the words after a number name: the last counted noun of the run of words up to the first that ends it.

    Args:
        words: Tokens of the sentence.
        number: The number.

    Returns:
        What is counted; None where those words name nothing that can be.
    """
    at, found = _past_of(words, number), None
    limit = min(len(words), at + _MODIFIERS)
    while at < limit:
        thing = thing_at(words, at)
        if thing:
            found = (thing[0], at, thing[1])
            at, limit = thing[1] + 1, min(len(words), thing[1] + 3)
            continue
        if found or (
            _ends(words, at, number) and not (at == number.last + 1 and words[at].fold in clauses("listing", "seen"))
        ):
            break
        at += 1
    if found is None or _blocked(words, found[2] + 1):
        return None
    return _allowed(words, number, *found)


def _past_of(words: Sequence[Token], number: Number) -> int:
    """Where the search starts: after "of these" and "of the 13" of "seven of the 13 casualties"."""
    at = number.last + 1
    if at + 1 < len(words) and words[at].text == ")" and words[at + 1].fold == "of":
        return at + 2  # "the majority (1,200) of violations"
    if at + 2 < len(words) and words[at].fold == "of" and words[at + 1].fold in ("the", "these", "those", "all"):
        return at + 3 if words[at + 2].form == "num" or words[at + 2].fold in number_words()[0] else at + 2
    return at


def _ends(words: Sequence[Token], at: int, number: Number) -> bool:
    """Does a token end the search for the counted noun?"""
    token = words[at]
    if token.form in ("num", "web"):
        return True
    if token.form == "mark":
        return token.text not in '“”"‘’-'
    if token.fold in ("and", "or"):
        # "five anti-tank and anti-personnel mines"
        return number.form == "article" or not _adjectives_then_thing(words, at + 1)
    if token.fold in section("things", "people", "nouns") and token.fold != "civilian":
        return True
    return token.fold in clauses("lead", "stops") or token.fold in section("numbers", "barred", "units")


def _adjectives_then_thing(words: Sequence[Token], at: int) -> bool:
    """Does a counted plural stand within three words, without another number before it?"""
    for index in range(at, min(at + 3, len(words))):
        token = words[index]
        if token.form != "word" or token.fold in clauses("lead", "stops") or token.fold in number_words()[0]:
            return False
        if thing_at(words, index):
            return True
    return False


def _blocked(words: Sequence[Token], after: int) -> bool:
    return after < len(words) and words[after].fold in section("things", "blocked", "before")


def _allowed(words: Sequence[Token], number: Number, thing: Thing, first: int, last: int) -> Head | None:
    """The head, unless "a" counts nothing here, or the thing is said of people ("two men were killed")."""
    if number.form == "adverb":
        return None
    if number.form == "article" and not article_counts(words, number, thing):
        return None
    if number.form != "none" and number.value == 1 and thing.kind == "other":
        return None
    if thing.kind == "weapon" and number.opening and words[number.opening - 1].fold in clauses("lead", "received"):
        return None
    return Head(thing.kind, _opening(words, number, first), last)


def article_counts(words: Sequence[Token], number: Number, thing: Thing) -> bool:
    """Does "a" before a thing count one? Not where the thing is a cause or a place."""
    if thing.article != "always" and not (thing.article == "listed" and _listed(words, number)):
        return False
    before = words[number.first - 1].fold if number.first else ""
    if before == "of" and number.first > 1 and words[number.first - 2].fold in clauses("lead", "reports"):
        return True
    return before not in clauses("lead", "causes")


def _listed(words: Sequence[Token], number: Number) -> bool:
    """Does the article stand in a list, after "and" or a comma?"""
    return number.first > 0 and words[number.first - 1].fold in ("and", ",")


def _opening(words: Sequence[Token], number: Number, first: int) -> int:
    """The first word of the name of what is counted: with the adjectives after the number."""
    opening = _past_of(words, number)
    while opening < first and words[opening].fold in clauses("lead", "auxiliaries"):
        opening += 1
    return min(opening, first)


def damaged(words: Sequence[Token], number: Number, places: Sequence[Area]) -> Head | None:
    """Damage to what a number counts: "damage to 29 civilian properties", "12 houses were damaged"."""
    if number.form in ("adverb", "article"):
        return None
    last = noun_run(words, number.last + 1)
    if last is None:
        return None
    source = _damage_before(words, number)
    if source is None and not _damaged_after(words, last + 1, {area.opening: area.last for area in places}):
        return None
    return Head("damage", number.last + 1, last, source)


def noun_run(words: Sequence[Token], at: int) -> int | None:
    """The last of the plain words that follow a number."""
    index = at
    while (
        index < min(len(words), at + 5)
        and words[index].form == "word"
        and not (
            words[index].fold in clauses("lead", "stops")
            or words[index].fold in clauses("lead", "auxiliaries")
            or words[index].fold in section("numbers", "barred", "units")
            or words[index].fold in section("things", "times", "units")
            or words[index].fold in section("things", "damage", "verbs")
        )
    ):
        index += 1
    return index - 1 if index > at else None


def _damage_before(words: Sequence[Token], number: Number) -> int | None:
    """The token of "damage to" or "damaged" that governs the number, through a list at most."""
    start = _onto(words, number)
    onto = start is not None
    for index in range(start if start is not None else number.opening - 1, max(number.opening - _LIST, -1), -1):
        fold = words[index].fold
        if onto and fold in section("things", "damage", "nouns"):
            return index  # "damage caused by shelling to two schools"
        if (
            fold in section("things", "damage", "nouns")
            and index + 1 < len(words)
            and words[index + 1].fold in ("to", "of")
        ):
            return index
        if fold in section("things", "damage", "verbs") and index == number.opening - 1:
            return None if index and words[index - 1].fold in ("was", "were", "been") else index
        if words[index].text in ".;:()" or (fold in clauses("listing", "leaves_damage") and not onto):
            return None
    return None


def _onto(words: Sequence[Token], number: Number) -> int | None:
    """The "to" of a list that the number stands in ("to a kindergarten, an apartment block and two houses")."""
    for index in range(number.opening - 1, max(number.opening - _ITEMS, -1), -1):
        if words[index].fold == "to":
            return index
        if (
            words[index].text in ".;:()"
            or words[index].fold in clauses("listing", "leaves_damage")
            or words[index].form == "num"
        ):
            return None
    return None


# Words back to "to" of a list, and from there to "damage".
_ITEMS = 14
_LIST = 44


def _damaged_after(words: Sequence[Token], at: int, skipped: Mapping[int, int]) -> bool:
    """Is it said, past the place and auxiliaries, that what was counted was damaged?"""
    limit = min(len(words), at + _LIST)
    while at < limit:
        fold = words[at].fold
        if fold in section("things", "damage", "verbs") - {"hit", "damaging", "destroying"}:
            return True
        if at in skipped:
            at = skipped[at]
        elif not (fold == "," or (fold in clauses("lead", "auxiliaries") and fold not in ("and", "or"))):
            return False
        at += 1
    return False

"""The counts of one sentence before they are given places and times: numbers with what they count."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from .harm import befallen, people_of
from .heads import Head, beside, damaged, noun_run
from .inherited import bare_head, inherited, parent_of
from .mark import Mark, Scope
from .numbers import Number
from .times import counts_times, told_times
from .tokens import Token
from .understood import lead_of, stands_bare, total_of
from .vocabulary import clauses, things

__all__ = ["marks"]


def marks(scope: Scope) -> list[Mark]:
    """Say which numbers of a sentence count something, and what.

    Args:
        scope: The sentence with its numbers, places and dates.

    Returns:
        The numbers that count, in order.
    """
    found: list[Mark] = []
    for index, number in enumerate(scope.numbers):
        mark = None if found and _said_with(scope.words, number, found[-1]) else _mark(scope, index, found)
        if mark is not None:
            found.append(mark)
    return found


def _mark(scope: Scope, index: int, found: Sequence[Mark]) -> Mark | None:
    """What one number counts; None where it counts nothing."""
    words, number = scope.words, scope.numbers[index]
    lead = _lead(words, number, found)
    head, bare = _head(scope, number, lead, found)
    if (bare or head is None or head.kind == "weapon") and _side_by_side(words, scope.numbers[index : index + 2]):
        head = beside(words, scope.numbers[index + 1]) or head
    if head is None or _said_before(words, number, found):
        return None
    last = head.last or 0
    if _is_rate(words, max(last, number.last)):
        return None
    if not _later_people(words, head, scope.numbers[index:]):
        last = max(number.last, last, head.said or 0)
    reach = number.opening if head.reach is None else min(head.reach, number.opening)
    if found and reach <= found[-1].last:
        reach = number.opening  # what an earlier count stands in between cannot belong to this one alone
    return Mark(number, head, lead, last, reach, parent_of(words, number, head, lead, found), bare)


def _lead(words: Sequence[Token], number: Number, found: Sequence[Mark]) -> str:
    """How a number is joined to what is before it; one after a bare compared one is compared too."""
    lead = lead_of(words, number)
    again = lead == "next" and found and found[-1].lead == "compared" and found[-1].bare
    return "compared" if again and stands_bare(words, number) else lead


def _said_with(words: Sequence[Token], number: Number, before: Mark) -> bool:
    """Is "a leg injury" the harm of the people counted before it?"""
    said = before.head.said is not None and number.first <= before.head.said
    return said and number.form == "article" and people_of(words, number) is None


def _later_people(words: Sequence[Token], head: Head, later: Sequence[Number]) -> bool:
    """Do others stand between the people counted and their harm ("a man in A and a woman in B injured")?"""
    return head.said is not None and any(
        number.first < head.said and people_of(words, number) is not None and number.first > (head.last or 0)
        for number in later[1:4]
    )


def _side_by_side(words: Sequence[Token], pair: Sequence[Number]) -> bool:
    """Do two numbers count the same things ("1,200 and almost 1,100 ceasefire violations")?"""
    if len(pair) < 2:  # noqa: PLR2004  the last number has none after it
        return False
    gap = [token.fold for token in words[pair[0].last + 1 : pair[1].opening]]
    if len(gap) == 2 and gap[0] in clauses("listing", "makes"):  # noqa: PLR2004  "50 artillery and 10 mortar rounds"
        gap = gap[1:]
    return gap in (["and"], ["or"], [","])


def _head(scope: Scope, number: Number, lead: str, found: Sequence[Mark]) -> tuple[Head | None, bool]:
    """What a number counts, and whether it is bare."""
    words = scope.words
    last = counts_times(words, number)
    if last is not None:
        return _times(words, number, lead, found, last), False
    if number.form == "adverb":
        return None, False
    named = _named(scope, number, found)
    if named:
        return named, False
    bare = stands_bare(words, number)
    # "brings the total to 14 persons"
    people = not bare and lead not in ("compared", "part", "next") and people_of(words, number) is not None
    if bare or (people and total_of(words, number)):
        return bare_head(words, number, lead, found, scope.before), True
    return None, False


def _times(words: Sequence[Token], number: Number, lead: str, found: Sequence[Mark], last: int) -> Head | None:
    """What a number of times was; a part and "on 28 occasions; 24 times in ..." have it from the count before."""
    lent = inherited(words, number, lead, found)
    head = (lent if lead == "part" and found else None) or told_times(words, number, last) or lent
    if head is None and found and number.opening and words[number.opening - 1].text == ";":
        head = Head(found[-1].head.kind, None, None)
    return None if head is None else msgspec.structs.replace(head, said=last)


def _named(scope: Scope, number: Number, found: Sequence[Mark]) -> Head | None:
    """What the words beside a number name; "an explosion" counts one only after another count of explosions."""
    words, places = scope.words, scope.places
    named = befallen(words, number, places, scope.masked) or damaged(words, number, places) or beside(words, number)
    if named and named.kind == "damage" and named.reach is not None:
        # "the destruction of 132 weapons" counts weapons
        thing = beside(words, number)
        named = thing if thing and thing.kind in ("weapon", "mine") else named
    if named is None and found:
        named = _some_of_them(words, number, found)
    if named and number.form == "article" and named.kind in _LISTED:
        return named if any(mark.head.kind == named.kind for mark in found[-1:]) else None
    return named


def _some_of_them(words: Sequence[Token], number: Number, found: Sequence[Mark]) -> Head | None:
    """People or things that are part of a count of people harmed or things damaged ("including five children")."""
    whole = found[-1]
    lead = lead_of(words, number)
    listed = lead == "next" and number.form == "word" and words[whole.last + 1 : number.opening - 1] == []
    if whole.head.kind == "damage" and listed:
        run = noun_run(words, number.last + 1)  # "14 homes, two schools"
        return None if run is None else Head("damage", number.last + 1, run)
    if not (lead == "part" or (lead == "next" and whole.lead == "part")) or number.form == "adverb":
        return None
    people = people_of(words, number)
    if people is not None and whole.head.kind in ("casualty", "killed", "injured"):
        return Head(whole.head.kind, number.last + 1, people)
    run = noun_run(words, number.last + 1)
    return Head("damage", number.last + 1, run) if run is not None and whole.head.kind == "damage" else None


_LISTED = frozenset(thing.kind for thing in things().values() if thing.article == "listed")


def _is_rate(words: Sequence[Token], last: int) -> bool:
    """Is it so many a day ("15 violations on average", "30 a day"), which is no count?"""
    after = " ".join(token.fold for token in words[last + 1 : last + 5])
    opening = " ".join(token.fold for token in words[:2])
    return opening == "on average" or any(rate in after for rate in clauses("listing", "rates"))


def _said_before(words: Sequence[Token], number: Number, found: Sequence[Mark]) -> bool:
    """Is it a number said again ("seven of the 13 casualties")?"""
    at = number.opening
    again = at > 1 and words[at - 1].fold in ("the", "these", "those") and words[at - 2].fold == "of"
    return again and bool(found) and found[-1].number.last == at - 3

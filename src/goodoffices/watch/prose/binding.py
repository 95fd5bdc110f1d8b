"""Which place and which time belong to which count of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lending import lend
from .mark import Mark
from .phrase import Phrase
from .respective import bracketed, respective
from .tokens import Token
from .vocabulary import clauses

__all__ = ["bind"]

_DISTANCE = 9


def bind(
    words: Sequence[Token], found: Sequence[Mark], phrases: Sequence[Phrase], *, times: bool = False
) -> list[int | None]:
    """Give each count its place (or its time).

    A count's own phrase stands after it, before the next count, or inside its construction; a part has else what the
    whole has; one without has what stands at the head of the sentence, or at the end of the list that it is in.

    Args:
        words: Tokens of the sentence.
        found: Its counts, in order.
        phrases: Its places, or its times, in order.
        times: Whether they are times: what is compared has no time but its own.

    Returns:
        For each count the index of its phrase, or None.
    """
    own = _own(words, found, phrases)
    for index, phrase in (respective(words, found, phrases) | bracketed(words, found, phrases)).items():
        own[index] = phrase
    return lend(words, found, phrases, own, times=times)


def _own(words: Sequence[Token], found: Sequence[Mark], phrases: Sequence[Phrase]) -> list[int | None]:
    """The phrase that stands inside the construction of a count, or after it and before the next."""
    own: list[int | None] = [None] * len(found)
    at = 0
    for index, phrase in enumerate(phrases):
        while at < len(found) and found[at].number.first < phrase.opening:
            at += 1
        if at < len(found) and found[at].reach <= phrase.opening:
            own[at] = _better(own[at], index)
            continue
        if at == 0:
            continue
        holder = _holder(words, found, phrase, at)
        if holder is not None and not (phrase.previous and found[holder].lead not in ("compared", "bracket")):
            own[holder] = _better(own[holder], index)
    return own


def _better(have: int | None, new: int) -> int:
    return new if have is None else have


def _holder(words: Sequence[Token], found: Sequence[Mark], phrase: Phrase, after: int) -> int | None:
    """The count that a phrase after the count ``after - 1`` belongs to; None where it opens what follows."""
    mark = found[after - 1]
    gap = words[mark.last + 1 : phrase.opening]
    if any(token.fold == "but" and before.fold == "all" for before, token in pairwise(gap)):
        return None  # "all but three in ...": the rest is there
    marks = [token.text for token in gap if token.form == "mark"]
    if any(text in ";.!?" for text in marks) and not _goes_on(words, phrase, gap):
        return None
    if after < len(found) and _opens_next(words, mark, phrase, found[after]):
        return None
    if not marks or (gap[-1].text == "(" and marks == ["("]):
        return after - 1 if not _new_clause(gap) else None
    if not _continues(words, phrase, gap, part=mark.lead == "part"):
        return None
    return _whole(found, after - 1, closing=marks)


def _goes_on(words: Sequence[Token], phrase: Phrase, gap: Sequence[Token]) -> bool:
    """Does what follows the first semicolon only say more of the count ("; all in ...")?"""
    at = next(index for index, token in enumerate(gap) if token.text in ";.!?")
    opener = gap[at + 1].fold if at + 1 < len(gap) else words[phrase.opening].fold
    return opener in clauses("binding", "participles") and opener not in ("on", "in", "at")


def _opens_next(words: Sequence[Token], mark: Mark, phrase: Phrase, following: Mark) -> bool:
    """Does a phrase stand at the head of the next count's part: after "and" or a comma, with none between?"""
    gap = words[mark.last + 1 : phrase.opening]
    if following.lead in ("part", "bracket", "apposed", "compared"):
        return False
    parted = any(token.text in ",;:.(–—" or token.fold in ("and", "but") for token in gap)
    rest = words[phrase.last + 1 : following.reach]
    joined = not any(token.text in ",;:(–—" or token.fold == "and" for token in rest)
    return parted and (joined or (bool(rest) and rest[0].text == "," and len(rest) <= 6))  # noqa: PLR2004  ", it recorded"


def _new_clause(gap: Sequence[Token]) -> bool:
    """Does another act stand in between ("but noting people near", "and visited")?"""
    if any(token.fold in clauses("binding", "acts") for token in gap):
        return True
    return any(
        before.fold in ("and", "but")
        and (token.fold.endswith(("ed", "ing")) or token.fold in clauses("binding", "seeing"))
        for before, token in pairwise(gap)
    )


def _continues(words: Sequence[Token], phrase: Phrase, gap: Sequence[Token], *, part: bool) -> bool:
    """Does what stands after the last comma before a phrase go on with the count?"""
    last = max(index for index, token in enumerate(gap) if token.form == "mark")
    if _new_clause(gap):
        return False
    tail = gap[last + 1 :]
    opener = tail[0].fold if tail else words[phrase.opening].fold
    if opener == "while":
        return len(tail) > 1 and tail[1].fold.endswith("ing")  # ", while flying over", not ", while in"
    if (gap[last].text == ")" or part) and opener in clauses("binding", "copulas"):
        return True
    if opener in clauses("binding", "distances") and len(tail) < _DISTANCE:
        return True  # ", approximately 600 metres to the east"
    return opener in clauses("binding", "participles") or not tail or gap[last].text in '“”"-'


def _whole(found: Sequence[Mark], index: int, *, closing: Sequence[str]) -> int:
    """After a comma that closes "including 25 ...", what follows belongs to the whole."""
    parent = found[index].parent
    if parent is not None and found[index].lead in ("part", "next") and closing and closing[0] == ",":
        return parent
    if parent is not None and ")" in closing and "(" not in closing:
        return parent
    return index

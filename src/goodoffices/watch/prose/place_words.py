"""The words that a place is made of: names, nouns of place, and what may stand between them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from .tokens import Token
from .vocabulary import area_list, area_words, period_words

__all__ = ["body_end", "is_name"]

_LONGEST = 40
# "the 5km periphery of"
_RADIUS = re.compile(r"\d{1,3}(?:km|m)")


@functools.cache
def _closers() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in area_words()["nouns"]["closers"])


def is_name(token: Token, after: Token | None) -> bool:
    """Is a token a place's name? Capital letter, no month, nobody's name that the list knows."""
    if "-" in token.text and any(part[:1].isupper() for part in token.text.split("-")[1:]):
        return not token.fold.endswith(("controlled", "held"))
    if token.form != "word" or not token.text[:1].isupper() or token.fold in area_list("inside", "no_place"):
        return False
    if token.fold in period_words()["months"]:
        return False
    return not (after is not None and after.fold in area_list("clauses", "pacts"))


def body_end(words: Sequence[Token], masked: Sequence[bool], body: int) -> tuple[int | None, bool]:
    """The last token of a place whose words start here (None where they name none), and whether they are enough."""
    last, at, strong, weak = -1, body, 0, 0
    while at < min(len(words), body + _LONGEST) and not masked[at]:
        token = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        closed = _closer(words, at)
        if closed:
            last, at, strong = closed, closed + 1, strong + 1
        elif is_name(token, after):
            last, at, strong = at, at + 1, strong + 1
        elif token.fold in area_list("nouns", "always"):
            weak += token.fold in area_list("nouns", "weak")
            strong += token.fold not in area_list("nouns", "weak")
            last, at = at, at + 1
        else:
            step = _glue(words, at, body)
            if step == 0:
                break
            last, at = (at + step - 1, at + step) if token.text == "(" else (last, at + step)
    if last < 0:
        return None, False
    return last, _means_a_place(words, body, last, strong, weak)


def _means_a_place(words: Sequence[Token], body: int, last: int, strong: int, weak: int) -> bool:
    folds = {token.fold for token in words[body : last + 1]}
    if strong:
        return True
    return weak > 0 and bool(folds & area_list("clauses", "lines"))


def _closer(words: Sequence[Token], at: int) -> int | None:
    """The last token of words such as "not controlled by the Government"."""
    for row in _closers():
        if words[at].fold == row[0] and tuple(token.fold for token in words[at : at + len(row)]) == row:
            return at + len(row) - 1
    return None


def _glue(words: Sequence[Token], at: int, body: int) -> int:
    """How many tokens may stand inside a place here: articles, "and" before more of it, "(formerly X)"; 0 for none."""
    token = words[at]
    if _always_inside(words, at):
        return 1
    if token.text == "-" and at + 1 < len(words) and words[at + 1].fold in ("and", "or"):
        return 1  # "government- and non-government-controlled"
    if at == body:
        return int(token.fold in area_list("openers", "bearings"))
    steps = {"(": _formerly, ",": _after_comma, "and": _after_and, "or": _after_and, "to": _after_and}
    step = steps.get(token.fold) or (_after_dash if token.text in "-–/" else None)
    return step(words, at) if step else int(_adjective(words, at) or token.fold in area_list("openers", "bearings"))


def _always_inside(words: Sequence[Token], at: int) -> bool:
    """May a token stand anywhere in a place: small words, quotation marks, "government-controlled", "by" after it?"""
    token = words[at]
    if token.text in '“”"‘' or (token.fold == "by" and words[at - 1].fold in ("controlled", "held")):
        return True
    if token.form != "word":
        return False
    known = token.fold in area_list("inside", "words") or token.fold.endswith(("controlled", "held"))
    if known or _RADIUS.fullmatch(token.fold):
        return True
    # "at SMM Donetsk residence"
    acronym = token.fold in area_list("inside", "no_place") and token.text.isupper()
    return acronym and at + 1 < len(words) and is_name(words[at + 1], None)


def _adjective(words: Sequence[Token], at: int) -> bool:
    """Is a token the one word between an article and a name ("the national Parliament")?"""
    if words[at].form != "word" or not words[at].text.islower() or at + 1 >= len(words):
        return False
    return words[at - 1].fold in ("the", "a", "an") and is_name(words[at + 1], None)


def _after_dash(words: Sequence[Token], at: int) -> int:
    """A dash goes on with a name in capital letters, or with "controlled"."""
    following = words[at + 1] if at + 1 < len(words) else None
    return int(following is not None and (following.text[:1].isupper() or following.fold in ("controlled", "held")))


def _after_and(words: Sequence[Token], at: int) -> int:
    return int(_more_of_it(words, at + 1))


def _formerly(words: Sequence[Token], at: int) -> int:
    """Length of "(formerly Kirovsk)" in tokens."""
    if at + 1 < len(words) and words[at + 1].fold in area_list("clauses", "formerly"):
        for index in range(at + 2, min(at + 8, len(words))):
            if words[index].text == ")":
                return index - at + 1
    return 0


def _more_of_it(words: Sequence[Token], at: int) -> bool:
    """Does what stands after "and" go on with the place, and not with another clause?"""
    for index in range(at, min(at + 6, len(words))):
        token = words[index]
        after = words[index + 1] if index + 1 < len(words) else None
        if is_name(token, after) or token.fold in area_list("nouns", "always"):
            return not (after is not None and after.fold in area_list("clauses", "says"))
        if not (
            token.fold in area_list("inside", "words")
            or token.fold in area_list("openers", "bearings")
            or token.text in "“”"
        ):
            return False
    return False


def _after_comma(words: Sequence[Token], at: int) -> int:
    """How many tokens a comma may take along: one where another name of a list, or the region of the place, follows."""
    index = at + 1
    if index < len(words) and words[index].fold in ("and", "or"):
        return 2 if _more_of_it(words, index + 1) and not _verb_soon(words, index + 1) else 0
    if index < len(words) and words[index].fold == "all" and index + 1 < len(words) and words[index + 1].fold == "in":
        return 3 if _more_of_it(words, index + 2) else 0
    if not _more_of_it(words, index) or _verb_soon(words, index):
        return 0
    return 1


def _verb_soon(words: Sequence[Token], at: int) -> bool:
    """Is what follows the subject of a clause ("In Donetsk, Russia said ...")?"""
    index = at
    while index < min(at + 8, len(words)) and (
        words[index].text[:1].isupper()
        or words[index].fold in area_list("inside", "words")
        or words[index].fold in area_list("nouns", "always")
    ):
        index += 1
    if index >= len(words):
        return False
    ends = area_list("clauses", "ends")
    return words[index].fold not in ends and words[index].text not in ends and not _closer(words, index)

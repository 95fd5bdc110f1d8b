"""Whom harm befell: "five people killed and six injured", "killing three", "a man who suffered a leg injury"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .areas import Area
from .heads import Head
from .numbers import Number
from .tokens import Token
from .vocabulary import clauses, section

__all__ = ["befallen", "people_of"]

_FURTHEST = 26
_ASIDE = 14
# Words from a number to its people, with adjectives.
_ADJECTIVES = 7


def befallen(words: Sequence[Token], number: Number, places: Sequence[Area], masked: Sequence[bool]) -> Head | None:
    """The harm that befell as many people as a number says.

    Args:
        words: Tokens of the sentence.
        number: The number.
        places: The sentence's places, which may stand between people and harm ("a man in Holubivske ... injured").
        masked: For each token, whether it belongs to a date, which may stand there too.

    Returns:
        What is counted, or None where no harm is said of them.
    """
    people = people_of(words, number)
    if people is None and number.form in ("adverb", "article"):
        return None
    start = (people if people is not None else number.last) + 1
    skipped = {area.opening: area.last for area in places}
    after = _harm_after(words, start, skipped, masked, named=people is not None)
    if after:
        kind, last = after
        named = people if people is not None else last
        return Head(kind, named, named, said=last)
    before = _harm_before(words, number)
    if before and (people is not None or _stands_alone(words, number)):
        return Head(before[0], people, people, before[1])
    return None


def people_of(words: Sequence[Token], number: Number) -> int | None:
    """The token of the people that a number counts ("two elderly women"), or None."""
    found = None
    for at in range(number.last + 1, min(len(words), number.last + _ADJECTIVES)):
        token = words[at]
        if token.fold in section("things", "people", "nouns") or token.fold.endswith("yearold"):
            found = at
        elif found is not None or _leaves_people(token):
            break
    return found


def _leaves_people(token: Token) -> bool:
    """Can no people that a number counts stand after this token?"""
    if token.fold == "and" or token.fold in section("things", "harm", "further"):
        return False
    return (
        token.form != "word"
        or token.fold in clauses("lead", "stops")
        or token.fold in clauses("lead", "auxiliaries")
        or _is_harm(token.fold)
    )


def _is_harm(fold: str) -> bool:
    return fold in section("things", "harm", "killed") or fold in section("things", "harm", "injured")


def _harm_after(
    words: Sequence[Token], start: int, skipped: Mapping[int, int], masked: Sequence[bool], *, named: bool
) -> tuple[str, int] | None:
    """The harm said after the people, past auxiliaries, places, dates, asides and others in one list."""
    at, limit = start, min(len(words), start + _FURTHEST)
    while at < limit:
        harm = _harm_at(words, at)
        if harm:
            return harm
        step = _step(words, at, skipped, masked, named=named)
        if step == 0:
            return None
        at += step
    return None


def _step(words: Sequence[Token], at: int, skipped: Mapping[int, int], masked: Sequence[bool], *, named: bool) -> int:
    """How many tokens may be passed over here on the way from people to harm; 0 for none."""
    token = words[at]
    if token.fold in ("and", "or"):
        return _fellows(words, at + 1)
    if masked[at] or token.fold in clauses("lead", "auxiliaries") or token.fold.endswith("ly"):
        return 1
    if token.fold == "of" and at + 1 < len(words) and words[at + 1].fold in ("whom", "them", "which"):
        return 2
    if not named:
        return 0
    return skipped[at] - at + 1 if at in skipped else _named_step(words, at)


def _named_step(words: Sequence[Token], at: int) -> int:
    """How many tokens may be passed over after people who are named: their age, their home, an aside."""
    token = words[at]
    after = words[at + 1].fold if at + 1 < len(words) else ""
    if token.fold == "in" and after in ("his", "her", "their") and at + 2 < len(words):
        return 4 if words[at + 2].fold in ("early", "late", "mid") else 3
    if token.fold == "of":
        return _of_phrase(words, at)
    if token.fold == "among":
        return 2
    if token.text in ",(–—":
        return 1 if token.text == "," and after in ("who", "were", "was") else _aside(words, at)
    passed = token.fold in section("things", "harm", "passed") or token.form == "num"
    return int(passed or token.fold in section("things", "people", "nouns") or token.fold.endswith("yearold"))


def _of_phrase(words: Sequence[Token], at: int) -> int:
    """Length of "of a family", "of the armed forces" in tokens."""
    if at + 2 < len(words) and words[at + 1].fold in ("a", "an", "the", "one", "his", "her", "their"):
        for index in range(at + 2, min(at + 6, len(words))):
            if (
                words[index].form == "mark"
                or words[index].fold in clauses("lead", "auxiliaries")
                or _is_harm(words[index].fold)
            ):
                return index - at
        return 0
    return 2 if at + 1 < len(words) and words[at + 1].text[:1].isupper() else 0


def _fellows(words: Sequence[Token], at: int) -> int:
    """Length of "and a woman", "and two children" with its "and"; 0 where something else follows."""
    for index in range(at, min(at + 5, len(words))):
        if words[index].fold in section("things", "people", "nouns"):
            return index - at + 2
        if words[index].form == "mark" or _is_harm(words[index].fold):
            return 0
    return 0


def _aside(words: Sequence[Token], at: int) -> int:
    """Length of an aside between commas or brackets; 1 for a comma with people after it; 0 where it does not close."""
    closing = {"(": ")", ",": ",", "–": "–", "—": "—"}[words[at].text]
    for index in range(at + 1, min(at + _ASIDE, len(words))):
        if words[index].text in ".;:" or (_is_harm(words[index].fold) and words[at].text != "("):
            return 0
        if words[index].text == closing:
            return index - at + 1
    return 0


def _harm_at(words: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The harm that words starting here say, and their last token."""
    fold = words[at].fold
    for words_of, kind in (("killed", "killed"), ("injured", "injured"), ("detained", "other")):
        if fold in section("things", "harm", words_of):
            return kind, at
    folds = [token.fold for token in words[at : at + 8]]
    if fold == "lost" and folds[1:3] in (["their", "lives"], ["his", "life"], ["her", "life"]):
        return "killed", at + 2
    if fold in section("things", "harm", "sustain"):
        for index, each in enumerate(folds):
            if each in section("things", "harm", "wounds"):
                return ("killed" if "fatal" in folds[:index] else "injured"), at + index
    return None


def _harm_before(words: Sequence[Token], number: Number) -> tuple[str, int] | None:
    """The harm said just before a number: "killing three", "the deaths of two"."""
    at = number.opening - 1
    linked = False
    while at >= 0 and words[at].fold in ("of", "to", "another", "other", "further", "additional", "among"):
        linked, at = linked or words[at].fold in ("of", "to", "among"), at - 1
    if at < 0:
        return None
    fold = words[at].fold
    for kind, words_of in (("killed", "killing"), ("injured", "injuring"), ("other", "detaining")):
        if fold in section("things", "harm", words_of):
            noun = fold in section("things", "harm", "nouns")
            passive = at > 0 and words[at - 1].fold in ("was", "were", "been")
            return None if passive or (noun and not linked) else (kind, at)
    return None


def _stands_alone(words: Sequence[Token], number: Number) -> bool:
    """Does a number name nothing of its own ("killing 25 and wounding six")?"""
    if number.last + 1 >= len(words):
        return True
    after = words[number.last + 1]
    return after.form == "mark" or after.fold in ("and", "in", "on", "near", "at", "others", "more", "during", "by")

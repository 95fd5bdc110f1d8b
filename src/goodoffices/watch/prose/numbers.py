"""Numbers in a sentence that may count something: figures, words, "twice", "no", with what blurs them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from .tokens import Token
from .vocabulary import blur_words, number_words, section, things

__all__ = ["Number", "numbers"]

_HIGHEST = 10**12
# More numbers than this are a table or no text at all: the rest of such a sentence is not read.
_MOST = 60
# An article this far from what it could count counts nothing.
_REACH = 7
_ROUND = 100
_LONGEST_BLUR = 3
_ROUND_WORDS = ("dozen", "hundred", "thousand")
_RANGE = {"to", "or", "-", "–", "—"}


class Number(msgspec.Struct, frozen=True):
    """A number of a sentence.

    Attributes:
        value: What it says.
        first: Its first token.
        last: Its last token.
        most: Upper end of a range.
        blur: "exact", "about", "at least" or "at most".
        opening: The first token with the words that blur it.
        form: "figure", "word", "article" ("a"), "none" ("no") or "adverb" ("twice").
    """

    value: int
    first: int
    last: int
    most: int | None
    blur: str
    opening: int
    form: str


def numbers(words: Sequence[Token], masked: Sequence[bool]) -> list[Number]:
    """Find the numbers that may count something.

    Args:
        words: Tokens of a sentence.
        masked: For each token, whether it belongs to a date and counts nothing.

    Returns:
        The numbers in order; measures, shares, names ("Article 5", "4 km", "60 per cent") are left out.
    """
    found: list[Number] = []
    at = 0
    while at < len(words) and len(found) < _MOST:
        read = None if masked[at] else _number_at(words, at)
        if read is None:
            at += 1
            continue
        value, last, form = read
        most, last = _range_end(words, last) if form in ("figure", "word") else (None, last)
        blur, opening = _blur(words, at) if form in ("figure", "word") else ("exact", at)
        if value is not None and not _barred(words, opening, last, form):
            found.append(Number(value, at, last, most, blur, opening, form))
        at = last + 1
    return found


def _number_at(words: Sequence[Token], at: int) -> tuple[int | None, int, str] | None:
    """The number that starts at a token: its value (None where it is no whole number), last token and form."""
    token = words[at]
    if token.form == "num":
        return _figure(words, at)
    if token.form != "word":
        return None
    named, _ = number_words()
    if token.fold == "no":
        return 0, at, "none"
    if token.fold in section("things", "times", "adverbs"):
        return named[token.fold], at, "adverb"
    if token.fold not in ("a", "an") or (at + 1 < len(words) and words[at + 1].fold in _ROUND_WORDS):
        return _spelled(words, at)
    return (1, at, "article") if _may_count(words, at) else None


def _may_count(words: Sequence[Token], at: int) -> bool:
    """Do words near an article name something that "a" may count?"""
    near = {token.fold for token in words[at + 1 : at + _REACH]}
    return bool(near & _SINGLE) or any(word.endswith("yearold") for word in near)


_SINGLE = frozenset(word for word, thing in things().items() if not thing.plural) | section("things", "people", "nouns")


def _figure(words: Sequence[Token], at: int) -> tuple[int | None, int, str]:
    _, multipliers = number_words()
    text = words[at].text
    digits = "".join(letter for letter in text if letter.isdigit())
    after = words[at + 1].fold if at + 1 < len(words) else ""
    factor = multipliers.get(after, 1)
    if "." in text and factor > 1:
        return round(float(text.replace(",", "")) * factor), at + 1, "figure"
    if "." in text and len(text.rpartition(".")[2]) != 3:  # noqa: PLR2004  "7.333" parts thousands, "1.5" does not
        return None, at, "figure"
    value = int(digits[:15]) * factor
    return (value if value < _HIGHEST else None), at + (factor > 1), "figure"


def _spelled(words: Sequence[Token], at: int) -> tuple[int | None, int, str] | None:
    """A number in words: "thirty-six", "two hundred and five", "a dozen"."""
    total, current, last = 0, 0, -1
    named, multipliers = number_words()
    for index in range(at, min(at + 8, len(words))):
        token = words[index]
        if token.fold in multipliers and (last >= 0 or token.fold == "dozen" or token.fold in ("hundred", "thousand")):
            current = max(current, 1) * multipliers[token.fold]
            total, current = (total + current, 0) if multipliers[token.fold] > _ROUND else (total, current)
        elif (value := _word_value(token)) is not None and (last < 0 or _adds(words, last, current, value)):
            current += value
        elif not (token.fold in ("and", "-") and 0 <= last == index - 1 and _goes_on(words, index, current, total)):
            break
        if token.fold not in ("and", "-"):
            last = index
    named_first = words[at].fold in named or words[at].fold in multipliers or _word_value(words[at]) is not None
    value = (total + current) // 2 if at and words[at - 1].fold == "half" else total + current
    return (value, last, "word") if last >= 0 and named_first else None


def _word_value(token: Token) -> int | None:
    """The value of a number word or of two with a hyphen ("thirty-six")."""
    named, _ = number_words()
    if token.fold in ("a", "an", "no", "once", "twice", "thrice"):
        return 1 if token.fold in ("a", "an") else None
    if token.fold in named:
        return named[token.fold]
    tens, hyphen, ones = token.text.casefold().partition("-")
    if hyphen and named.get(tens, 0) >= 20 and 0 < named.get(ones, 0) < 10:  # noqa: PLR2004  tens and ones
        return named[tens] + named[ones]
    return None


def _adds(words: Sequence[Token], last: int, current: int, value: int) -> bool:
    """May this number word go on the number before it ("two hundred" five, "twenty" five)?"""
    before = words[last].fold
    if before in ("hundred", "thousand"):
        return value < _ROUND
    return current % _ROUND >= 20 and current % 10 == 0 and 0 < value < 10  # noqa: PLR2004  tens and ones


def _goes_on(words: Sequence[Token], at: int, current: int, total: int) -> bool:
    """Does "and" join two parts of one number ("two hundred and five")?"""
    large = current >= _ROUND or total > 0
    return (
        large
        and at + 1 < len(words)
        and words[at - 1].fold in ("hundred", "thousand")
        and (_word_value(words[at + 1]) is not None)
    )


def _range_end(words: Sequence[Token], last: int) -> tuple[int | None, int]:
    """The upper end of a range ("3,000 to 5,000", "10-15") and its last token."""
    between = last > 0 and words[last - 1].fold == "between"
    if last + 2 >= len(words) or not (words[last + 1].text in _RANGE or (between and words[last + 1].fold == "and")):
        return None, last
    if last and words[last - 1].fold == "from":
        return None, last  # "from 350 to 710": two numbers
    upper = _number_at(words, last + 2)
    if upper is None or upper[0] is None or upper[2] not in ("figure", "word"):
        return None, last
    lower = _number_at(words, last)
    if lower is None or lower[0] is None or upper[0] <= lower[0]:
        return None, last
    return upper[0], upper[1]


def _blur(words: Sequence[Token], at: int) -> tuple[str, int]:
    """How the words just before a number blur it, and where they start."""
    for length in range(_LONGEST_BLUR, 0, -1):
        if at >= length:
            name = blur_words().get(tuple(token.fold for token in words[at - length : at]))
            if name:
                return name, at - length
    return "exact", at


def _barred(words: Sequence[Token], opening: int, last: int, form: str) -> bool:
    """Does the number measure, share or name something, so that it counts nothing?"""
    before = words[opening - 1] if opening else None
    after = words[last + 1] if last + 1 < len(words) else None
    signs = section("numbers", "barred", "signs")
    if (before and before.text in signs) or (after and after.text in signs):
        return True
    if form in ("figure", "word") and after and after.fold in section("numbers", "barred", "units"):
        return True
    if before is not None and before.fold == "but" and opening > 1 and words[opening - 2].fold == "all":
        return True
    if form not in ("figure", "word") or before is None:
        return form == "none" and before is not None and before.fold == "which"
    if before.text in "/#:" and words[last].text.isdigit() and before.end == words[opening].start:
        return True
    named = before.fold in section("numbers", "barred", "before") and words[last].form == "num"
    return named or (before.text == "." and opening > 1 and words[opening - 2].fold in ("no", "nos"))

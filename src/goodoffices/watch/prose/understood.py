"""Bare numbers, which name nothing themselves: "compared with 7,839", "(206 in areas ...)", "22 in the north"."""

from __future__ import annotations

from collections.abc import Sequence

from .heads import Head, thing_at
from .numbers import Number
from .tokens import Token
from .vocabulary import clauses, section

__all__ = ["Lead", "lead_of", "stands_bare", "thing_before", "total_of"]

_BACK_TOTAL = 26
_COMPARED_BACK = 6
_YEARS = range(1900, 2101)

Lead = str
"""How a number is joined to what is before it: "part", "compared", "next", "bracket", "apposed" or ""."""


def lead_of(words: Sequence[Token], number: Number) -> Lead:
    """How a number is joined to what stands before it.

    Args:
        words: Tokens of the sentence.
        number: The number.

    Returns:
        "compared" after "compared with" and its like; "part" after "including", "of which"; "bracket" just after an
        opening bracket; "apposed" after a colon or a dash; "next" after "and" or a comma; else "".
    """
    at = number.opening - 1
    while at >= 0 and words[at].fold in (
        "some",
        "all",
        "the",
        "only",
        "just",
        "another",
        "further",
        "an",
        "additional",
    ):
        at -= 1
    if at < 0:
        return ""
    if _compared(words, at, number):
        return "compared"
    before = words[at]
    if number.last + 2 < len(words) and words[number.last + 1].fold == "of" and words[number.last + 2].fold in _OF_IT:
        return "part"
    if before.fold in clauses("lead", "part") and (
        before.fold not in ("which", "whom", "them", "where") or _of(words, at)
    ):
        return "part"
    marks = {"(": "bracket", ":": "apposed", "–": "apposed", "—": "apposed", "-": "apposed", ",": "next", ";": "next"}
    if before.text in marks:
        return marks[before.text]
    return "next" if before.fold in ("and", "or", "while", "but") else ""


_OF_IT = frozenset(("which", "whom", "them"))


def _of(words: Sequence[Token], at: int) -> bool:
    return at > 0 and words[at - 1].fold in ("of", "among")


def _compared(words: Sequence[Token], at: int, number: Number) -> bool:
    """Do the words just before a number compare?"""
    for start in range(at, max(at - _COMPARED_BACK, -1), -1):
        folds = " ".join(token.fold for token in words[start : at + 1])
        if any(folds.startswith(lead) for lead in clauses("lead", "compared")) and _only_links(words, start, at):
            return not folds.startswith("from the")
        if words[start].text in ".;:()":
            return False
    falls = words[at].fold == "from" and number.last + 1 < len(words) and words[number.last + 1].fold == "to"
    return falls and any(token.fold in clauses("lead", "changing") for token in words[max(at - 12, 0) : at])


def _only_links(words: Sequence[Token], start: int, at: int) -> bool:
    """Is there nothing but small words between the comparison and the number?"""
    return all(token.fold in clauses("listing", "links") for token in words[start : at + 1])


def stands_bare(words: Sequence[Token], number: Number) -> bool:
    """Can a number be one that names nothing? What follows shows it."""
    if number.form in ("article", "adverb", "none"):
        return False
    if number.form == "figure" and number.value in _YEARS and words[number.first].text.isdigit():
        return False
    if number.last + 1 >= len(words):
        return True
    after = words[number.last + 1]
    if after.form == "mark":
        return after.text in ",;.:)(–—!?-"
    return after.fold in clauses("lead", "following") or after.fold.endswith("ed")


def total_of(words: Sequence[Token], number: Number) -> tuple[Head | None, int] | None:
    """What a total counts: "the total number of civilian casualties since ... to 85".

    Args:
        words: Tokens of the sentence.
        number: The number.

    Returns:
        The head (None where the total names nothing) and the token of "total"; None where it is no total.
    """
    at = number.opening - 1
    if at < 1 or not (words[at].fold in clauses("lead", "reaching") or words[at].text in ":–—-("):
        return None
    for index in range(at - 1, max(at - _BACK_TOTAL, -1), -1):
        if words[index].fold in clauses("lead", "total"):
            head = _named_total(words, index, at)
            if head is None and _of_others(words, index):
                return None
            named = _is_total(words, index) or _is_total(words, index - 1) or _brings(words, index)
            return None if head is None and not named else (head, index)
        if words[index].text in ";!?" or words[index].form == "web":
            return None
        if words[index].fold in clauses("lead", "changed") and words[at].fold == "to":
            head = thing_before(words, index, index - 5)
            return None if head is None else (head, head.first or index)
    return None


def _is_total(words: Sequence[Token], index: int) -> bool:
    return words[index].fold in ("total", "totals", "toll", "tally")


def _of_others(words: Sequence[Token], index: int) -> bool:
    """Is it the total of something that is not counted here ("the total number of monitors")?"""
    at = index + 1 + (index + 1 < len(words) and words[index + 1].fold in ("number", "numbers"))
    known = ("such", "cases", "these", "those", "them", "this")
    return at + 1 < len(words) and words[at].fold == "of" and words[at + 1].fold not in known


def _brings(words: Sequence[Token], index: int) -> bool:
    """Does something bring "the number of such cases" up to the number?"""
    return any(token.fold in clauses("lead", "bringing") for token in words[max(index - 3, 0) : index])


def _named_total(words: Sequence[Token], start: int, end: int) -> Head | None:
    """The thing named between "total" and the number, or just before "figures"."""
    last: Head | None = None
    for index in range(max(start - 3, 0), end):
        thing = thing_at(words, index)
        if thing and last is None and not (index < start and words[start].fold not in ("figures", "figure", "toll")):
            last = Head(thing[0].kind, index, thing[1], max(min(start - 1, index), 0))
    return last


def thing_before(words: Sequence[Token], at: int, since: int) -> Head | None:
    """The last thing named before a token, in plural, that no number counts ("observed mines, including five")."""
    for index in range(at - 1, max(since, at - _BACK_TOTAL), -1):
        thing = thing_at(words, index)
        if thing and words[index].fold not in section("things", "blocked", "before") and thing[0].plural:
            opening = index
            while opening > since + 1 and words[opening - 1].fold in (
                "antitank",
                "antipersonnel",
                "ceasefire",
                "civilian",
                "heavy",
            ):
                opening -= 1
            return Head(thing[0].kind, opening, thing[1])
        if words[index].text in ";!?":
            return None
    return None

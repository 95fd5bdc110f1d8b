"""Two numbers of one thing, told by two voices side by side: "X claims 35,000; Y puts the figure at 12,000"."""

from __future__ import annotations

import functools
import re

from .dispute_words import Cut, disputing

__all__ = ["counted", "figures_in"]

_REACH = 220
"""Characters between the first number and the second, at most."""
_YEARS = range(1900, 2101)
_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_VALUES = {**{word: number + 1 for number, word in enumerate(_ONES)}, **_TENS}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VAGUE = {
    "dozen": 12.0,
    "dozens": 36.0,
    "hundred": 300.0,
    "tens of thousands": 30_000.0,
    "hundreds": 300.0,
    "thousands": 3_000.0,
    "thousand": 3_000.0,
}
"""About how many a vague word says; two accounts differ where the one says less than half of the other."""
_WORDS = "|".join(_VALUES)
_NUMBER = (
    r"(?P<n>\b(?:several|a few|some) (?:hundred|thousand)\b(?! and)"
    r"|\b(?:tens of |hundreds of )?(?:dozens|hundreds|thousands)\b"
    r"|(?<![\w.,/-])(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d+)?(?![\d/])"
    r"|\b(?:a|one) dozen\b"
    rf"|\b(?:{_WORDS})(?:-(?:{_WORDS}))?\b)(?P<n_scale> (?:{'|'.join(_SCALES)})\b)?"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_END = re.compile(r"\s*(?:[.,;:)\"']|$|(?:and|but|or|while|in|on|since|at|dead|killed|according)\b)")
_NOUN = re.compile(r"(?:[ -](?!and\b|or\b|in\b|on\b)[a-z-]+){1,3}", re.IGNORECASE)
_PUT_AT = re.compile(r"\b(?:it|them|that|this) at [\w ]{0,20}$", re.IGNORECASE)
"""Before a number whose noun stands in front of it ("put it at 7,000")."""
_OWN = re.compile(
    r"\b(?:its|their|our|his|her) (?:own )?(?:\w+ )?(?:commitment|pledge|contribution|share|offer|quota)s?\b",
    re.IGNORECASE,
)
"""What each gives of its own: another gives another sum."""
_BROKEN = re.compile(r"\b(?:brok|break|breach|violat)", re.IGNORECASE)
_FROM = "(?:figure|number|toll|total|count|strength|losses|tally|estimate)"


def figures_in(here: Cut, before: Cut | None, *, named: bool = False) -> tuple[Cut, Cut] | None:
    """The two parts of one sentence, or of it and the one before, that give two numbers of one thing.

    Args:
        here: The sentence.
        before: The sentence before it in its paragraph, or None.
        named: True where both must name what they count, since they do not stand side by side.
    """
    if _number().search(here.text) is None:
        return None
    for match in (each for form in _against() for each in form.finditer(here.text)):
        number = _value(match["n"], match["n_scale"])
        if number is None or _is_date(here.text, match) or _unit(here.text[match.end() :]) or _OWN.search(match[0]):
            continue
        told = _noun(here.text[match.end() :])
        if named and not told:
            continue
        start = _clause_start(here.text, match.start())
        first = here.cut(0, start)
        if start and (cut := _first(first, number, told, match[0])) is not None:
            return cut, here.cut(start, len(here.text))
        if before is not None and (cut := _first(before, number, told, match[0])) is not None:
            if named and not _counts(cut.text, told):
                continue
            return cut, here
    return None


def _counts(text: str, noun: str) -> bool:
    """Does a number stand before the noun in a text?"""
    return any(_noun(text[match.end() :])[:4] == noun[:4] for match in _number().finditer(text))


def _clause_start(text: str, at: int) -> int:
    turns = list(re.finditer(r"(?:; |, | while | whereas | but )(?:and |but |while |whereas )?", text[: at + 2]))
    strong = [turn for turn in turns if turn[0] != ", "]
    best = (strong or turns)[-1:]
    return best[0].end() if best else 0


def _first(part: Cut, number: float, noun: str, against: str) -> Cut | None:
    """A part, where it has someone give another number of the same thing."""
    text = part.text
    if not _leading().search(text) and part.sentence.block.speaker is None:
        return None
    anaphoric = re.search(rf"\b{_FROM}s?\b", against, re.IGNORECASE) is not None
    found = [
        m
        for m in _number().finditer(text)
        if not _is_date(text, m) and not _speaks(text, m) and not _unit(text[m.end() :])
    ]
    for match in reversed(found[-3:]):
        value = _value(match["n"], match["n_scale"])
        own = _noun(text[match.end() :])
        if value is None or _alike(value, number, match["n"], against) or len(text) - match.end() > _REACH:
            continue
        if noun and own and noun[:4] != own[:4] and not anaphoric and not _counts_breaches(own, text, noun):
            continue
        if noun and not own and not _PUT_AT.search(text[: match.start()]):
            continue
        return part
    return None


def _counts_breaches(noun: str, text: str, other: str) -> bool:
    """ "Broken eleven times", beside "forty-one breaches"."""
    return noun == "times" and _BROKEN.search(text) is not None and _BROKEN.search(other) is not None


def counted(part: Cut) -> str:
    """What the first number of a part counts, in its words; empty where it gives none.

    Args:
        part: A part of a sentence.
    """
    match = next((m for m in _number().finditer(part.text) if not _is_date(part.text, m)), None)
    behind = _NOUN.match(part.text[match.end() :]) if match is not None else None
    return behind[0].strip() if behind is not None else ""


def _alike(one: float, other: float, first: str, second: str) -> bool:
    """Are two numbers one, or too vague to differ?"""
    if (
        re.search(r"dozens|hundred|thousand", f"{first} {second}", re.IGNORECASE)
        and not (first + second)[-1:].isdigit()
    ):
        return min(one, other) * 2 > max(one, other)
    return one == other


def _noun(behind: str) -> str:
    """The noun behind a number; empty where none stands there."""
    if _END.match(behind):
        return ""
    match = _NOUN.match(behind)
    words = match[0].replace("-", " ").split() if match else []
    return next((word.casefold() for word in words if word.endswith("s")), words[0].casefold() if words else "")


def _unit(behind: str) -> bool:
    return (
        re.match(rf"\s*(?:{'|'.join(disputing().figures['not_units'])}|%|per ?cent)\b", behind, re.IGNORECASE)
        is not None
    )


def _is_date(text: str, match: re.Match[str]) -> bool:
    raw = match["n"]
    if raw.isdigit() and int(raw) in _YEARS:
        return True
    behind, ahead = text[match.end("n") :], text[: match.start("n")]
    return bool(re.match(rf"\s*{_MONTH}", behind) or re.search(rf"{_MONTH}\s*$", ahead))


def _value(text: str, scale: str | None) -> float | None:
    if (vague := next((size for word, size in _VAGUE.items() if text.casefold().endswith(word)), None)) is not None:
        return vague
    if text[0].isdigit():
        value = float(text.replace(",", ""))
    else:
        parts = [_VALUES.get(word) for word in text.casefold().split("-")]
        if None in parts:
            return None
        value = float(sum(part for part in parts if part))
    return value * _SCALES.get((scale or "").strip().casefold(), 1)


@functools.cache
def _number() -> re.Pattern[str]:
    return re.compile(_NUMBER, re.IGNORECASE)


@functools.cache
def _against() -> tuple[re.Pattern[str], ...]:
    """The forms in which a second number is set against a first, each with the group `n`."""
    lists = disputing().figures
    bound = f"(?:(?:{'|'.join(lists['bounds'])}) )?"
    return tuple(
        re.compile(form.replace("{bound}", bound).replace("{n}", _NUMBER), re.IGNORECASE) for form in lists["against"]
    )


@functools.cache
def _leading() -> re.Pattern[str]:
    return re.compile("|".join(disputing().figures["leading"]), re.IGNORECASE)


def _speaks(text: str, match: re.Match[str]) -> bool:
    """Is a number one of those who say it ("according to two ministers", "two diplomats said")?"""
    persons = _persons().match(text, match.end())
    if persons is None:
        return False
    return bool(
        re.search(r"\b(?:according to|by|told|to) $", text[: match.start()], re.IGNORECASE)
        or re.match(r",? (?:who\b|sa(?:y|id)\b|told\b|close to\b|familiar\b)", text[persons.end() :])
    )


@functools.cache
def _persons() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[a-z]+ )?(?:{'|'.join(disputing().figures['persons'])})\b", re.IGNORECASE)

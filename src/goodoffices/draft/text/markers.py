"""Numbers at the start of a line: "9.", "(a)", "2.1", "IV.", "Article 5", "-"."""

from __future__ import annotations

import functools
import re
from typing import Literal

import msgspec

from .vocabulary import marker_words, one_of

__all__ = ["Marker", "Reading", "find_marker", "roman_value", "written_roman"]

_DIGITS = re.compile(
    r"(?P<open>\(?)(?P<number>\d{1,3}(?:\.\d{1,3}){0,6}(?:bis|ter|quater|[a-z])?)(?P<close>\.?\)|\.|)(?=\s|$)"
)
_LETTERS = re.compile(
    r"(?P<open>\(?)(?P<number>[ivxlc]{2,8}|[IVXLC]{2,8}|([a-z])\3|([A-Z])\4|[^\W\d_])(?P<close>\.?\)|\.)(?=\s|$)"
)
_INITIAL = re.compile(r"\s*[^\W\d_]{1,2}\.")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_BIG_ROMAN = re.compile("[IVXLC]+")
_SEPARATOR = re.compile(r"[.:)\]]?(?:[.:)\]]|\s?[–—-])?(?=\s|$)")
_ASIDE = re.compile(r"\([^()\n]{1,60}\)\s?[:.–—-](?=\s|$)")
_HEADING_CHARS = 100
_MONTH_AHEAD_CHARS = 20
_LATIN = 26


class Reading(msgspec.Struct, frozen=True):
    """One way to take a number: "(i)" is the ninth letter and the first Roman number.

    Attributes:
        style: What its siblings look like too: "1.", "(a)", "(i)", "A.", "1.1", "-", "Article".
        value: Where it stands in their order, from 1; 0 where the style has no order.
        path: The numbers before and of it: (2, 1) for "2.1".
    """

    style: str
    value: int
    path: tuple[int, ...] = ()


class Marker(msgspec.Struct, frozen=True):
    """A number that opens a provision.

    Attributes:
        kind: "number" for digits, letters and Roman numbers, "label" for a word with its number, "bullet".
        number: Without brackets and points: "9", "a", "Article 5"; "" for a bullet.
        readings: The ways to take it, at least one.
        end: Offset behind it, its point or bracket included.
        rank: For a label, what it stands under (0 ends everything before it).
    """

    kind: Literal["number", "label", "bullet"]
    number: str
    readings: tuple[Reading, ...]
    end: int
    rank: int = -1


def find_marker(text: str, start: int, end: int) -> Marker | None:
    """Read the number that opens a line.

    Args:
        text: The whole text.
        start: Offset of the first character of the line that is no white space.
        end: Offset behind the line.

    Returns:
        The number, or None where the line opens with none.
    """
    if start >= end:
        return None
    sign = text[start]
    if sign in _bullets() and (start + 1 == end or text[start + 1].isspace()):
        return Marker("bullet", "", (Reading("-", 0),), start + 1)
    if sign.isdigit() or (sign == "(" and text[start + 1 : start + 2].isdigit()):
        return _digits(text, start, end)
    found = _LETTERS.match(text, start, end)
    if found:
        return _letters(found, text, end)
    return _label(text, start, end)


def _orders(letter: str) -> list[int]:
    """Where a letter stands in the alphabets that have it, from 1."""
    if letter.isascii():
        return [ord(letter.lower()) - ord("a") + 1]
    places = (each.find(letter.lower()) + 1 for each in marker_words()["alphabets"]["letters"])
    return list(dict.fromkeys(place for place in places if place)) or [ord(letter)]


def roman_value(word: str) -> int:
    """The value of a Roman number up to 399; 0 for a word that is none."""
    values = [_ROMAN.get(sign, 0) for sign in word.lower()]
    if not values or 0 in values:
        return 0
    total = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return total if written_roman(total) == word.lower() else 0


def written_roman(value: int) -> str:
    """Write a number in small Roman letters, up to 399."""
    signs = ""
    for sign, worth in (
        ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)
    ):  # fmt: skip
        signs += sign * (value // worth)
        value %= worth
    return signs


@functools.cache
def _bullets() -> frozenset[str]:
    return frozenset(marker_words()["bullets"]["signs"])


@functools.cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{one_of(marker_words()['months']['words'])})\b", re.IGNORECASE)


def _digits(text: str, start: int, end: int) -> Marker | None:
    found = _DIGITS.match(text, start, end)
    if not found or (found["open"] and not found["close"].endswith(")")):
        return None
    parts = [int(re.sub(r"\D", "", part)) for part in found["number"].split(".")]
    if len(parts) == 1 and (not found["close"] or _month().match(text, found.end(), found.end() + _MONTH_AHEAD_CHARS)):
        return None
    close = found["close"] if len(parts) == 1 else ""
    style = found["open"] + ".".join("1" * len(parts)) + close
    return Marker("number", found["number"], (Reading(style, parts[-1], tuple(parts)),), found.end())


def _letters(found: re.Match[str], text: str, end: int) -> Marker | None:
    word, close = found["number"], found["close"]
    if found["open"] and ")" not in close:
        return None
    if close == "." and word[0].isupper() and _INITIAL.match(text, found.end(), end):
        return None  # "A. V. Surname"
    case = "A" if word[0].isupper() else "a"
    readings = []
    value = roman_value(word) if word.isascii() else 0
    if len(set(word)) == 1 and (len(word) == 1 or not value):
        style = found["open"] + case + close
        readings += [Reading(style, order + _LATIN * (len(word) - 1)) for order in _orders(word[0])]
    if value:
        readings.insert(
            0 if word in "iI" or len(word) > 1 else len(readings),
            Reading(found["open"] + ("I" if case == "A" else "i") + close, value),
        )
    return Marker("number", word, tuple(readings), found.end()) if readings else None


@functools.cache
def _labels() -> tuple[re.Pattern[str], dict[str, tuple[str, int, bool]]]:
    """The pattern of the words that number a provision; each word with its name, rank, and may it stand alone."""
    known = {}
    for entry in marker_words()["label"]:
        for word in entry["words"]:
            for form in (word, word.upper()):
                known[form] = (word, int(entry["rank"]), bool(entry.get("bare")))
    numerals = marker_words()["numerals"]
    words = one_of(numerals["words"])
    number = rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*(?:bis|ter|[a-z])?|[IVXLC]+|[A-Z]|(?i:{words}))"
    return re.compile(rf"(?P<word>{one_of(list(known))})(?:\s{{1,3}}(?:No\.?\ )?{number})?(?![\w])"), known


def _label(text: str, start: int, end: int) -> Marker | None:
    pattern, known = _labels()
    found = pattern.match(text, start, end)
    if not found:
        return None
    word, rank, bare = known[found["word"]]
    behind = _SEPARATOR.match(text, found.end(), end)
    close = behind.end() if behind else found.end()
    if not _opens(text, close, end, separated=bool(behind and behind[0]), bare=not found["number"]):
        return None
    if not found["number"] and not bare:
        return None
    number = text[start : found.end()]
    return Marker("label", " ".join(number.split()), (Reading(word, _label_value(found["number"])),), close, rank)


def _label_value(number: str | None) -> int:
    if not number:
        return 0
    if number[0].isdigit():
        return int(re.sub(r"\D", "", number.rpartition(".")[2]) or 0)
    words = marker_words()["numerals"]["words"]
    if number.lower() in words:
        return int(words.index(number.lower())) + 1
    if _BIG_ROMAN.fullmatch(number) and (len(number) > 1 or number in "IVX"):
        return roman_value(number)
    return ord(number[0].lower()) - ord("a") + 1


def _opens(text: str, close: int, end: int, *, separated: bool, bare: bool) -> bool:
    """Does "Article 5 ..." open a provision, and not a sentence about Article 5?"""
    rest = text[close:end].strip()
    if not rest:
        return True
    if separated:
        return not bare or len(rest) <= _HEADING_CHARS
    if rest[0] == "(" and text[close].isspace() and not bare:
        return rest.endswith(")") or bool(_ASIDE.match(rest))  # "Step 1 (D+30): withdrawal", "Article 5 (Scope)"
    heading = len(rest) <= _HEADING_CHARS and rest[-1] not in ".;:," and not rest[0].islower()
    return heading and not bare and (rest[0].isupper() or not rest[0].isalnum()) and rest[0] not in ",;)("

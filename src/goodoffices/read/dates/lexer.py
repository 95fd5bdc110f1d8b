"""A text as lexemes of time: offsets, a class for each word, and the value that it has.

The classes are one character each, so that a passage becomes a string that rules match as plain regular expressions, in
time linear in its length. Each alternative of the lexer's own expression is bounded, for the same reason.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from typing import Any

import msgspec

from .vocabulary import Entry, words

__all__ = ["Lexed", "lex"]

_SHAPES = r"""
    (?P<iso>\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))
  | (?P<slashed>\b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b(?![/.]?\d))
  | (?P<year_span>\b(?:1[0-9]|20)\d{2}[-–/](?:(?:1[0-9]|20)\d{2}|\d{2})\b(?![-–/.]\d))
  | (?P<fiscal_year>\bFY\ ?'?(?:20)?\d{2}\b)
  | (?P<decade>\b(?:1[0-9]|20)\d0'?s\b)
  | (?P<decade_short>(?:'|\b)[1-9]0'?s\b)
  | (?P<clock>\b(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<military>\b(?:[01]\d|2[0-3])[0-5]\d(?=\ ?(?:GMT|UTC|hours|hrs)\b))
  | (?P<ordinal_day>\b\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<quarter_code>\b(?:[QqHh][1-4]|[1-4]Q)\b)
  | (?P<fraction>\b\d{1,3}(?:[ -][1-9]/[2-9]\b(?![/.]?\d)|\ ?[½¼¾]))
  | (?P<number>\b\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?\b|\b\d{1,15}(?:\.\d{1,9})?(?=[^\W\d_]|\b))
  | (?P<compound>\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-|\ )
      (?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)
  | (?P<abbreviation>\b[ap]\.\ ?m\b\.?|\b(?:st|no)\.
      |\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.(?=[\s,]{1,2}\w))
  | (?P<word>[^\W\d_]{1,40})
  | (?P<possessive>'s\b|(?<=s)'(?!\w))
  | (?P<dash>[-–—])
  | (?P<comma>,)
  | (?P<currency>[$£€#])
  | (?P<percent>%)
  | (?P<stop>[.;:!?()\[\]"]|\n\s{0,9}\n)
  | (?P<other>[^\s\w]|\w)
"""


class Lexed(msgspec.Struct, frozen=True):
    """A passage, lexed. The four lists run in step: one entry a lexeme.

    Attributes:
        text: The passage, with straight quotes.
        classes: One character a lexeme.
        starts: Offsets of the first characters.
        ends: Offsets behind the last ones.
        values: What each lexeme means, or None.
    """

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    values: list[Any]

    def word(self, index: int) -> str:
        """The lexeme at `index` in lower case, or the empty string outside the passage."""
        return self.text[self.starts[index] : self.ends[index]].lower() if 0 <= index < len(self.classes) else ""


@functools.cache
def _expression() -> re.Pattern[str]:
    longest_first = sorted(words().phrases, key=len, reverse=True)
    phrases = "|".join(re.escape(phrase) for phrase in longest_first)
    return re.compile(rf"(?P<phrase>\b(?:{phrases})(?!\w)){'|'}{_SHAPES}", re.VERBOSE | re.IGNORECASE)


def _number(text: str) -> tuple[str, Any]:
    value = float(text.replace(",", ""))
    if not value.is_integer():
        return "number", value
    if re.fullmatch(r"(?:1[0-9]|20)\d\d", text):
        return "year", int(text)
    return ("day_number" if re.fullmatch(r"0?[1-9]|[12]\d|3[01]", text) else "number"), int(value)


def _fraction(text: str) -> tuple[str, Any]:
    """Read "3 1/2" and "3½"; a whole number and its part, so that "1/2" alone may be a day."""
    whole, above, below = re.fullmatch(r"(\d+)\D?(?:(\d)/(\d)|[½¼¾])", text).groups()  # type: ignore[union-attr]
    part = int(above) / int(below) if above else {"½": 0.5, "¼": 0.25, "¾": 0.75}[text[-1]]
    return "number", int(whole) + part


def _compound(text: str) -> tuple[str, Any]:
    tens, ones = re.split(r"[- ]", text)
    first, second = words().single[tens], words().single[ones]
    ordinal = second.symbol != words().symbols["cardinal"]
    return ("ordinal" if ordinal else "cardinal"), first.value + (2 if ones == "second" else second.value)


def _iso(text: str) -> tuple[str, Any]:
    try:
        dt.date.fromisoformat(text[:10])
    except ValueError:
        return "other_word", None
    return "iso", text


def _quarter_code(text: str) -> tuple[str, Any]:
    entry = words().single.get(text)
    return ("q" if "q" in text else "h", entry.value) if entry else ("other_word", None)


_READ: dict[str, Callable[[str], tuple[str, Any]]] = {
    "number": _number,
    "fraction": _fraction,
    "compound": _compound,
    "iso": _iso,
    "quarter_code": _quarter_code,
    "ordinal_day": lambda text: ("ordinal_day", int(text[:-2])),
    "decade": lambda text: ("decade", int(text[:4])),
    "decade_short": lambda text: ("decade_short", int(text.lstrip("'")[:2])),
    "fiscal_year": lambda text: ("fiscal_year", 2000 + int(text[-2:])),
}


def _entry(kind: str, text: str) -> Entry:
    known = words()
    if kind == "phrase":
        return known.phrases[text]
    if kind in {"word", "abbreviation", "percent"}:
        return known.single.get(text) or known.single.get(text.rstrip(".")) or Entry(known.symbols["other_word"], None)
    if kind == "other":
        return Entry(known.symbols["other_word"], None)
    name, value = _READ[kind](text) if kind in _READ else (kind, text)
    return Entry(known.symbols[name], value)


def lex(text: str) -> Lexed:
    """Lex a passage.

    Args:
        text: Any text, its quotes straightened (`goodoffices.read.pipeline.straighten`).
    """
    classes, starts, ends, values = [], [], [], []
    known: dict[tuple[str, str], Entry] = {}
    for match in _expression().finditer(text):
        kind = match.lastgroup or "other"
        key = (kind, match[0].lower())
        entry = known.get(key) or known.setdefault(key, _entry(*key))
        classes.append(entry.symbol)
        values.append(entry.value)
        starts.append(match.start())
        ends.append(match.end())
    return Lexed(text=text, classes="".join(classes), starts=starts, ends=ends, values=values)

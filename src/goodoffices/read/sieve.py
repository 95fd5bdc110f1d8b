"""Sieves: many patterns looked for at once, each only in a text that has the letters without which it cannot match.

A pattern of words needs some of its letters whatever else it leaves open: "den(?:y|ies|ied) that" needs "den" and
" that". Whether these stand in a text is told far faster than whether the pattern matches it, and mostly they do not
(as RE2 does in its FilteredRE2). A phrasebook (`goodoffices.read.kinds.phrasebook`) is for phrases in small letters
that begin with a word; a sieve takes patterns with groups, with a look back, and with capitals that count.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

__all__ = ["Sieve", "needed"]

_FEWEST = 3
"""Letters, blanks with them, from which on a string is worth looking for."""
_KEPT = 256
_LONGEST_KEPT = 2_000
"""Texts of which a sieve remembers what can match, and their characters: a sentence is asked about more than once."""
_CLASSES = frozenset("bBwWdDsSAZ0123456789")
"""What stands behind a backslash and is no letter of the text."""
_OPENINGS = re.compile(r"\(\?(?:P<\w+>|<?[=!]|[a-zA-Z]*(?:-[a-zA-Z]+)?:)|\(")
_CLOSED = re.compile(r"\]?(?:[^\]\\]|\\.)*\]")
"""The rest of a set of letters; a bracket at its front stands for itself."""
_QUANTIFIER = re.compile(r"([?*+]|\{(\d*)(?:,\d*)?\})[?+]?")

Needed = frozenset[str] | None
"""Strings in small letters of which one must stand in the text; None where nothing is known."""


class Sieve:
    """Patterns that count as one, in which the first of those that match at a place is taken, letters of any size."""

    def __init__(self, forms: Sequence[str], frame: str = "(?:{})") -> None:
        """Compile each pattern alone.

        Args:
            forms: Regular expressions.
            frame: What stands around each of them, with ``{}`` in its place.
        """
        self._forms = tuple(
            (tuple(needed(form) or {""}), re.compile(frame.replace("{}", form), re.IGNORECASE)) for form in forms
        )
        self._able = functools.lru_cache(maxsize=_KEPT)(self._sifted)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Find the first match in ``text[start:end]``; what stands before it can be looked back at."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Find all matches in ``text[start:end]`` from left to right, none inside another."""
        end = len(text) if end is None else end
        able = self._able if end - start <= _LONGEST_KEPT else self._sifted
        # The next match of each, looked for again only where another one has run past it: once over the text in all.
        ahead = [match for form in able(text[start:end]) if (match := form.search(text, start, end))]
        while ahead:
            match = min(ahead, key=re.Match.start)
            yield match
            until = max(match.end(), match.start() + 1)
            nearer = (each if each.start() >= until else each.re.search(text, until, end) for each in ahead)
            ahead = [each for each in nearer if each is not None]

    @property
    def remembered(self) -> int:
        """Of how many texts it is remembered what can match."""
        return self._able.cache_info().currsize

    def _sifted(self, text: str) -> tuple[re.Pattern[str], ...]:
        low, able = text.lower(), list[re.Pattern[str]]()
        for must, form in self._forms:
            for each in must:  # in a loop of its own: an `any` for each form takes longer than what it looks for
                if each in low:
                    able.append(form)
                    break
        return tuple(able)


def needed(form: str) -> Needed:
    """Strings of which one stands in each text that a pattern matches.

    Args:
        form: A regular expression without comments and conditions, whose letters count in any size.
    """
    return _of_alternatives(form, 0)[0]


def _of_alternatives(form: str, at: int) -> tuple[Needed, int]:
    """What the alternatives from a place on need together, and where they end."""
    found: list[Needed] = []
    while True:
        must, at = _of_sequence(form, at)
        found.append(must)
        if form[at : at + 1] != "|":
            break
        at += 1
    sure = [must for must in found if must is not None]
    return (frozenset().union(*sure) if len(sure) == len(found) else None), at


def _of_sequence(form: str, at: int) -> tuple[Needed, int]:
    """The most telling thing that one alternative needs, and where it ends."""
    found: list[frozenset[str]] = []
    run = ""
    while at < len(form) and form[at] not in "|)":
        letter, must, at = _atom(form, at)
        quantifier = _QUANTIFIER.match(form, at)
        if quantifier is not None:
            at = quantifier.end()
            if quantifier[1] in {"?", "*"} or (quantifier[2] is not None and quantifier[2] in {"", "0"}):
                letter, must = "", None
        if letter:
            run += letter
        if not letter or quantifier is not None:
            found.append(frozenset({run}))
            run = ""
        if must is not None:
            found.append(must)
    telling = [each for each in (*found, frozenset({run})) if min(map(len, each)) >= _FEWEST]
    return max(telling, key=lambda each: (min(map(len, each)), -len(each)), default=None), at


def _atom(form: str, at: int) -> tuple[str, Needed, int]:
    """One letter, or what a group needs; and where the next atom begins."""
    char = form[at]
    if char == "\\":
        return "" if form[at + 1] in _CLASSES else form[at + 1].lower(), None, at + 2
    if char == "[":
        at += 2 if form[at + 1] == "^" else 1
        return "", None, _CLOSED.match(form, at).end()  # type: ignore[union-attr]  # it compiles, so it is closed
    opening = _OPENINGS.match(form, at)
    if opening is not None:
        must, close = _of_alternatives(form, opening.end())
        looks = opening[0] in {"(?!", "(?<!", "(?<="}
        return "", None if looks else must, close + 1
    return "" if char in ".^$" else char.lower(), None, at + 1

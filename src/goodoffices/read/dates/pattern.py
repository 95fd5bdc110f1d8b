"""Rules over lexemes: patterns written with the names of classes, matched in linear time.

A pattern is a row of terms. ``month`` is one lexeme of that class (or of a group in `GROUPS`), ``a|b`` one of either,
``day=a|b`` keeps its value under a name, and what stands in brackets may be missing. There is no repetition, so a match
looks at a bounded number of lexemes, and rules are looked up by the first two classes that they can start with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from .lexer import Lexed
from .vocabulary import around, words

__all__ = ["GROUPS", "Grammar", "Match", "Rule", "RuleBook"]

GROUPS = {
    "a_month": "month|month_short|may|march",
    "a_day": "day_number|ordinal_day|ordinal|second",
    "a_count": "day_number|number|cardinal|year",
    "an_ordinal": "ordinal|second|ordinal_day",
    "a_season": "season|fall",
    "a_unit": "unit|second|quarter|night",
    "some_units": "units|quarters|nights",
    "any_unit": "unit|units|second|quarter|quarters|night|nights",
    "a_weekday": "weekday|weekday_short",
    "a_part": "part|night",
    "a_clock": "clock|noon",
    "vague": "few|several",
}
"""Groups of classes that patterns name like one class."""


class Match(msgspec.Struct, frozen=True):
    """Where a pattern matched.

    Attributes:
        lexed: The passage.
        start: Index of the first lexeme.
        end: Index behind the last one.
        named: Indexes of the lexemes that the pattern names.
    """

    lexed: Lexed
    start: int
    end: int
    named: dict[str, int]

    def value(self, name: str, default: Any = None) -> Any:  # noqa: ANN401  a lexeme may mean a number or a word
        """What the named lexeme means, or `default` where the pattern went without it."""
        index = self.named.get(name)
        if index is None:
            return default
        # "second" is a number or a unit, as its place in the pattern says.
        return "second" if name.startswith("unit") and self.lexed.word(index) == "second" else self.lexed.values[index]

    def word(self, name: str) -> str:
        """The named lexeme in lower case, empty where the pattern went without it."""
        index = self.named.get(name)
        return "" if index is None else self.lexed.word(index)

    def class_at(self, index: int) -> str:
        """Name the class of a lexeme of the passage, empty outside it."""
        return words().names.get(self.lexed.classes[index], "") if 0 <= index < len(self.lexed.classes) else ""

    @property
    def before(self) -> str:
        """The lexeme before the match in lower case, or the empty string."""
        return self.lexed.word(self.start - 1)

    @property
    def after(self) -> str:
        """The lexeme behind the match in lower case, or the empty string."""
        return self.lexed.word(self.end)

    @property
    def is_name(self) -> bool:
        """Does a noun of names follow, with a capital, as in "the October War" and "the Sunday Times"?"""
        written = self.lexed.text[self.lexed.starts[self.end]] if self.after in around("name_after") else ""
        return written.isupper()

    @property
    def text(self) -> str:
        """The words that matched."""
        return self.lexed.text[self.lexed.starts[self.start] : self.lexed.ends[self.end - 1]]


class Rule(msgspec.Struct, frozen=True):
    """A compiled pattern and what reads its matches; a reader returns None where the words mean something else."""

    expression: re.Pattern[str]
    openings: frozenset[str]
    read: Callable[[Match], Any]


def _symbols(item: str) -> str:
    """Write one item of a pattern as the characters of its classes."""
    names = [name for part in item.split("|") for name in GROUPS.get(part, part).split("|")]
    return "".join(words().symbols[name] for name in names)


def _compile(pattern: str) -> tuple[re.Pattern[str], frozenset[str]]:
    expression: list[str] = []
    terms = pattern.replace("[", " [ ").replace("]", " ] ").split()
    for term in terms:
        if term == "[":
            expression.append("(?:")
        elif term == "]":
            expression.append(")?")
        else:
            name, _, item = term.rpartition("=")
            expression.append(f"(?P<{name}>[{_symbols(item)}])" if name else f"[{_symbols(item)}]")
    openings = frozenset(_openings(terms))
    return re.compile("".join(expression)), openings


def _openings(terms: list[str]) -> set[str]:
    """List the first two classes (or the only one) that a pattern can start with."""
    return {opening[:2] for opening in _prefixes(terms)}


def _prefixes(terms: list[str], done: str = "") -> Iterable[str]:
    if len(done) == 2 or not terms:  # noqa: PLR2004  openings have two lexemes
        yield done
    elif terms[0] == "]":
        yield from _prefixes(terms[1:], done)
    elif terms[0] == "[":
        yield from _prefixes(terms[1:], done)
        yield from _prefixes(_behind_bracket(terms), done)
    else:
        for symbol in _symbols(terms[0].rpartition("=")[2]):
            yield from _prefixes(terms[1:], done + symbol)


def _behind_bracket(terms: list[str]) -> list[str]:
    """Drop the bracketed items that `terms` open with."""
    depth = 0
    for index, term in enumerate(terms):
        depth += (term == "[") - (term == "]")
        if depth == 0:
            return terms[index + 1 :]
    msg = f"a bracket stays open in the pattern {' '.join(terms)!r}"
    raise ValueError(msg)


class RuleBook:
    """Rules of one theme, collected by decorating what reads them."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(self, *patterns: str) -> Callable[[Callable[[Match], Any]], Callable[[Match], Any]]:
        """Register a function as the reader of every match of `patterns`."""

        def register(read: Callable[[Match], Any]) -> Callable[[Match], Any]:
            for pattern in patterns:
                expression, openings = _compile(pattern)
                self.rules.append(Rule(expression=expression, openings=openings, read=read))
            return read

        return register


class Grammar:
    """All rules together. At each lexeme the longest reading wins, and of equal ones the rule that was given first."""

    def __init__(self, books: Iterable[RuleBook]) -> None:
        self._by_opening: dict[str, list[Rule]] = {}
        for rule in (rule for book in books for rule in book.rules):
            for opening in rule.openings:
                self._by_opening.setdefault(opening, []).append(rule)

    def opens_at(self, classes: str, index: int) -> bool:
        """Can any rule start at a lexeme? The quick question, asked of every word."""
        return classes[index : index + 2] in self._by_opening or classes[index] in self._by_opening

    def _rules_at(self, classes: str, index: int) -> list[Rule]:
        return self._by_opening.get(classes[index : index + 2], []) + self._by_opening.get(classes[index], [])

    def read_at(self, lexed: Lexed, index: int) -> tuple[int, Any] | None:
        """Read the longest expression that starts at a lexeme.

        Returns:
            The index behind it and what its reader made of it, or None.
        """
        found = []
        for rule in self._rules_at(lexed.classes, index):
            match = rule.expression.match(lexed.classes, index)
            if match:
                found.append((match.end(), match, rule))
        found.sort(key=lambda entry: -entry[0])
        for end, match, rule in found:
            named = {name: match.start(name) for name, value in match.groupdict().items() if value}
            meaning = rule.read(Match(lexed=lexed, start=index, end=end, named=named))
            if meaning is not None:
                return end, meaning
        return None

"""Texts that make a rule look at all it knows for each thing that it meets: names, labels, counts, repeated phrases.

`bench/robustness.py` reads them at full length, `tests/read/test_cost_in_step.py` short ones, and four times as long.
"""

from __future__ import annotations

import random
from collections.abc import Callable

__all__ = ["COSTLY", "prose", "surname"]

WORDS = (
    "the", "a", "of", "to", "in", "and", "that", "it", "for", "on", "with", "as", "was", "were", "said", "would",
    "not", "be", "by", "at", "from", "talks", "envoy", "minister", "ceasefire", "troops", "border", "Iran",
    "Israel", "Armenia", "Kyiv", "Monday", "agreement", "monitors", "prisoners", "president", "demanded",
    "rejected", "between", "withdrawal", "guarantees", "new", "round", "week", "sides", "proposal", "before",
    "after", "while", "delegation", "source", "official", "statement",
)  # fmt: skip


def prose(size_chars: int, *, sentence_words: int = 18, paragraph_sentences: int = 4) -> str:
    """Make text that looks like prose and says nothing."""
    dice = random.Random(1)  # noqa: S311  the same text each time
    parts: list[str] = []
    size = 0
    while size < size_chars:
        sentences = [" ".join(dice.choices(WORDS, k=sentence_words)).capitalize() for _ in range(paragraph_sentences)]
        parts.append(". ".join(sentences) + ".")
        size += len(parts[-1]) + 2
    return "\n\n".join(parts)[:size_chars]


_SYLLABLES = ("ba", "de", "go", "ka", "li", "mo", "na", "ru", "sa", "ti", "vo", "zu")
_FIRST = ("Ana", "Boris", "Carla", "Dmitri", "Elena", "Farid", "Goran", "Hana", "Ivan", "Juana", "Karim", "Leila")


def surname(number: int) -> str:
    """Make a name of its own for each number."""
    made, number = "", number + 200
    while number:
        number, last = divmod(number, len(_SYLLABLES))
        made += _SYLLABLES[last]
    return made.capitalize()


def _full(number: int) -> str:
    return f"{_FIRST[number % len(_FIRST)]} {surname(number)}"


def _each(make: Callable[[int], str], joint: str = " ") -> Callable[[int], str]:
    """A text of `times` sentences, lines or names."""
    return lambda times: joint.join(make(number) for number in range(times))


def _ministers(times: int) -> str:
    return " ".join(f"Foreign Minister {_full(number)} of Iran spoke." for number in range(times))


def _rows_of_names(times: int) -> str:
    rows = "\n".join(f"| {_full(number)} {number} | rejects it |" for number in range(times))
    return f"{_ministers(times)}\n\n| Party | Position |\n|---|---|\n{rows}"


def _rows_of_groups(times: int) -> str:
    fronts = " ".join(f"The {surname(number)} Liberation Front rejected talks." for number in range(times))
    rows = "\n".join(f"| the group {number} | rejects it |" for number in range(times))
    return f"{fronts}\n\n| Party | Position |\n|---|---|\n{rows}"


def _labels(times: int) -> str:
    turns = "\n\n".join(f"THE FACILITATOR {surname(number).upper()}: We reject it." for number in range(times))
    return f"{_ministers(times)}\n\n{turns}"


COSTLY: dict[str, tuple[Callable[[int], str], int]] = {
    "one-phrase": (lambda times: "The parties agreed to a ceasefire. " * times, 45_000),
    "phrases-numbered": (_each(lambda n: f"The parties agreed to ceasefire {n}."), 25_000),
    "quotes": (_each(lambda n: f'"We will not leave area {n}," Iran\'s foreign minister said.'), 15_000),
    "open-quotes": (_each(lambda n: f"\u201cWe will not leave area {n}, the minister said."), 15_000),
    "list-of-names": (_each(_full, ", "), 20_000),
    "list-of-presidents": (_each(lambda n: f"President {_full(n)}", ", "), 8_000),
    "honoured-names": (_each(lambda n: f"Mr {surname(n)}", ", "), 20_000),
    "said-that": (_each(lambda n: f"Iran said that Israel said that Oman said that point {n} was agreed."), 12_000),
    "bullets": (_each(lambda n: f"- Iran must withdraw from village {n}", "\n"), 20_000),
    "lines-of-a-word": (_each(surname, "\n"), 30_000),
    "turns": (_each(lambda n: f"{surname(n).upper()}: We reject proposal {n}.", "\n\n"), 20_000),
    "labels-of-offices": (_labels, 1_300),
    "table-of-names": (_rows_of_names, 1_800),
    "table-of-groups": (_rows_of_groups, 2_500),
    "clauses": (_each(lambda n: f"the talks of region {n}", ", "), 25_000),
    "joined-names": (_each(_full, " and "), 15_000),
    "dates": (_each(lambda n: f"On {1 + n % 28} January {1900 + n % 200} talks were held."), 15_000),
    "corrections": (_each(lambda n: f"In area {n} there are three sites, not four."), 20_000),
    "open-brackets": (_each(lambda n: f"([ {n} \u201c"), 60_000),
    "marks-alone": (_each(lambda n: f"{n % 7} . !"), 150_000),
    "near-the-limit": (prose, 999_000),
}
"""Name -> a text of so many pieces, and how many make it hostile."""

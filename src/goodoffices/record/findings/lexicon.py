"""The word lists that merging reads, from the data files beside this module; people can extend them."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any, TypeVar

import msgspec

__all__ = [
    "Count",
    "Denials",
    "Names",
    "Pole",
    "Stock",
    "Words",
    "denials",
    "names",
    "places",
    "poles",
    "stocks",
    "words",
]

T = TypeVar("T")


class Count(msgspec.Struct, frozen=True):
    """Something that reports count: its label, the words behind a number that say so, and those before it."""

    label: str
    words: frozenset[str]
    leads: frozenset[str] = frozenset()


class Names(msgspec.Struct, frozen=True):
    """How names are compared (`data/names.toml` says what each list is for)."""

    honorifics: frozenset[str]
    particles: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: frozenset[str]
    family_first: frozenset[str]
    generic: frozenset[str]
    given: tuple[tuple[str, ...], ...]
    spellings: tuple[tuple[str, ...], ...]


class Words(msgspec.Struct, frozen=True):
    """How clauses are compared (`data/words.toml` says what each list is for)."""

    stop: frozenset[str]
    time: frozenset[str]
    endings: tuple[str, ...]
    stance: frozenset[str]
    status: frozenset[str]
    plan: frozenset[str]
    mechanism: frozenset[str]
    versions: tuple[str, ...]
    single_versions: frozenset[str]
    refusals: frozenset[str]
    renouncing: frozenset[str]
    talking: frozenset[str]
    asides: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]
    means: frozenset[str]
    ordinals: frozenset[str]
    counting: tuple[str, ...]
    parts: frozenset[str]
    accord: frozenset[str]
    wanting: frozenset[str]
    dropping: frozenset[str]
    dating: frozenset[str]
    at_once: tuple[str, ...]
    apart: tuple[tuple[str, ...], ...]
    numbers: dict[str, int]
    counts: dict[str, Count]
    bounds: dict[str, frozenset[str]]


class Pole(msgspec.Struct, frozen=True):
    """Two ways in which the matter of an issue can go, each with the cues that say so.

    Attributes:
        label: The two ways, in words.
        owned: True where it matters whose it is ("its land", "their troops").
        off_table: True where to refuse to talk of it is to keep it.
        one_matter: True where the issue is one question, so that a clause that names no object meets one that does.
        words: Beginnings of words that name the issue as a whole and no object in it.
        keep: Cues of one way.
        give: Cues of the other.
        closed: Cues that nothing may be given, whatever the stance.
    """

    label: str
    one_matter: bool
    owned: bool
    off_table: bool
    words: tuple[str, ...]
    keep: tuple[str, ...]
    give: tuple[str, ...]
    closed: tuple[str, ...] = ()


class Denials(msgspec.Struct, frozen=True):
    """How reports tell that something is not so (`data/denials.toml`): patterns, of each list one alone suffices."""

    answers: tuple[str, ...]
    pointing: tuple[str, ...]
    accounts: tuple[str, ...]
    content: tuple[str, ...]
    undone: tuple[str, ...]
    ready: tuple[str, ...]
    bare: tuple[str, ...]
    negations: tuple[str, ...]
    factual: tuple[str, ...]
    elliptic: tuple[str, ...]
    untrue: tuple[str, ...]
    sworn: tuple[str, ...]


class Stock(msgspec.Struct, frozen=True):
    """Something that is so many at a time, whoever counts (`data/stocks.toml`).

    Attributes:
        label: What is counted.
        issue: Id of the issue.
        nouns: Patterns of what is counted.
        forms: Patterns with ``{n}`` for the number and ``{noun}`` for what is counted.
        questions: Patterns of a question that a bare number answers.
        not_with: Patterns of what makes it another count.
        unset: Patterns of words by which a sentence that says that no number is fixed is known to be of it.
        within_days: Days between two reports of a count, at most: later it is another count.
        within_times: How many times the one the other can be, at most; None for any.
        told_exactly: True where two numbers differ however near they lie, if neither is told roughly.
        at_least: A smaller number is of single cases.
    """

    label: str
    issue: str
    nouns: tuple[str, ...]
    forms: tuple[str, ...]
    questions: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()
    within_days: int = 31
    within_times: float | None = None
    told_exactly: bool = False
    at_least: int = 0


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def names() -> Names:
    """The lists by which names are compared."""
    return msgspec.convert(_table("names"), Names)


@functools.cache
def words() -> Words:
    """The lists by which clauses are compared."""
    return msgspec.convert(_table("words"), Words)


@functools.cache
def denials() -> Denials:
    """How reports tell that something is not so."""
    return msgspec.convert(_table("denials"), Denials)


@functools.cache
def stocks() -> dict[str, Stock]:
    """What is so many at a time, by its key."""
    return msgspec.convert(_table("stocks"), dict[str, Stock])


@functools.cache
def poles() -> dict[str, Pole]:
    """The two ways in which a matter can go, by issue."""
    return msgspec.convert(_table("poles"), dict[str, Pole])


@functools.cache
def places() -> dict[str, frozenset[str]]:
    """Folded name of a place -> the places that it lies in, the nearest ones only."""
    table = _table("places")
    around: dict[str, set[str]] = {}
    for part, whole in (*table["within"].items(), *((city, country) for country, city in table["capitals"].items())):
        around.setdefault(part, set()).add(whole)
    return {part: frozenset(wholes) for part, wholes in around.items()}

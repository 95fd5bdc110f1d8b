"""The words by which sentences tell how talks are run, from `data/process.toml`, and patterns made of them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from importlib import resources

import msgspec

__all__ = ["ProcessWords", "RoleWords", "any_of", "openers", "pattern", "process_words", "role_openers", "within"]


class RoleWords(msgspec.Struct, frozen=True):
    """How a third party's role is named: its label, the verbs of what it does, the nouns for who does it."""

    label: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]


class ProcessWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `data/process.toml`; the comments there say what each table is for."""

    hypothetical: tuple[str, ...]
    negation: tuple[str, ...]
    demonyms: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    attempts: dict[str, tuple[str, ...]]
    agenda: dict[str, tuple[str, ...]]
    messages: dict[str, tuple[str, ...]]
    replies: dict[str, tuple[str, ...]]
    clocks: dict[str, tuple[str, ...]]
    roles: dict[str, RoleWords]
    formats: dict[str, tuple[str, ...]]
    access: dict[str, tuple[str, ...]]
    consent: dict[str, tuple[str, ...]]
    endorsements: dict[str, tuple[str, ...]]
    roster: dict[str, tuple[str, ...]]
    criteria: dict[str, tuple[str, ...]]
    links: dict[str, tuple[str, ...]]
    answers: dict[str, tuple[str, ...]]
    readouts: dict[str, tuple[str, ...]]
    strength: dict[str, tuple[str, ...]]
    caveats: dict[str, tuple[str, ...]]
    mechanisms: dict[str, tuple[str, ...]]
    columns: dict[str, tuple[str, ...]]
    condition_issues: dict[str, tuple[str, ...]]


@functools.cache
def process_words() -> ProcessWords:
    """The words, read once."""
    data = resources.files(__package__).joinpath("data/process.toml").read_bytes()
    return msgspec.toml.decode(data, type=ProcessWords)


def any_of(phrases: Iterable[str]) -> str:
    """A group that matches any of `phrases` by whole words, the longest first; white space matches any."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    inner = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in ordered)
    return rf"(?<!\w)(?:{inner})(?!\w)"


def pattern(*parts: str) -> re.Pattern[str]:
    """A pattern of these parts behind each other, in any case."""
    return re.compile("".join(parts), re.IGNORECASE)


@functools.cache
def within(table: str, name: str) -> re.Pattern[str]:
    """The pattern for the phrases of one list of one table, in any case."""
    return re.compile(any_of(getattr(process_words(), table)[name]), re.IGNORECASE)


@functools.cache
def openers(table: str, *names: str) -> frozenset[str]:
    """The longest words of the phrases of some lists: a sentence with none of them holds none of the phrases."""
    lists = getattr(process_words(), table)
    return frozenset(_longest(phrase) for name in names for phrase in lists[name])


@functools.cache
def role_openers(role: str) -> frozenset[str]:
    """The longest words of the verbs and nouns of a role."""
    words = process_words().roles[role]
    return frozenset(_longest(phrase) for phrase in (*words.verbs, *words.nouns))


def _longest(phrase: str) -> str:
    """The longest word, which is most often the rarest."""
    words: list[str] = re.findall(r"\w+", phrase.casefold())
    return max(words, key=len)

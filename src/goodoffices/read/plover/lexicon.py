"""The words and frames that tell of events, read once from `data/cues.toml` and `data/classes.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Any, TypeAlias

import msgspec

__all__ = ["Condition", "Frame", "Frames", "Lexicon", "frames_by_verb", "lexicon"]


class Condition(msgspec.Struct, frozen=True):
    """What must stand with a verb.

    Attributes:
        slot: ``object``, ``subject``, ``infinitive``, or the preposition(s) joined by ``|``.
        words: Base forms, any of which will do; empty where anything will.
    """

    slot: str
    words: frozenset[str]

    @property
    def weight(self) -> int:
        """How much it says: 2 where it names its words, else 1."""
        return 2 if self.words else 1


class Frame(msgspec.Struct, frozen=True):
    """A type and the conditions under which a verb tells of it."""

    plover: str
    conditions: tuple[Condition, ...]

    @property
    def weight(self) -> int:
        """How much the frame asks for; a verb alone asks for nothing."""
        return sum(condition.weight for condition in self.conditions)


Frames: TypeAlias = dict[str, tuple[Frame, ...]]
"""Frames by the base form of their verb, the most telling first."""


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """The word lists of the coder; what each is for stands in the data file."""

    verbs: Frames
    nouns: dict[str, str]
    classes: dict[str, frozenset[str]]
    reporting: frozenset[str]
    raising: frozenset[str]
    support: frozenset[str]
    future: frozenset[str]
    possible: frozenset[str]
    duty: frozenset[str]
    intent: frozenset[str]
    cooperative: frozenset[str]
    conflict: frozenset[str]
    symmetric: frozenset[str]
    mutual: frozenset[str]
    domestic: frozenset[str]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def lexicon() -> Lexicon:
    """Read the lists once."""
    classes = {name: frozenset(words) for name, words in _load("classes").items()}
    data = _load("cues")
    return Lexicon(
        verbs=frames_by_verb(data["verbs"], classes),
        nouns={noun: plover for plover, nouns in data["nouns"].items() for noun in nouns},
        classes=classes,
        reporting=frozenset(data["report"]["verbs"]),
        raising=frozenset(data["report"]["raising"]),
        support=frozenset(data["report"]["support"]),
        **{name: frozenset(words) for name, words in (data["modality"] | data["types"]).items()},
    )


def frames_by_verb(entries: Mapping[str, Sequence[str]], classes: Mapping[str, frozenset[str]] | None = None) -> Frames:
    """Read entries such as ``impose &sanction on:*`` (the notation is told in `data/cues.toml`).

    Args:
        entries: Entries by what they tell of.
        classes: The nouns that ``&name`` stands for; None for the lexicon's own.
    """
    classes = lexicon().classes if classes is None else classes
    frames: dict[str, list[Frame]] = {}
    for plover, lines in entries.items():
        for line in lines:
            heads, *rest = line.split()
            frame = Frame(plover, tuple(_condition(word, classes) for word in rest))
            for head in heads.split("|"):
                frames.setdefault(head, []).append(frame)
    return {head: tuple(sorted(found, key=lambda frame: -frame.weight)) for head, found in frames.items()}


def _condition(word: str, classes: Mapping[str, frozenset[str]]) -> Condition:
    slot, found = "object", word
    if word.startswith(">"):
        slot, found = "infinitive", word[1:]
    elif word.startswith("S:"):
        slot, found = "subject", word[2:]
    elif ":" in word:
        slot, found = word.split(":", 1)
    return Condition(slot, frozenset(_spelled_out(found, classes)))


def _spelled_out(words: str, classes: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for word in words.split("|"):
        if word.startswith("&"):
            yield from classes[word[1:]]
        elif word != "*":
            yield word

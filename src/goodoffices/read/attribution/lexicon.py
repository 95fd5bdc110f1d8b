"""The words that show attributions, and the kinds of noun that can or cannot speak."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

from .model import Manner

__all__ = ["Lexicon", "lexicon"]


class Lexicon(msgspec.Struct, frozen=True):
    """Word lists by part of speech.

    Attributes:
        verbs: Classes of each cue verb.
        nouns: Classes of each cue noun.
        adjectives: Classes of each cue adjective.
        manners: The manner of each class.
        persons: Nouns for people and bodies.
        documents: Nouns for texts and data.
        abstract: Nouns for what cannot speak.
    """

    verbs: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]
    manners: dict[str, Manner]
    persons: frozenset[str]
    documents: frozenset[str]
    abstract: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon that the package carries."""
    data = tomllib.loads(resources.files(__package__).joinpath("data/cues.toml").read_text(encoding="utf-8"))
    return Lexicon(
        verbs=_by_lemma(data["classes"], "verbs"),
        nouns=_by_lemma(data["classes"], "nouns"),
        adjectives=_by_lemma(data["classes"], "adjectives"),
        manners={name: entry["manner"] for name, entry in data["classes"].items()},
        persons=frozenset(data["persons"]["nouns"].split()),
        documents=frozenset(data["documents"]["nouns"].split()),
        abstract=frozenset(data["abstract"]["nouns"].split()),
    )


def _by_lemma(classes: dict[str, dict[str, str]], part: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, entry in classes.items():
        for lemma in dict.fromkeys(entry.get(part, "").split()):
            found.setdefault(lemma, []).append(name)
    return {lemma: tuple(names) for lemma, names in found.items()}

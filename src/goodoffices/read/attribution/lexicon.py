"""The words that show attributions, and the kinds of noun that can or cannot speak."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

from .model import Manner

__all__ = ["Lexicon", "lexicon"]

_KINDS = (("abstract", "abstract"), ("document", "documents"), ("human", "persons"))
"""Kind and its table in the data file; where a noun is in two, the last one wins."""


class Lexicon(msgspec.Struct, frozen=True):
    """Word lists by part of speech.

    Attributes:
        verbs: Classes of each cue verb.
        nouns: Classes of each cue noun.
        adjectives: Classes of each cue adjective.
        manners: The manner of each class.
        kinds: What a noun names: ``human`` (people and bodies), ``document``, or ``abstract`` (what cannot speak).
        lists: Small lists by name.
    """

    verbs: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]
    manners: dict[str, Manner]
    kinds: dict[str, str]
    lists: dict[str, frozenset[str]]

    def classes(self, part: str, lemma: str) -> tuple[str, ...]:
        """Classes of a lemma as a cue of a part of speech (`Candidate.part`), in the order of the data file."""
        found = {"verb": self.verbs, "noun": self.nouns, "adjective": self.adjectives}.get(part)
        return found.get(lemma, ()) if found is not None else ()


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon that the package carries."""
    data = tomllib.loads(resources.files(__package__).joinpath("data/cues.toml").read_text(encoding="utf-8"))
    return Lexicon(
        verbs=_by_lemma(data["classes"], "verbs"),
        nouns=_by_lemma(data["classes"], "nouns"),
        adjectives=_by_lemma(data["classes"], "adjectives"),
        manners={name: entry["manner"] for name, entry in data["classes"].items()},
        kinds={noun: name for name, table in _KINDS for noun in data[table]["nouns"].split()},
        lists={name: frozenset(entry["words"].split()) for name, entry in data["lists"].items()},
    )


def _by_lemma(classes: dict[str, dict[str, str]], part: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, entry in classes.items():
        for lemma in dict.fromkeys(entry.get(part, "").split()):
            found.setdefault(lemma, []).append(name)
    return {lemma: tuple(names) for lemma, names in found.items()}

"""The words by which something is said to be kept secret, from `data/withheld.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

import msgspec

from .phrasebook import Phrasebook

__all__ = ["Words", "secrecy_words"]


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The word lists of `data/withheld.toml`."""

    adjectives: frozenset[str]
    not_behind: frozenset[str]
    content: frozenset[str]
    publishing: frozenset[str]
    plain: frozenset[str]
    refusing: frozenset[str]
    withholding: frozenset[str]
    saying: frozenset[str]
    asking: frozenset[str]
    giving: frozenset[str]
    details: frozenset[str]
    unseen: frozenset[str]
    with_not: frozenset[str]
    alone: frozenset[str]
    secrecy: Phrasebook


@functools.cache
def secrecy_words() -> Words:
    """Read the word lists once."""
    text = resources.files(__package__).joinpath("data/withheld.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    phrases = data["phrases"]
    few = f"(?:{_any(phrases['few'])})\\b(?:\\W+\\w+){{0,6}}?\\W+(?:{_any(phrases['emerging'])})"
    given = f"(?:gave|give|gives|giving|offered|provided) (?:{_any(phrases['few'])})"
    whom = r"the (?:\w+ ){0,2}(?:parties|sides|delegations) (?:alone|only)"
    alone = rf"(?:is|are|remains|stays) (?:{_any(phrases['alone'])}) {whom}"
    return Words(
        adjectives=frozenset(data["secret"]["adjectives"]),
        not_behind=frozenset(data["secret"]["not_behind"]),
        content=frozenset(data["content"]["nouns"]) - frozenset(data["content"]["not_by_name"]),
        publishing=frozenset(data["publishing"]["verbs"]),
        plain=frozenset(data["publishing"]["plain"]),
        refusing=frozenset(data["publishing"]["refusing"]),
        withholding=frozenset(data["publishing"]["withholding"]),
        saying=frozenset(data["publishing"]["saying"]),
        asking=frozenset(data["publishing"]["asking"]),
        giving=frozenset(data["keeping"]["giving"]),
        details=frozenset(data["keeping"]["details"]),
        unseen=frozenset(data["unseen"]["things"]),
        with_not=frozenset(data["unseen"]["with_not"]) - {"clear", "available"},
        alone=frozenset(data["unseen"]["alone"]),
        secrecy=Phrasebook([*(_any([each]) for each in phrases["secrecy"]), few, given, alone]),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)

"""The words of offices and of bodies of people, from `data/offices.toml`."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

__all__ = ["Lexicon", "lexicon"]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Word sets, all in lower case; what each is for stands in the data file."""

    offices: frozenset[str]
    ranks: frozenset[str]
    honorifics: frozenset[str]
    relations: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    incoming: frozenset[str]
    new: frozenset[str]
    bodies: frozenset[str]
    organisations: frozenset[str]
    groups: frozenset[str]
    not_persons: frozenset[str]
    members: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """Read the word lists once."""
    text = resources.files(__package__).joinpath("data/offices.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    offices, tenure, bodies = data["offices"], data["tenure"], data["bodies"]
    return Lexicon(
        offices=frozenset(offices["heads"]),
        ranks=frozenset(offices["ranks"]),
        honorifics=frozenset(offices["honorifics"]),
        relations=frozenset(offices["relations"]),
        former=frozenset(tenure["former"]),
        acting=frozenset(tenure["acting"]),
        incoming=frozenset(tenure["incoming"]),
        new=frozenset(tenure["new"]),
        bodies=frozenset(bodies["nouns"]),
        organisations=frozenset(bodies["organisations"]),
        groups=frozenset(bodies["groups"]),
        not_persons=frozenset(bodies["not_persons"]),
        members=frozenset(bodies["members"]),
    )

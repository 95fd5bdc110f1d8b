"""The words of offices, of bodies of people and of reference, from `data/offices.toml`."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

__all__ = ["Acting", "Lexicon", "Places", "Plain", "Referring", "lexicon"]


class Acting(msgspec.Struct, frozen=True):
    """Words around a name that show it acts, speaks or leads."""

    owned: frozenset[str]
    speech: frozenset[str]
    telling: frozenset[str]
    moods: frozenset[str]
    willing: frozenset[str]
    attitudes: frozenset[str]
    aimed: frozenset[str]
    taking_up: frozenset[str]
    making: frozenset[str]
    moving: frozenset[str]
    taking_part: frozenset[str]
    leading: frozenset[str]
    heads: frozenset[str]
    national: frozenset[str]
    mediators: frozenset[str]
    wanting: frozenset[str]
    torn: frozenset[str]
    signing: frozenset[str]
    escorting: frozenset[str]
    clerical: frozenset[str]
    worldwide: frozenset[str]
    about: frozenset[str]


class Referring(msgspec.Struct, frozen=True):
    """Words that refer back, by whom they can mean."""

    person: frozenset[str]
    body: frozenset[str]
    crowd: frozenset[str]
    pair_nouns: frozenset[str]
    pair_words: frozenset[str]
    rebels: frozenset[str]
    state: frozenset[str]
    arms: frozenset[str]
    blocs: frozenset[str]


class Places(msgspec.Struct, frozen=True):
    """Words that tell the names of places from those of persons."""

    behind: frozenset[str]
    taken: frozenset[str]
    openings: frozenset[str]
    ways: frozenset[str]
    landscapes: frozenset[str]
    sites: frozenset[str]
    vessels: frozenset[str]


class Plain(msgspec.Struct, frozen=True):
    """Words by which a text names bodies and crowds in small letters, or brings in names of its own."""

    bodies: frozenset[str]
    qualities: frozenset[str]
    crowds: frozenset[str]
    classes: frozenset[str]
    people: frozenset[str]
    folk: frozenset[str]
    crowd_qualities: frozenset[str]
    counted: frozenset[str]
    quoted: frozenset[str]
    alone: frozenset[str]
    rebels: frozenset[str]
    called: frozenset[str]
    things: frozenset[str]
    officers: frozenset[str]
    not_acronyms: frozenset[str]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Word sets, all in lower case; what each is for stands in the data file."""

    offices: frozenset[str]
    ranks: frozenset[str]
    rank_parts: frozenset[str]
    honorifics: frozenset[str]
    relations: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    incoming: frozenset[str]
    new: frozenset[str]
    bodies: frozenset[str]
    followers: frozenset[str]
    partisan: frozenset[str]
    organisations: frozenset[str]
    groups: frozenset[str]
    not_persons: frozenset[str]
    members: frozenset[str]
    outlets: frozenset[str]
    unnamed: frozenset[str]
    doing: Acting
    referring: Referring
    places: Places
    plain: Plain
    belonging: dict[str, tuple[str, ...]]
    forces: dict[str, str]
    private: frozenset[str]
    portfolios: frozenset[str]

    def owns(self, noun: str) -> bool:
        """Is a noun a body or an office, which a name in front of it makes its own?"""
        return noun in self.bodies or noun in self.offices


@functools.cache
def lexicon() -> Lexicon:
    """Read the word lists once."""
    text = resources.files(__package__).joinpath("data/offices.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    offices, tenure, bodies = data["offices"], data["tenure"], data["bodies"]
    return Lexicon(
        offices=frozenset(offices["heads"]),
        ranks=frozenset(offices["ranks"]),
        rank_parts=frozenset(offices["rank_parts"]),
        honorifics=frozenset(offices["honorifics"]),
        relations=frozenset(offices["relations"]),
        former=frozenset(tenure["former"]),
        acting=frozenset(tenure["acting"]),
        incoming=frozenset(tenure["incoming"]),
        new=frozenset(tenure["new"]),
        bodies=frozenset(bodies["nouns"]),
        followers=frozenset(bodies["followers"]),
        partisan=frozenset(bodies["partisan"]),
        organisations=frozenset(bodies["organisations"]),
        groups=frozenset(bodies["groups"]),
        not_persons=frozenset(data["words"]["not_persons"]),
        members=frozenset(data["words"]["members"]),
        outlets=frozenset(data["words"]["outlets"]),
        unnamed=frozenset(data["words"]["unnamed"]),
        doing=msgspec.convert(data["acting"], Acting),
        referring=msgspec.convert(data["referring"], Referring),
        places=msgspec.convert(data["places"], Places),
        plain=msgspec.convert(data["plain"], Plain),
        belonging=msgspec.convert(data["belonging"], dict[str, tuple[str, ...]]),
        forces=data["forces"],
        private=frozenset(offices["private"]),
        portfolios=frozenset(offices["portfolios"]),
    )

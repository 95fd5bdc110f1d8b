"""The words that say whether a thing is past, going on, to come or called off, from `data/outlook.toml`."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

__all__ = ["Outlook", "outlook_words"]


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """The word lists of `data/outlook.toml`."""

    to_come_verbs: frozenset[str]
    fixed: frozenset[str]
    over: frozenset[str]
    refused: frozenset[str]
    to_come_adjectives: frozenset[str]
    to_come_nouns: frozenset[str]
    before: frozenset[str]
    modals: frozenset[str]
    possible: frozenset[str]
    called_off: frozenset[str]
    moved: frozenset[str]
    slipped: frozenset[str]
    under_way_verbs: frozenset[str]
    under_way_words: frozenset[str]
    speech: frozenset[str]


@functools.cache
def outlook_words() -> Outlook:
    """Read the word lists once."""
    text = resources.files(__package__).joinpath("data/outlook.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    come, off, way = data["to_come"], data["called_off"], data["under_way"]
    return Outlook(
        to_come_verbs=frozenset(come["verbs"]),
        fixed=frozenset(come["fixed"]),
        over=frozenset(come["over"]),
        refused=frozenset(data["refused"]["verbs"]),
        to_come_adjectives=frozenset(come["adjectives"]),
        to_come_nouns=frozenset(come["nouns"]),
        before=frozenset(come["before"]),
        modals=frozenset(come["modals"]),
        possible=frozenset(come["possible"]),
        called_off=frozenset(off["verbs"]),
        moved=frozenset(off["moved"]),
        slipped=frozenset(off["slipped"]),
        under_way_verbs=frozenset(way["verbs"]),
        under_way_words=frozenset(way["words"]),
        speech=frozenset(data["speech"]["verbs"]),
    )

"""Particles: what the lexicon of stances says of a verb with a particle or a preposition behind it."""

from __future__ import annotations

from typing import TypeAlias

from goodoffices.record import Stance

__all__ = ["STANCES", "governed", "particles"]

STANCES: tuple[Stance, ...] = ("demands", "rejects", "accepts", "offers", "ambiguous")
"""The stances that a word can show by itself."""

Lexicon: TypeAlias = dict[str, dict[str, dict[str, list[str]]]]


def governed(data: Lexicon) -> dict[str, dict[str, Stance]]:
    """The stance of each verb, with its particle, by the preposition behind it."""
    found: dict[str, dict[str, Stance]] = {}
    for stance in STANCES:
        for verb, behind in data[stance].get("governed", {}).items():
            found.setdefault(verb, {}).update(dict.fromkeys(behind, stance))
    return found


def particles(data: Lexicon) -> dict[str, frozenset[str]]:
    """The particles with which each verb is known."""
    found: dict[str, frozenset[str]] = {}
    known = (v for s in STANCES for part in ("phrasal", "governed") for v in data[s].get(part, {}) if " " in v)
    for phrase in (*known, *(v for v in data["clauses"]["drop"] if " " in v)):
        verb, particle = phrase.split(" ", 1)
        found[verb] = found.get(verb, frozenset()) | {particle}
    return found

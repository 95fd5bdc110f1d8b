"""Who bears the name, the initials or the office that the label of a turn gives."""

from __future__ import annotations

import re

from goodoffices.record import fold

from ..labels import layout_words
from .roster import Actor, Roster
from .speaking_for import party_of_words
from .spelled import folded

__all__ = ["Bearers"]

_FEWEST_LETTERS = 3
_MOST_BEARERS = 50
"""Persons with one word in their names that are looked at."""


class Bearers:
    """The persons of a report, to be found by what a label says."""

    def __init__(self, roster: Roster, persons: list[Actor]) -> None:
        """Look among `persons`, and for parties in `roster`."""
        self.roster = roster
        self.persons = persons
        self.forms: dict[str, list[str]] = {}
        self.bearing: dict[str, list[Actor]] = {}
        for actor in persons:
            for form in {fold(name) for name in (actor.name, *actor.aliases)}:
                self.forms.setdefault(form, []).append(actor.id)
            for word in dict.fromkeys(fold(actor.name).split()):
                self.bearing.setdefault(word, []).append(actor)

    def within(self, words: str) -> tuple[str, ...]:
        """Ids of the persons whose whole names stand in a few words."""
        folded = fold(words)
        likely = {a.id: a for word in folded.split() for a in self.bearing.get(word, ())[:_MOST_BEARERS]}
        return tuple(key for key, a in likely.items() if f" {fold(a.name)} " in f" {folded} ")

    def named(self, plain: str) -> tuple[str, ...]:
        """Ids of those whom a label means: a person by name or initials, a holder of an office, a party."""
        person = self._person(fold(plain.partition(",")[0])) or self._initialled(plain)
        if person is not None:
            return (person,)
        return self._office(plain) or self._party(plain)

    def _person(self, key: str) -> str | None:
        """The one person whose name, or a part of whose name that is nobody else's, a label gives."""
        words = [w for w in key.split() if w not in layout_words()["titles"]]
        for wanted in (key, " ".join(words)):
            whole = self.forms.get(wanted, [])
            if len(whole) == 1:
                return whole[0]
        inside = [person for person in self.within(key) if " " in self.roster.actors[person].name]
        if len(inside) == 1:
            return inside[0]
        told = {w for w in words if len(w) >= _FEWEST_LETTERS}
        likely = self.bearing.get(next(iter(sorted(told)), ""), ())[:_MOST_BEARERS]
        parts = [a for a in likely if told <= set(fold(a.name).split())]
        last = [a for a in parts if fold(a.name).split()[-1] in told]
        many = last if len(last) == 1 else parts
        return many[0].id if len({a.name for a in many}) == 1 else None

    def _initialled(self, plain: str) -> str | None:
        """The one person with these initials."""
        letters = [c for c in plain if c.isalpha()]
        if not plain.replace(".", "").replace(" ", "").isupper() or not 1 < len(letters) <= _FEWEST_LETTERS:
            return None
        own = [a for a in self.persons if [w[0].upper() for w in re.split(r"[ -]", a.name) if w] == letters]
        firsts = [a for a in self.persons if [w[0].upper() for w in a.name.split()][: len(letters)] == letters]
        many = own or firsts
        return many[0].id if len(many) == 1 else None

    def _office(self, plain: str) -> tuple[str, ...]:
        """The one person who holds the office that a label names ("THE FACILITATOR", "Foreign Minister")."""
        wanted = {w for w in fold(plain).split() if w not in {"the", "of", "for"}}
        holders = {r.person for r in self.roster.roles if wanted <= set(folded(r.title).split())}
        return tuple(holders) if len(holders) == 1 else ()

    def _party(self, plain: str) -> tuple[str, ...]:
        """The side that a label is the name of."""
        party = party_of_words(self.roster, plain)
        if party is None and plain.isupper():
            party = party_of_words(self.roster, plain.title())  # "TURKISH DEFENCE MINISTER"
        return () if party is None else (party,)

"""Whose an office is by its very name: a sultan's, a taoiseach's, that of "the special adviser to the envoy"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from .gazetteer import entities
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from .office_words import Office
    from .roster import Role, Roster

__all__ = [
    "chief_of_deputy",
    "is_of_others",
    "owner_by_title",
    "owner_by_word",
    "owning_office",
    "patron_by_title",
    "patron_by_word",
    "places_of",
    "speaks_for_a_state",
]

_TAIL = re.compile(r"(?: (?:to|of|for) the | of )(?P<office>[^,]+)$")
_PATRONS = frozenset({"envoy", "mediator", "facilitator", "representative", "coordinator", "rapporteur", "leader"})
"""Offices whose holders the report has named, when it says that someone is their adviser."""
_DEPUTIES = frozenset({"deputy", "vice", "assistant"})
_PARLIAMENTS = frozenset(
    {"parliament", "assembly", "congress", "legislature", "knesset", "verkhovna", "majlis", "bundestag"}
)
"""Words of the names of parliaments."""
_AT_THE_UN = "secretary-general"
_FAR = 300
"""Names before and behind an office among which its owner is looked for."""
_MOST_ROLES = 1000
"""Roles of a report among which the holder of an office is looked for."""
_STATELY = ("head of state", "head of government", "heads of state", "commander-in-chief")


def speaks_for_a_state(title: str) -> bool:
    """ "The first elected head of state": is it an office of the state that the report tells of?"""
    return any(phrase in title.lower() for phrase in _STATELY)


def owner_by_title(roster: Roster, role: Role, home: str | None) -> str | None:
    """Whose an office is that only one body has, or only few states have, where the report names it.

    Args:
        roster: The report's actors; the owner is entered where it only stood for a place so far.
        role: The office, given without an owner.
        home: Id of the state that the report tells of, which goes first where it has such an office.

    Returns:
        The owner's id, None where no owner is known, or none is named.
    """
    if role.title.lower().endswith("speaker"):
        return _parliament(roster)
    names = next((found for words in _phrases(role.title) if (found := lexicon().belonging.get(words))), ())
    if not names:
        return None
    at_home = home is not None and roster.actors[home].name in names
    name = roster.actors[home].name if at_home and home is not None else _nearest(roster, role, frozenset(names))
    entity = entities().get(name or "")
    return roster.enter(entity.name, entity.kind, entity.iso).id if entity is not None else None


def _parliament(roster: Roster) -> str | None:
    """The one parliament that takes part in the report; a speaker speaks for it."""
    bodies = (a for a in roster.actors.values() if a.kind == "organisation" and any(m.acts for m in a.mentions))
    found = [a.id for a in bodies if {*a.name.lower().split()} & _PARLIAMENTS]
    return found[0] if len(found) == 1 else None


def is_of_others(roster: Roster, role: Role, home: str) -> bool:
    """Is an office one that the state of which a report tells does not have (a senator's, where it has no senate)?"""
    names = next((found for words in _phrases(role.title) if (found := lexicon().belonging.get(words))), ())
    return bool(names) and roster.actors[home].name not in names


def _phrases(title: str) -> Iterator[str]:
    """The whole title, then its tail after each word ("deputy assistant secretary" is an assistant secretary)."""
    words = title.lower().split()
    yield from (" ".join(words[first:]) for first in range(len(words)))


def _nearest(roster: Roster, role: Role, names: frozenset[str]) -> str | None:
    """Which of several owners is named in the sentence of an office, else last before it, else first behind it."""
    doc = roster.passages[role.passage].doc
    sentence = doc[role.token].sent
    here = [i for i in range(sentence.start, sentence.end) if i in doc.user_data["named"]]
    own = [doc.user_data["named"][i].name for i in sorted(here, key=lambda i: abs(i - role.token))]
    places = places_of(roster)
    at = bisect_left(places, (role.passage, role.token, ""))
    before, behind = places[max(0, at - _FAR) : at], places[at : at + _FAR]
    named = (*own, *(name for *_, name in reversed(before)), *(name for *_, name in behind))
    return next((name for name in named if name in names), None)


def places_of(roster: Roster) -> list[tuple[int, int, str]]:
    """Where the known actors are named: passage, token, name; in the order of the text, found once a report."""
    if not roster.places:
        found = enumerate(passage.doc.user_data["named"] for passage in roster.passages)
        roster.places = sorted((number, i, entity.name) for number, named in found for i, entity in named.items())
    return roster.places


def patron_by_title(roster: Roster, role: Role) -> str | None:
    """The one whose adviser or spokesman a title makes someone ("special adviser to the envoy"), if they are named."""
    found = _TAIL.search(role.title.lower())
    return patron_by_word(roster, role, found["office"]) if found is not None else None


def patron_by_word(roster: Roster, role: Role, office: str) -> str | None:
    """The named holder of an office ("special envoy"), whom the holder of a role serves."""
    words = office.split()
    if words[-1] not in _PATRONS:
        return None
    titles = ((r, r.title.lower().split()) for r in roster.roles[:_MOST_ROLES] if r.person != role.person)
    holders = [r for r, title in titles if title[-1:] == words[-1:] and {*words} <= {*title}]
    before = [r for r in holders if (r.passage, r.token) <= (role.passage, role.token)]
    return before[-1].person if before else holders[0].person if holders else None


def chief_of_deputy(roster: Roster, role: Role) -> str | None:
    """The one person of the report who holds the office of which someone without a side of their own is the deputy.

    "Deputy First Minister X", where Y is the first minister of a land that the report names.
    """
    opening, _, rest = role.title.lower().replace("-", " ").partition(" ")
    if opening not in _DEPUTIES or " " not in rest:
        return None
    titles = ((r, r.title.lower().replace("-", " ")) for r in roster.roles[:_MOST_ROLES])
    holders = {r.person for r, title in titles if title == rest and r.tenure != "former"}
    return min(holders) if len(holders) == 1 and role.person not in holders else None


def owning_office(doc: Doc, office: Office) -> str | None:
    """The office in small letters, or as a title, whose holder owns another ("the envoy's spokeswoman")."""
    owner = office.title[0] - 2
    if owner < 0 or doc[owner + 1].text not in {"'s", "'"}:
        return None
    if doc[owner].lower_ in _PATRONS:
        return doc[owner].lower_
    return _AT_THE_UN if doc[max(0, owner - 2) : owner + 1].text.lower() == _AT_THE_UN else None


def owner_by_word(roster: Roster, word: str) -> str | None:
    """The United Nations for "the Secretary-General's personal envoy", where no other body has one in the report."""
    others = any(role.of is not None and _AT_THE_UN in role.title.lower() for role in roster.roles[:_MOST_ROLES])
    entity = entities().get(lexicon().belonging[_AT_THE_UN][0]) if word == _AT_THE_UN else None
    return roster.enter(entity.name, entity.kind, entity.iso).id if entity is not None and not others else None

"""Camps: for whom someone speaks by the colour of the office ("Labour leader X", "a loyalist lawmaker, Y")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .leadership import bodies_at
from .office_words import is_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from .roster import Actor, Role, Roster

__all__ = ["is_partisan", "tie_by_word", "tie_to_camps"]

_COLOURS = frozenset({"Conservative", "Labour", "Labor", "Tory", "Liberal", "Green", "Peronist"})
"""Adjectives that are the names of parties, wherever they stand before an office with a capital letter."""
_PARTY_OFFICES = frozenset(
    {"leader", "spokesman", "spokeswoman", "spokesperson", "lawmaker", "legislator", "frontbencher", "candidate"}
    | {"chairman", "chairwoman", "whip", "mp", "contender", "parliamentarian"}
)
_OPENING_OFFICES = frozenset({"leader", "spokesman", "spokeswoman", "spokesperson", "frontbencher", "whip"})
"""Offices before which an adjective that opens a sentence is a party's name, too: only parties have them."""
_BEFORE = 8
"""Words between "with" and a name, at most."""


def tie_to_camps(roster: Roster) -> None:
    """Give the persons without a side the camp that their office names, or for which they have the word.

    Args:
        roster: The report's actors, also those without a name of their own ("the loyalists"), who are entered only
            where they hold a position.
    """
    for role in roster.roles:
        person = roster.actors[role.person]
        if role.of is None and person.side is None:
            person.side = _party_by_colour(roster, role) or _camp_of(roster, role)
    tie_by_word(roster)


def tie_by_word(roster: Roster) -> None:
    """Give the officers without a side the body whose word they have (", with spokesman X calling it a trap")."""
    for person in roster.actors.values():
        if person.kind == "person" and person.side is None and roster.roles_of(person.id):
            words = (_whose_word(roster, roster.passages[m.passage].doc, m.start, m.end) for m in person.mentions)
            person.side = next((body for body in words if body is not None), None)


def is_partisan(roster: Roster, role: Role) -> bool:
    """Is it a party's office by its colour, whatever state its holder is known to have served?"""
    return _colour_of(roster, role) is not None


def _colour_of(roster: Roster, role: Role) -> Token | None:
    """The party's name before the office of a "Labour leader", a "Conservative foreign affairs spokeswoman"."""
    doc, last = roster.passages[role.passage].doc, role.title.lower().split()[-1]
    colour = next((t for t in doc[max(0, role.token - 1) : role.token + 1] if t.text in _COLOURS), None)
    if colour is None or last not in _PARTY_OFFICES or (colour.is_sent_start and last not in _OPENING_OFFICES):
        return None
    return colour


def _party_by_colour(roster: Roster, role: Role) -> str | None:
    """Id of the party: as the report calls it, else by its common name."""
    colour = _colour_of(roster, role)
    if colour is None:
        return None
    called = [a.id for a in _bodies(roster) if any(_has_colour(form, colour.text) for form in (a.name, *a.aliases))]
    if len(called) == 1:
        return called[0]
    return None if called else roster.enter(f"{colour.text} Party", "organisation").id


def _has_colour(name: str, colour: str) -> bool:
    """ "The Conservative opposition", "the Greens", "Labour"."""
    return name.removeprefix("the ").split()[0] in {colour, f"{colour}s", "Tories" if colour == "Tory" else colour}


def _camp_of(roster: Roster, role: Role) -> str | None:
    """Id of "the loyalists", where someone is a "loyalist lawmaker" and the report has them for a side."""
    colour = role.title.lower().split()[0]
    if " " not in role.title:
        return None
    found = [a.id for a in _bodies(roster) if a.kind == "group" and a.name.removeprefix("the ").lower() == f"{colour}s"]
    return found[0] if len(found) == 1 else None


def _bodies(roster: Roster) -> Iterator[Actor]:
    return (a for a in roster.actors.values() if a.kind in {"group", "organisation"})


def _whose_word(roster: Roster, doc: Doc, start: int, end: int) -> str | None:
    """ "The Front rejected it, with spokesman X calling it a trap": the party for which an officer without one speaks.

    Args:
        roster: The report's actors.
        doc: The parsed block.
        start: First token of the name.
        end: Behind its last.
    """
    first = next((t for t in reversed(doc[max(0, start - _BEFORE) : start]) if t.lower_ == "with"), None)
    behind = doc[end : end + 1]
    if first is None or first.i == 0 or first.nbor(-1).text != "," or not len(behind) or behind[0].tag_ != "VBG":
        return None
    between = doc[first.i + 1 : start]
    plain = all(t.pos_ in {"NOUN", "PROPN", "ADJ", "DET"} or t.tag_ == "PRP$" for t in between)
    if not plain or not any(is_head(doc, t.i) for t in between):
        return None
    verb = first.head
    while verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < first.i), None)
    return _body_at(roster, subject) if subject is not None else None


def _body_at(roster: Roster, noun: Token) -> str | None:
    """The body that a noun means, or the crowd that is called by its words."""
    words = noun.doc[noun.left_edge.i : noun.i + 1].text.lower().removeprefix("the ")
    crowd = (a.id for a in _bodies(roster) if a.name.lower() == words)
    return next(bodies_at(roster, noun), None) or next(crowd, None)

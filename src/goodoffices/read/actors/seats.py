"""Seats: the sides of a report's persons, by their offices and by whom they stand with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..document import sentence_of
from .by_title import (
    chief_of_deputy,
    is_of_others,
    owner_by_title,
    owner_by_word,
    patron_by_title,
    patron_by_word,
    speaks_for_a_state,
)
from .bygone import let_go
from .camps import is_partisan
from .delegations import seat_delegations, seat_envoys, seat_respectively, seat_signatories
from .gapped import seat_gapped
from .item_lists import seat_items
from .items import state_of_item
from .juntas import state_of_junta
from .lexicon import lexicon
from .memberships import seat_members
from .owners import is_governments, is_of_some_body
from .pairings import seat_pairs
from .recognised import mediates, recognise
from .roster import Role, Roster
from .seating import begin_seating, seat_name
from .sides import between_sides, home_state

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .allegiance import Named
    from .seating import Seating

__all__ = ["seat"]

_SEATING_TOGETHER = (
    seat_delegations,
    seat_respectively,
    seat_gapped,
    seat_signatories,
    seat_envoys,
    seat_members,
    seat_items,
    seat_pairs,
)
_NATIONAL = 12
"""Weight of an office of the state that the report tells of, against a party of the holder's."""
_OPENS = 4
"""Words of a sentence among which its place stands ("Meanwhile, in Bamako, the interim president said")."""


def seat(roster: Roster, persons: Sequence[Named]) -> None:
    """Give the persons of a report their offices and their sides.

    Args:
        roster: The report's actors; its roles and the persons' sides are filled in.
        persons: The persons' names, in the order of the text.
    """
    seating = begin_seating(roster)
    before: Named | None = None
    for named, behind in zip_longest(persons, persons[1:]):
        following = behind if behind is not None and behind.passage == named.passage else None
        seat_name(seating, named, before if before and before.passage == named.passage else None, following)
        before = named
    for seat_together in _SEATING_TOGETHER:
        seat_together(roster, seating.ties)
    _settle(seating)


def _settle(seating: Seating) -> None:
    """Give each person its side; one who is tied only to another person has that person for a side, as yet."""
    roster, ties = seating.roster, seating.ties
    actors = roster.actors
    persons = [a.id for a in actors.values() if a.kind == "person"]
    home = roster.governed or home_state(roster) or _government(roster)
    _tie_to_patrons(seating)
    partisan = {role.person for role in roster.roles if role.of is None and is_partisan(roster, role)}
    recognise(roster, ties, [person for person in persons if person not in partisan])
    for role in roster.roles:
        if role.of is None and (role.passage, role.token) not in seating.elsewhere:
            _place(seating, role, state_of_item(roster, role.passage) or home)
    sides = ties.sides(persons)
    _face(seating, sides)
    declared = {person for person in persons if actors[person].side is not None}  # "Mr Sabone (FPRC): ..."
    for person, side in {**ties.patrons(persons), **sides}.items():
        if person in declared:
            continue
        own = _item_of(roster, person) or home
        actors[person].side = own if own and is_governments(actors[side].name) else side
    let_go(roster)


def _tie_to_patrons(seating: Seating) -> None:
    """Tie those whose office is under another office ("the envoy's spokeswoman") to its holder or its body."""
    roster, ties = seating.roster, seating.ties
    for role in roster.roles:
        if role.of is None and (patron := patron_by_title(roster, role)) is not None:
            ties.tie(role.person, patron, sent=True)
    for role, word in seating.under:
        if (body := owner_by_word(roster, word)) is not None:
            ties.vote(role.person, body)
        elif (patron := patron_by_word(roster, role, word)) is not None:
            ties.tie(role.person, patron, sent=True)


def _government(roster: Roster) -> str | None:
    """The government without a state that a president without a country is of, where a movement faces one."""
    if roster.government is None and roster.armed:
        roster.government = roster.enter("Government", "organisation").id
    return roster.government


def _item_of(roster: Roster, person: str) -> str | None:
    """The state of the item of a round-up that brings someone in."""
    mentions = roster.actors[person].mentions
    return state_of_item(roster, mentions[0].passage) if mentions else None


def _place(seating: Seating, role: Role, home: str | None) -> None:
    """Vote for whose an office without an owner is: by its name, by who is spoken of beside, else of the home."""
    national = _is_national(role)
    unnamed = home == seating.roster.government and role.tenure == "former"
    if home and national and role.tenure == "current" and _only_owns(seating, role):
        seating.ties.vote(role.person, home, _NATIONAL)  # a prime minister's party is not whom they speak for
    if seating.ties.spoken_for(role.person):
        return
    if (chief := chief_of_deputy(seating.roster, role)) is not None:
        seating.ties.tie(role.person, chief)
    elif (body := state_of_junta(seating.roster, role) or owner_by_title(seating.roster, role, home)) is not None:
        seating.ties.vote(role.person, body)
    elif national and (near := _beside(seating.roster, role)) is not None:
        if not is_of_others(seating.roster, role, near):
            seating.ties.vote(role.person, near, 1)
            seating.roster.assumed.add(role.person)
    elif home and is_of_others(seating.roster, role, home):
        return
    elif home and national and not unnamed and not (role.tenure == "former" and mediates(seating.roster, role.person)):
        seating.ties.vote(role.person, home, 1)
        seating.roster.assumed.add(role.person)


def _is_national(role: Role) -> bool:
    """Is an office by its words one of a state, and of no body?"""
    words = set(role.title.lower().split())
    if role.title.lower() == "commissioner" or is_of_some_body(role.title):
        return False
    named = words & lexicon().doing.national and not words & lexicon().doing.clerical
    return bool(named) or speaks_for_a_state(role.title)


def _beside(roster: Roster, role: Role) -> str | None:
    """The state spoken of right before an office without one ("Ankara insists ...; Defence Minister X said")."""
    doc = roster.passages[role.passage].doc
    start = sentence_of(doc[role.token]).span.start
    named = doc.user_data["named"]
    seats = [t for t in doc[start : role.token] if t.i in named and t.text in named[t.i].metonyms and t.i > start]
    if (
        seats
        and seats[-1].nbor(-1).lower_ == "in"
        and seats[-1].i - start <= _OPENS
        and named[seats[-1].i].kind == "state"
    ):
        entity = named[seats[-1].i]  # "In Bamako the interim president said nothing"
        return roster.enter(entity.name, entity.kind, entity.iso).id
    here, start = start, sentence_of(doc[start - 1]).span.start if start else 0
    acting = [t for t in doc[start : role.token] if t.dep_ in {"nsubj", "nsubjpass"} and _state_at(roster, t)]
    acting = [t for t in acting if t.i >= here or t.i in named]  # in the sentence before only by its name
    acting = [t for t in acting if _state_at(roster, t) not in between_sides(roster)]
    return _state_at(roster, acting[-1]) if acting else None


def _state_at(roster: Roster, token: Token) -> str | None:
    ids = [a for a in roster.at(token) if roster.actors[a].kind == "state"]
    return ids[0] if len(ids) == 1 else None


def _face(seating: Seating, sides: dict[str, str]) -> None:
    """ "His counterpart, X", "the ministers of both states, X and Y": of the other of the two sides that talk."""
    pair, actors = seating.roster.pair, seating.roster.actors
    alike = len({actors[side].kind for side in pair}) == 1
    for person, other in seating.facing.items():
        if not alike and seating.facing.get(other) == person:
            continue  # of two who hold one office each, neither speaks for a state and the other for a movement
        if person not in sides and sides.get(other) in pair and len(pair) == 2:  # noqa: PLR2004  the two sides
            sides[person] = pair[1 - pair.index(sides[other])]


def _only_owns(seating: Seating, role: Role) -> bool:
    """Is a party that the text calls someone's all that it says of their side? A speaker of parliament's stays that."""
    body = seating.allegiance.owned.get(role.person)
    group = body is not None and seating.roster.actors[body].kind == "group" and "speaker" not in role.title.lower()
    return group and body is not None and not seating.ties.voted(role.person, besides=body)

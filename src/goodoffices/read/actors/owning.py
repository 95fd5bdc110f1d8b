"""Owning: whose the office is that the words around a name give its bearer, with the vote that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .factions import faction_before
from .led_bodies import body_led
from .lexicon import lexicon
from .missions import mission_meant
from .owners import (
    body_of_secretary,
    is_backer,
    is_of_both,
    is_only_from,
    is_post,
    is_sent_there,
    is_subject,
    is_whose_turn,
    two_owners,
)
from .senders import sender_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from .gazetteer import Entity
    from .leadership import Named
    from .offices import Office
    from .seating import Seating

__all__ = ["enter", "owner_of"]

_ACROSS = frozenset({"counterpart", "opponent", "rival", "number", "host", "guest"})
"""What someone of another side is called."""


def owner_of(seating: Seating, doc: Doc, office: Office, named: Named) -> str | None:
    """Id of the one whose office it is, where the words beside it say so; the holder's vote goes there."""
    return _sender(seating, doc, office, named.person) or _owner(seating, doc, office, named)


def enter(seating: Seating, entity: Entity) -> str:
    """The id of a known actor, entered if it is new."""
    return seating.roster.enter(entity.name, entity.kind, entity.iso).id


def _sender(seating: Seating, doc: Doc, office: Office, person: str) -> str | None:
    """The body whose officer has sent the holder of an office."""
    sender = sender_of(doc, office)
    if sender is None:
        return None
    body = enter(seating, sender)
    seating.ties.vote(person, body, _weight(office))
    return body


def _owner(seating: Seating, doc: Doc, office: Office, named: Named) -> str | None:
    """The first of the words beside an office that names an actor counts."""
    mediates = doc[office.title[1] - 1].lower_ in lexicon().doing.mediators
    pair, person = two_owners(doc, office), named.person
    for i in office.of if pair is None else pair[:1]:
        if mediates and i >= office.title[1]:
            continue  # "the facilitator of the Burundi peace process" speaks for no Burundi
        entity: Entity | None = doc.user_data["named"].get(i)
        if _tells_nothing(doc, i, office, entity):
            continue
        owner = _part(seating, named, doc, i) or (enter(seating, entity) if entity is not None else None)
        if owner is not None:
            seating.ties.vote(person, owner, _weight(office))
            return owner
        body = body_of_secretary(seating.roster, doc, i, office)
        if body is None and is_of_both(seating.roster, doc, i):
            continue  # "the leaders of the two countries, X and Y": one each
        for other in (body,) if body is not None else seating.roster.at(doc[i]):
            if seating.roster.actors[other].kind != "person":
                seating.ties.vote(person, other, _weight(office))
                return other
            _belongs_to(seating, person, other, doc[office.title[1] - 1].lower_)
    return None


def _tells_nothing(doc: Doc, i: int, office: Office, entity: Entity | None) -> bool:
    """Is a word beside an office, a name or not, one that does not say whose it is?"""
    private = doc[office.title[1] - 1].lower_ in lexicon().private
    if is_backer(doc, i) or is_only_from(doc, i, office) or is_whose_turn(doc, i):
        return True  # "special representative of the Austrian chairmanship of the OSCE"
    if private and is_subject(doc, i, office):
        return True  # "an expert on the Front"
    if entity is None:  # whoever commands all the armed forces holds an office of the state
        return doc[i].lower_ == "forces" and doc[i - 1].lower_ == "armed"
    if is_sent_there(doc, i, office, body=entity.kind != "state") or is_post(entity.name, doc, office):
        return True  # "the ambassador to Peru", "to the United Nations", "the special envoy for Syria"
    return private and entity.kind == "state"  # a Kenyan lawyer speaks for no Kenya


def _part(seating: Seating, named: Named, doc: Doc, i: int) -> str | None:
    """What is named only by whose part it is: a faction, a mission, a government beside the state's."""
    part = faction_before(seating.roster, named.passage, doc, i) or mission_meant(seating.roster, doc, i)
    if part is None and doc[i].lower_ == "administration":  # "head of the interim administration"
        return body_led(seating.roster, named.passage, doc[i])
    return part


def _belongs_to(seating: Seating, person: str, other: str, office: str) -> None:
    """Someone holds an office of another person: of the same side, but for "his counterpart"."""
    if office in _ACROSS:
        seating.facing[person] = other
    else:
        seating.ties.tie(person, other, sent=True)


def _weight(office: Office) -> int:
    """How much an office tells of a person's side: a former one little, one that a comma parts from the name less."""
    if office.tenure == "former":
        return 1
    return 3 if office.where == "beside" else 4

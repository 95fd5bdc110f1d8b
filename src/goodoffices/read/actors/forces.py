"""The armed forces of a state, which act beside its government: "the Israeli military", "the army said"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from .gazetteer import Entity, entities
from .lexicon import lexicon
from .phrases import owner_of
from .roster import Actor, Mention, Roster
from .sides import home_state

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["enter_forces"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_PLAIN = frozenset({"national", "regular", "government", "own", "state", "armed", "royal"})
"""Words before an army that do not tell whose it is."""


def enter_forces(roster: Roster) -> None:
    """Enter the army and the navy of a state where they act, and let every mention of theirs mean them."""
    home = roster.governed or home_state(roster)
    found: list[tuple[int, Token, str, str | None]] = []
    for number, passage in enumerate(roster.passages):
        for token in passage.doc:
            arm = lexicon().forces.get(token.lower_)
            if arm is not None and token.pos_ in {"NOUN", "PROPN"} and not _is_other(roster, token):
                whose, state = _state_of(roster, token, home)
                if whose:
                    found.append((number, token, arm, state))
    acting = {(arm, state) for _, token, arm, state in found if _acts(token)}
    for number, token, arm, state in found:
        if (arm, state) in acting:
            force = _force(roster, arm, state)
            if (
                state is not None and force.kind == "organisation"
            ):  # its own officers speak for it, and it acts in no other's name
                roster.serves[force.id] = state
            _mention(roster, force, number, token)


def _force(roster: Roster, arm: str, state: str | None) -> Actor:
    """The force under the name that people of its state give it ("Lebanese army"), "army" where that is not said."""
    if state is None:
        return roster.enter(arm, "organisation")
    name = roster.actors[state].name
    entity = entities().get(name)
    adjective = entity.adjectives[0] if entity is not None and entity.adjectives else name
    known = _known_force(f"{adjective} {arm}")
    if known is not None:
        return roster.enter(known.name, known.kind, known.iso)
    return roster.enter(f"{adjective} {arm}", "organisation")


@functools.cache
def _known_force(words: str) -> Entity | None:
    """The force that is known by these words ("Sudanese army": the Sudanese Armed Forces)."""
    return next((e for e in entities().values() if words in e.names and e.kind != "state"), None)


def _mention(roster: Roster, force: Actor, number: int, token: Token) -> None:
    start = _start(token)
    words = token.doc[start : token.i + 1].text
    if words != force.name:
        force.aliases[words] += 1
    force.mentions.append(Mention(number, start, token.i + 1, acts=_acts(token)))
    roster.passages[number].doc.user_data["actors"][token.i] = (force.id,)


def _start(token: Token) -> int:
    """Where the words begin that name it, without the article and without an owner's "'s"."""
    start = token.i
    while start > 0 and token.doc[start - 1].dep_ in {"amod", "compound"} and token.doc[start - 1].head.i <= token.i:
        start -= 1
    return int(start)


def _state_of(roster: Roster, token: Token, home: str | None) -> tuple[bool, str | None]:
    """Is it a state's army, and whose: the state that owns it, else the one whose affairs the report tells of."""
    owner = owner_of(token)
    if owner is not None and owner.i + 1 < token.i and owner.nbor(1).tag_ == "POS":
        return False, None  # "Sudan's army and the rebels resumed talks": the state by another name
    if owner is not None:
        entity = token.doc.user_data["named"].get(owner.i)
        ids = [a for a in roster.at(owner) if roster.actors[a].kind == "state"]
        if entity is not None and entity.kind == "state":
            return True, roster.enter(entity.name, entity.kind, entity.iso).id
        return len(ids) == 1, ids[0] if len(ids) == 1 else None
    beside = [c for c in token.children if c.dep_ in {"amod", "compound", "poss", "nmod", "nummod", "prep"}]
    if token.lower_ == "police":
        return False, None  # somewhere or other: an actor only where the words say whose it is
    definite = any(c.lower_ == "the" for c in token.children) or _speaks_by(token)
    known = (
        home is not None or token.text[:1].isupper() or (token.dep_ == "poss" and _acts(token))
    )  # one army, whoever's it is
    return definite and known and all(c.lower_ in _PLAIN for c in beside), home


def _is_other(roster: Roster, token: Token) -> bool:
    """Is it a part of a movement's name, or no army at all ("army chief", "armed groups")?"""
    named = token.doc.user_data["named"].get(token.i)
    if named is not None and named.kind != "state":
        return True
    if token.lower_ == "forces" and not any(c.lower_ == "armed" for c in token.children):
        return True
    owned = [roster.actors[a].kind for a in roster.at(token)]
    within = token.dep_ in {"compound", "amod", "nmod"} and not _speaks_by(token)
    return any(kind != "state" for kind in owned) or within


def _speaks_by(token: Token) -> bool:
    """ "An army spokesman", "military spokesman X": does it speak by an officer whom the text names or quotes?"""
    return token.dep_ in {"compound", "amod", "nmod"} and token.head.lower_ in _SPOKESMEN


def _acts(token: Token) -> bool:
    if _speaks_by(token):
        return True
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.lower_ == "police" and token.dep_ == "nsubjpass":
        return False
    if token.dep_ in _SUBJECTS:
        verb = token.head
        supposed = any(c.tag_ == "MD" or c.lower_ in {"if", "unless"} for c in verb.children if c.i < verb.i)
        return verb.pos_ == "VERB" and not supposed
    done = token.dep_ == "pobj" and token.head.lower_ == "by" and token.head.head.pos_ == "VERB"
    return _has_officer(token) or done


def _has_officer(token: Token) -> bool:
    """ "The army's commander", "the spokesman of the army"."""
    if token.dep_ == "poss":
        return token.head.lower_ in lexicon().offices | {"team", "delegation"}
    office = token.head.head if token.dep_ == "pobj" and token.head.lower_ in {"of", "for"} else token
    if office.lower_ == "staff" and office.dep_ == "pobj":  # "the chief of staff of the army"
        office = office.head.head
    return office.lower_ in lexicon().offices and not any(c.lower_ in lexicon().former for c in office.children)

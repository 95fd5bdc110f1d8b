"""Office-holders: who "the president", "the UN envoy" and "the Russian foreign minister" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.record import actor_id

from .definite import is_definite, is_description, owns
from .gazetteer import entities
from .lexicon import lexicon
from .roster import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from .trail import Trail

__all__ = ["holder_in_place_of_state", "meant_by_office"]

_REMEMBERED = 40
"""Mentions among which the holder of an office is looked for."""
_PORTFOLIOS = frozenset({"foreign", "defence", "defense", "interior", "prime", "finance", "justice", "deputy", "vice"})
"""Words that tell one office from another of the same name."""

_SECOND = frozenset({"deputy", "vice", "aide", "adviser", "advisor", "spokesman", "spokeswoman", "spokesperson"})
"""Words of offices that are not that of the first man."""


def holder_in_place_of_state(trail: Trail, token: Token) -> tuple[str, ...]:
    """The person behind an office that stands for its state so far ("the Russian foreign minister said").

    Args:
        trail: Who has been mentioned so far.
        token: A word that means an actor.

    Returns:
        The person's id, nobody where the word is no such office or its holder is not known.
    """
    subject = token.dep_ in {"nsubj", "nsubjpass"} and token.tag_ == "NN" and token.lower_ in lexicon().offices
    named = any(c.dep_ in {"appos", "flat"} for c in token.children)
    if not subject or named or not is_definite(token):
        return ()
    kinds = {trail.roster.actors[a].kind for a in trail.roster.at(token)}
    return () if "person" in kinds else _holder(trail, token)


def meant_by_office(trail: Trail, token: Token) -> tuple[str, ...]:
    """Whom a noun means by the office that it names: "the president", "the UN envoy".

    Args:
        trail: Who has been mentioned so far; an office that is told here of the last person is entered as a role.
        token: Any word of the report.

    Returns:
        The person's id, nobody where the word names no office or nobody who holds it was mentioned.
    """
    return _holder(trail, token) if token.lower_ in lexicon().offices and is_description(token) else ()


def _holder(trail: Trail, token: Token) -> tuple[str, ...]:
    """The last person named who holds an office."""
    roster = trail.roster
    owners = {a for c in token.children for a in roster.at(c)}
    behind = (g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children)
    owners |= {a for c in behind for a in roster.at(c) if roster.actors[a].kind == "state"}
    having = lexicon().belonging.get(token.lower_, ()) if not owners else ()
    if len(having) == 1 and (entity := entities().get(having[0])) is not None:
        owners = {actor_id(entity.kind, entity.name)}
    kind = {c.lower_ for c in token.children} & _PORTFOLIOS
    for person in dict.fromkeys(trace.actor for trace in reversed(trail.persons[-_REMEMBERED:])):
        titles = ((r.of, r.title.lower().split()) for r in roster.roles_of(person or ""))
        held = [of for of, title in titles if _is_called(token, title, owned=bool(owners)) and kind <= {*title}]
        if person and held and (not owners or {held[-1], roster.party(person)} & owners):
            return (person,)
    return _untitled(trail, token, owners)


def _is_called(token: Token, title: Sequence[str], *, owned: bool) -> bool:
    """Can a noun mean who holds an office? "The Kenyan leader" is a president, "the premier" a prime minister."""
    if token.lower_ in _heads(title):
        return True
    if {*title} & _SECOND or not lexicon().doing.heads & {*title}:
        return False
    return owned if token.lower_ == "leader" else token.lower_ == "premier" and "prime" in title


def _heads(title: Sequence[str]) -> set[str]:
    """The words by which an office is called for short: its last, and the last before "of" ("Secretary of State")."""
    before = title.index("of") if "of" in title[1:] else len(title)
    return {title[-1], title[before - 1]}


def _untitled(trail: Trail, token: Token, owners: set[str]) -> tuple[str, ...]:
    """ "The Russian foreign minister", right behind a Russian of whom no office was told yet; it is told here."""
    roster = trail.roster
    last = trail.persons[-1] if trail.persons else None
    if not owners or last is None or last.actor is None or trail.sentence - last.sentence > 1:
        return ()
    titled = bool(roster.roles_of(last.actor))
    if titled or token.dep_ not in {"nsubj", "nsubjpass"} or roster.party(last.actor) not in owners:
        return ()
    first = min((c.i for c in token.children if c.dep_ in {"amod", "compound"} and not owns(c)), default=token.i)
    of, title = roster.party(last.actor), token.doc[first : token.i + 1].text
    roster.roles.append(
        Role(person=last.actor, title=title, of=of, tenure="current", passage=trail.number, token=token.i)
    )
    return (last.actor,)

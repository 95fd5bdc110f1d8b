"""Invitations: "has accepted an invitation to Islamabad", "he took up the invitation": who does so is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import verb_phrase
from ..phrases import objects_behind
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from .draft import Draft

__all__ = ["accepts_invitation", "is_invitation", "with_hosts"]

_TAKING = frozenset({"accept", "receive", "get", "have", "take up", "welcome", "honour", "honor", "decline", "refuse"})
_SURE = frozenset({"accept", "take up", "honour", "honor"})
"""What one does with an invitation that is known, so that one comes."""
_GOING = frozenset({"go", "come", "travel", "return", "fly"})


def is_invitation(word: Token) -> bool:
    """Is it what is accepted, so that the place that hangs on it is the meeting's?"""
    return word.lemma_.lower() in {"invitation", "invite"} and word.pos_ == "NOUN"


def accepts_invitation(_: Context, verb: Token) -> bool:
    """Does somebody accept or receive an invitation to a place, or the one that was told of before?

    Args:
        verb: A verb.
    """
    phrase = verb_phrase(verb)
    if phrase not in _TAKING:
        return False
    for thing in (c for c in verb.children if c.dep_ == "dobj" and is_invitation(c)):
        if any(t.pos_ == "PROPN" for t in objects_behind(thing, {"to"})):
            return True
        purposes = [c for c in thing.children if c.dep_ in {"acl", "relcl"}]
        known = any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in thing.children)
        if phrase in _SURE and known and all(c.lemma_ in _purposes() for c in purposes):
            return not any(True for _ in objects_behind(thing, {"to"}))
    return False


def _purposes() -> frozenset[str]:
    words = meeting_words()
    return words.meet | words.visit | _GOING


def with_hosts(context: Context, draft: Draft, who: tuple[str, ...], table: tuple[str, ...]) -> tuple[str, ...]:
    """Those who take part, with the party in whose capital somebody of the other is to be ("is to go to Islamabad").

    Args:
        context: The report.
        draft: What the words of a journey tell.
        who: Ids of those who are named.
        table: Ids of the parties of the talks.
    """
    cue, place = draft.cue, draft.place
    words = meeting_words()
    journeys = words.go | words.visit | words.arrive | words.invite | words.visits | words.be | _TAKING
    parties = {context.roster.party(actor) for actor in who} & set(table)
    if place is None or cue.lemma_.lower() not in journeys or not parties:
        return who
    named = cue.doc.user_data["named"]
    for token in cue.sent:
        entity = named.get(token.i)
        if entity is None or token.text != place or token.text not in entity.metonyms:
            continue
        hosts = [a.id for a in context.roster.actors.values() if a.name == entity.name and a.id in table]
        return (*who, *hosts) if hosts and not parties & set(hosts) else who
    return who

"""Coreference: within one report, the words that name nobody are given to those whom they go back to.

The walk along the text is here. Who has been mentioned so far is the trail's (`trail`); each kind of expression has a
module that says whom it means: `pronouns`, `both_sides`, `described`, `office_holders`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .both_sides import main_pair, meant_by_pair, note_together
from .centre import Trace, is_body_unknown, is_stranger
from .definite import called, is_aside, is_joined, rank
from .described import meant_by_description
from .lexicon import lexicon
from .office_holders import holder_in_place_of_state, meant_by_office
from .phrases import only_owns
from .pronouns import meant_by_pronoun
from .trail import begin_trail

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from .roster import Roster
    from .trail import Trail

__all__ = ["refer_back"]

_HE = frozenset({"he", "she"})


def refer_back(roster: Roster) -> None:
    """Let pronouns and definite descriptions mean the actors that they refer back to.

    The nearest fitting subject before counts; an expression with no fitting one is left without an actor.
    """
    trail = begin_trail(roster)
    roster.pair = main_pair(trail)
    for token in roster.guessed:  # now that more is known
        token.doc.user_data["actors"].pop(token.i, None)
    roster.guessed = []
    for passage in roster.passages:
        trail.quoting = False
        for token in passage.doc:
            _pass_by(trail, token)
        trail.number += 1


def _pass_by(trail: Trail, token: Token) -> None:
    """Take in one word: resolve it if it refers back, remember it if it names someone."""
    if token.is_sent_start and not trail.quoting:  # a long quotation puts nobody out of mind
        trail.sentence += 1
    if token.text == '"':
        trail.quoting = not trail.quoting
    meant = token.doc.user_data["actors"]
    if token.i in meant and (holder := holder_in_place_of_state(trail, token)):
        meant[token.i] = holder
    if token.i in meant:
        if not (token.i > 0 and meant.get(token.i - 1) == meant[token.i]):  # once for a name of several words
            _remember_named(trail, token, meant[token.i])
    elif found := _referred_to(trail, token):
        meant[token.i] = found
        _remember_referred(trail, token, found)
    else:
        _remember_unknown(trail, token)


def _referred_to(trail: Trail, token: Token) -> tuple[str, ...]:
    """Whom a word without a name means; the first kind of expression that knows someone counts."""
    return (
        meant_by_pronoun(trail, token)
        or meant_by_pair(trail, token)
        or meant_by_description(trail, token)
        or meant_by_office(trail, token)
    )


def _remember_named(trail: Trail, token: Token, ids: Sequence[str]) -> None:
    """Remember those whom a name means, how prominent it is, and with whom they are named together."""
    roster, meant, top = trail.roster, token.doc.user_data["actors"], token
    while top.dep_ == "compound" and meant.get(top.head.i) == ids:
        top = top.head
    prominence = 0 if only_owns(top) else rank(token)
    if _only_describes(top, meant):
        return
    for actor in ids:
        roster.called.setdefault(actor, set()).update(called(top))
        shelf = trail.persons if roster.actors[actor].kind == "person" else trail.bodies
        shelf.append(Trace(trail.sentence, prominence, actor, trail.quoting, is_joined(top), is_aside(top)))
    note_together(trail, top, ids)


def _only_describes(name: Token, meant: Mapping[int, tuple[str, ...]]) -> bool:
    """ "The JNIM, the al-Qaeda affiliate led by X, ...": a name within what is said of another, and nobody's "it"."""
    noun = name.head
    if name.dep_ not in {"compound", "amod", "nmod"} or noun.pos_ != "NOUN" or noun.dep_ != "appos":
        return False
    return noun.head.pos_ == "PROPN" and meant.get(noun.head.i) != meant.get(name.i)


def _remember_referred(trail: Trail, token: Token, found: Sequence[str]) -> None:
    """Remember a body that a noun or pronoun goes back to; it stays in mind without being named again."""
    pronoun = token.lower_ in lexicon().referring.body and not is_aside(token)
    nominal = pronoun or token.pos_ == "NOUN"
    he = token.lower_ in _HE and token.dep_ in {"nsubj", "nsubjpass"}
    if he and len(found) == 1:  # "he" who is told of stays the one of whom the next "his" is
        trail.persons.append(Trace(trail.sentence, rank(token), found[0], trail.quoting))
    elif len(found) == 1 and nominal and trail.roster.actors[found[0]].kind != "person":
        trail.bodies.append(Trace(trail.sentence, rank(token), found[0], trail.quoting))


def _remember_unknown(trail: Trail, token: Token) -> None:
    """Remember someone without a name, who may be nearer than those who have one."""
    if is_stranger(token):
        trail.persons.append(Trace(trail.sentence, rank(token), None, trail.quoting))
    elif is_body_unknown(token):
        trail.bodies.append(Trace(trail.sentence, rank(token), None, trail.quoting))

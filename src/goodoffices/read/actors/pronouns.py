"""Pronouns: who "he", "it", "they" and "whose" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .binding import bound_elsewhere
from .centre import SHELF, Trace, whose_officer
from .lexicon import lexicon
from .trail import nearest_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .roster import Roster
    from .trail import Trail

__all__ = ["meant_by_pronoun"]


def meant_by_pronoun(trail: Trail, token: Token) -> tuple[str, ...]:
    """Whom a pronoun means.

    Args:
        trail: Who has been mentioned so far.
        token: Any word of the report.

    Returns:
        The actor's id, nobody where no one fits or the word is no pronoun.
    """
    lower, words = token.lower_, lexicon().referring
    if lower in words.person:
        return _beside(trail.roster, token) or nearest_of(trail, _but_the_holder(trail, token))
    if lower == "whose":
        return _antecedent(trail.roster, token)
    if lower in words.crowd:
        recent = nearest_of(trail, trail.bodies)
        return recent if recent and trail.roster.actors[recent[0]].kind == "group" else ()
    if lower in words.body and token.dep_ in {"nsubj", "nsubjpass", "poss"}:
        officer = whose_officer(token, trail.bodies, trail.sentence)
        return nearest_of(trail, trail.bodies) if officer is None else officer
    return ()


def _beside(roster: Roster, token: Token) -> tuple[str, ...]:
    """Whom "his" means right behind a name: "Putin, his adviser Ushakov"."""
    if token.tag_ != "PRP$" or token.i < 2 or token.nbor(-1).text not in {",", "and"}:  # noqa: PLR2004
        return ()
    behind = token.doc[token.head.i + 1 : token.head.i + 2]
    if token.nbor(-1).text == "," and not behind.text[:1].isupper():
        return ()  # "Sabri, his successor, ...", "Sabri, his adviser for foreign affairs, ..."
    return tuple(a for a in roster.at(token.nbor(-2)) if roster.actors[a].kind == "person")


def _but_the_holder(trail: Trail, token: Token) -> list[Trace]:
    """The persons before, without the one whose office it is, and whom another word of its clause means."""
    office = token.head
    holder = [office.head] if token.tag_ == "PRP$" and office.dep_ == "appos" else []  # "Moussa, his deputy, says"
    own = {actor for word in (*holder, *bound_elsewhere(token)) for actor in trail.roster.at(word)}
    return [trace for trace in trail.persons[-SHELF:] if trace.actor not in own] if own else trail.persons


def _antecedent(roster: Roster, token: Token) -> tuple[str, ...]:
    """Whom a relative "whose" goes back to."""
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    if clause is None:
        return ()
    owner = clause.head
    if owner.dep_ == "pobj" and owner.head.lower_ in {"in", "from"} and owner.i in token.doc.user_data["named"]:
        owner = owner.head.head  # "the wing in Switzerland, whose head": the wing's
    return roster.at(owner)

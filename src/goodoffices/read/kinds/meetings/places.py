"""Places: which words around a meeting can be where it was, a city, a building, a country or a ship."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ...actors.lexicon import lexicon
from ..phrases import objects_behind
from .attachment import Reach
from .invitations import is_invitation
from .person_words import is_called_in
from .place_phrases import BESIDE, PLACE_ENTITIES, is_name_of_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_edge", "is_place", "places_near"]

_OTHER_ENTITIES = frozenset({"DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "EVENT", "LAW"})
_ABOUT = frozenset({"focus", "centre", "center", "concentrate", "dwell", "revolve", "touch", "insist", "agree"})
_BEFORE = frozenset({"compound", "amod", "nmod", "nummod", "poss"})
_TELLING = frozenset({"of", "in", "near", "at", "off", "outside", *BESIDE})
"""Behind a noun, these tell which place it is ("a tent at Moldo")."""


class Words(msgspec.Struct, frozen=True):
    """The word lists of `data/places.toml`."""

    prepositions: frozenset[str]
    goal: frozenset[str]
    on: frozenset[str]
    by: frozenset[str]
    edges: frozenset[str]
    edge_prepositions: frozenset[str]
    nouns: frozenset[str]
    bare: frozenset[str]
    pointed: frozenset[str]
    never: frozenset[str]
    motion: frozenset[str]


@functools.cache
def _words() -> Words:
    text = resources.files("goodoffices.read.kinds").joinpath("data/places.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Words)


def places_near(context: Context, reach: Reach) -> Iterator[Token]:
    """The words of a sentence that can be the place of a meeting, in the order of the text."""
    words = _words()
    for token in reach.sentence.span:
        head = token.head
        if (
            token.dep_ in {"pobj", "npadvmod"}
            and (head.dep_ == "prep" or _is_joined(head) or (head.dep_ == "dative" and head.lower_ == "to"))
            and (
                is_place(context, token)
                or _is_on_or_by(token)
                or _is_on_island(context, token)
                or _is_in_the_house(token)
            )
        ):
            goal = head.lower_ in words.goal and (_moves(head.head) or _is_goal_of_visit(reach, head))
            # "has been to Bangkok twice", "accepted an invitation to Islamabad"
            goal = goal or (head.lower_ == "to" and (head.head.lower_ == "been" or is_invitation(head.head)))
            goal = goal or _is_goal_of_those_brought(reach, token) or _is_goal_of_guests(head)
            there = head.lower_ in words.prepositions or goal
            there = (
                there
                or _is_on_or_by(token)
                or _is_on_island(context, token)
                or _is_beside_place(token)
                or _is_set_for(reach, head)
            )
            if there and not _goes_away(reach, head.head):
                yield token
        elif token.dep_ == "compound" and head in reach.nouns:
            if _is_city(context, token) or _is_seat_of_occasion(token):
                yield token
        elif token.dep_ == "dobj" and head.lemma_ in {"visit", "tour"} and is_place(context, token):
            yield token
    if reach.where is not None and is_place(context, reach.where):
        yield reach.where


def _is_goal_of_visit(reach: Reach, preposition: Token) -> bool:
    """ "Has cancelled two trips to Baku", where the parser hangs the goal on the verb."""
    visit = reach.cue.lemma_.lower() in meeting_words().visits
    return visit and preposition.lower_ == "to" and preposition.head == reach.cue.head


def _is_goal_of_those_brought(reach: Reach, goal: Token) -> bool:
    """ "Brings delegations of X and Y to Rome", where the parser hangs the goal on those who are brought."""
    brought = reach.cue.lemma_.lower() in meeting_words().bring | {"fly", "summon"}
    people = [c for c in reach.cue.children if c.dep_ == "dobj"] if brought and goal.head.lower_ == "to" else []
    return goal.pos_ == "PROPN" and any(goal.head.head in {c, *c.conjuncts} for c in people)


def _is_goal_of_guests(preposition: Token) -> bool:
    """ "Had the envoys to his house", "invited both to the palace"."""
    over = preposition.head
    having = preposition.lower_ == "to" and over.lemma_ == "have" and over.pos_ in {"VERB", "AUX"}
    return having and any(c.dep_ == "dobj" for c in over.children)


def _is_seat_of_occasion(seat: Token) -> bool:
    """ "Signed at a White House ceremony", "at a Camp David dinner": the house that an occasion is at."""
    at = seat.head.dep_ == "pobj" and seat.head.head.lower_ in {"at", "in", "during"}
    if not at or seat.pos_ != "PROPN" or seat.head.lemma_.lower() not in meeting_words().meetings:
        return False
    named = seat.doc.user_data["named"].get(seat.i)
    name = seat.doc[seat.left_edge.i : seat.i + 1].text
    return name in named.metonyms if named is not None else seat.ent_type_ in {"FAC", "LOC"}


def _goes_away(reach: Reach, verb: Token) -> bool:
    """ "Opened the talks and returned to Canberra": a journey behind the meeting."""
    behind = verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.i > reach.cue.i and verb not in reach.clause.verbs
    return behind and _moves(verb)


def _is_on_or_by(place: Token) -> bool:
    """ "On the island", "on the terrace", "by a river"."""
    lemma, words = place.lemma_.lower(), _words()
    about = place.head.lower_ == "on" and place.head.head.lemma_ in _ABOUT  # "centred on the border"
    return place.pos_ == "NOUN" and not about and lemma in {"on": words.on, "by": words.by}.get(place.head.lower_, ())


def _is_on_island(context: Context, place: Token) -> bool:
    """ "Visited him on Lipari", where the report calls it an island."""
    if place.pos_ != "PROPN" or place.head.lower_ != "on":
        return False
    text, name = context.report.text, place.text
    return any(called in text for called in (f"{name} island", f"{name} Island", f"sland of {name}"))


def _is_in_the_house(token: Token) -> bool:
    """ "Met in parliament": where people come together it is a building, else a body."""
    bare = token.lower_ in {"parliament", "congress"} and token.pos_ == "NOUN"
    return bare and token.head.lower_ in {"in", "at"} and token.head.head.lemma_.lower() in meeting_words().meet


def _is_set_for(reach: Reach, preposition: Token) -> bool:
    """ "The next sitting is for Kampala in June"."""
    subject = reach.clause.relation == "subject" and preposition.head in reach.clause.verbs[:1]
    return subject and preposition.lower_ == "for" and preposition.head.lemma_ == "be"


def is_edge(token: Token) -> bool:
    """Is it a part of a place that what hangs on it is told by ("the outskirts", "the gates")?"""
    return token.lemma_.lower() in _words().edges


def _is_beside_place(place: Token) -> bool:
    """ "On the outskirts of Mexico City", "on the southern side of the village", "behind the gates of the palace"."""
    of, edge, before = place.head, place.head.head, place.head.head.head
    beside = is_edge(edge) and before.lower_ in _words().edge_prepositions
    return place.dep_ == "pobj" and of.lower_ == "of" and beside


def _is_joined(preposition: Token) -> bool:
    """ "In Ghadames and in Sirte": the second "in"."""
    return preposition.dep_ == "conj" and preposition.pos_ == "ADP"


def _moves(token: Token) -> bool:
    return token.lemma_.lower() in _words().motion


def is_place(context: Context, token: Token) -> bool:  # noqa: PLR0911  one answer a kind of word
    """Is it a place: a known one, one that the parser knows, a capitalised name that is nobody's, or "the capital"?"""
    words = _words()
    named = token.doc.user_data["named"].get(token.i)
    city = named is not None and token.tag_ == "NNP" and token.text in named.metonyms
    people = token.ent_type_ == "NORP" and (token.tag_ != "NNP" or named is not None or bool(context.roster.at(token)))
    people = people and not city
    if any(context.roster.actors[a].kind == "person" for a in context.roster.at(token)):
        return False  # "invited Mr Borrell to Tehran", whatever the parser takes him for
    if is_called_in(token):
        return False
    called = token.ent_type_ in {"EVENT", "LAW"} and token.lower_ in words.nouns  # "the Hall of Protocol"
    if token.pos_ == "PROPN" and token.lower_ in lexicon().offices and token.ent_type_ not in PLACE_ENTITIES:
        return False  # "spoke to the UN Secretary-General"
    if token.lower_ in words.never or (token.ent_type_ in _OTHER_ENTITIES and not called) or people:
        return False
    if named is not None:
        # Brussels stands for a union where it acts, and is a city all the same
        return bool(named.kind == "state" or token.text in named.metonyms or _is_region(token))
    if token.lemma_ in words.pointed and token.pos_ == "NOUN":
        beside = objects_behind(token, {"near", "outside", "in"})  # "an undisclosed site near Geneva"
        return any(c.lower_ in {"this", "same"} for c in token.children) or any(t.pos_ == "PROPN" for t in beside)
    if token.pos_ == "NOUN" and not _is_name(token):
        lemma = token.lemma_.lower()
        told = any(
            c.lower_ == "this"
            or c.dep_ in _BEFORE
            or (c.dep_ == "prep" and c.lower_ in _TELLING)
            or (c.dep_ == "appos" and is_name_of_place(c))
            for c in token.children
        )
        return (lemma in words.nouns or token.lower_ in words.nouns) and (told or lemma not in words.bare)
    if token.pos_ not in {"PROPN", "NOUN"}:
        return False
    if token.lemma_.lower() in words.nouns and any(c.dep_ == "compound" for c in token.children):
        return True  # "the International Conference Center", whatever the report makes it do
    somebody = any(context.roster.actors[a].kind != "state" for a in context.roster.at(token))
    return token.ent_type_ in PLACE_ENTITIES or (not somebody and token.text[:1].isupper() and not token.text.isupper())


def _is_region(token: Token) -> bool:
    """ "Held in Zanzibar": a land that is a party elsewhere, as the parser knows it behind "in"."""
    return token.ent_type_ in {"GPE", "LOC"} and token.head.lower_ == "in" and not token.text.isupper()


def _is_name(token: Token) -> bool:
    """Is it written as a name inside a sentence, whatever the parser takes it for ("met in Ghadames")?"""
    return token.text[:1].isupper() and token.text[1:].islower() and token.i > 0 and token.nbor(-1).is_lower


def _is_city(context: Context, token: Token) -> bool:
    """Is a word before "talks" the city that they are in, not the party or the topic that they are about?"""
    if any(c.dep_ in {"conj", "compound", "punct"} for c in token.children) or token.nbor(1).text in {"-", "–", "'s"}:
        return False
    if token.i > 0 and token.nbor(-1).text in {"-", "–"}:
        return False
    named = token.doc.user_data["named"].get(token.i)
    if named is not None:
        return token.text in named.metonyms
    # a name that the report nowhere goes to or is in may be that of the process ("the Tumaini talks")
    elsewhere = f" in {token.text}" in context.report.text or f" to {token.text}" in context.report.text
    return token.ent_type_ == "GPE" and token.pos_ == "PROPN" and not context.roster.at(token) and elsewhere

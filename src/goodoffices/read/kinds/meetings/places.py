"""Places of meetings: the city, building or country that the words of a meeting name, in the report's words."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ..governing import subject_of_clause
from ..phrases import objects_behind
from .attachment import Reach
from .invitations import is_invitation
from .person_words import is_called_in
from .place_phrases import BESIDE, PLACE_ENTITIES, place_phrase
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_place", "place_of", "places_near"]

_OTHER_ENTITIES = frozenset({"DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "EVENT", "LAW"})
_BEFORE = frozenset({"compound", "amod", "nmod", "nummod", "poss"})


class Words(msgspec.Struct, frozen=True):
    """The word lists of `data/places.toml`."""

    prepositions: frozenset[str]
    goal: frozenset[str]
    nouns: frozenset[str]
    bare: frozenset[str]
    pointed: frozenset[str]
    never: frozenset[str]
    motion: frozenset[str]


@functools.cache
def _words() -> Words:
    text = resources.files("goodoffices.read.kinds").joinpath("data/places.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Words)


def place_of(context: Context, reach: Reach) -> str | None:
    """Find the place of a meeting.

    Args:
        context: The report.
        reach: The words that belong to the meeting.

    Returns:
        The report's words without an article, or None where they name no place.
    """
    found = [(reach.rank(token), token.i, token) for token in places_near(context, reach)]
    near = sorted((rank, abs(i - reach.cue.i), token.i, token) for rank, i, token in found if rank is not None)
    if near:
        return place_phrase(near[0][3])
    return _seat(reach) or _city_that_hosts(reach) or _place_left(context, reach) or _place_before(context, reach)


def _place_before(context: Context, reach: Reach) -> str | None:
    """ "Has been in Khartoum since Monday and saw X": where one was before the "and"; "shuttled between A and B"."""
    cue = reach.cue
    if reach.clause.relation != "verb":
        return None
    times = [t for t in objects_behind(cue, {"for", "in"}) if t.ent_type_ in {"DATE", "TIME"}]
    ends = [t for head in (cue, *times) for t in objects_behind(head, {"between"})]
    ends = [t for t in ends if t.pos_ == "PROPN" and is_place(context, t)]
    towns = [t for end in ends for t in (end, *end.conjuncts) if t.pos_ == "PROPN" and is_place(context, t)]
    if len(towns) > 1:
        return " and ".join(place_phrase(t) for t in towns)
    if cue.dep_ != "conj" or cue.head.lemma_ != "be" or any(c.dep_ == "nsubj" for c in cue.children):
        return None
    there = (t for t in objects_behind(cue.head, {"in", "at"}) if t.pos_ == "PROPN" and is_place(context, t))
    return next((place_phrase(t) for t in there), None)


def _place_left(context: Context, reach: Reach) -> str | None:
    """ "Left Doha after a day of talks with X"."""
    top = reach.nouns[-1] if reach.nouns else None
    if top is None or top.dep_ != "pobj" or top.head.lower_ not in {"after", "following"}:
        return None
    left = top.head.head
    goals = (c for c in left.children if c.dep_ == "dobj" and c.pos_ == "PROPN" and is_place(context, c))
    return next((place_phrase(c) for c in goals), None) if left.lemma_ in {"leave", "depart", "quit"} else None


def _seat(reach: Reach) -> str | None:
    """ "Is expected on the island": where one side sits, whatever it is called."""
    if reach.clause.relation != "verb" or reach.cue.lemma_.lower() not in meeting_words().be:
        return None
    return next(
        (t.text for t in objects_behind(reach.cue, {"on", "in", "at"}) if t.lower_ in meeting_words().seats), None
    )


def _city_that_hosts(reach: Reach) -> str | None:
    """ "Washington held a seminar", "Doha hosted two rounds": the city, or the state, that hosts is the place."""
    subject = subject_of_clause(reach.clause) if reach.clause.relation in {"object", "verb"} else None
    verb = reach.clause.verbs[0] if reach.clause.verbs else None
    if subject is None or verb is None or verb.lemma_ not in {"hold", "host", "see", "receive"}:
        return None
    named = subject.doc.user_data["named"].get(subject.i)
    if named is None or subject.tag_ != "NNP":
        return None
    home = named.kind == "state" and verb.lemma_ in {"host", "receive"}
    if reach.clause.relation == "verb" and (not home or any(c.lower_ in {"that", "call"} for c in verb.children)):
        return None
    return subject.text if home or subject.text in named.metonyms else None


def places_near(context: Context, reach: Reach) -> Iterator[Token]:
    """The words of a sentence that can be the place of a meeting, in the order of the text."""
    words = _words()
    for token in reach.sentence.span:
        head = token.head
        if (
            token.dep_ in {"pobj", "npadvmod"}
            and (head.dep_ == "prep" or _is_joined(head) or (head.dep_ == "dative" and head.lower_ == "to"))
            and is_place(context, token)
        ):
            goal = head.lower_ in words.goal and (_moves(head.head) or _is_goal_of_visit(reach, head))
            # "has been to Bangkok twice", "accepted an invitation to Islamabad"
            goal = goal or (head.lower_ == "to" and (head.head.lower_ == "been" or is_invitation(head.head)))
            goal = goal or _is_goal_of_those_brought(reach, token)
            there = head.lower_ in words.prepositions or goal
            there = there or (
                head.lower_ == "on"
                and token.lemma_.lower() in {"island", "ship", "border", "peninsula", "step", "lawn"}
            )
            there = there or _is_beside_place(token)
            if there and not _goes_away(reach, head.head):
                yield token
        elif token.dep_ == "compound" and head in reach.nouns:
            if _is_city(context, token) or _is_seat_of_occasion(token):
                yield token
        elif token.dep_ == "dobj" and head.lemma_ == "visit" and is_place(context, token):
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


def _is_beside_place(place: Token) -> bool:
    """ "On the outskirts of Mexico City", "on the southern side of the village"."""
    of, edge, before = place.head, place.head.head, place.head.head.head
    edges = {"outskirt", "outskirts", "edge", "side", "shore", "bank", "fringe"}
    return (
        place.dep_ == "pobj"
        and of.lower_ == "of"
        and edge.lemma_.lower() in edges
        and before.lower_ in {"on", "at", "in"}
    )


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
    if token.lower_ in words.never or (token.ent_type_ in _OTHER_ENTITIES and not called) or people:
        return False
    if named is not None:
        # Brussels stands for a union where it acts, and is a city all the same
        return bool(named.kind == "state" or token.text in named.metonyms)
    if token.lemma_ in words.pointed and token.pos_ == "NOUN":
        beside = objects_behind(token, {"near", "outside", "in"})  # "an undisclosed site near Geneva"
        return any(c.lower_ in {"this", "same"} for c in token.children) or any(t.pos_ == "PROPN" for t in beside)
    if token.pos_ == "NOUN" and not _is_name(token):
        lemma = token.lemma_.lower()
        told = any(
            c.lower_ == "this" or c.dep_ in _BEFORE or (c.dep_ == "prep" and c.lower_ in {"of", "in", "near", *BESIDE})
            for c in token.children
        )
        return (lemma in words.nouns or token.lower_ in words.nouns) and (told or lemma not in words.bare)
    if token.pos_ not in {"PROPN", "NOUN"}:
        return False
    if token.lemma_.lower() in words.nouns and any(c.dep_ == "compound" for c in token.children):
        return True  # "the International Conference Center", whatever the report makes it do
    somebody = any(context.roster.actors[a].kind != "state" for a in context.roster.at(token))
    return token.ent_type_ in PLACE_ENTITIES or (not somebody and token.text[:1].isupper() and not token.text.isupper())


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

"""People of a phrase: whom its words name, persons before their sides, and plurals that name nobody by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...actors.lexicon import lexicon
from ..phrases import OWNERS, actors_at, actors_of_phrase, objects_behind
from .person_words import is_person_word, one_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_collective_noun", "is_person", "people_of"]

_MOST_JOINED = 12
_LONGEST_LIST = 24
"""Words of a list of nations in front of a noun, or of offices with their names behind it, at most."""
_OF_A_NAME = frozenset({"PROPN", "DET", "CCONJ", "ADJ", "NOUN"})
_LONGEST_PAIR = 20
"""Words of a phrase of two persons with their offices, at most."""


def people_of(context: Context, head: Token) -> tuple[str, ...]:
    """The actors that a phrase names, persons before their sides; "the two delegations" names nobody by itself."""
    if (owner := _owner_above(head)) is not None and not _names_a_person(context, head):
        return tuple(dict.fromkeys(context.roster.party(a) for a in people_of(context, owner)))
    if is_collective_noun(head):  # "ministers of ten countries and X" names X all the same
        joined = (c for c in head.children if c.dep_ == "conj" and c.i > head.i and not is_collective_noun(c))
        return tuple(dict.fromkeys(a for c in joined for a in _people_of(context, c)))
    if (person := _beside_name(context, head)) is not None:
        return (person,)
    found = (*_joined_in_front(context, head), *_of_nations(context, head), *_people_of(context, head))
    found = (*found, *_joined_to_owner(context, head))
    if not any(is_person(context, actor) for actor in found):
        found = (*found, *_named_behind(context, head))
    return tuple(dict.fromkeys(_without_owner(context, head, found)))


def _beside_name(context: Context, head: Token) -> str | None:
    """ "X, the interior minister, who had both sides to dinner": the office that "who" hangs on is X's own."""
    office = head.tag_ == "NN" and head.lower_ in lexicon().offices
    named = head.head if head.dep_ == "appos" and head.head.i < head.i and head.head.pos_ == "PROPN" else None
    if not office or named is None or any(c.dep_ in {"appos", "conj"} for c in head.children):
        return None
    between = head.doc[named.i + 1 : head.left_edge.i]
    persons = [a for a in context.roster.at(named) if is_person(context, a)]
    return persons[0] if len(persons) == 1 and [t.text for t in between] == [","] else None


def _owner_above(head: Token) -> Token | None:
    """ "The clans, whose elders were received by X": whose they are, the word in front of "whose" says."""
    if not any(c.tag_ == "WP$" for c in head.children) or head.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    above = head.head.head
    one = head.lemma_.lower() in meeting_words().sent | lexicon().offices or _is_plural_of_people(head)
    return above if one and head.head.dep_ == "relcl" and above.pos_ in {"NOUN", "PROPN"} else None


def _names_a_person(context: Context, head: Token) -> bool:
    """ "Seoul, whose envoy A met B": A himself."""
    return any(is_person(context, a) for t in (head, *head.children) for a in context.roster.at(t))


def _is_plural_of_people(token: Token) -> bool:
    """Is it a plural of people, whoever they are ("the teams", "their envoys")?"""
    return token.tag_ in {"NNS", "NNPS"} and one_of(token) in meeting_words().collective


def _without_owner(context: Context, head: Token, found: tuple[str, ...]) -> Iterator[str]:
    """ "His colleagues", "X's envoy": whose people they are is not there; his side is."""
    people = head.pos_ == "NOUN" and is_person_word(context, head)  # not "his name", "her house"
    poss = [c for c in head.children if c.dep_ == "poss"] if people else []
    owners = {a for c in poss for a in context.roster.at(c) if is_person(context, a)}
    for actor in found:
        yield context.roster.party(actor) if actor in owners else actor


def _joined_to_owner(context: Context, head: Token) -> Iterator[str]:
    """ "Presidents A of X and B of Y", "the minister of X, A": the parser hangs the other person on the country."""
    if head.pos_ not in {"PROPN", "NOUN"} or head.right_edge.i - head.i > _LONGEST_PAIR * 2:
        return
    found: set[int] = set()
    for token in head.subtree:
        if token.i <= head.i or token.dep_ not in {"conj", "appos"} or token.pos_ != "PROPN":
            continue
        owner = token.head
        of = owner.dep_ in {"pobj", "conj", "appos"} and not any(
            is_person(context, a) for a in context.roster.at(owner)
        )
        of = of and owner != head and (owner.i in token.doc.user_data["named"] or _is_office(owner))
        if of or owner.i in found:
            found.add(token.i)
            yield from (a for a in context.roster.at(token) if is_person(context, a))


def _is_office(token: Token) -> bool:
    return token.lower_ in lexicon().offices or token.lemma_.lower() in meeting_words().collective


def _of_nations(context: Context, head: Token) -> Iterator[str]:
    """ "Israeli, Egyptian and Qatari officials": the parser hangs the adjectives of a list anywhere."""
    if head.tag_ not in {"NNS", "NNPS"} or not any(c.dep_ in OWNERS for c in head.children):
        return
    words: list[Token] = []
    for n in range(head.i - 1, max(head.i - _LONGEST_LIST, head.sent.start) - 1, -1):
        word = head.doc[n]
        if word.pos_ in {"PROPN", "ADJ"} and (actors_at(context, word) or word.ent_type_ == "NORP"):
            words.append(word)
        elif word.text != "," and word.lower_ not in {"and", "senior", "foreign", "top", "key"}:
            break
    if len(words) > 1:
        for word in reversed(words):
            yield from (a for a in actors_at(context, word) if not is_person(context, a))


def _named_behind(context: Context, head: Token) -> Iterator[str]:
    """The persons behind an office and a comma, where the parser hangs them elsewhere ("the Speaker, Mr A, and B")."""
    office = head.lower_ in lexicon().offices or head.lower_ in meeting_words().collective
    if not office or head.tag_ not in {"NN", "NNP"}:
        return
    doc, comma = head.doc, False
    for token in doc[head.i + 1 : min(head.i + _LONGEST_LIST, head.sent.end)]:
        persons = [a for a in context.roster.at(token) if is_person(context, a)] if token.pos_ == "PROPN" else []
        if persons and comma:
            yield from persons
        elif token.pos_ not in _OF_A_NAME and token.lower_ not in {",", ".", "of", "for"}:
            return
        comma = comma or token.text == ","


def _joined_in_front(context: Context, head: Token) -> Iterator[str]:
    """The persons that "and" parts from a name, where the parser takes the whole for one ("President A and Mr B")."""
    if head.pos_ != "PROPN" or head.i - head.left_edge.i > _LONGEST_PAIR:
        return
    front = head.doc[head.left_edge.i : head.i]
    borders = [t.i for t in front if t.lower_ == "and"]
    for token in front:
        owner = token.dep_ == "poss" or token.nbor().text in {"'s", "'"}
        if borders and token.i < borders[-1] and token.pos_ == "PROPN" and not owner:
            yield from (a for a in context.roster.at(token) if is_person(context, a))


def _people_of(context: Context, head: Token) -> tuple[str, ...]:
    beside = [c for c in head.children if c.dep_ == "appos" and c.i > head.i]
    if head.lower_ in lexicon().offices:  # "the head of the military, A": the parser hangs the name on "military"
        beside += [c for inner in objects_behind(head, {"of"}) for c in inner.children if c.dep_ == "appos"]
    if head.tag_ == "NNS":  # the parser may join the names to what stands behind "of"
        owners = list(objects_behind(head, {"of"}))
        beside += [c for inner in owners for c in _joined(inner)]
        # "the heads of X and Y, A and B"
        behind = [i for owner in owners for i in (owner, *_joined(owner))]
        beside += [c for i in behind for c in i.children if c.dep_ == "appos" and c.i > i.i]
    persons = [a for c in beside for t in (c, *_joined(c)) for a in context.roster.at(t) if is_person(context, a)]
    if not persons:
        return _sides_beside(context, head, beside) or actors_of_phrase(context, head)
    own = [a for a in context.roster.at(head) if is_person(context, a) and head.pos_ == "PROPN"]
    persons = [*own, *persons]  # "A and the chairman of the B, C": what the parser sets beside A is someone else
    # "the leaders of the two countries, A and B"; "his Irish counterpart, A"
    others = (a for c in head.children if c.dep_ == "conj" for a in people_of(context, c))
    return tuple(dict.fromkeys((*persons, *others)))


def _sides_beside(context: Context, head: Token, beside: list[Token]) -> tuple[str, ...]:
    """ "The guarantors, Russia and Iran", "the co-chairs, A, B and C": the sides that a plural of people stands for."""
    if head.tag_ != "NNS":
        return ()
    named = [t for c in beside if c.dep_ == "appos" and c.pos_ == "PROPN" for t in (c, *_joined(c))]
    sides = tuple(dict.fromkeys(a for t in named for a in context.roster.at(t)))
    return sides if len(sides) > 1 else ()


def _joined(head: Token) -> Iterator[Token]:
    """What is joined to a word, and to what is joined to it; a list of thousands is not followed to its end."""
    left = [head]
    for _ in range(_MOST_JOINED):
        if not left:
            return
        following = [c for c in left.pop().children if c.dep_ == "conj"]
        yield from following
        left += following


def is_collective_noun(token: Token) -> bool:
    """Is it a plural of people that names nobody by itself ("the teams", "both leaders")?"""
    if token.lower_ in meeting_words().several:
        return True
    if not _is_plural_of_people(token) or any(c.tag_ == "WP$" for c in token.children):
        return False
    if any(c.dep_ == "acl" and c.lemma_ in {"lead", "head"} for c in token.children):
        return False  # "mediators led by X"
    named, meant = token.doc.user_data["named"], token.doc.user_data["actors"]
    for child in token.children:
        if child.dep_ in OWNERS and (child.i in named or child.i in meant) and child.tag_ != "PRP$":
            return False
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            owners = [g for c in child.children if c.dep_ == "pobj" for g in c.subtree]
            if any(g.i in named or (g.i in meant and g.pos_ == "PROPN") for g in owners):
                return False
    return not any(c.dep_ == "appos" and (c.i in meant or c.i in named) for c in token.children)


def is_person(context: Context, actor: str) -> bool:
    """Is an actor a person?"""
    return context.roster.actors[actor].kind == "person"

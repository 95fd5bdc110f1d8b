"""Crowds: people who hold a position under no name of their own, by their people, their region or whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..actors.lexicon import lexicon
from ..document import sentence_of
from .crowd_words import crowd_words
from .frames import frames

if TYPE_CHECKING:
    from spacy.tokens import Token

    from goodoffices.record import ActorKind

    from ..context import Context

__all__ = ["crowd_called"]

_PLURAL = frozenset({"NNS", "NNPS"})
_BESIDE = frozenset({"amod", "compound", "nmod"})
_BEHIND = frozenset({"of", "from", "in"})
_WHERE = frozenset({"NORP", "GPE", "LOC", "FAC", "ORG"})
"""What the parser calls the words that tell of which people or place someone is."""
_MEMBERS = frozenset(
    {"members", "leaders", "leader", "leadership", "officials", "chairman", "head", "spokesman", "delegates"}
)
_LONGEST = 7
"""Words of what such people are called, at most."""


def crowd_called(context: Context, noun: Token) -> tuple[str, ...]:
    """Whom "nationalists", "Kanak parties", "Iraq's Sunnis" or "Savimbi's men" means, as a party of its own.

    Args:
        context: The report.
        noun: A noun that means no actor.

    Returns:
        The id of a group of that name; none for any other noun, or for some of a crowd ("many settlers").
    """
    joined = tuple(a for c in noun.children if c.dep_ == "conj" for a in crowd_called(context, c))
    kind = _kind(context, noun)
    if kind is None:
        owner = next((c for c in noun.children if c.dep_ == "poss"), None) if noun.lower_ in _MEMBERS else None
        return joined or (crowd_called(context, owner) if owner is not None else ())  # "the local council's members"
    start, end = _words(noun)
    if end - start > _LONGEST:
        return joined
    actor = context.roster.enter(_name(noun, start, end), kind)
    if end > noun.i + 1:
        actor.aliases[_name(noun, start, noun.i + 1)] += 1
    if start > 0 and noun.doc[start - 1].lower_ == "the":
        actor.aliases[f"the {actor.name}"] += 1
    context.named_in_cells.setdefault(actor.id, sentence_of(noun).evidence())
    return (actor.id, *joined)


def _kind(context: Context, noun: Token) -> ActorKind | None:
    """Is it a noun for people who stand together, and a body or a group? None for any other."""
    lemma, people = noun.lemma_.lower(), _is_people(noun)
    words = crowd_words()
    if _is_written_large(noun):
        return "group"
    if not people and lemma not in words.folk | words.roles | words.bodies and noun.lower_ not in words.one:
        return None
    if _is_of_a_name(noun) or not (people or noun.text.islower() or noun.is_sent_start):
        return None
    beside = [c for c in noun.children if c.i < noun.i]
    if any(c.lower_ in words.some | lexicon().former or c.dep_ == "neg" for c in beside) or _are_of_both(noun):
        return None  # "former negotiators" are nobody's any more
    told = _is_told(context, noun, beside)
    if people or noun.tag_ in _PLURAL:
        plain = people or (lemma in words.folk and not any(c.dep_ in {"poss", "nummod"} for c in beside))
        return "group" if told or (plain and told is None) else None
    return _kind_of_body(noun, beside, told=told)


def _are_of_both(noun: Token) -> bool:
    """ "Hardliners on both sides"."""
    return any(c.lower_ == "on" and any(g.lower_ == "sides" for g in c.children) for c in noun.children)


def _is_of_a_name(noun: Token) -> bool:
    """ "The Mediation Team", "the opposition Democratic Party": a word of a name, or before one."""
    before = noun.dep_ in _BESIDE and noun.head.pos_ == "PROPN" and noun.head.i > noun.i
    return before or noun.i in noun.doc.user_data["named"]


def _is_written_large(noun: Token) -> bool:
    """ "The Guarantors urge ...": those who help, as communiqués write them, with the article alone."""
    beside = {c.lower_ for c in noun.children if c.dep_ not in {"relcl", "punct", "acl"}}
    large = noun.tag_ in {"NNPS", "NNS"} and noun.text[:1].isupper() and noun.i not in noun.doc.user_data["named"]
    return large and noun.lower_ in frames().helpers and beside == {"the"}


def _kind_of_body(noun: Token, beside: list[Token], *, told: bool | None) -> ActorKind | None:
    """Is it one body: "the opposition", "civil society", "the local council"?"""
    words, lemma = crowd_words(), noun.lemma_.lower()
    if noun.lower_ in words.one:
        return "group" if told is not False else None
    if lemma == "society" and any(c.lower_ == "civil" for c in beside):
        return "group"
    definite = any(c.lower_ == "the" or c.dep_ == "poss" for c in beside) or noun.dep_ == "poss"
    if lemma not in words.bodies or not (told and definite):
        return None
    return "organisation" if lemma in words.organisations else "group"


def _is_people(noun: Token) -> bool:
    """ "Iraq's Sunnis", "the Kachin say": a people or a community of faith by its name."""
    if not noun.text[:1].isupper() or noun.tag_ not in {"NNP", "NNPS", "NNS"}:
        return False
    several = noun.lower_.endswith("s") or (noun.head.tag_ == "VBP" and any(c.lower_ == "the" for c in noun.children))
    return noun.lower_ in crowd_words().peoples or (several and noun.ent_type_ == "NORP")


def _is_told(context: Context, noun: Token, beside: list[Token]) -> bool | None:
    """Do words tell which people they are? None where there are none, False where they tell of an actor's own."""
    owner = next((c for c in beside if c.dep_ == "poss"), None)
    if owner is not None:
        serves = noun.lemma_.lower() in crowd_words().serving and _is_state(owner)
        return not serves and _is_owner(context, owner, noun)
    which = [c for c in beside if c.dep_ in _BESIDE]
    if any(context.roster.at(c) for c in which) and len(which) > 1:
        return False
    if noun.lemma_.lower() in crowd_words().serving and any(_is_state(c) for c in which):
        return False
    if any(_tells(c) for c in which):
        return True
    return True if _place_behind(noun) is not None else None


def _is_state(word: Token) -> bool:
    entity = word.doc.user_data["named"].get(word.i)
    return entity is not None and entity.kind == "state"


def _tells(word: Token) -> bool:
    """Is it the name of a people or a place, or a word for a cause or a community?"""
    if word.lower_ in crowd_words().qualities or word.lemma_.lower() in crowd_words().folk:
        return True
    if word.i in word.doc.user_data["named"] or _is_of_a_people(word):
        return True
    inside = word.doc[word.left_edge.i : word.i + 1]
    proper = word.pos_ == "PROPN" and word.text[:1].isupper()
    return proper or any(t.ent_type_ in _WHERE and t.text[:1].isupper() for t in inside)


def _is_of_a_people(word: Token) -> bool:
    """ "Kanak", "Mapuche", written with a capital letter, before a noun."""
    known = crowd_words().peoples
    return word.text[:1].isupper() and (word.lower_ in known or f"{word.lower_}s" in known)


def _is_owner(context: Context, owner: Token, noun: Token) -> bool:
    """ "Papua's churches", "Savimbi's men", "women's groups": no pronoun, and nobody who owns by name."""
    if owner.pos_ == "PRON" or owner.tag_ == "PRP$":
        return False
    if owner.tag_ in _PLURAL and owner.text.islower():
        return noun.lemma_.lower() in crowd_words().bodies | crowd_words().roles
    if owner.pos_ != "PROPN" and not owner.ent_type_:
        return _kind(context, owner) is not None  # "the Casamance movement's northern front"
    persons = [a for a in context.roster.at(owner) if context.roster.actors[a].kind == "person"]
    follows = (
        noun.lower_ in lexicon().followers or lexicon().owns(noun.lower_) or noun.lemma_.lower() in crowd_words().folk
    )
    return follows if persons else True


def _place_behind(noun: Token) -> Token | None:
    """The last word of "of Beledweyne", "from Qamishli", "of the disappeared" right behind a noun."""
    link = next((c for c in noun.children if c.dep_ == "prep" and c.i == noun.i + 1 and c.lower_ in _BEHIND), None)
    for thing in link.children if link is not None else ():
        proper = thing.pos_ == "PROPN" or thing.ent_type_ in _WHERE
        of_some = thing.head.lower_ == "of" and thing.lower_ in crowd_words().behind
        if thing.dep_ == "pobj" and (proper or of_some):
            return thing
    return None


def _words(noun: Token) -> tuple[int, int]:
    """Where the words begin and end that name a crowd, without the article."""
    start = noun.i
    for child in sorted((c for c in noun.children if c.i < noun.i), key=lambda c: -c.i):
        if child.dep_ not in _BESIDE | {"poss", "nummod", "punct"} or child.right_edge.i != start - 1:
            break
        start = child.left_edge.i
    while start > 1 and noun.doc[start - 1].text == "-" and not noun.doc[start - 1].whitespace_:
        start -= 2  # "ex-combatants", "politico-military movements"
    while start < noun.i and (noun.doc[start].pos_ in {"DET", "PUNCT", "PRON", "NUM"} or noun.doc[start].like_num):
        start += 1
    behind = _place_behind(noun)
    return start, noun.i + 1 if behind is None else behind.i + 1


def _name(noun: Token, start: int, end: int) -> str:
    """The words, the first in small letters where only its place at the head of a sentence makes it a capital."""
    text, first = noun.doc[start:end].text, noun.doc[start]
    plain = first.is_sent_start and first.pos_ != "PROPN" and not first.ent_type_
    plain = plain and first.i not in noun.doc.user_data["named"] and not _is_of_a_people(first)
    return text[:1].lower() + text[1:] if plain else text

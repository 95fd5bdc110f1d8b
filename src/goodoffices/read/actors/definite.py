"""Descriptions that refer back ("the army", "the Russian minister"): how they stand in their clause."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from .gazetteer import entities
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from .roster import Actor, Roster

__all__ = [
    "called",
    "ends_in",
    "is_aside",
    "is_called",
    "is_definite",
    "is_description",
    "is_joined",
    "is_short_name",
    "is_someones",
    "owns",
    "rank",
    "words_of",
]

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})


def owns(word: Token) -> bool:
    """Does a word name someone, and so say whose the noun behind it is?"""
    return word.i in word.doc.user_data["actors"] or word.i in word.doc.user_data["named"]


def is_short_name(token: Token) -> bool:
    """ "The Coordination", "the Front": a noun with a capital letter behind "the" that no other name goes on with."""
    words = lexicon()
    doc, capital = token.doc, token.text[:1].isupper() and not token.text.isupper()
    if not capital or token.i == 0 or doc[token.i - 1].lower_ != "the" or token.lower_ in words.offices:
        return False
    behind = doc[token.i + 1 : token.i + 3]
    longer = behind[:1].text[:1].isupper() or (behind[:1].text in {"of", "for"} and behind[-1].text[:1].isupper())
    return not longer and token.lower_ not in words.referring.state


def ends_in(actor: Actor, noun: str) -> bool:
    """Is a noun the last word of a body's name? An army or force in small letters is no "Army" of rebels."""
    forms = [word for form in _forms(actor) if " " in form for word in _last_words(form.split())]
    return noun in forms if noun.lower() in lexicon().referring.arms else noun.lower() in {f.lower() for f in forms}


def _last_words(words: list[str]) -> Iterator[str]:
    """The last word of a name, and the last before what it is of or where ("the Interim Force in Lebanon")."""
    yield words[-1]
    yield from (before for before, link in pairwise(words) if link in {"of", "for", "in", "on"})


def words_of(actor: Actor) -> set[str]:
    """The words of a body's names ("the monitoring mission" is the Sri Lanka Monitoring Mission)."""
    forms = [form.lower() for form in _forms(actor)]
    kept = {"peacekeeping"} if any(form.startswith(("un ", "united nations ")) for form in forms) else set()
    return {word for form in forms for word in form.split()} | kept


def _forms(actor: Actor) -> tuple[str, ...]:
    """A body's names, in the report and elsewhere: MINURSO is the one mission of a report that only calls it so."""
    entity = entities().get(actor.name)
    return (actor.name, *actor.aliases, *(entity.names if entity is not None and entity.kind == "organisation" else ()))


def rank(token: Token) -> int:
    """How prominent a mention is: a subject, a part of one, or neither."""
    while token.dep_ in {"compound", "conj"} and token.head.i != token.i:
        token = token.head
    if token.dep_ in {"nsubj", "nsubjpass"} or (token.dep_ == "ROOT" and token.pos_ in {"NOUN", "PROPN"}):
        return 2  # "Uprona, the main party, which ..., announced": the parser takes the subject for the root
    return int(any(t.dep_ in {"nsubj", "nsubjpass"} for t in token.ancestors))


def is_someones(token: Token) -> bool:
    """Does a name say whose it is ("the Trump administration", "the government of Gustavo Petro")?"""
    of = (g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children)
    owners = (c for c in token.children if c.dep_ in {"compound", "poss", "amod", "nmod"})
    return any(word.text[:1].isupper() for word in (*owners, *of))


def is_definite(token: Token) -> bool:
    """Does a noun stand with "the" or "this" (in a log, at the front of an entry, with nothing), and is nobody's?"""
    phrase = (
        token.head if token.dep_ in {"compound", "poss", "amod"} and token.head.pos_ in {"NOUN", "PROPN"} else token
    )
    words = [*token.children, *(phrase.children if phrase is not token else ())]
    owned = any(c.dep_ == "poss" and c.i != token.i for c in words)
    bare = bool(token.doc.user_data.get("dated")) and token.is_sent_start and token.is_title  # "Government frees ..."
    return (bare or any(c.lower_ in {"the", "this"} for c in words)) and not owned


def is_description(token: Token) -> bool:
    """Can a word go back to someone by what it says of them ("the movement", "the envoy")?"""
    return token.pos_ in _NOMINAL and is_definite(token)


def is_joined(name: Token) -> bool:
    """Is a name one of several in a list? "It" and "its" can mean none of them alone."""
    meant = name.doc.user_data["actors"]
    others = [name.head] if name.dep_ == "conj" else [c for c in name.children if c.dep_ == "conj"]
    return any(other.i in meant and meant[other.i] != meant.get(name.i) for other in others)


def is_aside(token: Token) -> bool:
    """Does a word stand in a clause about another noun ("which shares power with Frodebu"), told by the way?

    What is hoped, feared or claimed is told for itself ("hopes that the Front would follow").
    """
    return any(t.dep_ in {"relcl", "acl"} and not _is_content(t) for t in token.ancestors)


def _is_content(clause: Token) -> bool:
    return clause.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def called(name: Token) -> set[str]:
    """The nouns for bodies beside a name: "Uprona, the main party", "the rebel movement M23", "its mission, UNTAG"."""
    beside = [c for c in name.children if c.dep_ == "appos"]
    beside += [name.head] if name.dep_ in {"appos", "compound", "nmod"} else []
    found = {noun.lower_ for noun in beside if noun.lower_ in lexicon().groups and noun.pos_ == "NOUN"}
    if name.dep_ == "appos" and name.head.lower_ in lexicon().organisations and name.head.is_lower:
        found.add(name.head.lower_)
    return found


def is_called(roster: Roster, actor: str, noun: str) -> bool:
    """Can a noun mean a group? What the report calls a party, and nothing else, is no "movement" and no "rebels"."""
    own = roster.called.get(actor, set())
    return (not own or "party" in own) if noun == "party" else own != {"party"}

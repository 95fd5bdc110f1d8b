"""Persons whom a report quotes without naming them: "a Western diplomat", "one minister"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..document import sentence_of
from .gazetteer import entities
from .lexicon import lexicon
from .phrases import owner_of
from .roster import Mention, Roster

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["enter_unnamed"]

_MARKS = frozenset({'"', "“", "”", "„"})
_DOERS = ("er", "or", "ist", "man", "woman")
"""How nouns end that are for people by what they do ("a cotton grower")."""
_ONE = frozenset({"a", "an", "one", "another"})


def enter_unnamed(roster: Roster) -> None:
    """Enter the persons without a name whose words stand in quotation marks; whoever is only told of is left out."""
    for number, passage in enumerate(roster.passages):
        met: dict[str, Token] = {}
        marks = [token.i for token in passage.doc if token.text in _MARKS]
        for token in passage.doc if marks else ():
            if _speaks(token):
                met[token.lower_] = token
            if token.lower_ in met and _is_quoted(token, marks):
                _enter(roster, number, met[token.lower_], token)


def _enter(roster: Roster, number: int, first: Token, quoted: Token) -> None:
    """Enter a person under the words that brought them in."""
    start = _start(first)
    actor = roster.enter(first.doc[start : first.i + 1].text, "person")
    if start < first.i:
        actor.aliases[first.text] += 1
    actor.side = _side(roster, first)
    for token in dict.fromkeys((first, quoted)):
        actor.mentions.append(Mention(number, token.i, token.i + 1, acts=True))
        token.doc.user_data["actors"][token.i] = (actor.id,)


def _is_quoted(token: Token, marks: Sequence[int]) -> bool:
    """Is it the subject of a sentence with words in quotation marks, brought in here or met before?"""
    known = any(c.lower_ in {"the", *_ONE} for c in token.children)
    if token.dep_ != "nsubj" or not known:
        return False
    sentence = sentence_of(token).span
    first = bisect_left(marks, sentence.start)
    return first < len(marks) and marks[first] < sentence.end


def _speaks(token: Token) -> bool:
    """Is it one person of a kind, and the subject of a verb of speech?"""
    words = lexicon()
    doer = token.lower_.endswith(_DOERS) and token.lower_ not in words.plain.things
    someone = token.tag_ == "NN" and (token.lower_ in words.plain.quoted or doer)
    subject = token.dep_ == "nsubj" and token.head.lemma_ in words.doing.speech | {"complain", "admit", "joke"}
    alone = not any(c.dep_ in {"appos", "flat"} for c in token.children)
    one = any(c.lower_ in _ONE for c in token.children)
    return someone and subject and alone and one and not _is_of_a_body(token)


def _is_of_a_body(token: Token) -> bool:
    """Is it a body that speaks ("a Commission official"), so that the words are the body's?"""
    owner = owner_of(token)
    entity = token.doc.user_data["named"].get(owner.i) if owner is not None else None
    if entity is not None:
        return entity.kind != "state" and not entity.of_states
    return owner is not None or any(c.pos_ == "PROPN" for c in token.children)


def _start(token: Token) -> int:
    """Where the words begin that tell who it is, without the article."""
    start = token.left_edge.i
    while start < token.i and (token.doc[start].lower_ in _ONE or token.doc[start].pos_ == "PUNCT"):
        start += 1
    return int(start)


def _side(roster: Roster, token: Token) -> str | None:
    """The state or body that the words before say the person is of; a Western diplomat is of none."""
    owner = owner_of(token)
    entity = token.doc.user_data["named"].get(owner.i) if owner is not None else None
    if entity is None or entity.of_states or entity.name not in entities():
        return None
    return roster.enter(entity.name, entity.kind, entity.iso).id

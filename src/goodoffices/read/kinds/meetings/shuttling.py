"""Shuttling: to and fro between those who do not sit together ("shuttled for four days between X, Y and Z")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .person_words import is_person_word
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["shuttled_between", "shuttles"]

_RELAYING = frozenset({"carry", "relay", "pass", "ferry", "convey", "shuttle"})
_TEXTS = frozenset({"message", "draft", "proposal", "paper", "text", "note", "idea", "document", "letter", "offer"})


def shuttles(context: Context, verb: Token) -> bool:
    """ "Shuttled between the two delegations", "has been going from one delegation to the other"."""
    lemma = verb.lemma_.lower()
    if lemma in {"walk", "run"} and any(t.lower_ in {"two", "both"} for t in objects_behind(verb, {"between"})):
        return True
    if any(is_person_word(context, t) for t in _texts_between(verb)):
        return True
    if lemma in meeting_words().shuttle:
        return any(True for _ in shuttled_between(verb))
    if lemma not in {"go", "move", "travel", "walk", "fly"}:
        return False
    if any(c.lower_ in {"forth", "fro"} for c in verb.children):  # "going back and forth between the camps"
        return any(c.dep_ == "prep" and c.lower_ == "between" for c in verb.children)
    ends = [*objects_behind(verb, {"from"}), *objects_behind(verb, {"to"})]
    one = bool(ends) and (is_person_word(context, ends[0]) or any(c.lower_ == "one" for c in ends[0].children))
    return len(ends) > 1 and one and ends[-1].lower_ in {"other", "another", "next"}


def shuttled_between(verb: Token) -> Iterator[Token]:
    """Between whom, or which towns: the parser may hang them on the days that it took ("for four days between")."""
    rooms = encounter_words().rooms
    yield from _texts_between(verb)
    for head in (verb, *objects_behind(verb, {"for", "in", "on"})):
        for end in objects_behind(head, {"between", "among"}):
            # "between the suites of X and Y": between those who live there
            tenants = list(objects_behind(end, {"of"})) if end.tag_ == "NNS" and end.lemma_.lower() in rooms else []
            yield from tenants or [end]


def _texts_between(verb: Token) -> Iterator[Token]:
    """ "Carried drafts between X and Y": the parser hangs those between whom they go on the drafts."""
    if verb.lemma_.lower() not in _RELAYING or verb.dep_ in {"relcl", "acl"}:
        return  # "who conveyed messages between the two, said": what he does all the time
    for text in verb.children:
        if text.dep_ == "dobj" and text.lemma_.lower() in _TEXTS:
            yield from objects_behind(text, {"between", "among"})

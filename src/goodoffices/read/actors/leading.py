"""Leading: the verbs by which a person leads something, with what is led."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["leading", "phrase_of"]

_LONGEST_LIST = 6


def leading(root: Token) -> Iterator[tuple[Token, Token | None]]:
    """The verbs by which a person leads something, with what is led.

    "X, who heads Y", "X, the Kenyan who chairs Y", "X led Y", "Y, led by X", "Y is led by V and by X".
    """
    leading = lexicon().doing.leading
    beside = [root, *(c for c in root.children if c.dep_ == "appos")]
    verbs = [c for one in beside for c in one.children if c.dep_ in {"relcl", "acl"} and c.lemma_ in leading]
    verbs = [verb for verb in verbs if not _is_passive(verb)]
    subject = root.head if root.dep_ == "appos" else root  # "his attorney general, X, led the team"
    if subject.dep_ == "nsubj" and subject.head.lemma_ in leading:
        verbs.append(subject.head)
    yield from ((verb, _led(verb)) for verb in verbs)
    if (verb := _led_by(root)) is not None and verb.lemma_ in leading:
        yield verb, _led_passively(verb)


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children)


def _led(verb: Token) -> Token | None:
    """What a verb's subject leads: its object, or what one presides "over"."""
    over = (g for c in verb.children if c.dep_ == "prep" and c.lower_ == "over" for g in c.children)
    return next((c for c in (*verb.children, *over) if c.dep_ in {"dobj", "pobj"}), None)


def _led_by(root: Token) -> Token | None:
    """The verb of whose "by" a name is the object, also as one of several."""
    for _ in range(_LONGEST_LIST):
        if root.dep_ != "conj" or root.head.i == root.i:
            break
        root = root.head
    agent = root.head
    if root.dep_ == "appos" and root.head.dep_ == "pobj" and root.head.lower_ in lexicon().offices:
        root, agent = root.head, root.head.head  # "led by a former police chief, X"
    if root.dep_ != "pobj" or agent.lower_ != "by":
        return None
    if agent.dep_ == "conj" and agent.head.dep_ == "agent":
        agent = agent.head
    return agent.head if agent.dep_ == "agent" or (agent.dep_ == "prep" and agent.head.tag_ == "VBN") else None


def _led_passively(verb: Token) -> Token | None:
    """What is led by someone: the noun behind which the participle stands, or the subject of the passive."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if verb.dep_ == "acl" or (subject is not None and subject.lower_ in {"that", "which", "who"}):
        return verb.head if verb.dep_ in {"acl", "relcl"} else None
    return subject


def phrase_of(noun: Token) -> str:
    """A noun with the words before it: "the government delegation"."""
    words = noun.doc[noun.left_edge.i : noun.i + 1].text
    return words[:1].lower() + words[1:] if words.startswith(("The ", "A ", "Its ", "His ", "Her ")) else words

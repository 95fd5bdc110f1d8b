"""Leading: the verbs by which a person leads something, with what is led."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["leading", "phrase_of"]


def leading(root: Token) -> Iterator[tuple[Token, Token | None]]:
    """The verbs by which a person leads something, with what is led: "X, who heads Y", "X led Y", "Y, led by X"."""
    leading = lexicon().doing.leading
    verbs = [c for c in root.children if c.dep_ in {"relcl", "acl"} and c.lemma_ in leading]
    if root.dep_ == "nsubj" and root.head.lemma_ in leading:
        verbs.append(root.head)
    yield from ((verb, next((c for c in verb.children if c.dep_ == "dobj"), None)) for verb in verbs)
    agent = root.head
    if root.dep_ == "pobj" and agent.dep_ == "agent" and agent.head.lemma_ in leading and agent.head.dep_ == "acl":
        yield agent.head, agent.head.head


def phrase_of(noun: Token) -> str:
    """A noun with the words before it: "the government delegation"."""
    words = noun.doc[noun.left_edge.i : noun.i + 1].text
    return words[:1].lower() + words[1:] if words.startswith(("The ", "A ", "Its ", "His ", "Her ")) else words

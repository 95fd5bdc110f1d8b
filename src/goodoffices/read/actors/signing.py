"""Signing and sending: how a verb says on whose behalf someone acts ("for which X signed", "whom the rebels sent")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["governors", "sends", "signed_for"]


def signed_for(signer: Token, verb: Token) -> Token | None:
    """ "The Front, for which X signed", "the Front, on whose behalf X spoke": what the relative words go back to."""
    if verb.dep_ != "relcl" or signer.head.i != verb.i:
        return None
    words = [t.lower_ for t in verb.doc[max(0, signer.left_edge.i - 3) : signer.left_edge.i]]
    behind = words[-2:] in (["for", "which"], ["for", "whom"]) or words == ["on", "whose", "behalf"]
    return verb.head if behind else None


def governors(link: Token) -> tuple[Token, ...]:
    """What a preposition hangs on: a verb, or its object ("chairs the talks for China")."""
    return (link.head, link.head.head) if link.head.dep_ == "dobj" else (link.head,)


def sends(verb: Token) -> bool:
    """ "X, whom the Commonwealth named in January": is the person the object of an appointment?"""
    sends = verb.lemma_ in lexicon().doing.making | {"send", "dispatch"}
    return sends and any(c.dep_ == "dobj" and c.lower_ in {"whom", "who"} for c in verb.children)

"""Signing: what parties sign together, and the words that say that they did."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...document import sentence_of
from ..phrases import objects_behind
from .subjects import own_subject
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = [
    "bound_by_it",
    "is_signed",
    "is_signed_aside",
    "is_signed_passive",
    "is_to_be_signed",
    "means_signed",
    "puts_name",
    "relative_of",
    "signs_above",
]


def is_signed(token: Token) -> bool:
    """Is it a noun of what parties sign together, or such a title ("a Suspension of Operations agreement")?"""
    signed = meeting_words().signed
    return token.lemma_.lower() in signed or (
        token.text[:1].isupper() and any(t.lemma_.lower() in signed for t in objects_behind(token, {"of"}))
    )


def is_to_be_signed(context: Context, verb: Token) -> bool:
    """ "The accord is to be signed on Friday", "it will be signed by both": of what parties sign together."""
    subject = own_subject(verb) if any(c.dep_ == "auxpass" for c in verb.children) else None
    if subject is None:
        above = [t for t in itertools.islice(verb.ancestors, 3) if t.pos_ in {"NOUN", "PROPN"}]
        beside = verb.dep_ in {"xcomp", "acl", "relcl"}  # "the accord, due to be initialled on 3 May"
        return beside and bool(above) and is_signed(above[0]) and any(c.dep_ == "auxpass" for c in verb.children)
    by_whom = any(context.roster.at(t) for t in objects_behind(verb, {"by"}))  # "what was signed in X by A and B"
    return is_signed(subject) or means_signed(context, subject) or (subject.lower_ == "what" and by_whom)


def means_signed(context: Context, token: Token) -> bool:
    """ "It", of what the sentence before says is to be signed."""
    if token.lower_ != "it":
        return False
    if any(is_signed(t) for t in token.doc[token.sent.start : token.i]):
        return True  # "came out with a text and initialled it"
    number = sentence_of(token).number
    before = context.sentences[number - 1] if number else None
    return before is not None and any(is_signed(t) for t in before.span)


def is_signed_aside(verb: Token) -> bool:
    """ "The document, signed at the palace, commits both": said of it between commas, and no label of an old accord."""
    beside = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() in meeting_words().sign
    thing = verb.head
    spoken_of = beside and is_signed(thing) and thing.tag_ == "NN" and thing.dep_ in {"nsubj", "nsubjpass"}
    return spoken_of and verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","


def bound_by_it(verb: Token) -> Iterator[Token]:
    """Whom a document, of which it is said where it was signed, commits to something."""
    over = verb.head.head if is_signed_aside(verb) and verb.head.dep_ == "nsubj" else None
    if over is not None and over.lemma_ in {"commit", "bind", "oblige", "pledge"}:
        for thing in (c for c in over.children if c.dep_ == "dobj"):
            yield from (t for t in (thing, *thing.subtree) if t == thing or t.pos_ == "PROPN")


def relative_of(token: Token) -> Token:
    """What "that" or "which" of a relative clause means ("the accord that both signed"); else the word itself."""
    pronoun = token.lower_ in {"that", "which"} and token.tag_ in {"WDT", "IN"}
    return token.head.head if pronoun and token.head.dep_ == "relcl" else token


def is_signed_passive(verb: Token) -> bool:
    """ "The accord was signed", whoever signed it."""
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    return (passive and verb.lemma_.lower() in meeting_words().sign) or is_signed_aside(verb)


def puts_name(verb: Token) -> bool:
    """ "Put their names to the agreement"."""
    names = any(c.dep_ == "dobj" and c.lemma_ in {"name", "signature", "initial"} for c in verb.children)
    behind = (
        t for c in (verb, *verb.children) if c == verb or c.dep_ == "dobj" for t in objects_behind(c, {"to", "on"})
    )
    return verb.lemma_ == "put" and names and any(is_signed(t) or t.lower_ in {"it", "them"} for t in behind)


def signs_above(verb: Token) -> bool:
    """ "The accords they signed on Thursday": what they signed stands above, without "which"."""
    own = any(c.dep_ == "nsubj" and c.lower_ not in {"who", "which", "that"} for c in verb.children)
    return verb.dep_ == "relcl" and own and is_signed(verb.head) and verb.tag_ in {"VBD", "VBN"}

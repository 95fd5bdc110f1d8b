"""Cues of meetings: the nouns and verbs of a sentence that can tell of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import verb_phrase
from ..outlook_words import outlook_words
from .verbs import is_meeting_verb, is_signed
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["is_meeting_noun", "is_of_known", "is_which", "meeting_cues"]


def meeting_cues(context: Context, sentence: Sentence, *, follows: bool, near: bool = False) -> Iterator[Token]:
    """Find the words of a sentence that can tell of a meeting.

    Args:
        context: The report.
        sentence: One sentence.
        follows: Whether the sentence before told of a meeting, so that "it" can mean that one.
        near: Whether one of the sentences just before, in the same paragraph, did.
    """
    for token in sentence.span:
        if is_meeting_noun(token):
            follows = True
            yield token
        elif (
            is_meeting_verb(context, token)
            or (follows and (_is_it(token) or is_which(token)))
            or ((follows or near) and (is_of_known(token) or (is_which(token) and _may_be(token))))
        ):
            yield token


def is_meeting_noun(token: Token) -> bool:
    """Is it a noun of a meeting, not the modifier of another ("the talks process") or a round of something else?"""
    words = meeting_words()
    lemma = token.lemma_.lower()
    if lemma == "table" and token.i > 0 and token.nbor(-1).lower_ == "round":
        return token.dep_ in {"nsubj", "nsubjpass", "dobj"}
    if token.pos_ not in {"NOUN", "PROPN"} or not {lemma, token.lower_} & words.nouns or _is_in_a_name(token):
        return False
    if token.dep_ in {"compound", "amod"} and token.i + 1 < len(token.doc) and token.nbor().lower_ == "table":
        return False
    if lemma in words.signing:
        return any(is_signed(t) for of in token.children if of.lower_ == "of" for t in of.children)
    before = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
    if lemma == "call":
        with_whom = any(c.dep_ == "prep" and c.lower_ in {"with", "between"} for c in token.children)
        return bool(before & words.by_telephone) or with_whom
    return not before & words.not_before and (lemma not in words.counted or _counts_talks(token))


def _is_in_a_name(token: Token) -> bool:
    """Is it part of a longer noun, or of a body's name ("the Episcopal Conference")?"""
    if token.dep_ == "compound" and token.head.i > token.i:
        return True
    return token.pos_ == "PROPN" and (token.ent_type_ == "ORG" or token.i in token.doc.user_data["actors"])


def _counts_talks(token: Token) -> bool:
    """ "A round of talks", "the April session"; not "a round of strikes", "a session of parliament"."""
    words = meeting_words()
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and not {inner.lemma_.lower(), inner.lower_} & words.nouns:
                return False
    return True


def _may_be(token: Token) -> bool:
    """ "An eighth, in Geneva, depends on the cabinet"."""
    return token.head.lemma_ == "depend"


def _is_it(token: Token) -> bool:
    return (
        token.lower_ == "it"
        and token.dep_ == "nsubj"
        and token.head.lemma_ in {"open", "begin", "start", "take", "end"}
    )


def is_which(token: Token) -> bool:
    """ "The last was held in May", "a third has been put off", "a new one is planned": one of several meetings."""
    if token.dep_ == "pobj" and token.head.lower_ == "at" and token.lower_ in _ordinals():
        return any(c.lower_ == "the" for c in token.children)  # "at the sixth, in Hakone"
    if token.dep_ not in {"nsubj", "nsubjpass"} or token.lower_ not in _ordinals() | {"one", "last", "next", "latest"}:
        return False
    told = {c.lower_ for c in token.children}
    if token.lower_ == "one":
        return bool(told & outlook_words().before)
    verbs, outlook = meeting_words().itself | meeting_words().beside | {"depend", "be"}, outlook_words()
    off = {token.head.lemma_.lower(), verb_phrase(token.head)} & (outlook.called_off | outlook.fixed)
    return bool(told & {"a", "an", "the"}) and (bool(off) or token.head.lemma_.lower() in verbs)


def is_of_known(token: Token) -> bool:
    """ "Who chaired them", "the Swiss took part": a verb of taking part in a meeting that was told of before."""
    words = meeting_words()
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    objects = [c for c in token.children if c.dep_ == "dobj" and c.lower_ not in {"part", "seats"}]
    if objects:
        return token.lemma_.lower() in words.chair and all(c.lower_ in {"them", "it"} for c in objects)
    beside = {token.lemma_.lower(), verb_phrase(token)} | {f"{token.lemma_.lower()} {c.lower_}" for c in token.children}
    behind = any(c.dep_ in {"prep", "agent"} and c.lower_ in {"in", "at", "by"} for c in token.children)
    part = any(
        p.dep_ == "prep" and p.lower_ in {"in", "at"} for c in token.children if c.dep_ == "dobj" for p in c.children
    )
    passive = any(c.dep_ == "auxpass" for c in token.children)
    return bool(beside & words.beside_it) and not behind and not part and not passive


def _ordinals() -> frozenset[str]:
    return meeting_words().ordinals

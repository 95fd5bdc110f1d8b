"""Phrasing: which words before and behind a head belong to the phrase that names an arrangement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .describing import STOPS
from .vocabulary import base, mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["end_of_title", "initials_of", "words_before", "words_behind"]

_MOST_BEFORE = 7
_MOST_BEHIND = 10
_FEW_BEHIND = 5
_LINKS = frozenset({"of", "for", "on", "to", "that", "which", "between", "over", "by", "from", "at", "against"})
_STAGES = frozenset({"batches", "stages", "phases", "groups", "steps"})
_FIGHTING = frozenset(
    {"unit", "force", "fighter", "faction", "wing", "army", "militia", "brigade", "battalion", "troop", "group", "cell",
     "company", "front", "side", "command", "guerrilla", "rebel"}
)  # fmt: skip
_KEPT = frozenset(
    {"ceasefire", "cease-fire", "truce", "cessation", "armistice", "moratorium", "pause", "lull", "silence", "curfew"}
)
"""What one keeps by observing it."""
_SAID = frozenset({"report", "say", "believe", "know", "rumour", "rumor", "see", "document", "record"})
"""What is done to those of whom one hears ("the committees are reported to agree"): not what they do."""
_MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV"})


def end_of_title(token: Token) -> int:
    """The last word of a title in capitals that "and" joins ("Verification and Monitoring Mission"), else -1."""
    doc, last = token.doc, token.i + 2
    if not token.is_title or token.i == 0 or not token.nbor(-1).is_title or last >= len(doc):
        return -1
    while last < len(doc) and doc[last].is_title and doc[last].pos_ in {"PROPN", "NOUN", "ADJ"}:
        last += 1
    last -= 1
    single = last > token.i + 2 and base(doc[last].text) in mechanism_words().heads
    return last if single and last - token.i <= _MOST_BEFORE else -1


def initials_of(name: str) -> str:
    """The capitals that a name begins its words with; a word that is an abbreviation gives all of its own."""
    words = (word for word in name.split() if word[0].isupper())
    return "".join(word if word.isupper() else word[0] for word in words)


def words_before(token: Token) -> Iterator[Token]:
    """The words before a head that belong to its phrase, from the left."""
    first, sent = token.i, token.sent.start
    for word in reversed(token.doc[max(sent, token.i - _MOST_BEFORE) : token.i]):
        participle = word.tag_ in {"VBN", "VBG"} and word.dep_ in {"amod", "compound", "nmod"}
        joined = word.lower_ == "and" and first - word.i == 1 and _joins(word, token)
        titled = word.is_title and word.i + 1 < len(word.doc) and "and" in {t.lower_ for t in word.doc[first : token.i]}
        inside = word.pos_ in _MODIFYING and (word.dep_ not in {"nsubj", "dobj", "pobj", "ROOT"} or titled)
        tied = _is_tied(word) or _is_of_many(word)
        if word.lower_ in STOPS and not (joined or tied):
            break
        if not (inside or participle or word.text in {"-", "/"} or joined or tied):
            break
        first = word.i
    yield from token.doc[first : token.i]


def _is_tied(word: Token) -> bool:
    """Does a hyphen tie a word to its neighbour, whatever the parser takes it for ("follow-up", "sub-commission")?"""
    behind = not word.whitespace_ and word.i + 1 < len(word.doc) and word.nbor(1).text == "-"
    ahead = word.i > 0 and word.nbor(-1).text == "-" and not word.nbor(-1).whitespace_
    return behind or ahead


def _is_of_many(word: Token) -> bool:
    """The apostrophe of "donors' conference": whose it is tells what it is for."""
    return word.tag_ == "POS" and word.i > 0 and word.nbor(-1).tag_ == "NNS"


def _joins(word: Token, head: Token) -> bool:
    """ "Monitoring and Verification Mechanism", "peace and security teams": both before the head."""
    left = word.doc[word.i - 1] if word.i > 0 else word
    if end_of_title(left) == head.i:
        return True
    return left.dep_ in {"compound", "nmod", "amod"} and left.head.i >= word.i and left.head.i <= head.i


def _keeps_to(subject: Token) -> bool:
    """ "The units observe a truce": fighters who observe one keep it, and watch over nothing."""
    verb = subject.head
    fights = verb.lemma_ == "observe" and base(subject.text) in _FIGHTING
    return fights and any(c.lemma_.lower() in _KEPT for c in verb.children if c.dep_ == "dobj")


def words_behind(token: Token) -> Iterator[Token]:
    """The words of the phrases and clauses that say what an arrangement is of, for or to."""
    for child in token.children:
        if child.i <= token.i:
            continue
        staged = child.lower_ == "in" and any(c.lower_ in _STAGES for c in child.children)
        if child.dep_ == "prep" and (child.lower_ in _LINKS or staged):
            yield from list(child.subtree)[:_MOST_BEHIND]
        elif child.dep_ in {"acl", "relcl"}:
            yield child
            yield from [t for t in child.subtree if t.dep_ in {"xcomp", "conj", "dobj", "advcl"} and t.i > token.i][
                :_MOST_BEHIND
            ]
    following = token.doc[token.i + 1 : token.i + _FEW_BEHIND]
    if len(following) and following[0].lower_ in {"to", "at"}:
        yield from following  # "sent observers to the ceremony", however that is parsed
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.pos_ == "VERB":
        if not (_keeps_to(token) or (token.dep_ == "nsubjpass" and token.head.lemma_ in _SAID)):
            yield token.head
        yield from (c for c in token.head.children if c.dep_ == "xcomp")
    agent = token.head if token.dep_ == "pobj" and token.head.dep_ == "agent" else None
    if agent is not None and agent.head.lemma_.lower() in mechanism_words().watching - {"police"}:
        yield agent.head  # "the truce is watched by a body in which ..."

"""What talks are called: who describes them as constructive, or deems them useful, says that they get on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .negation import is_negated
from .status_phrases import OF_ALL, Found
from .status_words import status_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..document import Sentence

__all__ = ["called_in"]

_FAR = 14
"""Words behind a verb of describing in which it is said what the talks are called."""
_DIMMING = frozenset(
    {"not", "hardly", "less", "never", "far", "barely", "scarcely", "neither", "nor", "no", "anything"}
)
_RELATIVE = frozenset({"which", "that"})
_NEVER_BETWEEN = frozenset({";", ":", "while", "although", "though", "whereas"})


def called_in(sentence: Sentence) -> Iterator[Found]:
    """Find what a sentence says that talks are called ("described the round as useful", "was deemed productive").

    Args:
        sentence: One sentence of a report.

    Yields:
        At most one claim of progress, of the talks as a whole.
    """
    words = status_words()[2]
    for token in sentence.span:
        if token.lemma_.lower() in words["calling"] and token.pos_ in {"VERB", "NOUN"} and not is_negated(token):
            praise = _praise(token, words["praise"])
            if praise is not None and _is_of_talks(token, praise, words["nouns"] | words["met"]):
                yield Found("progress", OF_ALL, praise)
                return


def _praise(verb: Token, words: frozenset[str]) -> Token | None:
    """The first good word behind a verb of describing, in the same clause and not denied."""
    doc = verb.doc
    for at in range(verb.i + 1, min(verb.i + 1 + _FAR, verb.sent.end)):
        token = doc[at]
        if token.lower_ in _NEVER_BETWEEN or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return None
        if token.lower_ in words:
            before = {t.lower_ for t in doc[max(at - 3, verb.i) : at]}
            return None if before & _DIMMING else token
    return None


def _is_of_talks(verb: Token, praise: Token, talks: frozenset[str]) -> bool:
    """Are talks what is described: the object of the verb, its passive subject, or what "which" stands for?"""
    between = {token.lemma_.lower() for token in verb.doc[verb.i + 1 : praise.i]}
    if between & talks:
        return True
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    relative = verb.dep_ == "relcl" and any(
        c.lower_ in _RELATIVE and c.dep_ in {"nsubjpass", "dobj"} for c in verb.children
    )
    if verb.dep_ in {"relcl", "acl"} and (relative or subject is None):
        return verb.head.lemma_.lower() in talks
    return subject is not None and subject.lemma_.lower() in talks

"""Papers that speak: whose words "the statement said" and "a note from the ministry" give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import offset_of, sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..attribution.model import Spans
    from ..context import Context

__all__ = ["authors_of_paper"]

_PAPERS = frozenset(
    {"note", "statement", "letter", "communique", "communiqué", "memo", "memorandum", "message", "post", "declaration"}
)
_FAR = 6
"""Sentences back among which a paper was first told of."""


def authors_of_paper(context: Context, source: Spans) -> tuple[str, ...]:
    """Say whose paper speaks: that of the one from whom it is, or who was told to have issued it.

    Args:
        context: The report.
        source: The words that say what speaks ("a short note from the ministry", "the statement").
    """
    for start, end in source:
        for token in context.tokens_in(start, end):
            if token.lemma_.lower() in _PAPERS:
                return _issuers(context, token) or _told_before(context, token)
    return ()


def _issuers(context: Context, paper: Token) -> tuple[str, ...]:
    """ "A letter from X", "X's letter", "a statement in which X said"."""
    heads: list[Token] = []
    for child in paper.children:
        if child.lower_ in {"from", "by", "of"}:
            heads += [c for c in child.children if c.dep_ == "pobj"]
        elif child.dep_ == "poss":
            heads.append(child)
        elif child.dep_ == "acl" and child.tag_ == "VBN":  # "a statement released by the ministry"
            heads += [
                c
                for by in child.children
                if by.dep_ in {"agent", "prep"} and by.lower_ in {"by", "from"}
                for c in by.children
            ]
    return next((found for head in heads if (found := context.roster.at(head))), ())


def _told_before(context: Context, paper: Token) -> tuple[str, ...]:
    """Whose it is by a sentence before: "in a statement, X urged", "X wrote a letter"."""
    if not any(c.lower_ in {"the", "this", "that", "his", "her", "their", "its"} for c in paper.children):
        return ()
    lemma, number = paper.lemma_.lower(), sentence_of(paper).number
    for other in _earlier(context, lemma, number, offset_of(paper)):
        found = _issuers(context, other) or _writer(context, other)
        if found:
            return found
    return ()


def _earlier(context: Context, lemma: str, number: int, before: int) -> Iterator[Token]:
    """The places before at which a paper of the same kind is told of, the nearest first."""
    for sentence in reversed(context.sentences[max(0, number - _FAR) : number + 1]):
        for token in reversed(list(sentence.span)):
            if offset_of(token) < before and token.lemma_.lower() == lemma:
                yield token


def _writer(context: Context, paper: Token) -> tuple[str, ...]:
    """The subject of the clause in which a paper is told of."""
    for above in paper.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
            if subject is not None:
                return context.roster.at(subject)
    return ()

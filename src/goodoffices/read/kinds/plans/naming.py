"""Naming: which document a sentence speaks of, what it is called, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...document import offset_of
from ..governing import clause_of, subject_of_clause
from ..holders import owner_of_document
from ..phrases import OWNERS, actors_of_phrase, objects_behind
from .vocabulary import NUMBERS, plan_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["author_of", "document_at", "is_document", "name_of"]

_NEAR = 40
"""Characters between "28-point" and its noun, at most."""
_VERSION_WORDS = frozenset(
    {
        "a",
        "an",
        "the",
        "this",
        "its",
        "his",
        "her",
        "their",
        "own",
        "so-called",
        "point",
        "article",
        "item",
        "-",
        "step",
        "said",
    }
)


def is_document(token: Token) -> bool:
    """Is it a noun of a text that is negotiated?"""
    return token.pos_ in {"NOUN", "PROPN"} and bool({token.lemma_.lower(), token.lower_} & plan_words().documents)


def document_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """Find the document whose points are counted: the noun behind "28-point", else the nearest one before.

    Args:
        sentence: The sentence.
        start: Where the number starts, counted from the start of the sentence.
        end: Where its unit ends.
    """
    documents = [t for t in sentence.span if is_document(t)]
    first, last = sentence.start + start, sentence.start + end
    behind = [t for t in documents if last <= offset_of(t) < last + _NEAR]
    if behind and not sentence.text[start:end].lower().endswith("s"):
        return behind[0]
    before = [t for t in documents if offset_of(t) < first]
    # "a list of proposals, reducing the 28-point plan": a list is less of a document than what it lists
    named = [t for t in before if t.lemma_.lower() not in plan_words().plain]
    found = named or before or behind[:1]
    return found[-1] if found else None


def name_of(document: Token | None) -> str:
    """What a report calls a document, without its number of points, its version and its owner."""
    if document is None:
        return "plan"
    words = plan_words()
    kept = []
    for token in document.doc[max(document.sent.start, document.i - 6) : document.i]:
        if token.head != document or token.dep_ not in OWNERS or token.dep_ == "poss":
            continue
        counted = token.lower_ in NUMBERS or token.like_num or token.lower_ in _VERSION_WORDS or "-" in token.text
        version = words.initial.fullmatch(token.text) or words.revised.fullmatch(token.text)
        if (
            not counted
            and not version
            and token.lower_ not in {"point", "article", "item"}
            and token.i not in token.doc.user_data["named"]
        ):
            kept.append(token.text)
    return " ".join((*kept, document.text))


def author_of(context: Context, document: Token | None) -> str | None:
    """Id of whoever wrote, put forward or owns a document, None where the report does not say."""
    if document is None:
        return None
    return next(_authors(context, document), None) or next(iter(owner_of_document(context, document)), None)


def _authors(context: Context, document: Token) -> Iterator[str]:
    words = plan_words()
    for child in document.children:
        if child.dep_ == "poss":
            yield from actors_of_phrase(context, child)
    for inner in objects_behind(document, {"by", "from"}):
        yield from actors_of_phrase(context, inner)
    for child in document.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in words.authors:
            yield from _writers(context, child)
    clause = clause_of(document)
    if clause.verbs and clause.verbs[0].lemma_.lower() in words.authors and clause.relation == "object":
        verb = clause.verbs[0]
        if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children):
            for inner in objects_behind(verb, {"by"}):
                yield from actors_of_phrase(context, inner)
        else:
            yield from _writers(context, verb)


def _writers(context: Context, verb: Token) -> Iterator[str]:
    for inner in objects_behind(verb, {"by"}):
        yield from actors_of_phrase(context, inner)
    subject = subject_of_clause(clause_of(verb))
    if subject is None or is_document(subject):
        return
    if any(c.lower_ == "whose" for c in subject.children):
        # "France and Germany, whose advisers wrote the proposal"
        yield from actors_of_phrase(context, verb.head)
    else:
        yield from actors_of_phrase(context, subject)

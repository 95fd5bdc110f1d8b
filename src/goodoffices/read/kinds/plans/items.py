"""Items: the points of a plan, from a sentence that says what it includes, or from the list that a line leads in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import PlanItem

from ..issues import issue_of
from .naming import is_document
from .vocabulary import plan_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Passage, Sentence

__all__ = ["items_in", "items_of_lists"]

_MOST = 40
_LISTS = frozenset({"demand", "point", "provision", "element", "condition", "term", "item", "clause", "article"})


def items_in(sentence: Sentence) -> tuple[Token | None, tuple[PlanItem, ...]]:
    """What a sentence says a plan includes, demands or calls for, and the document that it is the plan of."""
    for token in sentence.span:
        if token.lemma_.lower() not in plan_words().items or token.pos_ not in {"VERB", "AUX"}:
            continue
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        document = _document_of(subject) if subject is not None else None
        if document is None:
            continue
        points = tuple(PlanItem(text, issue_of(text)) for text in _points(token, document))
        if points:
            return document, points
    return None, ()


def _document_of(subject: Token) -> Token | None:
    """The plan that a subject is, or whose demands it is ("key demands outlined in the plan")."""
    if is_document(subject) and subject.lemma_.lower() not in plan_words().plain:
        return subject
    if subject.lemma_.lower() not in _LISTS:
        return None
    inside = (t for t in subject.subtree if t != subject and is_document(t))
    return next((t for t in inside if t.lemma_.lower() not in plan_words().plain), None)


def _points(verb: Token, document: Token) -> Iterator[str]:
    for child in verb.children:
        if child.i <= verb.i:
            continue
        if child.dep_ in {"dobj", "ccomp", "xcomp"}:
            yield from _joined(child)
        elif child.dep_ == "prep" and child.lower_ in {"for", "out"}:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield from _joined(inner)
    # behind the first comma the parser may take the other points for appositions of the plan
    for child in document.children:
        if child.dep_ == "appos" and child.i > verb.i:
            yield from _joined(child)


def _joined(head: Token) -> Iterator[str]:
    """A point and those that are joined to it, one by one."""
    last = head
    for _ in range(_MOST):
        # the parser takes the second of several points for an apposition of the first
        following = next((c for c in last.children if c.i > last.i and c.dep_ in {"conj", "appos"}), None)
        end = following.left_edge.i if following is not None else last.right_edge.i + 1
        words = " ".join(last.doc[last.left_edge.i : end].text.split()).strip(" ,;.")
        for link in (", and", " and", ", or", ","):
            words = words.removesuffix(link)
        if words:
            yield words
        if following is None:
            return
        last = following


def items_of_lists(context: Context) -> Iterator[tuple[Sentence, Token, list[Passage]]]:
    """Find lists whose lead says that they are the points of a document: its last sentence, the document, its items."""
    by_lead: dict[int, list[Passage]] = {}
    for passage in context.passages:
        if passage.block.kind == "item" and passage.block.lead is not None and passage.sentences:
            by_lead.setdefault(passage.block.lead, []).append(passage)
    for passage in context.passages:
        items = by_lead.get(passage.number)
        if not items or not passage.sentences:
            continue
        lead = passage.sentences[-1]
        document = next((t for t in lead.span if is_document(t) and t.lemma_.lower() not in plan_words().plain), None)
        if document is not None and plan_words().leads.search(lead.text):
            yield lead, document, items[:_MOST]

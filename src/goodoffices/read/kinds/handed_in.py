"""Handed in: what a paper, a list or a petition is on that a side submits, circulates or hands over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import offset_of, sentence_of
from .claims import Claim
from .holders import holders_of_clause
from .issues import issues_in
from .negation import is_negated
from .pair import main_sides

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_handed_in"]

_HANDING = frozenset({"submit", "present", "circulate", "hand", "file", "lodge", "deliver", "distribute", "produce"})
_ASKING = frozenset({"list", "petition", "memorandum", "catalogue", "complaint", "bill", "motion", "resolution", "letter"})
"""Papers that ask for what they are on."""
_OFFERING = frozenset({"paper", "draft", "plan", "proposal", "map", "text", "non-paper", "formula", "scheme", "timetable"})
_PLAIN = 0.9
"""Weight from which on the words behind the paper name its issue."""
_UNREAL = frozenset({"if", "unless", "whether", "would", "could", "may", "might", "should", "must", "until", "before"})


def find_handed_in(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the papers of one parsed block are on that a side hands in ("submitted a paper on the return").

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.pos_ != "VERB" or token.lemma_ not in _HANDING or is_negated(token):
            continue
        paper = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
        if paper is None or paper.lemma_.lower() not in _ASKING | _OFFERING:
            continue
        if any(c.lower_ in _UNREAL for c in token.children) or any(c.dep_ == "poss" for c in paper.children):
            continue
        yield from _made(context, token, paper)


def _made(context: Context, verb: Token, paper: Token) -> Iterator[Claim]:
    sentence = sentence_of(verb)
    behind = [c for c in paper.children if c.i > paper.i and c.dep_ in {"prep", "acl", "relcl"}]
    right = max((c.right_edge.i for c in behind), default=paper.i)
    start, end = offset_of(paper.doc[paper.left_edge.i]), offset_of(paper.doc[right]) + len(paper.doc[right])
    issue, weight = next(iter(issues_in(context.report.text[start:end]).items()), ("", 0.0))
    stance: Stance = "demands" if paper.lemma_.lower() in _ASKING else "offers"
    for party in holders_of_clause(context, verb) if weight >= _PLAIN else ():
        if party in main_sides(context) and not sentence.text.rstrip().endswith("?"):
            yield Claim(party, stance, start, min(end, sentence.end), issue, sentence, "a paper handed in")

"""Imperatives: what a party tells others to do, in its own words ("Lift the sieges", "Let people vote")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import offset_of, sentence_of
from .author import authors_of
from .claims import Claim
from .frames import frames
from .holders import speakers_of
from .issues import issues_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_imperatives"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_THINGS = frozenset({"dobj", "ccomp", "xcomp", "dative"})
_NEGATED = frozenset({"not", "n't", "never"})
_OPENING = "\"'“‘ -"


def find_imperatives(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the words of the parties in one parsed block bid others do.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.tag_ in {"VB", "VBP"} and token.dep_ in {"ROOT", "ccomp", "conj", "xcomp"} and _is_bidding(token):
            yield from _bidden(context, token)


def _is_bidding(verb: Token) -> bool:
    """Does it open its sentence or its quotation, with no subject and nothing before it but "do not"?"""
    if any(c.dep_ in _SUBJECTS for c in verb.children) and verb.lemma_.lower() != "let":
        return False
    if verb.lemma_.lower() in frames().no_bidding or not any(c.dep_ in _THINGS and c.i > verb.i for c in verb.children):
        return False  # "Release first" bids nobody do anything
    helpers = [c for c in verb.children if c.dep_ in {"aux", "neg", "mark"} and c.i < verb.i]
    if any(c.lower_ not in _NEGATED | {"do"} for c in helpers):
        return False
    first = min((c.i for c in helpers), default=verb.i)
    before = verb.doc[first - 1].text if first else ""
    return first == verb.sent.start or before in {'"', "“", ":", ";"}


def _bidden(context: Context, verb: Token) -> Iterator[Claim]:
    sentence = sentence_of(verb)
    start, right = offset_of(verb), verb.doc[verb.right_edge.i]
    end = min(offset_of(right) + len(right), sentence.end)
    stop = context.report.text.find('"', start, end)
    end = stop if stop > 0 else end
    issue = next(iter(issues_in(context.report.text[start:end])), None)
    parties = speakers_of(context, verb) if issue is not None else ()
    if parties == authors_of(context):
        return  # a statement bids its readers this and that
    negated = any(c.lower_ in _NEGATED for c in verb.children)
    for party in parties:
        yield Claim(
            party, "rejects" if negated else "demands", start, end, issue or "other", sentence, "what is bidden"
        )

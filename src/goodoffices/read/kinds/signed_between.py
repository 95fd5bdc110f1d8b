"""Signed between: an agreement that is told to have been signed "between" two sides, both have accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import sentence_of
from .claims import Claim, claim_issue
from .concluded import CONCLUDED
from .frames import frames
from .holders import actors_of_phrase
from .issues import issues_in
from .negation import is_negated
from .readings import extent
from .together import joint_parties

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_signed_between"]

_SIGNED_BY = frozenset({"sign", "seal", "conclude", "ink"})
_OTHER = frozenset({"separate", "another", "earlier", "previous", "similar", "comparable", "older", "former", "no"})
"""Words for an accord of other talks, or for none."""
_UNREAL = frozenset(
    {"if", "unless", "whether", "until", "before", "once", "when", "after", "as", "nearly", "almost", "partly", "yet"}
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAIR = 2


def find_signed_between(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the sides of one parsed block have accepted between whom an accord was signed.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.tag_ == "VBN" and token.lemma_ in _SIGNED_BY:
            yield from _signed_between(context, token)


def _is_of_another_year(context: Context, verb: Token) -> bool:
    """Was it signed in a year before the report's?"""
    published = context.report.published
    below = [t for c in verb.children if c.i > verb.i and c.dep_ in {"prep", "npadvmod"} for t in c.subtree]
    years = [int(t.text) for t in below if _YEAR.fullmatch(t.text)]
    return bool(years) and published is not None and max(years) < published.year


def _signed_between(context: Context, verb: Token) -> Iterator[Claim]:
    """ "An agreement between Chad and the Front was signed on Monday": those two have accepted it."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass", "mark", "advmod"}}
    accord = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if accord is None or accord.lemma_.lower() not in frames().accords or not words & {"was", "were", "been"}:
        return
    unreal = words & _UNREAL or any(c.tag_ == "MD" for c in verb.children) or is_negated(verb)
    if unreal or verb.dep_ not in {"ROOT", "conj", "ccomp"} or _is_of_another_year(context, verb):
        return
    sentence = sentence_of(verb)
    inside = [t for t in (*accord.subtree, *verb.children) if t.lower_ == "between" and t.dep_ == "prep"]
    agents = [t for c in inside for t in c.children if t.dep_ == "pobj"]
    if any(c.lower_ in _OTHER for c in accord.children):
        return  # "a separate agreement between Congo and Rwanda": of other talks
    named = dict.fromkeys(
        context.roster.party(a) for t in agents for a in (actors_of_phrase(context, t) or joint_parties(context, t))
    )
    if len(named) < _PAIR or sentence.text.rstrip().endswith("?"):
        return
    start, end = extent(accord)
    words_of = context.report.text[start:end]
    issue = (claim_issue(words_of, sentence) if issues_in(words_of) else None) or "process"
    for party in named:
        yield Claim(party, "accepts", start, end, issue, sentence, CONCLUDED)

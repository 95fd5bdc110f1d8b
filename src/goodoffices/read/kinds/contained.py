"""Positions that documents, hinges and unclear stances show: "the plan includes", "conditional on", "ambiguous"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import offset_of, sentence_of
from .claims import Claim
from .frames import frames
from .holders import holders_of_clause, owner_of_document, speakers_of
from .readings import Reading, claims_of_reading, extent

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["contained_in", "hinged_on", "left_unclear"]


def contained_in(context: Context, verb: Token) -> Iterator[Claim]:
    """What a plan or a list of demands includes is what its author demands."""
    if verb.lemma_ not in frames().contain:
        return
    subject = _listing_subject(verb)
    if subject is None or subject.lemma_.lower() not in frames().lists | {"plan", "proposal", "draft"}:
        return
    # "key demands outlined in the plan include": the plan stands beside the demands, not under them
    documents = (t for t in subject.head.subtree if t.i < verb.i and t.lemma_.lower() in frames().documents)
    owners = owner_of_document(context, subject) or next(
        filter(None, (owner_of_document(context, t) for t in documents)), ()
    )
    parties = tuple(context.roster.party(a) for a in owners)
    items = list(_items(verb))
    for number, item in enumerate(items):
        span = _extent_before(item, items[number + 1 :])
        yield from claims_of_reading(context, verb, parties, Reading("demands", "what a plan includes", span))


def _listing_subject(verb: Token) -> Token | None:
    """The subject of "include", also where the parser takes the participle behind it for a clause of its own."""
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is not None and own.i < verb.i:
        return own
    clauses = (c for c in verb.children if c.dep_ in {"ccomp", "csubj"} and c.i < verb.i and c.tag_ == "VBN")
    return next((g for c in clauses for g in c.children if g.dep_ in {"nsubj", "nsubjpass"}), own)


def _items(verb: Token) -> Iterator[Token]:
    tops = [c for c in verb.children if c.i > verb.i and c.dep_ in {"dobj", "ccomp", "xcomp", "prep", "pcomp"}]
    for top in tops:
        yield top
        yield from (t for t in top.subtree if t.dep_ == "conj" and t.tag_ == "VBG" and t.head in {top, *top.children})


def _extent_before(item: Token, later: list[Token]) -> tuple[int, int]:
    """Offsets of one item of a list, without those that follow it."""
    words = [t for t in item.subtree if not any(t.i == o.i or o.is_ancestor(t) for o in later if o.i > item.i)]
    return offset_of(words[0]), offset_of(words[-1]) + len(words[-1])


def hinged_on(context: Context, adjective: Token) -> Iterator[Claim]:
    """ "made any exchange conditional on proof", "the extension is contingent on an end to kidnapping"."""
    behind = adjective.nbor(1).lower_ if adjective.i + 1 < len(adjective.doc) else ""
    if adjective.pos_ != "ADJ" and behind not in {"on", "upon", "to"}:
        return  # "a contingent of its own", "the CAPSAT contingent": soldiers
    verb = adjective.head
    if adjective.dep_ == "amod" and adjective.i > verb.i:  # "made the release of prisoners dependent on a truce"
        while verb.dep_ in {"pobj", "prep", "dobj"}:
            verb = verb.head
    parties = holders_of_clause(context, verb) if verb.pos_ in {"VERB", "AUX"} else ()
    parties = parties or speakers_of(context, adjective)
    first = min((c.left_edge.i for c in verb.children if c.dep_ in {"dobj", "ccomp"}), default=adjective.i)
    start = min(offset_of(adjective.doc[first]), offset_of(adjective))
    span = (start, sentence_of(adjective).end)
    yield from claims_of_reading(
        context, adjective, parties, Reading("conditional", f"adjective {adjective.lemma_!r}", span)
    )


def left_unclear(context: Context, noun: Token) -> Iterator[Claim]:
    """ "Moscow's position remains ambiguous": neither silent nor opposed."""
    owner = next((c for c in noun.children if c.dep_ == "poss" and context.roster.at(c)), None)
    above = {c.lower_ for c in noun.head.children if c.dep_ in {"acomp", "oprd", "attr"}}
    if owner is not None and (above | {c.lower_ for c in noun.children}) & frames().unclear:
        parties = context.roster.parties_at(owner)
        yield from claims_of_reading(
            context, noun, parties, Reading("ambiguous", f"unclear {noun.lemma_!r}", extent(noun))
        )

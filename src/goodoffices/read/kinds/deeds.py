"""Deeds: what a party announces or is to do for the talks it offers ("announced a truce", "is to free five men")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import offset_of, sentence_of
from .claims import Claim
from .conditions import condition_in
from .frames import frames
from .holders import holders_of, holders_of_clause
from .issues import issues_in
from .negation import is_negated
from .stances import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_deeds"]

_PLAIN = 0.9
"""Weight from which on a phrase names an issue by itself."""
_AHEAD = frozenset({"be", "intend", "plan", "mean"})
_DUE = frozenset({"up", "for", "time", "incumbent"})
"""Words behind "is" by which it says what is due, and not what will be done."""
_UNREAL = frozenset({"if", "unless", "whether", "until", "before", "once", "when", "after", "may", "might", "could"})


def find_deeds(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the parties of one parsed block announce, or are to do, that meets the other side.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if (
            token.pos_ != "VERB"
            or is_negated(token)
            or any(c.lower_ in _UNREAL and c.dep_ != "prep" for c in token.children)
        ):
            continue
        lemma = token.lemma_.lower()
        if lemma in frames().announcing:
            yield from _announced(context, token)
        elif lemma in frames().concede:
            yield from _to_be_done(context, token)


def _announced(context: Context, verb: Token) -> Iterator[Claim]:
    """ "The front announced a ceasefire of three months"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    by = [c for c in verb.children if c.dep_ == "agent"] if verb.dep_ == "acl" else []
    if by:  # "the pause announced by the front"
        thing = verb.head
    if thing is None or thing.lemma_.lower() not in frames().announced:
        return
    parties = holders_of(context, Cue(verb, "offers", (), "verb")) if by else holders_of_clause(context, verb)
    yield from _made(context, verb, thing, parties if len(parties) == 1 else ())


def _to_be_done(context: Context, verb: Token) -> Iterator[Claim]:
    """ "Israel is to free five detainees": of a single party, on no condition."""
    bound = verb.dep_ == "xcomp" and verb.head.lemma_ in _AHEAD and any(c.tag_ == "TO" for c in verb.children)
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    sentence = sentence_of(verb)
    free = condition_in(context.report.text, sentence.start, sentence.end) is None
    if bound and verb.head.nbor(1).lower_ in _DUE:
        return  # "it was up to the army to free them"
    if not bound or passive or not free or is_negated(verb.head) or sentence.text.rstrip().endswith("?"):
        return
    parties = holders_of_clause(context, verb)
    yield from _made(context, verb, verb, parties if len(parties) == 1 else (), "accepts")


def _made(
    context: Context, verb: Token, thing: Token, parties: tuple[str, ...], stance: Stance = "offers"
) -> Iterator[Claim]:
    sentence = sentence_of(verb)
    left, right = thing.doc[thing.left_edge.i], thing.doc[thing.right_edge.i]
    start, end = max(offset_of(left), sentence.start), min(offset_of(right) + len(right), sentence.end)
    issue, weight = next(iter(issues_in(context.report.text[start:end]).items()), ("", 0.0))
    for party in parties if weight >= _PLAIN else ():
        yield Claim(party, stance, start, end, issue, sentence, "what is announced")

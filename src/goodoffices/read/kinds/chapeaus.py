"""Chapeaus: items that open with a verb whose subject stands in their lead ("The ministers: (a) agreed that ...")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import Passage, offset_of
from .accord_terms import ACCORD
from .claims import Claim, claim_issue
from .frames import frames
from .pair import main_sides
from .stances import Cue, cues_in
from .subjects import actors_of_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["items_with_verbs"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_ALL = frozenset({"the", "these", "all"})
_OPENING = 3
"""Words of an item at most before its verb ("further", "also", "have")."""


def items_with_verbs(context: Context, passage: Passage, lead: Passage) -> Iterator[Claim]:
    """Find the positions of an item that has its verb and not its subject.

    Args:
        context: The report.
        passage: The item.
        lead: What leads it in, which names whose it is.
    """
    cues = [cue for cue in cues_in(passage.doc) if cue.part == "verb" and _is_open(cue.token)]
    parties = _named_last(context, lead) if cues else ()
    for cue in cues:
        joint = len(parties) > 1
        stance: Stance = "accepts" if cue.stance == "offers" and joint else cue.stance
        basis = ACCORD if joint and stance == "accepts" else f"verb {cue.token.lemma_!r}"
        for start, end in _spans(cue, passage.block.end):
            words = context.report.text[start:end]
            issue = claim_issue(words, passage.sentences[0])
            for party in parties if issue is not None else ():
                yield Claim(party, stance, start, end, issue or "other", passage.sentences[0], basis)


def _is_open(verb: Token) -> bool:
    """Does a verb open its item, or is it joined to one that does, without a subject of its own?"""
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in {"VERB", "AUX"}:
        top = top.head
    chain = (verb, top)
    opens = top.dep_ == "ROOT" and top.i <= _OPENING
    return opens and not any(c.dep_ in _SUBJECTS and c.i < token.i for token in chain for c in token.children)


def _named_last(context: Context, lead: Passage) -> tuple[str, ...]:
    """The parties that the last words of a lead name: the noun before the colon, or the subject of its verb."""
    if not lead.sentences:
        return ()
    root = lead.sentences[-1].span.root
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), root)
    actors = actors_of_subject(context, subject) or (main_sides(context) if _means_all(subject) else ())
    return tuple(dict.fromkeys(context.roster.party(actor) for actor in actors))


def _means_all(noun: Token) -> bool:
    """ "The leaders:" of a communique: those who met, all of them."""
    known = frames().joint | frames().joint_pairs
    words = {c.lower_ for c in noun.children if c.dep_ in {"det", "predet", "nummod", "amod", "poss"}}
    return noun.tag_ in {"NNS", "NNPS"} and noun.lemma_.lower() in known and words <= _ALL and bool(words)


def _spans(cue: Cue, last: int) -> Iterator[tuple[int, int]]:
    """Offsets of each thing that the cue is about."""
    for thing in cue.objects:
        left, right = thing.doc[thing.left_edge.i], thing.doc[thing.right_edge.i]
        yield offset_of(left), min(offset_of(right) + len(right), last)

"""Positions: who wants, offers, accepts or rejects what, on which issue, on what condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import PositionContent, Stance, Statement

from ..document import offset_of, sentence_of
from .claims import Claim, claim_issue
from .conditions import condition_in
from .holders import holders_of
from .lists import find_lists
from .modals import find_modals
from .stances import Cue, cues_in, frames

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..context import Context

__all__ = ["find_positions"]


_TRAILING = re.compile(r"(?:,|;| and| or| but)+$")
_NEAR_CHARS = 60
"""How far from what is wanted a word of no compromise still belongs to it."""


def find_positions(context: Context) -> Iterator[Statement]:
    """Find the positions that the prose and the lists of a report give."""
    seen: set[tuple[str, str, str, int]] = set()
    for claim in _all_claims(context):
        key = (claim.party, claim.issue, claim.stance, claim.sentence.number)
        if key not in seen:
            seen.add(key)
            yield _statement(context, claim)


def _all_claims(context: Context) -> Iterator[Claim]:
    for passage in context.passages:
        if passage.block.kind != "heading":
            yield from _cued(context, passage.doc)
            yield from find_modals(context, passage.doc)
    yield from find_lists(context)


def _cued(context: Context, doc: Doc) -> Iterator[Claim]:
    cues = list(cues_in(doc))
    tokens = {cue.token.i for cue in cues}
    for cue in cues:
        if cue.token.dep_ == "xcomp" and cue.token.head.i in tokens:
            continue  # "offered to recognise": the first verb tells the stance
        sentence = sentence_of(cue.token)
        parties = (
            () if _is_background(context, cue) or sentence.text.rstrip().endswith("?") else holders_of(context, cue)
        )
        for start, end in _object_spans(cue) if parties else ():
            issue = claim_issue(context.report.text[start:end], sentence, context.text_before(sentence))
            for party in parties if issue is not None else ():
                yield Claim(
                    party, cue.stance, start, end, issue or "other", sentence, f"{cue.part} {cue.token.lemma_!r}"
                )


def _is_background(context: Context, cue: Cue) -> bool:
    """Is the cue no stance here: an attribute, a hypothetical?"""
    token = cue.token
    if token.dep_ in {"amod", "compound"} and cue.part == "verb":
        return True
    if any(c.dep_ == "mark" and c.lower_ in {"whether", "if", "unless"} for c in token.children):
        return True
    at = offset_of(token)
    if any(above.lemma_ in frames().deny for above in token.ancestors):
        return True  # "denied reports that it had dropped its demand"
    sentence = sentence_of(token)
    condition = condition_in(context.report.text, sentence.start, sentence.end)
    return condition is not None and condition.start <= at < condition.end


def _object_spans(cue: Cue) -> Iterator[tuple[int, int]]:
    """Offsets of each thing that the cue is about; joined things one by one."""
    for obj in cue.objects:
        later = [other for other in cue.objects if other.i > obj.i]
        inside = [t for t in obj.subtree if not any(t.i == o.i or o.is_ancestor(t) for o in later)]
        first, last = min(inside, key=lambda t: t.i), max(inside, key=lambda t: t.i)
        yield offset_of(first), offset_of(last) + len(last)


def _statement(context: Context, claim: Claim) -> Statement:
    sentence, text = claim.sentence, context.report.text
    weak = claim.stance == "rejects"  # "no salaries before the guns are silent"
    condition = condition_in(text, claim.start, sentence.end, weak=weak)
    condition = condition or condition_in(text, sentence.start, claim.start)
    stance: Stance = claim.stance
    if condition is not None and stance in {"accepts", "offers"}:
        stance = "conditional"
    near = (max(sentence.start, claim.start - _NEAR_CHARS), min(sentence.end, claim.end + _NEAR_CHARS))
    speakers = context.said_by(claim.start, claim.end)
    return context.state(
        PositionContent(
            party=claim.party,
            issue=claim.issue,
            stance=stance,
            text=_TRAILING.sub("", " ".join(text[claim.start : claim.end].split())),
            firm=frames().firm.search(text, near[0], near[1]) is not None
            and stance in {"rejects", "demands", "accepts"},
            condition=condition.text if condition else None,
        ),
        sentence.evidence(),
        said_by=speakers[0] if speakers else None,
        when=context.time_in(sentence.start, sentence.end),
        basis=claim.basis,
    )

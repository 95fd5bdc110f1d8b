"""Positions: who wants, offers, accepts or rejects what, on which issue, on what condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import PositionContent, Stance, Statement

from ..document import Sentence, offset_of, sentence_of
from .conditions import Condition, condition_in
from .holders import holders_of
from .issues import issue_of, issues_in
from .stances import Cue, cues_in, frames

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_positions"]

_NOT_HERE = frozenset({"heading"})
_STATES: frozenset[str] = frozenset({"state", "group", "organisation", "person"})


class Claim(msgspec.Struct, frozen=True, eq=False):
    """What one cue comes to, before it is written down."""

    party: str
    stance: Stance
    start: int
    end: int
    issue: str
    sentence: Sentence
    basis: str


def find_positions(context: Context) -> Iterator[Statement]:
    """Find the positions that the prose of a report gives, cue by cue."""
    seen: set[tuple[str, str, str, int]] = set()
    for passage in context.passages:
        if passage.block.kind in _NOT_HERE:
            continue
        for cue in cues_in(passage.doc):
            for claim in _claims(context, cue):
                key = (claim.party, claim.issue, claim.stance, claim.sentence.number)
                if key not in seen:
                    seen.add(key)
                    yield _statement(context, claim)


def _claims(context: Context, cue: Cue) -> Iterator[Claim]:
    parties = [p for p in holders_of(context, cue) if context.roster.actors[p].kind in _STATES]
    if not parties or _is_background(cue):
        return
    sentence = sentence_of(cue.token)
    for start, end in _object_spans(cue):
        text = context.report.text[start:end]
        issue = _issue(context, text, sentence)
        if issue is None:
            continue
        for party in parties:
            yield Claim(party, cue.stance, start, end, issue, sentence, f"{cue.part} {cue.token.lemma_!r}")


def _is_background(cue: Cue) -> bool:
    """Is the cue no stance here: a question, a hypothetical, or a purpose of someone else?"""
    token = cue.token
    if token.dep_ in {"amod", "compound"} and cue.part == "verb":
        return True
    return any(c.dep_ == "mark" and c.lower_ in {"whether", "if", "unless"} for c in token.children)


def _object_spans(cue: Cue) -> Iterator[tuple[int, int]]:
    """Offsets of each thing that the cue is about; joined things one by one."""
    for obj in cue.objects:
        inside = [t for t in obj.subtree if not any(_below(t, other) for other in cue.objects if other is not obj and other.i > obj.i)]
        first, last = min(inside, key=lambda t: t.i), max(inside, key=lambda t: t.i)
        yield offset_of(first), offset_of(last) + len(last)


def _below(token: Token, top: Token) -> bool:
    return token.i == top.i or top.is_ancestor(token)


def _issue(context: Context, text: str, sentence: Sentence) -> str | None:
    found = issues_in(text)
    if found:
        return next(iter(found))
    return None if len(text.split()) > 1 and not text[:1].isalpha() else issue_of("", sentence.text, default="other")


def _statement(context: Context, claim: Claim) -> Statement:
    sentence = claim.sentence
    condition = _condition(context, claim)
    stance: Stance = claim.stance
    if condition is not None and stance in {"accepts", "offers"}:
        stance = "conditional"
    speakers = context.said_by(claim.start, claim.end)
    return context.state(
        PositionContent(
            party=claim.party,
            issue=claim.issue,
            stance=stance,
            text=_clause(context, claim),
            firm=frames().firm.search(sentence.text) is not None and stance in {"rejects", "demands", "accepts"},
            condition=condition.text if condition else None,
        ),
        sentence.evidence(),
        said_by=speakers[0] if speakers else None,
        when=context.time_in(sentence.start, sentence.end),
        basis=claim.basis,
    )


def _condition(context: Context, claim: Claim) -> Condition | None:
    text = context.report.text
    found = condition_in(text, claim.start, claim.sentence.end)
    return found or condition_in(text, claim.sentence.start, claim.start)


def _clause(context: Context, claim: Claim) -> str:
    return " ".join(context.report.text[claim.start : claim.end].split())

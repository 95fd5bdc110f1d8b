"""Positions: who wants, offers, accepts or rejects what, on which issue, on what condition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from goodoffices.record import UNSIDED, PositionContent, Stance, Statement

from .accord_terms import ACCORD, find_accord_terms
from .answers import ANSWER, WANTED, find_answers
from .broken_accords import find_broken_accords
from .broken_off import find_broken_off
from .claims import Claim
from .clefts import find_clefts
from .concluded import find_concluded
from .conduct import find_conduct
from .cued import find_cued
from .deeds import find_deeds
from .depending import condition_of
from .drafts import find_drafts
from .fragments import find_fragments
from .headed import by_label
from .idioms import find_idioms
from .imperatives import find_imperatives
from .kept_quiet import without_the_quiet
from .likely_issue import with_likely_issue
from .linked import find_links
from .lists import find_lists
from .modals import find_modals
from .opposed import find_opposed
from .pair import main_sides
from .parted import find_parted
from .permitted import find_permitted
from .pointing import with_pointed_issues
from .points import find_agreed_points
from .predicates import find_predicates
from .promised import find_announced
from .reactions import find_reactions
from .received import find_received
from .signed_between import find_signed_between
from .stances import frames
from .terms import TERM, find_threats, terms_of
from .timing import time_beside
from .told_in_full import without_the_bare
from .undertakings import find_undertakings
from .verdicts import find_verdicts

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["find_positions"]


_TRAILING = re.compile(r"(?:,|;| and| or| but)+$")
_RESEARCH = re.compile(r"\b(?:Research|Institute|University|Studies|Observatory|Think Tank)\b")
_BY_CUE = ("verb", "noun", "adjective", "a set phrase")
"""How the basis of a claim begins that rests on a word of stance."""
_STUDIES = re.compile(
    r"\b(?:researcher|analyst|academic|professor|scholar|historian|expert|commentator|columnist|journalist|economist|"
    r"political scientist|lecturer|author|fellow|observer)s?\b",
    re.IGNORECASE,
)
"""Who speaks of the talks and for nobody in them."""
_NEAR_CHARS = 60
"""How far from what is wanted a word of no compromise still belongs to it."""


def find_positions(context: Context) -> Iterator[Statement]:
    """Find the positions that the prose and the lists of a report give."""
    seen: set[tuple[str, str, str, int]] = set()
    pointed = with_pointed_issues(context, _all_claims(context))
    claims = [by_label(context, with_likely_issue(context, claim)) for claim in pointed]
    claims = without_the_bare(context, without_the_quiet(context, claims))
    told = {(c.party, c.stance, c.sentence.start) for c in claims if c.basis != ANSWER}
    named = {claim.sentence.number for claim in claims if claim.basis == WANTED}
    claims = [c for c in claims if c.basis == WANTED or c.sentence.number not in named]
    for claim in [*claims, *_terms(context, claims)]:
        if claim.basis == ANSWER and any(
            (claim.party, claim.stance, start) in told for start in (claim.sentence.start, *_starts(context, claim))
        ):
            continue  # "No. We cannot accept ...": the sentence behind says it in full
        if _RESEARCH.search(context.roster.actors[claim.party].name):
            continue  # who studies the talks wants nothing of them
        alone = _is_of_one_alone(context, claim)
        if alone and (not claim.basis.startswith(_BY_CUE) or _STUDIES.search(claim.sentence.text)):
            continue
        key = (claim.party, claim.issue, claim.stance, claim.sentence.number)
        if key not in seen:
            seen.add(key)
            yield _statement(context, claim, f"{claim.basis}; {UNSIDED}" if alone else claim.basis)


def _is_of_one_alone(context: Context, claim: Claim) -> bool:
    """Is it of a person of no side, for whom another report must tell? Alone he holds no position.

    But in a conversation with him, and where he is one of the two that talk.
    """
    person = context.roster.actors[claim.party].kind == "person"
    return person and claim.sentence.block.speaker is None and claim.party not in main_sides(context)


def _terms(context: Context, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What the claims are made to depend on, as demands."""
    for claim in claims:
        if claim.basis == ACCORD:
            continue  # both have accepted it with its conditions
        weak = claim.stance in {"rejects", "demands", "conditional"}
        condition = condition_of(context, claim, _bounds(context.report.text, claim), weak=weak)
        if condition is not None:
            yield from (with_likely_issue(context, term) for term in terms_of(context, claim, condition))


def _starts(context: Context, claim: Claim) -> Iterator[int]:
    """Where the sentence behind the first of a claim begins, if the claim reaches into it."""
    following = context.sentences[claim.sentence.number + 1 : claim.sentence.number + 2]
    yield from (s.start for s in following if s.start < claim.end)


def _all_claims(context: Context) -> Iterator[Claim]:
    for passage in context.passages:
        if passage.block.kind != "heading":
            yield from find_cued(context, passage.doc)
            yield from find_modals(context, passage.doc)
            yield from find_predicates(context, passage.doc)
            yield from find_conduct(context, passage.doc)
            yield from find_reactions(context, passage.doc)
            yield from find_threats(context, passage.doc)
            yield from find_undertakings(context, passage.doc)
            yield from find_idioms(context, passage.doc)
            yield from find_links(context, passage.doc)
            yield from find_clefts(context, passage.doc)
            yield from find_deeds(context, passage.doc)
            yield from find_broken_off(context, passage.doc)
            yield from find_broken_accords(context, passage.doc)
            yield from find_parted(context, passage.doc)
            yield from find_announced(context, passage.doc)
            yield from find_drafts(context, passage.doc)
            yield from find_imperatives(context, passage.doc)
            yield from find_concluded(context, passage.doc)
            yield from find_signed_between(context, passage.doc)
            yield from find_permitted(context, passage.doc)
            yield from find_received(context, passage.doc)
            yield from find_verdicts(context, passage.doc)
    yield from find_fragments(context)
    yield from find_lists(context)
    yield from find_opposed(context)
    yield from find_agreed_points(context)
    yield from find_accord_terms(context)
    yield from find_answers(context)


def _bounds(text: str, claim: Claim) -> tuple[int, int]:
    """Offsets of the part of the sentence, between semicolons, that a claim stands in."""
    sentence = claim.sentence
    before = text.rfind(";", sentence.start, claim.start)
    behind = text.find(";", claim.end, sentence.end)
    return (sentence.start if before < 0 else before + 1), (sentence.end if behind < 0 else behind)


def _statement(context: Context, claim: Claim, basis: str) -> Statement:
    sentence, text = claim.sentence, context.report.text
    weak = claim.stance == "rejects"  # "no salaries before the guns are silent"
    bound = claim.basis not in {TERM, ACCORD}
    condition = condition_of(context, claim, _bounds(text, claim), weak=weak) if bound else None
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
        when=time_beside(context, sentence, claim.start, claim.end),
        basis=basis,
    )

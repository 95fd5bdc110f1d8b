"""Positions: who wants, offers, accepts or rejects what, on which issue, on what condition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from goodoffices.record import PositionContent, Stance, Statement

from ..document import Sentence, offset_of, sentence_of
from .answers import ANSWER, WANTED, find_answers
from .claims import Claim, claim_issue
from .conditions import Condition, condition_in
from .conduct import find_conduct
from .holders import holders_of
from .idioms import find_idioms
from .interview import question_before
from .issues import issues_in
from .lists import find_lists
from .modals import find_modals
from .pointing import points_back, with_pointed_issues
from .predicates import find_predicates
from .reactions import find_reactions
from .stances import Cue, cues_in, frames, is_negated
from .terms import TERM, find_threats, term_of
from .undertakings import find_undertakings

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_positions"]


_TRAILING = re.compile(r"(?:,|;| and| or| but)+$")
_SUPPOSED = frozenset({"whether", "if", "unless", "until", "before", "once"})
"""Words that open a clause of what is not, or not yet."""
_ASKING = frozenset({"whether", "if"})
_NEAR_CHARS = 60
"""How far from what is wanted a word of no compromise still belongs to it."""


def find_positions(context: Context) -> Iterator[Statement]:
    """Find the positions that the prose and the lists of a report give."""
    seen: set[tuple[str, str, str, int]] = set()
    claims = list(with_pointed_issues(_all_claims(context), context.report.text))
    told = {(c.party, c.stance, c.sentence.start) for c in claims if c.basis != ANSWER}
    named = {claim.sentence.number for claim in claims if claim.basis == WANTED}
    claims = [c for c in claims if c.basis == WANTED or c.sentence.number not in named]
    for claim in [*claims, *_terms(context, claims)]:
        if claim.basis == ANSWER and any(
            (claim.party, claim.stance, start) in told for start in (claim.sentence.start, *_starts(context, claim))
        ):
            continue  # "No. We cannot accept ...": the sentence behind says it in full
        if context.roster.actors[claim.party].kind == "person" and claim.sentence.block.speaker is None:
            continue  # who speaks for no side holds no position, but in a conversation with him
        key = (claim.party, claim.issue, claim.stance, claim.sentence.number)
        if key not in seen:
            seen.add(key)
            yield _statement(context, claim)


def _terms(context: Context, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What the claims are made to depend on, as demands."""
    for claim in claims:
        condition = _condition(context.report.text, claim, weak=claim.stance in {"rejects", "demands", "conditional"})
        term = term_of(context, claim, condition) if condition is not None else None
        if term is not None:
            yield term


def _condition(text: str, claim: Claim, *, weak: bool) -> Condition | None:
    """On what a claim depends, in its part of the sentence; with `weak` also by words that may tell but the time."""
    first, last = _bounds(text, claim)
    return condition_in(text, claim.start, last, weak=weak) or condition_in(text, first, claim.start)


def _starts(context: Context, claim: Claim) -> Iterator[int]:
    """Where the sentence behind the first of a claim begins, if the claim reaches into it."""
    following = context.sentences[claim.sentence.number + 1 : claim.sentence.number + 2]
    yield from (s.start for s in following if s.start < claim.end)


def _all_claims(context: Context) -> Iterator[Claim]:
    for passage in context.passages:
        if passage.block.kind != "heading":
            yield from _cued(context, passage.doc)
            yield from find_modals(context, passage.doc)
            yield from find_predicates(context, passage.doc)
            yield from find_conduct(context, passage.doc)
            yield from find_reactions(context, passage.doc)
            yield from find_threats(context, passage.doc)
            yield from find_undertakings(context, passage.doc)
            yield from find_idioms(context, passage.doc)
    yield from find_lists(context)
    yield from find_answers(context)


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
        for start, end in _spans(context, cue, sentence) if parties else ():
            issue = None if _is_joint_failure(cue, parties) else _issue(context, cue, (start, end), sentence)
            if issue is None and points_back(context.report.text[start:end]):
                issue = ""  # what was wanted before tells it
            for party in parties if issue is not None else ():
                basis = f"{cue.part} {cue.token.lemma_!r}"
                yield Claim(party, cue.stance, start, end, issue or "", sentence, basis)


def _is_background(context: Context, cue: Cue) -> bool:
    """Is the cue no stance here: an attribute, a hypothetical?"""
    token = cue.token
    if token.dep_ in {"amod", "compound"} and cue.part == "verb":
        return True
    supposed = any(c.dep_ == "mark" and c.lower_ in _SUPPOSED for c in token.children)
    former = token.dep_ == "xcomp" and token.head.lower_ == "used"  # "who used to want a federation"
    if supposed or former or _is_idle(context, cue):
        return True
    at = offset_of(token)
    if any(above.lemma_ in frames().deny for above in _governors(token)):
        return True  # "denied reports that it had dropped its demand"
    if cue.part == "verb" and any(c.dep_ == "aux" and c.lower_ in {"may", "might"} for c in token.children):
        return True
    sentence = sentence_of(token)
    condition = condition_in(context.report.text, sentence.start, sentence.end)
    return condition is not None and condition.start <= at < condition.end


def _is_vague(thing: Token) -> bool:
    """ "little", "most things", "everything else": no matter of its own."""
    return thing.lemma_.lower() in frames().vague and not any(
        c.dep_ in {"relcl", "prep", "acl"} for c in thing.children
    )


def _is_joint_failure(cue: Cue, parties: tuple[str, ...]) -> bool:
    """ "The parties failed to agree": how the talks went, and no stance of each."""
    above = cue.token.head
    failed = cue.token.dep_ == "xcomp" and above.lemma_ in {"fail", "have"}
    failed = failed or (cue.part == "noun" and cue.token.dep_ == "dobj" and is_negated(above))
    failed = failed or (cue.token.dep_ == "pcomp" and above.lower_ == "without")
    return failed and len(parties) > 1 and cue.token.lemma_ in frames().together


def _is_idle(context: Context, cue: Cue) -> bool:
    """Does the cue say nothing of a matter: "agreed to disagree", "agree on little", "met to explore ways out"?"""
    children = tuple(cue.token.children)
    if cue.stance == "accepts" and any(o.lemma_ in frames().differ or _is_vague(o) for o in cue.objects):
        return True
    if cue.token.lemma_ in frames().tentative and any(c.tag_ == "TO" for c in children):
        return True
    if cue.token.lemma_ == "expect" and not any(_is_of_someone(context, o) for o in cue.objects):
        return True  # "expects the summit to take place": a forecast
    if cue.stance == "demands" and all(o.lemma_ == "time" for o in cue.objects):
        return bool(cue.objects)  # "needs more time to study it": left open
    if cue.token.lemma_ == "ask" and any(
        c.dep_ == "mark" and c.lower_ in _ASKING for o in cue.objects for c in o.children
    ):
        return True  # "asked whether he would attend"
    with_it = {c.lower_ for c in children if c.dep_ in {"aux", "nsubj"}}
    return cue.token.lemma_ == "ask" and {"will", "i"} <= with_it  # "I will ask the parties to speak"


def _is_of_someone(context: Context, clause: Token) -> bool:
    """Is it an actor of whom a clause says what it is to do, or is there nobody of whom it could?"""
    subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is None or bool(context.roster.at(subject)) or subject.pos_ == "PRON"


def _governors(token: Token) -> Iterator[Token]:
    """The words above a word, without those that it is only joined to."""
    while token.head != token:
        joined = token.dep_ == "conj"
        token = token.head
        if not joined:
            yield token


def _issue(context: Context, cue: Cue, span: tuple[int, int], sentence: Sentence) -> str | None:
    """The issue of what a cue is about; leaving the talks is a matter of the talks, leaving a town no stance."""
    text, before = context.report.text, context.text_before(sentence)
    if not cue.objects:  # "the airport should open for aid; the rebels are opposed"
        told = text[sentence.start : offset_of(cue.token)]
        return next(iter(issues_in(told) or issues_in(before)), None)
    if cue.part == "verb" and cue.token.lemma_ in frames().leave:
        return "process" if any(obj.lemma_.lower() in frames().forums for obj in cue.objects) else None
    words = text[span[0] : span[1]]
    if not issues_in(words) and cue.token.dep_ == "relcl":  # "the coastal road, which both had promised to open"
        head = cue.token.head
        words = text[offset_of(head.doc[head.left_edge.i]) : span[1]]
    issue = claim_issue(words, sentence, before, question_before(context, sentence))
    chosen = any(_is_person(context, obj) or _is_chosen(cue, obj) for obj in cue.objects)
    return issue or ("process" if chosen else None)


def _is_chosen(cue: Cue, thing: Token) -> bool:
    """Is it a place or a body that is preferred or refused ("would prefer Geneva")? That too is of the talks."""
    return thing.pos_ == "PROPN" and cue.token.lemma_.lower() in frames().choosing


def _is_person(context: Context, thing: Token) -> bool:
    """Is it a person who is wanted or refused ("agreed to Sir Jerry")? Who takes part is a matter of the talks."""
    return thing.pos_ in {"PROPN", "PRON"} and any(
        context.roster.actors[actor].kind == "person" for actor in context.roster.at(thing)
    )


def _spans(context: Context, cue: Cue, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Offsets of each thing that the cue is about; joined things one by one."""
    if not cue.objects:
        yield offset_of(cue.token), sentence.end
    for obj in cue.objects:
        if len(cue.objects) > 1 and _is_addressed(context, cue, obj):
            continue
        later = [other for other in cue.objects if other.i > obj.i]
        inside = [t for t in obj.subtree if not any(t.i == o.i or o.is_ancestor(t) for o in later)]
        first, last = min(inside, key=lambda t: t.i), max(inside, key=lambda t: t.i)
        yield offset_of(first), offset_of(last) + len(last)


def _is_addressed(context: Context, cue: Cue, obj: Token) -> bool:
    """Is it the one of whom something is asked ("asked the United Nations for observers")?"""
    others = any(o.head != obj and o.dep_ != "conj" for o in cue.objects if o.i > obj.i)
    asked = cue.stance == "demands" and others
    clause = any(o.dep_ in {"xcomp", "ccomp"} for o in cue.objects if o.i > obj.i)
    if asked and obj.dep_ == "dobj" and clause and cue.token.lemma_ in frames().addressing:
        return True  # "asked the Secretary-General to send observers"
    return asked and obj.dep_ in {"dobj", "dative", "pobj"} and bool(context.roster.at(obj))


def _bounds(text: str, claim: Claim) -> tuple[int, int]:
    """Offsets of the part of the sentence, between semicolons, that a claim stands in."""
    sentence = claim.sentence
    before = text.rfind(";", sentence.start, claim.start)
    behind = text.find(";", claim.end, sentence.end)
    return (sentence.start if before < 0 else before + 1), (sentence.end if behind < 0 else behind)


def _statement(context: Context, claim: Claim) -> Statement:
    sentence, text = claim.sentence, context.report.text
    weak = claim.stance == "rejects"  # "no salaries before the guns are silent"
    condition = _condition(text, claim, weak=weak) if claim.basis != TERM else None
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

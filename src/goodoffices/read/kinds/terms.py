"""Terms: what a party makes its yes depend on is a demand of its own, and a threat shows what it is against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import offset_of, sentence_of
from .claims import Claim
from .conditions import Condition
from .frames import frames
from .holders import holders_of_clause
from .issues import issues_in
from .negation import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["TERM", "find_threats", "terms_of"]

TERM = "what it depends on"
"""Basis of a demand that stands in a condition."""
_TELLING = 0.3
"""Weight from which on the words of a condition name an issue, and where its cue may only tell what may happen."""
_PLAIN = 0.9
_LOOSE = frozenset({"if", "as soon as"})
_TIMED = frozenset({"only when", "only once", "only after", "but only when", "but only once", "but only after", "once"})
"""Of these what is told of the same matter as what depends on it is the order of things, and no demand of its own."""
_REFUSED = re.compile(r"\b(?:not|no|never|none|nothing|cannot|refus\w+)\b|n['’]t\b", re.IGNORECASE)
"""What makes of a thing to come before another a refusal until then ("will not sit ... before")."""
_JOINT = re.compile(r",? and (?=\w)|, (?=\w)")
_GETTING = frozenset({"get", "receive", "obtain", "gain"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def terms_of(context: Context, claim: Claim, condition: Condition) -> Iterator[Claim]:
    """The demands that a condition holds: "will sign only if the prisoners are freed and the siege is lifted".

    Args:
        context: The report.
        claim: What depends on it.
        condition: The condition.

    Yields:
        The demands; none where the condition asks nothing of others, or only that they agree.
    """
    if claim.stance == "demands" and condition.cue in frames().terms_own:
        withheld = _withheld(context, claim, condition)
        yield from [withheld] if withheld is not None else []
        return
    cue = condition.cue.removeprefix("but ").removeprefix("not ")  # "not before the authorities are in place"
    words_before = context.report.text[claim.start : condition.start]
    refused = claim.stance == "rejects" or (claim.stance == "conditional" and _REFUSED.search(words_before) is not None)
    asks = cue in frames().terms_any or (refused and cue in frames().terms_refusing and _is_awaited(context, condition))
    start = condition.start + len(condition.cue)
    if (
        not asks
        or claim.stance in {"demands", "ambiguous"}
        or not _is_of_others(context, claim, (start, condition.end))
    ):
        return
    timed = cue in _TIMED or (cue.endswith("long as") and not refused)
    seen = {claim.issue} if cue in _LOOSE or timed else set()
    least = _PLAIN if condition.cue in _LOOSE else _TELLING
    whole = ((start, condition.end),)  # "without a warrant, torture and ...": the first thing alone
    parts = whole if cue == "without" else _parts(context.report.text, start, condition.end)
    for first, last in parts:
        words = context.report.text[first:last]
        found = next((issue for issue, weight in issues_in(words).items() if weight >= least), None)
        if found is not None and found not in seen:
            seen.add(found)
            yield Claim(claim.party, "demands", first, last, found, claim.sentence, TERM)


def _is_awaited(context: Context, condition: Condition) -> bool:
    """Does it say what must be done first? Not "before independence", nor "arrests without a warrant"."""
    tokens = context.tokens_in(condition.start, condition.end)
    if not tokens or tokens[0].lower_ != "without":
        return any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in tokens)
    return tokens[0].head.pos_ in {"VERB", "AUX"}


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The joined parts of a condition: "Israel had withdrawn, ceased its raids and freed the prisoners"."""
    at = start
    for joint in (*_JOINT.finditer(text, start, end), None):
        yield at, (joint.start() if joint is not None else end)
        at = joint.end() if joint is not None else end


def _withheld(context: Context, claim: Claim, condition: Condition) -> Claim | None:
    """ "Demands their departure before it withdraws from Sirte": what it will do itself hangs on what it demands."""
    start = condition.start + len(condition.cue)
    issue = next(iter(issues_in(context.report.text[start : condition.end])), None)
    tokens = context.tokens_in(start, condition.end)
    verb = next((t for t in tokens if t.dep_ in {"advcl", "pcomp"} and t.pos_ in {"VERB", "AUX"}), None)
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None) if verb is not None else None
    own = subject is not None and claim.party in context.roster.parties_at(subject)
    if issue is None or not own:
        return None
    return Claim(claim.party, "conditional", start, condition.end, issue, claim.sentence, TERM)


def _is_of_others(context: Context, claim: Claim, span: tuple[int, int]) -> bool:
    """Must someone else do it? Not the party itself, and it must be more than their consent."""
    tokens = context.tokens_in(*span)
    verb = next((t for t in tokens if t.dep_ in {"advcl", "pcomp", "ccomp", "acl"} and t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return True
    if verb.lemma_.lower() in frames().consenting or any(c.lower_ == "there" for c in verb.children):
        return False
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if verb.lemma_.lower() in _GETTING and not any(c.dep_ == "auxpass" for c in verb.children):
        return True  # "only if it gets another 800 troops": others must give them
    return subject is None or claim.party not in context.roster.parties_at(subject)


def find_threats(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the threats of one parsed block are meant to bring about or to prevent.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_.lower() in frames().threaten and not is_negated(token):
            yield from _threat(context, token)


def _threat(context: Context, verb: Token) -> Iterator[Claim]:
    """ "threatened to walk out if the vote is put off": against that; "unless the vote is held": for it."""
    parties = holders_of_clause(context, verb)
    clause = next((t for t in verb.subtree if t.dep_ == "advcl" and _mark(t) in {"if", "unless"}), None)
    if clause is None or not parties:
        return
    left, right = clause.doc[clause.left_edge.i], clause.doc[clause.right_edge.i]
    start, end = offset_of(left), offset_of(right) + len(right)
    wanted = (_mark(clause) == "unless") != is_negated(clause)
    stance: Stance = "demands" if wanted else "rejects"
    issue = next(iter(issues_in(context.report.text[start:end])), None)
    for party in parties if issue is not None else ():
        yield Claim(party, stance, start, end, issue or "other", sentence_of(verb), "what a threat is for")


def _mark(clause: Token) -> str:
    return next((c.lower_ for c in clause.children if c.dep_ == "mark"), "")

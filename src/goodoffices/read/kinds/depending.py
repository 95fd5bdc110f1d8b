"""Depending: which condition of a sentence a position hangs on, and which belongs to another clause of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .conditions import Condition, conditions_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from ..context import Context
    from .claims import Claim

__all__ = ["condition_of", "is_apart"]

_GIVEN = frozenset({"accepts", "offers"})
_TRADED = ("in exchange for", "in return for")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_VERBS = frozenset({"VERB", "AUX"})
_WOULD = re.compile(r"\b(?:would|could|might|may|can|only|['’]d)\b", re.IGNORECASE)
"""Words by which a trade is still a condition ("would withdraw in return for")."""


def condition_of(context: Context, claim: Claim, bounds: tuple[int, int], *, weak: bool) -> Condition | None:
    """Find the condition that a claim hangs on.

    Args:
        context: The report.
        claim: What may depend on something.
        bounds: Offsets of the part of its sentence that it stands in.
        weak: Take words for a condition that may tell but the time.

    Returns:
        The first one behind where the claim begins, else the first before; None where there is none of its own.
    """
    text = context.report.text
    behind = conditions_in(text, claim.start, bounds[1], weak=weak)
    return _own(context, claim, behind) or _own(context, claim, conditions_in(text, bounds[0], claim.start))


def _own(context: Context, claim: Claim, conditions: Iterable[Condition]) -> Condition | None:
    for condition in conditions:
        if not _is_length_or_price(context, claim, condition) and not _is_anothers(context, claim, condition):
            return condition
    return None


def _is_length_or_price(context: Context, claim: Claim, condition: Condition) -> bool:
    """ "Agreed to hold fire until May", "offered a treaty in exchange for a port": for how long, and for what."""
    if claim.stance not in _GIVEN:
        return False
    if condition.cue == "until":
        return True
    before = context.report.text[claim.sentence.start : condition.start]
    return condition.cue in _TRADED and _WOULD.search(before) is None


def _is_anothers(context: Context, claim: Claim, condition: Condition) -> bool:
    """Does a condition stand in a clause of the sentence that is another's, or that only says what a thing is for?

    "Italy offered ships, and France would join if asked"; "welcomed the deal, which takes effect once it is signed".
    """
    anchor = _anchor(context.tokens_in(claim.start, claim.end))
    return anchor is not None and is_apart(context, anchor, condition, before=condition.start < claim.start)


def is_apart(context: Context, anchor: Token, condition: Condition, *, before: bool = False) -> bool:
    """Does a condition belong to another clause than a word does?

    Args:
        context: The report.
        anchor: The head of what may hang on it.
        condition: A condition of the same sentence.
        before: Whether the condition stands before all of what may hang on it.
    """
    words = context.tokens_in(condition.start, condition.end)
    if not words or words[0].doc is not anchor.doc:
        return False
    first = words[0]
    if _is_of_another_thing(first, anchor):
        return True
    if before:
        verb = _verb_above(first, words[-1].i)
        return verb is not None and verb.i < first.i and not _governs(verb, anchor)
    here = {anchor.i, *(t.i for t in anchor.ancestors)}
    return any(_opens_another(token, first) for token in _up_to(first, here))


def _is_of_another_thing(first: Token, anchor: Token) -> bool:
    """ "Offered money and said that success depends on the rebels": what depends is named, and is not the money."""
    thing = (
        next((c for c in first.children if c.dep_ == "nsubj" and c.i < first.i), None) if first.pos_ == "VERB" else None
    )
    named = thing is not None and thing.pos_ in {"NOUN", "PROPN"}
    return named and anchor != first and not first.is_ancestor(anchor)


def _anchor(tokens: Sequence[Token]) -> Token | None:
    """The word of a stretch on which the others hang."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if not t.is_punct and t.head.i not in inside), None) or next(iter(tokens), None)


def _up_to(token: Token, here: Collection[int]) -> Iterator[Token]:
    """A word and those above it, up to where what it may belong to begins."""
    while token.i not in here:
        yield token
        if token.head == token:
            return
        token = token.head


def _opens_another(token: Token, first: Token) -> bool:
    """Does a word head a clause of its own that begins before the first word of a condition?"""
    before = [c for c in token.children if c.i < first.i]
    if token.dep_ == "conj" and token.pos_ in _VERBS:
        return any(c.dep_ in _SUBJECTS for c in before) or _is_set_off(token, first)
    if token.dep_ == "relcl":
        return _is_told_by_the_way(token)
    return token.dep_ in {"advcl", "acl"} and any(c.tag_ == "TO" for c in before)


def _is_set_off(verb: Token, first: Token) -> bool:
    """Does a comma part a joined verb from what stands before, and none the condition from the verb?"""
    joint = next((c for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i), None)
    parted = joint is not None and joint.i > 0 and joint.nbor(-1).lower_ == ","
    return parted and first.i > 0 and first.nbor(-1).lower_ != ","


def _verb_above(first: Token, last: int) -> Token | None:
    """The verb outside a condition that it hangs on."""
    return next((t for t in first.ancestors if t.pos_ in _VERBS and not first.i <= t.i <= last), None)


def _governs(verb: Token, anchor: Token) -> bool:
    """Is a word under a verb, and in no clause with a subject of its own that is only joined to it?"""
    for token in (anchor, *anchor.ancestors):
        if token == verb:
            return True
        if token.dep_ == "conj" and token.pos_ in _VERBS and any(c.dep_ in _SUBJECTS for c in token.children):
            return False
        if token.dep_ == "relcl" and _is_told_by_the_way(token):
            return False
    return False


def _is_told_by_the_way(clause: Token) -> bool:
    """ "..., which both pledged to sign": a relative clause behind a comma."""
    opening = clause.doc[clause.left_edge.i : clause.left_edge.i + 2]
    return (
        any(t.tag_ in {"WDT", "WP"} for t in opening)
        and clause.left_edge.i > 0
        and clause.left_edge.nbor(-1).lower_ == ","
    )

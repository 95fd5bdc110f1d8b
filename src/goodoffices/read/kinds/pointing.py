"""Pointing: what "it", "this" and "the demand" are about is what was wanted, offered or refused just before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from .issues import issues_in
from .referents import GENERAL

if TYPE_CHECKING:
    from ..context import Context
    from .claims import Claim

__all__ = ["points_back", "with_pointed_issues"]

_POINTER = re.compile(
    r"(?:to |of |with |on )?(?:it|this|that|them|these|those|so|both|either|neither|"
    r"(?:any|all|none|one) of (?:this|it|them|these)|it all|the lot|the whole (?:lot|thing|package)|"
    rf"(?:this|that|such an?|any such|no such|the same) (?:{GENERAL})s?|"
    r"(?:the|this|that|these|those|such an?|any such|the same|its|their|his|her) "
    r"(?:idea|proposal|demand|offer|suggestion|request|condition|move|initiative|latter|former|step|steps|call|claim|"
    r"clause|reversal|decision|concession|formula|mechanism|arrangement|point|points|demands|conditions|reading|view|"
    r"change|measure|bid|body|mission|council|committee|bill|scheme|force|freedom))"
    r"(?: (?:altogether|outright|too|as well|in principle|flatly))?(?:,? [\"“][^\"”]*[\"”])?[.,;\"”]*",
    re.IGNORECASE,
)
_TELLING = 0.4
"""Weight from which on words name the issue that is pointed to."""
_LATEST = 4
"""Claims back that one which points back is held against."""
_FAR = 2
"""Sentences back beyond which nothing is pointed at any more."""


def points_back(words: str) -> bool:
    """Do the words of what is wanted only point to what was told before?"""
    return _POINTER.fullmatch(words.strip()) is not None


def with_pointed_issues(context: Context, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give claims that only point back the issue of the claim before them, or of what is told before.

    Args:
        context: The report.
        claims: Its claims; an empty issue stands where the words around tell of none.

    Yields:
        The claims in the order of the text; those without any issue are left out.
    """
    told: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.start, c.end)):
        spoken = claim.sentence.block.speaker is not None  # an answer points to its question
        points = not spoken and points_back(context.report.text[claim.start : claim.end])
        near = reversed(told[-_LATEST:]) if points else ()
        meant = next((earlier for earlier in near if _is_meant(context, earlier, claim)), None)
        if meant is not None:
            yield msgspec.structs.replace(claim, issue=meant.issue)
        elif claim.issue:
            yield claim
            told.append(claim)
        elif points and (issue := _told_before(context, claim)) is not None:
            yield msgspec.structs.replace(claim, issue=issue)


def _is_meant(context: Context, last: Claim, claim: Claim) -> bool:
    """Does a claim point to the one before it, and not to a nearer thing that its own sentence names before?"""
    if claim.sentence.number - last.sentence.number > _FAR:
        return False
    if last.party == claim.party and not claim.basis.startswith("noun"):  # "dropped the demand"
        return False
    ahead = context.report.text[claim.sentence.start : claim.start]
    own = last.sentence is not claim.sentence and claim.issue != ""
    return not own or max(issues_in(ahead).values(), default=0.0) < _TELLING


def _told_before(context: Context, claim: Claim) -> str | None:
    """The issue that the sentences before tell; of the paragraph before, its last sentence alone."""
    number = claim.sentence.number
    before = [s for s in context.sentences[max(0, number - _FAR) : number] if s.block.kind != "heading"]
    near = [s for s in before if s.block is claim.sentence.block or s.number == number - 1]
    weighed = (issues_in(s.text) for s in reversed(near))
    return next((next(iter(found)) for found in weighed if max(found.values(), default=0.0) >= _TELLING), None)

"""Pointing: what "it", "this" and "the demand" are about is what was wanted, offered or refused just before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from .claims import Claim

__all__ = ["points_back", "with_pointed_issues"]

_POINTER = re.compile(
    r"(?:to |of |with |on )?(?:it|this|that|them|these|those|so|both|either|neither|any of this|all of this|"
    r"(?:the|this|that|these|those|such an?|any such|the same|its|their|his|her) "
    r"(?:idea|proposal|demand|offer|suggestion|request|condition|move|initiative|latter|former|step|steps|call|claim|"
    r"clause|reversal|decision|concession|formula|mechanism|arrangement|point|points|demands|conditions|reading|view|change|measure|bid|body|mission|council|committee|bill|scheme|force|freedom))"
    r"(?: (?:altogether|outright|too|as well|in principle|flatly))?[.,;]?",
    re.IGNORECASE,
)
_FAR = 2
"""Sentences back beyond which nothing is pointed at any more."""


def points_back(words: str) -> bool:
    """Do the words of what is wanted only point to what was told before?"""
    return _POINTER.fullmatch(words.strip()) is not None


def with_pointed_issues(claims: Iterable[Claim], text: str) -> Iterator[Claim]:
    """Give claims that only point back the issue of the claim before them.

    Args:
        claims: Claims of one report; an empty issue stands where the words around tell of none.
        text: The report's text.

    Yields:
        The claims in the order of the text; those without any issue are left out.
    """
    last: Claim | None = None
    for claim in sorted(claims, key=lambda c: (c.start, c.end)):
        spoken = claim.sentence.block.speaker is not None  # an answer points to its question
        points = not spoken and points_back(text[claim.start : claim.end])
        near = last is not None and claim.sentence.number - last.sentence.number <= _FAR
        other = last is not None and (
            last.party != claim.party or claim.basis.startswith("noun")
        )  # "dropped the demand"
        if points and near and last is not None and other:
            yield msgspec.structs.replace(claim, issue=last.issue)
        elif claim.issue:
            yield claim
            last = claim

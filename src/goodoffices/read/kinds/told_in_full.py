"""Told in full: what says no more of a party than the rest of a report does, a bare signing or an open mind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .claims import Claim

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["without_the_bare"]

_SIGNED = "verb 'sign'"
_UNDERTAKEN = "what is undertaken"
_SET_PHRASE = "a set phrase"
_NAMES = re.compile(r"\b(?:names?|signatures?|initials|pens?|seals?)\b", re.IGNORECASE)
"""What is put to a paper ("put its name to the text")."""


def without_the_bare(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Leave out what says no more of a party than what the report tells of it besides.

    "Kenya and Chad signed an accord on Monday. Both agreed to free all prisoners": the second is the position, and the
    first tells of the ceremony; where nothing else tells what was accepted, the signing stands for it. In the same way
    who takes a position in a report is not of an open mind for having made no comment on something. What two are to
    do about the talks themselves ("are to meet in May") is their course.

    Args:
        context: The report.
        claims: All that was found in it.
    """
    matters = {claim.party for claim in claims if claim.stance == "accepts" and claim.issue not in {"process", ""}}
    decided = {claim.party for claim in claims if claim.stance != "ambiguous"}
    joint = _held_together(claims)
    kept = []
    for claim in claims:
        if claim.stance == "ambiguous" and (claim.party in decided or (claim.start, claim.end) in joint):
            continue
        of_talks = claim.issue == "process" and claim.stance == "accepts"
        if of_talks and (claim.basis == _UNDERTAKEN or (claim.party in matters and _is_bare(context, claim))):
            continue
        kept.append(claim)
    return kept


def _held_together(claims: Sequence[Claim]) -> set[tuple[int, int]]:
    """Where two or more are said to be of no clear mind: that they are at odds, which is how the talks stand."""
    holders: dict[tuple[int, int], set[str]] = {}
    for claim in claims:
        if claim.stance == "ambiguous":
            holders.setdefault((claim.start, claim.end), set()).add(claim.party)
    return {span for span, parties in holders.items() if len(parties) > 1}


def _is_bare(context: Context, claim: Claim) -> bool:
    """Does it only tell that a paper was signed?"""
    if claim.basis == _SET_PHRASE:
        return _NAMES.search(context.report.text, claim.start, claim.end) is not None
    return claim.basis == _SIGNED

"""Kept quiet: that a bystander says nothing, or that a side keeps the talks to itself, is no position of theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .claims import Claim
from .pair import main_sides

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["without_the_quiet"]

_SILENT = re.compile(
    r"\b(?:ke(?:ep|pt)\w* (?:\w+ ){0,2}(?:quiet|silent|mum|counsel|tight-lipped)|declin\w+ to|"
    r"(?:would|did|will|has|have|had)(?: not|n.t) (?:yet |so far )?"
    r"(?:say|be drawn|comment\w*|react\w*|pronounced|spoken|answer\w*|respond\w*|elaborate)|"
    r"(?:would|will) say only|avoid\w* (?:the|taking|any)|(?:stay|remain)\w* (?:silent|quiet|mum|tight-lipped)|"
    r"sa(?:id|ys?) (?:nothing|little)|silence)\b",
    re.IGNORECASE,
)
_OWN_COUNSEL = re.compile(
    r"\bke(?:ep|pt)\w*\b[^.;]*\b(?:to (?:it|them|him|her|our)sel(?:f|ves)|confidential|secret|private|under wraps|"
    r"(?:out of|from) the (?:public|press|papers|cameras|newspapers|media)|within (?:these|the) walls)\b|"
    r"\b(?:not|never) (?:to )?(?:be )?(?:disclos\w+|reveal\w*|publish\w*|ma[dk]e public|divulg\w+|leak\w*|talk)\b"
    r"(?![^.;]*\b(?:before|until|unless)\b)|\bremain (?:confidential|secret)\b|"
    r"^to (?:publish|disclose|reveal|divulge|release)\b",
    re.IGNORECASE,
)
_VOWED = re.compile(
    r"(?:verb '(?:agree|pledge|promise|undertake|vow|swear|decline|refuse|accept|commit)'|"
    r"what will (?:not be|stay|be)|what must be)"
)
"""On what a claim rests that tells how a side deals with the press; to ask for secrecy is a position on the talks."""
_TWO = 2
"""Sides that talks have at least; who stands beside them is a bystander."""
_VOWING = frozenset({"accepts", "offers", "rejects", "demands"})


def without_the_quiet(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Leave out the silence of those who are no side of the talks, and what a side does that readers learn nothing.

    Args:
        context: The report.
        claims: All that was found in it.
    """
    return [c for c in claims if not (_is_silence(context, c) or _is_discretion(context, c))]


def _is_silence(context: Context, claim: Claim) -> bool:
    """ "Norwegian officials kept quiet": of who has no seat in it."""
    sides = main_sides(context)
    if claim.stance != "ambiguous" or len(sides) < _TWO or claim.party in sides:
        return False
    return _SILENT.search(context.report.text, claim.sentence.start, claim.end) is not None


def _is_discretion(context: Context, claim: Claim) -> bool:
    """ "Pledged to keep the calendar to themselves", "declined to publish the sum"."""
    if claim.issue != "process" or claim.stance not in _VOWING or _VOWED.match(claim.basis) is None:
        return False
    return _OWN_COUNSEL.search(context.report.text[claim.start : claim.end]) is not None

"""A group's own withdrawal: what an armed group does with its own men is no matter of foreign forces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..context import Context
    from .claims import Claim

__all__ = ["withdraws_its_own"]

_OWN = frozenset({"accepts", "offers", "rejects", "conditional"})
"""Stances on what one does oneself; what is demanded is mostly another's to do."""
_WITHDRAWAL = re.compile(
    r"\b(?:withdr[ae]w\w*|redeploy\w*|retreat\w*|vacat(?:e|es|ing)|leav(?:e|es|ing)|"
    r"pull(?:s|ed|ing)?(?: [\w’'-]+){0,3} (?:out|back)|pull-?(?:out|back))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:foreign|international|alien|outside|occupi\w+|occupying|coalition|peacekeep\w+|blue helmets|mission|"
    r"contingents?|mercenar\w+|expeditionary)\b",
    re.IGNORECASE,
)


def withdraws_its_own(context: Context, claim: Claim) -> bool:
    """Does a claim tell of an armed group that leaves a place in its own country, or will not?

    Args:
        context: The report.
        claim: What was found; words of a nation or a state in it ("Turkish troops", "from Iraq") show that a border
            is crossed or that another's men are meant.
    """
    if claim.stance not in _OWN or context.roster.actors[claim.party].kind != "group":
        return False
    words = context.report.text[claim.start : claim.end]
    if _WITHDRAWAL.search(words) is None or _OTHERS.search(words) is not None:
        return False
    if any(context.roster.actors[actor].kind == "state" for actor in context.actors_in(claim.start, claim.end)):
        return False
    inside = context.tokens_in(claim.start, claim.end)
    return not any(token.ent_type_ == "NORP" and token.head.lower_ != "from" for token in inside)  # "from Kidal"

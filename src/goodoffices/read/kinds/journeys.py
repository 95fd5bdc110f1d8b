"""Journeys: going to where talks are held, being in one room, or more time for them, where no other matter is named."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["goes_to_talks"]

_PLACE = r"(?:the \w+ capital|(?:the )?[A-Z][\w’'-]+)"
_SPAN = r"(?:days?|weeks?|months?|hours?)"
_JOURNEY = re.compile(
    rf"\b(?:go|goes|travel|travels|come|comes|fly|flies|journey|drive)(?: \w+){{0,2}}? (?:to|for|on to) {_PLACE}|"
    r"\b(?:be|sit|stay|remain|appear|stand) (?:\w+ ){0,2}?"
    r"in (?:a|the|one|the same|any|that) (?:\w+ )?(?:room|hall|building|tent)\b|"
    r"\b(?:carry on|continue|resume|reconvene|gather|meet|meet again) (?:here |there )?(?:in|at) (?:the |an? |[A-Z])|"
    rf"^(?:an? )?(?:\w+ ){{1,2}}more {_SPAN}\W*$|"
    rf"^(?:an? |\w+ )?(?:\w+ )?{_SPAN} more\W*$"
)
_SERVING = re.compile(
    r"^(?:to )?(?:host(?:ing|s|ed)? (?:[\w’'-]+ ){0,4}?"
    r"(?:meetings?|talks|rounds?|sessions?|summits?|conferences?|negotiations|dialogue)\b|"
    r"(?:(?:preserve|keep|maintain|provide|open) )?(?:an? |the )?(?:lines?|channels?) of communication\b|"
    r"(?:show|display|demonstrate) (?:\w+ ){0,2}?flexibility\b)",
    re.IGNORECASE,
)
"""What a host or a go-between does for talks, whatever they are about."""
_ASKING = re.compile(r"\b(?:request|permission|access|right|leave|allow\w*|permit\w*) ", re.IGNORECASE)
"""Who must ask to go somewhere goes to no talks."""
_NAMED = 0.4
"""Weight from which on words name a matter, and not only a place."""


def goes_to_talks(words: str, found: Mapping[str, float]) -> bool:
    """Is what is wanted a journey to talks, more time for them, or what a host does for them?

    Args:
        words: What is wanted, in the report's words.
        found: The issues that they name, with their weights.
    """
    if _SERVING.search(words) is not None:
        return True
    if _JOURNEY.search(words) is None or _ASKING.search(words) is not None:
        return False
    return max((weight for issue, weight in found.items() if issue != "process"), default=0.0) < _NAMED

"""What looks like a denial and is none: somebody grants a thing, or turns down what another wanted."""

from __future__ import annotations

import re

__all__ = ["grants_or_refuses", "is_wish_refused"]

_REACH = 80
"""Characters behind a wish in which it is said what is to be done."""
_NOT_DENYING = re.compile(r"(?:\b(?:not|never|nobody|no one|hardly|cannot|without)|n't) (?:\w+ )?$", re.IGNORECASE)
"""Before a word of denial: who does not deny it grants it."""
_WANTED = re.compile(
    r"\b(?:demands?|proposals?|requests?|suggestions?|offers?|calls?|conditions?|ideas?|appeals?|pleas?|bids?|plans?|"
    r"invitations?|ultimatums?|overtures?|formulas?|compromises?|terms?|options?|steps?|moves?|bargains?|deals?),? "
    r"(?:that |which )?(?:[\w'’-]+ ){0,5}$",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(r"\b(?:reject|dismiss|rebuff|question|contest|refus)\w*$", re.IGNORECASE)
_TO_BE_DONE = re.compile(r"\b(?:be|should|could|might|would)\b", re.IGNORECASE)


def grants_or_refuses(text: str, cue: re.Match[str]) -> bool:
    """Does it say that nothing is denied, or that what was wanted is refused ("a demand that the army rejected")?"""
    if _NOT_DENYING.search(text, 0, cue.start()):
        return True
    return bool(_TURNED_DOWN.search(cue[0].split(" as ")[0]) and _WANTED.search(text, 0, _refusal_start(cue)))


def _refusal_start(cue: re.Match[str]) -> int:
    """Where the word of refusal stands in a cue ("that the army rejected")."""
    return cue.start() + max(cue[0].rfind(" "), 0) + 1


def is_wish_refused(text: str, held: re.Match[str]) -> bool:
    """Is what is turned down a thing that somebody wants ("dismissed a suggestion that troops be sent")?"""
    refused = re.match(r"reject|dismiss", held[0], re.IGNORECASE) and re.search(r"suggestion", held[0], re.IGNORECASE)
    return bool(refused) and _TO_BE_DONE.search(text, held.end(), held.end() + _REACH) is not None

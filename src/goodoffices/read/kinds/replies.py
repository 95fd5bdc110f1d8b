"""Replies: a sentence that answers the one before it in its own words, without a word such as "denies"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .dispute_words import Cut, pattern

__all__ = ["half_of", "replied"]

_HALF = re.compile(r"\bthe (first|former|second|latter|last)\b", re.IGNORECASE)
_NAMING = re.compile(r"(?P<who>[\w' -]{2,40}?) (?:calls?|called) (?:it|them|this|that|him|her) (?:an? |the )?\w")
_POINTING = frozenset({"it", "he", "she", "they"})
_OWN_WORDS = re.compile(
    r"[\"'](?:We|I|Our|My|It|That|This|There|They|Not|No|Nobody|Never|None)\b(?P<said>[^\"]{2,220}?)[\"'],? ?"
    r"(?P<who>[^\"]{2,80})"
)
_RETORTING = re.compile(
    r"\b(?:retort(?:s|ed)|rejoin(?:s|ed)|countered|counters|shot back|shoots back|hit back|hits back|protest(?:s|ed)|"
    r"replied|replies|answered|responded|snapped)\b"
)
_FURTHER = re.compile(
    r",? (?:and|but) (?:said|says|told|warned|warns|added|announced|vowed|called|demanded|urged|threatened)\b"
)
_NEVER = re.compile(r"\b(?:not|never|no|none|nobody|nothing)\b|n't\b", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:plac(?:es|ed)|put|puts|dat(?:es|ed)|locat(?:es|ed)|situat(?:es|ed)|mov(?:es|ed)) "
    r"(?:it|them|this|(?:the|that|their|this) (?:\w+ )?(?:meeting|encounter|talks|session|dinner|conversation|signing|"
    r"handover|attack|ambush|incident|clash(?:es)?|strike|raid|killings?|shooting|explosion|visit|exchange|call))"
    r" (?:in|at|on|near|outside|inside|to|(?:an?|one|two|three|\w+teen|several|\d+) (?:hours?|days?|weeks?|"
    r"\w+ later))\b"
)
_TELLER = re.compile(
    r"\b(?:sources?|aides?|officials?|diplomats?|witness(?:es)?|delegates?|spokes\w+|people|others|"
    r"another|one|account|version|report|agency|radio|newspapers?|ministry|office|army|rebels?)\b",
    re.IGNORECASE,
)
"""Who tells, where the subject of placing is nobody with a name."""
_HAPPENED = re.compile(
    r"\b(?:met|meet|meeting|talks|talked|session|dined|dinner|encounter|spoke|signed|attack\w*|ambush\w*|"
    r"incident|clash\w*|"
    r"struck|strikes?|raid\w*|killed|killings?|shot|shooting|explosion|visit\w*|exchang\w*|called|call)\b",
    re.IGNORECASE,
)


def replied(here: Cut, before: Sequence[Cut]) -> tuple[Cut, Cut] | None:
    """What was told before a sentence, and the sentence, where it tells it otherwise; None where it answers nothing.

    Args:
        here: The sentence.
        before: The sentences of its paragraph before it, the nearest last.
    """
    last = before[-1] if before else None
    if last is None or last.sentence.block is not here.sentence.block or last.text.rstrip("\"' )").endswith("?"):
        return None
    if _named_otherwise(last, here) or _placed_elsewhere(last, here):
        return last, here
    charge = next((told for told in reversed(before) if _is_charge(told, here)), None)
    return (_accusation(charge), here) if charge is not None and _says_no(here) else None


def half_of(told: Cut, denial: str) -> Cut | None:
    """The half of a sentence that a denial singles out ("denied the second half"); None where it does not.

    Args:
        told: The sentence.
        denial: The words of the denial.
    """
    joint, single = told.text.rfind(" and "), _HALF.search(denial)
    if joint < 0 or single is None:
        return None
    first = single[1].casefold() in {"first", "former"}
    return told.cut(0, joint) if first else told.cut(joint + len(" and "), len(told.text))


def _named_otherwise(last: Cut, here: Cut) -> bool:
    """ "The army calls them smugglers. We call it a violation."."""
    one, other = _NAMING.match(last.text), _NAMING.match(here.text)
    return one is not None and other is not None and other["who"].casefold() not in {one["who"].casefold(), *_POINTING}


def _placed_elsewhere(last: Cut, here: Cut) -> bool:
    """ "The two met in Gao, aides said. A diplomat placed the meeting in Kidal."."""
    placed = _PLACED.search(here.text)
    if placed is None or _HAPPENED.search(last.text) is None or pattern("intending").search(here.text):
        return False
    return _TELLER.search(here.text[: placed.start()]) is not None or bool(pattern("telling").search(last.text))


def _is_charge(told: Cut, here: Cut) -> bool:
    return told.sentence.block is here.sentence.block and pattern("claiming_strong").search(told.text) is not None


def _accusation(charge: Cut) -> Cut:
    """A charge without what the same voice says beside it ("accused the army of looting and said that ...")."""
    further = _FURTHER.search(charge.text)
    accused = pattern("claiming_strong").search(charge.text)
    return charge.cut(0, further.start()) if further and accused and accused.end() < further.start() else charge


def _says_no(here: Cut) -> bool:
    """Does who was charged say in his own words that it is not so: "We gave them nothing," he retorted?"""
    own = _OWN_WORDS.match(here.text)
    if own is None or _NEVER.search(own[0][: own.start("who") - own.start()]) is None:
        return False
    if pattern("intending").search(own["said"]):
        return False  # what he will not do is no account of what he has done
    return _RETORTING.search(own["who"]) is not None

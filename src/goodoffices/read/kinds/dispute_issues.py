"""What a dispute is about: the clause at stake tells it first, then the answer to it, then the words around."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from goodoffices.record.bloodshed import is_of_combat, issue_of_blow, issue_of_dead

from .dispute_words import Cut, disputing, pattern
from .issues import issues_in

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["issue_at_stake"]

_WIDE = frozenset({"process", "other"})
_OTHER_SIDE = 0.5
_AROUND = 0.2
"""How much the words around a dispute tell of it, beside 1 for the clause at stake."""
_POINTING_BACK = 0.6
"""How much the sentence before tells where the clause at stake points back to it ("most of them")."""
_COUNTED = 2.0
"""How much what is counted tells of a dispute over its number."""
_MATTER = 0.8
_VIOLENCE = 0.9
_PROCESS = 0.6
_OF_DEAD = frozenset({"humanitarian", "military-limits"})
"""What the words of a clash tell besides the truce."""
_MET = re.compile(
    r"\bden(?:y|ies|ied|ying) (?:that )?(?:(?:[\w'’-]+ ){0,5}?(?:ha[sd]|have|were|was|having|ever) )?(?:ever )?"
    r"(?:met|spoken|speaking|been in touch|(?:any |the |such |a )?(?:meeting|contacts?|talks|visit|encounter))\b"
    r"|\b(?:no such|was no|were no|never any) (?:\w+ )?(?:meeting|contacts?|talks|dinner|visit|encounter|handshake)\b"
    r"|\bnever met\b",
    re.IGNORECASE,
)
"""Denies that anybody met."""
_STALLED = re.compile(
    r"\b(?:obstruct\w*|delay\w*|stall\w*|drag\w* (?:its|their|his|her|out)|wast\w+ (?:\w+ ){0,3}?(?:time|days|weeks|"
    r"months|years)|block(?:ed|ing)|sabotag\w*|sink(?:ing)?|sank|scuttl\w*|torpedo\w*|"
    r"wreck\w*|derail\w*|undermin\w*|play\w* for time|foot-dragging|collapse\w*|breakdown|broke(?:n)? off|"
    r"walk\w* (?:out|away)|backed out|backing out|reneg\w*|postpon\w*|called (?:it )?off|cancel\w*|boycott\w*|"
    r"resist(?:ed|ing)|refus\w+ to (?:meet|come|attend|sit|talk)|stay\w* away|time-wasting|intransigen\w*)\b",
    re.IGNORECASE,
)
"""Says who holds the talks up."""
_AGREED = re.compile(
    r"\b(?:accept(?:s|ed|ing)?|agree[sd]?|agreeing|agreement|sign(?:s|ed|ing)?|initial(?:s|led)|promis(?:es?|ed)|"
    r"consent(?:s|ed)?|approv(?:es?|ed)|ask(?:s|ed|ing)?|answer(?:s|ed)?|repl(?:y|ies|ied)|consult(?:s|ed)?|told|"
    r"invit(?:es?|ed|ation)|cancel(?:led|s)?|called off|propos(?:es?|ed|al)|offer(?:s|ed)?|receiv(?:es?|ed)|sent)\b",
    re.IGNORECASE,
)
"""Tells of a step of the talks, whatever it is on."""

_FATE = re.compile(
    r"(?:['’]s?|\b(?:his|her|their|whose|the)) (?:fates?|whereabouts)\b"
    r"(?! of (?:the |this |that |its |their )?(?:accord|agreement|talks|negotiations|cease-?fire|truce|plan|deal|city|"
    r"region|province|territory|country|government|process|text|draft|zone|enclave|base|corridor|dam)\b)",
    re.IGNORECASE,
)
"""Tells what has become of somebody."""
_LEARNT = re.compile(
    r"\b(?:clarif\w+|disclos\w+|reveal\w*|establish\w*|uncover\w*|known?|knew|inform\w*|learn\w*|told|traced?|"
    r"account\w*|resolved|explain\w*|ascertain\w*|determin\w+)\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:prisoners?|detain\w+|captives?|hostages?|abduct\w+|kidnap\w*|missing persons?|disappeared|jailed|"
    r"imprison\w*)\b",
    re.IGNORECASE,
)


@functools.cache
def _pointing() -> re.Pattern[str]:
    return re.compile(r"\b(?:them|they|it|this|these|the other|each other|one another)\b", re.IGNORECASE)


@functools.cache
def _of_text() -> re.Pattern[str]:
    """What is counted is a part of a text, or a session."""
    return re.compile(rf"(?:\w+ )?(?:{'|'.join(disputing().parts)})\b", re.IGNORECASE)


@functools.cache
def _of_toll() -> re.Pattern[str]:
    """The dead are counted."""
    return re.compile(rf"\b(?:{'|'.join(disputing().toll)})\b", re.IGNORECASE)


@functools.cache
def _matters() -> dict[str, re.Pattern[str]]:
    return {
        issue: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for issue, words in disputing().matters.items()
    }


def issue_at_stake(context: Context, one: Cut, other: Cut, counted: str = "") -> str:
    """What a dispute is about: by the clause at stake, then the answer to it, then the words around.

    Args:
        context: The report.
        one: The clause at stake.
        other: The answer to it.
        counted: What the two count differently, which tells most; empty where they count nothing.
    """
    plain = _told_plainly(context, one, other, counted)
    if plain is not None:
        return plain
    votes = _votes(context, one, other, counted)
    if not votes:
        return "other"
    bare = not (_told_in(one.text).keys() | _told_in(other.text).keys()) - _WIDE
    if bare and _AGREED.search(one.text) and _AGREED.search(other.text):
        return "process"
    for issue in _WIDE & votes.keys():
        votes[issue] *= _PROCESS
    best = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))[0]
    blow = best == "ceasefire" and pattern("violence").search(f"{one.text} {other.text} {one.sentence.text}")
    if blow or (best in _OF_DEAD and is_of_combat(one.text) and pattern("accused").search(one.text)):
        return issue_of_blow(context.report.text)
    return best


def _told_plainly(context: Context, one: Cut, other: Cut, counted: str) -> str | None:
    """What is counted, or denied to have been, tells it alone; None where the words must be weighed."""
    if _of_text().match(counted):
        return "process"
    if _of_toll().search(f"{counted} {one.text} {other.text}" if counted else ""):
        return issue_of_dead(f"{one.text} {other.text} {one.sentence.text}", context.report.text)
    if _FATE.search(one.text) and _LEARNT.search(one.text) and _MISSED.search(context.report.text):
        return "detainees"
    stalled = _STALLED.search(one.text) and _STALLED.search(other.text)
    return "process" if not counted and (stalled or _MET.search(other.text)) else None


def _votes(context: Context, one: Cut, other: Cut, counted: str) -> dict[str, float]:
    votes: dict[str, float] = defaultdict(float)
    for issue, weight in _told_in(counted).items():
        votes[issue] += _COUNTED * weight
    around = context.text_before(one.sentence)
    if pattern("striking").search(one.text) and pattern("accused").search(f"{one.text} {other.text}"):
        votes["ceasefire"] += _VIOLENCE
    back = _POINTING_BACK if _pointing().search(one.text) else _AROUND
    for text, share in ((one.text, 1.0), (other.text, _OTHER_SIDE), (one.sentence.text, _AROUND), (around, back)):
        for issue, weight in _told_in(text).items():
            votes[issue] += share * weight
    return votes


def _told_in(text: str) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float, issues_in(text))
    for issue, words in _matters().items():
        if words.search(text):
            found[issue] += _MATTER
    if pattern("violence").search(text):
        found["ceasefire"] += _VIOLENCE
    return found

"""The patterns of disputes, parts of sentences, and what a dispute is about."""

from __future__ import annotations

import functools
import re
import tomllib
from collections import defaultdict
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record.bloodshed import is_of_combat, issue_of_blow, issue_of_dead

from ..pipeline import straighten
from .issues import issues_in

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context
    from ..document import Sentence

__all__ = ["Cut", "disputing", "issue_at_stake", "pattern"]

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
    r"(?:met|meeting|spoken|speaking|been in touch|(?:any |the |such |a )?(?:meeting|contacts?|talks|visit|encounter))\b"
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


class Disputing(msgspec.Struct, frozen=True):
    """The word lists by which disputes are read (`data/disputes.toml` says what each is for)."""

    claims: tuple[str, ...]
    denials: tuple[str, ...]
    embedded: tuple[str, ...]
    blaming: tuple[str, ...]
    blows: tuple[str, ...]
    claiming: tuple[str, ...]
    wanting: tuple[str, ...]
    refusing: tuple[str, ...]
    mutual: tuple[str, ...]
    accusing: tuple[str, ...]
    differing: tuple[str, ...]
    turning: tuple[str, ...]
    telling: tuple[str, ...]
    negating: tuple[str, ...]
    intending: tuple[str, ...]
    striking: tuple[str, ...]
    violence: tuple[str, ...]
    moving: tuple[str, ...]
    moving_plainly: tuple[str, ...]
    planning: tuple[str, ...]
    planning_surely: tuple[str, ...]
    dating_old: tuple[str, ...]
    dating_new: tuple[str, ...]
    accused: tuple[str, ...]
    parts: tuple[str, ...]
    toll: tuple[str, ...]
    matters: dict[str, tuple[str, ...]]
    figures: dict[str, tuple[str, ...]]


class Cut(msgspec.Struct, frozen=True, eq=False):
    """A part of a sentence, by offsets in its text."""

    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its characters, with straight quotes."""
        return straighten(self.sentence.text[self.start : self.end]).replace("\n", " ")

    @property
    def first(self) -> int:
        """Offset of its first character in the report's text."""
        return self.sentence.start + self.start

    @property
    def last(self) -> int:
        """Offset behind its last."""
        return self.sentence.start + self.end

    def cut(self, start: int, end: int) -> Cut:
        """A part of it, without the blanks and signs at its ends."""
        text = self.sentence.text[self.start + start : self.start + end]
        left = len(text) - len(text.lstrip(" ,;:\n"))
        return Cut(self.sentence, self.start + start + left, self.start + start + max(len(text.rstrip(" ,;:\n")), left))

    def token_at(self, at: int) -> Token | None:
        """The token that stands at an offset of its text."""
        return self.verb_in(at, at + 1)

    def verb_in(self, first: int, last: int) -> Token | None:
        """The first verb among the tokens between two offsets of its text, else the first token."""
        base = self.sentence.block.start
        low, high = self.first + first - base, self.first + last - base
        tokens = [t for t in self.sentence.span if t.idx < high and t.idx + len(t) > low]
        return next((t for t in tokens if t.pos_ in {"VERB", "AUX"}), tokens[0] if tokens else None)


@functools.cache
def disputing() -> Disputing:
    """The word lists."""
    text = resources.files(__package__).joinpath("data/disputes.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Disputing)


@functools.cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of one list; `claiming_strong` is the first entry of `claiming` alone."""
    lists = disputing()
    forms = lists.claiming[:1] if name == "claiming_strong" else getattr(lists, name)
    joined = "|".join(f"(?:{form})" for form in forms).replace("{claim}", f"(?:{'|'.join(lists.claims)})")
    if name in {"violence", "telling"}:
        joined = rf"\b(?:{joined})\b"
    return re.compile(joined, re.IGNORECASE)


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
    if _of_text().match(counted):
        return "process"
    if _of_toll().search(f"{counted} {one.text} {other.text}" if counted else ""):
        return issue_of_dead(f"{one.text} {other.text} {one.sentence.text}", context.report.text)
    if not counted and (_MET.search(other.text) or _STALLED.search(one.text) and _STALLED.search(other.text)):
        return "process"
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


def _told_in(text: str) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float, issues_in(text))
    for issue, words in _matters().items():
        if words.search(text):
            found[issue] += _MATTER
    if pattern("violence").search(text):
        found["ceasefire"] += _VIOLENCE
    return found

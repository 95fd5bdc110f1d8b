"""Things met: "met the demands", "met fierce resistance", where nobody meets anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["meets_a_thing"]

_FULFILLED = frozenset(
    {"demand", "condition", "requirement", "deadline", "target", "need", "obligation", "commitment", "criterion",
     "benchmark", "standard", "request", "expectation", "cost", "bill", "quota", "goal", "timetable", "term", "pledge"}
)  # fmt: skip
_SUFFERED = frozenset(
    {"resistance", "opposition", "objection", "hostility", "silence", "refusal", "scepticism", "skepticism", "fate",
     "death", "criticism", "obstacle", "difficulty", "setback", "challenge", "threat", "approval", "fire"}
)  # fmt: skip


def meets_a_thing(verb: Token) -> bool:
    """Is what the verb has for its object something that is fulfilled or suffered, and nobody?"""
    if verb.lemma_ != "meet":
        return False
    things = [c for c in verb.children if c.dep_ == "dobj"]
    return bool(things) and all(t.lemma_.lower() in _FULFILLED | _SUFFERED for t in things)

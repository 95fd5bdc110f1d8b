"""What becomes of a type where the event lies in the future, is owed, or is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Mood", "mood_of", "weighed"]


class Mood(msgspec.Struct, frozen=True):
    """How a verb is meant: to come, possible, owed (by its subject), denied."""

    future: bool = False
    possible: bool = False
    owed: bool = False
    denied: bool = False


def mood_of(verb: Token) -> Mood:
    """Read the mood from a verb's auxiliaries and from what governs it."""
    words = lexicon()
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}} | {
        c.lemma_.lower() for c in verb.children if c.dep_ == "aux"
    }
    governor = verb.head if verb.dep_ in {"xcomp", "ccomp"} and _infinitive(verb) else None
    future = bool(helpers & words.future)
    if governor is not None:
        adjectives = {c.lemma_.lower() for c in governor.children if c.dep_ in {"acomp", "attr"}}
        future |= bool(({governor.lemma_.lower()} | adjectives) & words.intent)
        future |= governor.lower_ == "going" or (governor.lemma_ == "be" and verb.dep_ == "xcomp")
    denied = any(c.dep_ == "neg" for c in verb.children) or _no_object(verb)
    if governor is not None and verb.dep_ == "xcomp":
        denied |= any(c.dep_ == "neg" for c in governor.children)
    return Mood(future, bool(helpers & words.possible), bool(helpers & words.duty), denied)


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _no_object(verb: Token) -> bool:
    return any(
        d.lower_ == "no"
        for c in verb.children
        if c.dep_ in {"dobj", "nsubjpass"}
        for d in c.children
        if d.dep_ == "det"
    )


def weighed(plover: str, mood: Mood) -> str | None:
    """The type that remains: what is to come is a promise or a threat, what is refused a rejection.

    Args:
        plover: The type of the cue.
        mood: How it is meant.

    Returns:
        A type, or None where nothing was done ("did not attack").
    """
    words = lexicon()
    ahead = mood.future or mood.possible
    if mood.denied:
        return _refused(plover, ahead=ahead, future=mood.future)
    if mood.owed and plover not in {"ACCUSE", "REJECT", "THREATEN"}:
        return "REQUEST"
    if ahead and plover in words.cooperative:
        return "AGREE"
    return "THREATEN" if ahead and plover in words.conflict else plover


def _refused(plover: str, *, ahead: bool, future: bool) -> str | None:
    """What is left of a type that is denied: "will not meet" is a refusal, "will not attack" a promise."""
    words = lexicon()
    if plover == "AGREE" or (plover in words.cooperative and ahead):
        return "REJECT"
    return "AGREE" if plover in words.conflict and future else None

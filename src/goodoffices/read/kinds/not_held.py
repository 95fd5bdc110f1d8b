"""Not held: words of stance under words that take them back, of what a court does, or that are part of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .frames import frames
from .negation import is_negated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from .stances import Cue

__all__ = ["is_not_held", "is_of_a_rejected_notion", "is_span_of_time"]

_NOTIONS = frozenset(
    {"notion", "idea", "suggestion", "claim", "view", "argument", "premise", "thought", "assumption", "contention"}
    | {"assertion", "proposition", "theory", "belief", "charge", "accusation", "allegation", "demand", "call", "appeal"}
    | {"proposal", "request", "condition", "insistence", "thesis", "impression", "recommendation", "principle"}
)
_SEEKING = frozenset({"seek", "want", "request", "demand", "pursue", "summon"})
_PURSUERS = re.compile(
    r"\b(?:court|tribunal|police|interpol|prosecutors?|prosecution|judges?|magistrates?|authorities|investigators?|"
    r"detectives|icc|justice|fbi|europol)\b",
    re.IGNORECASE,
)
_GIVING = frozenset({"offer", "give", "set", "propose", "provide", "promise", "suggest", "present", "name"})
_DETAILS = frozenset(
    {"date", "detail", "reason", "evidence", "proof", "figure", "name", "explanation", "timetable", "timeline", "time"}
    | {"number", "comment", "deadline", "example", "justification", "apology", "source", "place", "venue", "schedule"}
    | {
        "calendar",
        "clarification",
        "answer",
        "reply",
        "word",
        "account",
        "indication",
        "hint",
        "particular",
        "specific",
    }
)
"""What a speaker leaves out of what he says."""
_ENDING = frozenset({"end", "stop", "halt", "cease", "cut", "discontinue", "sever"})
_BACKING = frozenset({"support", "backing", "help", "assistance"})
_BIDDING = frozenset({"must", "should", "ought", "to"})
_TIME = frozenset({"year", "decade", "month", "week", "day", "hour", "minute", "century", "generation", "time"})
_JOINING = frozenset({"to", "in", "for", "of"})


def is_not_held(cue: Cue) -> bool:
    """Does a cue tell no stance of the one on whom it hangs by its grammar?

    Args:
        cue: A word of stance with what it is about.

    Returns:
        True of a man whom a court seeks, of details left out ("without giving a date"), of support that others say
        must end, and of a word that is part of a name ("the Mission to Support the Accord").
    """
    if cue.part == "noun":
        return cue.token.lemma_.lower() in _BACKING and _is_to_end(cue.token)
    if cue.part != "verb":
        return False
    return _is_sought(cue.token) or _is_left_out(cue) or _is_of_a_name(cue.token)


def is_of_a_rejected_notion(verb: Token) -> bool:
    """ "Dismissed the notion that seats should decide": a clause of what somebody turns down, and no word of his.

    Args:
        verb: The verb of a clause of what must be.
    """
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in {"VERB", "AUX"}:
        top = top.head
    noun = top.head
    if top.dep_ not in {"acl", "ccomp", "relcl"} or noun.lemma_.lower() not in _NOTIONS or top.i < noun.i:
        return False
    above = noun.head
    stance = frames().verbs.get(above.lemma_.lower(), ("",))[0] if above.pos_ == "VERB" else ""
    return noun.dep_ == "dobj" and stance == "rejects" and not is_negated(above)


def is_span_of_time(things: tuple[Token, ...]) -> bool:
    """ "For some three decades it was one of the fronts": how long, and nobody is for it.

    Args:
        things: What stands behind a preposition.
    """
    return bool(things) and all(t.lemma_.lower() in _TIME for t in things)


def _is_sought(verb: Token) -> bool:
    """ "Is wanted by the police", "is sought by a court in Milan"."""
    agents = [c for c in verb.children if c.dep_ == "agent"] if verb.lemma_ in _SEEKING else []
    return any(_PURSUERS.search(word.text) is not None for agent in agents for word in agent.subtree)


def _is_left_out(cue: Cue) -> bool:
    """ "Closed the session without offering a date"."""
    verb = cue.token
    left = verb.dep_ == "pcomp" and verb.head.lower_ == "without" and verb.lemma_ in _GIVING
    return left and bool(cue.objects) and all(o.lemma_.lower() in _DETAILS for o in cue.objects)


def _is_of_a_name(verb: Token) -> bool:
    """ "The Mission to Support the Accord": written large in the midst of a sentence, as the words beside it."""
    if not verb.text[:1].isupper() or verb.i < 2 or verb.i + 1 >= len(verb.doc):  # noqa: PLR2004  two words before
        return False
    before, behind = verb.nbor(-1), list(_behind(verb))
    return before.lower_ in _JOINING and verb.nbor(-2).text[:1].isupper() and any(w.text[:1].isupper() for w in behind)


def _behind(word: Token) -> Iterator[Token]:
    """The next word, and the one after an article."""
    yield from word.doc[word.i + 1 : word.i + (3 if word.nbor(1).pos_ == "DET" else 2)]


def _is_to_end(noun: Token) -> bool:
    """ "Chad must end its support for the rebels": what others say of it."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in _ENDING:
        return False
    bidden = any(c.dep_ == "aux" and c.lower_ in _BIDDING for c in verb.children)
    return bidden and verb.dep_ in {"xcomp", "ccomp", "ROOT", "conj"}

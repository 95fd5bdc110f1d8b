"""Wished for: talks that somebody calls for, or is ready for, and that nothing says are to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .person_words import one_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .attachment import Reach

__all__ = ["is_wished_for", "may_be_wished_for"]

_CALLING = frozenset({"call", "appeal", "press", "push", "plead", "campaign", "lobby"})
"""Verbs that take what they want behind "for" or "on"."""
_URGING = frozenset(
    {"urge", "encourage", "exhort", "implore", "beg", "enjoin", "advise", "beseech", "call", "appeal", "press", "push"}
)
"""Verbs that take those from whom they want it, and the deed in the infinitive."""
_READY = frozenset({"willingness", "readiness", "openness", "willing", "ready", "open", "preparedness"})
"""What one says of oneself who would talk. Who is prepared to, may be about to."""
_HOSTING = frozenset({"host", "hold", "convene", "arrange", "organise", "organize"})
_FOR = frozenset({"for", "on", "upon", "to"})
_BELOW = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "dep"})
_ONE = frozenset({"round", "session", "cycle"})
"""These are one by one, and a wish for one is more often a plan."""
_ABOVE = 7
"""How far above the talks the word that wishes stands, at most."""
_PLACES = frozenset({"GPE", "FAC"})
_TIMES = frozenset({"DATE", "TIME"})
_DEADLINES = frozenset({"before", "by", "within", "until", "of", "since", "for"})
_BEHIND = frozenset({"pobj", "npadvmod", "pcomp"})


def is_wished_for(reach: Reach) -> bool:
    """ "Urged the two to enter negotiations", "calls for talks to begin", "its readiness for talks": no meeting yet.

    Args:
        reach: The words around the cue.
    """
    cue = reach.cue
    if (not reach.nouns and reach.clause.relation != "verb") or not may_be_wished_for(cue):
        return False
    below = cue
    for _ in range(_ABOVE):
        above = below.head
        if above == below:
            return False
        if _wishes(above, below):
            return not _is_fixed(below)
        below = above
    return False


def may_be_wished_for(cue: Token) -> bool:
    """Is it a word for talks as such, not for one of several, or the verb that is wished for?"""
    words = meeting_words()
    if cue.pos_ == "VERB":
        guests = [c for c in cue.children if c.dep_ == "dobj"]
        named = any(c.pos_ == "PROPN" or one_of(c) in words.leading for c in guests)
        hosts = cue.lemma_.lower() in words.receive and named  # "is ready to receive President X": that is an offer
        return cue.tag_ in {"VB", "VBG"} and cue.lemma_.lower() not in words.sign and not hosts
    several = cue.tag_ == "NNS" and cue.lemma_.lower() in words.meetings | _ONE and _is_bare(cue)
    return (several or bool({cue.lemma_.lower(), cue.lower_} & (words.talks - _ONE))) and not _is_one(cue)


def _is_bare(noun: Token) -> bool:
    return not any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children)


def _is_one(cue: Token) -> bool:
    """ "A second dialogue": one that may be fixed; talks as such are meant without a number."""
    return any(c.dep_ == "nummod" or c.ent_type_ == "ORDINAL" for c in cue.children)


def _wishes(above: Token, below: Token) -> bool:
    lemma = above.lemma_.lower()
    if lemma in _READY or above.lower_ == "prepared":
        return below.i > above.i and (below.dep_ in _BELOW or below.lower_ in _FOR)
    if above.pos_ != "VERB" or below.i < above.i:
        return False
    if lemma == "offer" and below.dep_ == "xcomp" and below.lemma_ in _HOSTING:
        return _are_any(below)
    if lemma in _CALLING and below.dep_ == "prep" and below.lower_ in _FOR - {"to"}:
        return True
    return lemma in _URGING and below.dep_ in _BELOW and (lemma not in _CALLING or _is_asked_of(above))


def _are_any(verb: Token) -> bool:
    """ "Host talks", "host trilateral meetings": any, not "a meeting", "the next round", "a delegation"."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    known = meeting_words().talks | meeting_words().meetings
    return bool(things) and all({t.lemma_, t.lower_} & known and t.tag_ == "NNS" and _is_bare(t) for t in things)


def _is_asked_of(verb: Token) -> bool:
    """ "Called on both to return", "called for talks to begin": not "telephoned to talk"."""
    behind = any(c.dep_ == "prep" and c.lower_ in _FOR for c in verb.children)
    marked = any(c.dep_ == "mark" and c.lower_ == "for" for child in verb.children for c in child.children)
    return behind or marked or verb.lemma_ in {"press", "push"}


def _is_fixed(wish: Token) -> bool:
    """Does what is wished name a town or a day?"""
    if any(t.lower_ == "any" and t.head.lemma_ in {"time", "moment", "hour", "day"} for t in wish.subtree):
        return False  # "in Jeddah at any time"
    behind = next((c.left_edge.i for c in wish.children if c.dep_ == "conj" and c.pos_ == "VERB"), len(wish.doc))
    return any(t.dep_ in _BEHIND and (_is_day(t) or _is_inside(t)) for t in wish.subtree if t.i < behind)


def _is_day(token: Token) -> bool:
    """A day on which they might be; not one before which somebody wants them."""
    return token.ent_type_ in _TIMES and token.head.lower_ not in _DEADLINES


def _is_inside(token: Token) -> bool:
    return token.ent_type_ in _PLACES and token.head.lower_ in {"in", "at"}

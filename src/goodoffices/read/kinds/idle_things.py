"""Idle things: cues that show no stance because of what they are about, or because of the form in which they stand."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .stances import Cue

__all__ = ["is_of_idle_thing"]

_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "oneself", "ourselves", "myself"})
_OWN = frozenset({"its", "their", "his", "her", "our"})
_FREE = frozenset({"what", "whatever"})
_ASKING = frozenset({"for", "on", "upon"})
_LEAVING = frozenset(
    {"leave", "return", "come", "go", "emerge", "walk", "depart", "get", "win", "secure", "obtain", "receive", "gain"}
    | {"extract", "earn", "have", "carry", "bring", "fly", "end", "wring", "take", "hold"}
)
"""Verbs of the one who has been given a promise."""
_ADDRESSING = frozenset({"urge", "advise", "ask", "tell", "call", "encourage", "instruct", "order", "appeal", "warn"})
_COMMANDING = frozenset({"command", "direct", "lead", "head", "order"})
_NONE_OF_IT = frozenset({"veto", "criticism", "condemnation", "protest"})
"""That there is none of it is no yes."""
_AHEAD = frozenset({"will", "would", "shall", "should", "must", "wo", "'ll"})


class Words(msgspec.Struct, frozen=True):
    """The words of `data/idle.toml`.

    Attributes:
        things: By the lemma of a cue, heads of things that make it idle.
        oneself: What one seeks to do for one's own look.
        people: Own people, to whom advice is given.
    """

    things: dict[str, frozenset[str]]
    oneself: frozenset[str]
    people: frozenset[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/idle.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Words(
        things={cue: frozenset(heads) for cue, heads in data["things"].items()},
        oneself=frozenset(data["sought"]["oneself"]),
        people=frozenset(data["addressed"]["people"]),
    )


def is_of_idle_thing(cue: Cue) -> bool:
    """Does a cue tell of an election, advice to travellers, words, a war or a name, and so of no stance?

    Args:
        cue: A word of stance with what it is about.
    """
    lemma = cue.token.lemma_.lower()
    idle = _words().things.get(lemma)
    if idle is not None and cue.objects and all(o.lemma_.lower() in idle for o in cue.objects):
        return True
    tests = _BY_LEMMA.get(lemma, ())
    if any(test(cue) for test in tests):
        return True
    if cue.part == "verb" and (_is_reflexive(cue) or _is_free(cue) or _is_put_off(cue.token)):
        return True
    if lemma in _ADDRESSING:
        return _is_advice(cue.token)
    return lemma in _COMMANDING and cue.token.dep_ == "acl" and any(c.dep_ == "agent" for c in cue.token.children)


def _is_reflexive(cue: Cue) -> bool:
    """ "Defended themselves", "offered himself as a mediator" keeps its word: only where nothing else is told."""
    return len(cue.objects) == 1 and cue.objects[0].lower_ in _REFLEXIVE and cue.stance in {"accepts", "rejects"}


def _is_free(cue: Cue) -> bool:
    """ "Not a word on what the two had agreed": that something was, and nothing of what."""
    return not cue.objects and any(c.lower_ in _FREE and c.i < cue.token.i for c in cue.token.children)


def _is_put_off(verb: Token) -> bool:
    """ "Would listen before proposing anything", "will read it before deciding": not yet."""
    above = verb.head
    if verb.tag_ != "VBG" or above.lower_ != "before":
        return False
    return any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in above.head.children)


def _is_advice(verb: Token) -> bool:
    """ "The embassy urged its citizens to leave": told to its own people."""
    heads = _words().people
    for child in verb.children:
        clause = child.dep_ in {"ccomp", "xcomp"}
        beside = [c for c in child.children if c.dep_ in ({"nsubj"} if clause else {"pobj"})]
        for thing in beside if clause or child.dep_ == "prep" else (child,):
            own = any(c.dep_ == "poss" and c.lower_ in _OWN for c in thing.children)
            if own and thing.i > verb.i and thing.lemma_.lower() in heads:
                return True
    return False


def _is_naming(cue: Cue) -> bool:
    """ "A policy that he calls patience", "called the offer a breakthrough": a name is given, and nothing asked for."""
    verb = cue.token
    if cue.part != "verb":
        return False
    behind = verb.doc[verb.i + 1 : verb.i + 4]
    near = any(t.lower_ in _ASKING for t in behind) or (behind.text[:1] == "," if len(behind) else True)
    before = verb.dep_ == "relcl" and any(c.lower_ in _ASKING for c in verb.children)
    below = any(c.lower_ in _ASKING for child in verb.children if child.i > verb.i for c in (child, *child.children))
    return not (near or before or below) or (verb.dep_ == "relcl" and _names_its_head(verb))


def _names_its_head(verb: Token) -> bool:
    """ "For the rebels, which it calls an amnesty in disguise"."""
    which = any(c.lower_ in {"which", "that", "what"} and c.i < verb.i for c in verb.children)
    return which and not any(c.lower_ in _ASKING for c in verb.children)


def _is_sought_for_oneself(cue: Cue) -> bool:
    """ "Sought to distance itself", "sought out their commanders"."""
    if any(c.dep_ == "prt" and c.lower_ == "out" for c in cue.token.children):
        return True
    return bool(cue.objects) and all(o.dep_ == "xcomp" and o.lemma_ in _words().oneself for o in cue.objects)


def _is_said_of(cue: Cue) -> bool:
    """ "A step that the army considers a threat": what it is taken for; but "would consider a truce"."""
    helped = any(c.dep_ == "aux" for c in cue.token.children)
    return not helped or any(c.dep_ in {"oprd", "acomp"} for c in cue.token.children)


def _is_none_at_all(cue: Cue) -> bool:
    """ "Could have no veto over it", "no criticism of the army was heard": that there is none is no yes."""
    return cue.part == "noun" and cue.stance == "accepts"


def _is_received(cue: Cue) -> bool:
    """ "Left the capital with a promise of aid", "had the promise of four votes": given to the one who is told of."""
    noun = cue.token
    if cue.part != "noun":
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        return noun.head.head.lemma_ in _LEAVING
    owned = any(c.dep_ == "poss" for c in noun.children)
    return noun.dep_ == "dobj" and not owned and noun.head.lemma_ in _LEAVING


_BY_LEMMA: dict[str, tuple[Callable[[Cue], bool], ...]] = {
    "call": (_is_naming,),
    "seek": (_is_sought_for_oneself,),
    "consider": (_is_said_of,),
    **dict.fromkeys(_NONE_OF_IT, (_is_none_at_all,)),
    **dict.fromkeys(("promise", "pledge", "assurance", "guarantee"), (_is_received,)),
}

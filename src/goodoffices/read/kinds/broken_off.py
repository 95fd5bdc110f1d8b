"""Broken off: a side that calls off a round, freezes the talks or calls its people home rejects that they go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..actors.sides import between_sides
from ..document import sentence_of
from .claims import Claim
from .frames import frames
from .holders import actors_of_phrase, holders_of_clause
from .negation import is_negated
from .readings import clause_span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_broken_off"]

_BREAKING = frozenset(
    {"cancel", "suspend", "freeze", "interrupt", "sabotage", "boycott", "scuttle", "torpedo", "scrap"}
)
"""Verbs of stopping talks, which need no particle."""
_WITH_PARTICLE = frozenset({"call off", "break off", "cut off", "pull out", "walk out"})
_CALLING = frozenset({"call", "order", "recall", "pull", "withdraw", "summon", "fetch"})
_TALKS = frozenset(
    {"talk", "negotiation", "round", "session", "dialogue", "meeting", "summit", "conference", "contact", "discussion"}
    | {"sitting", "encounter", "consultation", "process", "ceremony"}
)
_PEOPLE = frozenset(
    {"delegation", "delegate", "team", "negotiator", "envoy", "representative", "ambassador", "emissary", "panel"}
)
_HOME = frozenset({"home", "back", "out", "away"})
_UNREAL = frozenset({"if", "unless", "whether", "would", "could", "may", "might", "once", "until", "before", "should"})


def find_broken_off(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find the sides of one parsed block that break off the talks.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.pos_ != "VERB" or token.lemma_.lower() not in _BREAKING | _CALLING | {"break", "cut"}:
            continue
        if _breaks_off(context, token) or _calls_home(token):
            yield from _made(context, token)


def _things(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "dobj"]


def _breaks_off(context: Context, verb: Token) -> bool:
    """ "Called off the next round", "suspended the talks"; but "suspended them until Monday" says when they go on."""
    named = {f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ == "prt"}
    if verb.lemma_ not in _BREAKING and not named & _WITH_PARTICLE:
        return False
    until = any(c.lower_ in {"until", "till"} for c in verb.children)
    return not until and any(t.lemma_.lower() in _TALKS for t in _things(verb)) and not context.roster.at(verb)


def _calls_home(verb: Token) -> bool:
    """ "Ordered its team home", "recalled its delegates from Rome", "pulled its delegation out of the talks"."""
    if verb.lemma_ not in _CALLING:
        return False
    people = [
        t for t in verb.subtree if t.lemma_.lower() in _PEOPLE and t.i > verb.i and t.head in {verb, *verb.children}
    ]
    own = any(c.dep_ == "poss" and c.lower_ in {"its", "their", "his", "her"} for t in people for c in t.children)
    behind = {t.lower_ for t in verb.subtree if t.i > verb.i}
    return own and (verb.lemma_ == "recall" or bool(behind & _HOME)) and not behind & {"for", "consultations"}


def _made(context: Context, verb: Token) -> Iterator[Claim]:
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "mark", "advmod"}}
    above = verb.head.lemma_.lower() if verb.dep_ == "xcomp" else ""
    if words & _UNREAL or above in frames().verbs or is_negated(verb) or (verb.tag_ == "VBG" and verb.dep_ == "pcomp"):
        return
    if any(c.dep_ == "nsubjpass" for c in verb.children) or sentence_of(verb).text.rstrip().endswith("?"):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    helpers = between_sides(context.roster)
    if subject is not None and subject.pos_ == "NOUN" and not actors_of_phrase(context, subject):
        return  # "the mediators called off the session"
    parties = tuple(p for p in holders_of_clause(context, verb) if p not in helpers)
    sentence = sentence_of(verb)
    for party in parties if len(parties) == 1 else ():
        actor = context.roster.actors[party]
        if actor.kind in {"state", "group"} and actor.name[:1].isupper():  # "church leaders" are no side
            yield Claim(party, "rejects", *clause_span(verb, sentence), "process", sentence, "breaking off")

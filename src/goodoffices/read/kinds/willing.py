"""Willing: the shapes of a clause of what will or may be: of words only, of a person, of a body, of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..actors.gazetteer import entities
from ..document import offset_of
from .frames import frames
from .holders import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = [
    "has_none",
    "impersonal",
    "is_kept_from",
    "is_news",
    "is_of_anyone",
    "is_of_nothing",
    "is_of_the_press",
    "is_of_words",
    "is_organ",
    "is_ruled_out",
    "keeps_its_demand",
]


_TAKEN = frozenset(
    {"read", "construe", "interpret", "misread", "misinterpret", "misconstrue", "exaggerate", "overstate", "understate"}
    | {"overestimate", "underestimate", "confuse", "mistake", "overlook", "forget", "remember", "recall", "note"}
)
"""Verbs of how others are to take a thing."""
_TOLD = frozenset(
    {"it", "that", "this", "these", "list", "name", "number", "matter", "question", "substance", "reason"}
)
"""What one may go into by words, beside papers."""


def is_of_words(verb: Token) -> bool:
    """ "Will not comment", "would give no interviews": silence is a refusal of nothing but words."""
    things = (c.lemma_.lower() for c in verb.children if c.dep_ == "dobj")
    if verb.lemma_ == "speak" and any(c.dep_ == "prep" and c.lower_ in {"for", "about"} for c in verb.children):
        return True  # "I cannot speak for the courts"
    if any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in verb.children) and _is_passed_over(verb):
        return True
    return verb.lemma_ in frames().utter or (verb.lemma_ in frames().light and not frames().uttered.isdisjoint(things))


def _is_passed_over(verb: Token) -> bool:
    """ "Nor will I go into the annex", "I shall leave it there"; but "we will not go into the zone"."""
    behind = [c for c in verb.children if c.dep_ in {"prep", "advmod"} and c.i > verb.i]
    if verb.lemma_ == "leave":
        return any(c.lower_ == "there" for c in behind) or any(
            c.lower_ == "at" and any(g.lower_ == "that" for g in c.children) for c in behind
        )
    things = [g for c in behind if c.lower_ == "into" for g in c.children]
    return verb.lemma_ in {"go", "get"} and any(
        t.lemma_.lower() in frames().uttered | frames().drafts | _TOLD for t in things
    )


def is_inverted(verb: Token) -> bool:
    """ "Should the talks fail, ...", "sanctions should Kenya stay away": a condition, and nothing that must be."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    should = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "should"), None)
    if should is None or any(c.tag_ in {"WP", "WRB", "WDT"} for c in verb.children):
        return False
    before = [c for c in verb.children if c.i < should.i and c.dep_ not in {"punct", "cc"}]
    return not before and subject is not None and subject.i > should.i


def starts_by_itself(verb: Token) -> bool:
    """ "It will open once ...", "it will begin work as soon as ...": a body or a text told of, which wants nothing."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in {"it", "they", "which"}:
        return False
    behind = {g.lemma_ for c in verb.children for g in (c, *c.children) if c.dep_ in {"dobj", "xcomp", "prep"}}
    if verb.lemma_ in _STARTING:
        return not any(c.dep_ == "dobj" for c in verb.children)  # "it will open its border once ..." gives something
    return verb.lemma_ in {"begin", "start", "take", "enter", "come"} and bool(behind & _STARTED)


def is_of_telling(verb: Token) -> bool:
    """ "I must say that ...", "I should be surprised if ...", "it must be hoped": how one speaks, and no demand.

    Nor is it one how a thing is to be taken ("should not be read as a surrender", "must not be exaggerated").
    """
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if verb.lemma_ in _TAKEN and any(c.dep_ == "auxpass" for c in verb.children):
        return True
    if subject is None or subject.lower_ not in {"i", "we", "it"}:
        return False
    feeling = verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lemma_ in _FELT for c in verb.children)
    feeling = feeling or (verb.lemma_ in _FELT and any(c.dep_ == "auxpass" for c in verb.children))
    told = verb.lemma_ in _TOLD
    return feeling or (told and (subject.lower_ == "it") == (subject.dep_ == "nsubjpass"))


def is_of_the_press(verb: Token) -> bool:
    """ "Did not respond to a request for comment", "to our questions": silence towards reporters."""
    things = [t for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" for t in c.children]
    asked = [g.lemma_ for t in things for c in t.children if c.dep_ == "prep" for g in c.children]
    return any(t.lemma_ in frames().asked_by_press for t in things) or not frames().uttered.isdisjoint(asked)


def is_news(context: Context, verb: Token) -> bool:
    """Is it told of the calendar ("the minister will return as soon as it is useful"), or of someone unknown?

    Args:
        context: The report.
        verb: The verb of a clause that nobody known says.
    """
    return _is_of_someone_unknown(context, verb) or (
        verb.lemma_ in frames().travelling and _is_of_person(context, verb)
    )


def _is_of_someone_unknown(context: Context, verb: Token) -> bool:
    """Does someone who is no actor say it of themselves ("The east says that it will ...")?"""
    pronoun = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in verb.children)
    at = offset_of(verb)
    return pronoun and context.is_said(at, at + len(verb))


def _is_of_person(context: Context, verb: Token) -> bool:
    subject = subject_of(verb)
    actors = context.roster.at(subject) if subject is not None else ()
    return bool(actors) and all(context.roster.actors[actor].kind == "person" for actor in actors)


def is_organ(context: Context, party: str) -> bool:
    """Is it a body that an accord sets up, which does what it is told ("the Verification Commission will ... once")?"""
    actor = context.roster.actors[party]
    known = entities().get(actor.name)
    names = (actor.name, *actor.aliases, *(known.names if known is not None else ()))
    words = {word for name in names for word in name.lower().split()}
    return actor.kind == "organisation" and bool(words & frames().organs)


_FELT = frozenset({"surprise", "surprised", "glad", "happy", "grateful", "sorry", "astonished", "careful", "honest"})
_TOLD = frozenset(
    {"say", "admit", "confess", "add", "stress", "correct", "point", "mention", "note", "remind", "remember", "recall"}
    | {
        "hope",
        "hop",
        "assume",
        "presume",
        "suppose",
        "think",
        "concede",
        "apologise",
        "thank",
        "warn",
        "emphasise",
        "explain",
    }
)
"""What one must feel or tell, by which one only speaks."""
_STARTING = frozenset({"open", "function", "operate", "apply", "expire", "lapse"})
_STARTED = frozenset({"work", "function", "operate", "operation", "effect", "force", "being", "duty"})
"""What a body or a text begins to do by itself."""
_BY_ITSELF = frozenset({"change", "move", "happen", "shift", "stop", "end"})
"""What a thing of the talks does of which "will not ..." is a refusal."""


def has_none(verb: Token) -> bool:
    """ "Will take part in no conference", "will accept nothing"."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    things += [g for c in verb.children if c.dep_ in {"prep", "prt"} or c.dep_ == "dobj" for g in c.children]
    things += [h for g in things if g.dep_ == "prep" for h in g.children]
    return any(c.lower_ == "no" for t in things for c in t.children) or any(t.lower_ == "nothing" for t in things)


def is_of_anyone(verb: Token) -> bool:
    """ "You cannot monitor by appointment", "nobody can negotiate under fire"."""
    return any(c.dep_ == "nsubj" and c.lower_ in {"you", "one"} for c in verb.children)


def is_of_nothing(verb: Token) -> bool:
    """ "No amnesty can cover the murder", "not one battalion will leave": of a thing, none of which may be."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return False
    if subject.lower_ in {"nobody", "nothing", "none"}:
        return True
    none = any(c.lower_ in {"no", "not"} for t in (subject, *subject.children) for c in t.children)
    of_some = subject.lower_ == "one" and any(c.lower_ == "of" for c in subject.children)
    return none and (of_some or subject.lower_ not in {"one", "party", "side"})


def is_ruled_out(verb: Token) -> bool:
    """ "There would be no interim government"."""
    there = any(c.dep_ == "expl" for c in verb.children)
    return there and any(g.lower_ == "no" for c in verb.children if c.dep_ in {"attr", "dobj"} for g in c.children)


def is_kept_from(verb: Token) -> bool:
    """ "Our weapons will not be handed over", "the border would not move": what someone says will not be done.

    Only of what one gives, changes or does: that a round "will not be finished by Friday" is a forecast.
    """
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN", "PRON"} or subject.lower_ in {"i", "we", "you", "it"}:
        return False
    known = frames().concede | frames().changing
    return verb.lemma_.lower() in (known if subject.dep_ == "nsubjpass" else _BY_ITSELF)


def impersonal(verb: Token) -> bool:
    """Has the clause a subject that does nothing itself: a passive, a thing?"""
    return any(c.dep_ in {"nsubjpass", "expl"} or (c.dep_ == "nsubj" and c.pos_ == "NOUN") for c in verb.children)


def keeps_its_demand(verb: Token) -> bool:
    """ "Will not give up its demand": the demand tells what is wanted."""
    known = frames()
    particle = next((c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"} and c.i > verb.i), "")
    if not {verb.lemma_.lower(), f"{verb.lemma_.lower()} {particle}"} & known.drop:
        return False
    things = (c for c in verb.children if c.dep_ == "dobj")
    return any(known.nouns.get(c.lemma_.lower(), ("",))[0] == "demands" for c in things)

"""Going: verbs of journeys that can tell of a meeting ("flew to", "is due in", "invited X to", "shuttled between")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..outlook_words import outlook_words
from ..phrases import objects_behind
from .counting import is_counted_time
from .person_words import is_person_word
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = [
    "arrives",
    "goes_to_people",
    "invites",
    "is_home",
    "is_sent",
    "is_to_be_somewhere",
    "journey_for_people",
]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GOALS = frozenset({"to", "for", "in", "at", "into"})


def goes_to_people(context: Context, verb: Token) -> bool:
    """ "Flew to Stockholm last week": someone, to a named place."""
    subject = _traveller(verb)
    if subject is None or any(c.dep_ == "auxpass" for c in verb.children):
        return False  # "were flown to Cuba by the Red Cross"
    goals = list(objects_behind(verb, {"to", "for"}))
    if _goes_on(verb, subject):
        return any(g.pos_ == "PROPN" and is_place(context, g) for g in goals)
    if not is_person_word(context, subject):
        return False
    if any(c.lower_ == "in" and c.dep_ in {"prt", "advmod"} for c in verb.children):
        return not goals and journey_for_people(verb)  # "who flew in to open the conference"
    home = any(c.lower_ in {"home", "back"} and c.dep_ == "advmod" for c in verb.children)  # whosever home it is
    home = home or any(is_home(context, subject, g) for g in goals)
    if home and not journey_for_people(verb):
        return False
    return any((g.pos_ == "PROPN" and is_place(context, g)) or g.lower_ in meeting_words().goals for g in goals)


def _goes_on(verb: Token, subject: Token) -> bool:
    """ "They go on to Cairo", "the delegations will move on to Nairobi": of those who have met before."""
    on = any(c.lower_ == "on" and c.dep_ in {"prt", "advmod"} for c in verb.children)
    sent = subject.tag_ == "NNS" and subject.lemma_.lower() in meeting_words().sent | {"side", "party"}
    return on and verb.lemma_ in {"go", "move", "travel", "fly"} and (subject.lower_ == "they" or sent)


def is_home(context: Context, traveller: Token, goal: Token) -> bool:
    """Is it the traveller's own capital, where one goes for other things ("the Iranian minister flew to Tehran")?"""
    named = goal.doc.user_data["named"].get(goal.i)
    if named is None:
        return False
    states = {a.id for a in context.roster.actors.values() if a.name == named.name or (a.iso and a.iso == named.iso)}
    return any(context.roster.party(actor) in states for actor in context.roster.at(traveller))


def is_sent(context: Context, verb: Token) -> bool:
    """ "Was sent to Saigon to reassure the president": someone, to a named place."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is None or not (is_person_word(context, subject) and _can_travel(context, subject)):
        return False
    goals = objects_behind(verb, {"to"})
    return any(_is_named_place(context, g) for g in goals) and journey_for_people(verb)


def arrives(context: Context, verb: Token) -> bool:  # noqa: PLR0911  one answer a kind of coming
    """ "Arrived in Doha to press the Taliban", "will come to Kampala": someone, to see people there, or to come."""
    subject = _traveller(verb)
    if subject is None or not is_person_word(context, subject):
        return False
    if is_counted_time(verb):
        return any(_is_named_place(context, g) for g in objects_behind(verb, _GOALS))
    if not _can_travel(context, subject):
        return False
    here = any(c.dep_ == "advmod" and c.lower_ == "here" for c in verb.children)
    backs = [c for c in verb.children if c.lower_ == "back"]  # "will come back to Maputo"
    ends = [t for head in (verb, *backs) for t in objects_behind(head, _GOALS)]
    goals = [g for g in ends if (g.pos_ == "PROPN" and is_place(context, g)) or g.lower_ == "region"]
    if _is_coming(context, subject, verb) or (_is_to_come(verb) and _is_to_sign(verb)):
        return True
    if _goes_back_to_people(context, verb):
        return True
    if goals and verb.tag_ == "VBZ" and any(c.ent_type_ in {"DATE", "TIME"} for c in _times(verb)):
        return True  # "arrives in Kyiv today"
    return (here or bool(goals)) and (_is_to_come(verb) or journey_for_people(verb))


def _is_coming(context: Context, subject: Token, verb: Token) -> bool:
    """ "X and Y are coming", "she lands on Monday": persons who are to be there, whose goal the text has said."""
    if not any(context.roster.actors[a].kind == "person" for a in context.roster.at(subject)):
        return False
    coming = verb.tag_ == "VBG" and verb.lemma_ == "come" and any(c.tag_ in {"VBZ", "VBP"} for c in verb.children)
    lands = (
        verb.tag_ == "VBZ" and verb.lemma_ in {"arrive", "land"} and any(c.ent_type_ == "DATE" for c in _times(verb))
    )
    modal = verb.tag_ == "VB" and any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    may_come = verb.lemma_ in {"come", "arrive"} and modal and any(c.ent_type_ == "DATE" for c in _times(verb))
    return (coming or lands or may_come) and not any(
        c.dep_ in {"xcomp", "prep"} and c.lower_ != "on" for c in verb.children
    )


def _goes_back_to_people(context: Context, verb: Token) -> bool:
    """ "Returns to them on Friday", "came back to the president at noon": of one who goes between people."""
    back = verb.lemma_ == "return" or any(c.lower_ == "back" for c in verb.children)
    heads = (verb, *(c for c in verb.children if c.lower_ == "back"))
    whom = (t for head in heads for t in objects_behind(head, {"to"}))
    people = any(t.lower_ in {"them", "him", "her"} or _is_person_named(context, t) for t in whom)
    timed = any(c.ent_type_ in {"DATE", "TIME"} for c in _times(verb)) or any(
        t.lemma_ in {"noon", "dawn", "night", "midnight"} for t in objects_behind(verb, {"at"})
    )
    return back and people and timed


def _is_person_named(context: Context, token: Token) -> bool:
    return any(context.roster.actors[a].kind == "person" for a in context.roster.at(token))


def _is_to_sign(verb: Token) -> bool:
    """ "Will return on 5 May to sign it"."""
    return any(c.dep_ in {"advcl", "xcomp"} and c.lemma_.lower() in meeting_words().sign for c in verb.children)


def _can_travel(context: Context, subject: Token) -> bool:
    """A person, or a delegation: a state, its army or its refugees arrive for other things."""
    persons = any(context.roster.actors[a].kind == "person" for a in context.roster.at(subject))
    return persons or subject.lemma_.lower() in meeting_words().sent | meeting_words().personal


def journey_for_people(verb: Token) -> bool:
    """Is a journey made to see people ("arrived in Doha to press the Taliban")?"""
    words = meeting_words()
    purposes = [c for c in verb.children if c.dep_ in {"advcl", "xcomp"} and any(g.tag_ == "TO" for g in c.children)]
    seeing = words.meet | words.receive | words.speak | words.visit | words.attended | words.seeing
    return any(c.lemma_.lower() in seeing for c in purposes)


def _is_to_come(verb: Token) -> bool:
    words = outlook_words()
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else None
    due = above is not None and above.lemma_.lower() in words.to_come_adjectives | words.fixed
    to = any(c.tag_ == "TO" for c in verb.children)  # "is to come"; not "that is what he came for"
    due = due or (above is not None and above.lemma_ == "be" and to)
    return bool(auxiliaries & words.modals) or due


def invites(context: Context, verb: Token) -> bool:
    """ "Invited X to Tehran", "asked the president to come to New York", "was invited to Moscow"."""
    words, lemma = meeting_words(), verb.lemma_.lower()
    if lemma not in words.invite:
        return False
    guests = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    following = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.lemma_ in words.arrive | words.go]
    guests += [g for c in following for g in c.children if g.dep_ == "nsubj"]
    if not any(is_person_word(context, g) for g in guests):
        return False
    goals = [g for c in following for g in objects_behind(c, {"to"})]
    goals += objects_behind(verb, {"to"}) if lemma != "ask" else []
    goals += [g for thing in guests for g in objects_behind(thing, {"to"})] if lemma == "invite" else []
    return any(g.pos_ == "PROPN" and is_place(context, g) for g in goals)


def is_to_be_somewhere(context: Context, verb: Token) -> bool:
    """ "Will be in Caracas", "are expected in Brussels", "is due here": of people, with a place right behind."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or not is_person_word(context, subject):
        return False
    due = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ == "due"]
    to_come = (
        verb.lemma_ in {"expect", "pencil"}
        or bool(due)
        or any(c.lower_ in outlook_words().modals for c in verb.children if c.dep_ == "aux")
    )
    heads = (verb, *due)
    there = any(c.lower_ in {"there", "here", "back"} and c.i > verb.i for head in heads for c in head.children)
    named = [a for a in context.roster.at(subject) if context.roster.actors[a].kind == "person"]
    on_a_day = verb.lemma_ == "expect" and any(c.ent_type_ in {"DATE", "TIME"} for c in _times(verb))
    if named and on_a_day and not any(c.dep_ in {"xcomp", "oprd"} for c in verb.children):
        return True
    at_house = bool(named) and bool(due) and any(is_place(context, p) for p in objects_behind(due[0], {"at"}))
    somewhere = any(_is_named_place(context, p) for head in heads for p in _places_behind(head))
    somewhere = somewhere or any(
        p.lower_ in meeting_words().seats for head in heads for p in objects_behind(head, {"on", "in", "at"})
    )
    return (to_come and (there or at_house or somewhere)) or _was_there_to_see(context, verb)


def _was_there_to_see(context: Context, verb: Token) -> bool:
    """ "Was in Jowhar on Sunday for talks", "was at Loloho on 7 February with his delegation": of people, on a day."""
    if verb.lemma_ != "be" or verb.tag_ != "VBD":
        return False
    towns = [t for t in objects_behind(verb, {"in", "at"}) if _is_named_place(context, t)]
    days = [*_times(verb), *(t for town in towns for t in objects_behind(town, {"on"}))]
    known = any(t.ent_type_ == "DATE" for t in days)
    purpose = any(t.lower_ in meeting_words().talks for t in objects_behind(verb, {"for"}))
    company = any(is_person_word(context, t) for t in objects_behind(verb, {"with"}))
    where = (c for town in (*towns, *days) for c in town.children if c.dep_ == "relcl")
    received = any(any(g.lower_ == "where" for g in c.children) for c in where)
    inside = [t for t in objects_behind(verb, {"in", "at"}) if is_place(context, t)]
    with_whom = any(_is_person_named(context, t) for head in (verb, *inside) for t in objects_behind(head, {"with"}))
    if with_whom and inside and any(_is_person_named(context, c) for c in verb.children if c.dep_ == "nsubj"):
        return True  # "was at the embassy with X"
    return bool(towns) and known and (purpose or company or received)


def _is_named_place(context: Context, token: Token) -> bool:
    """A town, or "the Pakistani capital"."""
    return (token.pos_ == "PROPN" or token.lemma_ == "capital") and is_place(context, token)


def _times(verb: Token) -> Iterator[Token]:
    yield from (c for c in verb.children if c.dep_ in {"npadvmod", "advmod"})
    yield from objects_behind(verb, {"on"})


def _places_behind(head: Token) -> Iterator[Token]:
    yield from objects_behind(head, {"in", "at"})


def _traveller(verb: Token) -> Token | None:
    """Who goes: the subject of the verb, or of the one that it is joined to or hangs on."""
    token = verb
    for _ in range(2):
        found = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if found is not None and found.lower_ == "who" and token.dep_ == "relcl":
            return token.head
        if found is not None or token.dep_ not in {"conj", "xcomp"}:
            return found
        token = token.head
    return next((c for c in token.children if c.dep_ in _SUBJECTS), None)

"""Verbs of meetings: which of them tell that people come together, speak, receive or visit each other, or sign."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..governing import is_speech, verb_phrase
from ..phrases import objects_behind
from .absence import is_membership
from .alongside import tells_those_who_meet
from .at_length import do_together, worked_on
from .bargaining import adopted_there, bargains, settled_there, settles_there, works_through
from .bringing import agrees_there, brings_together, is_received
from .cantonment import is_cantoned
from .conveying import brings_to_place, conveys
from .counting import is_counted
from .debating import debates
from .drafting import drafts_there
from .encounters import is_encounter, is_reciprocal, joins_people
from .fetched import fetches
from .going import arrives, goes_to_people, invites, is_sent, is_to_be_somewhere
from .invitations import accepts_invitation
from .person_words import is_person_word
from .places import is_place
from .seeing import sees_somebody
from .sessions import rises, takes_seats
from .shared_time import are_together, spends_time_with, talks_over_meal
from .shuttling import shuttles
from .signed_before import signs_before_somebody
from .signing import is_signed, is_signed_aside, is_to_be_signed, means_signed, puts_name, relative_of, signs_above
from .speaking import is_assembly, is_joint_subject, reports, speaks
from .stays import stays, stays_on, stays_together
from .subjects import own_subject
from .vocabulary import Words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["BY_THEMSELVES", "is_assembly", "is_meeting_verb"]

_THINKING = frozenset({"rule", "reject", "urge", "insist", "oppose", "express", "criticise", "criticize", "demand"})
"""What one does with words, beside "welcomed"."""
_SIT = frozenset({"sit"})
_AGREE = frozenset({"agree"})


def is_meeting_verb(context: Context, token: Token) -> bool:  # noqa: PLR0911  a list of senses, one a line
    """Can a verb tell of a meeting, by itself and what hangs on it?"""
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"amod", "compound"}:
        return False
    if is_cantoned(token) or is_membership(token):
        return False
    if any(tells(context, token) for tells in _TELLING):
        return True
    words, lemma = meeting_words(), token.lemma_.lower()
    called = {"dobj", "oprd"} if lemma == "call" else {"dobj"}
    objects = [c for c in token.children if c.dep_ in called]
    together = any(c.lower_ == "together" and c.i == token.i + 1 for c in token.children)
    if lemma in words.meet or verb_phrase(token) in words.meet or (together and f"{lemma} together" in words.meet):
        return _meets(context, token, objects)
    for verbs, tells in _SENSES:
        if lemma in verbs(words):
            return tells(context, token)
    if verb_phrase(token) in words.debate:
        return debates(context, token)
    if lemma in words.sign and (is_to_be_signed(context, token) or (not objects and signs_above(token))):
        return True
    if puts_name(token) or _goes_on_with_talks(token) or joins_people(context, token):
        return True
    return any(_makes_a_meeting(context, lemma, thing) for thing in objects)


def _goes_on_with_talks(verb: Token) -> bool:
    """ "Technical teams continued in Cairo", "both sides said they would resume on Monday": of those who negotiate."""
    subject = own_subject(verb)
    if verb.lemma_.lower() not in meeting_words().again or subject is None:
        return False
    if subject.lower_ == "they" and verb.dep_ == "ccomp":
        subject = next((c for c in verb.head.children if c.dep_ == "nsubj"), subject)
    people = meeting_words().sent | {"side", "party", "leader", "minister", "delegate"}
    negotiate = subject.lemma_.lower() in people and subject.tag_ == "NNS"
    negotiate = negotiate or (subject.lower_ == "they" and verb.lemma_ != "continue")
    if not negotiate or any(c.dep_ in {"dobj", "xcomp", "ccomp"} for c in verb.children):
        return False
    behind = [*objects_behind(verb, {"in", "at", "on", "until"}), *(c for c in verb.children if c.dep_ == "npadvmod")]
    return any(t.ent_type_ in {"GPE", "DATE"} for t in behind)


def _makes_a_meeting(context: Context, lemma: str, thing: Token) -> bool:
    """ "Received the envoy", "briefed the Council", "visited Juba", "signed the accord": does the object tell of it?"""
    words = meeting_words()
    if thing.lemma_.lower() in words.nouns:
        return False  # who hosts a conference receives nobody yet
    if lemma in words.receive:
        people = is_person_word(context, thing) or _names_somebody(context, thing)
        return (
            people
            and not (lemma == "see" and thing.head.dep_ == "ccomp" and not is_speech(thing.head.head))
            and not _sees_something(thing)
            and not (lemma == "welcome" and _is_only_glad(thing.head))
        )
    if lemma in words.telephone:
        if _calls_otherwise(thing):
            return False
        some = is_person_word(context, thing) and (thing.tag_ == "NNS" or thing.lemma_.lower() in words.personal)
        some = some or is_reciprocal(thing.head) or thing.lower_ in {"me", "us"}
        named = _names_somebody(context, thing) or (some and lemma != "call")
        return named and (thing.dep_ == "dobj" or thing.ent_type_ == "PERSON")
    if lemma in words.visit:
        somebody = is_person_word(context, thing)
        return somebody or is_place(context, thing) or thing.lower_ in words.goals
    return lemma in words.sign and (is_signed(thing) or means_signed(context, thing) or is_signed(relative_of(thing)))


def _is_only_glad(verb: Token) -> bool:
    """ "Welcomed the panel but ruled out any mediation": what somebody thinks of it, in words."""
    beside = [c for c in verb.children if c.dep_ == "conj"]
    return any(is_speech(c) or c.lemma_ in _THINKING for c in beside) and not any(
        c.lower_ in {"at", "with"} and c.dep_ == "prep" for c in verb.children
    )


def _calls_otherwise(thing: Token) -> bool:
    """ "Called its delegates home", "called him deluded", "what it called a test"."""
    if thing.head.lemma_ == "call" and any(c.lower_ == "what" for c in thing.head.children):
        return True
    named = any(c.dep_ in {"oprd", "acomp"} and c.i > thing.i for c in thing.head.children)
    back = any(c.lower_ in {"home", "back"} and c.i > thing.i for c in thing.head.children)
    return thing.head.lemma_ == "call" and (named or back or _sees_something(thing))


def _names_somebody(context: Context, thing: Token) -> bool:
    return bool(context.roster.at(thing)) or any(c.dep_ == "appos" and context.roster.at(c) for c in thing.children)


def _sees_something(thing: Token) -> bool:
    """ "Saw the leader as a traitor", "welcomed the minister's offer", "see the army leave": no meeting."""
    verb = thing.head
    opinion = any(c.dep_ == "prep" and c.lower_ == "as" and c.i > thing.i for c in verb.children)
    return opinion or any(c.dep_ in {"ccomp", "xcomp", "oprd"} and c.i > thing.i for c in verb.children)


def _sits(_context: Context, verb: Token) -> bool:
    """ "A monitoring committee is to sit in Geneva": of bodies; "we sat five times" of anybody."""
    subject = _subject_above(verb)
    if subject is not None and is_counted(verb) and verb.tag_ in {"VBD", "VBN"}:
        return is_joint_subject(subject)
    behind = list(objects_behind(verb, {"in", "at", "on"}))
    first = any(t.lemma_ == "time" for t in objects_behind(verb, {"for"}))
    if subject is not None and first and is_assembly(subject):
        return True  # "the assembly sits for the first time on 28 May"
    if subject is not None and subject.lower_ == "it":  # "it last sat in October": a body told of before
        return any(g.ent_type_ in {"DATE", "GPE"} for g in behind)
    return subject is not None and is_assembly(subject) and bool(behind)


def _subject_above(verb: Token) -> Token | None:
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else verb
    return own_subject(verb) or own_subject(above)


def _meets(context: Context, verb: Token, objects: list[Token]) -> bool:
    """Does it mean that people come together (not "meet demands", not "was met with")?"""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return False
    objects = [o for o in objects if o.lower_ not in meeting_words().manner and o.ent_type_ != "DATE"]
    objects = [o for o in objects if o.lower_ not in {"all", "both"} or o.nbor(-1).text != ","]  # "met, all of them"
    if objects:
        return verb.lemma_ == "meet" and any(_is_of_people(context, o) for o in objects)
    beside = list(objects_behind(verb, {"with"}))
    needs = verb.lemma_ in {"dine", "din", "lunch"}  # "din": what the parser makes of "dined"
    return any(is_person_word(context, o) for o in beside) if beside else not needs or _dine_together(verb)


def _is_signed_there(context: Context, verb: Token) -> bool:
    """ "The document, signed at the palace, commits both"."""
    return is_signed_aside(verb) and any(is_place(context, t) for t in objects_behind(verb, {"in", "at"}))


def _is_of_people(context: Context, token: Token) -> bool:
    """A word for people, or for a part of them ("some of them", "several of the ministers")."""
    part = token.lower_ in {"some", "several", "many", "most", "members", "two", "three"}
    return is_person_word(context, token) or (
        part and any(t.lower_ == "them" or is_person_word(context, t) for t in objects_behind(token, {"of"}))
    )


def _dine_together(verb: Token) -> bool:
    """ "The four leaders dined at the palace"."""
    subject = own_subject(verb)
    return subject is not None and is_joint_subject(subject)


_SENSES: tuple[tuple[Callable[[Words], frozenset[str]], Callable[[Context, Token], bool]], ...] = (
    (lambda words: words.report, reports),
    (lambda words: words.speak, speaks),
    (lambda _: _SIT, _sits),
    (lambda _: _AGREE, agrees_there),
    (lambda words: words.be, is_to_be_somewhere),
    (lambda words: words.go, goes_to_people),
    (lambda words: words.arrive, arrives),
    (lambda words: words.send, is_sent),
    (lambda words: words.debate, debates),
)
"""What the verbs of each list have to be told with, so that they can tell of a meeting."""


def _works_on(context: Context, verb: Token) -> bool:
    return any(True for _ in worked_on(context, verb))


BY_THEMSELVES = (
    stays,
    stays_together,
    stays_on,
    conveys,
    brings_to_place,
    bargains,
    works_through,
    settles_there,
    settled_there,
    sees_somebody,
    spends_time_with,
    are_together,
    talks_over_meal,
    fetches,
    drafts_there,
    rises,
    takes_seats,
    _works_on,
    do_together,
    signs_before_somebody,
    tells_those_who_meet,
    adopted_there,
)
"""Senses of verbs that need nothing but somebody who is there."""
_TELLING = (
    is_received,
    brings_together,
    is_encounter,
    invites,
    accepts_invitation,
    shuttles,
    _is_signed_there,
    *BY_THEMSELVES,
)
"""Senses of verbs that are told by what stands with them, whatever the verb."""

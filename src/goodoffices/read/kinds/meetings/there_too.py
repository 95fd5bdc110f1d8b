"""There too: what people did at a meeting that was told of before ("was in the chair", "left the room", "sent X")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import is_denied, tense_of
from ..phrases import objects_behind
from .leading import is_leading
from .people import is_person
from .person_words import is_person_word
from .subjects import nearest_subject
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_at_known", "is_there_too"]

_SEATS = frozenset({"chair"})
_WHEN = frozenset({"when", "while", "as"})
_ROOMS = frozenset({"room", "hall", "table", "chamber", "venue"})
_OUT = frozenset({"walk", "storm", "file", "march", "troop"})
_HALVES = frozenset({"lunch", "supper", "dinner", "breakfast", "noon", "midday", "end", "close", "vote", "dessert"})
_TURNS = frozenset({"first", "second", "third", "former", "latter", "other", "one"})
_SAID = frozenset({"speech", "statement", "greeting", "message", "paper", "report", "map", "draft", "proposal"})
_TAKE_UP = frozenset({"discuss", "review", "consider", "examine", "debate"})
_LISTED = frozenset({"participant", "attendee", "delegate", "guest", "invitee"})
_TOOK_PART = frozenset({"participant", "delegate", "delegation", "side", "party"})
_GIVEN = frozenset({"read", "present", "circulate", "table", "distribute", "unroll", "introduce", "deliver"})


def is_at_known(context: Context, verb: Token) -> bool:
    """Does a verb tell what somebody did at the meeting that was told of before, or whom somebody led there?"""
    return is_leading(context, verb) or is_there_too(context, verb)


def is_there_too(context: Context, verb: Token) -> bool:
    """ "Was in the chair", "represented Russia", "stayed until supper", "left the room", "Serbia sent X".

    Args:
        context: The report.
        verb: A verb right behind the telling of a meeting.
    """
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"relcl", "acl", "xcomp"} or is_denied(verb):
        return False
    if verb.dep_ == "advcl" and (_told_in_same(verb) or not any(c.lower_ in _WHEN for c in verb.children)):
        return False  # "the talks collapsed when X walked out": that is told already
    subject = nearest_subject(verb) or _subject_of_joined(verb)
    if subject is None or not _is_somebody(context, subject):
        return False
    return any(way(context, verb, subject) for way in _WAYS)


def _told_in_same(verb: Token) -> bool:
    nouns = meeting_words().nouns
    return any({t.lemma_.lower(), t.lower_} & nouns for t in verb.doc[verb.sent.start : verb.i])


def _subject_of_joined(verb: Token) -> Token | None:
    return nearest_subject(verb.head) if verb.dep_ == "conj" else None


def _is_somebody(context: Context, subject: Token) -> bool:
    beside = (subject, *(c for c in subject.children if c.dep_ == "appos"))
    return any(context.roster.at(t) for t in beside) or (subject.pos_ == "NOUN" and is_person_word(context, subject))


def _is_a_person(context: Context, token: Token) -> bool:
    beside = (token, *(c for c in token.children if c.dep_ == "appos"))
    return any(is_person(context, a) for t in beside for a in context.roster.at(t))


def _in_the_chair(_context: Context, verb: Token, _subject: Token) -> bool:
    """ "X was in the chair", "my colleague Y will be in the chair"."""
    chair = any(t.lemma_ in _SEATS for t in objects_behind(verb, {"in"}))
    took = verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lemma_ in _SEATS for c in verb.children)
    return ((verb.lemma_ == "be" and chair) or took) and tense_of(verb) in {"past", "to_come"}


def _represented(context: Context, verb: Token, subject: Token) -> bool:
    """ "Deputy Minister X represented Russia": a person, a side; not "represents the movement in Europe"."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    side = any(context.roster.at(t) and not _is_a_person(context, t) for t in things)
    past = verb.tag_ == "VBD" and not any(c.dep_ == "aux" for c in verb.children)
    ended = any(True for _ in objects_behind(verb, {"in", "as", "since", "from", "until", "on"}))
    return verb.lemma_ == "represent" and past and side and not ended and _is_a_person(context, subject)


def _heads_one_of_them(context: Context, verb: Token, subject: Token) -> bool:
    """ "X heads the first, Y the second": of the delegations that were named."""
    turn = any(c.dep_ == "dobj" and c.lower_ in _TURNS and c.tag_ != "NN" for c in verb.children)
    return verb.lemma_ in {"head", "lead"} and turn and _is_a_person(context, subject)


def _in_attendance(_context: Context, verb: Token, _subject: Token) -> bool:
    """ "X was also in attendance"."""
    return verb.lemma_ == "be" and any(t.lower_ == "attendance" for t in objects_behind(verb, {"in"}))


def _are_listed(_context: Context, verb: Token, subject: Token) -> bool:
    """ "Participants included X, Y and Z"."""
    took_part = subject.tag_ in {"NNS", "NNPS"} and subject.lemma_.lower() in _LISTED
    also = any(c.lower_ in {"also", "further"} for c in verb.children)  # "the delegation also included X"
    took_part = took_part or (also and subject.lemma_.lower() in {"delegation", "team", "group", "party"})
    return verb.lemma_ == "include" and took_part and tense_of(verb) != "to_come"


def _stayed_a_while(_context: Context, verb: Token, _subject: Token) -> bool:
    """ "Stayed for the afternoon", "left before supper", "left early": of persons and delegations."""
    if verb.tag_ != "VBD" or any(c.dep_ in {"dobj", "xcomp", "acomp", "attr"} for c in verb.children):
        return False
    if verb.lemma_ in {"stay", "remain"}:
        lengths = [*objects_behind(verb, {"for", "until", "till", "through"}), *(_times(verb))]
        short = any(t.lemma_.lower() in encounter_words().meals | _HALVES or _is_short(t) for t in lengths)
        return short and not any(True for _ in objects_behind(verb, {"in", "at", "with"}))
    ends = objects_behind(verb, {"before", "after", "during"})
    early = any(c.lower_ == "early" for c in verb.children)
    away = any(True for _ in objects_behind(verb, {"for", "to"}))
    return verb.lemma_ == "leave" and not away and (early or any(t.lemma_ in _HALVES or _is_short(t) for t in ends))


def _is_short(token: Token) -> bool:
    return token.lemma_ in {"minute", "hour", "afternoon", "morning", "evening"}


def _times(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "npadvmod"]


def _left_the_room(_context: Context, verb: Token, _subject: Token) -> bool:
    """ "The rebels left the room", "walked out of the session before lunch"; not "left the room for doubt"."""
    if verb.tag_ != "VBD":
        return False  # who "had walked out" was not there
    if verb.lemma_ in {"leave", "quit", "enter"}:
        rooms = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _ROOMS]
        return any(c.lower_ == "the" for t in rooms for c in t.children) and not any(
            c.lower_ == "for" for c in verb.children
        )
    outs = [c for c in verb.children if c.lower_ == "out" and c.dep_ in {"prt", "advmod", "prep"}]
    left = [t for head in (verb, *outs) for t in objects_behind(head, {"of"})]
    left += [t for head in outs for of in head.children if of.lower_ == "of" for t in of.children if t.dep_ == "pobj"]
    seats = meeting_words().nouns | _ROOMS | {"group", "committee", "commission", "plenary"}
    return verb.lemma_ in _OUT and bool(outs) and all({t.lemma_.lower(), t.lower_} & seats for t in left)


def _sent_somebody(context: Context, verb: Token, subject: Token) -> bool:
    """ "Serbia sent X, who said little": a side, to the meeting that was told of; not "sent X to Damascus"."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    person = any(_is_a_person(context, t) for t in things)
    heads = [verb, *things]
    goals = [t for head in heads for t in objects_behind(head, {"to", "into", "for"})]
    side = bool(context.roster.at(subject)) and not _is_a_person(context, subject)
    free = not any(
        c.dep_ in {"xcomp", "dative", "advcl"} or c.lower_ in {"home", "back", "away"} for c in verb.children
    )
    return verb.lemma_ == "send" and verb.tag_ == "VBD" and person and side and not goals and free


def _spoke_there(_context: Context, verb: Token, subject: Token) -> bool:
    """ "Nineteen delegations spoke", "X talked for half an hour", "read a greeting", "presented a paper"."""
    if verb.tag_ != "VBD":
        return False
    if verb.lemma_ in {"speak", "talk"}:
        free = not any(c.dep_ in {"dobj", "prt"} for c in verb.children)
        others = any(True for _ in objects_behind(verb, {"to", "with", "of", "about", "on", "by", "from"}))
        sent = subject.tag_ == "NNS" and subject.lemma_.lower() in meeting_words().sent
        long = any(_is_short(t) for t in objects_behind(verb, {"for"}))
        return free and not others and (sent or long)
    given = any(c.dep_ == "dobj" and c.lemma_.lower() in _SAID for c in verb.children)
    elsewhere = any(True for _ in objects_behind(verb, {"to", "in"}))
    return verb.lemma_ in _GIVEN and given and not elsewhere


def _took_up(context: Context, verb: Token, subject: Token) -> bool:
    """ "Participants discussed a draft statement": what those did who sat there."""
    took_part = subject.tag_ == "NNS" and subject.lemma_.lower() in _TOOK_PART and not context.roster.at(subject)
    thing = any(c.dep_ == "dobj" for c in verb.children)
    return verb.lemma_.lower() in _TAKE_UP and verb.tag_ == "VBD" and took_part and thing and verb.dep_ == "ROOT"


_WAYS = (
    _in_the_chair,
    _in_attendance,
    _are_listed,
    _represented,
    _heads_one_of_them,
    _stayed_a_while,
    _left_the_room,
    _sent_somebody,
    _spoke_there,
    _took_up,
)
"""What tells that somebody was at the meeting that the words before tell of."""

"""At length: one who works on another for hours, goes about with him, or puts a text into his hands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import is_denied, verb_phrase
from ..phrases import objects_behind
from .people import is_person
from .places import is_place
from .signing import is_signed
from .subjects import is_several, subject_of
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["do_together", "worked_on"]

_PRESS = frozenset(
    {"press", "hear", "lobby", "question", "grill", "lecture", "quiz", "cajole", "coax", "harangue", "sound"}
)
_WITH = frozenset(
    {"argue", "plead", "reason", "bargain", "wrestle", "quarrel", "spar", "walk", "stroll", "sit", "talk", "speak",
     "haggle", "pray", "drive", "ride", "fly", "converse", "chat"}
)  # fmt: skip
_LISTEN = frozenset({"listen", "talk", "speak"})
_GIVE = frozenset({"hand", "present", "deliver", "give", "put", "submit", "show", "pass", "read"})
_CATCH = frozenset({"corner", "buttonhole", "waylay", "accost", "seek out", "sound out"})
_CONSULT = frozenset({"consult", "liaise", "confer", "converse", "chat"})
_ANY = frozenset(phrase.split()[0] for phrase in {*_PRESS, *_WITH, *_LISTEN, *_GIVE, *_CATCH, *_CONSULT, "join"})
"""The verbs of all ways: no other is looked at any further."""
_HOURS = frozenset({"hour", "minute", "night", "dawn", "midnight", "daybreak", "evening", "afternoon", "morning"})
_TOGETHER = frozenset(
    {"pray", "walk", "eat", "sup", "appear", "drive", "ride", "fly", "travel", "tour", "toast", "sing", "dance",
     "stroll", "fish", "hunt", "emerge", "drink", "swim", "arrive", "leave", "watch"}
)  # fmt: skip


def worked_on(context: Context, verb: Token) -> Iterator[Token]:
    """The words for those whom one person worked on for hours, caught somewhere, or handed a text.

    Args:
        context: The report.
        verb: A verb.
    """
    if verb.tag_ not in {"VBD", "VBN", "VBG"} or verb.lemma_.lower() not in _ANY or is_denied(verb):
        return
    if any(c.dep_ == "auxpass" for c in verb.children) and verb.lemma_ != "join":
        return
    subject = subject_of(verb)
    if subject is None or not (_is_person(context, subject) or subject.lower_ in {"i", "we"}):
        return
    for whom in (_for_hours, _handed, _caught, _joined_by):
        found = [t for t in whom(context, verb) if _is_person(context, t)]
        if found:
            yield from found
            return


def _is_person(context: Context, token: Token) -> bool:
    beside = (token, *(c for c in token.children if c.dep_ == "appos"))
    return any(is_person(context, a) for t in beside for a in context.roster.at(t))


def _for_hours(_context: Context, verb: Token) -> Iterator[Token]:
    """ "Pressed X for two hours", "argued with X until dawn", "walked in the garden with X for an hour"."""
    lemma = verb.lemma_.lower()
    if lemma not in _PRESS | _WITH | _LISTEN:
        return
    beside = [*objects_behind(verb, {"with"} if lemma in _WITH else ()), *objects_behind(verb, {"in", "at"})]
    lengths = [*objects_behind(verb, {"for", "until", "till", "past", "into", "through"})]
    lengths += [t for head in beside for t in objects_behind(head, {"for", "until", "till"})]
    if not any(t.lemma_ in _HOURS or t.ent_type_ == "TIME" for t in lengths):
        return
    if lemma in _PRESS:
        yield from (c for c in verb.children if c.dep_ == "dobj")
    if lemma in _LISTEN:
        yield from objects_behind(verb, {"to"})
    if lemma in _WITH:
        yield from objects_behind(verb, {"with"})
        yield from (t for head in (*lengths, *beside) for t in objects_behind(head, {"with"}))


def _handed(context: Context, verb: Token) -> Iterator[Token]:
    """ "Handed X a letter in Vienna", "presented the plan to X on Tuesday": into his hands, somewhere or some day."""
    words = encounter_words()
    things = [c for c in verb.children if c.dep_ == "dobj"]
    texts = [c for c in things if c.lemma_.lower() in words.carried - {"answer", "question", "version"} or is_signed(c)]
    if verb.lemma_.lower() not in _GIVE or not texts:
        return
    whom = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    whom += [t for c in verb.children if c.dep_ == "dative" for t in c.children if t.dep_ == "pobj"]
    whom += [t for head in (verb, *texts) for t in objects_behind(head, {"to"})]
    heads = (verb, *whom, *texts)
    once = any(
        is_place(context, t) or t.ent_type_ == "DATE" for h in heads for t in objects_behind(h, {"in", "at", "on"})
    )
    once = once or any(c.dep_ == "npadvmod" and c.ent_type_ in {"DATE", "TIME"} for h in heads for c in h.children)
    yield from whom if once else ()


def _caught(context: Context, verb: Token) -> Iterator[Token]:
    """ "Cornered X at the hotel", "sought out X in Vienna", "consulted with X on Monday"."""
    if {verb.lemma_.lower(), verb_phrase(verb)} & _CATCH:
        things = [c for c in verb.children if c.dep_ == "dobj"]
        inside = [t for head in (verb, *things) for t in objects_behind(head, {"in", "at", "on", "outside"})]
        if any(is_place(context, t) or t.ent_type_ == "DATE" or t.lemma_ == "corridor" for t in inside):
            yield from things
    elif verb.lemma_.lower() in _CONSULT:
        lines = (t for t in objects_behind(verb, {"by", "on", "over"}) if t.lower_ in meeting_words().by_telephone)
        yield from (t for head in (verb, *lines) for t in objects_behind(head, {"with"}))


def _joined_by(context: Context, verb: Token) -> Iterator[Token]:
    """ "At two we were joined by X"; not "was joined by X in saying"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    agents = list(objects_behind(verb, {"by"}))
    doing = any(
        t.tag_ == "VBG" for head in (verb, *agents) for p in head.children for t in p.children if p.lower_ == "in"
    )
    if verb.lemma_ == "join" and passive and not doing:
        heads = (verb, *agents)
        times = [t for h in heads for t in objects_behind(h, {"at", "on", "for", "in"})]
        if any(t.ent_type_ in {"DATE", "TIME", "CARDINAL"} or is_place(context, t) for t in times):
            yield from agents


def do_together(context: Context, verb: Token) -> bool:
    """ "X and Y prayed together on Sunday", "the two men drove to the border together": of persons."""
    if verb.lemma_.lower() not in _TOGETHER or verb.tag_ not in {"VBD", "VBN"} or is_denied(verb):
        return False
    if not any(c.lower_ == "together" and c.dep_ == "advmod" for c in verb.children):
        return False
    subject = subject_of(verb)
    if subject is None or not is_several(subject) or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    return _is_person(context, subject) or subject.lemma_.lower() in {"man", "woman", "president", "minister", "leader"}

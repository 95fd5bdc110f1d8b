"""Seeing somebody: calls on people, meals given to them, what one tells another face to face, cabinets summoned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import is_denied, is_speech, verb_phrase
from ..phrases import objects_behind
from .alongside import stands_by, told_at_their_place
from .person_words import is_person_word
from .places import is_place
from .subjects import subject_of
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["seen_by", "sees_somebody"]

_CALLS = frozenset({"call", "drop"})
_FAR = 3
_EACH_ALONE = frozenset({"separately", "privately", "briefly", "twice"})
_ACROSS = frozenset({"across", "opposite", "facing"})


def sees_somebody(context: Context, verb: Token) -> bool:
    """Does a verb, with what hangs on it, tell that somebody sees others, though it is no verb of meeting?"""
    if not any(True for _ in seen_by(context, verb)):
        return False
    said_more = verb.dep_ == "acl" and verb.tag_ == "VBG"  # "X, speaking in Y alongside Z, denied it"
    subject = subject_of(verb) or (verb.head if said_more else None)
    return subject is not None and _is_of_people(context, subject)


def _is_of_people(context: Context, token: Token) -> bool:
    """Is it a word for people, "he", "she" or "they" too?"""
    return token.lower_ in {"he", "she", "they", "i", "we"} or is_person_word(context, token)


def seen_by(context: Context, verb: Token) -> Iterator[Token]:
    """The words for those whom somebody sees so, none where the verb tells of other things.

    Args:
        context: The report.
        verb: A verb.
    """
    for whom in _WAYS:
        found = [t for t in whom(context, verb) if is_person_word(context, t)]
        if found:
            yield from found
            return


def _taken_up_with(context: Context, verb: Token) -> Iterator[Token]:
    """ "Brought the matter up with X in Tehran", "discussed the plan with X on Monday": with a person, once."""
    over = [t for t in objects_behind(verb, {"over"}) if _is_matter(t)] if verb.lemma_ == "go" else []
    if not ({verb.lemma_.lower(), verb_phrase(verb)} & encounter_words().take_up or over) or is_denied(verb):
        return
    # "the plan with X": the parser hangs it on the plan
    heads = (verb, *over, *(c for c in verb.children if c.dep_ == "dobj"))
    people = [t for head in heads for t in objects_behind(head, {"with"}) if _is_named(context, t)]
    behind = [*objects_behind(verb, {"in", "at", "on"}), *(g for t in people for g in objects_behind(t, {"in", "at"}))]
    rooms = encounter_words().rooms
    rooms |= meeting_words().margins
    once = any(is_place(context, t) or t.ent_type_ in {"DATE", "TIME"} or t.lemma_ in rooms for t in behind)
    if verb.tag_ in {"VBD", "VBN"} and once:
        yield from people


def _is_matter(token: Token) -> bool:
    """ "Went over the map with X"."""
    matters = encounter_words().carried | encounter_words().settled | meeting_words().signed
    return token.lemma_.lower() in matters | {"line", "article", "clause", "detail"}


def _on_the_line(context: Context, verb: Token) -> Iterator[Token]:
    """ "Is twice on the telephone to X"."""
    if verb.lemma_ not in {"be", "get", "spend"}:
        return
    lines = [t for t in objects_behind(verb, {"on"}) if t.lower_ in {*meeting_words().by_telephone, "line"}]
    for head in (verb, *lines) if lines else ():
        yield from (t for t in objects_behind(head, {"to", "with"}) if _is_named(context, t))


def _said_by_telephone(context: Context, verb: Token) -> Iterator[Token]:
    """ "Confirmed to X by telephone that", "told X by phone on Monday", "assured the president over a video link"."""
    tells = verb.tag_ in {"VBD", "VBN"} and (is_speech(verb) or verb.lemma_.lower() in encounter_words().tell)
    if not tells or any(c.dep_ == "auxpass" for c in verb.children):
        return
    whom = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    whom += [t for c in verb.children if c.dep_ == "dative" for t in c.children if t.dep_ == "pobj"]
    whom += objects_behind(verb, {"to"})
    lines = [t for head in (verb, *whom) for t in objects_behind(head, {"by", "on", "over", "via"})]
    if not any(t.lower_ in {*meeting_words().by_telephone - {"conference"}, "link"} for t in lines):
        return
    subject = subject_of(verb)
    if subject is not None and _is_of_people(context, subject) and not is_denied(verb):
        yield from (t for t in whom if _is_a_person(context, t))


def _called_on(context: Context, verb: Token) -> Iterator[Token]:
    """ "Called on the president at his residence"; not "called on the parties to stop", nor "called on Israel"."""
    if verb.lemma_ == "call" and any(c.lower_ in _EACH_ALONE for c in verb.children):
        sides = meeting_words().sent | {"side", "party", "camp"}  # "called separately on both delegations"
        yield from (t for t in objects_behind(verb, {"on"}) if t.lemma_.lower() in sides)
    if not _is_before_time(verb):
        return
    for person in objects_behind(verb, {"on"} if verb.lemma_ == "call" else {"on", "by"}):
        asked = any(t.tag_ == "TO" or t.lower_ == "for" for t in verb.doc[person.i + 1 : person.i + _FAR])
        if not asked and person.ent_type_ not in {"DATE", "TIME"} and _is_a_person(context, person):
            yield person


def _called_at(context: Context, verb: Token) -> Iterator[Token]:
    """ "Called at Downing Street this morning to urge the prime minister to wait": whom one goes to a house to see."""
    if verb.lemma_ != "call" or not any(is_place(context, t) for t in objects_behind(verb, {"at"})):
        return
    seeing = meeting_words().receive | meeting_words().meet | encounter_words().tell
    for purpose in verb.children:
        if purpose.dep_ in {"xcomp", "advcl"} and purpose.lemma_.lower() in seeing:
            yield from (c for c in purpose.children if c.dep_ == "dobj")


def _is_before_time(verb: Token) -> bool:
    """ "Call on the president once a deal is signed": the clause says when."""
    hung = {"dobj", "xcomp", "ccomp"} - ({"xcomp"} if verb.lemma_ == "drop" else set())
    if verb.lemma_.lower() not in _CALLS or any(c.dep_ in hung for c in verb.children):
        return False
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    dropped = verb.lemma_ == "drop"  # "dropped in on the president to say that ...": nobody is asked for anything
    return all(dropped or any(g.dep_ in {"mark", "advmod"} for g in c.children) for c in clauses)


def _is_a_person(context: Context, token: Token) -> bool:
    """A named person, or an office with its article ("the president")."""
    if any(context.roster.actors[a].kind == "person" for a in context.roster.at(token)) or token.ent_type_ == "PERSON":
        return True
    return token.tag_ in {"NN", "NNP"} and token.lemma_.lower() in meeting_words().personal


def _treated(_context: Context, verb: Token) -> Iterator[Token]:
    """ "Gave them lunch", "hosted the two negotiators to dinner"."""
    words = encounter_words()
    if verb.lemma_.lower() not in words.treat or is_denied(verb):
        return
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if any(c.lemma_.lower() in words.meals for c in things):
        datives = [c for c in verb.children if c.dep_ == "dative"]
        yield from (c for c in datives if c.pos_ != "ADP")
        yield from (t for c in datives if c.pos_ == "ADP" for t in c.children if t.dep_ == "pobj")
        yield from objects_behind(verb, {"for", "to"})
        yield from (t for c in things for t in objects_behind(c, {"for"}))
    elif any(t.lemma_.lower() in words.meals for t in _behind(verb, things)):
        yield from things


def _behind(verb: Token, things: list[Token]) -> Iterator[Token]:
    for head in (verb, *things):
        yield from objects_behind(head, {"to", "for", "at", "over"})


def _told_there(context: Context, verb: Token) -> Iterator[Token]:
    """ "Asked President X at the palace on Monday to ...", of one person to another, at a place."""
    if verb.lemma_.lower() not in encounter_words().tell or verb.tag_ != "VBD" or is_denied(verb):
        return
    people = [c for c in verb.children if c.dep_ == "dobj" and _is_named(context, c)]
    subject = subject_of(verb)
    placed = any(is_place(context, t) for t in objects_behind(verb, {"at", "in"}))
    if subject is not None and people and placed and _is_named(context, subject):
        yield from people


def _is_named(context: Context, token: Token) -> bool:
    persons = any(context.roster.actors[a].kind == "person" for a in context.roster.at(token))
    return persons and (token.pos_ == "PROPN" or token.dep_ in {"nsubj", "dobj"})


def _convoked(_context: Context, verb: Token) -> Iterator[Token]:
    """ "Summoned his security cabinet", "gathered the faction leaders": of one who calls a body or several people."""
    words = meeting_words()
    if verb.lemma_.lower() not in encounter_words().convoke or is_denied(verb):
        return
    for thing in verb.children:
        new = any(c.lower_ in {"a", "an"} for c in thing.children)  # "assembled a team"
        if thing.dep_ == "dobj" and thing.pos_ in {"NOUN", "PROPN"} and not new:
            body = thing.lemma_.lower() in words.assemblies and thing.lemma_.lower() not in {"force", "commander"}
            people = thing.tag_ == "NNS" and thing.lemma_.lower() in words.collective - {"force", "militia"}
            if body or people:
                yield thing


def _shut_in_with(_context: Context, verb: Token) -> Iterator[Token]:
    """ "Shut themselves in with the delegation", "locked himself away with his advisers"."""
    own = any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) for c in verb.children)
    if verb.lemma_.lower() in {"shut", "lock", "closet"} and own and verb_phrase(verb) != "shut up":
        yield from objects_behind(verb, {"with"})


def _sat_across(_context: Context, verb: Token) -> Iterator[Token]:
    """ "Sat across from X", "sat opposite the guerrillas", "sat facing X"."""
    if verb.lemma_.lower() not in {"sit", "seat"} or is_denied(verb):
        return
    yield from objects_behind(verb, _ACROSS)
    if any(c.lower_ == "across" and c.dep_ in {"prt", "advmod"} for c in verb.children):
        yield from objects_behind(verb, {"from"})


_WAYS = (
    _taken_up_with,
    _on_the_line,
    _said_by_telephone,
    _called_on,
    _called_at,
    _treated,
    _told_there,
    _convoked,
    _shut_in_with,
    _sat_across,
    stands_by,
    told_at_their_place,
)
"""The ways of seeing somebody that are no verbs of meeting."""

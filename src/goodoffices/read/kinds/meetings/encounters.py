"""Encounters: people who come together in words that name no meeting ("shook hands", "had a word", "at one table")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .counting import is_counted
from .person_words import is_person_word
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = [
    "companions",
    "is_encounter",
    "is_reciprocal",
    "is_return_to_table",
    "is_seating",
    "is_thing_of_encounter",
    "is_work",
    "joins_people",
    "leaves_table",
]

_LENGTHS = frozenset({"for", "over"})
_AT = frozenset({"at", "in", "round", "around", "into", "under"})


def is_encounter(context: Context, verb: Token) -> bool:
    """Does a verb, with what stands behind it, tell that people are together?"""
    words, lemma = encounter_words(), verb.lemma_.lower()
    things = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    if things & words.things.get(lemma, frozenset()):
        return _has_company(context, verb) or (_is_of_several(verb) and lemma != "spend")
    if lemma in words.alone:
        return _has_company(context, verb) or _is_of_several(verb)
    if is_work(verb):
        return _works_together(verb)
    if _is_before_each_other(verb):
        return _is_of_several(verb) or _has_company(context, verb)
    if _is_side_by_side(verb) or _sits_together(verb):
        return _is_of_several(verb)
    return (
        is_seating(verb)
        or leaves_table(verb)
        or is_return_to_table(verb)
        or _is_face_to_face(context, verb)
        or _sits_beside(context, verb)
    )


def _sits_beside(context: Context, verb: Token) -> bool:
    """ "Sat between X and Y", "stood beside X", "sat with X", "sat on either side of the prince"."""
    return (verb.lemma_ == "sit" or _stands_beside(verb)) and any(
        is_person_word(context, token) for token in _neighbours(verb)
    )


def _is_at_length(verb: Token) -> bool:
    """Beside somebody for a time, or several beside one: not the adviser who sits beside the speaker."""
    return _is_of_several(verb) or any(t.lemma_ in {"hour", "minute"} for t in objects_behind(verb, {"for"}))


def _stands_beside(verb: Token) -> bool:
    if verb.lemma_ != "stand":
        return False
    sides = (t for t in objects_behind(verb, {"on", "at"}) if t.lemma_ == "side")
    either = any(c.lower_ in {"either", "both", "each"} for t in sides for c in t.children)
    return either or any(c.lower_ in {"beside", "alongside", "between"} for c in verb.children)


def _neighbours(verb: Token) -> Iterator[Token]:
    if verb.lemma_ == "stand" and any(c.lower_ in {"afterwards", "afterward"} for c in verb.children):
        return  # before the press, after the meeting
    beside = {"beside", "alongside"} if _is_at_length(verb) else set()
    yield from objects_behind(verb, {"between", "with", "opposite", *beside})
    for length in objects_behind(verb, {"for"}):  # "sat for two hours with X": the parser hangs X on the hours
        yield from objects_behind(length, {"with"} if length.lemma_ in {"hour", "minute"} else ())
    for side in objects_behind(verb, {"on", "at"}):
        if side.lemma_ == "side":
            yield from objects_behind(side, {"of"})


def _is_before_each_other(verb: Token) -> bool:
    """ "Faced each other for eight hours": for as long as a meeting lasts, not across a front."""
    if verb.lemma_ != "face" or any(t.lemma_ != "table" for t in objects_behind(verb, {"across"})):
        return False  # a river, a front
    times = any(t.lemma_ in {"hour", "minute"} for t in objects_behind(verb, {"for"}))
    times = times or any(t.lemma_ == "table" for t in objects_behind(verb, {"across", "over"}))
    if is_counted(verb) and verb.tag_ in {"VBD", "VBN"}:
        return True  # "seven times the committee faced the guerrillas"
    return is_reciprocal(verb) and times


def is_work(verb: Token) -> bool:
    """ "Resumed work in Maputo"."""
    words = encounter_words()
    return verb.lemma_.lower() in words.working and any(
        c.dep_ == "dobj" and c.lemma_.lower() in words.work for c in verb.children
    )


def is_thing_of_encounter(word: Token) -> bool:
    """Is it what a verb of an encounter takes, so that what hangs on it is the meeting's ("resumed work in Maputo")?"""
    words = encounter_words()
    things = words.work | words.tables | words.things.get(word.head.lemma_.lower(), frozenset())
    faces = word.lemma_ == "face" and word.head.lemma_ in {"to", "face", "come"}  # "came face to face in X"
    return faces or (word.dep_ in {"dobj", "pobj"} and word.lemma_.lower() in things)


def is_seating(verb: Token) -> bool:
    """ "Sat at one table", "had them in the same room", "sat at the table in March"."""
    words = encounter_words()
    if verb.lemma_.lower() not in words.together:
        return False
    backs = [c for c in verb.children if c.lower_ == "back"]  # "are back at the table": the parser hangs "at" on "back"
    for table in (t for head in (verb, *backs) for t in objects_behind(head, _AT)):
        if any(t.lower_ == "not" for t in table.doc[max(verb.i, table.head.i - 1) : table.head.i]):
            continue  # "in the same hotel but not in the same room"
        if table.lemma_.lower() not in words.tables:
            continue
        if any(c.lower_ in words.which for c in table.children):
            return True
        known = any(c.lower_ == "the" for c in table.children)
        if known and (verb.lemma_ == "sit" or (verb.lemma_ == "be" and (table.lemma_ == "room" or backs))):
            return True
    return False


def is_return_to_table(verb: Token) -> bool:
    """ "Returned to the table on Monday"."""
    words = encounter_words()
    backs = (c for c in verb.children if c.lower_ == "back")  # "are to come back to the table"
    tables = (t for head in (verb, *backs) for t in objects_behind(head, {"to"}) if t.lemma_ == "table")
    known = any(c.lower_ in {"the", *words.which} for t in tables for c in t.children)
    return verb.lemma_.lower() in words.back and known


def leaves_table(verb: Token) -> bool:
    """ "The six delegations rose from the table", "the rebels left the table": of those who sat there."""
    if verb.lemma_ in {"rise", "get"}:
        tables = [*objects_behind(verb, {"from"})]
    elif verb.lemma_ in {"leave", "quit"}:
        tables = [c for c in verb.children if c.dep_ == "dobj"]
    else:
        return False
    known = (t for t in tables if t.lemma_ == "table" and any(c.lower_ in {"the", "negotiating"} for c in t.children))
    return verb.tag_ in {"VBD", "VBN"} and any(True for _ in known)


def joins_people(context: Context, verb: Token) -> bool:
    """ "Is expected to join the negotiators", "experts join them on Monday": those who sit together."""
    if verb.lemma_ != "join" or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    whom = [c for c in verb.children if c.dep_ == "dobj"]
    people = meeting_words().sent | {"mediator", "minister", "delegate", "envoy", "leader", "facilitator"}
    seated = any(c.lower_ == "them" or (c.lemma_.lower() in people and c.tag_ == "NNS") for c in whom)
    subject = _subject(verb)
    return seated and subject is not None and is_person_word(context, subject)


def is_reciprocal(verb: Token) -> bool:
    """ "Will see each other again"."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i]
    return any((c.nbor(-1).lower_, c.lower_) in {("each", "other"), ("one", "another")} for c in objects)


def companions(verb: Token) -> Iterator[Token]:
    """Whom a verb of an encounter names besides its subject and object: behind "with", wherever it hangs."""
    if verb.lemma_ in {"sit", "stand"}:
        yield from _neighbours(verb)
    for child in verb.children:
        if child.dep_ in {"dobj", "npadvmod"}:
            yield from objects_behind(child, {"with"} | ({"of"} if child.lemma_ == "hand" else set()))
        elif child.dep_ == "prep" and child.lower_ in _AT - {"at"}:  # "sat in the same room as the rebels"
            for inner in child.children:
                if inner.lemma_.lower() in encounter_words().tables:
                    yield from objects_behind(inner, {"as", "with"})
        elif child.dep_ == "prep" and child.lower_ in {*_LENGTHS, "to", "at"}:  # "closeted for an hour with"
            for inner in child.children:
                if inner.lemma_ in {"face", "length"} or inner.ent_type_ == "TIME":
                    yield from objects_behind(inner, {"with"})


def _has_company(context: Context, verb: Token) -> bool:
    beside = [*objects_behind(verb, {"with"}), *companions(verb)]
    beside += [c for c in verb.children if c.dep_ == "dobj" and is_person_word(context, c)]
    return any(is_person_word(context, token) for token in beside)


def _subject(verb: Token) -> Token | None:
    above = verb
    for _ in range(3):
        found = next((c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if found is not None or above.dep_ not in {"conj", "xcomp", "advcl"}:
            return found
        above = above.head
    return None


def _is_of_several(verb: Token) -> bool:
    """Is its subject more than one ("the two men embraced")?"""
    subject = _subject(verb)
    if subject is None:
        return False
    behind = [subject, *(c for c in subject.children if c.dep_ == "appos")]  # "the minister, X, and the negotiator, Y"
    several = any(c.dep_ == "conj" for t in behind for c in t.children) or subject.lower_ in {
        "they",
        "both",
        "we",
        "two",
    }
    people = meeting_words().personal | meeting_words().sent | {"side", "party", "negotiator", "delegate"}
    return several or (subject.lemma_.lower() in people and subject.tag_ in {"NNS", "NNPS"})


def _works_together(verb: Token) -> bool:
    """ "The joint commission resumed work", "the teams start work": of those who sit together."""
    subject = _subject(verb)
    if subject is None:
        return False
    words = meeting_words()
    body = subject.lemma_.lower() in words.assemblies - {"government", "parliament", "cabinet", "mission", "court"}
    return body or subject.lemma_.lower() in words.sent or _is_of_several(verb)


def _sits_together(verb: Token) -> bool:
    """ "The three men sat together for more than three hours"."""
    long = any(t.lemma_ in {"hour", "minute", "night", "evening"} for t in objects_behind(verb, {"for"}))
    together = any(c.lower_ == "together" and c.dep_ == "advmod" for c in verb.children)
    return verb.lemma_ in {"sit", "remain", "stay"} and together and long


def _is_side_by_side(verb: Token) -> bool:
    """ "Stood side by side on the lawn"."""
    side = any(c.lower_ == "side" and c.dep_ in {"npadvmod", "advmod", "dobj"} for c in verb.children)
    return side and verb.lemma_ in {"stand", "sit", "walk", "appear"}


def _is_face_to_face(context: Context, verb: Token) -> bool:
    """ "Will come face to face with X"."""
    face = any(c.dep_ in {"npadvmod", "advmod", "dobj"} and c.lower_ == "face" for c in verb.children)
    return (
        face
        and verb.lemma_ in {"come", "sit", "be", "bring", "speak", "talk"}
        and (_has_company(context, verb) or _is_of_several(verb))
    )

"""Speaking: "spoke to", "talked for three hours", "is to report to": words between people that tell of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...actors.lexicon import lexicon
from ..outlook_words import outlook_words
from ..phrases import objects_behind
from .person_words import is_person_word
from .subjects import own_subject
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_assembly", "is_joint_subject", "reports", "speaks"]


def speaks(context: Context, verb: Token) -> bool:
    """ "Spoke to the president", "the two spoke by telephone": with people, or of several with each other."""
    length = (t for t in objects_behind(verb, {"at", "for"}) if t.lemma_ in {"length", "hour", "minute"})
    beside = (t for head in (verb, *length) for t in objects_behind(head, {"with", "to"}))
    return any(is_person_word(context, c) for c in beside) or _speak_together(verb)


def reports(context: Context, verb: Token) -> bool:
    """ "Is to report to the Council", "will testify before the Senate": to somebody whom the report names."""
    heard = list(objects_behind(verb, {"to", "before"}))
    committee = verb.lemma_ == "testify" and any(is_assembly(c) for c in heard)
    chief = any(c.lower_ in lexicon().offices or c.lower_ in {"general", "secretary"} for c in heard)
    return committee or chief or any(is_person_word(context, c) and context.roster.at(c) for c in heard)


def _speak_together(verb: Token) -> bool:
    """ "The two spoke by telephone", "they talked for three hours": of several people, with a length or a telephone."""
    subject = own_subject(verb)
    if verb.lemma_.lower() == "engage" or subject is None:
        return False
    to_come = any(c.dep_ == "aux" and c.lower_ in outlook_words().modals for c in verb.children)
    to_come = to_come or (verb.dep_ == "xcomp" and verb.head.lemma_ in outlook_words().to_come_adjectives)
    if to_come and any(c.lower_ == "again" for c in verb.children) and is_joint_subject(subject):
        return True
    begun = verb.dep_ == "xcomp" and verb.head.lemma_ in {"begin", "start"} and verb.head.tag_ in {"VBD", "VBN"}
    if is_joint_subject(subject) and (verb.tag_ in {"VBD", "VBN"} or begun) and _is_once_somewhere(verb):
        return True
    for inner in objects_behind(verb, {"for", "by", "over", "on"}):
        if inner.lower_ in meeting_words().by_telephone and any(objects_behind(inner, {"with", "to"})):
            return True
        if not is_joint_subject(subject):
            continue
        long = inner.ent_type_ == "TIME" or inner.lemma_ in {"hour", "day", "week", "night"}
        if long or inner.lower_ in meeting_words().by_telephone:
            return True
    return False


def _is_once_somewhere(verb: Token) -> bool:
    """ "Had last spoken in March in Port Moresby": in a town, and about nothing that is said there of others."""
    if any(c.lower_ == "face" for c in verb.children):
        return True  # "spoke face to face", which the parser takes for a verb
    behind = list(objects_behind(verb, {"in", "at"}))
    towns = [t for t in behind if t.pos_ == "PROPN" and t.ent_type_ in {"GPE", "FAC"}]
    return bool(towns) and not any(c.dep_ in {"dobj", "ccomp"} or c.lower_ in {"of", "about"} for c in verb.children)


def is_joint_subject(subject: Token) -> bool:
    """Is a subject more than one, by its form ("X and Y", "the ministers", "we")?"""
    joined = any(c.dep_ == "conj" for c in subject.children)
    return joined or subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in {"we", "they", "both", "two"}


def is_assembly(token: Token) -> bool:
    """Is it a body that meets, whoever sits on it ("the commission", "the Security Council")?"""
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in meeting_words().assemblies

"""Whether a word of progress tells of what is: not of what is hoped for, still to come, or no matter of the talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .stances import frames
from .status_words import status_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .status_words import Claim

__all__ = [
    "RELATIVE",
    "hangs",
    "is_hoped",
    "is_of_little",
    "is_of_the_talks",
    "is_only_named",
    "is_retold",
    "is_state",
    "is_to_come",
]


_HANGING = frozenset(
    {"once", "if", "until", "unless", "when", "before", "after", "as", "whenever", "how", "whether", "why", "since"}
)


RELATIVE = frozenset({"which", "that"})
"""Pronouns that stand for what their clause hangs on."""
_SIGNING = frozenset({"sign", "initial", "conclude", "reach"})
_NEAR = 12
"""Words before a verb in which the opening word of its clause stands."""


def hangs(verb: Token) -> bool:
    """Does the clause only name a time, a condition or a question ("once it is agreed", "how it is settled")?"""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
    ahead = verb.doc[max(verb.left_edge.i, verb.i - _NEAR) : verb.i]
    open_object = any(word.lower_ in {"whatever", "what", "whichever"} for word in ahead)
    return open_object or bool(marks & _HANGING)


def is_state(participle: Token) -> bool:
    """Is a participle said of a thing ("the talks are stalled"), not what someone does ("has blocked")?"""
    if participle.tag_ not in {"VBN", "VBD", "VBG"}:
        return False
    return participle.dep_ in {"amod", "acl", "acomp"} or any(c.dep_ == "auxpass" for c in participle.children)


def is_of_little(verb: Token) -> bool:
    """ "agree on little", "agreed to disagree": no agreement."""
    behind = [t for c in verb.children if c.dep_ == "prep" for t in c.children]
    return any(t.lower_ in {"little", "nothing"} for t in behind) or any(
        c.lemma_ in {"disagree", "differ"} for c in verb.children if c.dep_ == "xcomp"
    )


def is_to_come(verb: Token) -> bool:
    """Is it an infinitive, of what is still to be done ("asked for the debts to be settled")?"""
    if not any(c.tag_ == "TO" for c in verb.children):
        return False
    return verb.head.lemma_.lower() not in status_words()[2]["done"]


def is_of_the_talks(verb: Token, subject: Token | None) -> bool:
    """Is what is halted or put off the talks, or what they agreed?"""
    things = [c for c in verb.children if c.dep_ == "dobj"] or ([subject] if subject is not None else [])
    if verb.dep_ == "relcl" and subject is not None and subject.lower_ in RELATIVE:
        things.append(verb.head)  # "the dialogue, which has been suspended"
    talks = status_words()[2]
    known = talks["nouns"] | talks["carried"]
    return any(t.lemma_.lower() in known for t in things) or any(
        c.lemma_.lower() in known for t in things for c in t.children if c.dep_ == "conj"
    )


def is_hoped(noun: Token) -> bool:
    """ "watches for potential breakthroughs", "the prospect of progress": not there yet."""
    hoped = status_words()[2]["hoped"]
    if any(c.lower_ in hoped for c in noun.children if c.dep_ == "amod"):
        return True
    above = noun.head.head if noun.head.dep_ == "prep" else noun.head
    if noun.dep_ == "dobj" and above.dep_ == "pcomp" and above.head.head.lemma_.lower() in hoped:
        return True  # "efforts focused on securing agreements"
    return noun.dep_ in {"pobj", "dobj"} and above.lemma_.lower() in hoped


def is_only_named(noun: Token, verb: Token, claim: Claim) -> bool:
    """Does a noun only speak of what was told before, or is still to come ("the breakdown", "before a deal is signed")?

    Args:
        noun: The noun of a claim.
        verb: The verb that it stands by.
        claim: What the noun claims.
    """
    known = any(c.lower_ in {"the", "this", "that"} for c in noun.children if c.dep_ == "det")
    if claim.new:
        return known
    if not claim.verbs or claim.status != "agreed":
        return False
    if known and verb.dep_ in {"pcomp", "relcl", "acl"}:
        return True  # "the part that it played in reaching the agreement", "who brokered the deal"
    if is_retold(verb, noun):
        return True
    ahead = any(c.lower_ in {"will", "shall"} and c.dep_ == "aux" for c in verb.children)
    return ahead or hangs(verb) or is_to_come(verb)


def is_retold(verb: Token, subject: Token) -> bool:
    """ "The accord was signed in a hotel above the town": only how that came about which was told before.

    Args:
        verb: A verb.
        subject: Its subject.
    """
    papers = frames().accords | frames().documents
    if subject.dep_ != "nsubjpass" or verb.lemma_ not in _SIGNING or subject.lemma_.lower() not in papers:
        return False
    return [c.lower_ for c in subject.children] in (["the"], ["this"], ["that"])

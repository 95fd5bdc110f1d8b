"""Describing: what the words around a body say of it, where its own name does not tell that it is an arrangement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import clause_of
from .vocabulary import mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "STOPS",
    "is_described",
    "is_in_text",
    "is_led",
    "is_needless",
    "is_spoken_of",
    "is_to_be",
    "is_watching",
    "refers_back",
]

_DETERMINERS = "the a an this that these those its their his her our any no all some each both such".split()  # noqa: SIM905
_SMALL = "of in to for on by with from at is are was were two three four five six".split()  # noqa: SIM905
STOPS = frozenset((*_DETERMINERS, *_SMALL, *",;:.()\"'", "'s"))
"""Words at which a phrase begins."""
_TEXTS = frozenset(
    "accord agreement annex arrangement clause communique deal declaration document draft framework memorandum".split()  # noqa: SIM905
    + "pact paper plan protocol roadmap schedule statement text timetable understanding".split()  # noqa: SIM905
)
_PROVIDING = frozenset(
    "provide include foresee envisage stipulate comprise contain cover agree sign initial settle regulate".split()  # noqa: SIM905
    + "carry complete conclude arrange bring".split()  # noqa: SIM905
)
"""What a text does with the things it is about."""
_LOOSE = frozenset({"hold", "send", "put", "begin", "start", "host", "call", "ask", "press", "raise", "sign"})
"""Of the verbs of setting up those that are done with other groups too."""

_LACKING = frozenset({"be", "have", "get", "receive", "see", "offer", "contain", "include", "mention", "name", "leave"})
"""Verbs whose object, with "no", is not there."""


def is_in_text(token: Token) -> bool:
    """Is it what a text is about or provides for ("initialled a paper on the release of prisoners")?"""
    top = token
    while top.dep_ == "conj" or (top.dep_ == "pobj" and top.head.dep_ == "conj"):
        top = top.head
    if top.dep_ == "prep":
        prep = top
    elif top.dep_ == "pobj":
        prep = top.head
    else:
        verb = top.head
        return top.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in _PROVIDING
    governing = prep.head.lemma_.lower()
    return prep.lower_ in {"on", "for", "about", "to", "of"} and governing in _PROVIDING | _TEXTS


def is_led(token: Token) -> bool:
    """Does the text say at once who leads it ("a commission under the Red Cross", "a board chaired by judges")?"""
    words = mechanism_words()
    for child in token.children:
        if (
            child.dep_ == "acl"
            and child.lemma_.lower() in words.leading
            and any(c.dep_ == "agent" for c in child.children)
        ):
            return True
        if child.dep_ == "prep" and child.lower_ == "under":
            return any(c.i in c.doc.user_data["actors"] or c.lemma_.lower() in words.under for c in child.children)
    return False


def is_described(token: Token, front: str) -> bool:
    """Does a body have a word of its own, before it or behind ("an inclusive commission", "a commission on land")?"""
    if mechanism_words().other_bodies.search(front.replace("-", " ")) or any(c.dep_ == "poss" for c in token.children):
        return False
    new = any(c.lower_ in {"a", "an"} for c in token.children)
    told = any(c.i > token.i and (c.dep_ in {"relcl", "acl"} or c.lower_ in {"on", "for"}) for c in token.children)
    before = token.i > 0 and token.nbor(-1).lower_ not in STOPS
    counted = any(c.dep_ == "nummod" for c in token.children)
    return (bool(front) or before) if new else (told and bool(front)) or counted


def is_to_be(token: Token) -> bool:
    """Is it one of some kind that somebody sets up, wants or has agreed to ("propose a small council")?"""
    before = {c.lower_ for c in token.children if c.i < token.i}
    if "such" in before or not before & {"a", "an", "another"}:
        return False
    standing = mechanism_words().standing
    clause = clause_of(token)
    verbs = [verb for verb in clause.verbs[:2] if verb.pos_ == "VERB"]
    if clause.relation == "subject" and not any(c.dep_ == "auxpass" for verb in verbs[:1] for c in verb.children):
        return False  # "a committee of the house has urged"
    return clause.relation in {"object", "subject"} and any(
        verb.lemma_.lower() in (standing.set_up | standing.proposed | standing.agreed) - _LOOSE for verb in verbs
    )


def is_watching(token: Token) -> bool:
    """Is it said of a body that it watches ("a commission of generals has been watching it since May")?"""
    words = mechanism_words()
    verb = token.head if token.dep_ == "nsubj" else None
    clauses = [verb] if verb is not None else []
    clauses += [c for c in token.children if c.dep_ in {"relcl", "acl"}]
    for clause in clauses:
        inner = [clause, *(c for c in clause.children if c.dep_ in {"xcomp", "conj"})]
        for doing in inner:
            things = [c for c in doing.children if c.dep_ == "dobj"]
            told = frozenset(form for t in things for form in (t.lemma_.lower(), t.lower_))
            it = "it" in told and doing.lemma_.lower() in words.watching - words.watched_only.keys()
            if it or words.watches(doing.lemma_.lower(), told):
                return True
    return False


def refers_back(token: Token, noun: str) -> bool:
    """Can a bare head mean an arrangement named before ("the mechanism", "a comprehensive exchange")?"""
    if noun == "exchange" and token.dep_ != "ROOT":
        return token.head.lower_ != "in" and not any(c.lower_ == "of" for c in token.children)
    return any(c.lower_ in {"the", "this", "that", "its", "their", "such"} for c in token.children if c.i < token.i)


def is_needless(token: Token) -> bool:
    """ "There is no need of guarantors", "the districts will have no development funds"."""
    if any(c.lower_ == "no" for c in token.children):
        top = token.head if token.dep_ == "conj" else token
        return top.dep_ in {"dobj", "attr"} and top.head.lemma_ in _LACKING
    above = token.head.head if token.dep_ == "pobj" else token
    return above.lemma_ == "need" and any(c.lower_ == "no" for c in above.children)


def is_spoken_of(token: Token, front: str) -> bool:
    """ "The working group set up in May", "the working group that is to ease the row": told of, though it acts too."""
    return "working" in front.split() and any(c.dep_ in {"relcl", "acl"} for c in token.children)

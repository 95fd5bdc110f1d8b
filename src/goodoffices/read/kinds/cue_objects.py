"""What a cue is about: the things and clauses that hang on a word of stance, wherever the parser hangs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .enumerated import enumerated
from .frames import frames

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_anothers", "is_beside", "is_told_to", "objects_of"]

_PREDICATES = frozenset({"ccomp", "attr", "xcomp"})
_CARRYING = frozenset({"have", "give", "raise", "see", "voice", "express", "withhold"})
_SAID_OF_THINGS = frozenset(
    {"demand", "request", "propose", "float", "reject", "oppose", "offer", "suggest", "advocate", "favour", "favor"}
    | {"seek", "dismiss", "refuse", "promise", "pledge", "urge", "resist", "contest", "spurn", "moot", "table"}
)
"""Verbs whose participle with "by" tells whose wish a thing is."""
_PUT_FORWARD = frozenset(
    {"candidate", "minister", "president", "leader", "member", "name", "person", "judge", "figure"}
)
_BEHIND = frozenset({"advmod", "prt", "acomp", "oprd"})


def objects_of(cue: Token, allowed: frozenset[str], part: str) -> Iterator[Token]:
    """Find what a cue is about.

    Args:
        cue: The word of stance.
        allowed: The frames in which it can be: prepositions, "dobj", "clause", "that".
        part: ``verb``, ``noun`` or ``adjective``.
    """
    if part == "noun" and cue.dep_ == "nsubj" and cue.head.lemma_ in {"be", "remain"}:
        if any(c.dep_ == "neg" for c in cue.head.children):
            return  # "the offer is not a surrender": what it is not
        # "the rebels' condition is that ...", "its demand remains the release of ..."
        yield from (t for c in cue.head.children if c.dep_ in _PREDICATES and c.i > cue.i for t in _with_joined(c))
    if part == "verb" and cue.dep_ == "csubj" and any(c.lower_ == "what" for c in cue.children):
        # "what we demand is that ..."
        yield from (t for c in cue.head.children if c.dep_ in _PREDICATES and c.i > cue.i for t in _with_joined(c))
    if part == "noun":
        yield from _behind_its_owner(cue, allowed)
        yield from enumerated(cue)
    elif "clause" in allowed and not any(c.dep_ in {"xcomp", "ccomp"} for c in cue.children):
        yield from _hung_elsewhere(cue)
    if part == "verb" and "dobj" in allowed and _is_contact_clause(cue):
        yield cue.head
    if part == "verb" and _is_of_agent(cue):
        yield cue.head
    if (told := _told_before(cue, allowed, part)) is not None:
        yield told
    yield from _below(cue, allowed, part)


def _below(cue: Token, allowed: frozenset[str], part: str) -> Iterator[Token]:
    """What hangs on a cue itself."""
    for child in cue.children:
        fronted = (
            cue.dep_ != "relcl" and child.dep_ == "dobj" and child.lower_ in {"that", "this", "these", "those"}
        )  # "That we reject."
        if part == "verb" and cue.dep_ == "relcl" and child.dep_ == "dobj" and child.lower_ in {"which", "that"}:
            yield cue.head  # "the new body, which the rebels oppose"
            continue
        before = child.i < cue.i and not (part == "verb" and (child.dep_ == "nsubjpass" or fronted))
        if before or (part == "verb" and child.dep_ == "dobj" and _only_names_it(child)):
            continue
        if _is_direct(cue, child, allowed, part):
            yield from _with_joined(child)
        elif child.dep_ == "prep" and child.i == cue.i + 1 and "of" in allowed and child.lower_ == "out":
            yield from (t for c in child.children if c.lower_ == "of" for g in c.children for t in _with_joined(g))
        elif child.i == cue.i + 1 and child.dep_ in _BEHIND and part == "verb":  # "shied away from it"
            behind = (g for c in child.children if c.dep_ == "prep" and c.lower_ in allowed for g in c.children)
            yield from (t for g in behind if g.dep_ in {"pobj", "pcomp"} for t in _with_joined(g))
        elif child.dep_ in {"prep", "dative", "agent"} and child.lower_ in allowed:
            for inner in (c for link in _repeated(child) for c in link.children if not _is_proviso(link, c)):
                if inner.dep_ in {"pobj", "pcomp"} and inner.ent_type_ not in {"DATE", "TIME"}:
                    asked = _asked_of(cue, inner)
                    yield from _with_joined(inner if asked is None else asked)


def _only_names_it(thing: Token) -> bool:
    """ "Asked for observers, a request that Somalia turned down": another word for what stands before it."""
    words = {c.lower_ for c in thing.children if c.dep_ == "det"}
    told = thing.lemma_.lower() in frames().gap_heads and any(c.dep_ == "relcl" for c in thing.children)
    return told and bool(words & {"a", "an"}) and thing.left_edge.i > 0 and thing.left_edge.nbor(-1).lower_ == ","


def _repeated(preposition: Token) -> Iterator[Token]:
    """ "Pressed for observers and for a tribunal": the word again before each thing."""
    yield preposition
    yield from (c for c in preposition.children if c.dep_ == "conj" and c.lower_ == preposition.lower_)


def _told_before(cue: Token, allowed: frozenset[str], part: str) -> Token | None:
    """What "which" means in "to which both subscribed", "to which Oman has no objection", "on which it insists"."""
    verb = cue.head if part == "noun" and cue.dep_ in {"dobj", "attr"} else cue
    if verb.dep_ not in {"relcl", "advcl"} or verb.lemma_ == "decide" or (verb != cue and verb.lemma_ not in _CARRYING):
        return None
    for child in (*verb.children, *cue.children):
        fronted = child.dep_ in {"prep", "dep"} and child.i < verb.i and child.lower_ in allowed
        if fronted and any(c.tag_ in {"WDT", "WP"} for c in child.children):
            return verb.head if verb.dep_ == "relcl" else _thing_before(child)
    return None


def _thing_before(preposition: Token) -> Token | None:
    """The head of the phrase that ends right before a preposition, or before the comma before it."""
    at = preposition.i - 1 - (preposition.i > 0 and preposition.nbor(-1).lower_ == ",")
    if at < 0:
        return None
    token = preposition.doc[at]
    while token.head != token and token.head.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token if token.pos_ in {"NOUN", "PROPN"} else None


def _is_contact_clause(cue: Token) -> bool:
    """ "Agreed to elections, something Kosovo had demanded": a bare clause behind a word for what was told."""
    if cue.dep_ != "relcl" or cue.head.lemma_.lower() not in frames().gap_heads or cue.i < cue.head.i:
        return False
    subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    if (
        subject is None
        or subject.tag_ in {"WDT", "WP"}
        or any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in cue.children)
    ):
        return False
    if subject.left_edge.i == cue.head.i + 1:
        return True
    # "an idea that Baku has dismissed", where the parser takes "that" for no pronoun; but "a demand that Baku accept"
    marked = subject.left_edge.i == cue.head.i + 2 and cue.doc[cue.head.i + 1].lower_ == "that"
    return marked and cue.tag_ != "VB"


def _is_of_agent(cue: Token) -> bool:
    """ "The release of all prisoners, demanded by the rebels, ...": a thing, and no one who is put forward."""
    if cue.dep_ != "acl" or cue.lemma_ not in _SAID_OF_THINGS or cue.head.lemma_ in _PUT_FORWARD:
        return False
    return any(c.dep_ == "agent" for c in cue.children)


def _is_proviso(preposition: Token, thing: Token) -> bool:
    """ "Agreed on condition that ...": on what it depends, and not what it is about."""
    hung = any(c.dep_ in {"acl", "relcl", "ccomp"} for c in thing.children)
    return hung and preposition.lower_ == "on" and thing.lemma_ in frames().provisos and thing.tag_ == "NN"


def _asked_of(cue: Token, addressed: Token) -> Token | None:
    """What someone is asked to do: "appealed to both to keep talking", "called on the army to leave"."""
    if cue.lemma_.lower() not in frames().addressing or addressed.head.lower_ not in {"to", "on", "upon"}:
        return None
    clauses = [c for t in (cue, addressed) for c in t.children if c.dep_ in {"xcomp", "advcl", "acl", "relcl"}]
    return next((c for c in clauses if c.i > addressed.i and c.left_edge.tag_ == "TO"), None)


def _behind_its_owner(noun: Token, allowed: frozenset[str]) -> Iterator[Token]:
    """ "The readiness of Rwanda to act", where the parser hangs what it is about on the verb above."""
    if noun.dep_ != "dobj" or (not is_anothers(noun) and any(c.lower_ in allowed for c in noun.children)):
        return
    end = noun.right_edge.i + 1
    for child in (c for c in noun.head.children if c.left_edge.i == end):
        clause = child.dep_ in {"advcl", "xcomp"} and any(g.tag_ == "TO" for g in child.children)
        if clause and "clause" in allowed and is_anothers(noun):
            yield child
        elif child.dep_ == "prep" and child.lower_ in allowed:  # "conveyed the support of France for the renewal"
            yield from (t for g in child.children if g.dep_ == "pobj" for t in _with_joined(g))


def _hung_elsewhere(verb: Token) -> Iterator[Token]:
    """ "Asked the Council in a letter to renew", "offered through Oslo to search", "ruled out ending the war"."""
    for child in verb.children:
        first = next(iter(child.children), None)
        if child.dep_ == "advcl" and child.i > verb.i and not any(c.dep_ in {"mark", "advmod"} for c in child.children):
            particle = child.tag_ == "VBG" and child.left_edge.i == verb.i + 2
            if particle or (first is not None and first.tag_ == "TO" and child.head == verb):
                yield from _with_joined(child)
        elif child.dep_ == "prep" and child.i > verb.i:
            for thing in (t for t in child.children if t.dep_ == "pobj"):
                yield from (
                    t for t in thing.children if t.dep_ in {"relcl", "acl"} and t.i > 0 and _is_infinitive(t, thing)
                )


def _is_infinitive(clause: Token, noun: Token) -> bool:
    """Is it a bare "to ..." right behind a thing of no will of its own ("in a letter to renew")?"""
    return clause.left_edge.tag_ == "TO" and noun.lemma_.lower() in frames().carriers


def _is_direct(cue: Token, child: Token, allowed: frozenset[str], part: str) -> bool:
    """Is a word under a cue what the cue is about, as its object or as a clause?"""
    if child.dep_ in {"dobj", "nsubjpass"} and part == "verb":
        return "dobj" in allowed
    if child.dep_ == "pobj" and cue.dep_ == "prep":
        return "dobj" in allowed  # "excluding X", which the parser takes for a preposition
    if child.dep_ == "relcl" and part == "noun" and any(c.dep_ == "dobj" and c.i < child.i for c in child.children):
        return False  # "a demand that the rebels reject"
    if "infinitive" in allowed and is_told_to(child):
        return True
    hung = child.dep_ == "relcl" and part == "noun" and any(c.tag_ == "TO" for c in child.children)  # "no reason to"
    if (hung or child.dep_ in {"ccomp", "xcomp", "acl"}) and (allowed & {"clause", "that"}) and _is_clause(child, part):
        return True
    marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
    return child.dep_ in {"advcl", "ccomp"} and "for" in allowed & marks  # "called for all fighters to leave"


def is_told_to(clause: Token) -> bool:
    """Is it what someone is to do ("told the Americans to vacate the base")?"""
    return clause.dep_ in {"xcomp", "ccomp"} and any(c.tag_ == "TO" for c in clause.children)


def _is_clause(child: Token, part: str) -> bool:
    if part != "noun":
        return child.dep_ != "acl"
    return any(c.tag_ == "TO" or (c.dep_ == "mark" and c.lower_ == "that") for c in child.children)


def _with_joined(token: Token) -> Iterator[Token]:
    if items := enumerated(token):
        yield from items  # "wants three things: A, B and C"
        return
    yield token
    bare = any(c.tag_ == "TO" for c in token.children)
    for child in token.children:
        if bare and child.tag_ in {"VBD", "VBZ", "VBP"}:
            continue  # "offered to resign and later withdrew"
        if child.dep_ == "conj" and (child.pos_ == token.pos_ or child.tag_ == "VBG"):
            yield from _with_joined(child)


def is_anothers(noun: Token) -> bool:
    """Does a name say whose stance it is ("rejected Iran's demand for ...", "welcomes the readiness of Rwanda to")?"""
    meant = noun.doc.user_data["actors"]
    of = [t for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]
    owners = [c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"] + of
    return any(owner.i in meant for owner in owners)


_CLAIMED_OTHERWISE = frozenset(
    {
        "responsibility",
        "victory",
        "credit",
        "life",
        "success",
        "day",
        "casualty",
        "attack",
        "right",
        "asylum",
        "killing",
    }
    | {"bombing", "win", "mandate", "majority", "support", "progress", "kidnapping", "raid", "ambush", "ownership"}
)
"""What is claimed by another meaning of the word."""


def is_beside(verb: Token, thing: Token) -> bool:
    """ "Agreed that: ...", "the text agreed by both", "claimed victory": no thing that is agreed or claimed.

    Args:
        verb: The verb of stance.
        thing: What may be its object.
    """
    if verb.lemma_ not in {"agree", "claim"}:
        return False
    if thing.dep_ == "nsubjpass" or (verb.lemma_ == "claim" and verb.dep_ == "relcl"):
        return thing.head == verb or verb.dep_ == "relcl"
    if thing.dep_ != "dobj" or thing.head != verb:
        return False
    plain = thing.pos_ in {"NOUN", "PROPN"} and thing.left_edge.i - verb.i <= 1 and thing.i > verb.i
    own = verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children)
    return not (plain and own) or thing.lemma_.lower() in _CLAIMED_OTHERWISE

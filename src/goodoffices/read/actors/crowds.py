"""Crowds: people in plain words who act as one ("trade unions", "church observers", "parents of the pupils")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["acts_as_crowd", "end_of_people", "is_crowd", "is_led_by_someone", "is_of_people"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SAYS_NOTHING = frozenset(
    {"be", "become", "exist", "begin", "start", "end", "follow", "include", "remain", "need", "take"}
    | {"estimate", "report", "count", "record", "register", "describe", "speak", "cut", "lack", "struggle"}
)
"""Verbs by which nobody takes part: states, and what anybody may tell of the scene ("aid workers estimate ...")."""
_MEETING = frozenset(
    {
        "consult",
        "meet",
        "urge",
        "ask",
        "hear",
        "receive",
        "join",
        "bring",
    }
    | {
        "see",
        "summon",
        "convene",
        "gather",
        "visit",
        "assemble",
        "admit",
        "engage",
        "recognise",
        "recognize",
        "approach",
    }
)
"""Verbs whose object takes part."""
_RELIEF = frozenset({"aid", "relief", "humanitarian"})
_TELLING = frozenset({"say", "warn", "estimate", "report", "fear", "describe", "tell", "believe", "put"})
_RIGHTS = frozenset({"note", "describe", "regard", "consider", "count", "list", "document", "put", "estimate"})
"""What those who watch over rights tell of the scene, as against what they want of someone."""
_WATCHING = frozenset({"observers", "analysts", "commentators", "experts", "specialists", "scholars"})
_THINKING = frozenset(
    {"agree", "believe", "think", "expect", "fear", "see", "doubt", "note", "warn", "say", "point", "argue", "consider"}
    | {"regard", "suspect", "view", "interpret", "caution", "suggest", "predict", "read", "wonder", "assume"}
)
"""What anybody thinks who only looks on ("regional observers believe the truce will hold")."""
_TAKEN_IN = frozenset(
    {"invite", "represent", "exclude", "sideline", "include", "brief", "inform", "involve", "hold", "accuse"}
    | {"dismay", "outrage", "anger", "alarm", "appal", "appall", "disappoint", "shock", "infuriate", "stun", "horrify"}
    | {"displease", "encourage", "hearten", "relieve", "unsettle", "dissatisfy", "expect", "split", "unite", "torn"}
)
"""What is done with people who take part, beside meeting them, and what they feel."""
_TOGETHER = frozenset({"coalition", "alliance", "group", "network", "bloc", "number", "platform", "grouping", "front"})
"""What stands before "of" and those of whom it is made."""
_NOT_THERE = frozenset({"other", "some", "many", "no", "any", "most"})
_AS_ONE = {"society": "civil", "sector": "private"}
"""Nouns in the singular for many, with the word that makes them so."""
_OFFICERS = frozenset({"chief", "commander", "representative", "delegate", "negotiator", "lawyer", "envoy"})
_SPEAKING = frozenset({"representative", "representatives", "delegate", "delegates", "envoys", "delegation"})
_BEHIND = frozenset({"of", "in", "from", "at"})
"""What leads on from people to which they are ("residents of Foni")."""
_LONGEST = 6
"""Words behind people within which it is said which they are."""


def is_crowd(noun: Token, quality: Token | None) -> bool:
    """Is it a crowd of which the words before it tell which it is, or that needs none ("employers"), and does it act?

    Args:
        noun: A noun in small letters.
        quality: The word right before it that tells which, if there is one.
    """
    plain = lexicon().plain
    if quality is not None and _AS_ONE.get(noun.lower_) == quality.lower_:
        return acts_as_crowd(noun) and _is_there(noun)
    if noun.lower_ in plain.crowds and quality is not None and _tells_which(noun, quality):
        if _only_tells(noun, quality):
            return False
        return acts_as_crowd(noun) and _is_there(noun)
    return noun.lower_ in plain.classes and _is_bare(noun) and _is_there(noun) and _wants(noun)


def _only_tells(crowd: Token, quality: Token) -> bool:
    """ "Aid agencies warn that mills run dry", "prisoners described by rights groups as ...": who tell of the scene."""
    first = _first_of_list(crowd)
    verb = first.head.head if first.head.dep_ == "agent" else first.head
    if crowd.lower_ in _WATCHING and first.dep_ == "nsubj":
        return verb.lemma_ in _THINKING
    if quality.lower_ == "rights":
        return verb.lemma_ in _RIGHTS
    return quality.lower_ in _RELIEF and crowd.head.lemma_ in _TELLING


def _tells_which(crowd: Token, quality: Token) -> bool:
    """Do the words before a crowd say which people they are? Countries are a crowd only as guarantors."""
    if crowd.lower_ in {"countries", "states"}:
        return quality.lower_ == "guarantor"
    return quality.lower_ in lexicon().plain.crowd_qualities


def _is_there(crowd: Token) -> bool:
    """Does a crowd act in fact ("so that families can return" is none), and as itself ("four other leaders")?

    Of a crowd whose names stand beside it ("two parties, X and Y"), those whom they name act.
    """
    several = crowd.lower_ not in {"countries", "states"}
    if several and any(c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > crowd.i for c in crowd.children):
        return False
    subject = crowd.dep_ in _SUBJECTS
    modal = subject and any(c.dep_ == "aux" and c.tag_ == "MD" and c.lower_ != "will" for c in crowd.head.children)
    return not modal and not any(c.lower_ in _NOT_THERE for c in crowd.children)


def _is_bare(noun: Token) -> bool:
    """ "Employers", "the landowners": with nothing beside that tells of whom else they are."""
    return all(c.lower_ == "the" or c.dep_ in {"punct", "case", "cc", "conj", "relcl", "acl"} for c in noun.children)


def acts_as_crowd(noun: Token) -> bool:
    """Does a crowd do something, or is something done with it: a subject, who is met, by whom, according to whom?"""
    first = _first_of_list(noun)
    if noun.dep_ == "poss" and noun.head.lower_ in lexicon().plain.officers | _OFFICERS:
        return True  # "the refugees' spokesman"
    verb = first.head.head if first.head.dep_ == "auxpass" else first.head
    if first.dep_ == "nsubjpass" and verb.lemma_ not in _MEETING | _TAKEN_IN:
        return _has_attitude(verb)
    if first.dep_ in _SUBJECTS:
        return (verb.pos_ == "VERB" and verb.lemma_ not in _SAYS_NOTHING) or _has_attitude(verb)
    if first.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lower_ in _TOGETHER:
        return acts_as_crowd(verb.head)  # "a coalition of women's groups demanded"
    if first.dep_ == "pobj":
        meets = verb.dep_ == "agent" or verb.lower_ in {"with", "between"} or is_source(first)
        return meets or (verb.lower_ in {"of", "for"} and verb.head.lower_ in lexicon().plain.officers | _SPEAKING)
    return first.dep_ == "dobj" and verb.lemma_ in _MEETING


def is_source(noun: Token) -> bool:
    """ "According to a doctors' union"."""
    to = noun.head
    return noun.dep_ == "pobj" and to.lower_ == "to" and to.i > 0 and to.nbor(-1).lower_ == "according"


def _first_of_list(noun: Token) -> Token:
    """The noun that a list begins with ("politicians" of "politicians, employers and trade unions")."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def _has_attitude(verb: Token) -> bool:
    """ "Victims' groups are divided": a state of mind, and no other state."""
    doing = lexicon().doing
    told = (c for c in verb.children if c.dep_ in {"acomp", "attr"})
    divided = verb.lemma_ in doing.attitudes and verb.tag_ == "VBN"
    return divided or (verb.lemma_ == "be" and any(c.lower_ in doing.attitudes | doing.moods for c in told))


def _wants(noun: Token) -> bool:
    """Does it voice a will of its own, or is it met for it? To say or to report something, anybody will do."""
    first = _first_of_list(noun)
    if noun.dep_ == "poss":
        return acts_as_crowd(noun)
    if first.dep_ == "nsubj":
        return first.head.lemma_ in lexicon().doing.willing or _has_attitude(first.head)
    return first.dep_ == "dobj" and first.head.lemma_ in {"consult", "hear", "meet"}


def is_of_people(noun: Token) -> bool:
    """ "The people in the camp refuse ...", "Parents of the pupils want ...": who they are is said behind them."""
    if noun.lower_ not in lexicon().plain.people or noun.dep_ != "nsubj":
        return False
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    behind = following is not None and following.lower_ in _BEHIND and following.head == noun
    will = noun.head.lemma_ in lexicon().doing.willing or _has_none_of_it(noun.head)
    ours = any(c.tag_ == "PRP$" for c in noun.children)
    return behind and will and not ours and _is_there(noun)


def _has_none_of_it(verb: Token) -> bool:
    """ "... will have none of it"."""
    return verb.lemma_ == "have" and any(c.lower_ == "none" for c in verb.children)


def end_of_people(noun: Token) -> int:
    """Behind the words that say which people they are, without a clause about them."""
    end, doc = noun.i + 1, noun.doc
    if end >= len(doc) or doc[end].lower_ not in _BEHIND | {"on", "for"} or doc[end].head != noun:
        return end
    inside = [t for t in doc[end].subtree if t.i < end + _LONGEST]
    last = end
    for token in inside:
        people = token.tag_ in {"VBN", "VBG"} and token.nbor(-1).pos_ == "DET"  # "the disappeared", "the missing"
        if people:
            return token.i + 1
        if token.i != last or token.pos_ in {"VERB", "AUX", "PUNCT", "PRON", "SCONJ", "CCONJ", "ADV"}:
            break
        last = token.i + 1
    while doc[last - 1].pos_ not in {"NOUN", "PROPN", "NUM", "ADJ"}:
        last -= 1
    cut = doc[last - 1].dep_ == "amod" and doc[last - 1].head.i >= last  # "a forum of federal and regional leaders"
    return noun.i + 1 if cut else last


def is_led_by_someone(noun: Token) -> bool:
    """ "Thirteen scholars led by X": people whom somebody leads are one body."""
    if noun.tag_ != "NNS" or noun.lower_ not in lexicon().plain.crowds | lexicon().plain.classes:
        return False
    led = (c for c in noun.children if c.dep_ == "acl" and c.lower_ in {"led", "headed", "chaired"})
    by = (g for verb in led for c in verb.children if c.dep_ == "agent" for g in c.children)
    return any(g.text[:1].isupper() for g in by)

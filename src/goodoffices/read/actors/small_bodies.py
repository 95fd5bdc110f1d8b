"""Bodies in small letters: whether one is there and acts ("the central bank", "a commission of experts led by X")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .crowds import is_source
from .lexicon import lexicon
from .stage import is_yet_to_be

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_of_camp", "is_plain_body", "leader_of", "members_of", "tells_which"]

_SAYS_NOTHING = frozenset(
    {"be", "become", "exist", "begin", "start", "end", "follow", "include", "remain", "need", "take", "have", "lack"}
)
_LED = frozenset({"led", "headed", "chaired", "co-chaired", "presided", "run", "directed", "sponsored"})
_OF_A_GROUP = frozenset({"working", "contact", "liaison", "coordination", "support", "verification"})
"""Words that make a group a body ("the contact group")."""
_MEMBERS = frozenset({"experts", "officers", "ministers", "generals", "judges", "jurists", "envoys", "commanders"})
_BANKS = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "left",
        "right",
        "northern",
        "southern",
        "eastern",
        "western",
        "far",
        "opposite",
        "river",
        "other",
    }
)
"""What a river's bank is called."""
_MAKING = frozenset(
    {"elect", "form", "establish", "set", "create", "install", "found", "dissolve", "abolish", "appoint"}
)
"""What is done to a body before it is there, or after."""
_WHOLES = {"of": ("organisation", "group"), "in": ("organisation",)}
"""What a body is a part of, and so none of its own ("the committee of the Front", "the committee in the House")."""
_OWNERS = frozenset(
    {"country", "state", "bloc", "movement", "union", "group", "party", "alliance", "nation", "region", "government"}
    | {"republic", "kingdom", "organisation", "organization", "agency", "coalition", "front", "territory", "province"}
    | {"regime", "junta", "federation", "community", "island", "city", "capital", "company", "commission", "council"}
)
"""Who has bodies of its own, which are told from others by that alone ("the country's top court")."""
_EXPECTED = frozenset({"expect", "suppose", "mean", "intend", "think", "say", "believe", "schedule", "design"})
"""What is said of a body whose being something is all that is told."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SENT = frozenset(
    {"team", "delegation", "panel", "delegates", "negotiators", "envoys", "representatives", "delegations", "teams"}
)
_CAMPS = frozenset({"rebel", "insurgent", "guerrilla", "government", "official", "state", "separatist", "ministerial"})


def is_plain_body(noun: Token, quality: Token) -> bool:
    """Is it a body that the word before tells from others, that is there, and that acts or has an officer?"""
    of_members = quality.i > noun.i
    if is_of_camp(noun):
        return False
    if not _is_body(noun, quality) or not (of_members or tells_which(quality)):
        return False
    if is_yet_to_be(noun):
        return False
    indefinite = any(c.lower_ in {"a", "an"} for c in noun.children)
    if indefinite and noun.lower_ in {"team", "board", "panel"} and not of_members:
        return False
    if indefinite:
        return is_source(noun) or _is_led(noun) or _has_acted(noun) or (of_members and _is_led(quality))
    return _stands_as_body(noun) or _has_officer(noun) or _is_led(noun)


def is_of_camp(noun: Token) -> bool:
    """ "The rebel team", "government delegates": those whom a camp sends, who are that camp and no body besides."""
    return noun.lower_ in _SENT and any(c.lower_ in _CAMPS for c in noun.children if c.i < noun.i)


def _is_body(noun: Token, quality: Token) -> bool:
    """Is it a word for bodies? A group or a conference is one by the word before it."""
    if noun.lower_ == "bank" and quality.lower_ in _BANKS:
        return False
    if noun.lower_ == "group":
        return quality.lower_ in _OF_A_GROUP
    if noun.lower_ == "conference":
        return quality.dep_ == "poss" and quality.lower_ in lexicon().plain.folk  # "the bishops' conference"
    return noun.lower_ in lexicon().plain.bodies and noun.tag_ in {"NN", "NNP"}


def members_of(noun: Token) -> Token | None:
    """The people of whom a body is ("a commission of foreign experts", "the council of elders")."""
    of = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    if of is None or of.lower_ != "of" or of.head != noun or noun.lower_ not in lexicon().plain.bodies:
        return None
    words = lexicon().plain
    many = (g for g in of.children if g.tag_ == "NNS" and g.text.islower())
    return next((g for g in many if g.lower_ in words.folk | words.crowds | words.people | _MEMBERS), None)


def tells_which(quality: Token) -> bool:
    """Does it tell one body from others? What an actor owns is that actor's, and has no name of its own."""
    named, meant = quality.doc.user_data["named"], quality.doc.user_data["actors"]
    inside = {*(t.i for t in quality.subtree), *(c.i for c in quality.head.children if c.i < quality.head.i)}
    inside -= _leader(quality)
    owned = any(i in named or i in meant or quality.doc[i].tag_ == "WP$" for i in inside)
    behind = ((c.lower_, g.i) for c in quality.head.children if c.lower_ in _WHOLES for g in c.children)
    owned = owned or any(i in named and named[i].kind in _WHOLES[link] for link, i in behind)
    owned = owned or any(quality.doc[i].tag_ == "POS" and quality.doc[i - 1].pos_ == "PROPN" for i in inside if i)
    owner = quality.lower_ if quality.dep_ == "poss" else ""
    owned = owned or owner in _OWNERS or owner in lexicon().forces  # "the army's team" is the army's
    return quality.lower_ not in lexicon().plain.qualities and not owned and not quality.like_num


def _leader(quality: Token) -> set[int]:
    """The words of a person whose body it is besides ("X's verification commission"): a body has a leader, no owner."""
    leader = leader_of(quality.head)
    return {t.i for t in leader.subtree} if leader is not None and leader != quality else set()


def leader_of(noun: Token) -> Token | None:
    """The person who is named as whose a body is."""
    owners = (c for c in noun.children if c.dep_ == "poss" and c.i not in noun.doc.user_data["named"])
    return next((c for c in owners if c.ent_type_ == "PERSON" or (c.tag_ == "NNP" and not c.ent_type_)), None)


def _stands_as_body(noun: Token) -> bool:
    """Is it one that is there already ("the ..."), and does it act, or is something done by it?"""
    there = any(c.lower_ == "the" or c.dep_ == "poss" for c in noun.children)
    verb = _verb_of(noun)
    acts = verb is not None and verb.pos_ == "VERB" and verb.lemma_ not in _SAYS_NOTHING and not _is_modal(verb)
    done_by = noun.dep_ == "pobj" and noun.head.dep_ == "agent" and not _is_modal(noun.head.head)
    return (there and (acts or done_by)) or is_source(noun)


def _verb_of(noun: Token) -> Token | None:
    """The verb of which it is the subject, alone or with others."""
    if noun.dep_ == "conj" and noun.head.dep_ in _SUBJECTS:
        noun = noun.head
    verb = noun.head if noun.dep_ in _SUBJECTS else None
    if verb is not None and verb.dep_ in {"csubj", "csubjpass"}:
        verb = verb.head  # "the committee set up in June is ...", which the parser takes for a clause
    if verb is not None and verb.lemma_ == "be":  # "is to be briefed", "was due to meet"
        due = (c for c in verb.children if c.dep_ in {"xcomp", "acomp"})
        coming = (v for c in due for v in (c, *c.children) if v.dep_ == "xcomp" and v.pos_ == "VERB")
        return next((v for v in coming if v.lemma_ not in _MAKING), verb)
    if verb is not None and verb.lemma_ in _EXPECTED and verb.tag_ == "VBN":  # "is expected to be the channel"
        return next((c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ == "be"), verb)
    return verb


def _is_modal(verb: Token) -> bool:
    """Would, could, should or will it only?"""
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _has_acted(noun: Token) -> bool:
    """ "A working group met", "a local association says": one that a text brings in by what it does."""
    verb = noun.head if noun.dep_ == "nsubj" else None
    if verb is None or verb.pos_ != "VERB" or verb.lemma_ in _SAYS_NOTHING or _is_modal(verb):
        return False
    supposed = any(c.lower_ in {"if", "unless", "once", "until"} for c in verb.children)
    says = (
        verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ in lexicon().doing.speech | lexicon().doing.willing
    )  # no "a survey team leaves next week"
    return not supposed and (says or verb.tag_ == "VBD" or any(c.lemma_ == "have" for c in verb.children))


def _is_led(noun: Token) -> bool:
    """ "A commission of experts led by X", "a committee which he is to chair": whom a person leads is there, or nearly.

    One that a state or a body is to lead ("a joint forum, led by the EU") is as often no more than a plan.
    """
    doing = lexicon().doing
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.lower_ in _LED:
            by = (g for c in clause.children if c.dep_ == "agent" for g in c.children)
            return any(_is_person(g) for g in by)
        if clause.dep_ == "relcl" and clause.lemma_ in doing.leading:
            which = any(c.dep_ in {"dobj", "nsubjpass"} and c.tag_ == "WDT" for c in clause.children)
            return which and any(c.dep_ == "nsubj" and _is_person(c) for c in clause.children)
    return False


def _is_person(token: Token) -> bool:
    known = token.i in token.doc.user_data["actors"] and token.i not in token.doc.user_data["named"]
    return known or token.ent_type_ == "PERSON" or token.lower_ in {"he", "she"}


def _has_officer(noun: Token) -> bool:
    """ "Aguila Saleh, the speaker of the eastern parliament": does a named person hold an office of it?"""
    of = noun.head
    if noun.dep_ == "dobj" and of.lemma_ in lexicon().doing.leading:
        return any(t.dep_ == "nsubj" for t in of.children)  # "X, who heads the technical committee"
    if noun.dep_ == "poss" and of.lower_ in lexicon().offices:
        return any(c.ent_type_ == "PERSON" for c in of.children)  # "the union's chairman, X"
    if noun.dep_ != "pobj" or of.lower_ not in {"of", "for"} or not _is_office(of.head):
        return False
    office = of.head
    beside = [office.head, *office.children]
    return any(noun.doc[t.i].ent_type_ == "PERSON" or t.i in noun.doc.user_data["actors"] for t in beside)


def _is_office(noun: Token) -> bool:
    many = noun.lower_.replace("men", "man") if noun.lower_.endswith("men") else noun.lower_.removesuffix("s")
    return noun.lower_ in lexicon().offices or many in lexicon().offices | {"member"}

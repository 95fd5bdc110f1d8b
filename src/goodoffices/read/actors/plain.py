"""Bodies and crowds named in small letters: "the central bank", "the eastern delegates", "Syrian rebels"."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import ActorKind

from .crowds import acts_as_crowd, end_of_people, is_crowd, is_led_by_someone, is_of_people
from .definite import ends_in, words_of
from .explained import explain_names
from .lexicon import lexicon
from .roster import Mention, Roster
from .small_bodies import is_of_camp, is_plain_body, leader_of, members_of, tells_which

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["enter_plain_bodies"]

_QUALITIES = frozenset({"amod", "compound", "poss", "nmod"})
_HOUSES = frozenset({"parliament", "senate", "assembly", "congress"})
"""Bodies of which a state has one."""
_FAR = 60
"""Words behind a body in which its officer is looked for."""
_OF_A_PARLIAMENT = frozenset(
    {"ratify", "approve", "pass", "amend", "decide", "vote", "reject", "consult", "adopt", "debate", "endorse", "grant"}
    | {"refuse", "elect", "convene", "block", "summon", "repeal", "enact", "confirm", "authorise", "authorize"}
)
_SAYS_NOTHING = frozenset(
    {"be", "become", "exist", "begin", "start", "end", "follow", "include", "remain", "need", "take"}
)


def enter_plain_bodies(roster: Roster) -> None:
    """Enter the bodies and crowds without a name of their own that act, or in which a named person holds an office."""
    for number, passage in enumerate(roster.passages):
        explain_names(roster, number, passage.doc)
        for start, token, kind in _named_in(roster, passage.doc):
            place = _place_of(token) if kind == "organisation" else None
            end = end_of_people(token) if place is None else place.i + 1
            bare = start == token.i
            words = passage.doc[start : end if bare or place is not None else token.i + 1].text
            proper = words[:2].isupper() or start in passage.doc.user_data["named"]
            proper = proper or not passage.doc[start].is_sent_start
            actor = roster.enter(words if proper else words[:1].lower() + words[1:], kind)
            actor.mentions.append(Mention(number, start, token.i + 1, acts=True))
            if place is None and end > token.i + 1:
                actor.aliases[passage.doc[start : token.i + 1 if bare else end].text] += 1
            if place is not None:
                entity = passage.doc.user_data["named"][place.i]
                actor.side = roster.enter(entity.name, entity.kind, entity.iso).id
            passage.doc.user_data["actors"][token.i] = (actor.id,)


def _named_by(roster: Roster, noun: Token) -> str | None:
    """Id of the one body whose name ends so ("the opposition" is the United Tajik Opposition)."""
    fitting = [a.id for a in roster.actors.values() if a.kind != "person" and a.mentions and ends_in(a, noun.text)]
    return fitting[0] if len(fitting) == 1 else None


def _is_named(roster: Roster, noun: Token) -> bool:
    """Is it a body that the report names elsewhere ("the monitoring mission" is the Sri Lanka Monitoring Mission)?"""
    own = {c.lower_ for c in noun.children if c.dep_ in _QUALITIES}
    return any(
        a.kind != "person" and a.mentions and ends_in(a, noun.text) and own <= words_of(a)
        for a in roster.actors.values()
    )


def _named_in(roster: Roster, doc: Doc) -> Iterator[tuple[int, Token, ActorKind]]:
    meant, likely = doc.user_data["actors"], _nouns()
    for token in doc:
        if token.lower_ not in likely or token.i in meant or not _is_common(token):
            continue
        lone = _lone(token)
        start = token.i - 2 * _has_co(token)
        if lone is not None and (same := _named_by(roster, token)) is not None:
            meant[token.i] = (same,)
        elif lone is not None:
            yield start, token, lone
        elif (found := _told_apart(roster, token)) is not None:
            yield found[0], token, found[1]


@functools.cache
def _nouns() -> frozenset[str]:
    """Every noun for a body or a crowd, so that no other word is looked at."""
    words = lexicon()
    plain = words.plain
    bodies = words.organisations | plain.bodies | _HOUSES | {"parliament", "group", "conference", "society", "sector"}
    joint = {word.removeprefix("co-") for word in plain.alone}  # the parser cuts "co-chairs" in three
    return bodies | plain.alone | joint | plain.crowds | plain.classes | plain.people | plain.rebels


def _lone(token: Token) -> ActorKind | None:
    """The kind of one who needs no other word to tell which: "the mediation", "parliament"."""
    word = f"co-{token.lower_}" if _has_co(token) else token.lower_
    if word in lexicon().plain.alone and _stands_alone(token):
        return "group"
    return "organisation" if token.lower_ == "parliament" and _decides(token) else None


def _has_co(token: Token) -> bool:
    """ "Co-chairs", "co-facilitators": is it the end of such a word?"""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "co"


def _told_apart(roster: Roster, token: Token) -> tuple[int, ActorKind] | None:
    """Where the name begins of a body or crowd that other words tell from its like, and its kind."""
    if is_of_camp(token):
        return None
    quality = _quality(token)
    if _is_of_an_officer(token, quality) and not _is_named(roster, token):
        return (_start(token) if quality is not None else token.i), "organisation"
    if is_crowd(token, quality) or is_of_people(token) or is_led_by_someone(token):
        return _start(token), "group"
    quality = members_of(token) if quality is None or _is_of_body(quality) else quality
    if quality is None:
        return None
    if is_plain_body(token, quality):
        return _start(token), "organisation"
    return (quality.i, "group") if _are_rebels(token, quality) else None


def _are_rebels(token: Token, quality: Token) -> bool:
    """ "Syrian rebels": those of a state, right behind its adjective, and not one of two who are named."""
    beside = quality.i == token.i - 1 and token.lower_ in lexicon().plain.rebels and _is_of_state(quality)
    return beside and acts_as_crowd(token) and not _is_led(token, token.doc.user_data["actors"])


def _is_of_an_officer(noun: Token, quality: Token | None) -> bool:
    """ "The monitoring mission counted 44, and its head, X, wants more": a body of which the text names an officer."""
    words = lexicon()
    body = noun.lower_ in words.organisations or noun.lower_ in words.plain.bodies
    if not body or noun.tag_ not in {"NN", "NNP"} or noun.dep_ not in {"nsubj", "nsubjpass", "ROOT"}:
        return False
    there = any(c.lower_ == "the" for c in noun.children)
    entity = noun.doc.user_data["named"].get(quality.i) if quality is not None else None
    of_many = entity is not None and entity.of_states  # "the African mission"
    which = there and quality is not None and (of_many or tells_which(quality))
    return (which or (quality is None and noun.lower_ in _HOUSES)) and _names_an_officer(noun)


def _names_an_officer(noun: Token) -> bool:
    """Does "its head, X" follow, in the same sentence or at the opening of the next?"""
    behind = noun.doc[noun.i + 1 : noun.i + 1 + _FAR]
    opened = 0
    for its in behind[:-3]:
        opened += bool(its.is_sent_start)
        if opened > 1 + (noun.dep_ == "ROOT"):
            return False
        office = its.head if its.lower_ == "its" and its.dep_ == "poss" else None
        if office is None or office.lower_ not in lexicon().offices:
            continue
        following = noun.doc[office.i + 1 : office.i + 4]
        return following[:1].text == "," and any(t.text[:1].isupper() for t in following[1:])
    return False


def _is_common(token: Token) -> bool:
    """Is it a noun in small letters, or one that opens its sentence ("Parliament was not asked")?"""
    if token.is_sent_start:
        return token.pos_ == "NOUN" or token.lower_ in _HOUSES
    return token.pos_ in {"NOUN", "PROPN"} and token.text[:1].islower()


def _is_led(noun: Token, meant: dict[int, tuple[str, ...]]) -> bool:
    """ "Uganda and LRA rebels sign": two who are named themselves."""
    return any(t.i in meant for t in noun.subtree if t.i < noun.i and t.dep_ == "conj")


def _stands_alone(noun: Token) -> bool:
    """ "The mediation calls on ...": with its article, nobody's, and as one who acts."""
    there = [c for c in noun.children if c.dep_ != "punct"]
    if _has_co(noun):  # the parser hangs its article anywhere
        there = [noun.doc[noun.i - 3]] if noun.i > 2 else []  # noqa: PLR2004  before "co", "-"
    whole = any(c.lower_ == "the" for c in there) and not any(c.dep_ in {"prep", "nummod", *_QUALITIES} for c in there)
    verb = noun.head
    if whole and noun.dep_ == "poss" and verb.lower_ in lexicon().offices:
        return True  # "the opposition's chief delegate"
    return whole and noun.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.lemma_ not in _SAYS_NOTHING


def _decides(house: Token) -> bool:
    """ "Parliament must ratify it": the one that there is, in what only a parliament does."""
    whole = all(c.lower_ == "the" or c.dep_ in {"punct", "advmod"} for c in house.children)
    return whole and house.dep_ in {"nsubj", "nsubjpass"} and house.head.lemma_ in _OF_A_PARLIAMENT


def _quality(noun: Token) -> Token | None:
    """The word right before a noun that tells which it is; the owner where it has one ("the doctors' union")."""
    owner = next((c for c in noun.children if c.dep_ == "poss" and c.tag_ in {"NNS", "NN"}), None)
    if owner is not None:
        return owner
    before = [c for c in noun.children if c.dep_ in _QUALITIES and c.i < noun.i and c.tag_ != "PRP$"]
    return before[-1] if before else None


def _place_of(noun: Token) -> Token | None:
    """The capital in which a body sits ("the security council in Stepanakert"): whoever governs there owns it."""
    named = noun.doc.user_data["named"]
    inside = (g for c in noun.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children)
    return next((g for g in inside if g.i in named and g.i <= noun.i + 3), None)


def _is_of_state(quality: Token) -> bool:
    entity = quality.doc.user_data["named"].get(quality.i)
    return entity is not None and entity.kind == "state" and quality.tag_ in {"JJ", "NNP"}


def _is_of_body(quality: Token) -> bool:
    """ "A UN panel of experts": a body's own, told from its others by those of whom it is."""
    entity = quality.doc.user_data["named"].get(quality.i)
    return entity is not None and entity.kind == "organisation" and members_of(quality.head) is not None


def _start(noun: Token) -> int:
    """Where its name starts, without its article, and without who leads it ("X's verification commission")."""
    leader = leader_of(noun)
    start = noun.left_edge.i if leader is None else leader.right_edge.i + 1
    while start > 1 and noun.doc[start - 1].text == "-" and not noun.doc[start - 1].whitespace_:
        start -= 2  # "politico-military movements"
    while start < noun.i and noun.doc[start].pos_ in {"DET", "PRON", "NUM", "PUNCT"}:
        start += 1
    return int(start)

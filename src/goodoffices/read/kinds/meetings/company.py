"""Company: who is meant where a sentence says "both ministers", "each of them", "the two men" or "we"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ...actors.listing import listed
from ...document import offset_of, sentence_of
from ..governing import subject_of_clause
from ..outlook_words import outlook_words
from ..phrases import objects_behind
from ..saying import told_by
from .attendance import collective_heads
from .counterparts import are_others
from .draft import Draft
from .people import is_collective_noun
from .person_words import one_of
from .place_phrases import place_phrase
from .places import is_place
from .subjects import nearest_subject
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["at_its_place", "at_town_before", "joined_before", "meant_by_group", "speaker_of", "stands_for_named"]

_BACK = 2
"""Sentences before in which those are named for whom a plural stands."""
_PAIR = 2
_SIDES = frozenset({"party", "side", "delegation", "team", "faction", "movement", "group"})
_ANY_OFFICE = frozenset({"leader", "head", "chief", "ruler", "envoy", "general", "negotiator"})
"""What a person of any title may be called besides."""
_POINTING = frozenset({"the", "both", "two", "these", "each"})


def stands_for_named(draft: Draft) -> Token | None:
    """The plural that stands for people named before ("both ministers", "them"); None where there is none."""
    for head in collective_heads(draft.reach.clause):
        inner = [c for p in head.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children]
        if any(c.lower_ in {"them", "us"} for c in inner):
            return head if head.lower_ not in {"some", "several", "many", "most", "members"} else None
        pointed = head.pos_ == "PRON" or any(c.lower_ in _POINTING for c in head.children)
        if pointed and is_collective_noun(head):
            return head
    return None


def meant_by_group(context: Context, draft: Draft) -> tuple[str, ...]:
    """The two persons last named before a plural of persons; nobody where it is not of persons."""
    if _is_theirs(draft):
        return _last_two(context, draft, draft.cue)
    head = stands_for_named(draft)
    if head is not None and _is_said_anew(draft):
        return ()
    if head is None or are_others(head) or not {head.lemma_.lower(), head.lower_} & meeting_words().personal:
        return ()
    pair = _last_two(context, draft, head)
    return pair if all(_may_be_one(context, actor, one_of(head)) for actor in pair) else ()


def _is_said_anew(draft: Draft) -> bool:
    """ "They sat together, all four parties": a plural behind a comma says who "they" are, and it is no two persons."""
    behind = draft.cue.doc[draft.cue.i : draft.cue.sent.end]
    sides = (t for t in behind if t.lemma_.lower() in _SIDES and t.tag_ == "NNS")
    return any(t.left_edge.lower_ in {"all", "both"} and t.left_edge.nbor(-1).text == "," for t in sides)


def _may_be_one(context: Context, person: str, office: str) -> bool:
    """Can "the secretaries" mean a person: has he that office, as far as the report tells his?"""
    if office not in meeting_words().leading - _ANY_OFFICE:
        return True
    titles = [role.title.lower() for role in context.roster.roles if role.person == person]
    return not titles or any(office in title for title in titles)


def _is_theirs(draft: Draft) -> bool:
    """ "Their summit ended": of the two that were named."""
    theirs = any(c.dep_ == "poss" and c.lower_ == "their" for c in draft.cue.children)
    return theirs and not draft.people and draft.cue.lemma_.lower() in meeting_words().meetings


def _last_two(context: Context, draft: Draft, head: Token) -> tuple[str, ...]:
    number = draft.reach.sentence.number
    if (pair := _acting_before(context, number) or joined_before(context, head)) and head.lower_ != "both":
        return pair
    found: list[str] = []
    for sentence in context.sentences[max(0, number - _BACK) : number + 1]:
        for token in sentence.span:
            if sentence.number == number and offset_of(token) >= offset_of(head):
                break
            persons = (a for a in context.roster.at(token) if _is_of_a_side(context, a))
            for actor in persons if token.pos_ == "PROPN" else ():
                found = [*(a for a in found if a != actor), actor]
    others = [a for a in found if a not in draft.people and a not in draft.convenors]
    return tuple(others[-_PAIR:]) if len(others) >= _PAIR else ()


def _acting_before(context: Context, number: int) -> tuple[str, ...]:
    """The two persons that are the subject of the sentence before, whoever else it names ("in the presence of X")."""
    before = context.sentences[number - 1] if number else None
    subjects = [c for c in before.span if c.dep_ == "nsubj" and c.pos_ == "PROPN"][:1] if before is not None else []
    named = [t for c in subjects for t in (c, *(x for x in c.children if x.dep_ == "conj")) if t.pos_ == "PROPN"]
    persons = dict.fromkeys(a for t in named for a in context.roster.at(t) if _is_of_a_side(context, a))
    return tuple(persons) if len(persons) == _PAIR and len(named) == _PAIR else ()


def joined_before(context: Context, plural: Token) -> tuple[str, ...]:
    """The last two persons that "and" joins in the sentence before "the two leaders", of a list of no more.

    Args:
        context: The report.
        plural: The word that stands for them.

    Returns:
        Ids of both, or none; of "X saw A and B" it is A and B, whoever X is.
    """
    number = sentence_of(plural).number
    before = context.sentences[number - 1] if number else None
    if before is None or before.block is not sentence_of(plural).block:
        return ()
    for token in reversed(before.span):
        if token.dep_ != "conj" or token.pos_ != "PROPN" or token.head.dep_ == "conj":
            continue
        named = list(listed(token.head))
        persons = tuple(a for t in named for a in context.roster.at(t)[:1] if _is_of_a_side(context, a))
        if len(named) == _PAIR == len(set(persons)):
            return persons
    return ()


def _is_of_a_side(context: Context, actor: str) -> bool:
    """A person who speaks for no organisation: its envoys are mediators more often than they are "the two men"."""
    actors = context.roster.actors
    side = actors[context.roster.party(actor)]
    return actors[actor].kind == "person" and (side.kind != "organisation" or "Government" in side.name)


def speaker_of(context: Context, draft: Draft) -> tuple[str, ...]:
    """Whoever says "I" or "we" of a meeting."""
    subject = subject_of_clause(draft.reach.clause)
    own = {"i", "we"}
    stray = draft.reach.clause.relation == "verb" and nearest_subject(draft.cue)
    subjects = [s for s in (subject, stray) if s]
    spoken = any(s.lower_ in own or any(c.dep_ == "conj" and c.lower_ in own for c in s.children) for s in subjects)
    received = draft.reach.clause.relation == "verb" and any(
        c.lower_ in {"me", "us"}
        for c in (
            *(c for c in draft.cue.children if c.dep_ in {"dobj", "dative"}),
            *objects_behind(draft.cue, {"with", "to", "on"}),
        )
    )  # "received us under a tree", "dined with me on Sunday"
    if not spoken and not received:
        return ()
    at = offset_of(draft.cue)
    turn = draft.reach.sentence.block.speaker
    if turn is not None:
        return context.persons_named(turn.start, turn.end)[:1]
    speaker = told_by(context, at, at + len(draft.cue))
    return (speaker,) if speaker else context.said_by(at, at + len(draft.cue))[:1]


def at_town_before(context: Context, draft: Draft) -> Draft:
    """The draft with the town that "there" means, where the words right before name one ("our man in Doha: ...")."""
    verbs = draft.reach.clause.verbs[:2]
    there = [c for v in verbs for c in v.children if c.lower_ == "there" and c.dep_ == "advmod" and c.i > v.i]
    if draft.place is not None or not there:
        return draft
    number = draft.reach.sentence.number
    for sentence in reversed(context.sentences[max(0, number - 1) : number + 1]):
        towns = [t for t in sentence.span if offset_of(t) < offset_of(there[0]) and _is_there_meant(context, t)]
        if towns:
            return msgspec.structs.replace(draft, place=place_phrase(towns[-1]))
    return draft


def _is_there_meant(context: Context, token: Token) -> bool:
    """A town, or a building that was named ("at Ri-Kwangba", "outside a lakeside hotel")."""
    house = token.pos_ == "NOUN" and token.dep_ == "pobj" and is_place(context, token)
    return house or _is_town(context, token)


def _is_town(context: Context, token: Token) -> bool:
    named = token.doc.user_data["named"].get(token.i)
    known = token.text in named.metonyms if named is not None else not context.roster.at(token)
    return token.ent_type_ == "GPE" and token.pos_ == "PROPN" and token.dep_ == "pobj" and known


def at_its_place(draft: Draft, earlier: Draft | None) -> Draft:
    """The draft with the place told just before, where its words speak of that meeting ("the round was led by ...").

    Args:
        draft: A meeting.
        earlier: The last one before it that has a place.
    """
    if earlier is not None and (earlier.place or "").split(" ")[0] in {"his", "her", "their", "its"}:
        return draft
    if draft.place is None and earlier is not None and _is_there(draft, earlier):
        return msgspec.structs.replace(draft, place=earlier.place)
    if draft.place is not None or earlier is None or draft.people or not _speaks_of_known(draft):
        return draft
    apart = draft.reach.sentence.number - earlier.reach.sentence.number
    ended = {"to_come", "possible", "called_off"}
    if draft.when is not None and earlier.when is not None and not draft.when.overlaps(earlier.when):
        return draft  # "recalled the meeting of 1997"
    if not 0 <= apart <= _BACK or (draft.prospect in ended) != (earlier.prospect in ended):
        return draft
    return msgspec.structs.replace(draft, place=earlier.place)


def _is_there(draft: Draft, earlier: Draft) -> bool:
    """ "Met X there on Wednesday", "is expected there": at the place told right before."""
    here, before = draft.reach.sentence, earlier.reach.sentence
    if here.number - before.number > 1 or here.block is not before.block:
        return False
    verbs = draft.reach.clause.verbs[:2]
    return any(c.lower_ == "there" and c.dep_ == "advmod" and c.i > verb.i for verb in verbs for c in verb.children)


def _speaks_of_known(draft: Draft) -> bool:
    """ "It", "the talks", "the five-day session"; not "the next round" or "a meeting"."""
    if draft.cue.lower_ == "it":
        return True
    words = {c.lower_ for noun in draft.reach.nouns for c in noun.children}
    other = words & (outlook_words().before | meeting_words().ordinals | {"last", "previous", "earlier", "no"})
    return bool(words & {"the", "this", "these"}) and not other and draft.reach.clause.relation in {"subject", "object"}

"""What the verbs beside a cue add to it: "landed in Juba and dined with both teams", "was due in Rome to see X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from ..phrases import objects_behind
from .delegations import of_delegations
from .draft import Draft
from .people import is_collective_noun, is_person, people_of
from .person_words import one_of
from .place_phrases import place_phrase
from .places import is_place
from .telling_apart import sides_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["filled"]

_PAIR = 2
_FAR = 12
"""Words behind "by" in which the name of who signed stands, at most."""
_MOST = 8
"""Verbs of one chain that are looked at."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WITH_WHOM = frozenset({"with", "by", "between", "among", "from"})
_BODIES = frozenset({"commission", "committee", "subcommittee", "sub-committee", "subgroup", "group"})
_JOINT = frozenset({"joint", "technical", "working", "mixed", "bilateral", "trilateral", "tripartite"})
"""Of bodies of this kind, where nobody is named, the parties are the members; a parliament's commission is its own."""
_OTHERS = frozenset(
    {"smaller", "other", "minor", "remaining", "opposition", "political", "third", "various", "several"}
)
"""Words of parties that are not the two of the talks."""
_HELPERS = frozenset({"mediator", "facilitator", "guarantor", "observer", "co-mediator", "go-between", "witness"})
"""Of these two are not the two sides."""
_NAMED = frozenset({"pobj", "conj", "appos"})
_WHERE = frozenset({"in", "at"})


def filled(context: Context, draft: Draft) -> Draft:
    """The draft with the place, and with the people, that verbs joined to its own give, where its own give none."""
    chain = _chain(draft)
    if not chain:
        return draft
    place = draft.place or next(_places(context, draft, chain), None)
    if len(sides_of(context, draft.people)) >= _PAIR or draft.reach.clause.relation not in {"verb", "within", ""}:
        return msgspec.structs.replace(draft, place=place)
    heads = [*_people(chain), *_lost(chain), *_by_each(context, draft.cue)]
    heads += [owner for head in heads if _is_sent(head) for owner in objects_behind(head, {"for"})]
    sent = of_delegations(context, draft.cue) if draft.reach.clause.relation == "verb" else ()
    people = dict.fromkeys((*draft.people, *sent, *(a for head in heads for a in people_of(context, head))))
    sides = {context.roster.party(a) for a in people if is_person(context, a)}
    return msgspec.structs.replace(
        draft,
        place=place,
        people=tuple(a for a in people if is_person(context, a) or a not in sides),
        all_parties=any(_is_all(context, head) for head in heads),
    )


def _is_all(context: Context, head: Token) -> bool:
    """ "Both delegations", "the two team leaders", "the parties", "a joint commission": those of the talks."""
    of_kind = {c.lower_ for c in head.children if c.dep_ in {"amod", "compound"}} & _JOINT
    if of_kind and head.lemma_.lower() in _BODIES and head.pos_ == "NOUN" and not people_of(context, head):
        return True
    words = {c.lower_ for c in head.children}
    pointed = words & {"both", "two"} or (head.lower_ in {"parties", "sides", "delegations"} and not words & _OTHERS)
    return bool(pointed) and is_collective_noun(head) and not (words & {"both", "two"} and _is_third(head))


def _is_third(head: Token) -> bool:
    """ "Both mediators", "the two guarantors": who help the parties; a report may call its pair "both elders"."""
    return one_of(head) in _HELPERS


def _chain(draft: Draft) -> list[Token]:
    """The verb of the cue and those that share its subject: joined ones, and its infinitives."""
    verbs = draft.reach.clause.verbs
    verb = verbs[0] if verbs else None
    if verb is None:
        return []
    top = verb
    for _ in range(_MOST):
        shared = not any(c.dep_ in _SUBJECTS for c in top.children)
        if top.head == top or not shared or top.dep_ not in {"conj", "xcomp", "advcl"} or top.head.pos_ not in _VERBAL:
            break
        top = top.head
    found = [top]
    for one in found:
        found += [c for c in one.children if _shares(c)]
        if len(found) > _MOST:
            break
    return found


_VERBAL = frozenset({"VERB", "AUX"})


def _shares(verb: Token) -> bool:
    """Is it joined to, or an infinitive of, the verb above, without a subject of its own?"""
    if verb.pos_ not in _VERBAL or any(c.dep_ in _SUBJECTS for c in verb.children):
        return False
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return verb.dep_ in {"conj", "xcomp"} or (verb.dep_ == "advcl" and to)


def _people(chain: list[Token]) -> Iterator[Token]:
    for verb in chain:
        for child in verb.children:
            if child.dep_ in _SUBJECTS | {"dobj"}:
                yield child
        yield from objects_behind(verb, _WITH_WHOM)
        for by in (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "ADP"):  # "by A and by B"
            yield from (c for c in by.children if c.dep_ == "pobj")


def _lost(chain: list[Token]) -> Iterator[Token]:
    """The delegations before a verb for which the parser found no subject ("at the invitation of X, a team met")."""
    top = chain[0]
    if any(c.dep_ in _SUBJECTS for c in top.children):
        return
    for token in top.doc[top.sent.start : top.i]:
        if token.pos_ in _VERBAL:
            return
        if one_of(token) in meeting_words().sent or token.lemma_.lower() in meeting_words().sent:
            yield token
            yield from (t for t in token.doc[token.i + 1 : top.i] if t.pos_ == "PROPN" and t.dep_ in _NAMED)


def _is_sent(head: Token) -> bool:
    """ "Negotiators for A and B", "envoys for the government"."""
    return one_of(head) in meeting_words().collective


def _by_each(context: Context, cue: Token) -> Iterator[Token]:
    """ "Was signed by A for the government and by B, the head of ...": wherever the parser hangs the second "by"."""
    if not any(c.dep_ == "auxpass" for c in cue.children):
        return
    rest = cue.doc[cue.i + 1 : cue.sent.end]
    for by in (t for t in rest if t.lower_ == "by"):
        behind = cue.doc[by.i + 1 : min(by.i + _FAR, cue.sent.end)]
        yield from [t for t in behind if any(is_person(context, a) for a in context.roster.at(t))][:1]


def _places(context: Context, draft: Draft, chain: list[Token]) -> Iterator[str]:
    """Where it was, by the verbs that tell what was done: what it was for ("to station a force in X") is elsewhere."""
    for verb in chain:
        if verb.i in draft.reach.others or any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
            continue
        things = (verb, *(c for c in verb.children if c.dep_ == "dobj"))  # "signed the deal in Entebbe"
        behind = [inner for thing in things for inner in objects_behind(thing, _WHERE)]
        # "drove to Starye Atagi", "got both ministers to Montevideo"
        behind += [inner for inner in objects_behind(verb, {"to"}) if inner.pos_ == "PROPN"]
        yield from (place_phrase(inner) for inner in behind if is_place(context, inner) and _is_no_side(context, inner))


def _is_no_side(context: Context, place: Token) -> bool:
    """Is it a town or a building, and no state that the report tells of?"""
    named = place.doc.user_data["named"].get(place.i)
    return place.text in named.metonyms if named is not None else not context.roster.at(place)

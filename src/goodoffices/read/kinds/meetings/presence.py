"""Presence: who else a sentence says was there ("attended by X", "which X and Y co-chair", "a plenary that X had")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause
from ..phrases import objects_behind
from .people import is_person, people_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from .draft import Draft

__all__ = ["attended", "holders", "in_the_chair", "proposed_by", "told_beside"]

_LONGEST_ASIDE = 30
"""Words between the commas that say who chairs a body, at most."""
_LONGEST_ROLL = 80
"""Words of a list of those present, at most."""
_HAD = frozenset({"lead", "conduct", "hold", "attend", "invite", "have"})
_HOLDING = frozenset({"hold", "organise", "organize", "conduct"})
_IN_CHARGE = frozenset(
    {"moderate", "chair", "co-chair", "cochair", "facilitate", "co-facilitate", "mediate", "host", "co-host", "lead",
     "attend", "preside", "broker", "open", "close", "conduct", "guide", "steer", "oversee", "supervise", "observe"}
)  # fmt: skip
"""What is done with a meeting by those who are at it."""
_LET_IN = frozenset({"invite", "admit", "summon", "call"})
_PROPOSED = frozenset({"propose", "suggest", "request", "demand", "seek", "offer", "announce", "float"})
_WISHED = frozenset({"plan", "want", "intend", "hope", "make", "announce", "promise", "cancel", "propose"})
"""What a traveller does with a visit: "a trip that the envoy had planned"."""


def told_beside(context: Context, clause: Clause) -> Iterator[str]:
    """ "Talks with Moscow, which X and Y lead", "a plenary, to which the observers are invited"."""
    for verb in clause.asides:
        had = next((v for v in (verb, *verb.children) if v.lemma_ in _HAD and v.pos_ in {"VERB", "AUX"}), verb)
        wished = clause.cue.lemma_.lower() in meeting_words().visits and verb.lemma_.lower() in _WISHED
        if verb.dep_ != "relcl" or not (wished or had.lemma_ in _HAD or _lets_in(verb)):
            continue
        if had.lemma_ in {"have", "hold"}:
            yield from (a for inner in objects_behind(had, {"with"}) for a in people_of(context, inner))
        how = "nsubjpass" if verb.lemma_ in _LET_IN else "nsubj"
        yield from (a for c in verb.children if c.dep_ == how for a in people_of(context, c))


def _lets_in(verb: Token) -> bool:
    """ "A session to which X and Y were admitted"; not "to which they were not called"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children) and not any(c.dep_ == "neg" for c in verb.children)
    return passive and verb.lemma_ in _LET_IN


def attended(context: Context, clause: Clause) -> Iterator[str]:
    """ "A conference opened, attended by X and Y"."""
    for verb in clause.verbs[:1] if clause.relation in {"subject", "object"} else ():
        for beside in verb.children:
            if beside.dep_ in {"advcl", "acl"} and beside.lemma_ == "attend" and beside.tag_ == "VBN":
                yield from (a for inner in objects_behind(beside, {"by"}) for a in people_of(context, inner))
        if verb.lemma_ == "attend" and any(c.dep_ == "auxpass" for c in verb.children):
            yield from _listed(context, verb)
        yield from _in_charge(context, verb)


def _in_charge(context: Context, verb: Token) -> Iterator[str]:
    """ "The round took place over two days and was moderated by X together with the envoys of Y": they are there."""
    for joined in verb.conjuncts:
        passive = joined.i > verb.i and any(c.dep_ == "auxpass" for c in joined.children)
        if passive and joined.lemma_.lower() in _IN_CHARGE and not any(c.dep_ == "neg" for c in joined.children):
            heads = (joined, *objects_behind(joined, {"by"}))
            behind = (inner for head in heads for inner in objects_behind(head, {"by", "with"}))
            yield from (a for inner in behind for a in people_of(context, inner))


def proposed_by(context: Context, clause: Clause) -> Iterator[str]:
    """ "A gathering at Balad, proposed by X, never took place": who wanted it, where nobody else is named."""
    for verb in (*clause.asides, *clause.verbs[:1]):
        if verb.tag_ == "VBN" and verb.lemma_.lower() in _PROPOSED:
            yield from (a for inner in objects_behind(verb, {"by"}) for a in people_of(context, inner))


def _listed(context: Context, verb: Token) -> Iterator[str]:
    """ "Was attended by H.E. A, president of X; B, president of Y; and C": the parser loses itself in such a list."""
    rest = verb.doc[verb.i : min(verb.i + _LONGEST_ROLL, verb.sent.end)]
    semicolons = [t.i for t in rest if t.text == ";"]
    if semicolons and any(t.lower_ == "by" for t in rest[:3]):
        yield from (a for t in rest if t.pos_ == "PROPN" for a in context.roster.at(t) if is_person(context, a))


def in_the_chair(context: Context, subject: Token) -> Iterator[str]:
    """ "The commission, which X and Y co-chair, met", "the body, chaired by X, sat": who chairs it is there."""
    doc, start = subject.doc, subject.i + 1
    if (
        start + 1 >= subject.sent.end
        or doc[start].text != ","
        or doc[start + 1].lower_ not in {"which", "chaired", "co"}
    ):
        return
    last = min(start + _LONGEST_ASIDE, subject.sent.end)
    end = next((t.i for t in doc[start + 1 : last] if t.text == ","), start)
    if any(t.lemma_.lower() in {"chair", "chaired"} for t in doc[start:end]):
        yield from (a for t in doc[start:end] if t.pos_ == "PROPN" for a in context.roster.at(t))


def holders(context: Context, draft: Draft) -> tuple[str, ...]:
    """ "The Council of Churches will hold consultations": a body that holds talks of its own, with whomever it may be.

    Args:
        context: The report.
        draft: What the words of a meeting tell.

    Returns:
        Ids of the bodies that hold it; none of those who host the talks of others, nor where it is said who meets.
    """
    clause = draft.reach.clause
    verb = clause.verbs[0] if clause.verbs else None
    own = verb is not None and clause.relation == "object" and verb.lemma_.lower() in _HOLDING
    known = any(c.lower_ in {"the", "these", "this", "next"} or c.dep_ == "poss" for c in draft.cue.children)
    if not own or known or draft.people or draft.collective:
        return ()
    return tuple(a for a in draft.convenors if context.roster.actors[a].kind == "organisation")

"""Both seen: the parties whom a third one sees ("gave dinner to both delegations", "had envoys of both sides in")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .company import joined_before
from .counterparts import are_others, heads_of_sides
from .people import is_collective_noun
from .telling_apart import sides_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from .draft import Draft

__all__ = ["both_seen"]

_PARTIES = frozenset({"party", "side", "delegation", "team", "camp", "faction"})
_HEADS = frozenset({"leader", "president", "principal", "chief", "head"})
_HAVING = frozenset({"have", "give", "invite", "host", "keep", "bring", "join", "offer", "bid", "ask", "summon"})
"""Verbs whose object comes to what is named behind them ("had both sides to lunch")."""
_SEEN = frozenset({"with", "to", "for", "between", "among", "from"})


def both_seen(context: Context, draft: Draft, table: tuple[str, ...]) -> tuple[str, ...]:
    """Say which parties a plural means that those who are named see, where none of these is a party.

    Args:
        context: The report.
        draft: What the words of a meeting tell.
        table: Ids of the parties of the talks.

    Returns:
        Ids of the parties, or of the persons who head them; none where no such plural stands with the verb.
    """
    if not table or not draft.people or sides_of(context, draft.people) & set(table):
        return ()
    for plural in _plurals(draft):
        if plural.lemma_.lower() in _PARTIES:
            return table
        if leaders := joined_before(context, plural) or heads_of_sides(context, plural, table):
            return leaders
        if plural.lemma_.lower() in _HEADS and set(context.roster.at(plural)) == set(table):
            return table
    return ()


def _plurals(draft: Draft) -> Iterator[Token]:
    for head in _heads(draft):
        people = head.tag_ == "NNS" and head.lemma_.lower() in meeting_words().collective
        for one in (head, *(objects_behind(head, {"of", "from"}) if people else ())):
            if one.tag_ == "NNS" and _is_pointed(one) and is_collective_noun(one) and not are_others(one):
                yield one


def _is_pointed(plural: Token) -> bool:
    """ "Both delegations", "the two leaders", "the parties"; not "the leaders", "the smaller parties"."""
    words = {c.lower_ for c in plural.children if c.i < plural.i}
    all_of_them = plural.lemma_.lower() in _PARTIES and words == {"the"}
    return all_of_them or (bool(words & {"both", "two"}) and words <= {"the", "both", "two", "these", "all"})


def _heads(draft: Draft) -> Iterator[Token]:
    """The words for those whom somebody sees, wherever the parser hangs them on the verb or its object."""
    clause = draft.reach.clause
    if clause.relation == "verb":
        verb = draft.cue
    elif clause.relation == "within" and clause.verbs:
        verb = clause.verbs[0]
        yield draft.cue
        if verb.lemma_ not in _HAVING:
            return
    else:
        return
    things = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    times = [t for t in objects_behind(verb, {"until", "for", "after", "till"}) if t.ent_type_ in {"DATE", "TIME"}]
    yield from things
    for head in (verb, *things, *times):
        yield from objects_behind(head, _SEEN)
    yield from (t for c in things if c.dep_ == "dative" for t in c.children if t.dep_ == "pobj")

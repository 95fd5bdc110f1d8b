"""The parties of the talks: the two sides that a report means by "the talks" and "both delegations"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...actors.gazetteer import entities
from ...actors.homes import home_of
from ...actors.sides import between_sides
from ..pair import is_side, main_sides, pair_of_delegations
from ..phrases import OWNERS, objects_behind, with_joined
from ..together import named_together
from .draft import Draft
from .people import people_of
from .places import is_place
from .telling_apart import sides_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["is_of_talks", "parties_of_talks", "sides_in"]

_PAIR = 2
_MET = 2
_SENT = 3
"""How much more a side counts that has a delegation or negotiators than one that a sentence only names."""
_LEAST = {"group": 1, "state": 2, "organisation": 2}
"""Below this a side is hardly one of the two; a movement is so sooner than a state that a report thanks once."""
_JOINED = 1
"""How much more two sides count wherever they are named in one breath ("Israel and the Palestinians")."""
_MAIN = 3
"""How much more a side counts that "the parties" mean elsewhere in the report."""
_HEAD_OF_TABLE = 10
"""How much more a side that heads a column counts than one that a sentence names."""


def parties_of_talks(context: Context, told: Sequence[tuple[Sentence, list[Draft]]]) -> tuple[str, ...]:
    """The two sides that meet most often in the report; where none are named, the two that it names most.

    Args:
        context: The report.
        told: Its sentences that tell of meetings, with what they tell.

    Returns:
        Ids of the two sides, none where the report names no two.
    """
    spoken: Counter[str] = Counter()
    sent, sending = set[str](), set[str]()
    for sentence in context.sentences:
        spoken.update(sides_in(context, sentence))
        for token in sentence.span:
            ids = _sending(context, token)
            spoken.update(dict.fromkeys(ids, _SENT))
            sent |= ids if len(ids) == _PAIR else set()
            sending |= ids
    spoken.update(dict.fromkeys(_heads_of_columns(context), _HEAD_OF_TABLE))
    for pair in named_together(context)[1]:
        spoken.update(dict.fromkeys(pair, _JOINED) if len(pair) == _PAIR else ())
    named = _named_pair(context)
    spoken.update(dict.fromkeys(named, _HEAD_OF_TABLE))
    spoken.update(dict.fromkeys(main_sides(context), _MAIN))
    drafts = [draft for _, kept in told for draft in kept]
    for draft in drafts:
        sides = sides_of(context, draft.people)
        if len(sides) == _PAIR and not draft.collective and (is_of_talks(draft) or sides == {*draft.people}):
            # two envoys meet on the way; sides that are named as such are at the talks themselves
            spoken.update(dict.fromkeys(sides, _MET if sides & set(draft.people) else 1))
            sending |= sides if draft.reach.nouns else set()
    for actor in _between(context, drafts) - named - sent:
        spoken.pop(actor, None)
    may_be = {a for a in spoken if a in named or _may_be_party(context, a) or _negotiates(context, a, sending)}
    parties = [a for a in may_be if spoken[a] >= _LEAST[context.roster.actors[a].kind]]
    parties.sort(key=lambda a: (-spoken[a], context.roster.actors[a].kind == "state", a))
    return tuple(sorted(parties[:_PAIR])) if len(parties) >= _PAIR else ()


def is_of_talks(draft: Draft) -> bool:
    """Do its words tell of talks, or of people who met, rather than of a call, a visit, of who joins them?"""
    words, lemma = meeting_words(), draft.cue.lemma_.lower()
    passing = words.receive | words.telephone | words.visit | words.go | words.calls | words.visits | words.be
    people = draft.cue.pos_ == "NOUN" and lemma in words.collective | words.sent  # "the delegations stayed on"
    return lemma not in passing and lemma != "join" and not people


def _heads_of_columns(context: Context) -> Iterator[str]:
    """Ids of the sides that head the columns of a table."""
    for block in context.blocks:
        for cell in block.rows[0][1:] if block.kind == "table" and block.rows else ():
            yield from context.parties_named(cell.start, cell.end)


def _named_pair(context: Context) -> frozenset[str]:
    """The two that the report names as the parties; not two hosts who consult each other."""
    named, main = _named_as_parties(context), main_sides(context)
    return named if named & set(main) or (named and not main) else frozenset(pair_of_delegations(context))


def _named_as_parties(context: Context) -> frozenset[str]:
    """Ids of the two of "the negotiations between A and B", whatever they are; none where there are more pairs."""
    words, pairs = meeting_words(), set[frozenset[str]]()
    for sentence in context.sentences:
        for token in sentence.span:
            if {token.lemma_.lower(), token.lower_} & words.talks and token.pos_ == "NOUN":
                inside = objects_behind(token, {"between"})
                pair = sides_of(context, tuple(a for t in inside for a in people_of(context, t)))
                pairs.update({pair} if len(pair) == _PAIR else ())
    return next(iter(pairs)) if len(pairs) == 1 else frozenset()


def _sending(context: Context, token: Token) -> set[str]:
    """Ids of those whose delegation or negotiators a word is."""
    if token.lemma_.lower() not in meeting_words().sent:
        return set()
    beside = {a for c in token.children if c.i < token.i for a in with_joined(context, c)}
    behind = (g for c in token.children if c.dep_ == "prep" and c.lower_ in {"of", "from"} for g in c.subtree)
    ids = beside or {a for g in behind if g.pos_ == "PROPN" for a in context.roster.at(g)}
    sides = {context.roster.party(actor) for actor in ids}
    return sides if len(sides) <= _PAIR else set()


def _between(context: Context, drafts: Sequence[Draft]) -> set[str]:
    """Ids of those who host or mediate and sit at no table themselves."""
    hosts = {context.roster.party(a) for d in drafts for a in d.convenors if not sides_of(context, d.people) & {a}}
    guests = {context.roster.party(a) for d in drafts for a in d.convenors if a in d.people}
    return (hosts - guests) | between_sides(context.roster)


def _may_be_party(context: Context, actor: str) -> bool:
    """Is it a state or group, or the government of a part of one?"""
    known = context.roster.actors[actor]
    return is_side(context, actor) or (known.kind == "organisation" and "Government" in known.name)


def _negotiates(context: Context, actor: str, sending: set[str]) -> bool:
    """Is it a body that sends a delegation, and none that mediates ("the opposition committee's negotiators")?"""
    known = context.roster.actors[actor]
    foreign = known.name in entities() and home_of(known.name) is None  # the UN, a regional bloc
    return known.kind == "organisation" and actor in sending and not foreign


def sides_in(context: Context, sentence: Sentence) -> list[str]:
    """Ids of the states and groups that a sentence names, each once."""
    # "the two leaders" may stand for any two; only those count that the sentence names, or means one by one
    named = (
        t for t in sentence.span if t.pos_ in {"PROPN", "ADJ", "PRON", "NOUN"} and not _only_says_where(context, t)
    )
    meant = (context.roster.at(token) for token in named)
    sides = dict.fromkeys(context.roster.party(ids[0]) for ids in meant if len(ids) == 1)
    return [a for a in sides if _may_be_party(context, a)]


def _only_says_where(context: Context, token: Token) -> bool:
    """ "In the Sudanese capital", "at a Swiss resort": whose the place is, takes no part by that."""
    head = token.head
    if token.dep_ not in OWNERS or head.pos_ != "NOUN" or head.dep_ != "pobj":
        return False
    return head.head.lower_ in {"in", "at", "near", "outside"} and is_place(context, head)

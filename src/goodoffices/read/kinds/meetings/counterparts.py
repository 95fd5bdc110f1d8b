"""Counterparts: whom a plural means by its kind ("the two presidents", "regional leaders", "the six ministers")."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..together import joint_parties
from .person_words import one_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["are_others", "bloc_meant", "heads_of_sides", "those_counted"]

_PAIR = 2
_MORE = frozenset({"three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen"})
_LEADING = frozenset({"leader", "president", "head", "chief"})


def are_others(head: Token) -> bool:
    """Does a plural say by itself that it is not the two parties: leaders of a region, mediators, or more than two?"""
    return _is_of_region(meant_by_they(head)) or _is_more(head) or _is_third(head)


def _is_third(head: Token) -> bool:
    """ "The mediators met the women": who goes between the parties, pays or watches; not "the two co-chairs"."""
    pointed = any(c.lower_ in {"both", "two"} for c in head.children)
    return head.tag_ in {"NNS", "NNPS"} and one_of(head) in meeting_words().third and not pointed


def meant_by_they(head: Token) -> Token:
    """The plural right before "they" in the sentence ("to the heads of state when they meet"); else the word itself."""
    if head.lower_ != "they":
        return head
    before = [t for t in head.doc[head.sent.start : head.i] if t.tag_ in {"NNS", "NNPS"}]
    return before[-1] if before and one_of(before[-1]) in meeting_words().collective else head


def bloc_meant(context: Context, head: Token) -> tuple[str, ...]:
    """Id of the one regional body that a report names, where a plural means the leaders of a region; else nobody."""
    if not _is_of_region(meant_by_they(head)):
        return ()
    bodies = [a for a in context.roster.actors.values() if a.kind == "organisation" and a.mentions]
    for is_body in (_is_regional, _is_bloc):
        if found := [a.id for a in bodies if is_body(a.name)]:
            return tuple(found) if len(found) == 1 else ()
    return ()


def _is_regional(name: str) -> bool:
    return "Regional" in name.split()


def _is_bloc(name: str) -> bool:
    return name in meeting_words().blocs


def _is_of_region(head: Token) -> bool:
    """ "Regional leaders", "leaders of the region", "neighbouring presidents", "the heads of state"."""
    if one_of(head) not in meeting_words().leading or head.tag_ not in {"NNS", "NNPS"}:
        return False
    inside = {t.lower_ for c in head.children if c.lower_ == "of" for t in c.subtree} - {"of", "the", "and", "our"}
    if inside and inside <= {"state", "states", "government"}:
        return not any(c.dep_ in {"nummod", "poss"} for c in head.children)
    words = meeting_words().regional
    return inside in ({"region"}, {"subregion"}) or any(
        c.lower_ in words for c in head.children if c.dep_ in {"amod", "compound"}
    )


def _is_more(head: Token) -> bool:
    """ "The six ministers", "all four delegations"."""
    return head.tag_ in {"NNS", "NNPS"} and any(c.lower_ in _MORE for c in head.children if c.dep_ == "nummod")


def those_counted(context: Context, head: Token) -> tuple[str, ...]:
    """Whom "the six ministers" means: as many sides as were last named together; nobody where it is no such plural."""
    return joint_parties(context, head) if _is_more(head) else ()


def heads_of_sides(context: Context, head: Token, table: tuple[str, ...]) -> tuple[str, ...]:
    """Who "the two presidents" or "their leaders" are: of each of the two sides, the person with that office.

    Args:
        context: The report.
        head: The plural.
        table: Ids of the parties of the talks.

    Returns:
        Ids of the two persons; none where a side has none, or the plural is of no office.
    """
    two = {c.lower_ for c in head.children} & {"two", "both", "their"}
    office = one_of(head)
    if not two or len(table) != _PAIR or office not in meeting_words().leading or head.tag_ not in {"NNS", "NNPS"}:
        return ()
    wanted = meeting_words().heads if office in _LEADING else frozenset({office})
    found: list[str] = []
    for side in table:
        named: Counter[str] = Counter()
        for role in context.roster.roles:
            if role.person != side and context.roster.party(role.person) == side and _is_office(role.title, wanted):
                named[role.person] += len(context.roster.actors[role.person].mentions)
        if not named and office == "leader":
            named.update(_persons_of(context, side))
        found += [person for person, _ in named.most_common(1)]
    return tuple(found) if len(found) == _PAIR else ()


def _persons_of(context: Context, side: str) -> dict[str, int]:
    """How often each person of a side is named, where no office is told: a report names its leader most."""
    persons = (a for a in context.roster.actors.values() if a.kind == "person" and a.id != side)
    return {a.id: len(a.mentions) for a in persons if context.roster.party(a.id) == side}


def _is_office(title: str, wanted: frozenset[str]) -> bool:
    words = title.lower().split()
    apart = {"vice", "deputy", "former"} & {w.strip("-") for w in words}
    return not apart and bool(wanted & set(words))

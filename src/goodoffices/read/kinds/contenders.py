"""Contenders: who can be a side of talks: states, movements, and bodies that govern or negotiate for a people."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING

from ..actors.peoples import is_of_people
from ..actors.sides import between_sides

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["acting_sides", "is_side", "joined_states"]

_GOVERNING = re.compile(
    r"\b(?:government|authority|administration|resistance|negotiat\w+|(?<!saudi-led )coalition)\b(?! in exile)",
    re.IGNORECASE,
)
"""What the name of a body has that is a side of its own, and no organisation between the sides."""
_HELPING = re.compile(
    r"\b(?:UN|United Nations|affairs|department|office|mission|commission on|electoral|election|joint|interim force|"
    r"conciliation resources|centre|center|institute|peace platform|fund|agency|canal|civil society|human rights|"
    r"police)\b",
    re.IGNORECASE,
)
_PARTIES = re.compile(
    r"\b(?:congress|partnership|likud|labour|conservative|socialist|christian|social)\b", re.IGNORECASE
)
"""What the name of a political party of one country has, which is no side of talks between two."""
_PAIR = 2
_OFTEN = 2
"""Times that two states are joined by "and" at least where the talks are theirs."""
_CLEARLY = 2
"""Times as often as any other they act, where they are joined but once."""


def is_side(context: Context, party: str) -> bool:
    """Can it be a side of talks: a state, a movement, a government without a state, what a people has for one?

    Args:
        context: The report.
        party: Id of a state, body, group or person.
    """
    actor = context.roster.actors[party]
    if actor.kind == "organisation":
        governs = _GOVERNING.search(actor.name) is not None and _HELPING.search(actor.name) is None
        return governs or is_of_people(actor.name)
    return actor.kind == "state" or (actor.kind == "group" and _PARTIES.search(actor.name) is None)


@functools.lru_cache(maxsize=2)
def acting_sides(context: Context) -> Counter[str]:
    """How often each that can be a side acts in a report, by itself or by its people.

    Args:
        context: The report.
    """
    counts: Counter[str] = Counter()
    for actor in context.roster.actors.values():
        party = context.roster.party(actor.id)
        if is_side(context, party):
            counts[party] += sum(m.acts for m in actor.mentions)
    return counts


@functools.lru_cache(maxsize=2)
def joined_states(context: Context) -> tuple[str, ...]:
    """The two states that a report names together ("Kenya and Uganda"), if nobody else acts as much.

    Args:
        context: The report.

    Returns:
        Ids of both, or none where another pair is joined as often or others act more.
    """
    joined: Counter[tuple[str, ...]] = Counter()
    for passage in context.passages:
        for token in passage.doc:
            if token.dep_ == "conj" and token.head.dep_ != "conj" and not any(c.dep_ == "conj" for c in token.children):
                two = {p for t in (token.head, token) for p in context.roster.parties_at(t)}
                if len(two) == _PAIR and all(context.roster.actors[p].kind == "state" for p in two):
                    joined[tuple(sorted(two))] += 1
    most = joined.most_common(_PAIR)
    if not most or (len(most) > 1 and most[1][1] == most[0][1]):
        return ()
    pair, counts = most[0][0], acting_sides(context)
    least = min(counts[party] for party in pair)
    others = max((n for party, n in counts.items() if party not in pair), default=0)
    often = most[0][1] >= _OFTEN
    return (
        ()
        if between_sides(context.roster) & {*pair} or least < _OFTEN or least < others * (1 if often else _CLEARLY)
        else pair
    )

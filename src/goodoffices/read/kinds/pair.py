"""The two sides of the talks: a state and the movement that it faces, those of a title, or the two named most."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING

from ..actors.sides import between_sides, home_state
from .contenders import acting_sides, is_side, joined_states
from .crowds import crowd_called
from .frames import frames
from .lead import pair_of_lead, state_first

if TYPE_CHECKING:
    from ..context import Context

__all__ = [
    "is_side",
    "main_sides",
    "pair_of_delegations",
    "pair_of_signing",
    "pair_of_states",
    "pair_of_talks",
    "pair_of_title",
    "state_and_movement",
]

_BETWEEN = re.compile(r"\bbetween\s+(?P<one>[^.:;\n]{2,90}?)\s+and\s+(?P<other>[^.:;\n]{2,120})", re.IGNORECASE)
_DELEGATIONS = re.compile(
    r"\b(?:delegations?|representatives|negotiators|envoys|teams)\s+(?:of|from|for|representing)\s+(?P<one>[^;\n]{2,200}?)"
    r"\s+and\s+(?:(?:that|the delegation|those)\s+)?(?:of|from|for)\s+(?P<other>[^;\n]{2,120})",
    re.IGNORECASE,
)
"""A communique's "delegations of A, led by X, and of B, led by Y"."""
_SIGNING = re.compile(
    r"\b(?:initial+ing|signing|signature|conclusion|adoption|ratification) of [^.;:\n]{3,140}? by "
    r"(?P<one>[^.;:\n]{2,90}?)"
    r" and (?P<other>[^.;:,\n]{2,90})",
    re.IGNORECASE,
)
"""Who signs, where the signing itself is told ("the initialling of the accord by the government and nine groups")."""
_OPENING_BLOCKS = 6
_OF_THREE = re.compile(
    r"\b(?:trilateral|tripartite|three-way|three (?:countries|parties|sides|states|governments|delegations))\b",
    re.IGNORECASE,
)
_OF_STATE = re.compile(r"\b(?:army|armed forces|government|authority)\b", re.IGNORECASE)
"""What fights in the name of a state that is torn."""
_PAIR = 2
_TRIO = 3
_FEWEST = 2
"""Times that each of the two is named at least."""
_LESS_NAMED = 2
"""A third party is named at most one time in so many as the second."""
_OPENING_PASSAGES = 8
"""Passages of a report in which the movement that a state faces is named, if it is one side of the talks."""


@functools.lru_cache(maxsize=2)
def pair_of_title(context: Context) -> tuple[str, ...]:
    """The two sides of which the opening of a report says that the talks are between them.

    Args:
        context: The report.

    Returns:
        Ids of both, or none.
    """
    return _pair_in_opening(context, _BETWEEN) or pair_of_delegations(context) or pair_of_signing(context)


@functools.lru_cache(maxsize=2)
def pair_of_delegations(context: Context) -> tuple[str, ...]:
    """The two sides whose delegations the opening of a report names one after the other.

    Args:
        context: The report.

    Returns:
        Ids of both, or none.
    """
    return _pair_in_opening(context, _DELEGATIONS)


@functools.lru_cache(maxsize=2)
def pair_of_signing(context: Context) -> tuple[str, ...]:
    """The two sides of whose signing the opening of a report tells, the second of which may have no name.

    Args:
        context: The report.

    Returns:
        Ids of both, or none.
    """
    return _pair_in_opening(context, _SIGNING, crowds=True)


def _pair_in_opening(context: Context, pattern: re.Pattern[str], *, crowds: bool = False) -> tuple[str, ...]:
    """The first two sides that a pattern finds in the opening of a report."""
    for block in context.blocks[:_OPENING_BLOCKS]:
        for found in pattern.finditer(context.report.text, block.start, block.end):
            if pair := _two_sides(context, found, crowds=crowds):
                return pair
    return ()


def _two_sides(context: Context, found: re.Match[str], *, crowds: bool) -> tuple[str, ...]:
    """The first side of each of two stretches, if they are two."""
    sides = [_side(context, *found.span(name)) for name in ("one", "other")]
    if crowds and sides[0] is not None and sides[1] is None:
        sides[1] = next((a for t in context.tokens_in(*found.span("other")) for a in crowd_called(context, t)), None)
    return tuple(s for s in sides if s is not None) if None not in sides and sides[0] != sides[1] else ()


def _side(context: Context, start: int, end: int) -> str | None:
    """The first side that stands in a stretch, in the prose or as a name in capitals."""
    parties = [context.roster.party(actor) for actor in context.actors_in(start, end)]
    bodies = [p for p in parties if is_side(context, p)]
    named = bodies or [p for p in context.parties_named(start, end) if is_side(context, p)]
    return named[0] if named else None


@functools.lru_cache(maxsize=2)
def pair_of_talks(context: Context) -> tuple[str, ...]:
    """The two sides that a report tells of, if it plainly tells of two.

    Args:
        context: The report.

    Returns:
        Ids of both, those of the title before those that are named most; or none.
    """
    titled = pair_of_lead(context) or pair_of_title(context)
    if titled:
        return titled
    most = acting_sides(context).most_common(_PAIR + 1)
    if len(most) < _PAIR or most[1][1] < _FEWEST:
        return ()
    third = most[2][1] if len(most) > _PAIR else 0
    return (most[0][0], most[1][0]) if _LESS_NAMED * third <= most[1][1] else ()


@functools.lru_cache(maxsize=2)
def state_and_movement(context: Context) -> tuple[str, ...]:
    """The state whose conflict a report tells of and the movement that it faces, if the opening names it.

    Args:
        context: The report.

    Returns:
        Ids of both, or none.
    """
    if lead := pair_of_lead(context):
        return state_first(context, lead)
    roster = context.roster
    groups, states, opening = Counter[str](), Counter[str](), set[str]()
    for actor in roster.actors.values():
        party = roster.party(actor.id)
        if is_side(context, party):
            counts = states if roster.actors[party].kind == "state" else groups
            counts[party] += sum(m.acts for m in actor.mentions)
            opening |= {party} if any(m.passage < _OPENING_PASSAGES for m in actor.mentions) else set()
    most = groups.most_common(_PAIR)
    home = home_state(roster) or _most_acting(roster.governed, states)
    if home is None or not most or most[0][1] < _FEWEST or most[0][0] not in opening or pair_of_states(context):
        return ()
    torn = len(most) == _PAIR and most[1][1] >= max(_LESS_NAMED * states[home], _FEWEST)
    if torn and any(_OF_STATE.search(roster.actors[party].name) for party, _ in most):
        return (most[0][0], most[1][0])  # the two that fight in a state that hardly acts
    return (home, most[0][0]) if len(most) < _PAIR or _LESS_NAMED * most[1][1] <= most[0][1] else ()


@functools.lru_cache(maxsize=2)
def pair_of_states(context: Context) -> tuple[str, ...]:
    """The two states that a report plainly tells of, with a movement only beside them.

    Args:
        context: The report.

    Returns:
        Ids of both, or none.
    """
    pair = pair_of_talks(context)
    states = bool(pair) and all(context.roster.actors[party].kind == "state" for party in pair)
    return pair if states and between_sides(context.roster).isdisjoint(pair) else ()


def _most_acting(governed: str | None, states: Counter[str]) -> str | None:
    """The state that has a government to speak of, unless another acts more than twice as often."""
    most = states.most_common(1)
    if not most or (governed is not None and _LESS_NAMED * states[governed] >= most[0][1]):
        return governed
    return most[0][0]


@functools.lru_cache(maxsize=2)
def _called_parties(context: Context) -> tuple[str, ...]:
    """The two whom "the parties" and "both sides" mean most often where they stand in the report."""
    found: Counter[tuple[str, ...]] = Counter()
    for passage in context.passages:
        for token in passage.doc:
            if token.lemma_.lower() in frames().joint_sides and len(pair := context.roster.parties_at(token)) == _PAIR:
                found[tuple(sorted(pair))] += 1
    return found.most_common(1)[0][0] if found else ()


@functools.lru_cache(maxsize=2)
def _three_states(context: Context) -> tuple[str, ...]:
    """The three states of which a report says that the talks are theirs ("trilateral", "the three countries")."""
    if len(_OF_THREE.findall(context.report.text)) < _FEWEST:
        return ()
    counts: Counter[str] = Counter()
    hosts = between_sides(context.roster)
    for actor in context.roster.actors.values():
        party = context.roster.party(actor.id)
        if context.roster.actors[party].kind == "state" and party not in hosts:
            counts[party] += sum(m.acts for m in actor.mentions)
    most = counts.most_common(_TRIO + 1)
    fourth = most[_TRIO][1] if len(most) > _TRIO else 0
    clear = len(most) >= _TRIO and most[_TRIO - 1][1] >= max(_FEWEST, fourth + 1)
    return tuple(party for party, _ in most[:_TRIO]) if clear else ()


def main_sides(context: Context) -> tuple[str, ...]:
    """Whom "the parties" and "both sides" mean where nothing nearer says so.

    Args:
        context: The report.

    Returns:
        Ids of the three states of talks of three; else of the state and the movement that it faces; else of the pair
        that the opening names, that such words mean elsewhere, or of the talks, no mediator; or none.
    """
    if trio := _three_states(context):
        return trio
    pair = joined_states(context) or state_and_movement(context) or pair_of_title(context)
    pair = pair or pair_of_states(context) or _called_parties(context) or pair_of_talks(context)
    between = between_sides(context.roster)
    return () if any(party in between or _helps(context, party) for party in pair) else pair


def _helps(context: Context, party: str) -> bool:
    """Is it "the mediators", "the guarantors": who help, whatever they are of?"""
    return context.roster.actors[party].name.split()[-1].lower() in frames().helpers

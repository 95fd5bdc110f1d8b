"""Pairs and several parties: who "both sides", "the two delegations" and "the three parties" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon
from .listing import listed
from .sides import between_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from .trail import Trail

__all__ = ["main_pair", "meant_by_pair", "note_together"]

_PAIR = 2
_OPENING = 4
"""Passages of a report in which those stand whom it is about: headline, byline, lead."""
_FAR_AHEAD = 3
"""How many times as often two others act where a group is no side of the talks."""
_OF_A_PAIR = frozenset({"sides", "parties", "party", "side", "both", "neither"})
_OF_STATES = frozenset({"countries", "states", "neighbours", "neighbors", "nations"})
"""Plurals that no movement is one of ("the two countries")."""
_MORE = frozenset({"three", "four", "five", "six", "seven"})


def main_pair(trail: Trail) -> tuple[str, ...]:
    """The two sides of the talks: the group that acts most and its government, else the two that act most."""
    government = trail.governed or trail.roster.government
    helping = between_sides(trail.roster)
    main = [party for party in trail.main if party not in helping]
    if trail.groups and government and trail.groups[0] in trail.main and not _is_by_the_way(trail, main):
        return (trail.groups[0], government)
    return tuple((main if len(main) >= _PAIR else trail.main)[:_PAIR])


def _is_by_the_way(trail: Trail, main: Sequence[str]) -> bool:
    """Does the first group stand so far behind two others that it is only some party at home?"""
    if any(m.passage < _OPENING for m in trail.roster.actors[trail.groups[0]].mentions):
        return False
    weight, others = trail.weights[trail.groups[0]], main[:_PAIR]
    return weight < _PAIR <= len(others) and all(trail.weights[o] > _FAR_AHEAD * weight for o in others)


def note_together(trail: Trail, top: Token, ids: Sequence[str]) -> None:
    """Keep in mind who is named together, in a pair or in a list of more.

    Args:
        trail: Who has been mentioned so far; its pair and its several parties are filled in.
        top: The word of a name on which the other names of a list hang.
        ids: Whom the name means.
    """
    roster = trail.roster
    joined = [a for c in top.children if c.dep_ == "conj" for a in roster.at(c)]
    parties = tuple(dict.fromkeys(roster.party(a) for a in (*ids, *joined)))
    if len(parties) == _PAIR and not _is_of_more(top) and set(parties) <= _likely(trail):
        trail.pair = parties
    if (several := _several(trail, top, ids)) and len(several) >= len(trail.several):
        trail.several = several


def meant_by_pair(trail: Trail, token: Token) -> tuple[str, ...]:
    """Whom "both sides", "the two delegations", "neither party" or "both" means.

    Args:
        trail: Who has been mentioned so far.
        token: Any word of the report.

    Returns:
        The parties' ids, nobody where the word stands for no pair or it is not known for which.
    """
    lower, words = token.lower_, lexicon().referring
    if lower not in words.pair_nouns and lower not in _OF_A_PAIR:
        return ()
    beside = {c.lower_ for c in token.children}
    plural = lower in words.pair_nouns and (beside & words.pair_words or "neither" in beside)
    parties = lower in {"sides", "parties"} and "the" in beside
    single = lower in {"party", "side"} and beside & {"neither", "either", "each"}
    alone = lower in {"both", "neither"} and token.dep_ in {"nsubj", "nsubjpass"} and not beside
    if not (plural or parties or single or alone):
        return ()
    listed_before = _named_with(trail, token, beside, alone=alone)
    return _likeliest(trail, token) if listed_before is None else listed_before


def _likely(trail: Trail) -> set[str]:
    """Those who can be "the two sides": the parties that act most, and a government without a name."""
    return {*trail.main, *([trail.roster.government] if trail.roster.government else [])}


def _is_of_more(top: Token) -> bool:
    """Is a name one of three or more in a list ("A, B, C and D")? No two of them are a pair."""
    meant = top.doc.user_data["actors"]
    behind = [c for c in top.children if c.dep_ == "conj" and c.i in meant]
    longer = any(g.dep_ == "conj" and g.i in meant for c in behind for g in c.children)
    return longer or (bool(behind) and top.dep_ == "conj" and top.head.i in meant)


def _several(trail: Trail, top: Token, ids: Sequence[str]) -> tuple[str, ...]:
    """A government and two movements or more that are named in one list; none where it is no such list."""
    roster = trail.roster
    named = (a for token in listed(top) for a in (roster.at(token) if token != top else ids))
    parties = tuple(dict.fromkeys(roster.party(a) for a in named))
    kinds = [roster.actors[party].kind for party in parties]
    movements = {party for party in parties if party in trail.groups}
    fitting = len(movements) >= _PAIR and len(movements) == len(kinds) - 1 and "state" in kinds
    return parties if fitting and {*parties} <= _likely(trail) else ()


def _named_with(trail: Trail, token: Token, beside: set[str], *, alone: bool) -> tuple[str, ...] | None:
    """Whom "the three parties", "the Parties" or "both" means by a list before; None where no list tells."""
    if beside & _MORE:
        return trail.several if "three" in beside and len(trail.several) > _PAIR else ()
    if alone:
        return _joined_subject(token) or None
    plain = token.lower_ in {"sides", "parties"} and not beside & lexicon().referring.pair_words
    return (trail.several or None) if plain else None


def _joined_subject(token: Token) -> tuple[str, ...]:
    """Whom "both" means behind "A and B" in its sentence ("A and B called, and both want it done")."""
    meant = token.doc.user_data["actors"]
    before = [t for t in token.sent if t.i < token.i and t.dep_ in {"nsubj", "nsubjpass"}]
    for subject in reversed(before):
        names = [meant[t.i] for t in listed(subject) if t.i in meant]
        if len(names) == _PAIR:
            return tuple(dict.fromkeys(a for ids in names for a in ids))
    return ()


def _likeliest(trail: Trail, token: Token) -> tuple[str, ...]:
    """The two named together last, else the likeliest two; countries for "the two countries"."""
    lower, pair = token.lower_, trail.pair or main_pair(trail)
    if not trail.pair:
        trail.roster.guessed.append(token)
    if lower not in _OF_STATES or all(trail.roster.actors[party].kind == "state" for party in pair):
        return pair
    return tuple(trail.states[:_PAIR]) if len(trail.states) >= _PAIR else pair

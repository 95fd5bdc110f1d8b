"""Sides: for whom a person speaks, from the offices, the delegations and the persons they are tied to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.record import actor_id

from .go_betweens import mediating_states
from .homes import likely_home
from .hosting import is_of_host
from .lexicon import lexicon

if TYPE_CHECKING:
    from ..document import Passage
    from .gazetteer import Entity
    from .roster import Actor, Roster

__all__ = ["Ties", "between_sides", "home_state"]

_OPENING = 3
"""Passages of the opening: headline, byline, lead."""
_BETWEEN = frozenset({"mediator", "facilitator", "moderator", "co-mediator", "go-between", "intermediary", "broker"})
"""As what a state sits between others."""
_ROUNDS = 4
_OFTEN = 3


def home_state(roster: Roster) -> str | None:
    """Id of the state whose affairs a report tells of, if it is plainly one.

    It is named twice as often as any other, or the lead speaks of its conflict, its army, its rivals.
    """
    between = between_sides(roster)
    states = (a for a in roster.actors.values() if a.kind == "state" and a.id not in between)
    if (likely := likely_home(roster, between)) is not None:
        return likely
    counts = Counter({a.id: _mentions(roster, a) for a in states}).most_common(2)
    if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[1][1] * 2 > counts[0][1]):
        return _lead_state(roster)
    return counts[0][0]


def _mentions(roster: Roster, state: Actor) -> int:
    """How often a state is named as more than the place of something ("talks in Kenya")."""
    docs = ((roster.passages[m.passage].doc, m.start) for m in state.mentions)
    return sum(start == 0 or doc[start - 1].lower_ not in {"in", "at"} for doc, start in docs)


def between_sides(roster: Roster) -> frozenset[str]:
    """Ids of the states whose mediators or hosts a report speaks of: the affairs are others'."""
    if roster.between is None:
        roster.between = frozenset(_mediating(roster))
    return roster.between


def _mediating(roster: Roster) -> Iterator[str]:
    for passage in roster.passages:
        named = passage.doc.user_data["named"]
        for i, entity in named.items():
            token = passage.doc[i]
            head = token.head.head if token.dep_ == "conj" else token.head
            if entity.kind == "state" and (head.lemma_.lower() in lexicon().doing.mediators or is_of_host(token)):
                yield actor_id(entity.kind, entity.name)
        yield from _as_mediators(passage, named)
        yield from mediating_states(passage.doc)


def _as_mediators(passage: Passage, named: dict[int, Entity]) -> Iterator[str]:
    """ "NAME, the president of Gabon, sat between them as mediator", "Kabul was acting as go-between"."""
    for token in passage.doc:
        if token.dep_ != "pobj" or token.head.lower_ != "as" or token.lemma_.lower() not in _BETWEEN:
            continue
        subjects = [c for c in token.head.head.children if c.dep_ == "nsubj"]
        found = (named.get(t.i) for subject in subjects for t in subject.subtree)
        yield from (actor_id(entity.kind, entity.name) for entity in found if entity and entity.kind == "state")


def _lead_state(roster: Roster) -> str | None:
    """The state of which the opening says that it has a conflict, rivals, leaders ("South Sudan's two main rivals")."""
    torn = lexicon().doing.torn
    for passage in roster.passages[:_OPENING]:
        named = passage.doc.user_data["named"]
        for token in passage.doc:
            entity = named.get(token.i)
            if entity is not None and entity.kind == "state" and token.dep_ == "poss" and token.head.lemma_ in torn:
                return actor_id(entity.kind, entity.name)
    return None


class Ties:
    """Votes of a text for the side of each person, and ties between persons of one side."""

    def __init__(self) -> None:
        """Start with no votes."""
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._tied: set[tuple[str, str]] = set()
        self._sent: dict[str, set[str]] = defaultdict(set)

    def vote(self, person: str, side: str, weight: int = 2) -> None:
        """The text gives `person` an office of `side`, or a seat in its delegation."""
        self._votes[person][side] += weight

    def settle(self, person: str, side: str, weight: int) -> None:
        """Whatever the text seemed to say of `person`: it is `side`."""
        self._votes[person] = Counter({side: weight})

    def tie(self, one: str, other: str, *, sent: bool = False) -> None:
        """The text sets two persons on one side; with `sent`, it makes one the other's envoy, adviser or minister."""
        if one != other:
            self._tied.add((one, other))
            if sent:
                self._sent[one].add(other)

    def voted(self, person: str, *, besides: str | None = None) -> bool:
        """Does the text itself give `person` an office of today or a seat, in another body than `besides`?"""
        votes = self._votes.get(person, Counter())
        return any(weight > 1 for side, weight in votes.items() if side != besides)

    def spoken_for(self, person: str) -> bool:
        """Does anything say for whom `person` speaks?"""
        return bool(self._votes.get(person)) or any(person in pair for pair in self._tied)

    def patrons(self, persons: Iterable[str]) -> dict[str, str]:
        """For each person who is another's envoy, adviser or minister, that other."""
        return {one: min(self._sent[one]) for one in persons if self._sent.get(one)}

    def sides(self, persons: Iterable[str]) -> dict[str, str]:
        """The side of each person that has one: by most votes, then along the ties."""
        persons = sorted(set(persons))
        sent = {
            p for p in persons if self._sent.get(p) and not self.voted(p)
        }  # a former office says less than an envoy's
        found = {p: _winner(self._votes[p]) for p in persons if self._votes.get(p) and p not in sent}
        for _ in range(_ROUNDS):
            lent: dict[str, Counter[str]] = defaultdict(Counter)
            for one, other in self._tied:
                for to, source in ((one, other), (other, one)):
                    if to not in found and source in found:
                        lent[to][found[source]] += 1
            if not lent:
                break
            found |= {p: _winner(votes) for p, votes in lent.items() if p in set(persons)}
        return found


def _winner(votes: Counter[str]) -> str:
    """The side with the most votes; of equals the first by id, so that the order of the words decides nothing."""
    return min(votes, key=lambda side: (-votes[side], side))

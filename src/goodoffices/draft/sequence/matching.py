"""Which provision an event speaks of: it is held against what each provision brings about.

An event is matched by the stems that it shares with an act, rare ones weighing more, and only where both turn on the
same word.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter

import msgspec

from .acts import act_of, finite_verb, heads_of
from .clauses import Clause, Outline
from .words import Token, content, data, is_light, is_stop, stem, tokens

__all__ = ["Acts"]

_MOST_ACTS = 80
"""So many acts that turn on one word are held against an event."""
_ENOUGH = 0.6
_NEAR_BEST = 0.12
_FURTHER = re.compile(r"(?i)\s(?:by|on|in|with|for|to|at|under|through|throughout|between|as)\s")
_SAYS_THAT = re.compile(
    r"(?i)^.{0,120}?\b(?:determine[sd]?|certif(?:y|ies|ied)|confirm(?:s|ed)?|verif(?:y|ies|ied)|declare[sd]?|satisfied|report(?:s|ed)?|established)\s+that\s"
)


class _Act(msgspec.Struct, frozen=True):
    provision: str
    heads: frozenset[str]
    zone: frozenset[str]


@functools.cache
def _carriers() -> frozenset[str]:
    return frozenset(stem(word) for word in data("words")["carriers"].split())


class Acts:
    """The acts of a text by the stem that they turn on."""

    def __init__(self, text: Outline) -> None:
        self._order = {each.id: place for place, each in enumerate(text.entries)}
        self._by_head: dict[str, list[_Act]] = {}
        self._words: dict[str, set[str]] = {}
        seen: Counter[str] = Counter()
        for clause in text.clauses:
            if clause.provision:
                self._add(clause)
        for stems in self._words.values():
            seen.update(stems)
        count = max(1, len(self._words))
        self._weight = {stem: math.log(1 + count / number) for stem, number in seen.items()}
        self._unseen = math.log(1 + count)

    def _add(self, clause: Clause) -> None:
        heads, zone = act_of(clause.text)
        self._words.setdefault(clause.provision, set()).update(each.stem for each in content(tokens(clause.text)))
        act = _Act(clause.provision, heads, zone)
        for head in heads:
            self._by_head.setdefault(head, []).append(act)

    def match(self, words: str, provision: str) -> tuple[str, ...]:
        """Find the provisions that an event speaks of.

        Args:
            words: Words of the event.
            provision: The provision that waits for it; it is never its own answer.

        Returns:
            Ids, the most like first; empty where no act is like enough.
        """
        plain = _SAYS_THAT.sub("", re.sub(r"\([^)]*\)", " ", words)[:300])
        short = _FURTHER.split(plain, maxsplit=1)[0]
        found = self._matching(tokens(plain), provision)
        if not found and short != plain:
            found = self._matching(tokens(short), provision)
        return found or self._lapsing(tokens(plain), provision)

    def _lapsing(self, event: list[Token], provision: str) -> tuple[str, ...]:
        """ "The curfew has been lifted" speaks of the curfew, where no provision lifts it."""
        over = data("cues")["reached"]["over"]
        rest = [each for each in event if each.word not in over]
        return self._matching(rest, provision) if len(rest) < len(event) else ()

    def _matching(self, event: list[Token], provision: str) -> tuple[str, ...]:
        heads = _event_heads(event)
        wanted = {each.stem for each in content(event)} - _carriers()
        scores: dict[str, float] = {}
        for act in {id(act): act for head in heads for act in self._by_head.get(head, ())[:_MOST_ACTS]}.values():
            if act.provision != provision:
                scores[act.provision] = max(scores.get(act.provision, 0.0), self._score(wanted, act))
        return self._best(scores, provision, alone=len(wanted) == 1)

    def _score(self, wanted: set[str], act: _Act) -> float:
        whole = sum(self._weight.get(stem, self._unseen) for stem in wanted)
        elsewhere = self._words[act.provision] - act.zone
        direct = sum(self._weight.get(stem, self._unseen) for stem in wanted & act.zone)
        if not whole:
            return 0.0
        return (direct + 0.5 * sum(self._weight.get(stem, self._unseen) for stem in wanted & elsewhere)) / whole

    def _best(self, scores: dict[str, float], provision: str, *, alone: bool) -> tuple[str, ...]:
        best = max(scores.values(), default=0.0)
        if best < _ENOUGH:
            return ()
        close = [each for each, score in scores.items() if score >= max(_ENOUGH, best - _NEAR_BEST)]
        close.sort(key=lambda each: (-scores[each], self._order.get(each, 0)))
        return (self._nearest(close, provision),) if alone and len(close) > 1 else tuple(close[:4])

    def _nearest(self, close: list[str], provision: str) -> str:
        """A bare "the withdrawal" means the one spoken of last, or else the next."""
        here = self._order.get(provision, 0)
        before = [each for each in close if self._order.get(each, 0) < here]
        if before:
            return max(before, key=lambda each: self._order[each])
        return min(close, key=lambda each: self._order.get(each, 0))


def _event_heads(event: list[Token]) -> set[str]:
    """What an event turns on: its first nouns, and the participle of "have been withdrawn"."""
    event = [each for each in event if each.stem not in _carriers()]
    heads = heads_of(event)
    words = [each.word for each in event]
    for place, each in enumerate(event[1:], 1):
        if (
            words[place - 1] in {"been", "is", "are", "has", "have", "be", "fully"}
            and not is_stop(each.word)
            and not is_light(each.stem)
        ):
            return {each.stem}
    return finite_verb(event) or heads

"""Triggers that nobody is named to verify."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

import msgspec

from .acts import act_of
from .clauses import Clause, Outline
from .model import Unverified, Wait
from .places import Gazetteer
from .references import find_references
from .words import content, data, tokens

__all__ = ["find_unverified"]

_NAMES = re.compile(r"\b[A-Z]{2,}\b|(?<=\s)(?:[A-Z]\w+\s+){1,5}[A-Z]\w+")


_MOST_VERIFIERS = 200
"""So many clauses that verify what one word says are looked at."""


class _Verifier(msgspec.Struct, frozen=True):
    """A clause in which somebody verifies or watches."""

    clause: Clause
    strong: bool
    stems: frozenset[str]
    provisions: frozenset[str]
    everything: bool


class _Verifiers:
    """The verifiers of a text, by what they verify."""

    def __init__(self, found: Iterable[_Verifier]) -> None:
        self._everything: list[_Verifier] = []
        self._by_provision: dict[str, list[_Verifier]] = {}
        self._by_stem: dict[str, list[_Verifier]] = {}
        for each in found:
            if each.everything:
                self._everything.append(each)
            for provision in (each.clause.provision, *each.provisions):
                self._by_provision.setdefault(provision, []).append(each)
            for stem in each.stems:
                self._by_stem.setdefault(stem, []).append(each)

    def near(self, provision: str, stems: frozenset[str]) -> list[_Verifier]:
        """Those who may verify a provision, or an event of these stems, in the order of the text."""
        listed = [self._by_stem[stem] for stem in stems if stem in self._by_stem]
        own = self._by_provision.get(provision, []) if provision else []
        found = (each for group in (self._everything, own, *listed) for each in group[:_MOST_VERIFIERS])
        return sorted({id(each): each for each in found}.values(), key=lambda each: each.clause.start)


@functools.cache
def _any_of(name: str) -> re.Pattern[str]:
    words: Iterable[str] = data("verifying")[name]
    return re.compile(r"(?i)\b(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")\b")


def find_unverified(text: Outline, waits: Sequence[Wait], places: Gazetteer) -> tuple[Unverified, ...]:
    """Find the provisions that wait for something that nobody is named to verify.

    Args:
        text: The text.
        waits: What waits for what.
        places: Its provisions by number.

    Returns:
        One for each such provision, in the order of the text. Terms, days of the calendar, and events that show
        themselves (a signature, a ratification, a notification) need no verifier.
    """
    verifiers = _Verifiers(found for clause in text.clauses if (found := _verifier(clause, text, places)))
    about = _acts_by_provision(text)
    open_waits: dict[str, list[Wait]] = {}
    watched: dict[str, list[str]] = {}
    for wait in waits:
        if _needs_one(wait):
            strong, weak = _found(wait, verifiers, about)
            if not strong:
                open_waits.setdefault(wait.provision, []).append(wait)
                watched.setdefault(wait.provision, []).extend(weak)
    return tuple(
        Unverified(each, tuple(waiting), tuple(dict.fromkeys(watched[each])), not _verified(each, verifiers, about))
        for each, waiting in open_waits.items()
    )


def _needs_one(wait: Wait) -> bool:
    if wait.kind in {"deadline", "together", "until"} or wait.clock:
        return False
    return not _any_of("self_evident").search(wait.event)


def _verifier(clause: Clause, text: Outline, places: Gazetteer) -> _Verifier | None:
    strong = _any_of("strong").search(clause.text)
    weak = _any_of("weak").search(clause.text)
    if not (strong or weak) or not (_any_of("bodies").search(clause.text) or _NAMES.search(clause.text)):
        return None
    references = find_references(clause.text, title=text.title)
    named = frozenset(each for reference in references for each in places.resolve(reference, clause.provision))
    stems = frozenset(each.stem for each in content(tokens(clause.text)))
    return _Verifier(clause, bool(strong), stems, named, bool(_any_of("everything").search(clause.text)))


def _acts_by_provision(text: Outline) -> dict[str, frozenset[str]]:
    """The stems that each provision turns on, from its first clause that has any."""
    about: dict[str, frozenset[str]] = {}
    for clause in text.clauses:
        if clause.provision and not about.get(clause.provision):
            about[clause.provision] = act_of(clause.text)[0]
    return about


def _found(wait: Wait, verifiers: _Verifiers, about: dict[str, frozenset[str]]) -> tuple[bool, list[str]]:
    """Is there somebody who verifies the event; and if not, who only watches it?"""
    wanted = frozenset(each.stem for each in content(tokens(wait.event)))
    weak = []
    for each in verifiers.near(wait.target, wanted):
        if each.everything or _covers(each, wait.target, wanted, about):
            if each.strong:
                return True, []
            weak.append(re.sub(r"\s+", " ", each.clause.text[:400])[:160])
    return False, weak


def _covers(verifier: _Verifier, target: str, wanted: frozenset[str], about: dict[str, frozenset[str]]) -> bool:
    if target and (target in verifier.provisions or target == verifier.clause.provision):
        return True
    turning = about.get(target, frozenset()) & verifier.stems
    shared = len(wanted & verifier.stems)
    return bool(turning & wanted) if target else shared >= max(1, (2 * len(wanted) + 2) // 3)


def _verified(provision: str, verifiers: _Verifiers, about: dict[str, frozenset[str]]) -> bool:
    turning = about.get(provision, frozenset())
    return any(
        each.everything
        or provision in each.provisions
        or provision == each.clause.provision
        or (turning and turning <= each.stems)
        for each in verifiers.near(provision, turning)
    )

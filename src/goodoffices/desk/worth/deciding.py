"""Brackets as ways to decide them: which packages of a text take which alternative, and whom that moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.draft.linking import PackageSet
from goodoffices.draft.linking.choices import Choice, Reading
from goodoffices.draft.text import Alternative, Document, name_of, spoken

from .judged import Judged
from .model import AlternativeWorth, BracketWorth, PartyShare

__all__ = ["Decision", "bracket_worth", "decisions_of"]

Flags = NDArray[np.bool_]
_SAME = 1e-9
_WORDS = 240
"""Characters of an alternative that are shown."""


@dataclass(frozen=True, eq=False)
class Decision:
    """A bracket with its alternatives, and for each the packages that take it.

    Attributes:
        choice: The bracket in the deal.
        alternatives: What is said of each; a bracket of one text has a second, to leave it out.
        taken: Aligned with these, ``(packages,)`` each; empty where no issue decides the bracket.
    """

    choice: Choice
    alternatives: tuple[AlternativeWorth, ...]
    taken: tuple[Flags, ...]

    def of(self, row: int) -> tuple[int, int] | None:
        """Number of the bracket and of the alternative that a package takes; None where it says nothing of it."""
        for alternative, taken in zip(self.alternatives, self.taken, strict=False):
            if taken[row]:
                return self.choice.number, alternative.number
        return None


def decisions_of(document: Document, allowed: PackageSet, judged: Judged | None) -> tuple[Decision, ...]:
    """Find what is to be decided, inner brackets too, in the order of the text.

    Args:
        document: The text.
        allowed: The packages that it allows.
        judged: The same, gone through; None where they are too many: no package takes anything then.
    """
    sorting = _Sorting(judged)
    count = len(judged.packages) if judged else 0
    found = list(_decisions(document, allowed.choices, sorting, np.ones(count, dtype=np.bool_)))
    return tuple(sorted(found, key=lambda each: each.choice.number))


def _decisions(document: Document, choices: Sequence[Choice], sorting: _Sorting, within: Flags) -> Iterator[Decision]:
    for choice in choices:
        alternatives = tuple(_said(document, choice, place) for place in range(len(choice.readings)))
        taken = [within & sorting.takes(choice, reading) for reading in choice.readings]
        if len(choice.readings) == 1 and choice.issues:
            alternatives = (*alternatives, AlternativeWorth(number=0, words="", wanted_by=(), options=()))
            taken.append(within & ~taken[0])
        yield Decision(choice, alternatives, tuple(taken) if choice.issues and sorting.judged else ())
        for reading, those in zip(choice.readings, taken, strict=False):
            yield from _decisions(document, reading.inner, sorting, those)


def _said(document: Document, choice: Choice, place: int) -> AlternativeWorth:
    alternative = choice.bracket.alternatives[place]
    options = choice.readings[place].options
    return AlternativeWorth(
        number=place + 1,
        words=_words(document, alternative),
        wanted_by=alternative.parties,
        options=tuple(f"{issue}: {' or '.join(taken)}" for issue, taken in options.items()),
    )


def _words(document: Document, alternative: Alternative) -> str:
    within = set(alternative.provisions)
    own = " ".join(each.text for each in document.provisions if each.id in within)
    words = f"{spoken(alternative.parts)} {own}".strip()
    return words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"


@dataclass(frozen=True, eq=False)
class _Sorting:
    """Sorts packages by the alternatives that they take, as `PackageSet` does it one by one."""

    judged: Judged | None

    def takes(self, choice: Choice, reading: Reading) -> Flags:
        """The packages that have their words in an alternative."""
        return self._matches(choice, reading) & self._inner(reading)

    def _inner(self, reading: Reading) -> Flags:
        fine = self._all()
        for each in reading.inner:
            fine &= self._holds(each)
        return fine

    def _holds(self, choice: Choice) -> Flags:
        if not choice.issues and len(choice.readings) == 1:
            return self._all()
        taken = [self.takes(choice, each) for each in choice.readings]
        if len(choice.readings) == 1:
            return taken[0] | ~self._matches(choice, choice.readings[0])
        fine = taken[0]
        for each in taken[1:]:
            fine = fine | each
        return fine

    def _matches(self, choice: Choice, reading: Reading) -> Flags:
        fine = self._all()
        if self.judged is None or not choice.issues:
            return fine
        if not reading.options:
            return ~fine
        problem = self.judged.problem
        for issue, options in reading.options.items():
            at = problem.issues.index(issue)
            places = [problem.options[at].index(each) for each in options]
            fine &= np.isin(self.judged.packages[:, at], places)
        return fine

    def _all(self) -> Flags:
        return np.ones(len(self.judged.packages) if self.judged else 0, dtype=np.bool_)


def bracket_worth(document: Document, decision: Decision, judged: Judged | None) -> BracketWorth:
    """Say what each way to decide a bracket leaves the parties."""
    choice = decision.choice
    alternatives = decision.alternatives
    if judged is not None and decision.taken:
        pairs = zip(alternatives, decision.taken, strict=True)
        alternatives = tuple(_weighed(each, taken, judged) for each, taken in pairs)
    return BracketWorth(
        number=choice.number,
        provision=choice.provision,
        place=name_of(document, choice.provision) if choice.provision else "the preamble",
        linked=bool(choice.issues),
        alternatives=alternatives,
        moves=_moves(alternatives),
    )


def _weighed(said: AlternativeWorth, taken: Flags, judged: Judged) -> AlternativeWorth:
    possible = taken & judged.possible
    counted = possible if possible.any() else taken
    parties = _shares(counted, taken, judged) if taken.any() else ()
    return AlternativeWorth(
        number=said.number,
        words=said.words,
        wanted_by=said.wanted_by,
        options=said.options,
        packages=int(taken.sum()),
        possible=int(possible.sum()),
        together=int((taken & judged.together).sum()),
        parties=parties,
    )


def _shares(counted: Flags, taken: Flags, judged: Judged) -> tuple[PartyShare, ...]:
    worth, signs = judged.worth[counted], judged.signs[taken].sum(axis=0)
    return tuple(
        PartyShare(
            party=party,
            mean=float(worth[:, n].mean()),
            least=float(worth[:, n].min()),
            most=float(worth[:, n].max()),
            would_sign=int(signs[n]),
        )
        for n, party in enumerate(judged.problem.parties)
    )


def _moves(alternatives: Sequence[AlternativeWorth]) -> tuple[tuple[str, float], ...]:
    """Between which means each party stands, widest first."""
    known = [each.parties for each in alternatives if each.parties]
    if len(known) < 2:  # noqa: PLR2004  nothing to choose between
        return ()
    found = []
    for ways in zip(*known, strict=True):
        means = [each.mean for each in ways]
        if (span := max(means) - min(means)) > _SAME:
            found.append((ways[0].party, span))
    return tuple(sorted(found, key=lambda each: -each[1]))

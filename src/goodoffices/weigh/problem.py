"""The deal as plain arrays: what every analysis in this room works on, whatever the model came from.

A package takes one option of every issue. What it is worth to a party is a sum of tables, each over a few issues: one
table for every issue alone, and one for every interaction. What may not be signed is a rule (a table of what is allowed
over a few issues) or a limit (at most so many of a list of choices).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

__all__ = ["Limit", "Problem", "Rule", "Table", "packages_of"]

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Table:
    """What the options of a few issues are worth together.

    Attributes:
        scope: Indices of the issues, increasing; one for an issue alone, two or more for an interaction.
        values: ``(options of scope[0], ..., options of scope[-1], parties)``, utilities, finite.
        label: What an interaction is called, or "".
    """

    scope: tuple[int, ...]
    values: Floats
    label: str = ""


@dataclass(frozen=True, eq=False)
class Rule:
    """Which options of a few issues may stand together.

    Attributes:
        scope: Indices of the issues, increasing.
        allowed: ``(options of scope[0], ..., options of scope[-1])``, true where the package may be signed.
        label: The rule in words, for whoever asks why.
        party: Index of the party whose mandate or red line it is; None for a rule of the world.
        key: The id of the constraint in the model.
    """

    scope: tuple[int, ...]
    allowed: Flags
    label: str = ""
    party: int | None = None
    key: str = ""


@dataclass(frozen=True, eq=False)
class Limit:
    """At most so many of a list of choices.

    Attributes:
        choices: Pairs (issue index, option index), no two the same.
        most: How many of them a package may take.
        label: The limit in words.
        party: Index of the party whose it is, or None.
        key: The id of the constraint in the model.
    """

    choices: tuple[tuple[int, int], ...]
    most: int
    label: str = ""
    party: int | None = None
    key: str = ""


@dataclass(frozen=True, eq=False)
class Problem:
    """A deal with every number known.

    Attributes:
        parties: Names, one a column of utilities.
        issues: Names, one a column of packages.
        options: For each issue the names of its options.
        tables: One for each issue that is worth something alone, and one for each interaction.
        base: ``(parties,)``, what every package is worth before its options; zero as a rule.
        rules: What may stand together.
        limits: At most so many of.
        reservation: ``(parties,)``, the utility of no deal; NaN where it is not given.
        signs: ``(parties,)``, true for a party without whose signature there is no deal.
        discount: ``(parties,)``, GENIUS' discount factor in [0, 1] a round; 1 where there is none.
    """

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    tables: tuple[Table, ...]
    base: Floats
    reservation: Floats
    signs: Flags
    rules: tuple[Rule, ...] = ()
    limits: tuple[Limit, ...] = ()
    discount: Floats = field(default_factory=lambda: np.ones(0))

    @property
    def shape(self) -> tuple[int, ...]:
        """The number of options of each issue."""
        return tuple(len(each) for each in self.options)

    @property
    def size(self) -> int:
        """The number of packages, allowed or not; exact, however large."""
        return math.prod(self.shape)

    @property
    def additive(self) -> bool:
        """True where no issue bears on another: no interaction, no rule over two issues, no limit."""
        scopes = [table.scope for table in self.tables] + [rule.scope for rule in self.rules]
        return all(len(scope) == 1 for scope in scopes) and not self.limits

    def utilities(self, packages: Indices) -> Floats:
        """Say what packages are worth.

        Args:
            packages: ``(packages, issues)``, option indices.

        Returns:
            ``(packages, parties)``, utilities.
        """
        worth = np.broadcast_to(self.base, (len(packages), len(self.parties))).copy()
        for table in self.tables:
            worth += table.values[tuple(packages[:, issue] for issue in table.scope)]
        return worth

    def allows(self, packages: Indices) -> Flags:
        """Say which packages break no rule and no limit; ``(packages,)``."""
        fine = np.ones(len(packages), dtype=np.bool_)
        for rule in self.rules:
            fine &= rule.allowed[tuple(packages[:, issue] for issue in rule.scope)]
        for limit in self.limits:
            taken = sum((packages[:, issue] == option).astype(np.intp) for issue, option in limit.choices)
            fine &= taken <= limit.most
        return fine

    def named(self, package: Sequence[int]) -> dict[str, str]:
        """Write a package as issue -> option."""
        return {issue: self.options[n][int(package[n])] for n, issue in enumerate(self.issues)}


def packages_of(problem: Problem, chunk: int = 1 << 18) -> Iterator[Indices]:
    """Go through every package, allowed or not, in order: the last issue changes fastest.

    Args:
        problem: A deal; 1e7 packages take about a second a party.
        chunk: How many packages at a time.

    Yields:
        ``(packages, issues)``, option indices.
    """
    shape = problem.shape
    if not shape:
        yield np.zeros((1, 0), dtype=np.intp)
        return
    for start in range(0, problem.size, chunk):
        stop = min(start + chunk, problem.size)
        yield np.stack(np.unravel_index(np.arange(start, stop), shape), axis=1)

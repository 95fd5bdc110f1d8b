"""Deals for tests: made at random, small enough to go through package by package."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import strategies as st

from goodoffices.weigh import Limit, Problem, Rule, Table

__all__ = ["additive", "deals", "every_package", "problem"]


def problem(*tables: np.ndarray, rules: tuple[Rule, ...] = (), limits: tuple[Limit, ...] = ()) -> Problem:
    """Make an additive deal of one table ``(options, parties)`` an issue."""
    parties = tables[0].shape[1]
    return Problem(
        parties=tuple(f"party {n}" for n in range(parties)),
        issues=tuple(f"issue {n}" for n in range(len(tables))),
        options=tuple(tuple(f"option {k}" for k in range(len(table))) for table in tables),
        tables=tuple(Table((n,), np.asarray(table, dtype=float)) for n, table in enumerate(tables)),
        base=np.zeros(parties),
        reservation=np.full(parties, np.nan),
        signs=np.ones(parties, dtype=bool),
        rules=rules,
        limits=limits,
        discount=np.ones(parties),
    )


def every_package(deal: Problem) -> np.ndarray:
    """Every package that keeps the rules, ``(packages, issues)``; slow and obvious."""
    packages = np.array(list(itertools.product(*(range(n) for n in deal.shape))), dtype=np.intp)
    packages = packages.reshape(-1, len(deal.issues))
    return packages[deal.allows(packages)]


@st.composite
def additive(draw: st.DrawFn, *, most_issues: int = 5, most_options: int = 4, most_parties: int = 4) -> Problem:
    """An additive deal; scores are small integers or thirds, so that ties and float noise both come."""
    parties = draw(st.integers(1, most_parties))
    scale = draw(st.sampled_from([1.0, 1 / 3, 0.1]))
    shape = draw(st.lists(st.integers(1, most_options), min_size=1, max_size=most_issues))
    tables = [
        np.array(draw(st.lists(st.integers(-3, 6), min_size=n * parties, max_size=n * parties)), dtype=float)
        for n in shape
    ]
    return problem(*(table.reshape(n, parties) * scale for n, table in zip(shape, tables, strict=True)))


@st.composite
def deals(draw: st.DrawFn) -> Problem:
    """A deal with interactions, rules and limits; it may allow nothing at all."""
    deal = draw(additive(most_issues=5, most_options=3, most_parties=3))
    count = len(deal.issues)
    tables, rules, limits = list(deal.tables), [], []
    for _ in range(draw(st.integers(0, 2)) if count > 1 else 0):
        scope = tuple(sorted(draw(st.sets(st.integers(0, count - 1), min_size=2, max_size=min(3, count)))))
        shape = tuple(deal.shape[n] for n in scope)
        cells = int(np.prod(shape)) * len(deal.parties)
        values = np.array(draw(st.lists(st.integers(-2, 2), min_size=cells, max_size=cells)), dtype=float)
        tables.append(Table(scope, values.reshape(*shape, len(deal.parties)), "together"))
    for _ in range(draw(st.integers(0, 2))):
        scope = tuple(sorted(draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=min(2, count)))))
        shape = tuple(deal.shape[n] for n in scope)
        cells = int(np.prod(shape))
        allowed = np.array(draw(st.lists(st.booleans(), min_size=cells, max_size=cells)), dtype=bool)
        rules.append(Rule(scope, allowed.reshape(shape), "rule", key=f"r{len(rules)}"))
    if draw(st.booleans()):
        choices = [(n, draw(st.integers(0, size - 1))) for n, size in enumerate(deal.shape)]
        limits.append(Limit(tuple(choices), draw(st.integers(0, count)), "at most", key="l0"))
    return Problem(
        parties=deal.parties,
        issues=deal.issues,
        options=deal.options,
        tables=tuple(tables),
        base=deal.base,
        reservation=deal.reservation,
        signs=deal.signs,
        rules=tuple(rules),
        limits=tuple(limits),
        discount=deal.discount,
    )

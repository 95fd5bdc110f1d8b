"""Who wants the same, and which issue divides them: alignment over packages, and the gap on each issue."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.weigh.model import Line, Model, Order, Party, Points, Unknown, as_problem
from goodoffices.weigh.problem import Problem

__all__ = ["Alignment", "Gap", "align", "gaps"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Alignment:
    """How alike parties rank packages.

    Attributes:
        parties: Names.
        together: ``(parties, parties)``, in [-1, 1]: the correlation of utilities over all packages. 1 is wanting the
            very same, -1 the very opposite, NaN where a party is indifferent between all packages.
        by_issue: ``(issues, parties, parties)``, what each issue adds to the covariance, as a share of the two
            spreads: the terms sum to `together` where no issue bears on another. The most negative one divides most.
    """

    parties: tuple[str, ...]
    together: Floats
    by_issue: Floats


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """How far apart parties are on one issue.

    Attributes:
        issue: The issue.
        gap: In [0, 1]: the least that the worst-off of those whose scores are known must give up, as a share of what
            the issue could give it, under the option that is best for the worst-off; None where fewer than two are
            known.
        option: That option.
        loses: Party -> the share of what the issue could give it that it gives up there.
        unknown: Parties of whom nothing is known on this issue.
        indifferent: Parties to whom every option is worth the same.
    """

    issue: str
    gap: float | None
    option: str
    loses: dict[str, float]
    unknown: tuple[str, ...]
    indifferent: tuple[str, ...]


def align(model: Model | Problem) -> Alignment:
    """Say how alike parties rank packages.

    Every package counts the same, allowed or not. Utilities are sums over issues, so that means and covariances over
    all packages are sums too and no package is written out. Interactions are left out.

    Args:
        model: A model (uncertain numbers by their centres) or a deal.
    """
    problem = as_problem(model)
    count = len(problem.parties)
    shares = np.zeros((len(problem.issues), count, count))
    for table in problem.tables:
        if len(table.scope) == 1:
            away = table.values - table.values.mean(axis=0)
            shares[table.scope[0]] += away.T @ away / len(away)
    spread = np.sqrt(np.einsum("ipp->p", shares))
    with np.errstate(divide="ignore", invalid="ignore"):
        by_issue = shares / np.outer(spread, spread)
    return Alignment(problem.parties, np.clip(by_issue.sum(axis=0), -1, 1), by_issue)


def gaps(model: Model) -> tuple[Gap, ...]:
    """Measure how far apart the parties are on each issue, the widest first.

    Each party's scores on an issue are taken from its worst (0) to its best (1) option. The gap is what the worst-off
    must give up under the option that is best for the worst-off (Rawls' maximin on one issue): 0 where one option is
    best for all, 1 where every option is the worst for somebody.

    Args:
        model: A model; uncertain scores count by their centres, unknown ones do not count.
    """
    problem = as_problem(model)
    found = [_gap(model, problem, n) for n in range(len(problem.issues))]
    return tuple(sorted(found, key=lambda gap: -1.0 if gap.gap is None else -1.0 - gap.gap))


def _gap(model: Model, problem: Problem, issue: int) -> Gap:
    name = problem.issues[issue]
    worth = next(table.values for table in problem.tables if table.scope == (issue,))
    unknown = tuple(party.name for party in model.parties if not _stated(party, name))
    span = np.ptp(worth, axis=0)
    flat = tuple(p for n, p in enumerate(problem.parties) if p not in unknown and span[n] <= 0)
    heard = [n for n, p in enumerate(problem.parties) if p not in unknown and span[n] > 0]
    if not heard:
        return Gap(issue=name, gap=None, option="", loses={}, unknown=unknown, indifferent=flat)
    lost = (worth[:, heard].max(axis=0) - worth[:, heard]) / span[heard]
    option = int(np.lexsort((lost.sum(axis=1), lost.max(axis=1).round(12)))[0])
    return Gap(
        issue=name,
        gap=float(lost[option].max()) if len(heard) + len(flat) > 1 else None,
        option=problem.options[issue][option],
        loses={problem.parties[n]: float(lost[option, k]) for k, n in enumerate(heard)},
        unknown=unknown,
        indifferent=flat,
    )


def _stated(party: Party, issue: str) -> bool:
    preference = party.scores.get(issue)
    if isinstance(preference, Order | Line):
        return True
    return isinstance(preference, Points) and any(not isinstance(each, Unknown) for each in preference.of.values())

"""Texts that allow too many packages to go through: what each party can have bounded, and one package looked for."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.draft.linking import PackageSet
from goodoffices.draft.text import Document
from goodoffices.weigh import Model, Problem, find_zone, sign_chances
from goodoffices.weigh.model.constraints import Constraint

from .deciding import bracket_worth, decisions_of
from .judged import ALL
from .model import ChosenPackage, PartyWorth, TextWorth

__all__ = ["bounded", "ends_of", "outer_ends"]

Floats = NDArray[np.float64]


def bounded(model: Model, problem: Problem, allowed: PackageSet, document: Document, draws: int) -> TextWorth:
    """Weigh a text that allows none or too many packages.

    Args:
        model: The deal.
        problem: The same as plain arrays.
        allowed: The packages.
        document: The text.
        draws: Of what is uncertain.
    """
    found = TextWorth(
        count=allowed.count,
        parties=_parties(problem, allowed),
        brackets=tuple(bracket_worth(document, each, None) for each in decisions_of(document, allowed, None)),
        silent=allowed.silent,
        unlinked=allowed.unlinked,
        note="The text leaves no package: provisions settle one issue in two ways",
    )
    if not allowed.count:
        return msgspec.structs.replace(found, parties=())
    return _searched(found, model, problem, allowed, draws)


def _parties(problem: Problem, allowed: PackageSet) -> tuple[PartyWorth, ...]:
    lowest, highest = ends_of(problem)
    least, most = outer_ends(problem, allowed) if allowed.count else (lowest, highest)
    return tuple(
        PartyWorth(
            party=party,
            signs=bool(problem.signs[n]),
            no_deal=None if np.isnan(problem.reservation[n]) else float(problem.reservation[n]),
            least=float(least[n]),
            most=float(most[n]),
            lowest=float(lowest[n]),
            highest=float(highest[n]),
        )
        for n, party in enumerate(problem.parties)
    )


def outer_ends(problem: Problem, allowed: PackageSet) -> tuple[Floats, Floats]:
    """Bound what the packages of a text are worth: `ends_of` within the options that it allows."""
    options = [allowed.options[issue] for issue in problem.issues]
    return ends_of(problem, [[problem.options[n].index(each) for each in names] for n, names in enumerate(options)])


def ends_of(problem: Problem, within: Sequence[Sequence[int]] | None = None) -> tuple[Floats, Floats]:
    """Bound what packages are worth.

    Args:
        problem: The deal.
        within: For each issue the places of the options to look at; None for all.

    Returns:
        ``(parties,)`` each: the worst and best that the tables add up to; no package lies beyond them.
    """
    low, high = problem.base.copy(), problem.base.copy()
    for table in problem.tables:
        values = table.values
        if within is not None:
            values = values[np.ix_(*(within[issue] for issue in table.scope))]
        axes = tuple(range(values.ndim - 1))
        low, high = low + values.min(axis=axes), high + values.max(axis=axes)
    return low, high


def _searched(found: TextWorth, model: Model, problem: Problem, allowed: PackageSet, draws: int) -> TextWorth:
    """Ask for one package within the options that the text allows."""
    limits = {issue: options for issue, options in allowed.options.items() if options}
    within = Constraint(key="the text", kind="only", choices=limits, words="what the text allows")
    zone = find_zone(msgspec.structs.replace(model, constraints=(*model.constraints, within)))
    many = f"The text allows more than {ALL:,} packages, which are not gone through one by one; "
    if zone.package is None:
        blocked = "; ".join(" and ".join(each) for each in zone.blockers)
        return msgspec.structs.replace(found, note=f"{many}none of them all would sign: {blocked}")
    package = problem.named([int(each) for each in zone.package])
    if package not in allowed:
        note = f"{many}the one that all would sign most readily needs words that the text does not have"
        return msgspec.structs.replace(found, note=note)
    return msgspec.structs.replace(
        found,
        together=1,
        packages=(_one(model, problem, package, zone.package, draws),),
        note=f"{many}this is the one that all would sign most readily",
    )


def _one(model: Model, problem: Problem, package: dict[str, str], row: NDArray[np.intp], draws: int) -> ChosenPackage:
    return ChosenPackage(
        package=package,
        choices=(),
        worth=tuple(float(each) for each in problem.utilities(row[None, :])[0]),
        signers=tuple(problem.parties[n] for n in np.flatnonzero(problem.signs)),
        refusers=(),
        possible=True,
        together=True,
        front=False,
        best=None,
        probability=round(float(sign_chances(model, row[None, :], draws=draws).together[0]), 4),
    )

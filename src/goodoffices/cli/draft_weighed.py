"""The packages that a text allows, weighed: the command line is where the two rooms meet."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from goodoffices.draft.linking import PackageSet
from goodoffices.weigh import Limit, Model, Problem, Rule, as_problem, find_zone, sign_chances
from goodoffices.weigh.model.constraints import Constraint

__all__ = ["Signed", "SignedPackage", "Weighed", "weighed_packages"]

_ALL = 200_000
"""Packages that are looked at one by one."""
_DRAWS = 2_000

Indices = NDArray[np.intp]


class Signed(msgspec.Struct, frozen=True):
    """How many of the allowed packages one party would sign."""

    party: str
    signs: int


class SignedPackage(msgspec.Struct, frozen=True):
    """A package that all would sign, with the probability that they do over all that is uncertain, in [0, 1]."""

    package: dict[str, str]
    probability: float


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """What weighing the allowed packages came to.

    Attributes:
        looked_at: How many packages were looked at one by one.
        acceptable: How many of them all who must sign would sign.
        parties: How many each who must sign would sign, rules of the world kept.
        packages: The likeliest of the acceptable ones.
        note: What could not be done, or "".
    """

    looked_at: int = 0
    acceptable: int = 0
    parties: tuple[Signed, ...] = ()
    packages: tuple[SignedPackage, ...] = ()
    note: str = ""


def weighed_packages(model: Model, allowed: PackageSet, most: int) -> Weighed:
    """Find which packages of a text all who must sign would sign.

    Args:
        model: The deal.
        allowed: The packages that the text allows.
        most: How many to list.

    Raises:
        ModelError: If the model contradicts itself.
    """
    problem = as_problem(model)
    count = allowed.count
    if not count:
        return Weighed(note="The text leaves no package: provisions settle one issue in two ways")
    if count > _ALL:
        return _by_search(model, problem, allowed)
    packages = _indices(problem, list(allowed))
    fine, signs = _signatures(problem, packages)
    together = fine & signs.all(axis=1)
    told = tuple(
        Signed(problem.parties[n], int((fine & signs[:, place]).sum()))
        for place, n in enumerate(np.flatnonzero(problem.signs))
    )
    return Weighed(
        looked_at=len(packages),
        acceptable=int(together.sum()),
        parties=told,
        packages=_likeliest(model, problem, packages[together], most),
    )


def _indices(problem: Problem, packages: Sequence[Mapping[str, str]]) -> Indices:
    places = [{option: place for place, option in enumerate(options)} for options in problem.options]
    rows = [[places[n][each[issue]] for n, issue in enumerate(problem.issues)] for each in packages]
    return np.array(rows, dtype=np.intp).reshape(len(packages), len(problem.issues))


def _signatures(problem: Problem, packages: Indices) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """``(packages,)``, true where no rule of the world is broken; ``(packages, signers)``, true where one signs."""
    signers = np.flatnonzero(problem.signs)
    worth, least = problem.utilities(packages), problem.reservation
    signs = (worth[:, signers] >= least[signers] - 1e-9) | np.isnan(least[signers])
    fine = np.ones(len(packages), dtype=np.bool_)
    asked: tuple[Rule | Limit, ...] = (*problem.rules, *problem.limits)
    for rule in asked:
        kept = _alone(problem, rule).allows(packages)
        if rule.party is None or rule.party not in signers:
            fine &= kept
        else:
            signs[:, np.flatnonzero(signers == rule.party)[0]] &= kept
    return fine, signs


def _alone(problem: Problem, rule: Rule | Limit) -> Problem:
    if isinstance(rule, Rule):
        return dataclasses.replace(problem, rules=(rule,), limits=())
    return dataclasses.replace(problem, rules=(), limits=(rule,))


def _likeliest(model: Model, problem: Problem, packages: Indices, most: int) -> tuple[SignedPackage, ...]:
    """The acceptable packages that are likeliest to be signed; among very many, of those with the best least gain."""
    if not len(packages) or not most:
        return ()
    signers = np.flatnonzero(problem.signs & ~np.isnan(problem.reservation))
    gains = problem.utilities(packages)[:, signers] - problem.reservation[signers]
    least = gains.min(axis=1) if len(signers) else np.zeros(len(packages))
    best = packages[np.argsort(-least, kind="stable")[: 5 * most]]
    chances = sign_chances(model, best, draws=_DRAWS)
    order = np.argsort(-chances.together, kind="stable")[:most]
    return tuple(SignedPackage(problem.named(best[n]), round(float(chances.together[n]), 4)) for n in order)


def _by_search(model: Model, problem: Problem, allowed: PackageSet) -> Weighed:
    """Too many to go through: ask for one package within the options that the text allows."""
    limits = {issue: options for issue, options in allowed.options.items() if options}
    within = Constraint(key="the text", kind="only", choices=limits, words="what the text allows")
    zone = find_zone(msgspec.structs.replace(model, constraints=(*model.constraints, within)))
    many = f"The text allows more than {_ALL:,} packages, which are not gone through one by one; "
    if zone.package is None:
        return Weighed(
            note=f"{many}none of them all would sign: {'; '.join(' and '.join(each) for each in zone.blockers)}"
        )
    package = problem.named([int(each) for each in zone.package])
    if package not in allowed:
        return Weighed(note=f"{many}the one that all would sign most readily needs words that the text does not have")
    chances = sign_chances(model, zone.package[None, :], draws=_DRAWS)
    found = SignedPackage(package, round(float(chances.together[0]), 4))
    return Weighed(acceptable=1, packages=(found,), note=f"{many}this is the one that all would sign most readily")

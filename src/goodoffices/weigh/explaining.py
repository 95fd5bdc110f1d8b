"""Why a party would or would not sign a package: what each issue gives it, and which red lines it would cross."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from .doubt import sign_chances
from .errors import WeighError
from .model import Line, Model, Party, Points, Source, as_problem
from .problem import Limit, Problem, Rule

__all__ = ["Explanation", "Share", "View", "explain", "package_of"]

Indices = NDArray[np.intp]


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What one issue gives a party.

    Attributes:
        issue: The issue.
        option: What the package has.
        got: What it is worth to the party, in its utility.
        best: The most that the issue could give it.
        best_option: The option that would.
        source: Where the score comes from.
    """

    issue: str
    option: str
    got: float
    best: float
    best_option: str
    source: Source


class View(msgspec.Struct, frozen=True, kw_only=True):
    """One party's view of a package.

    Attributes:
        party: Who.
        needed: True where there is no deal without its signature.
        signs: True where it would sign: no red line of its own is crossed, and the package is worth at least no deal,
            by the centres of the numbers.
        utility: What the package is worth to it.
        reservation: What no deal is worth to it; None where it is not given.
        chance: The probability that it would sign, over what is not known; 0 where a red line of its own is crossed.
        crossed: Its red lines and mandates that the package crosses, in words.
        together: What interactions add, in its utility.
        shares: What each issue gives it, the greatest loss against its best option first.
    """

    party: str
    needed: bool
    signs: bool
    utility: float
    reservation: float | None
    chance: float
    crossed: tuple[str, ...]
    together: float
    shares: tuple[Share, ...]


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A package, and what everybody makes of it.

    Attributes:
        package: Issue -> option.
        signed: True where all who must sign would, and no rule of the world is broken.
        broken: Rules of the world that the package breaks, in words.
        views: One a party, in the order of the model.
        chance: The probability that all who must sign would; 0 where a rule is broken.
        error: Its standard error.
    """

    package: dict[str, str]
    signed: bool
    broken: tuple[str, ...]
    views: tuple[View, ...]
    chance: float
    error: float


def package_of(problem: Problem, chosen: Mapping[str, str]) -> Indices:
    """Find the options of a package by name.

    Args:
        problem: The deal.
        chosen: Issue -> option; every issue.

    Returns:
        ``(issues,)``, option indices.

    Raises:
        WeighError: If an issue or option is not there, or an issue is missing; it names the nearest.
    """
    for issue in chosen:
        if issue not in problem.issues:
            raise WeighError(_unknown("issue", issue, problem.issues))
    places = []
    for issue, options in zip(problem.issues, problem.options, strict=True):
        if issue not in chosen:
            msg = f"the package says nothing of {issue!r}: give one of {', '.join(options)}"
            raise WeighError(msg)
        if chosen[issue] not in options:
            raise WeighError(_unknown(f"option of {issue!r}", chosen[issue], options))
        places.append(options.index(chosen[issue]))
    return np.array(places, dtype=np.intp)


def _unknown(what: str, name: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    return f"there is no {what} {name!r}: " + (f"did you mean {near[0]!r}?" if near else f"take {', '.join(known)}")


def explain(model: Model, package: Indices, *, draws: int = 10_000, seed: int = 0) -> Explanation:
    """Say for each party why it would or would not sign.

    Args:
        model: A described model.
        package: ``(issues,)``, option indices (see `package_of`).
        draws: How many draws the probabilities take.
        seed: Of the chance.

    Raises:
        ModelError: If the model contradicts itself.
    """
    problem = as_problem(model)
    crossed = _broken(problem, package)
    world = tuple(words for words, party in crossed if party is None)
    chances = sign_chances(model, package[None], draws=draws, seed=seed)
    views = tuple(
        _view(problem, party, package, tuple(words for words, whose in crossed if whose == n))
        for n, party in enumerate(model.parties)
    )
    views = tuple(
        view if view.crossed else msgspec.structs.replace(view, chance=float(alone))
        for view, alone in zip(views, chances.alone[0], strict=True)
    )
    whole = not crossed
    return Explanation(
        package=problem.named(package.tolist()),
        signed=not world and all(view.signs for view in views if view.needed),
        broken=world,
        views=views,
        chance=float(chances.together[0]) if whole else 0.0,
        error=float(chances.error[0]) if whole else 0.0,
    )


def _broken(problem: Problem, package: Indices) -> list[tuple[str, int | None]]:
    """The rules and limits that a package breaks: their words, and whose they are."""
    found: list[tuple[str, int | None]] = []
    asked: tuple[Rule | Limit, ...] = (*problem.rules, *problem.limits)
    for each in asked:
        rules = (each,) if isinstance(each, Rule) else ()
        limits = (each,) if isinstance(each, Limit) else ()
        if not replace(problem, rules=rules, limits=limits).allows(package[None])[0]:
            found.append((each.label or each.key, each.party))
    return found


def _view(problem: Problem, party: Party, package: Indices, crossed: tuple[str, ...]) -> View:
    place = problem.parties.index(party.name)
    utility = float(problem.utilities(package[None])[0, place])
    known = not np.isnan(problem.reservation[place])
    reservation = float(problem.reservation[place]) if known else None
    shares = [_share(problem, party, n, int(option)) for n, option in enumerate(package)]
    enough = reservation is None or utility >= reservation - 1e-9
    return View(
        party=party.name,
        needed=party.signs,
        signs=enough and not crossed,
        utility=utility,
        reservation=reservation,
        chance=0.0,
        crossed=crossed,
        together=utility - float(problem.base[place]) - sum(share.got for share in shares),
        shares=tuple(sorted(shares, key=lambda share: share.got - share.best)),
    )


def _share(problem: Problem, party: Party, issue: int, option: int) -> Share:
    table = next(each for each in problem.tables if each.scope == (issue,))
    worth = table.values[:, problem.parties.index(party.name)]
    best = int(worth.argmax())
    name = problem.issues[issue]
    return Share(
        issue=name,
        option=problem.options[issue][option],
        got=float(worth[option]),
        best=float(worth[best]),
        best_option=problem.options[issue][best],
        source=_source(party, name, problem.options[issue][option]),
    )


def _source(party: Party, issue: str, option: str) -> Source:
    preference = party.scores.get(issue, Points())
    if isinstance(preference, Line):
        found = [number.source for _, number in preference.points if number.source != Source()]
        return found[0] if found else Source()
    if isinstance(preference, Points):
        number = preference.of.get(option)
        return number.source if number is not None else Source()
    return preference.source

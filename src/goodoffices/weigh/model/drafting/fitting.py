"""Parts of a new draft fitted to the issues that an old model has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from ..constraints import Constraint
from ..model import Issue, NoDeal, Party
from ..numbers import Between, Exact, Number, Source, Spread, Unknown
from ..preferences import Points
from .marks import source_of_all
from .settings import settings

__all__ = ["about", "all_of", "completed", "fitted", "possible", "said", "source_of_party"]

Names = Mapping[str, set[str]]


def said(number: Number) -> str:
    """Write a number as a file does, without where it comes from."""
    match number:
        case Exact(value):
            return f"{value:g}"
        case Between(low, high):
            return f"[{low:g}, {high:g}]"
        case Spread(shape, parameters):
            return f"{shape} [{', '.join(f'{each:g}' for each in parameters)}]"
        case Unknown():
            return "unknown"


def all_of(sources: Iterable[Source]) -> Source:
    """All statements of several sources."""
    return source_of_all([each for source in sources for each in source.statements])


def source_of_party(party: Party) -> Source:
    """All statements that a party's scores rest on."""
    points = [each for each in party.scores.values() if isinstance(each, Points)]
    return all_of(number.source for each in points for number in each.of.values())


def fitted(party: Party, there: Names) -> Party:
    """Leave out of a party what is about issues and options that are not there."""
    scores = {
        issue: Points({name: number for name, number in each.of.items() if name in there[issue]})
        for issue, each in party.scores.items()
        if issue in there and isinstance(each, Points)
    }
    weights = party.weights.of if isinstance(party.weights, Points) else {}
    return msgspec.structs.replace(
        party,
        scores={issue: each for issue, each in scores.items() if each.of},
        weights=Points({issue: number for issue, number in weights.items() if issue in there}),
    )


def about(constraint: Constraint) -> tuple[object, ...]:
    """What makes two constraints the same one: kind, party and issues, and of an implication its options."""
    chosen = tuple(sorted(constraint.choices))
    if constraint.kind == "implication":
        chosen += tuple(sorted(constraint.then)) + tuple(
            option for issue in sorted(constraint.choices) for option in constraint.choices[issue]
        )
    own = constraint.key if constraint.party is None else ""
    return constraint.kind, constraint.party, chosen, own


def possible(constraint: Constraint, there: Names, parties: set[str]) -> bool:
    """True where the model has all that a constraint names."""
    named = [*constraint.choices.items(), *constraint.then.items()]
    known = all(issue in there and set(options) <= there[issue] for issue, options in named)
    return known and (constraint.party is None or constraint.party in parties)


def completed(no_deal: NoDeal | None, issues: Iterable[Issue]) -> NoDeal | None:
    """Give a no-deal package an option of the issues that are new: "as it is", or the first."""
    if no_deal is None or not no_deal.package:
        return no_deal
    package = dict(no_deal.package)
    for issue in issues:
        if issue.name not in package:
            quo = settings().as_it_is
            package[issue.name] = quo if quo in issue.names else issue.names[0]
    return msgspec.structs.replace(no_deal, package=package)

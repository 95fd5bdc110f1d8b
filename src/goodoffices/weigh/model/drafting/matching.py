"""What in a new draft is what in the old model: by its name, or by the statements that both rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..constraints import Choices, Constraint
from ..model import Issue, Model, Option, Party
from ..preferences import Points, Preference

__all__ = ["in_old_names"]

Names = Mapping[str, str]
Rests = Mapping[str, frozenset[str]]


def in_old_names(new: Model, old: Model) -> Model:
    """Call everything in a new draft as the old model calls it, where people gave it another name.

    Two options, issues or parties are one where they bear one name; else where they share statements, most first.
    """
    issues = _pairs({i.name: _of_issue(i) for i in new.issues}, {i.name: _of_issue(i) for i in old.issues})
    there = {issue.name: issue for issue in old.issues}
    options: dict[str, Names] = {}
    for issue in new.issues:
        home = there.get(issues.get(issue.name, issue.name))
        options[issue.name] = _pairs(_of_options(issue.options), _of_options(home.options)) if home else {}
    parties = _pairs({p.name: _of_party(p) for p in new.parties}, {p.name: _of_party(p) for p in old.parties})
    renamed = _Renaming(issues, options, parties)
    return renamed.model(new)


def _of_options(options: Sequence[Option]) -> Rests:
    return {option.name: frozenset(option.source.statements) for option in options}


def _of_issue(issue: Issue) -> frozenset[str]:
    return frozenset(issue.source.statements).union(*(_of_options(issue.options).values()))


def _of_party(party: Party) -> frozenset[str]:
    found = set(party.source.statements)
    for preference in party.scores.values():
        if isinstance(preference, Points):
            found.update(each for number in preference.of.values() for each in number.source.statements)
    return frozenset(found)


def _pairs(new: Rests, old: Rests) -> dict[str, str]:
    """New name -> old name, for those that are found under another name; each old one is taken once."""
    free = [name for name in old if name not in new]
    pairs: dict[str, str] = {}
    for name, statements in new.items():
        if name in old:
            continue
        near = max(free, key=lambda each: len(old[each] & statements), default=None)
        if near is not None and old[near] & statements:
            pairs[name] = near
            free.remove(near)
    return pairs


class _Renaming:
    """Rewrites a model in other names."""

    def __init__(self, issues: Names, options: Mapping[str, Names], parties: Names) -> None:
        self._issues, self._options, self._parties = issues, options, parties

    def model(self, model: Model) -> Model:
        no_deal = model.no_deal
        if no_deal:
            package = {self._issue(i): self._option(i, option) for i, option in no_deal.package.items()}
            no_deal = msgspec.structs.replace(no_deal, package=package)
        return msgspec.structs.replace(
            model,
            issues=tuple(self._whole_issue(issue) for issue in model.issues),
            parties=tuple(self._party(party) for party in model.parties),
            constraints=tuple(self._constraint(each) for each in model.constraints),
            no_deal=no_deal,
        )

    def _issue(self, name: str) -> str:
        return self._issues.get(name, name)

    def _option(self, issue: str, name: str) -> str:
        return self._options.get(issue, {}).get(name, name)

    def _whole_issue(self, issue: Issue) -> Issue:
        options = tuple(
            msgspec.structs.replace(option, name=self._option(issue.name, option.name)) for option in issue.options
        )
        return msgspec.structs.replace(issue, name=self._issue(issue.name), options=options)

    def _party(self, party: Party) -> Party:
        weights = party.weights
        if isinstance(weights, Points):
            weights = Points({self._issue(name): number for name, number in weights.of.items()})
        scores = {self._issue(name): self._preference(name, each) for name, each in party.scores.items()}
        name = self._parties.get(party.name, party.name)
        return msgspec.structs.replace(party, name=name, weights=weights, scores=scores)

    def _preference(self, issue: str, preference: Preference) -> Preference:
        if isinstance(preference, Points):
            return Points({self._option(issue, name): number for name, number in preference.of.items()})
        return preference

    def _constraint(self, constraint: Constraint) -> Constraint:
        party = constraint.party
        return msgspec.structs.replace(
            constraint,
            choices=self._choices(constraint.choices),
            then=self._choices(constraint.then),
            party=self._parties.get(party, party) if party else None,
        )

    def _choices(self, choices: Choices) -> Choices:
        return {self._issue(i): tuple(self._option(i, name) for name in names) for i, names in choices.items()}

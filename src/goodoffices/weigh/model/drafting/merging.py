"""An old model and a new draft made one: what people wrote stays, what is new is added, the rest is kept up to date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from ..constraints import Constraint
from ..model import Issue, Model, Party
from ..numbers import Number, Source
from ..preferences import Points, Preference
from ..words import words_of
from .changes import Act, Change
from .fitting import about, all_of, completed, fitted, possible, said, source_of_party
from .marks import fits, marked, seen

__all__ = ["Merging"]

Place = tuple[str, ...]


class Merging:
    """Merges a new draft, in the old model's names, into the old model, and keeps account of it."""

    def __init__(self, old: Model) -> None:
        """Start from the old model."""
        self._old = old
        self._seen = frozenset(old.drafted)
        self.changes: list[Change] = []

    def merged(self, new: Model) -> Model:
        """Make one model of both."""
        issues = self._issues(new)
        there = {issue.name: set(issue.names) for issue in issues}
        parties = self._parties(new, there)
        constraints = self._constraints(new, there, {party.name for party in parties})
        return msgspec.structs.replace(
            self._old,
            issues=issues,
            parties=tuple(self._with_status_quo(party, issues) for party in parties),
            constraints=constraints,
            no_deal=completed(self._old.no_deal, issues),
            drafted=tuple(sorted({*self._old.drafted, *new.drafted})),
        )

    def _tell(self, act: Act, place: Place, before: str, after: str, source: Source) -> None:
        self.changes.append(Change(act=act, place=place, before=before, after=after, statements=source.statements))

    def _taken_out(self, source: Source) -> bool:
        """True for what an earlier draft had and the old model has no more: a person took it out."""
        return any(seen(each) in self._seen for each in source.statements)

    def _news(self, source: Source) -> bool:
        """True where a statement bears it out that no earlier draft has seen."""
        return any(seen(each) not in self._seen for each in source.statements)

    def _new(self, place: Place, what: str, source: Source) -> bool:
        """Decide on what the old model has not: true where it is added."""
        if not self._taken_out(source):
            self._tell("added", place, "", what, source)
            return True
        if self._news(source):
            self._tell("suggested", place, "", what, source)
        return False

    def _issues(self, new: Model) -> tuple[Issue, ...]:
        kept = {issue.name: issue for issue in self._old.issues}
        for issue in new.issues:
            place = ("issues", issue.name)
            old = kept.get(issue.name)
            if old is not None:
                kept[issue.name] = self._options(old, issue) if old.range is None else old
            elif self._new(place, issue.name, all_of(option.source for option in issue.options)):
                kept[issue.name] = issue
        return tuple(kept.values())

    def _options(self, old: Issue, new: Issue) -> Issue:
        options = {option.name: option for option in old.options}
        for option in new.options:
            place = ("issues", old.name, option.name)
            mine = options.get(option.name)
            if mine is None:
                if option.source.statements and self._new(place, option.name, option.source):
                    options[option.name] = option
            elif fits(mine):
                options[option.name] = marked(option)
        return msgspec.structs.replace(old, options=tuple(options.values()))

    def _parties(self, new: Model, there: Mapping[str, set[str]]) -> tuple[Party, ...]:
        kept = {party.name: party for party in self._old.parties}
        for party in new.parties:
            drafted = fitted(party, there)
            old = kept.get(party.name)
            if old is not None:
                kept[party.name] = self._party(old, drafted)
            elif drafted.scores and self._new(("parties", party.name), party.name, source_of_party(drafted)):
                kept[party.name] = drafted
        return tuple(kept.values())

    def _party(self, old: Party, new: Party) -> Party:
        place = ("parties", old.name)
        weights = old.weights
        if isinstance(weights, Points) and isinstance(new.weights, Points):
            weights = self._points(weights, new.weights, (*place, "weights"))
        elif isinstance(new.weights, Points):
            self._suggest_all(new.weights, (*place, "weights"))
        scores = dict(old.scores)
        for issue, preference in new.scores.items():
            scores[issue] = self._preference(scores.get(issue, Points()), preference, (*place, "scores", issue))
        return msgspec.structs.replace(old, weights=weights, scores=scores)

    def _preference(self, old: Preference, new: Preference, place: Place) -> Preference:
        if isinstance(old, Points) and isinstance(new, Points):
            return self._points(old, new, place)
        if isinstance(new, Points):
            self._suggest_all(new, place)
        return old

    def _suggest_all(self, new: Points, place: Place) -> None:
        """Suggest what the news says, where a person put an order or a line in place of numbers."""
        for name, number in new.of.items():
            if self._news(number.source):
                self._tell("suggested", (*place, name), "", said(number), number.source)

    def _points(self, old: Points, new: Points, place: Place) -> Points:
        numbers = dict(old.of)
        for name, number in new.of.items():
            mine = numbers.get(name)
            if mine is None:
                if self._new((*place, name), said(number), number.source):
                    numbers[name] = number
            else:
                numbers[name] = self._number(mine, number, (*place, name))
        for name, mine in old.of.items():
            if name not in new.of and fits(mine):
                self._tell("unsupported", (*place, name), said(mine), "", mine.source)
        return Points(numbers)

    def _number(self, old: Number, new: Number, place: Place) -> Number:
        if fits(old):
            if old != new:
                self._tell("updated", place, said(old), said(new), new.source)
            return new
        if said(old) != said(new) and self._news(new.source):
            self._tell("suggested", place, said(old), said(new), new.source)
        return old

    def _constraints(self, new: Model, there: Mapping[str, set[str]], parties: set[str]) -> tuple[Constraint, ...]:
        kept = {about(each): each for each in self._old.constraints}
        keys = {each.key for each in self._old.constraints}
        for each in new.constraints:
            old = kept.get(about(each))
            place = ("constraints", each.key if old is None else old.key)
            if not possible(each, there, parties):
                continue
            if old is None:
                drafted = each if each.key not in keys else msgspec.structs.replace(each, key=f"{each.key}-new")
                if self._new(place, words_of(each), each.source):
                    kept[about(each)] = marked(drafted)
            elif fits(old):
                same = marked(msgspec.structs.replace(each, key=old.key))
                if words_of(old) != words_of(same):
                    self._tell("updated", place, words_of(old), words_of(same), each.source)
                kept[about(each)] = same
            elif words_of(old) != words_of(each) and self._news(each.source):
                self._tell("suggested", place, words_of(old), words_of(each), each.source)
        return tuple(kept.values())

    def _with_status_quo(self, party: Party, issues: Iterable[Issue]) -> Party:
        return msgspec.structs.replace(party, no_deal=completed(party.no_deal, tuple(issues)))

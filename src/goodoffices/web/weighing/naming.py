"""A model under other names, or with something left out: every place that names a party, issue or option follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from goodoffices.weigh.model import (
    Constraint,
    Issue,
    Line,
    Model,
    NoDeal,
    Order,
    Party,
    Points,
    Preference,
    StatedStep,
)

__all__ = ["Names", "renamed"]

T = TypeVar("T")
Choices = Mapping[str, tuple[str, ...]]


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """What is called otherwise; None for what is left out.

    Attributes:
        parties: Party -> its new name.
        issues: Issue -> its new name.
        options: (issue, option) -> its new name; the issue by its old name.
    """

    parties: Mapping[str, str | None] = {}
    issues: Mapping[str, str | None] = {}
    options: Mapping[tuple[str, str], str | None] = {}

    def party(self, name: str) -> str | None:
        """The new name of a party; its own where it keeps that."""
        return self.parties.get(name, name)

    def issue(self, name: str) -> str | None:
        """The new name of an issue."""
        return self.issues.get(name, name)

    def option(self, issue: str, name: str) -> str | None:
        """The new name of an option."""
        return self.options.get((issue, name), name)


def renamed(model: Model, names: Names) -> Model:
    """Call parties, issues and options otherwise, everywhere in a model, and leave out what names what is gone."""
    return _Renaming(names).model(model)


class _Renaming:
    def __init__(self, names: Names) -> None:
        self._names = names

    def model(self, model: Model) -> Model:
        parties, issues = self._parties, self._issues
        interactions = tuple(
            msgspec.structs.replace(each, when=issues(each.when), worth=parties(each.worth))
            for each in model.interactions
        )
        return msgspec.structs.replace(
            model,
            parties=tuple(self._party(each) for each in model.parties if self._names.party(each.name) is not None),
            issues=tuple(self._issue(each) for each in model.issues if self._names.issue(each.name) is not None),
            interactions=tuple(each for each in interactions if len(each.when) > 1 and each.worth),
            constraints=tuple(kept for each in model.constraints if (kept := self._constraint(each)) is not None),
            no_deal=self._no_deal(model.no_deal),
            carrying=self._carrying(model),
            areas=tuple(
                msgspec.structs.replace(
                    each, held_by=self._maybe(each.held_by), claimed_by=self._of_parties(each.claimed_by)
                )
                for each in model.areas
            ),
        )

    def _maybe(self, party: str | None) -> str | None:
        return None if party is None else self._names.party(party)

    def _of_parties(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(new for each in names if (new := self._names.party(each)) is not None)

    def _parties(self, of: Mapping[str, T]) -> dict[str, T]:
        return {new: each for name, each in of.items() if (new := self._names.party(name)) is not None}

    def _options(self, issue: str, options: Iterable[str]) -> tuple[str, ...]:
        return tuple(new for each in options if (new := self._names.option(issue, each)) is not None)

    def _issues(self, choices: Choices) -> dict[str, tuple[str, ...]]:
        found = {}
        for issue, options in choices.items():
            new, kept = self._names.issue(issue), self._options(issue, options)
            if new is not None and kept:
                found[new] = kept
        return found

    def _issue(self, issue: Issue) -> Issue:
        options = tuple(
            msgspec.structs.replace(each, name=new, gives=self._parties(each.gives))
            for each in issue.options
            if (new := self._names.option(issue.name, each.name)) is not None
        )
        return msgspec.structs.replace(issue, name=self._names.issue(issue.name) or issue.name, options=options)

    def _party(self, party: Party) -> Party:
        scores = {
            new: self._preference(issue, each)
            for issue, each in party.scores.items()
            if (new := self._names.issue(issue)) is not None
        }
        return msgspec.structs.replace(
            party,
            name=self._names.party(party.name) or party.name,
            weights=self._named(party.weights, self._names.issue),
            scores=scores,
            no_deal=self._no_deal(party.no_deal),
            ratifies=self._maybe(party.ratifies),
        )

    def _preference(self, issue: str, preference: Preference) -> Preference:
        if isinstance(preference, Line):
            return preference
        return self._named(preference, lambda name: self._names.option(issue, name))

    @staticmethod
    def _named(of: Points | Order, name: Callable[[str], str | None]) -> Points | Order:
        if isinstance(of, Points):
            return Points({new: number for each, number in of.of.items() if (new := name(each)) is not None})
        tiers = (tuple(new for each in tier if (new := name(each)) is not None) for tier in of.tiers)
        kept = tuple(tier for tier in tiers if tier)
        return Order(kept, of.source) if kept else Points()

    def _no_deal(self, no_deal: NoDeal | None) -> NoDeal | None:
        if no_deal is None:
            return None
        kept, lost = {}, False
        for issue, option in no_deal.package.items():
            new, named = self._names.issue(issue), self._names.option(issue, option)
            if new is not None and named is not None:
                kept[new] = named
            lost = lost or (new is not None and named is None)
        # A package that leaves an issue open is none: how things stand there has to be said anew.
        return msgspec.structs.replace(no_deal, package={} if lost else kept)

    def _constraint(self, each: Constraint) -> Constraint | None:
        party, choices, then = self._maybe(each.party), self._issues(each.choices), self._issues(each.then)
        gone = (each.party is not None and party is None) or not choices or (bool(each.then) and not then)
        fewer = each.kind in {"implication", "exclusion"} and len(choices) < len(each.choices)
        return None if gone or fewer else msgspec.structs.replace(each, party=party, choices=choices, then=then)

    def _carrying(self, model: Model) -> Any:  # noqa: ANN401  the room's own struct
        carrying = model.carrying
        return msgspec.structs.replace(
            carrying,
            steps=self._steps(carrying.steps),
            walk_away=self._parties(carrying.walk_away),
            tolerance=self._parties(carrying.tolerance),
            spoilers=self._about(carrying.spoilers, "party"),
            breaches=self._about(carrying.breaches, "party"),
            pressures=tuple(
                msgspec.structs.replace(each, by=self._names.party(each.by) or each.by)
                for each in self._about(carrying.pressures, "on")
            ),
        )

    def _steps(self, steps: Iterable[StatedStep]) -> tuple[StatedStep, ...]:
        # A step goes with the options that it belongs to, and with those who alone would have taken it.
        kept = [
            each
            for each in steps
            if (not each.of or self._issues(each.of)) and (not each.by or self._of_parties(each.by))
        ]
        there = {each.name for each in kept}
        return tuple(
            msgspec.structs.replace(
                each,
                worth=self._parties(each.worth),
                by=self._of_parties(each.by),
                after=tuple(name for name in each.after if name in there),
                stops=None if each.stops is None else self._of_parties(each.stops),
                together=None if each.together is None else tuple(name for name in each.together if name in there),
                of=self._issues(each.of),
            )
            for each in kept
        )

    def _about(self, things: Iterable[Any], field: str) -> tuple[Any, ...]:
        """Things that are about one party each, without those of parties that are gone."""
        found = ((each, self._names.party(getattr(each, field))) for each in things)
        return tuple(msgspec.structs.replace(each, **{field: new}) for each, new in found if new is not None)

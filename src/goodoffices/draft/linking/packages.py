"""A text with brackets is a set of packages: which ones it still allows, counted and gone through lazily."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from goodoffices.draft.errors import EditError
from goodoffices.draft.merge import brackets_of

from ..text import Document
from .choices import Choice, Fixed, Unclear, choices_of, fixed_of, matches
from .deals import DealIssue, Names, Package, read_package

__all__ = ["PACKAGE_KEY", "PackageSet", "packages_of_text"]

PACKAGE_KEY = "package"
"""The key of the front matter by which a full text says which package it is the text of."""

_MOST = 1_000_000
"""Combinations of issues bound to each other that are gone through."""


class PackageSet(msgspec.Struct, frozen=True, dict=True):
    """The packages that a text allows.

    Attributes:
        issues: Of the model.
        choices: The outermost brackets.
        fixed: The provisions outside brackets that have settled on options.
        stated: The package that the front matter states, as far as it does.
        unclear: Links in the text that name no option of the model, or several.
    """

    issues: tuple[DealIssue, ...]
    choices: tuple[Choice, ...]
    fixed: tuple[Fixed, ...]
    stated: Mapping[str, str]
    unclear: tuple[Unclear, ...] = ()

    def __contains__(self, package: object) -> bool:
        if not isinstance(package, Mapping) or set(package) != {each.id for each in self.issues}:
            return False
        return all(_holds(each, package) for each in self._conditions)

    def __iter__(self) -> Iterator[dict[str, str]]:
        """The packages one by one, by issue in the order of the model; only what is asked for is worked out."""
        order = [each.id for each in self.issues]
        for parts in itertools.product(*(self._joint(group) for group in self._groups)):
            merged = {issue: option for part in parts for issue, option in part.items()}
            yield {issue: merged[issue] for issue in order}

    @property
    def bound(self) -> int:
        """How many combinations of issues bound to each other are gone through to count; told without doing so."""
        return sum(math.prod(len(self._names[issue]) for issue in group) for group in self._groups)

    @property
    def count(self) -> int:
        """How many there are, exactly."""
        return math.prod(len(self._joint(group)) for group in self._groups)

    @property
    def options(self) -> dict[str, tuple[str, ...]]:
        """Issue -> the options of it that some allowed package takes; empty where no package is allowed."""
        found: dict[str, tuple[str, ...]] = {}
        for group in self._groups:
            for issue in group:
                taken = {each[issue] for each in self._joint(group)} if self.count else set()
                found[issue] = tuple(name for name in self._names[issue] if name in taken)
        return {each.id: found[each.id] for each in self.issues}

    @property
    def is_product(self) -> bool:
        """Does `options` say it all: is every combination of these options allowed?"""
        return self.count == math.prod(len(each) for each in self.options.values())

    @property
    def undecided(self) -> tuple[Choice, ...]:
        """The brackets, inner ones too, that no issue of the model decides: whatever the package, they stay open."""
        return tuple(each for each in _all(self.choices) if not each.issues)

    @property
    def unlinked(self) -> tuple[tuple[int, int], ...]:
        """The alternatives that stand for no option beside others that do: no package leads to them.

        As (number of the bracket, number of the alternative), both from 1.
        """
        return tuple(
            (each.number, place)
            for each in _all(self.choices)
            for place, reading in enumerate(each.readings, start=1)
            if each.issues and not reading.options
        )

    @property
    def silent(self) -> tuple[str, ...]:
        """The issues of which no bracket and no provision speaks by a link."""
        told = {issue for each in _all(self.choices) for issue in each.issues} | set(self.stated)
        told |= {issue for each in self.fixed for issue in each.options}
        return tuple(each.id for each in self.issues if each.id not in told)

    @property
    def _names(self) -> dict[str, tuple[str, ...]]:
        return {each.id: each.names for each in self.issues}

    @property
    def _conditions(self) -> tuple[Choice | Fixed, ...]:
        stated = tuple(Fixed("", {issue: (option,)}) for issue, option in self.stated.items())
        return (*self.choices, *self.fixed, *stated)

    @property
    def _groups(self) -> list[tuple[str, ...]]:
        """Issues that some condition binds together; every other alone."""
        groups = [{each.id} for each in self.issues]
        for condition in self._conditions:
            about = _about(condition)
            touched = [each for each in groups if each & about]
            groups = [each for each in groups if not each & about] + ([set().union(*touched)] if touched else [])
        order = {each.id: place for place, each in enumerate(self.issues)}
        return sorted((tuple(sorted(each, key=order.__getitem__)) for each in groups), key=lambda each: order[each[0]])

    def _joint(self, group: tuple[str, ...]) -> list[dict[str, str]]:
        """The allowed combinations of the options of some issues."""
        kept: dict[tuple[str, ...], list[dict[str, str]]] = self.__dict__.setdefault("_kept", {})
        if group not in kept:
            kept[group] = self._worked_out(group)
        return kept[group]

    def _worked_out(self, group: tuple[str, ...]) -> list[dict[str, str]]:
        size = math.prod(len(self._names[issue]) for issue in group)
        if size > _MOST:
            msg = (
                f"the text binds {len(group)} issues to each other ({size:,} combinations, {_MOST:,} can be gone "
                "through): link fewer options of different issues in one alternative"
            )
            raise EditError(msg)
        about = [each for each in self._conditions if _about(each) & set(group)]
        found = []
        for options in itertools.product(*(self._names[issue] for issue in group)):
            combination = dict(zip(group, options, strict=True))
            if all(_holds(each, combination) for each in about):
                found.append(combination)
        return found


def packages_of_text(document: Document, issues: Sequence[DealIssue]) -> PackageSet:
    """Say which packages a text still allows.

    A bracket with several alternatives allows the packages for which one of them is linked (``{option=...}``); a
    bracket with one text stands where the package takes its option, and falls where not. A provision outside brackets
    with an option has settled on it. What links nothing limits nothing.

    Args:
        document: A text.
        issues: The issues of the model, with their options.
    """
    names = Names(issues)
    numbers = {each.start: place for place, each in enumerate(brackets_of(document), start=1)}
    choices, unclear = choices_of(document, names, numbers)
    stated = read_package(dict(document.meta).get(PACKAGE_KEY, ""))
    known = {each.id: each.names for each in issues}
    return PackageSet(
        issues=tuple(issues),
        choices=tuple(choices),
        fixed=fixed_of(document, names),
        stated={issue: option for issue, option in stated.items() if option in known.get(issue, ())},
        unclear=tuple(dict.fromkeys(unclear)),
    )


def _about(condition: Choice | Fixed) -> set[str]:
    if isinstance(condition, Fixed):
        return set(condition.options)
    inner = (_about(each) for reading in condition.readings for each in reading.inner)
    return set(condition.issues).union(*inner)


def _holds(condition: Choice | Fixed, package: Package) -> bool:
    """Does the text have words for a package here?"""
    if isinstance(condition, Fixed):
        return matches(condition.options, package)
    open_ones = [each for each in condition.readings if not condition.issues or matches(each.options, package)]
    if len(condition.readings) == 1:
        return (
            True if not open_ones else all(_holds(each, package) for each in open_ones[0].inner) or not condition.issues
        )
    return any(all(_holds(inner, package) for inner in each.inner) for each in open_ones)


def _all(choices: Sequence[Choice]) -> Iterator[Choice]:
    for each in choices:
        yield each
        yield from _all([inner for reading in each.readings for inner in reading.inner])

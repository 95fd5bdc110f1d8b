"""The brackets of a text as choices: which options of the deal model each alternative stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ..text import Alternative, Bracket, Document, Part, Place
from .deals import DealIssue, Names

__all__ = ["Choice", "Fixed", "Reading", "Unclear", "called", "choices_of", "fixed_of", "matches"]

Asked = Mapping[str, tuple[str, ...]]
"""Issue -> the options of it that a piece of text stands for."""


class Reading(msgspec.Struct, frozen=True):
    """One alternative: the options that it stands for, and the choices that open up within it."""

    options: Asked
    inner: tuple[Choice, ...] = ()


class Choice(msgspec.Struct, frozen=True):
    """One bracket: a single reading stands or falls, of several one is taken.

    Attributes:
        bracket: As it stands in the text.
        number: Its number in the text, from 1, as `goodoffices.draft.merge.find_bracket` counts.
        provision: Id of the provision that it stands in or begins with, "" outside provisions.
        readings: One for each alternative.
    """

    bracket: Bracket
    number: int
    provision: str
    readings: tuple[Reading, ...]

    @property
    def issues(self) -> tuple[str, ...]:
        """The issues of the model that decide it, and not what lies within it."""
        return tuple(dict.fromkeys(issue for each in self.readings for issue in each.options))


class Fixed(msgspec.Struct, frozen=True):
    """A provision outside brackets that stands for options: the text has settled on them."""

    provision: str
    options: Asked


class Unclear(msgspec.Struct, frozen=True):
    """A link of the text that names no option of the model, or several."""

    provision: str
    name: str
    meant: tuple[tuple[str, str], ...]


def matches(options: Asked, package: Mapping[str, str]) -> bool:
    """Does a package take one of the options of every issue that a piece of text stands for?"""
    return bool(options) and all(package[issue] in taken for issue, taken in options.items())


class _Finder:
    """Reads the options of a text's alternatives; links that it cannot read are gathered in `unclear`."""

    def __init__(self, document: Document, names: Names, places: Mapping[int, int]) -> None:
        self.document, self.names, self.places = document, names, places
        self.unclear: list[Unclear] = []

    def asked(self, links: Sequence[str], within: Sequence[str], provision: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name in links:
            meant = self.names.options(name, within)
            if len(meant) != 1:
                self.unclear.append(Unclear(provision, name, meant))
                continue
            for issue, option in meant:
                found[issue] = tuple(dict.fromkeys((*found.get(issue, ()), option)))
        return found

    def inline(self, parts: Sequence[Part], provision: str, within: Sequence[str]) -> tuple[Choice, ...]:
        found = []
        for part in parts:
            if isinstance(part, Bracket):
                readings = tuple(self._reading(each, provision, within) for each in part.alternatives)
                found.append(Choice(part, self.places[part.start], provision, readings))
        return tuple(found)

    def _reading(self, alternative: Alternative, provision: str, within: Sequence[str]) -> Reading:
        issues = alternative.links.issues or within
        options = self.asked(alternative.links.options, issues, provision)
        return Reading(options, self.inline(alternative.parts, provision, issues))

    def at(self, chain: tuple[Place, ...]) -> Iterator[Choice]:
        """The choices whose surroundings are these whole-provision brackets: inline ones, and brackets one deeper."""
        depth = len(chain)
        deeper: dict[int, str] = {}
        for each in self.document.provisions:
            if each.within == chain:
                yield from self.inline((*each.title, *each.body), each.id, each.links.issues)
            elif each.within[:depth] == chain:
                deeper.setdefault(each.within[depth].bracket, each.id)
        for index, first in deeper.items():
            yield self._around(index, first, chain)

    def _around(self, index: int, first: str, chain: tuple[Place, ...]) -> Choice:
        bracket = self.document.brackets[index]
        readings = []
        for number, alternative in enumerate(bracket.alternatives):
            here = (*chain, Place(index, number))
            own = [each for each in self.document.provisions if each.within == here]
            linked = [name for each in own for name in each.links.options]
            issues = [name for each in own for name in each.links.issues]
            options = self.asked((*alternative.links.options, *linked), issues, first)
            readings.append(Reading(options, tuple(self.at(here))))
        return Choice(bracket, self.places[bracket.start], first, tuple(readings))


def called(document: Document, issues: Sequence[DealIssue]) -> dict[tuple[str, str], frozenset[str]]:
    """By what names a text links each option.

    Args:
        document: A text.
        issues: The issues of the model, with their options.
    """
    names, found = Names(issues), dict[tuple[str, str], frozenset[str]]()
    for provision in document.provisions:
        sides = [side for part in (*provision.title, *provision.body) for side in _alternatives(part)]
        for links in (provision.links, *(each.links for each in sides)):
            for name in links.options:
                meant = names.options(name, links.issues or provision.links.issues)
                if len(meant) == 1:
                    found[meant[0]] = found.get(meant[0], frozenset()) | {name}
    return found


def _alternatives(part: Part) -> Iterator[Alternative]:
    if isinstance(part, Bracket):
        for each in part.alternatives:
            yield each
            for inner in each.parts:
                yield from _alternatives(inner)


def choices_of(document: Document, names: Names, numbers: Mapping[int, int]) -> tuple[list[Choice], list[Unclear]]:
    """Find the choices that a text leaves open, the outermost, and the links in it that cannot be read.

    Args:
        document: A text.
        names: The issues and options of the model.
        numbers: Offset of a bracket -> its number in the text.
    """
    finder = _Finder(document, names, numbers)
    found = [*finder.inline(document.preamble, "", ()), *finder.inline(document.closing, "", ()), *finder.at(())]
    return sorted(found, key=lambda each: each.number), finder.unclear


def fixed_of(document: Document, names: Names) -> tuple[Fixed, ...]:
    """Find the provisions outside brackets that stand for options."""
    finder = _Finder(document, names, {})
    found = (
        Fixed(each.id, finder.asked(each.links.options, each.links.issues, each.id))
        for each in document.provisions
        if not each.within and each.links.options
    )
    return tuple(each for each in found if each.options)

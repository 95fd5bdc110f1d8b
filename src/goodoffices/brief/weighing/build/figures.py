"""The numbers of a model in words, each with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from goodoffices.brief.weighing.model import Figure, Origin, Said
from goodoffices.weigh.analysis import Analysis
from goodoffices.weigh.model import Between, Exact, Line, Model, Number, Order, Party, Points, Source, Spread, Unknown
from goodoffices.weigh.model.chance import bounds

from .amounts import amount, span

__all__ = ["Figures", "Sentences"]

Sentences = Mapping[str, tuple[str, str]]
"""Statement id -> the sentence, and the title of the report that it stands in."""


class Figures:
    """Writes numbers of one model.

    Args:
        analysis: The analysis, for the model and what no deal is worth.
        sentences: What statement ids stand for, as far as the record at hand knows.
    """

    def __init__(self, analysis: Analysis, sentences: Sentences) -> None:
        self.model: Model = analysis.model
        self._analysis = analysis
        self._sentences = sentences

    def origin(self, *sources: Source) -> Origin:
        """Where something comes from; of several sources all, each once."""
        ids = dict.fromkeys(each for source in sources for each in source.statements)
        judges = dict.fromkeys(source.judged_by for source in sources if source.judged_by)
        notes = dict.fromkeys(source.note for source in sources if source.note)
        said = (self._sentences.get(each, (None, None)) for each in ids)
        return Origin(
            statements=tuple(Said(id=each, quote=q, report=r) for each, (q, r) in zip(ids, said, strict=True)),
            judged_by=", ".join(judges),
            note="; ".join(notes),
        )

    def figure(self, number: Number | None, scale: tuple[float, float] | None = None) -> Figure:
        """A number; None is unknown."""
        number = number or Unknown()
        low, high = bounds(number, scale or self.model.scale)
        known = {Exact: "exact", Between: "between", Spread: "spread", Unknown: "unknown"}[type(number)]
        return Figure(words=self._words(number), low=low, high=high, known=known, origin=self.origin(number.source))

    def _words(self, number: Number) -> str:
        scale = self.model.scale
        match number:
            case Exact(value):
                return amount(value, scale)
            case Between(low, high):
                return span(low, high, scale)
            case Spread():
                return _spread_words(number, scale)
        return "unknown"

    def order(self, order: Order) -> Figure:
        """An order: the names from the most to the least."""
        words = " > ".join(" = ".join(tier) for tier in order.tiers)
        return Figure(words=words, low=None, high=None, known="order", origin=self.origin(order.source))

    def _ranked(self, order: Order, name: str) -> Figure:
        """Where a name stands in an order."""
        place = next((n for n, tier in enumerate(order.tiers, 1) if name in tier), None)
        if place is None:
            return self.figure(None)
        words = f"{_ordinal(place)} of {len(order.tiers)}, by order"
        return Figure(words=words, low=None, high=None, known="order", origin=self.origin(order.source))

    def weight(self, party: Party, issue: str) -> Figure:
        """How much an issue matters to a party."""
        if isinstance(party.weights, Order):
            return self._ranked(party.weights, issue)
        number = party.weights.of.get(issue)
        known = [bounds(each, (0.0, 0.0))[1] for each in party.weights.of.values()]
        return self.figure(number, (0.0, max(known, default=1.0)))

    def score(self, party: Party, issue: str, option: str) -> Figure:
        """How good an option is for a party."""
        preference = party.scores.get(issue, Points())
        if isinstance(preference, Points):
            return self.figure(preference.of.get(option))
        if isinstance(preference, Order):
            return self._ranked(preference, option)
        return self._along(preference, issue, option)

    def _along(self, line: Line, issue: str, option: str) -> Figure:
        """A score read off a line: between the points beside it."""
        place = self.model.issue(issue).names.index(option)
        steps = self.model.issue(issue).range
        value = steps.values[place] if steps else 0.0
        at = [each for each, _ in line.points]
        ends = np.array([bounds(number, self.model.scale) for _, number in line.points])
        low, high = (float(np.interp(value, at, column)) for column in ends.T)
        origin = self.origin(*(number.source for _, number in line.points))
        known = "exact" if low == high else "between"
        return Figure(words=span(low, high, self.model.scale), low=low, high=high, known=known, origin=origin)

    def walk_away(self, party: Party) -> Figure:
        """What no deal is worth to a party."""
        if party.reservation is not None:
            return self.figure(party.reservation)
        no_deal = party.no_deal or self.model.no_deal
        source = no_deal.source if no_deal else party.source
        low, _, high = self._analysis.walk_away[self._analysis.problem.parties.index(party.name)]
        if np.isnan(low):
            return Figure(words="unknown", low=None, high=None, known="unknown", origin=self.origin(source))
        words = span(float(low), float(high), self.model.scale)
        return Figure(words=words, low=float(low), high=float(high), known="derived", origin=self.origin(source))

    def amount(self, value: float) -> str:
        """A utility on the model's scale."""
        return amount(value, self.model.scale)


def _spread_words(number: Spread, scale: tuple[float, float]) -> str:
    low, *_, high = number.parameters
    match number.shape:
        case "triangular":
            return f"{span(low, high, scale)}, most likely {amount(number.parameters[1], scale)}"
        case "normal":
            return f"{amount(low, scale)}, give or take {amount(high, scale)}"
        case "beta":
            return f"{span(*(number.within or scale), scale)}, as Beta({low:g}, {high:g})"
        case "uniform":
            return span(low, high, scale)


def _ordinal(number: int) -> str:
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"

"""A model as a form: what stands in which field, and where each number comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from goodoffices.weigh.model import Issue, Line, Model, Number, Option, Order, Party, Points, Source

from .numbers import write_line, write_number, write_order

__all__ = ["MOST_FIELDS", "Cell", "Form", "IssueFields", "OptionFields", "PartyFields", "RowFields", "form_of"]

MOST_FIELDS = 900
"""A browser's form holds no more; a larger model is edited as YAML."""
_AT_ONCE = 240
"""Fields that are shown at once; of a larger model one party at a time is."""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One field.

    Attributes:
        field: Its name in the form.
        value: What stands in it.
        label: What it is called.
        source: Where it comes from.
        wrong: What is wrong with what was typed, or "".
    """

    field: str
    value: str
    label: str
    source: Source = Source()
    wrong: str = ""


class OptionFields(msgspec.Struct, frozen=True, kw_only=True):
    """An option: its name, and how to take it out."""

    name: Cell
    drop: str


class IssueFields(msgspec.Struct, frozen=True, kw_only=True):
    """An issue: its name, its options or the range that they come from, and how things stand without a deal."""

    name: Cell
    options: tuple[OptionFields, ...]
    names: tuple[str, ...]
    range: str
    no_deal: Cell
    number: int


class RowFields(msgspec.Struct, frozen=True, kw_only=True):
    """What a party makes of an issue: how much it matters, and what each option is worth; or all in one field."""

    issue: str
    weight: Cell | None
    scores: tuple[Cell, ...]
    whole: Cell | None
    cite: str
    number: int

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Its fields."""
        return tuple(each for each in (self.weight, *self.scores, self.whole) if each)

    @property
    def sourced(self) -> tuple[Cell, ...]:
        """The fields that say where they come from."""
        return tuple(each for each in self.cells if _given(each.source))


class PartyFields(msgspec.Struct, frozen=True, kw_only=True):
    """A party: its name, whether it must sign, what no deal is worth to it, and a row an issue."""

    name: Cell
    signs: bool
    signs_field: str
    reservation: Cell
    no_deal: str
    order: Cell | None
    rows: tuple[RowFields, ...]
    source: Source
    number: int


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """The whole form.

    Attributes:
        title: Of the model.
        note: About it.
        issues: What is to be settled.
        parties: Who wants what: those that are shown.
        sides: The names of all parties, where they are shown one at a time; else empty.
        side: Which of them is shown.
        count: How many fields there are.
    """

    title: Cell
    note: Cell
    issues: tuple[IssueFields, ...]
    parties: tuple[PartyFields, ...]
    sides: tuple[str, ...]
    side: int
    count: int

    @property
    def fits(self) -> bool:
        """Can a browser send it?"""
        return self.count <= MOST_FIELDS


def _given(source: Source) -> bool:
    return bool(source.statements or source.judged_by or source.note)


def form_of(model: Model, typed: Mapping[str, str] = {}, wrong: Mapping[str, str] = {}, side: int = 0) -> Form:
    """Write a model as a form.

    Args:
        model: The model.
        typed: Fields that could not be read, as they were typed.
        wrong: Field -> what is wrong with it.
        side: The party that is shown, where they are shown one at a time.
    """
    writer = _Writer(model, typed, wrong)
    issues = tuple(writer.issue(n, each) for n, each in enumerate(model.issues))
    scores = len(model.parties) * sum(len(each.options) for each in model.issues)
    apart = len(model.parties) > 1 and scores > _AT_ONCE
    side = min(side, len(model.parties) - 1)
    shown = [side] if apart else list(range(len(model.parties)))
    parties = tuple(writer.party(n, model.parties[n]) for n in shown)
    return Form(
        sides=tuple(each.name for each in model.parties) if apart else (),
        side=side,
        title=writer.cell("title", model.title, "Title"),
        note=writer.cell("note", model.note, "Note"),
        issues=issues,
        parties=parties,
        count=writer.count,
    )


class _Writer:
    def __init__(self, model: Model, typed: Mapping[str, str], wrong: Mapping[str, str]) -> None:
        self._model, self._typed, self._wrong = model, typed, wrong
        self.count = 0

    def cell(self, field: str, value: str, label: str, source: Source | None = None) -> Cell:
        self.count += 1
        wrong = self._wrong.get(field, "")
        shown = self._typed.get(field, value) if wrong else value
        return Cell(field=field, value=shown, label=label, source=source or Source(), wrong=wrong)

    def _number(self, field: str, number: Number | None, label: str) -> Cell:
        return self.cell(field, write_number(number), label, number.source if number else None)

    def issue(self, n: int, issue: Issue) -> IssueFields:
        package = self._model.no_deal.package if self._model.no_deal else {}
        cut = issue.range
        words = "" if cut is None else f"{cut.start:g} to {cut.stop:g} {cut.unit}".rstrip() + f", {cut.steps} values"
        options = () if cut else tuple(self._option(n, m, each) for m, each in enumerate(issue.options))
        return IssueFields(
            name=self.cell(f"i{n}", issue.name, f"Issue {n + 1}", issue.source),
            options=options,
            names=issue.names,
            range=words,
            no_deal=self.cell(f"n{n}", package.get(issue.name, ""), f"{issue.name} without a deal"),
            number=n,
        )

    def _option(self, n: int, m: int, option: Option) -> OptionFields:
        return OptionFields(name=self.cell(f"i{n}o{m}", option.name, f"Option {m + 1}", option.source), drop=f"{n}:{m}")

    def party(self, n: int, party: Party) -> PartyFields:
        self.count += 1
        no_deal = party.no_deal or self._model.no_deal
        order = party.weights
        return PartyFields(
            name=self.cell(f"p{n}", party.name, f"Party {n + 1}", party.source),
            signs=party.signs,
            signs_field=f"p{n}s",
            reservation=self._number(f"p{n}r", party.reservation, f"No deal is worth to {party.name}"),
            no_deal=(no_deal.words or ("as the issues say above" if no_deal.package else "")) if no_deal else "",
            order=self.cell(f"wo{n}", write_order(order), f"How much issues matter to {party.name}", order.source)
            if isinstance(order, Order)
            else None,
            rows=tuple(self._row(n, party, m, issue) for m, issue in enumerate(self._model.issues)),
            source=party.source,
            number=n,
        )

    def _row(self, n: int, party: Party, m: int, issue: Issue) -> RowFields:
        told = party.scores.get(issue.name, Points())
        label = f"{party.name}, {issue.name}"
        weight = None
        if isinstance(party.weights, Points):
            weight = self._number(f"w{n}-{m}", party.weights.of.get(issue.name), f"{label}: weight")
        whole = None
        if isinstance(told, Order):
            whole = self.cell(f"so{n}-{m}", write_order(told), f"{label}: order of the options", told.source)
        elif isinstance(told, Line):
            whole = self.cell(f"so{n}-{m}", write_line(told), f"{label}: points of a line", _joint(told))
        self.count += 2
        scores = () if whole else tuple(self._scores(f"s{n}-{m}", told, label, issue))
        return RowFields(issue=issue.name, weight=weight, scores=scores, whole=whole, cite=f"c{n}-{m}", number=m)

    def _scores(self, start: str, told: object, label: str, issue: Issue) -> Iterator[Cell]:
        of = told.of if isinstance(told, Points) else {}
        for o, name in enumerate(issue.names):
            yield self._number(f"{start}-{o}", of.get(name), f"{label}: {name}")


def _joint(line: Line) -> Source:
    """Where the points of a line come from, together."""
    sources = [number.source for _, number in line.points]
    return Source(
        statements=tuple(dict.fromkeys(each for source in sources for each in source.statements)),
        judged_by=", ".join(dict.fromkeys(each.judged_by for each in sources if each.judged_by)),
        note="; ".join(dict.fromkeys(each.note for each in sources if each.note)),
    )

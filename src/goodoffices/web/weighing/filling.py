"""What was typed into the form of a model, taken into the model; what cannot be read is told field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from goodoffices.record import InputError
from goodoffices.weigh.model import Issue, Line, Model, NoDeal, Number, Order, Party, Points, Preference, Source

from .naming import Names, renamed
from .numbers import read_line, read_number, read_order, write_line, write_number, write_order

__all__ = ["Filled", "fill_in"]

T = TypeVar("T")
_LONGEST_NAME = 200


class Filled(msgspec.Struct, frozen=True):
    """A model with what was typed in it, and what is wrong: field -> why."""

    model: Model
    wrong: dict[str, str]


def fill_in(model: Model, fields: Mapping[str, str], *, by: str) -> Filled:
    """Take a form into the model that it was made of.

    A number that says what it said before stays as it is, with its sources and the mark of its draft. One that was
    changed keeps its sources, and says who judged it.

    Args:
        model: What the form was made of.
        fields: Field -> what was typed; what is missing stays.
        by: Who typed it.
    """
    filling = _Filling(model, fields, by)
    issues = model.issues
    changed = msgspec.structs.replace(
        model,
        title=filling.text("title", model.title),
        note=filling.text("note", model.note),
        parties=tuple(filling.party(n, each) for n, each in enumerate(model.parties)),
        no_deal=filling.no_deal(model.no_deal, issues),
    )
    return Filled(renamed(changed, filling.names()), filling.wrong)


class _Filling:
    def __init__(self, model: Model, fields: Mapping[str, str], by: str) -> None:
        self._model, self._fields, self._by = model, fields, by
        self.wrong: dict[str, str] = {}

    def text(self, field: str, before: str) -> str:
        # A field of one line cannot hold what stood on several: it stays where nothing else was changed.
        typed = self._fields.get(field)
        return before if typed is None or typed.split() == before.split() else " ".join(typed.split())

    def _tried(self, field: str, read: Callable[[], T], before: T) -> T:
        try:
            return read()
        except InputError as error:
            self.wrong[field] = str(error)
            return before

    def _judged(self, source: Source) -> Source:
        return Source(statements=source.statements, judged_by=self._by, note=source.note)

    def number(self, field: str, before: Number | None, cited: tuple[str, ...] = ()) -> Number | None:
        """The number of a field; what cites something new says so."""
        typed = self._fields.get(field)
        source = before.source if before else Source()
        added = tuple(each for each in cited if each not in source.statements)
        if typed is None or " ".join(typed.split()) == write_number(before):
            if before is None or not added:
                return before
            joined = msgspec.structs.replace(source, statements=(*source.statements, *added), drafted="")
            return msgspec.structs.replace(before, source=joined)
        new = msgspec.structs.replace(self._judged(source), statements=(*source.statements, *added))
        return self._tried(field, lambda: read_number(typed, new), before)

    def party(self, n: int, party: Party) -> Party:
        signs = self._fields.get(f"p{n}s")
        return msgspec.structs.replace(
            party,
            signs=party.signs if signs is None else signs != "no",
            reservation=self.number(f"p{n}r", party.reservation),
            weights=self._weights(n, party),
            scores=self._scores(n, party),
        )

    def _weights(self, n: int, party: Party) -> Points | Order:
        before = party.weights
        if isinstance(before, Order):
            typed = self._fields.get(f"wo{n}")
            if typed is None or " ".join(typed.split()) == write_order(before):
                return before
            return self._tried(f"wo{n}", lambda: read_order(typed, self._judged(before.source)), before)
        told = dict(before.of)
        for m, issue in enumerate(self._model.issues):
            cited = self._cited(n, m) if self._fields.get(f"cf{n}-{m}", "w") == "w" else ()
            number = self.number(f"w{n}-{m}", told.get(issue.name), cited)
            if number is None:
                told.pop(issue.name, None)
            else:
                told[issue.name] = number
        return Points(told)

    def _cited(self, n: int, m: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._fields.get(f"c{n}-{m}", "").replace(",", " ").split()))[:20]

    def _scores(self, n: int, party: Party) -> dict[str, Preference]:
        told = dict(party.scores)
        for m, issue in enumerate(self._model.issues):
            before = told.get(issue.name)
            after = self._preference(f"{n}-{m}", before, issue, self._cited(n, m))
            if after != Points() or before is not None:
                told[issue.name] = after
        return told

    def _preference(self, at: str, before: Preference | None, issue: Issue, cited: tuple[str, ...]) -> Preference:
        typed = self._fields.get(f"so{at}")
        if isinstance(before, Order):
            if typed is None or " ".join(typed.split()) == write_order(before):
                return before
            return self._tried(f"so{at}", lambda: read_order(typed, self._judged(before.source)), before)
        if isinstance(before, Line):
            if typed is None or " ".join(typed.split()) == write_line(before):
                return before
            return self._tried(f"so{at}", lambda: read_line(typed, before), before)
        told = dict(before.of) if isinstance(before, Points) else {}
        for o, name in enumerate(issue.names):
            own = cited if self._fields.get(f"cf{at}") == str(o) else ()
            number = self.number(f"s{at}-{o}", told.get(name), own)
            if number is None:
                told.pop(name, None)
            else:
                told[name] = number
        return Points(told)

    def no_deal(self, before: NoDeal | None, issues: tuple[Issue, ...]) -> NoDeal | None:
        """How things stand without a deal: an option of every issue, or of none."""
        if not any(f"n{n}" in self._fields for n in range(len(issues))):
            return before
        chosen = {issue.name: self._fields.get(f"n{n}", "") for n, issue in enumerate(issues)}
        known = {issue.name: issue.names for issue in issues}
        package = {issue: option for issue, option in chosen.items() if option in known[issue]}
        if package == dict(before.package if before else {}):
            return before
        if package and len(package) < len(issues):
            for n, issue in enumerate(issues):
                if issue.name not in package:
                    self.wrong[f"n{n}"] = "name how things stand on every issue, or on none"
            return before
        base = before or NoDeal()
        return msgspec.structs.replace(base, package=package, source=self._judged(base.source))

    def names(self) -> Names:
        """What was given another name."""
        parties = self._renames(
            {f"p{n}": each.name for n, each in enumerate(self._model.parties)},
        )
        issues = self._renames({f"i{n}": each.name for n, each in enumerate(self._model.issues)})
        options: dict[tuple[str, str], str | None] = {}
        for n, issue in enumerate(self._model.issues):
            if issue.range is None:
                own = self._renames({f"i{n}o{m}": name for m, name in enumerate(issue.names)})
                options |= {(issue.name, name): new for name, new in own.items()}
        return Names(parties=parties, issues=issues, options=options)

    def _renames(self, fields: Mapping[str, str]) -> dict[str, str | None]:
        """Old name -> new name, of things that must differ; where two would be the same, neither is changed."""
        new = {old: self.text(field, old)[:_LONGEST_NAME] or old for field, old in fields.items()}
        for field, old in fields.items():
            if sum(each == new[old] for each in new.values()) > 1 and new[old] != old:
                self.wrong[field] = f"{new[old][:60]!r} stands twice: give each its own name"
                new[old] = old
        return {old: name for old, name in new.items() if name != old}

"""Which issue and which side of the record an issue and a party of a model are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from goodoffices.draft.linking import slug
from goodoffices.record import PositionContent, Statement, fold, issues
from goodoffices.weigh.model import Issue, Line, Model, Order, Points, Source

__all__ = ["Ties", "sources_of_issue", "ties_of"]


class Ties(msgspec.Struct, frozen=True, kw_only=True):
    """What a model's names stand for in the record.

    Attributes:
        issues: Issue of the model -> id of the record's issue; left out where nothing says.
        parties: Party -> id of the record's side.
    """

    issues: Mapping[str, str]
    parties: Mapping[str, str]


def ties_of(model: Model, names: Mapping[str, str], statements: Iterable[Statement]) -> Ties:
    """Find what a model's names stand for.

    Args:
        model: The model.
        names: Id of a side -> its name, as an audience knows them.
        statements: What the model cites and that audience may see: an issue that is called otherwise is the one that
            its positions are on.
    """
    sides = {fold(name): actor for actor, name in names.items() if name}
    by_id = {each.id: each for each in statements}
    called = {slug(label): issue for issue, term in issues().items() for label in (term.label, issue)}
    tied = {}
    for issue in model.issues:
        found = called.get(slug(issue.name)) or _by_sources(model, issue, by_id)
        if found:
            tied[issue.name] = found
    parties = {each.name: sides[fold(each.name)] for each in model.parties if fold(each.name) in sides}
    return Ties(issues=tied, parties=parties)


def _by_sources(model: Model, issue: Issue, known: Mapping[str, Statement]) -> str:
    cited = (known[each] for each in sources_of_issue(model, issue) if each in known)
    counts = Counter(each.content.issue for each in cited if isinstance(each.content, PositionContent))
    ((found, count),) = counts.most_common(1) or [("", 0)]
    return found if count * 2 > counts.total() else ""


def sources_of_issue(model: Model, issue: Issue) -> tuple[str, ...]:
    """The statements that an issue, its options and what parties make of them rest on."""
    return tuple(dict.fromkeys(each for source in _sources(model, issue) for each in source.statements))


def _sources(model: Model, issue: Issue) -> Iterator[Source]:
    yield issue.source
    for option in issue.options:
        yield option.source
    for party in model.parties:
        told = party.scores.get(issue.name)
        match told:
            case Points(of):
                yield from (number.source for number in of.values())
            case Order():
                yield told.source
            case Line(points):
                yield from (number.source for _, number in points)
    for constraint in model.constraints:
        if issue.name in constraint.choices:
            yield constraint.source

"""Findings with the claims that they are woven from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

import msgspec

from goodoffices.record.content import Content
from goodoffices.record.finding import Finding
from goodoffices.record.ids import content_id
from goodoffices.record.release import most_restricted
from goodoffices.record.statement import Statement, kind_of

from .choice import one_speaker
from .claims import Claim
from .confidence import confidence
from .gather import gather
from .kind import Kind
from .shelf import Shelf
from .verdicts import Rulings

__all__ = ["Woven", "bind", "findings_of", "independent", "weave"]

C = TypeVar("C", bound=Content)
_READ = dt.datetime.min.replace(tzinfo=dt.UTC)
"""What a reader found comes before all that was added by hand."""


class Woven(msgspec.Struct, Generic[C], frozen=True, kw_only=True):
    """A finding, what it says by its type, and its claims in their order."""

    finding: Finding
    content: C
    claims: tuple[Claim[C], ...]

    @property
    def id(self) -> str:
        """Id of the finding."""
        return self.finding.id


def weave(claims: Sequence[Claim[C]], kind: Kind[C], shelf: Shelf, rulings: Rulings) -> list[Woven[C]]:
    """Gather the claims of one kind and make a finding of each thing that they speak of."""
    return [_weave(group, kind, shelf, rulings) for group in gather(claims, kind, rulings)]


def _weave(claims: Sequence[Claim[C]], kind: Kind[C], shelf: Shelf, rulings: Rulings) -> Woven[C]:
    content = kind.merge(claims)
    finding = bind(content, [claim.statement for claim in claims], shelf, rulings)
    speaker = one_speaker(claim.said_by for claim in claims)
    finding = msgspec.structs.replace(finding, said_by=speaker, when=kind.when(claims))
    return Woven(finding=finding, content=content, claims=tuple(claims))


def findings_of(woven: Iterable[Woven[Any]]) -> list[Finding]:
    """The findings alone."""
    return [one.finding for one in woven]


def bind(content: Content, statements: Sequence[Statement], shelf: Shelf, rulings: Rulings) -> Finding:
    """Make the finding that `statements` come to; its speaker and time are not set here.

    Its id rests on the kind and on the statement that it was first told by, so that a later report leaves it as it is.
    """
    reports = sorted({statement.report for statement in statements}, key=shelf.place)
    # A copy that runs days later does not make what it repeats any newer.
    own = [report for report in reports if shelf.source(report) == report] or reports
    days = [day for report in own if (day := shelf.day(report)) is not None]
    markings = [shelf.marking(report) for report in reports]
    for statement in statements:
        markings += [statement.marking, rulings.marking(statement.id)]
    # What is added by hand to a finding later does not make it another one either.
    first = min((shelf.day(s.report) or dt.date.max, s.added.at if s.added else _READ, s.id) for s in statements)[2]
    return Finding(
        id=content_id("f", kind_of(content), first),
        content=content,
        evidence=tuple(sorted({e for s in statements for e in s.evidence}, key=shelf.order)),
        statements=tuple(sorted(s.id for s in statements)),
        reports=tuple(reports),
        sources=shelf.sources(reports),
        as_of=max(days, default=None),
        first_reported=min(days, default=None),
        marking=most_restricted(markings),
        verdict=rulings.verdict(statements),
        confidence=confidence(statements, shelf.sources(reports)),
        basis=tuple(sorted({s.basis for s in statements if s.basis})),
        readers=tuple(sorted({reader for s in statements for reader in s.readers})),
        added=tuple(sorted({s.added for s in statements if s.added}, key=lambda each: (each.at, each.by, each.why))),
    )


def independent(one: Iterable[Claim[Any]], other: Iterable[Claim[Any]]) -> bool:
    """Do two sets of claims come from different reports (copies are one), or from different speakers in one?"""
    voices, others = {(c.source, c.said_by) for c in one}, {(c.source, c.said_by) for c in other}
    if {report for report, _ in voices} != {report for report, _ in others}:
        return True
    if len({report for report, _ in voices}) > 1:
        return True
    return any(a and b and a != b for _, a in voices for _, b in others)

"""Claims: statements as merging takes them, corrected, and with their actors joined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Generic, TypeGuard, TypeVar

import msgspec

from goodoffices.record.content import ActorContent, Content, PositionContent
from goodoffices.record.dates import Interval
from goodoffices.record.statement import UNSIDED, Statement

from .cast import Cast
from .shelf import Shelf
from .verdicts import Rulings

__all__ = ["Claim", "claims_of", "make_claims"]

C = TypeVar("C")


class Claim(msgspec.Struct, Generic[C], frozen=True, kw_only=True):
    """A statement, corrected, and with its actors joined.

    Attributes:
        statement: The statement as its reader found it.
        content: What it says, or what an analyst put in its place, with joined actors.
        said_by: Joined id of the speaker, or None.
        report: Id of its report.
        source: Id of the report that its report is a copy of; its own where it is none.
        day: Day of its report, or None.
        order: Where it stands: place of the report, offsets, id.
    """

    statement: Statement
    content: C
    said_by: str | None
    report: str
    source: str
    day: dt.date | None
    order: tuple[int, int, int, str]

    @property
    def id(self) -> str:
        """Id of the statement."""
        return self.statement.id

    @property
    def when(self) -> Interval | None:
        """The time of the thing itself, or None."""
        return self.statement.when


def make_claims(statements: Iterable[Statement], cast: Cast, shelf: Shelf, rulings: Rulings) -> list[Claim[Content]]:
    """Make the claims of all kinds but actors, in one order; those about actors that an analyst rejected drop out."""
    found = [_claim(statement, cast, shelf, rulings) for statement in statements]
    return sorted((claim for claim in found if claim is not None), key=lambda claim: claim.order)


def claims_of(kind: type[C], claims: Iterable[Claim[Content]]) -> list[Claim[C]]:
    """Pick the claims of one kind of content, in their order."""

    def of_kind(claim: Claim[Content]) -> TypeGuard[Claim[C]]:
        return isinstance(claim.content, kind)

    return [claim for claim in claims if of_kind(claim)]


def _claim(statement: Statement, cast: Cast, shelf: Shelf, rulings: Rulings) -> Claim[Content] | None:
    content: Content | None = rulings.correction(statement.id) or statement.content
    if content is None or isinstance(content, ActorContent):
        return None
    report = statement.report
    content = cast.rewrite(report, content)
    if content is None or (UNSIDED in statement.basis and _is_of_one_alone(content, cast)):
        return None
    first = min(statement.evidence, key=lambda evidence: (evidence.start, evidence.end))
    return Claim(
        statement=statement,
        content=content,
        said_by=cast.joined(report, statement.said_by),
        report=report,
        source=shelf.source(report),
        day=shelf.day(report),
        order=(shelf.place(report), first.start, first.end, statement.id),
    )


def _is_of_one_alone(content: Content, cast: Cast) -> bool:
    """Is it a position of a person of whom no report tells for whom he speaks?"""
    return isinstance(content, PositionContent) and cast.is_person(content.party)

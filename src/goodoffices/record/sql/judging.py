"""What a judgement rests on, so that it is shown only to those who may see all of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from goodoffices.record.errors import InputError, NotInCase
from goodoffices.record.judgement import Judgement, Verdict
from goodoffices.record.release import Marking, most_restricted

from .rows import row
from .schema import judgement as judgements
from .schema import judgement_rests_on, statement

__all__ = ["judgement_row", "rests_on"]


def rests_on(connection: sa.Connection, judgement: Judgement, name: str) -> set[int]:
    """Find the statements, by `seq`, that a judgement rests on.

    A retraction rests on all that the retracted judgement does.

    Raises:
        InputError: If it is on a finding and names no statements, or retracts what is no judgement.
        NotInCase: If the case does not hold one of them.
    """
    if (judgement.verdict is Verdict.RETRACT) != judgement.target.startswith("j-"):
        msg = (
            f"{judgement.verdict.value} is no word on {judgement.target!r}: a judgement, and nothing else, is retracted"
        )
        raise InputError(msg)
    if judgement.verdict is Verdict.RETRACT:
        return _of_judgement(connection, judgement.target, name)
    wanted = {*judgement.statements, *judgement.other_statements}
    for target, statements in ((judgement.target, judgement.statements), (judgement.other, judgement.other_statements)):
        if target and target.startswith("s-"):
            wanted.add(target)
        elif target and not statements:
            msg = f"a judgement on {target!r} must name the statements that it rests on"
            raise InputError(msg)
    return _of_statements(connection, wanted, name)


def _of_judgement(connection: sa.Connection, target: str, name: str) -> set[int]:
    seq = connection.scalar(sa.select(judgements.c.seq).where(judgements.c.id == target))
    if seq is None:
        msg = f"{name!r} holds no judgement {target!r}"
        raise NotInCase(msg)
    query = sa.select(judgement_rests_on.c.statement).where(judgement_rests_on.c.judgement == seq)
    return set(connection.scalars(query))


def _of_statements(connection: sa.Connection, wanted: Iterable[str], name: str) -> set[int]:
    found = set()
    for each in sorted(wanted):
        seq = connection.scalar(sa.select(statement.c.seq).where(statement.c.id == each))
        if seq is None:
            msg = f"{name!r} holds no statement {each!r}"
            raise NotInCase(msg)
        found.add(seq)
    return found


def judgement_row(connection: sa.Connection, judgement: Judgement, at: str) -> dict[str, Any]:
    """Write the row of a judgement; a retraction is at least as restricted as what it retracts."""
    marking = judgement.marking
    if judgement.verdict is Verdict.RETRACT:
        query = sa.select(judgements.c.marking).where(judgements.c.id == judgement.target)
        marking = most_restricted((marking, Marking(connection.scalar(query))))
    return row(judgement, marking=marking.value, at=at)

"""Adding by hand what the readers missed: the one rule for it, whatever way it comes in.

Somebody points at words of a report and says what they mean. That becomes a statement as any other: its evidence is
the exact words, proved as all evidence is, and the report's marking and circles hold for it. It says who added it and
when, stands beside what the readers found, and can be judged as that can.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from .introducing import ActorsOfReport, Lookup
from .pointing import pointed_at
from .report import Report
from .saying import Proposal, signed, stated
from .statement import Statement, make_statement
from .store import Store
from .view import View

__all__ = ["Addition", "add_by_hand"]

_OUTSIDERS = ("a member of no circle",)
"""A circle that nobody is in: for whoever is in it alone, all walls hold."""
_LOOKED_AT = 300
"""Statements of an actor that are looked at, to see whether everybody may know of it."""


class Addition(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it.

    Attributes:
        statement: The statement; the one that says so already, where one does.
        known: True where the record said just this of the same words already; then nothing was changed.
        introduced: Ids of the statements that bring actors into the report whom it did not have.
    """

    statement: Statement
    known: bool
    introduced: tuple[str, ...] = ()


def add_by_hand(
    store: Store,
    view: View,
    proposal: Proposal,
    *,
    by: str,
    at: dt.datetime,
    elsewhere: Lookup,
    program: bool = False,
) -> Addition:
    """Add a finding from the words of a report, in one transaction with its line in the audit log.

    Args:
        store: The open case.
        view: The case as the one who adds it sees it: what it does not hold is not there.
        proposal: What is added.
        by: Who adds it.
        at: When; must carry its time zone.
        elsewhere: Finds actors of the case by name or id, as far as the view holds them.
        program: Is it added by a program, under a name of its own?

    Raises:
        NotInCase: If the view does not hold the report.
        EvidenceError: If the words are not those of the report.
        UnknownActors: If it names actors whom the case does not know, and does not say what they are.
        InputError: If anything else does not fit; the sentence says what.
    """
    report = view.report(proposal.report)
    hand = signed(by, at, proposal.why, program=program)
    span = pointed_at(report, words=proposal.words, start=proposal.start, end=proposal.end)
    there = view.statements(report=report.id)
    actors = ActorsOfReport(
        there,
        new=proposal.new,
        elsewhere=elsewhere,
        open_to_all=lambda ids: _open_to_all(store, report, ids),
    )
    made = stated(proposal, span, actors, hand)
    if (same := _same(made, there)) is not None:
        return Addition(statement=same, known=True)
    brought = [
        make_statement(
            each.content,
            (each.evidence,),
            reader=made.reader,
            basis=made.basis,
            added=msgspec.structs.replace(hand, named=each.known),
        )
        for each in actors.introduced
    ]
    marked = [msgspec.structs.replace(each, marking=proposal.marking) for each in (*brought, made)]
    store.extend(report.id, marked, at=hand.at, by=hand.by)
    return Addition(statement=marked[-1], known=False, introduced=tuple(each.id for each in brought))


def _open_to_all(store: Store, report: Report, ids: Iterable[str]) -> tuple[Statement, ...]:
    return store.view(report.marking, circles=_OUTSIDERS).statements_by_id(list(ids)[:_LOOKED_AT])


def _same(made: Statement, there: Iterable[Statement]) -> Statement | None:
    """The statement of the report that says the same of the same words, where there is one."""
    for each in there:
        if (each.content, each.said_by, each.when) != (made.content, made.said_by, made.when):
            continue
        if [(e.start, e.end) for e in each.evidence] == [(e.start, e.end) for e in made.evidence]:
            return each
    return None

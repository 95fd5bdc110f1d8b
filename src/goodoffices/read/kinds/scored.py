"""Scored: what a table of matters says is agreed, each of the sides has accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import PositionContent, Statement

from .matrix import party_columns
from .status_lists import issue_of_label, scored_rows

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["find_scored_positions"]


def find_scored_positions(context: Context) -> Iterator[Statement]:
    """State what the sides have accepted by the rows of a table that are said to be agreed.

    The sides are those of the table's columns ("File | Status | North | South"). A table that names none tells how the
    talks stand, and whose yes it is only for who knows the talks.

    Args:
        context: The report.
    """
    for block in context.blocks:
        if block.kind != "table" or len(block.rows) < 2:  # noqa: PLR2004  a head and a row at least
            continue
        # where only the head of the column says "settlement", the cell tells a middle way and no yes of each
        agreed = [row for row, state, told in scored_rows(context, block.rows) if told and state == "agreed"]
        columns = party_columns(context, block.rows[0]) if agreed else {}
        named = tuple(dict.fromkeys(party for parties in columns.values() for party in parties))
        for row in agreed:
            label = context.report.text[row[0].start : row[0].end]
            evidence = context.report.evidence(row[0].start, row[-1].end)
            for party in named if len(named) > 1 else ():
                yield context.state(
                    PositionContent(
                        party=party,
                        issue=issue_of_label(label, evidence.quote),
                        stance="accepts",
                        text=" ".join(evidence.quote.split()),
                    ),
                    evidence,
                    when=context.time_in(evidence.start, evidence.end),
                    basis="agreed in a scorecard",
                )

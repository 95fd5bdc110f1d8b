"""What the checks of a text find."""

from __future__ import annotations

from typing import Any

import msgspec

from ..sequence import Entry, Sequence, sequence_to_json

__all__ = ["KINDS", "Problem", "Report", "to_json"]

KINDS = (
    "unclosed-bracket", "unopened-bracket", "faulty-markup", "unknown-reference", "unused-term", "undefined-term",
    "idle-party", "no-subject", "no-date", "conflicting-number", "deadlock", "unverified-trigger", "impossible-order",
)  # fmt: skip
"""The kinds of problem, in the order in which they are listed."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing for the drafter to look at.

    Attributes:
        kind: One of `KINDS`.
        message: What it is, in one sentence, with the words at issue.
        provisions: Ids of the provisions concerned; empty where it concerns the whole text.
        spans: Where the words stand in the source, ``[start, end)``.
    """

    kind: str
    message: str
    provisions: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What `check` finds.

    Attributes:
        problems: By kind, in the order of `KINDS`, then by place.
        sequence: What waits for what.
        provisions: The provisions that the ids stand for.
    """

    problems: tuple[Problem, ...] = ()
    sequence: Sequence = Sequence()
    provisions: tuple[Entry, ...] = ()


def to_json(report: Report) -> dict[str, Any]:
    """The form for machines.

    Args:
        report: What `check` found.

    Returns:
        ``{"problems": [{"kind", "message", "provisions", "spans"}], "sequence": {"waits": [...], "cycles": [[ids]]}}``;
        further keys may be added.
    """
    return {
        "problems": [
            {
                "kind": each.kind,
                "message": each.message,
                "provisions": list(each.provisions),
                "spans": [list(span) for span in each.spans],
            }
            for each in report.problems
        ],
        "sequence": sequence_to_json(report.sequence),
        "provisions": [
            {"id": each.id, "number": each.number, "parent": each.parent, "start": each.start, "end": each.end}
            for each in report.provisions
        ],
    }

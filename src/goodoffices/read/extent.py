"""How much of a report is read: all of it, unless it is longer than reading may take seconds and memory for."""

from __future__ import annotations

import re

from msgspec.structs import replace

from goodoffices.record import Rejection, Report

from .layout import Block, lay_out

__all__ = ["LIMIT_TOKENS", "readable_part"]

LIMIT_TOKENS = 18_000
"""Words and marks of one report: about 33 pages, and within ten seconds a brief of it on one core of 2026."""
_SURELY_SHORT_CHARS = 20_000
_BLOCK_TOKENS = 10
"""What a block costs beside its words, however few they are. A row of a table, which is not parsed, costs one word."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


def readable_part(report: Report) -> tuple[Report, Rejection | None]:
    """Leave out what lies behind the limit of one report.

    The limit counts words and not seconds, so that the same report gives the same statements on any machine.

    Args:
        report: The report.

    Returns:
        The report itself, or the same report (its id and offsets) with the text up to the block where the limit is
        reached, and then a rejection that says how far it was read.
    """
    if len(report.text) <= _SURELY_SHORT_CHARS:
        return report, None
    cost = 0
    for block in lay_out(report):
        left = LIMIT_TOKENS - cost
        cost += _cost(block, report.text)
        if cost > LIMIT_TOKENS:
            end = block.rows[left][0].start if block.kind == "table" else block.start
            return replace(report, text=report.text[:end]), _left_out(report, end)
    return report, None


def _cost(block: Block, text: str) -> int:
    if block.kind == "table":
        return len(block.rows)
    return _BLOCK_TOKENS + len(_TOKEN.findall(text, block.start, block.end))


def _left_out(report: Report, end: int) -> Rejection:
    limit = f"the limit of one report is {LIMIT_TOKENS:,} words and marks"
    reason = f"is read up to character {end:,} of {len(report.text):,}, for {limit}; split it to have the rest read"
    return Rejection(what=report.path, reason=reason)

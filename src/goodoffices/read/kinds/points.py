"""Points: what stands behind "Agreed:", "Agreement was not reached on:", "Not touched:", one matter after the other."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import IssueState, IssueStatusContent, Statement

from ..document import Sentence
from .claims import Claim
from .issues import issue_of_head
from .pair import pair_of_talks

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["POINT", "Point", "find_agreed_points", "find_point_status", "points_in"]

POINT = "a point of a list"
"""Basis of what a list of points comes to."""
_LEAST = 0.3
"""Weight of an issue from which on words name it."""
_SHORT_WORDS = 6
"""Words of a matter in a list with commas; longer stretches between commas are parts of one matter."""


class Point(msgspec.Struct, frozen=True):
    """One matter of a list: its status, and the offsets of its words."""

    status: IssueState
    start: int
    end: int


@functools.cache
def _leads() -> tuple[tuple[IssueState, re.Pattern[str]], ...]:
    text = resources.files(__package__).joinpath("data/points.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)["leads"]
    order: tuple[IssueState, ...] = ("blocked", "open", "progress", "agreed")
    return tuple((state, re.compile(rf"\W*(?:{'|'.join(data[state])})", re.IGNORECASE)) for state in order)


def points_in(sentence: Sentence) -> tuple[Point, ...]:
    """Take a sentence apart that names a status and then the matters that have it; none where it is none."""
    for state, pattern in _leads():
        lead = pattern.match(sentence.text)
        if lead is not None and sentence.block.kind in {"paragraph", "item"}:
            return tuple(
                Point(state, sentence.start + start, sentence.start + end)
                for start, end in _pieces(sentence.text, lead.end())
            )
    return ()


def _pieces(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons; where there are none, those between commas, if all of them are short."""
    ends = [m.start() for m in re.finditer(";", text)] if ";" in text[at:] else []
    commas = [m.start() for m in re.finditer(r",| and (?=the |a |an )", text[at:])]
    if not ends and commas:
        cuts = [at + comma for comma in commas]
        bounds = list(zip([at, *cuts], [*cuts, len(text)], strict=True))
        ends = cuts if all(len(text[a:b].split()) <= _SHORT_WORDS for a, b in bounds) else []
    start = at
    for end in [*(e for e in ends if e > at), len(text)]:
        piece = text[start:end].strip(" ,;.")
        if any(char.isalpha() for char in piece):
            first = text.index(piece, start)
            yield first, first + len(piece)
        start = end + 1


def _issue(context: Context, point: Point) -> str | None:
    weighed = issue_of_head(context.report.text[point.start : point.end])
    return next((issue for issue, weight in weighed.items() if weight >= _LEAST), None)


def find_point_status(context: Context) -> Iterator[Statement]:
    """State how far each matter of such a list has come.

    Args:
        context: The report.
    """
    for sentence in context.sentences:
        told: set[str] = set()
        for point in points_in(sentence):
            issue = _issue(context, point)
            if issue is not None and issue not in told:
                told.add(issue)
                text = " ".join(context.report.text[point.start : point.end].split())
                content = IssueStatusContent(issue=issue, status=point.status, text=text)
                yield context.state(content, sentence.evidence(), basis=POINT)


def find_agreed_points(context: Context) -> Iterator[Claim]:
    """Find what both sides of the talks accept by what is listed as agreed."""
    for sentence in context.sentences:
        agreed = [point for point in points_in(sentence) if point.status == "agreed"]
        for point in agreed:
            issue = _issue(context, point)
            for party in pair_of_talks(context) if issue is not None else ():
                yield Claim(party, "accepts", point.start, point.end, issue or "other", sentence, POINT)

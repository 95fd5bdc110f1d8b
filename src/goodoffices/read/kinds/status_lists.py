"""Scorecards: lists and tables that give each matter its status in a word ("Number plates: agreed")."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import TYPE_CHECKING

from goodoffices.record import Evidence, Interval, IssueState, IssueStatusContent, Statement

from ..dates import TimeExpression, dates, interval_of
from ..document import Sentence
from .issues import issue_of_head

if TYPE_CHECKING:
    from ..context import Context
    from ..layout import Cell

__all__ = ["find_listed_status", "issue_of_label", "prose_scores", "scored_rows"]

_TELLING = 0.4
"""Weight of an issue from which on words name it."""
_LONGEST_LABEL = 90
"""Characters of the longest name of a matter."""
_LABEL_WORDS = 4
"""Words of the name of a matter where a line of a scorecard stands in a paragraph."""
_FEWEST = 2
"""Cells that make a column one of statuses, or a row one to which all say yes, at least."""
_YES = re.compile(
    r"(?:now |has |have |both |fully )?(?:accept(?:s|ed)?|agree(?:s|d)?|yes|in favou?r|supports?|supported|approves?"
    r"|backs?|same|endorses?|consents?|welcomes?)(?: (?:it|this|too|as well|fully|now|likewise))?[.]?",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:not?|never|only|but|unless|until|if|refus\w*|reject\w*|oppos\w*|against|demand\w*)\b", re.IGNORECASE
)
_SETTLED = re.compile(r"\b(?:accord|agreement|act|pact|treaty|protocol|agreed|settled|settlement)\b", re.IGNORECASE)
"""The head of a column that tells how each matter was settled."""
_LINE = re.compile(rf"(?P<label>[^:\n|]{{3,{_LONGEST_LABEL}}}?)(?::| [–—-]) +(?P<status>[^\n.!]+[.!]?)")


@functools.cache
def _states() -> tuple[tuple[tuple[IssueState, re.Pattern[str]], ...], re.Pattern[str]]:
    """What a status begins with, by status; and what the head of a column of statuses is called."""
    text = resources.files(__package__).joinpath("data/status.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)["listed"]
    order: tuple[IssueState, ...] = ("blocked", "open", "progress", "agreed")
    states = tuple((state, re.compile(rf"(?:{'|'.join(data[state])})\b", re.IGNORECASE)) for state in order)
    return states, re.compile(rf"(?:{'|'.join(data['heads'])})\b", re.IGNORECASE)


def find_listed_status(context: Context) -> Iterator[Statement]:
    """State what the items of a list and the rows of a table say of how far each matter has come.

    Args:
        context: The report.
    """
    for block in context.blocks:
        if block.kind == "table" and len(block.rows) > 1:
            yield from _of_table(context, block.rows)
        elif block.kind == "item" and block.speaker is None:
            match = _LINE.match(context.report.text, block.start, block.end)
            state = _state(match["status"]) if match is not None else None
            if match is not None and state is not None:
                yield from _stated(context, match["label"], state, context.report.evidence(block.start, match.end()))
    for sentence in prose_scores(context):
        match = _LINE.match(sentence.text)
        state = _state(match["status"]) if match is not None else None
        if match is not None and state is not None:
            yield from _stated(context, match["label"], state, sentence.evidence())


def prose_scores(context: Context) -> list[Sentence]:
    """The sentences of paragraphs that are lines of a scorecard ("Land: signed in May. Police: still open.").

    Args:
        context: The report.

    Returns:
        Those with a short name of a matter and its status; none where there is only one of them.
    """
    found = [
        sentence
        for sentence in context.sentences
        if sentence.block.kind == "paragraph"
        and (match := _LINE.match(sentence.text)) is not None
        and len(match["label"].split()) <= _LABEL_WORDS
        and _state(match["status"]) is not None
    ]
    return found if len(found) > 1 else []


def _of_table(context: Context, rows: Sequence[Sequence[Cell]]) -> Iterator[Statement]:
    scored = set()
    for row, state, _ in scored_rows(context, rows):
        label = context.report.text[row[0].start : row[0].end]
        evidence = context.report.evidence(row[0].start, row[-1].end)
        yield from _stated(context, label, state, evidence, _day_in(context, row))
        scored.add(row[0].start)
    for row in _accepted_rows(context, rows):
        if row[0].start not in scored:
            label = context.report.text[row[0].start : row[0].end]
            yield from _stated(context, label, "agreed", context.report.evidence(row[0].start, row[-1].end))


def scored_rows(context: Context, rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Sequence[Cell], IssueState, bool]]:
    """The rows of a table whose head has a column of statuses, each with its status and whether its words say so.

    Args:
        context: The report.
        rows: The rows of the table, the head first.

    Yields:
        A row that tells a status; the status; False where only the head of the column tells it.
    """
    text = context.report.text
    heads = [n for n, cell in enumerate(rows[0]) if n and _states()[1].match(text, cell.start, cell.end)]
    heads = heads or _told_by_cells(context, rows)
    settled = bool(heads) and _SETTLED.search(text, rows[0][heads[0]].start, rows[0][heads[0]].end) is not None
    for row in rows[1:] if heads else ():
        if heads[0] < len(row):
            cell = row[heads[0]]
            words = text[cell.start : cell.end]
            told = _state(words)
            state = told or ("agreed" if settled and any(c.isalnum() for c in words) else None)
            if state is not None:
                yield row, state, told is not None


def _told_by_cells(context: Context, rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The column whose cells are statuses, whatever its head is called: the last, unless its head is a party."""
    text = context.report.text
    for n in range(len(rows[0]) - 1, 0, -1):
        cells = [row[n] for row in rows[1:] if n < len(row)]
        told = [cell for cell in cells if _state(text[cell.start : cell.end]) is not None]
        enough = len(told) >= _FEWEST and len(told) * 3 >= len(cells) * 2
        if enough and not context.parties_named(rows[0][n].start, rows[0][n].end):
            return [n]
    return []


def _accepted_rows(context: Context, rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """The rows of a table of positions in which all say yes to what one of them at most has laid down."""
    text = context.report.text
    for row in rows[1:]:
        cells = [text[cell.start : cell.end] for cell in row[1:]]
        said = sum(_YES.fullmatch(words.strip()) is not None for words in cells)
        if said >= _FEWEST and len(cells) - said <= 1 and not any(_NO.search(words) for words in cells):
            yield row


def _state(words: str) -> IssueState | None:
    return next((state for state, pattern in _states()[0] if pattern.match(words.strip(" *_"))), None)


def _day_in(context: Context, row: Sequence[Cell]) -> Interval | None:
    """The day that the cell with the status gives ("agreed on 3 May")."""
    told = (words for cell in row[1:] if _state(words := context.report.text[cell.start : cell.end]) is not None)
    times = (time for words in told for time in dates(words, context.report.published))
    return next((day for time in times if (day := _day(time)) is not None), None)


def _day(time: TimeExpression) -> Interval | None:
    interval = interval_of(time)
    return interval if interval.known and time.type == "DATE" else None


def _stated(
    context: Context, label: str, state: IssueState, evidence: Evidence, when: Interval | None = None
) -> Iterator[Statement]:
    issue = issue_of_label(label, evidence.quote)
    content = IssueStatusContent(issue=issue, status=state, text=" ".join(evidence.quote.split()))
    when = when or context.time_in(evidence.start, evidence.end)
    yield context.state(content, evidence, when=when, basis="a scorecard")


def issue_of_label(label: str, row: str) -> str:
    """Name the issue of a matter of a scorecard: by its name, else by the whole row.

    Args:
        label: The name of the matter.
        row: The words of its row.
    """
    return _issue_of(label) or _issue_of(row) or next(iter(issue_of_head(label)), "other")


def _issue_of(words: str) -> str | None:
    """The issue that words name; what only speaks of the talks names none where others may."""
    weighed = issue_of_head(words)
    return next((issue for issue, weight in weighed.items() if weight >= _TELLING), None)

"""Calendars: tables whose rows are meetings, with their days, their places and those who come."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Interval, MeetingContent, MeetingState, Statement

from ...dates import interval_of, read_alone
from ...layout import Cell
from .calendar_words import calendar_words, is_town_name, names_occasion, words_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from ...context import Context
    from ...layout import Block

__all__ = ["find_calendar_meetings"]

_JOINED = re.compile(r"\s*(?:,|;|/|&|\band\b|\bwith\b)\s*")
_NAME_AHEAD = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+){0,2}(?= [a-z]|[.;,]|$)")
"""A name that other words follow ("Osu Castle before the president")."""
_LONGEST_CELL = 300
"""Characters of a cell that are read."""
_ROWS = 200
"""Rows of a calendar that are read, at most: what is longer is a data set."""
_LONGEST_PLACE = 6
"""Words of a cell that is a place, at most."""
_LONGEST_TITLE = 200
"""Characters of what stands over a table, at most."""


class _Columns(msgspec.Struct, frozen=True):
    """Which column of a table tells what, by number; None where none does."""

    when: int | None
    where: int | None
    who: int | None
    what: int | None
    state: int | None


class _Row(msgspec.Struct, frozen=True):
    """What a row tells of a meeting."""

    content: MeetingContent
    when: Interval | None


def find_calendar_meetings(context: Context, table: tuple[str, ...]) -> Iterator[Statement]:
    """State each meeting that a row of a table tells of.

    Args:
        context: The report.
        table: Ids of the parties of the report's talks, for rows of talks that name nobody.
    """
    for block in context.blocks:
        if block.kind != "table" or len(block.rows) < 2:  # noqa: PLR2004  a head and a row
            continue
        heads = [words_of(_text(context, cell)) for cell in block.rows[0]]
        if any(head & calendar_words().no_calendar for head in heads):
            continue  # "Date | Place | Killed"
        columns = _columns(heads)
        if columns.when is None:
            continue
        whole = _is_of_meetings(context, block, heads, columns)
        before: tuple[str, ...] = ()
        for row in block.rows[1 : _ROWS + 1]:
            meant = before if _is_same(context, row, columns) else table if columns.who is None else ()
            meeting = _meeting(context, row, columns, meant, whole=whole)
            if meeting is not None:
                before = meeting.content.participants or before
                yield context.state(
                    meeting.content,
                    context.report.evidence(_line_start(context, row), row[-1].end),
                    when=meeting.when,
                    basis="row of a calendar",
                )


def _columns(heads: Sequence[frozenset[str]]) -> _Columns:
    words, taken = calendar_words(), set[int]()

    def column(kind: frozenset[str]) -> int | None:
        found = next((n for n, head in enumerate(heads) if n not in taken and head & kind), None)
        taken.update(() if found is None else (found,))
        return found

    when, where = column(words.when), column(words.where)
    who, state = column(words.who), column(words.state)
    return _Columns(when=when, where=where, who=who, state=state, what=column(words.what | meeting_words().nouns))


def _is_of_meetings(context: Context, block: Block, heads: Sequence[frozenset[str]], columns: _Columns) -> bool:
    """Is every row a meeting: does the head say so ("Round", "Venue"), or what stands over days and places?"""
    nouns = meeting_words().nouns | calendar_words().occasions
    if any(head & (nouns | calendar_words().venues) for head in heads):
        return True
    if columns.where is None:
        return False
    said = _title(context, block)
    if said & (nouns | calendar_words().titles):
        return True
    # "When | Where | Who", and nothing that says that they did something else there
    return columns.who is not None and not said & calendar_words().no_calendar


def _title(context: Context, block: Block) -> frozenset[str]:
    """The words that stand over a table."""
    before = bisect_left(context.blocks, block.start, key=lambda b: b.start) - 1
    over = [context.blocks[n] for n in (block.heading, block.lead, before) if n is not None and n >= 0]
    titles = (context.report.text[b.start : b.end] for b in over if b.end - b.start <= _LONGEST_TITLE)
    return frozenset(word for title in titles for word in words_of(title))


def _is_same(context: Context, row: Sequence[Cell], columns: _Columns) -> bool:
    """ "Same parties", "as above": those of the row before."""
    who = columns.who
    said = _text(context, row[who]).lower() if who is not None and who < len(row) else ""
    return said in calendar_words().ditto or said.removeprefix("the ").startswith("same ")


def _meeting(
    context: Context, row: Sequence[Cell], columns: _Columns, meant: tuple[str, ...], *, whole: bool
) -> _Row | None:
    """The meeting of a row, None where it tells of none; `meant` are those who come where it names nobody."""
    texts = [_text(context, cell) for cell in row]
    if columns.when is None or columns.when >= len(row):
        return None
    place = _place(texts, columns)
    apart = {columns.when, columns.where, columns.who}
    named = next((t for n, t in enumerate(texts) if n not in apart and names_occasion(t)), "")
    when = _time(context, texts[columns.when])
    if not (named or whole) or (when is None and place is None):
        return None
    who = _people(context, row, columns, place)
    if not who and (whole or words_of(named) & meeting_words().talks):
        who = meant
    return _Row(
        MeetingContent(
            participants=tuple(sorted(set(who))), place=place, status=_state(context, texts, when), topic=None
        ),
        when,
    )


def _place(texts: Sequence[str], columns: _Columns) -> str | None:
    """The place of a row: its own cell, else the name beside the day ("Buka, October"), else the town behind "in"."""
    words = calendar_words()
    if columns.where is not None and columns.where < len(texts):
        place = texts[columns.where].split("(")[0].strip(" .;").removeprefix("the ")
        known = place and place.lower() not in words.blank and len(place.split()) <= _LONGEST_PLACE
        return place if known else None
    beside = [part.strip(" .()") for part in texts[columns.when or 0].replace("(", ",").split(",")]
    others = (t for n, t in enumerate(texts) if n not in {columns.when, columns.who})
    behind = (part.strip(" .") for text in others for part in _behind(text))
    return next((part for part in (*beside, *behind) if is_town_name(part)), None)


def _behind(text: str) -> Iterator[str]:
    """What stands behind "in" in a cell, as far as it is a name, and of a visit behind "to"."""
    goal = {" to "} if words_of(text) & meeting_words().visits else set()
    for word in (" in ", " at ", *goal):
        if word in text:
            behind = text.split(word, 1)[1]
            yield behind.split(",", maxsplit=1)[0]
            found = _NAME_AHEAD.match(behind)
            yield found[0] if found else ""


def _time(context: Context, text: str) -> Interval | None:
    """The time of a cell: from its first day to its last."""
    read = [interval_of(time) for time in read_alone(text, context.report.published) if time.type != "DURATION"]
    known = [interval for interval in read if interval.known]
    if not known:
        return read[0] if read else None
    if text.lower().startswith(("by ", "before ", "no later ", "until ")):
        return known[0]
    first = [i.earliest for i in known if i.earliest]
    last = [i.latest for i in known if i.latest]
    return Interval(earliest=min(first, default=None), latest=max(last, default=None), text=text)


def _people(context: Context, row: Sequence[Cell], columns: _Columns, place: str | None) -> tuple[str, ...]:
    """Those whom the cell of those who come names, else those whom the other cells of the row name."""
    who = columns.who if columns.who is not None else columns.what
    cells = [row[who]] if who is not None and who < len(row) else []
    found = [a for cell in cells for part in _beside(context, cell, place) for a in _named(context, part)]
    return tuple(dict.fromkeys(found))


def _beside(context: Context, cell: Cell, place: str | None) -> Iterator[Cell]:
    """A cell without the place that it names: "Visit of the envoy to Ankara", where the town is no participant."""
    at = context.report.text.find(place, cell.start, cell.end) if place else -1
    if place is None or at < 0:
        yield cell
        return
    yield Cell(start=cell.start, end=at)
    yield Cell(start=at + len(place), end=cell.end)


def _named(context: Context, cell: Cell) -> tuple[str, ...]:
    persons = context.persons_named(cell.start, cell.end) or tuple(_in_office(context, _text(context, cell)))
    sides = {context.roster.party(person) for person in persons}
    bodies = context.parties_named(cell.start, cell.end)
    return (*persons, *(body for body in bodies if body not in sides))


def _in_office(context: Context, text: str) -> Iterator[str]:
    """The persons whose offices a cell names ("Prime Minister and President"), where one person holds each."""
    for part in _JOINED.split(text):
        office = part.strip(" .").lower().removeprefix("the ")
        held = {role.person for role in context.roster.roles if role.title.lower().removeprefix("the ") == office}
        if office and len(held) == 1:
            yield held.pop()


def _state(context: Context, texts: Sequence[str], when: Interval | None) -> MeetingState:
    said, published = " ".join(texts).lower(), context.report.published
    if any(phrase in said for phrase in calendar_words().called_off):
        return "cancelled"
    if any(phrase in said for phrase in calendar_words().to_come):
        return "planned"
    if when is None or published is None:
        return "held"
    if (when.earliest or when.latest or published) > published or (when.earliest is None and when.latest):
        return "planned" if when.latest is None or when.latest > published else "held"
    return "under_way" if when.earliest and when.latest and when.earliest < published <= when.latest else "held"


def _line_start(context: Context, row: Sequence[Cell]) -> int:
    """Where the row starts in the text, its opening bar included where it has one."""
    start = row[0].start
    line = context.report.text.rfind("\n", 0, start) + 1
    return line if context.report.text[line:start].strip(" \t") in {"", "|"} else start


def _text(context: Context, cell: Cell) -> str:
    return " ".join(context.report.text[cell.start : min(cell.end, cell.start + _LONGEST_CELL)].split())

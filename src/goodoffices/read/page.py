"""One pass over the lines of a report that makes its blocks."""

from __future__ import annotations

import re

from goodoffices.read.ingest.dateline import dateline_end

from .entries import find_entries
from .headings import heads, in_capitals, marked_heading, says_who_or_when, underlined
from .layout import Block, Cell
from .lines import Line, ends_sentence, front_matter_end, join_width, joins, split_lines
from .logs import is_log
from .making import Making
from .markers import Marker, marker_at
from .tables import Row, table_at
from .turns import find_turns, layout_words, split_turns

__all__ = ["Page"]

_QUOTED = re.compile(r"(?:>[ \t]?)+")
_WORD = re.compile(r"\w")
_LEAD_CHARS = 200
_BARE_CHARS = 110
_BARE = Marker("bare", "", 0)
_OPENING_BLOCKS = 8
_DAY_LEVEL = 3


class Page(Making):
    """A text on its way to being blocks."""

    def __init__(self, text: str) -> None:
        """Cut `text` into lines and learn how it is set: its width, and whether it is a transcript."""
        super().__init__(text)
        self._lines = split_turns(split_lines(text))
        self._turns = find_turns(self._lines)
        self._entries = {at: entry for at, entry in find_entries(self._lines).items() if at not in self._turns}
        self._width = join_width(self._lines)
        self._in_prose = False
        self._numbered = 0

    def blocks(self) -> tuple[Block, ...]:
        """Make the blocks, in the order of the text."""
        at = front_matter_end(self._lines)
        while at < len(self._lines):
            at = self._take(at)
        return tuple(self._blocks)

    def _take(self, at: int) -> int:
        """Make the block that starts at a line; give the index of the next line to look at."""
        line = self._lines[at]
        if at in self._turns or at in self._entries:
            return self._turn(at) if at in self._turns else self._entry(at)
        if table := self._table(at):
            return table
        if not _WORD.search(line.text) or line.text.strip("#*-( )").lower() in layout_words()["ends"]:
            self._speaker = self._speaker if line.blank else None
            self._dated = self._dated if self._day_heads else None
            return at + 1
        if found := marked_heading(line.text):
            self._heading(line.start + found.start, line.start + found.end, found.level)
            return at + 1
        if marker := self._marker(at):
            return self._item(at, marker)
        return self._prose(at)

    def _turn(self, at: int) -> int:
        turn = self._turns[at]
        self._speaker = Cell(turn.start, turn.end)
        end = self._prose_run(at)
        last = self._lines[end - 1].end
        if turn.behind < last:
            self._paragraph(turn.behind, last)
        return end

    def _entry(self, at: int) -> int:
        """Take the day or the hour off the first line of an entry; a day alone stays over what follows."""
        entry, line = self._entries[at], self._lines[at]
        if not (entry.clock and self._day_heads):
            self._dated = Cell(entry.start, entry.end)
        self._speaker = None
        if entry.behind >= line.end:
            self._heading(entry.start, entry.end, _DAY_LEVEL)
            self._dated, self._day_heads = Cell(entry.start, entry.end), True
            return at + 1
        self._day_heads = self._day_heads and entry.clock
        end = self._prose_run(at)
        self._end_list()
        self._paragraph(entry.behind, self._lines[end - 1].end)
        return end

    def _table(self, at: int) -> int | None:
        line = self._lines[at]
        found = None if line.blank else table_at(self._lines, at)
        if not found:
            return None
        rows, end = found
        if is_log(self._text, rows):
            return self._log(rows, end)
        self._add("table", line.start, self._lines[end - 1].end, lead=self._lead(), rows=rows)
        self._end_list()
        return end

    def _log(self, rows: tuple[Row, ...], end: int) -> int:
        """Take a table of days and sentences for what it is: the entries of a log."""
        lead = self._lead()
        before, self._speaker = self._dated, None
        for day, told in rows[1:]:
            if told[0] < told[1]:
                self._dated = Cell(*day)
                self._add("item", *told, level=1, lead=lead)
        self._dated = before
        self._end_list()
        return end

    def _item(self, at: int, marker: Marker) -> int:
        line = self._lines[at]
        start = line.start + marker.length
        end = self._run(at, at + 1, indent=line.indent)
        if marker.kind.startswith("number") and end == at + 1 and self._numbers_heading(at, start, marker):
            self._heading(start, line.end, 2 + marker.sign.count("."))
            self._numbered = int(marker.sign.rpartition(".")[2])
            return end
        if not self._in_list():
            self._depth.clear()
            self._list_lead = self._lead()
        level, parent = self._depth.level(line.indent, marker, len(self._blocks))
        lead = self._list_lead if parent is None else parent
        self._add("item", start, self._lines[end - 1].end, level=level, lead=lead)
        self._bare_list = marker is _BARE
        return end

    def _prose(self, at: int) -> int:
        line = self._lines[at]
        if self._bare_item(at):
            return self._item(at, _BARE)
        if underlined(self._lines, at) and heads(line.text):
            self._heading(line.start, line.end, 1 if self._lines[at + 1].text[0] == "=" else 2)
            return at + 2
        end = self._prose_run(at)
        if self._heads(at, end):
            self._heading(line.start, self._lines[end - 1].end, 2 if self._blocks else 1)
            return end
        if line.text[:_LEAD_CHARS].partition(":")[0].lower() in layout_words()["labels"]:
            self._speaker = None  # "Note to editors: ..."
        quoted = _QUOTED.match(line.text)
        start = line.start + (quoted.end() if quoted else 0)
        start += dateline_end(line.text) if not quoted and len(self._blocks) <= _OPENING_BLOCKS else 0
        if not (self._blocks and self._blocks[-1].kind == "item" and line.indent > 1):
            self._end_list()
        self._paragraph(start, self._lines[end - 1].end, spoken=quoted is None)
        return end

    def _prose_run(self, at: int) -> int:
        self._in_prose = True
        end = self._run(at, at + 1)
        self._in_prose = False
        return end

    def _run(self, at: int, end: int, *, indent: int | None = None) -> int:
        """Index behind the last line that goes on with the one before it."""
        while end < len(self._lines) and not self._opens(end):
            line, before = self._lines[end], self._lines[end - 1]
            hangs = indent is not None and line.indent > indent
            same = at in self._turns or in_capitals(before.text) == in_capitals(line.text)
            if not hangs and not (same and (joins(before, line, self._width) or in_capitals(line.text))):
                break
            end += 1
        return end

    def _opens(self, at: int) -> bool:
        """Does a line end the paragraph before it, whatever its words?"""
        line = self._lines[at]
        if at in self._turns or at in self._entries or not _WORD.search(line.text) or line.text.startswith(("#", ">")):
            return True
        if len(line.text) < _BARE_CHARS and says_who_or_when(line.text):
            return True
        return self._marker(at) is not None or table_at(self._lines, at) is not None

    def _marker(self, at: int) -> Marker | None:
        """The marker of a line, unless it is a dash or a number that prose happened to be wrapped at."""
        line = self._lines[at]
        marker = marker_at(line.text)
        if marker is None:
            return None
        before = self._lines[at - 1].text if at else ""
        in_list = bool(marker_at(before)) or (not self._in_prose and self._blocks and self._blocks[-1].kind == "item")
        following = next((other.text for other in self._lines[at + 1 : at + 3] if other.text), "")
        listed = in_list or before.endswith(":") or marker_at(following) is not None
        if marker.kind == "dash":
            return marker if listed else None
        wrapped = self._width and before and not ends_sentence(before) and not before.endswith((":", ";", ","))
        return None if wrapped and not listed else marker

    def _numbers_heading(self, at: int, start: int, marker: Marker) -> bool:
        """Is a numbered short line the heading of what follows, and not one of a list?"""
        line = self._lines[at]
        following = next((other for other in self._lines[at + 1 : at + 4] if other.text), None)
        if following is None or not heads(self._text[start : line.end]) or following.indent > line.indent:
            return False
        other = marker_at(following.text)
        if self._numbered and int(marker.sign.rpartition(".")[2]) == self._numbered + 1:
            return other is None or other.kind != marker.kind
        return other is None and not self._in_list()

    def _bare_item(self, at: int) -> bool:
        """Is a line one of a list that has lost its bullets ("Key points include:", then short lines)?"""
        lines = self._lines[at : at + 2]
        if at == 0 or self._lines[at - 1].blank or self._speaker or not self._blocks or not _bare(lines[0]):
            return False
        if self._bare_list and self._blocks[-1].kind == "item":
            return True
        leads = self._text[self._blocks[-1].end - 1] == ":" and self._blocks[-1].kind == "paragraph"
        return leads and len(lines) > 1 and _bare(lines[1])

    def _heads(self, at: int, end: int) -> bool:
        """Is a run of lines a heading? It must be short, and something must follow."""
        text = self._text[self._lines[at].start : self._lines[end - 1].end]
        capitals = in_capitals(text)
        after = next((n for n in range(end, min(end + 4, len(self._lines))) if self._lines[n].text), None)
        following = None if after is None else self._lines[after]
        asked = after in self._turns and self._turns[after].form == "question"
        if (end > at + 1 or (self._speaker and not asked)) and not capitals:
            return False
        return following is not None and heads(text) and not following.text[0].islower()


def _bare(line: Line) -> bool:
    return 0 < len(line.text) <= _BARE_CHARS and not ends_sentence(line.text) and line.text[-1] != ":"

"""The entries of a log: which lines open with a day or an hour that what follows belongs to.

"Thu 4 July: ...", "12:40 — ...", "- 2015-03-29: ...", a date alone over a few lines. One such line proves nothing
(every report has its date somewhere); two or more make a log.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from .lines import Line

__all__ = ["Entry", "find_entries"]

_FEWEST = 2
_HEAD_CHARS = 80
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?\.?,?[ ]"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:{_WEEKDAY})?(?:{_DAY}[ ]{_MONTH}|{_MONTH}[ ]{_DAY})(?:,?[ ]\d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})"
)
_PART = rf"(?:{_WEEKDAY})?(?:{_DATE}|{_DAY})"
_LOOSE = rf"{_WEEKDAY}{_DAY}(?=[ ]?(?:[:|–—]|-[ ]))|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=[ ]?(?:[:|–—]|-[ ]))"
"""A weekday with or without the day of a month that a heading gives."""
_LONG = (
    rf"(?:(?:Early|Mid|Late)[ -])?{_MONTH}(?:,?[ ]\d{{4}})?(?=[ ]?(?:[:|–—]|-[ ]))|(?:19|20)\d\d(?=[ ]?(?:[:|–—]|-[ ]))"
)
"""A month or a year, where a mark parts it from what follows ("October: ...", "August 1995: ...")."""
_HOUR = r"\d{1,2}[:.]\d\d(?:[ ]?(?:[ap]\.?m\.?|hrs|GMT|UTC))?|\d{1,2}[ ][ap]\.?m\.?"
_LABEL = re.compile(
    rf"(?P<marks>(?:[-*•·][ \t]+)?(?:\*\*|__|\[)?)(?:Day[ ]\d{{1,3}}[ ,–—:-]*\(?)?"
    rf"(?P<date>{_LOOSE}|{_LONG}|(?:(?:Night|Week|Weekend|Morning|Evening)[ ]of[ ])?"
    rf"(?:{_PART}[ ]?(?:[–—-]|to|and)[ ]?)?{_DATE})"
    rf"(?:,?[ ](?:at[ ])?(?:{_HOUR}))?[)]?(?:\*\*|__|\])?"
    r"(?P<behind>[ \t]*(?:[:|](?:\*\*|__)?|[–—-](?=[ ]))[ \t]*|\.[ \t]+|[ \t]*$)",
)
_CLOCK = re.compile(
    rf"(?P<marks>(?:[-*•·][ \t]+)?(?:\*\*|__|\[)?)(?P<date>{_HOUR})(?:\*\*|__|\])?"
    r"(?P<behind>[ \t]*(?:[:|](?:\*\*|__)?|[–—-](?=[ ]))[ \t]*|[ \t]+(?=[A-Z“\"]))"
)
_HASHES = re.compile(r"#{1,6}[ \t]+")


class Entry(msgspec.Struct, frozen=True):
    """The label of an entry: ``text[start:end]`` says when, `behind` where its words begin; `clock`: only an hour."""

    start: int
    end: int
    behind: int
    clock: bool


def find_entries(lines: Sequence[Line]) -> dict[int, Entry]:
    """Find the lines that open an entry.

    Returns:
        Index of the line -> its label; empty where the text is no log.
    """
    dated = {at: entry for at, line in enumerate(lines) if (entry := _entry(_LABEL, line)) is not None}
    alone = {at for at, entry in dated.items() if entry.behind >= lines[at].end}
    if len(dated) - len(alone) < _FEWEST:  # dates alone head a log where lines of it follow each of them
        dated = {at: entry for at, entry in dated.items() if at not in alone or _heads_lines(lines, at)}
        dated = dated if len(dated) >= _FEWEST else {}
    hours = {at: entry for at, line in enumerate(lines) if (entry := _entry(_CLOCK, line)) is not None}
    return dated | (hours if len(hours) >= _FEWEST else {})


def _entry(pattern: re.Pattern[str], line: Line) -> Entry | None:
    hashes = _HASHES.match(line.text)
    skipped = hashes.end() if hashes else 0
    head = line.text[skipped : skipped + _HEAD_CHARS]
    found = pattern.match(head)
    if found is None or (found.end() == len(head) and len(line.text) > skipped + _HEAD_CHARS):
        return None
    base = line.start + skipped
    behind = min(base + found.end(), line.end)
    return Entry(base + found.start("date"), base + found.end("date"), behind, pattern is _CLOCK)


def _heads_lines(lines: Sequence[Line], at: int) -> bool:
    """Does something stand under a date, and not only another short line of a letterhead?"""
    following = next((line for line in lines[at + 1 : at + 3] if line.text), None)
    return following is not None and (len(following.text) > _HEAD_CHARS // 2 or following.text[:1] in "-*•·0123456789")

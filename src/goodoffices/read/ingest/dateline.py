"""The head of a report: the day, the outlet and the author that its own first lines give.

Only a line that says nothing else is trusted: a dateline ("PARIS, Jan 7, 2026 (Agency) -"), a line that is a date or
ends with one that is set off ("By our correspondent | 7 January 2026"), or a labelled line ("Published: 7 January
2026"). A date without a year, or one that can be read in two ways, is no date.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from importlib import resources
from typing import Any

import msgspec

__all__ = ["Head", "dateline_end", "read_day", "read_head"]

_HEAD_LINES = 20
_LINE_CHARS = 240
_DAY_CHARS = 80
_BYLINE_WORDS = 8
_PLACE_WORDS = 6


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What the first lines of a report say of it; None where they say nothing."""

    published: dt.date | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    url: str | None = None


@functools.cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("data/dateline.toml").read_text(encoding="utf-8"))


@functools.cache
def _day_pattern() -> str:
    months = "|".join(sorted(_words()["months"], key=len, reverse=True))
    return (
        rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\ )?(?:"
        rf"(?P<m1>{months})\.?\ (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\ (?P<y1>\d{{4}})"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\ -](?P<m2>{months})\.?,?[\ -](?P<y2>\d{{4}})"
        r"|(?P<y3>\d{4})[-/](?P<m3>\d{1,2})[-/](?P<d3>\d{1,2})"
        r"|(?P<n1>\d{1,2})[./](?P<n2>\d{1,2})[./](?P<y4>\d{4}))(?!\d)"
    )


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    day, labels = _day_pattern(), _words()["labels"]
    time = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\ ?(?:[ap]\.?m\.?)?"
    clock = rf"(?:(?:\ at|,|T|\ [-–|])?\ ?{time}\ ?(?:[A-Z]{{1,5}}|[+-]\d{{2}}:?\d{{2}})?)?"
    agency = r"(?:\ ?\((?P<outlet>[^()\d]{2,40})\))?"
    before = r"(?:\ \((?P<before>[^()\d]{2,40})\))?"
    within = rf"(?:\ ?\((?P<outlet>[^()\d,]{{2,40}}),\ {day}\))"
    flags = re.IGNORECASE
    return {
        "line": re.compile(rf"\(?{day}{clock}\)?\.?$", flags),
        "dateline": re.compile(
            rf"(?P<place>[^\W\d_][^\d\n:;!?()]{{1,60}}?){before}(?:,|\ [-–—|])\ \(?{day}\)?{agency}\ ?(?:[-–—:]|$)",
            flags,
        ),
        "agency": re.compile(rf"(?P<place>[^\W\d_][^\d\n:;!?()]{{1,60}}?){within}\ ?[-–—:]", flags),
        "place": re.compile(
            r"[A-Z][^a-z\d\n:;!?()]{1,40}(?:,\ [A-Z][^\d\n:;!?()]{1,30})?\ \((?P<outlet>[^()\d,]{2,40})\)\ ?[-–—]"
        ),
        "opening": re.compile(
            r"[A-Z][A-Z .'’-]{2,30}(?:,\ [A-Z][\w.]{1,12}(?:\ [A-Z][\w.]{1,12})?)?"
            r"(?:,?\ (?:[A-Z][a-z]{2,8}\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8}\.?))?"
            r"(?:\ \((?P<outlet>[^()\d]{2,40})\))?\ (?:[–—]|--?)(?=\ )"
        ),
        "trailing": re.compile(rf"[^.!?;:\d]{{2,100}}?(?:\ [|·•/–—-]\ |(?:,|\ of)\ (?=[a-z]+day)){day}$", flags),
        "day_first": re.compile(rf"{day}{clock}\ [-–—|]\ (?!\d)", flags),
        **{
            name: re.compile(rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?::\ ?|\ )(?P<value>\S.*)$", flags)
            for name, words in labels.items()
        },
    }


def read_day(text: str) -> dt.date | None:
    """Read a text that is one full day and nothing else (a weekday and a time of day may stand with it).

    Returns:
        The day; None where `text` is anything else, has no year, or can be read in two ways (03/04/2026).
    """
    found = _patterns()["line"].match(" ".join(text[: 2 * _DAY_CHARS].split())[:_DAY_CHARS])
    return _day(found) if found else None


def read_head(text: str) -> Head:
    """Read what the first lines of `text` say of its publication."""
    taken: dict[str, Any] = {}
    for line in _first_lines(text):
        for key, value in _line(line).items():
            if value is not None:
                taken.setdefault(key, value)
    return Head(**taken)


def dateline_end(line: str) -> int:
    """Tell where the news itself starts in a line: behind a dateline such as ``PARIS, Jan 7 (Agency) -``.

    Returns:
        Offset in `line`, 0 where it opens with no dateline.
    """
    head = line[:_LINE_CHARS]
    for name in ("dateline", "agency", "place", "opening"):
        found = _patterns()[name].match(head)
        if found and found[0][-1] in "-–—" and (name in {"place", "opening"} or _names_place(found["place"])):
            behind = found.end() + len(head[found.end() :]) - len(head[found.end() :].lstrip(" -–—\u00a0"))
            return behind if behind < len(line) else 0
    return 0


def _first_lines(text: str) -> list[str]:
    """The first lines that hold something, without Markdown's stars and quotation marks, spaces made single."""
    start, lines = 0, []
    for _ in range(3 * _HEAD_LINES):
        end = text.find("\n", start)
        line = text[start : (end if end >= 0 else len(text))][:_LINE_CHARS]
        line = " ".join(line.replace("*", "").replace("_", " ").split()).lstrip("#> ")
        lines.extend([line] if line else [])
        if end < 0 or len(lines) >= _HEAD_LINES:
            break
        start = end + 1
    return lines


def _line(line: str) -> dict[str, Any]:
    patterns = _patterns()
    day = read_day(line)
    if day:
        return {"published": day}
    labelled = patterns["published"].match(line)
    if labelled and (day := read_day(labelled["value"])):
        return {"published": day}
    for name in ("dateline", "agency"):
        found = patterns[name].match(line)
        if found and _names_place(found["place"]):
            return {"published": _day(found), "outlet": _outlet(found["outlet"] or found.groupdict().get("before"))}
    found = patterns["place"].match(line) or patterns["opening"].match(line)
    if found:
        return {"outlet": _outlet(found["outlet"])}
    found = patterns["day_first"].match(line) or patterns["trailing"].match(line)
    return {"published": _day(found)} if found else _labelled(line)


def _names_place(text: str) -> bool:
    """Is what stands before the date a place and no clause ("The talks began on Monday, 5 May 2025 -")?"""
    words = text.replace(",", " ").split()
    particles = _words()["places"]["particles"]
    return len(words) <= _PLACE_WORDS and all(word[0].isupper() or word in particles for word in words)


def _labelled(line: str) -> dict[str, Any]:
    """Read "Source: ..." and its like, which count only with a colon ("By" aside) and when short."""
    for name in ("outlet", "author", "title", "url"):
        found = _patterns()[name].match(line)
        by = name == "author" and line[:3].lower() == "by "
        short = len(line) <= _LINE_CHARS // 2 and not line.endswith("?")
        if found and short and (":" in line[: found.start("value")] or (by and _byline(line))):
            value = found["value"].strip()
            return {name: value.partition(",")[0] if by else value}  # "By Jane Doe, Gulf Wire"
    return {}


def _byline(line: str) -> bool:
    words = line.split()[1:]
    return (
        1 < len(words) <= _BYLINE_WORDS
        and line[-1] not in ".!?:;"
        and all(word[0].isupper() or word == "and" for word in words)
    )


def _outlet(text: str | None) -> str | None:
    if not text or text.strip().lower() in _words()["no_outlet"]["words"] or not text.strip()[0].isupper():
        return None
    return text.strip()


def _day(found: re.Match[str]) -> dt.date | None:
    months = _words()["months"]
    if found["y1"]:
        parts = found["y1"], months[found["m1"].lower()], found["d1"]
    elif found["y2"]:
        parts = found["y2"], months[found["m2"].lower()], found["d2"]
    elif found["y3"]:
        parts = found["y3"], found["m3"], found["d3"]
    else:
        parts = (found["y4"], *_day_and_month(int(found["n1"]), int(found["n2"])))
    try:
        return dt.date(*map(int, parts))
    except ValueError:
        return None


def _day_and_month(first: int, second: int) -> tuple[int, int]:
    """Order month and day; an order that nobody can tell gives the impossible month 0."""
    if first == second or second > 12 >= first:  # noqa: PLR2004  twelve months
        return first, second
    return (second, first) if first > 12 >= second else (0, 0)  # noqa: PLR2004  the same

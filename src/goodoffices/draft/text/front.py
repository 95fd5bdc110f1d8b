"""Front matter: ``---``, lines of ``key: value``, ``---``, before the text."""

from __future__ import annotations

import re

import msgspec

from goodoffices.record import InputError, Marking, parse_marking

from .attributes import split_names
from .brackets import Report
from .lines import Line

__all__ = ["Front", "read_front"]

_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:[ \t]+(?P<value>.*\S))?[ \t]*")
_LINES = 200


class Front(msgspec.Struct, frozen=True, kw_only=True):
    """What the front matter says, and how many lines it takes.

    Attributes:
        meta: Its keys and values, in order.
        parties: The parties that it declares.
        marking: Who may be shown the text.
        lines: How many lines it takes, its ``---`` included; 0 where there is none.
    """

    meta: tuple[tuple[str, str], ...] = ()
    parties: tuple[str, ...] = ()
    marking: Marking | None = None
    lines: int = 0

    def value(self, key: str) -> str:
        """The value of a key; "" where there is none."""
        return dict(self.meta).get(key, "")


def read_front(text: str, lines: list[Line], report: Report) -> Front:
    """Read the front matter of a text; one that never ends is none."""
    if not lines or text[lines[0].first : lines[0].end].rstrip() != "---":
        return Front()
    meta: list[tuple[str, str]] = []
    faults: list[Line] = []
    for index, line in enumerate(lines[1:_LINES], start=1):
        words = text[line.start : line.end]
        if words.rstrip() == "---":
            for fault in faults:
                report("front-matter", "this line is no 'key: value'", fault.first, fault.end)
            return _front(tuple(meta), lines[index], index + 1, report)
        found = _ENTRY.fullmatch(words)
        if found:
            meta.append((found["key"].lower(), found["value"] or ""))
        elif not line.blank:
            faults.append(line)
    return Front()


def _front(meta: tuple[tuple[str, str], ...], last: Line, lines: int, report: Report) -> Front:
    given = dict(meta)
    marking = None
    try:
        marking = parse_marking(given["marking"]) if given.get("marking") else None
    except InputError as error:
        report("front-matter", str(error), last.start, last.end)
    return Front(meta=meta, parties=split_names(given.get("parties", "")), marking=marking, lines=lines)

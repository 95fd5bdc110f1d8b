"""A comment in Word is a comment in Markdown: ``<!-- Ana, 2026-11-01: Too vague. -->``, at the place it is tied to."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import msgspec

from .look import OWN_INITIALS

__all__ = ["Remark", "read_remark", "remarks_of", "written_remark"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARK = re.compile(r"<!-- (?P<author>[^:<>]{1,100}?)(?:, (?P<day>\d{4}-\d\d-\d\d))?: (?P<words>.+) -->", re.DOTALL)
_LONGEST = 4000
"""A longer comment is written as several: what is longer is no comment to the grammar."""


class Remark(msgspec.Struct, frozen=True):
    """One comment: who made it, when, and its words."""

    author: str
    day: dt.date | None
    words: str


def written_remark(remark: Remark) -> str:
    """Write a comment in Markdown, on one line."""
    words = " ".join(remark.words.split()).replace("-->", "→").replace("<!--", "←")
    author = " ".join(re.sub(r"[:<>]", " ", remark.author).split())[:100] or "Someone"
    head = f"{author}, {remark.day.isoformat()}" if remark.day else author
    pieces = [words[start : start + _LONGEST] for start in range(0, len(words), _LONGEST)]
    return " ".join(f"<!-- {head}: {piece} -->" for piece in pieces)


def read_remark(source: str) -> Remark | None:
    """Read a comment that `written_remark` would write so to the character; None for any other."""
    found = _MARK.fullmatch(source)
    if not found:
        return None
    try:
        day = dt.date.fromisoformat(found["day"]) if found["day"] else None
    except ValueError:
        return None
    remark = Remark(found["author"], day, found["words"])
    return remark if written_remark(remark) == source else None


def remarks_of(document: Any) -> dict[str, str]:  # noqa: ANN401  python-docx has no types of its own
    """Each comment of a Word document in Markdown, by its id; those that the export wrote itself are left out."""
    root = _comments(document)
    if root is None:
        return {}
    found = {}
    for comment in root.iter(f"{_W}comment"):
        if comment.get(f"{_W}initials") != OWN_INITIALS:
            words = " ".join("".join(each.itertext(f"{_W}t")) for each in comment.iter(f"{_W}p"))
            remark = Remark(comment.get(f"{_W}author") or "", _day(comment.get(f"{_W}date")), words)
            found[comment.get(f"{_W}id")] = written_remark(remark)
    return found


def _comments(document: Any) -> Any:  # noqa: ANN401  the same
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/comments") and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _day(stamp: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(stamp[:10]) if stamp else None
    except ValueError:
        return None

"""A paragraph of Word as pieces: each with who put it in and who took it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import msgspec

__all__ = ["Author", "Piece", "mark_of", "pieces_of"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_IN = {f"{_W}ins", f"{_W}moveTo"}
_OUT = {f"{_W}del", f"{_W}moveFrom"}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOBODY = "Someone"

Author = str
"""Name of the author of a change; "" where nothing changed."""


class Piece(msgspec.Struct, frozen=True):
    """Some characters of a paragraph.

    Attributes:
        text: The characters; a tab is a tab, a line break a line end.
        put_in: Who put it in, or "".
        taken_out: Who took it out, or "".
        hidden: Is it not shown?
        style: Id of its character style, or "".
        remark: Is it a comment, in Markdown?
    """

    text: str
    put_in: Author = ""
    taken_out: Author = ""
    hidden: bool = False
    style: str = ""
    remark: bool = False


def pieces_of(paragraph: Any, remarks: Mapping[str, str]) -> tuple[Piece, ...]:  # noqa: ANN401  lxml has no types
    """Cut a ``w:p`` into pieces; neighbours of one kind are one piece.

    Args:
        paragraph: The element.
        remarks: Each comment in Markdown, by its id; others are left out.
    """
    found: list[Piece] = []
    for run in paragraph.iter(f"{_W}r"):
        if _is_own(run, paragraph):
            found.extend(_pieces(run, remarks))
    return tuple(
        msgspec.structs.replace(first, text="".join([first.text, *(each.text for each in others)]))
        for _, members in groupby(found, key=lambda each: msgspec.structs.replace(each, text=""))
        for first, *others in [list(members)]
    )


def mark_of(paragraph: Any) -> tuple[Author, Author]:  # noqa: ANN401  the same
    """Who put in the end of a paragraph, and who took it out; a row of a table counts for all in it."""
    put_in, taken_out = _around(paragraph)
    properties = paragraph.find(f"{_W}pPr/{_W}rPr")
    for child in properties if properties is not None else ():
        if child.tag in _IN:
            put_in = put_in or _author(child)
        elif child.tag in _OUT:
            taken_out = taken_out or _author(child)
    return put_in, taken_out


def _is_own(run: Any, paragraph: Any) -> bool:  # noqa: ANN401  the same
    """Does a run stand in this very paragraph, and not in a box in it or in what old programs show instead?"""
    for above in run.iterancestors():
        if above is paragraph:
            return True
        if above.tag in {f"{_W}p", _FALLBACK}:
            return False
    return False


def _pieces(run: Any, remarks: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ANN401  the same
    put_in, taken_out = _around(run)
    hidden, style = _look(run)
    for child in run:
        remark = child.tag == f"{_W}commentReference"
        if child.tag in {f"{_W}t", f"{_W}delText"}:
            text = child.text or ""
        elif remark:
            text = remarks.get(child.get(f"{_W}id"), "")
        else:
            text = _SIGNS.get(child.tag, "")
        if text:
            yield Piece(text, put_in, taken_out, hidden or remark, "" if remark else style, remark)


def _around(element: Any) -> tuple[Author, Author]:  # noqa: ANN401  the same
    """Who put in and who took out what stands around an element."""
    put_in = taken_out = ""
    for above in element.iterancestors():
        if above.tag in _IN:
            put_in = put_in or _author(above)
        elif above.tag in _OUT:
            taken_out = taken_out or _author(above)
        elif above.tag == f"{_W}tr" and (row := above.find(f"{_W}trPr")) is not None:
            for child in row:
                put_in = put_in or (_author(child) if child.tag in _IN else "")
                taken_out = taken_out or (_author(child) if child.tag in _OUT else "")
    return put_in, taken_out


def _look(run: Any) -> tuple[bool, str]:  # noqa: ANN401  the same
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return False, ""
    vanish, style = properties.find(f"{_W}vanish"), properties.find(f"{_W}rStyle")
    hidden = vanish is not None and vanish.get(f"{_W}val", "true") not in {"0", "false", "off"}
    return hidden, str(style.get(f"{_W}val")) if style is not None else ""


def _author(change: Any) -> Author:  # noqa: ANN401  the same
    return " ".join(str(change.get(f"{_W}author") or "").split()) or _NOBODY

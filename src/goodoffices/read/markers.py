"""The bullets and numbers that open a list item, and how deep the item stands."""

from __future__ import annotations

import re

import msgspec

__all__ = ["Depth", "Marker", "marker_at"]

_BULLETS = "-*+•·‣▪▫◦●○■□►▸➢➤\uf0b7\uf0a7"
_BULLET = re.compile(rf"([{re.escape(_BULLETS)}]|o(?=\t| {{2,}}))[ \t\u00a0]+(?=\S)|[•●▪‣\uf0b7](?=\w)")
_DASH = re.compile(r"([–—])[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)][ \t\u00a0]+(?=\S)|(\d{1,3}(?:\.\d{1,3}){1,3})\.?[ \t\u00a0]+(?=[^\W\d_a-z])")
_LETTER = re.compile(r"\(?([A-Za-z]|[ivxl]{1,6})\)[ \t\u00a0]+(?=\S)|([ivxl]{2,6})\.[ \t\u00a0]+(?=\S)")


class Marker(msgspec.Struct, frozen=True):
    """What opens an item: its kind, its own characters, and how long it is with the spaces behind it."""

    kind: str
    sign: str
    length: int


def marker_at(text: str) -> Marker | None:
    """Read the marker at the start of a line, or None where there is none."""
    head = text[:24]
    for kind, pattern in (("bullet", _BULLET), ("dash", _DASH), ("number", _NUMBER), ("letter", _LETTER)):
        found = pattern.match(head)
        if found:
            sign = next((group for group in found.groups() if group), found[0].strip())
            nested = kind == "number" and "." in sign
            return Marker(f"number{sign.count('.')}" if nested else kind, sign, found.end())
    return None


class Depth:
    """The open levels of a list: an item stands deeper where it is set in, or numbered in another way."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str, str, int]] = []

    def clear(self) -> None:
        """Start a new list."""
        self._open.clear()

    def level(self, indent: int, marker: Marker, block: int) -> tuple[int, int | None]:
        """Place an item.

        Args:
            indent: Columns before its marker.
            marker: Its marker.
            block: Index that its block will have.

        Returns:
            Its level, 1 for the outermost, and the index of the item that it stands under, or None.
        """
        kind = self._kind(marker)
        while self._open and (indent < self._open[-1][0] or self._closes(indent, kind)):
            self._open.pop()
        if self._open and self._open[-1][:2] == (indent, kind):
            self._open.pop()
        parent = self._open[-1][3] if self._open else None
        self._open.append((indent, kind, marker.sign, block))
        return len(self._open), parent

    def _closes(self, indent: int, kind: str) -> bool:
        """Does an item of this kind belong to a level further out at the same indent?"""
        if self._open[-1][:2] == (indent, kind) or indent > self._open[-1][0]:
            return False
        return any(entry[:2] == (indent, kind) for entry in self._open[:-1])

    def _kind(self, marker: Marker) -> str:
        """Tell the letter (i) from the Roman number (i): it is a letter where the item before it is (h)."""
        if marker.kind != "letter" or not set(marker.sign) <= set("ivxl"):
            return marker.kind
        for _, kind, sign, _ in reversed(self._open):
            if kind == "roman":
                return "roman"
            if kind == "letter" and len(sign) == len(marker.sign) == 1 and ord(marker.sign) == ord(sign) + 1:
                return "letter"
        return "roman" if marker.sign.startswith(("i", "v", "x")) else "letter"

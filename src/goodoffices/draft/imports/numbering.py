"""The numbers that Word counts itself: what stands before a paragraph and is not among its words."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from goodoffices.draft.text import written_roman

__all__ = ["Numbering"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_LETTERS = 26
_MOST_ROMAN = 399


class _Level(msgspec.Struct, frozen=True):
    form: str
    pattern: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document, in order.

    Args:
        part: The root element of ``numbering.xml``, or None where there is none.
        styles: The root element of ``styles.xml``, or None.
    """

    def __init__(self, part: Any, styles: Any) -> None:  # noqa: ANN401  lxml has no types
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}
        self._of_style = _style_numbers(styles) if styles is not None else {}
        if part is not None:
            self._read(part)

    def _read(self, part: Any) -> None:  # noqa: ANN401  the same
        abstract = {
            each.get(f"{_W}abstractNumId"): {
                int(level.get(f"{_W}ilvl", "0")): _level(level) for level in each.findall(f"{_W}lvl")
            }
            for each in part.findall(f"{_W}abstractNum")
        }
        for number in part.findall(f"{_W}num"):
            base = number.find(f"{_W}abstractNumId")
            levels = dict(abstract.get(base.get(f"{_W}val") if base is not None else None, {}))
            for override in number.findall(f"{_W}lvlOverride"):
                index = int(override.get(f"{_W}ilvl", "0"))
                start = override.find(f"{_W}startOverride")
                if start is not None and index in levels:
                    levels[index] = msgspec.structs.replace(levels[index], start=_whole(start.get(f"{_W}val"), 1))
            self._levels[number.get(f"{_W}numId")] = levels

    def sign(self, paragraph: Any) -> tuple[str, int]:  # noqa: ANN401  the same
        """Give what Word shows before a paragraph, and how deep; ("", 0) where it counts nothing."""
        number, index = self._place(paragraph)
        level = self._levels.get(number, {}).get(index)
        if level is None or level.form == "none":
            return "", 0
        counts = self._counts.setdefault(number, [])
        while len(counts) <= index:
            above = self._levels[number].get(len(counts))
            counts.append((above.start if above else 1) - 1)
        counts[index] += 1
        del counts[index + 1 :]
        if level.form == "bullet":
            return "-", index
        return self._written(number, level, counts), index

    def _place(self, paragraph: Any) -> tuple[str, int]:  # noqa: ANN401  the same
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return "", 0
        own = properties.find(f"{_W}numPr")
        if own is not None:
            return _number_of(own)
        style = properties.find(f"{_W}pStyle")
        return self._of_style.get(style.get(f"{_W}val"), ("", 0)) if style is not None else ("", 0)

    def _written(self, number: str, level: _Level, counts: list[int]) -> str:
        def count(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            own = self._levels[number].get(index)
            value = counts[index] if index < len(counts) else 1
            return _form(value, level.form if index == len(counts) - 1 else own.form if own else "decimal")

        return _PLACE.sub(count, level.pattern).strip()


def _level(element: Any) -> _Level:  # noqa: ANN401  the same
    def value(tag: str, otherwise: str) -> str:
        found = element.find(f"{_W}{tag}")
        return str(found.get(f"{_W}val", otherwise)) if found is not None else otherwise

    return _Level(value("numFmt", "decimal"), value("lvlText", ""), _whole(value("start", "1"), 1))


def _style_numbers(styles: Any) -> dict[str, tuple[str, int]]:  # noqa: ANN401  the same
    found = {}
    for style in styles.findall(f"{_W}style"):
        own = style.find(f"{_W}pPr/{_W}numPr")
        if own is not None:
            found[style.get(f"{_W}styleId")] = _number_of(own)
    return found


def _number_of(element: Any) -> tuple[str, int]:  # noqa: ANN401  the same
    number, level = element.find(f"{_W}numId"), element.find(f"{_W}ilvl")
    return (
        str(number.get(f"{_W}val")) if number is not None else "",
        _whole(level.get(f"{_W}val"), 0) if level is not None else 0,
    )


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else otherwise  # noqa: PLR2004  a list is shorter


def _form(value: int, form: str) -> str:
    if form in {"lowerRoman", "upperRoman"} and 0 < value <= _MOST_ROMAN:
        roman = written_roman(value)
        return roman if form == "lowerRoman" else roman.upper()
    if form in {"lowerLetter", "upperLetter"} and value > 0:
        letters = chr(ord("a") + (value - 1) % _LETTERS) * ((value - 1) // _LETTERS + 1)
        return letters if form == "lowerLetter" else letters.upper()
    return str(value)

"""What styles, indentation and automatic numbers say of a paragraph in Markdown: ``#``, columns, "3."."""

from __future__ import annotations

from typing import Any

from goodoffices.draft.imports.numbering import Numbering

from .look import BASE_STYLE, COLUMN_TWIPS, FRONT_STYLES, PART_HEADING, STANDING, UNSEEN_STYLES

__all__ = ["Layout"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INDENT = 3
_MOST_COLUMNS = 120


class Layout:
    """Reads the looks of one document's paragraphs, in order (numbers are counted).

    Args:
        document: An opened document.

    Attributes:
        own: Did we write the document? Then the text of a paragraph is its line of Markdown.
        standing: Ids of the character styles in which the standing of a provision is set.
    """

    def __init__(self, document: Any) -> None:  # noqa: ANN401  python-docx has no types of its own
        styles = document.styles.element
        names = {
            str(style.get(f"{_W}styleId")): str(label.get(f"{_W}val")).lower()
            for style in styles.findall(f"{_W}style")
            if (label := style.find(f"{_W}name")) is not None
        }
        self.own = BASE_STYLE in names.values()
        self.standing = frozenset(key for key, name in names.items() if name == STANDING)
        self._levels = {key: level for key, name in names.items() if (level := _heading_level(name, own=self.own))}
        self._front = {key for key, name in names.items() if self.own and name in FRONT_STYLES}
        self._unseen = {key for key, name in names.items() if self.own and name in FRONT_STYLES | UNSEEN_STYLES}
        self._numbering = Numbering(_numbering_root(document), styles)

    def is_front(self, paragraph: Any) -> bool:  # noqa: ANN401  lxml has no types
        """Is it a line of the front matter?"""
        return _style(paragraph.find(f"{_W}pPr")) in self._front

    def has_attributes(self, paragraph: Any) -> bool:  # noqa: ANN401  the same
        """May hidden attributes of a provision end it?"""
        return self.own and _style(paragraph.find(f"{_W}pPr")) not in self._unseen

    def sign(self, paragraph: Any) -> tuple[str, int]:  # noqa: ANN401  the same
        """Give the number that Word counts for a paragraph and how deep it stands; ("", 0) for none."""
        return self._numbering.sign(paragraph)

    def leads(self, paragraph: Any, *, depth: int) -> tuple[str, str]:  # noqa: ANN401  the same
        """Give columns and ``#`` of a paragraph, as they were before a tracked change and as they are."""
        properties = paragraph.find(f"{_W}pPr")
        before = properties.find(f"{_W}pPrChange/{_W}pPr") if properties is not None else None
        now = self._lead(properties, depth=depth)
        return (self._lead(before, depth=depth) if before is not None else now), now

    def _lead(self, properties: Any, *, depth: int) -> str:  # noqa: ANN401  the same
        level = self._levels.get(_style(properties), 0)
        columns = _columns(properties) if self.own else 0
        if not level and depth and not columns:
            columns = _INDENT * depth
        return " " * columns + (f"{'#' * level} " if level else "")


def _heading_level(name: str, *, own: bool) -> int:
    """How many ``#`` a style stands for: the title 1, "Heading 1" 2; 0 for a style that is no heading."""
    if name == "title" or (own and name == PART_HEADING):
        return 1
    return min(int(name[8:]) + 1, 6) if name.startswith("heading ") and name[8:].isdigit() else 0


def _numbering_root(document: Any) -> Any:  # noqa: ANN401  the same
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return None  # a document without lists has no such part


def _style(properties: Any) -> str:  # noqa: ANN401  the same
    found = properties.find(f"{_W}pStyle") if properties is not None else None
    return str(found.get(f"{_W}val")) if found is not None else ""


def _columns(properties: Any) -> int:  # noqa: ANN401  the same
    """Columns of Markdown of the first line of a paragraph."""
    indent = properties.find(f"{_W}ind") if properties is not None else None
    if indent is None:
        return 0
    left = _twips(indent.get(f"{_W}left") or indent.get(f"{_W}start"))
    first = _twips(indent.get(f"{_W}firstLine")) - _twips(indent.get(f"{_W}hanging"))
    return max(0, min(round((left + first) / COLUMN_TWIPS), _MOST_COLUMNS))


def _twips(value: str | None) -> int:
    try:
        return int(float(value)) if value and len(value) < 12 else 0  # noqa: PLR2004  no page is wider
    except (ValueError, OverflowError):
        return 0

"""Paragraphs and runs as the XML of Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from xml.sax.saxutils import escape, quoteattr

import msgspec

from goodoffices.draft.imports.word.look import COLUMN_TWIPS, HANGING_COLUMNS, OWN_INITIALS
from goodoffices.draft.imports.word.remarks import Remark, read_remark

from .alignment import Row
from .inline import Look, Run
from .paragraphs import Paragraph
from .redlining import Stretch, stretches

__all__ = ["Body", "Comment"]

_PIECES = re.compile(r"[\t\n]|[^\t\n]+")
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_DIRECTIONS = re.compile(rf"[{_RTL}]+(?:[^\w]*[{_RTL}]+)*|[^{_RTL}]+")
_ELEMENTS = {"in": "ins", "out": "del", "moved in": "moveTo", "moved out": "moveFrom"}


class Comment(msgspec.Struct, frozen=True):
    """A comment as Word keeps it: its number, who made it, when (ISO 8601, or ""), and its words."""

    number: int
    author: str
    initials: str
    stamp: str
    words: str


class Body:
    """Writes the paragraphs of one document, and gathers the comments and links that they need.

    Args:
        author: Who made the changes.
        stamp: When, in ISO 8601.

    Attributes:
        comments: Those written so far.
        targets: The addresses of links; the first is relation ``link1``.
    """

    def __init__(self, author: str, stamp: str) -> None:
        self.comments: list[Comment] = []
        self.targets: list[str] = []
        self._author, self._stamp = author, stamp
        self._numbers = count(1)

    def paragraph(self, row: Row, remark: str = "") -> str:
        """Write one row.

        Args:
            row: What to show.
            remark: A comment on it, or "".
        """
        fate = row.fate
        shown = row.new or row.old
        assert shown is not None  # noqa: S101  a row has one of the two
        inside = "".join(self._stretch(each, fate) for each in stretches(row))
        if remark:
            inside = self._commented(inside, remark, fate)
        properties = _properties(shown, self._mark(shown, fate), self._format_change(row))
        written = f"<w:p>{properties}{inside}</w:p>"
        return self._ranged(written, row) if row.move else written

    def _mark(self, paragraph: Paragraph, fate: str) -> str:
        """Look and fate of the end of a paragraph."""
        change = f"<w:{_ELEMENTS[fate]}{self._change()}/>" if fate in _ELEMENTS else ""
        visible = any(not run.look.hidden for run in (*paragraph.marker, *paragraph.words)) or not paragraph.words
        hidden = "" if visible else "<w:vanish/>"
        return f"<w:rPr>{change}{hidden}</w:rPr>" if change or hidden else ""

    def _format_change(self, row: Row) -> str:
        if row.fate != "kept" or row.old is None or row.new is None or _format(row.old) == _format(row.new):
            return ""
        return f"<w:pPrChange{self._change()}><w:pPr>{_format(row.old)}</w:pPr></w:pPrChange>"

    def _change(self) -> str:
        return f' w:id="{next(self._numbers)}" w:author={quoteattr(self._author)} w:date="{self._stamp}"'

    def _stretch(self, stretch: Stretch, fate: str) -> str:
        change = fate if fate in _ELEMENTS else stretch.fate
        return "".join(self._run(run, _ELEMENTS.get(change, "")) for run in stretch.runs)

    def _run(self, run: Run, element: str) -> str:
        remark = read_remark(run.text) if run.look.hidden and run.text.startswith("<!--") else None
        if remark is not None:
            inside = self._reference(remark)
        else:
            inside = "".join(_run(text, run.look, element) for text in _DIRECTIONS.findall(run.text))
        if element:
            inside = f"<w:{element}{self._change()}>{inside}</w:{element}>"
        if run.look.target:
            self.targets.append(run.look.target)
            inside = f'<w:hyperlink r:id="link{len(self.targets)}">{inside}</w:hyperlink>'
        return inside

    def _reference(self, remark: Remark) -> str:
        """Set a comment of the text where it stands."""
        stamp = f"{remark.day.isoformat()}T00:00:00Z" if remark.day else ""
        initials = "".join(word[0] for word in remark.author.split())[:3]
        self.comments.append(Comment(len(self.comments), remark.author, initials, stamp, remark.words))
        return _comment_reference(self.comments[-1].number)

    def _commented(self, inside: str, remark: str, fate: str) -> str:
        """Tie a comment of ours to all of a paragraph."""
        number = len(self.comments)
        self.comments.append(Comment(number, self._author, OWN_INITIALS, self._stamp, remark))
        reference = _comment_reference(number)
        if fate in {"out", "moved out"}:
            reference = f"<w:{_ELEMENTS[fate]}{self._change()}>{reference}</w:{_ELEMENTS[fate]}>"
        return f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>{reference}'

    def _ranged(self, written: str, row: Row) -> str:
        """Name a move, so that Word knows which two paragraphs are one."""
        number, element = next(self._numbers), _ELEMENTS[row.fate]
        who = f'w:author={quoteattr(self._author)} w:date="{self._stamp}"'
        return (
            f'<w:{element}RangeStart w:id="{number}" {who} w:name="move{row.move}"/>{written}'
            f'<w:{element}RangeEnd w:id="{number}"/>'
        )


def _properties(paragraph: Paragraph, mark: str, change: str) -> str:
    return f"<w:pPr>{_format(paragraph)}{mark}{change}</w:pPr>"


def _format(paragraph: Paragraph) -> str:
    """Style, direction and indentation."""
    hanging = HANGING_COLUMNS if paragraph.is_hanging else 0
    left = (paragraph.columns + hanging) * COLUMN_TWIPS
    indent = f' w:hanging="{hanging * COLUMN_TWIPS}"' if hanging else ""
    return "".join(
        [
            f'<w:pStyle w:val="{paragraph.style}"/>',
            f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>' if hanging else "",
            "<w:bidi/>" if paragraph.is_right_to_left else "",
            f'<w:ind w:left="{left}"{indent}/>' if left else "",
        ]
    )


def _run(text: str, look: Look, element: str) -> str:
    tag, gone = "delText" if element == "del" else "t", element in {"del", "moveFrom"}
    pieces = (
        _SIGNS.get(piece) or f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>'
        for piece in _PIECES.findall(text)
    )
    properties = "".join(_look(look, is_right_to_left=bool(re.match(f"[{_RTL}]", text)), is_gone=gone))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{''.join(pieces)}</w:r>"


def _look(look: Look, *, is_right_to_left: bool, is_gone: bool) -> Iterator[str]:
    """The properties of a run, in the order of the schema."""
    if look.style:
        yield f'<w:rStyle w:val="{look.style}"/>'
    if look.bold:
        yield "<w:b/><w:bCs/>"
    if look.italic:
        yield "<w:i/><w:iCs/>"
    if look.hidden:
        yield "<w:vanish/>"
    if look.hidden and is_gone:
        yield '<w:sz w:val="2"/><w:szCs w:val="2"/>'  # LibreOffice shows what was deleted even where it is hidden
    if look.raised:
        yield '<w:vertAlign w:val="superscript"/>'
    if is_right_to_left:
        yield "<w:rtl/>"


def _comment_reference(number: int) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'

"""A text as the paragraphs that Word shows: one for each block, with its style, indentation and words."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

import msgspec

from goodoffices.draft.imports.word.standing import written_standing
from goodoffices.draft.text import Document, Provision, parse_text, to_markdown
from goodoffices.draft.text.attributes import OPENING, read_attributes, split_names
from goodoffices.draft.text.blocks import Block, cut_blocks
from goodoffices.draft.text.front import read_front
from goodoffices.draft.text.labels import Labels
from goodoffices.draft.text.lines import Line, cut_lines

from .inline import Look, Run, Runs, Signs, looks_of, signs_of, text_of

__all__ = ["Paragraph", "paragraphs_of", "plain_form"]

_FENCES = {"open", "bar", "close"}
_HIDDEN = Look(hidden=True)
_CONTROLS = {
    code: " " if chr(code).isspace() else "\ufffd"
    for code in (*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if chr(code) not in "\t\n\r"
}
"""What XML cannot hold: white space among it becomes a space, the rest a sign that something was there."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_TITLE = re.compile(r'title:\s*"?', re.IGNORECASE)


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph of Word.

    Attributes:
        style: Id of its style.
        sharps: For a heading, how many ``#`` it has in Markdown.
        columns: Columns of Markdown that it is set in by.
        marker: Its number, and the tab or space behind it.
        words: Its words and brackets.
        standing: Status, who agreed and when, as people read it.
        attributes: Its braces, and the space before them.
        provision: Id of the provision that it belongs to, or "".
        front: Is it a line of the front matter?
    """

    style: str
    sharps: int = 0
    columns: int = 0
    marker: Runs = ()
    words: Runs = ()
    standing: Runs = ()
    attributes: Runs = ()
    provision: str = ""
    front: bool = False

    @property
    def line(self) -> str:
        """Its line of Markdown, without indentation and ``#``."""
        return text_of((*self.marker, *self.words, *self.attributes)).replace("\t", " ", 1 if self.is_hanging else 0)

    @property
    def is_hanging(self) -> bool:
        """Does a tab stand behind its number?"""
        return bool(self.marker) and self.marker[-1].text.endswith("\t")

    @property
    def is_right_to_left(self) -> bool:
        """Is its first visible letter of a script that runs to the left?"""
        for run in (*self.words, *self.marker):
            if not run.look.hidden and (letter := _LETTER.search(run.text)):
                return bool(_RIGHT_TO_LEFT.match(letter[0]))
        return False


def paragraphs_of(document: Document) -> tuple[Paragraph, ...]:
    """Cut a text into the paragraphs that Word shows; an ordinary agreement gets its marks first."""
    if document.plain:
        document = parse_text(to_markdown(document), name=document.name, tolerant=True)
    source = document.source.translate(_CONTROLS)
    if source != document.source:
        document = parse_text(source, name=document.name, tolerant=True)
    return tuple(each for each in _Cutter(document).paragraphs() if each.line.strip())


def plain_form(document: Document) -> str:
    """Write a text in the form in which a trip to Word and back leaves it.

    Every block (heading, numbered item, paragraph, line of a bracket around provisions) stands on one line, with one
    blank line between blocks and one line end behind the last; white space at the ends of lines is gone, one space
    stands behind a number or ``#``; front matter has no blank lines; empty headings are gone. Words, ids, attributes,
    brackets, notes, comments and indentation stay to the character.
    """
    paragraphs = paragraphs_of(document)
    front = [each.line for each in paragraphs if each.front]
    lines = ["\n".join(["---", *front, "---"])] if front else []
    for each in paragraphs:
        if not each.front:
            sharps = "#" * each.sharps + " " if each.sharps else ""
            lines.append((" " * each.columns + sharps + each.line.replace("\n", "\n" + " " * each.columns)).rstrip())
    return "\n\n".join(lines) + "\n" if lines else ""


class _Cutter:
    def __init__(self, document: Document) -> None:
        self._document, self._source = document, document.source
        self._signs = signs_of(document)
        self._starts = [each.start for each in document.provisions]
        self._title_shown = False

    def paragraphs(self) -> Iterator[Paragraph]:
        source, lines = self._source, cut_lines(self._source)
        named = dict(self._document.meta).get("editors", "")
        labels = Labels((*self._document.parties, *split_names(named)) if self._document.parties else ())
        front = read_front(source, lines, lambda *_: None).lines
        blocks = cut_blocks(source, lines[front:], labels=labels)
        first = blocks[0] if blocks else None
        title = first is not None and _is_title(first, source)
        yield from self._front(lines[1 : max(front - 1, 1)], shows_title=not title)
        for block in blocks:
            if block.kind in _FENCES:
                yield self._fence(block)
            else:
                yield self._block(block, is_title=title and block is first)

    def _front(self, lines: Sequence[Line], *, shows_title: bool) -> Iterator[Paragraph]:
        """Give the lines of the front matter: hidden, but for a title that stands nowhere else."""
        for line in lines:
            text = self._source[line.start : line.end].rstrip()
            found = _TITLE.match(text) if shows_title else None
            value = text[found.end() :].removesuffix('"') if found else ""
            if found and value:
                end = text[found.end() + len(value) :]
                words = (Run(found[0], _HIDDEN), Run(value), Run(end, _HIDDEN))
                yield Paragraph(style="FrontTitle", words=tuple(run for run in words if run.text), front=True)
                shows_title = False
            elif text:
                yield Paragraph(style="FrontMatter", words=(Run(text, _HIDDEN),), front=True)

    def _fence(self, block: Block) -> Paragraph:
        text = self._source[block.first : block.end]
        signs = [Signs.LABEL] * len(text)
        if block.kind == "close":
            signs = [Signs.HIDDEN] * len(text)
        elif self._is_private(block):
            signs = [Signs.PRIVATE] * len(text)
        signs[0] = Signs.SIGN
        return Paragraph(style="BracketLine", columns=block.indent, words=looks_of(text, signs))

    def _is_private(self, block: Block) -> bool:
        return any(
            bracket.private
            and (bracket.start == block.first or any(each.start == block.first + 1 for each in bracket.alternatives))
            for bracket in self._document.brackets
        )

    def _block(self, block: Block, *, is_title: bool) -> Paragraph:
        provision = self._provision(block)
        start, sharps = block.first, 0
        while block.kind == "heading" and start < block.end and self._source[start] == "#" and sharps < block.level:
            start, sharps = start + 1, sharps + 1
        marker: Runs = ()
        if block.kind == "item" and block.marker is not None:
            separator = " " if block.marker.kind == "label" else "\t"
            marker = (Run(self._source[start : block.marker.end] + separator),)
            start = block.words
        text, signs = self._joined(block, start)
        tail = self._attributes(block, text, signs, provision)
        runs = looks_of(text[:tail], signs[:tail])
        standing = _standing(text[tail:])
        return Paragraph(
            style=self._style(block, provision, is_title=is_title),
            sharps=sharps,
            columns=block.indent,
            marker=marker,
            words=(Run(text, _HIDDEN),) if block.kind in {"comment", "rule"} else runs,
            standing=(Run(f" — {standing}", Look(style="Standing")),) if standing else (),
            attributes=(Run(text[tail:], _HIDDEN),) if tail < len(text) else (),
            provision=provision.id if provision else "",
        )

    def _provision(self, block: Block) -> Provision | None:
        index = bisect.bisect_right(self._starts, block.start) - 1
        found = self._document.provisions[index] if index >= 0 else None
        return found if found is not None and block.start < found.end else None

    def _joined(self, block: Block, start: int) -> tuple[str, list[int]]:
        """Join the lines of a block, and what each of their characters is."""
        label = block.marker is not None and block.marker.kind == "label"
        joiner = "\n" if block.kind == "comment" or (label and block.lines > 1) else " "
        pieces: list[str] = []
        signs: list[int] = []
        for line in cut_lines(self._source[start : block.end]):
            low, high = start + line.start, start + line.end
            while low < high and self._source[low].isspace():
                low += 1
            while high > low and self._source[high - 1].isspace():
                high -= 1
            if low == high:
                continue
            if pieces:
                pieces.append(joiner)
                signs.append(Signs.WORDS)
                low += joiner == " " and bool(re.match(r"\\\w", self._source[low:high]))
            pieces.append(self._source[low:high])
            signs.extend(self._signs[low:high])
        return "".join(pieces), signs

    def _attributes(self, block: Block, text: str, signs: Sequence[int], provision: Provision | None) -> int:
        """Offset of the space before the braces that end a block; the length of its text where there are none."""
        if provision is None or not text.endswith("}") or block.kind not in {"heading", "item", "paragraph"}:
            return len(text)
        tail = len(text)
        while tail and signs[tail - 1] == Signs.PLAIN:
            tail -= 1
        brace = text[tail:].lstrip()
        return tail if OPENING.match(brace) else len(text)

    def _style(self, block: Block, provision: Provision | None, *, is_title: bool) -> str:
        if is_title:
            return "Title"
        if block.kind == "heading":
            return f"Heading{block.level - 1}" if block.level > 1 else "PartHeading"
        if block.kind in {"note", "comment", "rule"}:
            return {"note": "Note", "comment": "Remark", "rule": "Rule"}[block.kind]
        if provision is None:
            first = self._starts[0] if self._starts else len(self._source)
            return "Preamble" if block.start < first and block.kind != "signatures" else "Signatures"
        headed = block.marker is not None and block.marker.kind == "label" and bool(provision.title)
        return "ArticleHeading" if headed else "Provision"


def _is_title(block: Block, source: str) -> bool:
    """Is the first block the title? As `parse_text` takes it."""
    heads = block.kind == "heading" and block.level == 1 and block.marker is None
    return heads and not source[block.words : block.end].endswith("}")


def _standing(attributes: str) -> str:
    """What people read of the braces that end a block."""
    brace = attributes.find("{")
    if brace < 0:
        return ""
    return written_standing(read_attributes(attributes, brace + 1, attributes.rindex("}"), lambda *_: None))

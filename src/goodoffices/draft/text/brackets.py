"""Brackets in running text: one pass with a stack over the words of one provision.

Links, images, footnote marks, code, comments and escaped signs are words.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec

from .attributes import OPENING, Attributes, read_attributes
from .labels import Labels
from .model import Alternative, Bracket, Part, Words

__all__ = ["DEEPEST", "Report", "Scanner", "Span"]

Span: TypeAlias = tuple[int, int]
Report: TypeAlias = Callable[[str, str, int, int], None]
"""Is told a fault: its kind, the sentence, and from where to where."""

DEEPEST = 40
"""Brackets stand in one another so deep and no deeper."""

_SIGN = re.compile(
    r"\\[^\w\s]|``(?:[^`\r\n]|`(?!`)|(?:\r\n|\r|\n)(?![^\S\r\n]*[\r\n]))*``|`(?:[^`\r\n]|(?:\r\n|\r|\n)(?![^\S\r\n]*[\r\n]))*`|<!--|<(?:https?|mailto):[^<>\s]*>|[\[\]|]"
)
_TARGET = re.compile(
    r"""\(\s{0,3}(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?)"""
    r"""(?:\s{1,3}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,3}\)"""
)
_REFERENCE = re.compile(r"\[([^\[\]|\n]{0,200})\]")
_NOTE = re.compile(r"\^[^\s\[\]|]{1,100}")
_EDITORS = re.compile(r"\s?(?:[A-Z]{2,10}|sic|signed|\.{2,4}|…)\s?")
_NOTE_NUMBER = re.compile(r"\d{1,3}|[a-z*†]")
_ATTRIBUTES_CHARS = 2000


def _is_editors(text: str, start: int, end: int) -> bool:
    """Is a bracket an editor's: an abbreviation, an omission, "sic", or the number of a footnote behind a word?"""
    attached = start > 0 and not text[start - 1].isspace() and text[start - 1] not in "([/-"
    return bool(_EDITORS.fullmatch(text, start + 1, end) or (attached and _NOTE_NUMBER.fullmatch(text, start + 1, end)))


class _Open(msgspec.Struct):
    """A bracket that has not closed yet: where its alternatives start, and the brackets found in each so far."""

    start: int
    starts: list[int]
    inner: list[list[Bracket]]


class Scanner:
    """Finds the words and brackets of a text.

    Args:
        text: The whole text.
        labels: Tells labels from words.
        report: Is told each fault.
        references: Names of link definitions, in lower case.
        editorial: Take an editor's brackets ("[sic]", "[OSCE]", "[1]" behind a word) for words.
    """

    def __init__(
        self,
        text: str,
        labels: Labels,
        report: Report,
        references: frozenset[str] = frozenset(),
        *,
        editorial: bool = False,
    ) -> None:
        self._text, self._labels, self._report, self._references = text, labels, report, references
        self._editorial = editorial
        self._spans: Sequence[Span] = ()

    def parts(self, spans: Sequence[Span]) -> tuple[Part, ...]:
        """Read the words and brackets of some spans of the text, in order; a bracket may reach over several."""
        self._spans = spans
        if not spans:
            return ()
        ground: list[Bracket] = []
        stack: list[_Open] = []
        for position in self._signs():
            sign = self._text[position]
            if sign == "[":
                stack.append(_Open(position, [position + 1], [[]]))
            elif sign == "|":
                if stack:
                    stack[-1].starts.append(position + 1)
                    stack[-1].inner.append([])
            elif not stack:
                self._report(
                    "unopened-bracket",
                    "this bracket closes and none is open; write \\] for a bracket that is a mere sign",
                    position,
                    position + 1,
                )
            else:
                self._close(stack, ground, position)
        self._unclosed(stack, ground)
        return self._between(spans[0][0], spans[-1][1], ground)

    def _signs(self) -> list[int]:
        """Offsets of the signs that count, links' brackets still among them."""
        signs = []
        for start, end in self._spans:
            position = start
            while found := _SIGN.search(self._text, position, end):
                position = found.end()
                if found[0] == "<!--":
                    close = self._text.find("-->", position, end)
                    position = close + 3 if close >= 0 else end
                elif found[0] in "[]|":
                    signs.append(found.start())
        return signs

    def _close(self, stack: list[_Open], ground: list[Bracket], position: int) -> None:
        opened = stack.pop()
        level = stack[-1].inner[-1] if stack else ground
        if len(opened.starts) == 1 and self._is_link(opened, position):
            return
        if len(stack) >= DEEPEST:
            self._report(
                "bracket-across",
                f"brackets stand in one another more than {DEEPEST} deep; close some",
                opened.start,
                position + 1,
            )
            return
        level.append(self._bracket(opened, position))

    def _is_link(self, opened: _Open, position: int) -> bool:
        """Is this the bracket of a link, an image or a footnote mark?"""
        text = self._text
        following = text[position + 1 : position + 2]
        if _NOTE.fullmatch(text, opened.start + 1, position):
            return True
        if self._editorial and _is_editors(text, opened.start, position):
            return True
        if following == "(" and position > opened.start + 1 and _TARGET.match(text, position + 1):
            return True
        if not self._references or position - opened.start > _ATTRIBUTES_CHARS:
            return False
        named = _REFERENCE.match(text, position + 1) if following == "[" else None
        own = text[opened.start + 1 : position].strip().lower()
        return own in self._references or bool(named and (named[1].strip().lower() or own) in self._references)

    def _bracket(self, opened: _Open, position: int) -> Bracket:
        ends = [start - 1 for start in opened.starts[1:]] + [position]
        alternatives = tuple(
            self._alternative(start, end, inner)
            for start, end, inner in zip(opened.starts, ends, opened.inner, strict=True)
        )
        attributes, end = self.behind(position + 1)
        return Bracket(
            alternatives=alternatives,
            start=opened.start,
            end=end,
            private=attributes.private,
            id=attributes.id,
            marking=attributes.marking,
        )

    def behind(self, position: int) -> tuple[Attributes, int]:
        """Read the attributes that follow a bracket with no space between."""
        if OPENING.match(self._text, position):
            close = self._text.find("}", position, position + _ATTRIBUTES_CHARS)
            if close >= 0:
                return read_attributes(self._text, position + 1, close, self._attribute_fault), close + 1
        return Attributes(), position

    def _attribute_fault(self, message: str, start: int, end: int) -> None:
        self._report("attribute", message, start, end)

    def _alternative(self, start: int, end: int, inner: list[Bracket]) -> Alternative:
        label, parties, words = self._labels.read(self._text, start, end)
        links, stop = self._links(words, end)
        return Alternative(
            label=label,
            parties=parties,
            parts=self._between(words, stop, inner),
            start=start,
            end=end,
            links=links.links,
            marking=links.marking,
        )

    def _links(self, start: int, end: int) -> tuple[Attributes, int]:
        """Read the attributes that end an alternative."""
        stop = end
        while stop > start and self._text[stop - 1].isspace():
            stop -= 1
        if stop > start and self._text[stop - 1] == "}":
            brace = self._text.rfind("{", max(start, stop - _ATTRIBUTES_CHARS), stop)
            if brace >= 0 and self._text[brace - 1] != "]" and OPENING.match(self._text, brace):
                return read_attributes(self._text, brace + 1, stop - 1, self._attribute_fault), brace
        return Attributes(), end

    def _between(self, start: int, end: int, inner: Sequence[Bracket]) -> tuple[Part, ...]:
        """The brackets in order, with the words around them."""
        parts: list[Part] = []
        position = start
        for bracket in inner:
            parts.extend(self._words(position, bracket.start))
            parts.append(bracket)
            position = bracket.end
        parts.extend(self._words(position, end))
        return tuple(parts)

    def _words(self, start: int, end: int) -> list[Words]:
        """The words between two offsets, without what lies between the spans."""
        found = []
        for low, high in self._spans if len(self._spans) < 3 else self._near(start, end):  # noqa: PLR2004  no search for two
            low, high = max(low, start), min(high, end)  # noqa: PLW2901  the overlap
            if low < high:
                found.append(Words(self._text[low:high], low, high))
        return found

    def _near(self, start: int, end: int) -> Sequence[Span]:
        first = bisect.bisect_right(self._spans, (start, len(self._text) + 1)) - 1
        last = bisect.bisect_left(self._spans, (end, 0))
        return self._spans[max(first, 0) : max(last, 0) + 1]

    def _unclosed(self, stack: list[_Open], ground: list[Bracket]) -> None:
        """Report the brackets that never close; what was found in them stands where they stand."""
        for opened in stack:
            self._report(
                "unclosed-bracket",
                "this bracket does not close before its provision ends; close it with ], or write \\[ for a mere sign",
                opened.start,
                opened.start + 1,
            )
            for inner in opened.inner:
                ground.extend(inner)

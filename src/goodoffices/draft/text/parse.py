"""Read the Markdown of the trade: a text in, a `Document` with exact positions out."""

from __future__ import annotations

import msgspec

from goodoffices.draft.errors import TextError

from .agreements import find_headings, part_closing_words
from .attributes import split_names
from .blocks import Block, cut_blocks
from .brackets import Scanner
from .edges import definition_name
from .front import Front, read_front
from .labels import Labels
from .lines import Places, cut_lines
from .model import Document, Fault
from .plain import plain_words
from .provisions import ProvisionMaker, make_brackets, spans_of
from .tree import grow

__all__ = ["LIMIT_CHARS", "parse_text"]

LIMIT_CHARS = 20_000_000
"""A longer text is refused."""
_TITLE_CHARS = 400


def parse_text(source: str, *, name: str = "", tolerant: bool = False, plain: bool = False) -> Document:
    """Read a negotiating text.

    Args:
        source: The text, kept to the character.
        name: Its file or other name, for messages.
        tolerant: Go on behind a fault and list it in `Document.faults`.
        plain: Read it as an ordinary agreement: the title may have no ``#``, and a paragraph may follow a bullet
            without being indented.

    Returns:
        The text taken apart.

    Raises:
        TextError: If the text breaks the grammar and is not read tolerantly: the first fault, with its line and column.
    """
    if len(source) > LIMIT_CHARS:
        msg = f"holds {len(source):,} characters, and a text may hold {LIMIT_CHARS:,}; cut it into several"
        raise TextError(msg, name=name)
    return _Parser(source, name, plain=plain).document(tolerant=tolerant)


class _Parser:
    def __init__(self, source: str, name: str, *, plain: bool) -> None:
        self._source, self._name, self._plain = source, name, plain
        self._faults: list[Fault] = []

    def document(self, *, tolerant: bool) -> Document:
        lines = cut_lines(self._source)
        front = read_front(self._source, lines, self._report)
        # a merge names in "editors" whose words stand in its brackets: their names are labels like those of parties
        labels = Labels((*front.parties, *split_names(front.value("editors"))) if front.parties else ())
        blocks = cut_blocks(self._source, lines[front.lines :], labels=labels)
        blocks = find_headings(blocks, self._source) if self._plain else blocks
        title = self._title(blocks)
        tree = grow(blocks[1:] if title else blocks, self._source, plain=self._plain)
        if self._plain:
            part_closing_words(tree, self._source)
        scanner = Scanner(self._source, labels, self._report, self._references(blocks), editorial=self._plain)
        provisions = ProvisionMaker(self._source, scanner, self._report).provisions(tree.nodes)
        return Document(
            source=self._source,
            name=self._name,
            title=self._title_words(title, front),
            parties=front.parties,
            marking=front.marking,
            meta=front.meta,
            preamble=scanner.parts(spans_of(tree.preamble, self._source)),
            provisions=provisions,
            closing=scanner.parts(spans_of(tree.closing, self._source, numbers=True)),
            brackets=make_brackets(self._source, tree.fences, provisions, scanner, labels),
            faults=self._placed(tolerant=tolerant),
            plain=self._plain,
        )

    def _title(self, blocks: list[Block]) -> Block | None:
        """The block of the title: a first heading of the first level without a number, or a plain first line."""
        first = blocks[0] if blocks else None
        if first is None or first.marker is not None:
            return None
        words = self._source[first.words : first.end]
        if first.kind == "heading":
            return first if first.level == 1 and not words.endswith("}") else None
        short = len(words) <= _TITLE_CHARS and not words.endswith((".", ";", ":", ",", "}"))
        return first if self._plain and first.kind == "paragraph" and short and len(blocks) > 1 else None

    def _title_words(self, title: Block | None, front: Front) -> str:
        """The title in the front matter, or the words of its block."""
        given = front.value("title").strip('"')
        return given or (plain_words(self._source[title.words : title.end]) if title else "")

    def _references(self, blocks: list[Block]) -> frozenset[str]:
        """Names to which links of the form ``[words][name]`` may point."""
        names = (definition_name(self._source, each.first, each.end) for each in blocks if each.kind == "note")
        return frozenset(name.lower() for name in names if name and not name.startswith("^"))

    def _report(self, kind: str, message: str, start: int, end: int) -> None:
        self._faults.append(Fault(kind, message, start, end))

    def _placed(self, *, tolerant: bool) -> tuple[Fault, ...]:
        """The faults in order, each with its line and column; raises the first unless the text is read tolerantly."""
        if not self._faults:
            return ()
        places = Places(self._source)
        faults = []
        for fault in sorted(self._faults, key=lambda each: each.start):
            line, column = places.at(fault.start)
            faults.append(msgspec.structs.replace(fault, line=line, column=column))
        if not tolerant:
            first = faults[0]
            raise TextError(first.message, name=self._name, line=first.line, column=first.column)
        return tuple(faults)

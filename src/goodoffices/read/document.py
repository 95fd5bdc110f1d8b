"""A report taken apart once: its blocks, its parsed sentences, and the offsets that lead back into its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Evidence, Report

from .layout import Block, lay_out
from .pipeline import parse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["Passage", "Sentence", "offset_of", "open_passages", "passages_of", "sentence_of"]


class Sentence(msgspec.Struct, frozen=True, eq=False):
    """One sentence of prose (or of an item, a heading, a cell).

    Attributes:
        report: The report that it stands in.
        block: The block that it stands in.
        span: Its tokens.
        start: Offset of its first character in the report's text.
        end: Offset behind its last.
        number: Its place in the report, counted over all blocks.
    """

    report: Report
    block: Block
    span: Span
    start: int
    end: int
    number: int

    @property
    def text(self) -> str:
        """Its characters, as the report has them."""
        return self.report.text[self.start : self.end]

    def evidence(self) -> Evidence:
        """Cite the whole sentence."""
        return self.report.evidence(self.start, self.end)


class Passage(msgspec.Struct, frozen=True, eq=False):
    """One parsed block.

    Attributes:
        block: Its layout.
        doc: Its parse; `offset_of` gives a token's place in the report's text.
        sentences: In order.
        number: Index of the block.
    """

    block: Block
    doc: Doc
    sentences: tuple[Sentence, ...]
    number: int


def offset_of(token: Token) -> int:
    """Offset of a token's first character in the report's text."""
    return int(token.idx) + int(token.doc.user_data["offset"])


def sentence_of(token: Token) -> Sentence:
    """The sentence that a token stands in."""
    sentence: Sentence = token.doc.user_data["sentence_of"][token.i]
    return sentence


def open_passages(report: Report, blocks: Sequence[Block] | None = None) -> tuple[Passage, ...]:
    """Parse a report block by block; tables are left to the readers of tables.

    Args:
        report: The report.
        blocks: Its layout, if it is known already.

    Returns:
        A passage for every heading, paragraph and item, in the order of the text.
    """
    blocks = lay_out(report) if blocks is None else blocks
    prose = [(n, block) for n, block in enumerate(blocks) if block.kind != "table"]
    return passages_of(report, prose)


def passages_of(report: Report, prose: Sequence[tuple[int, Block]], start: int = 0) -> tuple[Passage, ...]:
    """Parse some blocks.

    Args:
        report: The report.
        prose: The blocks, each with its number.
        start: The number of their first sentence.
    """
    docs = parse(report.text[block.start : block.end] for _, block in prose)
    passages, count = [], start
    for (number, block), doc in zip(prose, docs, strict=True):
        passage = _passage(report, block, number, doc, count)
        count += len(passage.sentences)
        passages.append(passage)
    return tuple(passages)


def _passage(report: Report, block: Block, number: int, doc: Doc, count: int) -> Passage:
    doc.user_data["offset"] = block.start
    doc.user_data["dated"] = block.dated is not None
    spans = list(_whole_sentences(doc))
    sentences = tuple(_sentence(report, block, span, count + n) for n, span in enumerate(spans))
    where: list[Sentence | None] = [None] * len(doc)
    for sentence in sentences:
        where[sentence.span.start : sentence.span.end] = [sentence] * len(sentence.span)
    doc.user_data["sentence_of"] = where
    return Passage(block, doc, sentences, number)


def _sentence(report: Report, block: Block, span: Span, number: int) -> Sentence:
    text = span.text
    start = block.start + span.start_char + len(text) - len(text.lstrip())
    end = block.start + span.start_char + len(text.rstrip())
    return Sentence(report, block, span, start, max(end, start), number)


def _whole_sentences(doc: Doc) -> Iterator[Span]:
    """The parser's sentences, with the pieces joined that it cuts off inside a quotation or before a small letter."""
    start = 0
    spans: Iterable[Span] = list(doc.sents)
    ends = [span.end for span in spans]
    for n, end in enumerate(ends):
        if n + 1 < len(ends) and _continues(doc, end):
            continue
        if doc[start:end].text.strip():
            yield doc[start:end]
        start = end


def _continues(doc: Doc, end: int) -> bool:
    """Does the text before token `end` go on behind it?"""
    following = doc[end]
    before = doc[end - 1]
    if "\n\n" in before.text_with_ws:
        return False
    if following.text[:1].islower() or following.text in {",", ";", ")", "%"}:
        return True
    if following.text in {'"', "'"} and before.text in {".", "!", "?", ","} and not before.whitespace_:
        return end + 1 >= len(doc) or not following.whitespace_ or doc[end + 1].text[:1].islower()
    return before.text[-1:] not in ".!?:;\"')" and before.text.strip() != "" and not before.is_space

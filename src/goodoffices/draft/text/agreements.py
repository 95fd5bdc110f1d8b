"""What only ordinary agreements have: headings without ``#``, page numbers, and words behind the last point."""

from __future__ import annotations

import functools
import re

import msgspec

from .blocks import Block
from .edges import behind, trimmed
from .nodes import Node, Tree
from .vocabulary import marker_words

__all__ = ["find_headings", "part_closing_words"]

_PAGE = re.compile(r"(?:page\s)?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:of|/)\s?\d{1,4})?", re.IGNORECASE)
_PAGE_CHARS = 20
_HEADING_CHARS = 90
_HEADING_WORDS = 10
_CAPITALS_RANK = 12
"""A line in capitals stands beside a bare "Title" (see `tree`): over chapters and articles."""
_SHORT_LINE_RANK = 19
"""A short line stands under everything that is labelled."""
_FEW = 3
_WORD = re.compile(r"\w+")


def find_headings(blocks: list[Block], text: str) -> list[Block]:
    """Find the headings that are only short lines, and leave page numbers out.

    Args:
        blocks: The blocks of an ordinary agreement.
        text: Its text.

    Returns:
        The blocks, with headings where a label has its words in the next line, and where a line stands over others.
    """
    blocks = [block for block in blocks if not _is_page_number(block, text)]
    numbered = any(block.marker or block.kind == "heading" for block in blocks)
    found: list[Block] = []
    started, signing = not numbered, False
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        started = started or block.marker is not None or block.kind == "heading"
        signing = block.kind == "signatures" or (signing and not _labelled(block))
        if signing:
            found.append(block)
        elif found and _awaits_heading(found[-1], text) and _could_head(block, text):
            found[-1] = msgspec.structs.replace(found[-1], kind="heading", words=block.words, end=block.end)
        elif found and _is_empty(found[-1], text):
            heads = block.kind == "paragraph" and _heads_words(block, after, text)
            found[-1:] = [_joined(found[-1], block)] if heads else [found[-1], block]
        elif block.kind == "item" and _heads_words(block, after, text):
            found.append(msgspec.structs.replace(block, headed=True))
        elif index and _is_heading(block, after, text, started=started):
            rank = _CAPITALS_RANK if _in_capitals(block, text) else _SHORT_LINE_RANK
            found.append(msgspec.structs.replace(block, kind="heading", level=rank))
        else:
            found.extend(_second_line(block, text))
    return found


def _is_page_number(block: Block, text: str) -> bool:
    return (
        block.lines == 1
        and block.end - block.first <= _PAGE_CHARS
        and block.kind in {"paragraph", "item"}
        and text[block.end - 1] != "."
        and bool(_PAGE.fullmatch(text, block.first, block.end))
    )


def _labelled(block: Block) -> bool:
    return block.kind == "heading" or (block.marker is not None and block.marker.kind == "label")


def _awaits_heading(block: Block, text: str) -> bool:
    """Is it "Article 5" with nothing behind it?"""
    return _labelled(block) and block.kind == "item" and not text[block.words : block.end].strip()


def _is_empty(block: Block, text: str) -> bool:
    """Is it a number alone on its line?"""
    return block.kind == "item" and not text[block.words : block.end].strip()


def _joined(number: Block, words: Block) -> Block:
    """A number alone on its line, and its heading in the next."""
    return msgspec.structs.replace(number, words=words.words, end=words.end, headed=True)


def _heads_words(block: Block, after: Block | None, text: str) -> bool:
    """Is "1. Ceasefire" the heading of the sentences, or of the "1.1", that follow it?"""
    marker = block.marker
    if after is None or (marker is not None and marker.kind != "number") or not _could_head(block, text):
        return False
    if after.kind == "paragraph":
        return text[after.end - 1] in ".;:" and text[after.words].isupper() and after.indent >= block.indent
    above = marker.readings[0].path if marker else ()
    below = after.marker.readings[0].path if after.marker else ()
    return bool(above) and len(below) > len(above) and below[: len(above)] == above


def _could_head(block: Block, text: str) -> bool:
    words = text[block.words : block.end]
    if block.kind not in {"paragraph", "item"} or block.lines > 1 or len(words) > _HEADING_CHARS:
        return False
    if not words or words[0].islower() or (block.kind == "item" and block.headed):
        return False
    if words[-1] in ".;:,!?" or "[" in words:
        return False
    found = [word.casefold() for word in _WORD.findall(words)]
    return 0 < len(found) <= _HEADING_WORDS and _telling().isdisjoint(found)


def _is_heading(block: Block, after: Block | None, text: str, *, started: bool) -> bool:
    """Does a short line stand over what follows? Not before the first number, where it belongs to the preamble."""
    words = text[block.words : block.end]
    if (
        block.kind != "paragraph"
        or not started
        or after is None
        or not _could_head(block, text)
        or words.casefold() in _preambles()
    ):
        return False
    if _in_capitals(block, text):
        return True
    opens = after.marker is not None and any(reading.value <= 1 for reading in after.marker.readings)
    sentence = after.kind == "paragraph" and text[after.end - 1] in ".;:" and after.end - after.words > 2 * len(words)
    return (opens or sentence) and words[0].isupper() and not any(sign.isdigit() for sign in words)


def _in_capitals(block: Block, text: str) -> bool:
    words = text[block.words : block.end]
    return words.isupper() and sum(map(str.isalpha, words)) > _FEW


def _second_line(block: Block, text: str) -> list[Block]:
    """Part "Article 5. Withdrawal", its heading in the same line or the next, from its words in the lines behind."""
    marker = block.marker
    if marker is None or marker.kind != "label" or block.kind != "item" or block.lines == 1:
        return [block]
    start = behind(text, block.words, block.end)
    line_end = text.find("\n", start, block.end)
    head_end = trimmed(text, start, line_end if line_end >= 0 else block.end)
    head = msgspec.structs.replace(block, kind="paragraph", marker=None, words=start, end=head_end, lines=1)
    rest = behind(text, head_end, block.end)
    if not _could_head(head, text) or text[rest : rest + 1].islower():
        return [block]
    titled = msgspec.structs.replace(block, kind="heading", words=start, end=head_end, lines=1)
    if rest >= block.end:
        return [titled]
    return [titled, Block(kind="paragraph", start=rest, first=rest, words=rest, end=block.end, indent=block.indent)]


def part_closing_words(tree: Tree, text: str) -> None:
    """Part from the last point of a list what follows it, where no other point of the list has a second paragraph."""
    lists: dict[tuple[int, str], list[Node]] = {}
    for node in tree.nodes:
        if node.rank < 0 and node.reading is not None and node.reading.style != "-":
            lists.setdefault((id(node.parent), node.reading.style), []).append(node)
    for members in lists.values():
        last = members[-1]
        if len(members) > _FEW and last is tree.nodes[-1] and not any(_further(each, text) for each in members[:-1]):
            further = _further(last, text)
            if further:
                last.blocks = last.blocks[: -len(further)]
                tree.nodes.append(
                    Node(parent=last.parent, level=last.level, indent=last.indent, blocks=further, within=last.within)
                )


def _further(node: Node, text: str) -> list[Block]:
    """The paragraphs of a point behind its first that do not go on with a sentence."""
    blocks = [block for block in node.blocks if block.words < block.end]
    for index, block in enumerate(blocks[1:], start=1):
        if text[block.words].isupper() and text[blocks[index - 1].end - 1] in ".!?;":
            return blocks[index:]
    return []


@functools.cache
def _telling() -> frozenset[str]:
    return frozenset(marker_words()["headings"]["telling"])


@functools.cache
def _preambles() -> frozenset[str]:
    return frozenset(marker_words()["headings"]["preambles"])

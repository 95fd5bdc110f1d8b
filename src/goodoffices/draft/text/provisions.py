"""Provisions of the nodes of the tree: their words, attributes, numbers and ids."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from .attributes import OPENING, Attributes, read_attributes
from .blocks import Block
from .brackets import Report, Scanner, Span
from .labels import Labels
from .lines import Places
from .model import Alternative, Bracket, Place, Provision
from .naming import Names
from .nodes import Fence, Node
from .plain import read_aloud

__all__ = ["ProvisionMaker", "make_brackets", "spans_of"]

_ATTRIBUTES_CHARS = 4000


def spans_of(blocks: Sequence[Block], text: str, *, numbers: bool = False) -> list[Span]:
    """Where the words of some blocks stand; blocks with white space only between them are one span.

    Args:
        blocks: Blocks in order.
        text: The whole text.
        numbers: Are their numbers and bullets words too?
    """
    spans: list[Span] = []
    for block in blocks:
        start = block.first if numbers else block.words
        if start >= block.end:
            continue
        if spans and start == block.first and text[spans[-1][1] : start].isspace():
            spans[-1] = (spans[-1][0], block.end)
        else:
            spans.append((start, block.end))
    return spans


class ProvisionMaker:
    """Makes the provisions of one text.

    Args:
        text: The whole text.
        scanner: Finds words and brackets.
        report: Is told each fault.
    """

    def __init__(self, text: str, scanner: Scanner, report: Report) -> None:
        self._text, self._scanner, self._report = text, scanner, report

    def provisions(self, nodes: Sequence[Node]) -> tuple[Provision, ...]:
        """Make the provisions of the nodes, in order, each with an id of its own."""
        made = [self._provision(node) for node in nodes]
        ids = self._ids(made)
        places = {id(node): index for index, node in enumerate(nodes)}
        above = [places[id(node.parent)] if node.parent else -1 for node in nodes]
        reach = [each.end for each in made]
        for index in range(len(made) - 1, -1, -1):
            if above[index] >= 0:
                reach[above[index]] = max(reach[above[index]], reach[index])
        return tuple(
            msgspec.structs.replace(
                each, id=ids[index], parent=ids[above[index]] if above[index] >= 0 else "", whole_end=reach[index]
            )
            for index, each in enumerate(made)
        )

    def _provision(self, node: Node) -> Provision:
        attributes, blocks, heading = self._take_attributes(node)
        title = self._scanner.parts(spans_of([heading] if heading else [], self._text))
        body = self._scanner.parts(spans_of(blocks, self._text))
        marker, first = node.marker, node.heading or node.blocks[0]
        last = node.blocks[-1] if node.blocks else first
        return Provision(
            id=attributes.id,
            number=marker.number if marker else "",
            heading=read_aloud(title),
            level=node.level,
            start=node.start,
            end=last.end,
            marker=self._text[_sign_start(self._text, first) : marker.end] if marker else "",
            named=bool(attributes.id),
            title=title,
            body=body,
            text=read_aloud(body),
            status=attributes.status,
            agreed_by=attributes.by,
            agreed_on=attributes.on,
            links=attributes.links,
            marking=attributes.marking,
            note=attributes.note,
            private=attributes.private,
            within=node.within,
        )

    def _take_attributes(self, node: Node) -> tuple[Attributes, list[Block], Block | None]:
        """Read the attributes that end a paragraph of the node, and give its blocks without them."""
        found = Attributes()
        taken: list[Block] = []
        for block in ([node.heading] if node.heading else []) + node.blocks:
            brace = self._brace(block)
            if brace < 0:
                taken.append(block)
                continue
            if found != Attributes():
                self._report(
                    "attribute",
                    "this provision has attributes already; write them in one pair of braces",
                    brace,
                    block.end,
                )
            found = read_attributes(self._text, brace + 1, block.end - 1, self._attribute_fault)
            end = brace
            while end > block.words and self._text[end - 1].isspace():
                end -= 1
            taken.append(msgspec.structs.replace(block, end=end))
        return (found, taken[1:], taken[0]) if node.heading else (found, taken, None)

    def _brace(self, block: Block) -> int:
        """Offset of the brace that opens the attributes at the end of a block; -1 where there are none."""
        text = self._text
        if text[block.end - 1] != "}" or block.end <= block.words:
            return -1
        brace = text.rfind("{", max(block.words, block.end - _ATTRIBUTES_CHARS), block.end)
        if brace < 0 or not OPENING.match(text, brace) or text[brace - 1] in "]\\":
            return -1
        return brace

    def _attribute_fault(self, message: str, start: int, end: int) -> None:
        self._report("attribute", message, start, end)

    def _ids(self, made: Sequence[Provision]) -> list[str]:
        """Give each provision an id; an id that is written twice is a fault, and the second gets another."""
        written: dict[str, int] = {}
        places = Places(self._text)
        names = Names({each.id for each in made if each.id})
        ids = []
        for each in made:
            if each.id and each.id not in written:
                written[each.id] = each.start
                ids.append(each.id)
                continue
            if each.id:
                line = places.at(written[each.id])[0]
                brace = self._text.rfind(f"#{each.id}", each.start, each.end)
                self._report(
                    "duplicate-id",
                    f"the id {each.id!r} is that of the provision at line {line}; give one of them another",
                    brace,
                    brace + len(each.id) + 1,
                )
            ids.append(names.give(each.id or each.heading or each.text, each.number))
        return ids


def make_brackets(
    text: str, fences: Sequence[Fence], provisions: Sequence[Provision], scanner: Scanner, labels: Labels
) -> tuple[Bracket, ...]:
    """Make the brackets around whole provisions of their lines."""
    inside: dict[Place, list[str]] = {}
    for each in provisions:
        for place in each.within:
            inside.setdefault(place, []).append(each.id)
    return tuple(_bracket(text, fence, inside, scanner, labels) for fence in fences)


def _bracket(text: str, fence: Fence, inside: dict[Place, list[str]], scanner: Scanner, labels: Labels) -> Bracket:
    attributes, end = scanner.behind(fence.lines[-1].first + 1)
    alternatives = []
    for index, (line, after) in enumerate(pairwise(fence.lines)):
        label, parties, _ = labels.read(text, line.first + 1, line.end)
        ids = tuple(inside.get(Place(fence.index, index), ()))
        alternatives.append(
            Alternative(label=label, parties=parties, start=line.first + 1, end=after.first, provisions=ids)
        )
    return Bracket(
        alternatives=tuple(alternatives),
        start=fence.lines[0].first,
        end=end,
        private=attributes.private,
        id=attributes.id,
        marking=attributes.marking,
    )


def _sign_start(text: str, block: Block) -> int:
    """Where the number of a block starts, behind the ``#`` of a heading."""
    start = block.first
    while block.level and text[start] in "# \t":
        start += 1
    return start

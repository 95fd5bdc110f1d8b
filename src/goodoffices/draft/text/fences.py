"""The lines of brackets around whole provisions: ``[North:``, ``| South:`` and ``]``, each alone on its line."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from .brackets import DEEPEST
from .edges import trimmed
from .labels import Labels
from .lines import Line
from .markers import find_marker

__all__ = ["FenceKind", "find_fences"]

FenceKind: TypeAlias = Literal["open", "bar", "close"]

_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_FENCE_CHARS = 120
_CLOSE = re.compile(r"\](?:\{[^{}\n]{0,500}\})?\s*$")


def find_fences(text: str, lines: list[Line], labels: Labels) -> dict[int, FenceKind]:
    """Find the lines that open, part and close brackets around whole provisions.

    Only a bracket with a numbered line or a heading in it is one; any other is a bracket in running text.

    Args:
        text: The whole text.
        lines: Its lines.
        labels: Tells the labels of alternatives from words.

    Returns:
        The index of each such line, with what it does.
    """
    kinds: dict[int, FenceKind] = {}
    stack: list[tuple[list[int], int]] = []
    numbered = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        sign = text[line.first]
        if sign == "[" and len(stack) < DEEPEST and _alone(text, line, labels):
            stack.append(([index], numbered))
        elif sign == "|" and stack and _alone(text, line, labels):
            stack[-1][0].append(index)
        elif sign == "]" and stack and _CLOSE.match(text, line.first, line.end):
            members, before = stack.pop()
            if numbered > before:
                kinds.update({members[0]: "open", index: "close"})
                kinds.update(dict.fromkeys(members[1:], "bar"))
        elif _HEADING.match(text, line.first, line.end) or find_marker(text, line.first, line.end):
            numbered += 1
    return kinds


def _alone(text: str, line: Line, labels: Labels) -> bool:
    """Does the line hold a ``[`` or ``|`` and at most a label?"""
    end = trimmed(text, line.first, line.end)
    if end == line.first + 1:
        return True
    if end - line.first > _FENCE_CHARS or text[end - 1] != ":":
        return False
    return labels.read(text, line.first + 1, end)[2] == end

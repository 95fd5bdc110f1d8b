"""The blocks of a page as they are made: under which heading, in which list, in whose turn and entry each stands."""

from __future__ import annotations

import re
from typing import Literal

from .headings import says_who_or_when
from .layout import Block, Cell
from .lines import ends_sentence
from .markers import Depth

__all__ = ["Making"]

_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]][.*_]*")
_LEADS_IN = re.compile(r"\b(?:following|below|as follows)\b", re.IGNORECASE)
_LEAD_CHARS = 200


class Making:
    """The blocks made so far, and what the next one belongs to."""

    def __init__(self, text: str) -> None:
        """Start a page with no blocks."""
        self._text = text
        self._blocks: list[Block] = []
        self._headings: list[tuple[int, int]] = []
        self._depth = Depth()
        self._list_lead: int | None = None
        self._speaker: Cell | None = None
        self._dated: Cell | None = None
        self._day_heads = False
        self._bare_list = False

    def _heading(self, start: int, end: int, level: int) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._add("heading", start, end, level=level)
        self._headings.append((level, len(self._blocks) - 1))
        self._end_list()
        self._speaker = None
        self._dated, self._day_heads = None, False

    def _paragraph(self, start: int, end: int, *, spoken: bool = True) -> None:
        """Add a paragraph; a stage direction or a quoted one is not said by the one whose turn it is."""
        aside = end - start < _LEAD_CHARS and _ASIDE.fullmatch(self._text[start:end].strip("*_ "))
        self._add("paragraph", start, end, speaker=self._speaker if spoken and not aside else None)

    def _add(
        self,
        kind: Literal["heading", "paragraph", "item", "table"],
        start: int,
        end: int,
        *,
        level: int = 0,
        lead: int | None = None,
        rows: tuple[tuple[tuple[int, int], ...], ...] = (),
        speaker: Cell | None = None,
    ) -> None:
        self._blocks.append(
            Block(
                kind=kind,
                start=start,
                end=end,
                level=level,
                rows=tuple(tuple(Cell(*cell) for cell in row) for row in rows),
                heading=self._headings[-1][1] if self._headings else None,
                lead=lead,
                speaker=self._speaker if kind == "item" else speaker,
                dated=None if kind == "heading" else self._dated,
            )
        )

    def _lead(self) -> int | None:
        """Index of the block above, where it leads in what comes."""
        if not self._blocks or self._blocks[-1].kind not in {"paragraph", "item"}:
            return None
        block = self._blocks[-1]
        text = self._text[max(block.start, block.end - _LEAD_CHARS) : block.end]
        leads = not ends_sentence(text) and text[-1] not in ";," and block.kind == "paragraph"
        leads = leads and not says_who_or_when(text)
        leads = leads or text.rstrip("*_ ").endswith(":") or _LEADS_IN.search(text) is not None
        return len(self._blocks) - 1 if leads else None

    def _in_list(self) -> bool:
        return bool(self._blocks) and (self._blocks[-1].kind == "item" or self._list_lead is not None)

    def _end_list(self) -> None:
        self._depth.clear()
        self._list_lead = None
        self._bare_list = False

"""The pages as a terminal and Markdown show them, both from the same blocks."""

from __future__ import annotations

from .blocks import Block, as_markdown, as_text
from .report import report_blocks
from .scores import score_blocks
from .state import state_blocks
from .trends import trend_blocks

__all__ = ["Block", "as_markdown", "as_text", "report_blocks", "score_blocks", "state_blocks", "trend_blocks"]

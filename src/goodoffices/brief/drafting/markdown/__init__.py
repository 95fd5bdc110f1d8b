"""The draft pages in Markdown, from the same view models as the pages."""

from __future__ import annotations

from .comparison import comparison_to_markdown
from .rolling import rolling_to_markdown

__all__ = ["comparison_to_markdown", "rolling_to_markdown"]

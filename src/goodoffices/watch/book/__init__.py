"""The watch book: everything of one agreement in one folder."""

from __future__ import annotations

from .book import Book

__all__ = ["Book"]

"""Ordinary agreements, in Markdown, plain text, HTML or DOCX, to a `Document` with its provisions found."""

from .page import markdown_of_html
from .read import read_draft, read_draft_bytes

__all__ = ["markdown_of_html", "read_draft", "read_draft_bytes"]

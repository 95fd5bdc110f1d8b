"""The brief as Markdown: the same sections, with the quotes as footnotes, to be pasted into a note."""

from .document import to_markdown

__all__ = ["to_markdown"]

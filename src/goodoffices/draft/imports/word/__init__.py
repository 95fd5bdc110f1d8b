"""A Word document as a text: numbers as Word counts them, tracked changes as alternatives with their authors."""

from .document import Changes, WordsOf, markdown_of_docx, plain_words_of, read_docx
from .package import open_docx

__all__ = ["Changes", "WordsOf", "markdown_of_docx", "open_docx", "plain_words_of", "read_docx"]

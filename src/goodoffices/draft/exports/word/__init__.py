"""A negotiating text in Word: tracked changes against an earlier version, and the way back."""

from .document import to_docx
from .paragraphs import plain_form

__all__ = ["plain_form", "to_docx"]

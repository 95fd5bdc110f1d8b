"""The Markdown of the trade: provisions, brackets, statuses and links, read and written back to the character."""

from .attributes import Attributes, write_attributes
from .markers import written_roman
from .model import Alternative, Bracket, Document, Fault, Links, Part, Place, Point, Provision, Status, Words
from .numbering import call_provisions
from .parse import parse_text
from .plain import paragraphs, plain_words, read_aloud, resolved, spoken
from .points import full_number, name_of, points
from .safe import escape, safe_paragraph, safe_words
from .sketch import Choice, ChoiceText, Clause, Sketch, clause_of, sketch_of
from .vocabulary import status_label
from .write import to_markdown, write_clause, write_sketch

__all__ = [
    "Alternative",
    "Attributes",
    "Bracket",
    "Choice",
    "ChoiceText",
    "Clause",
    "Document",
    "Fault",
    "Links",
    "Part",
    "Place",
    "Point",
    "Provision",
    "Sketch",
    "Status",
    "Words",
    "call_provisions",
    "clause_of",
    "escape",
    "full_number",
    "name_of",
    "paragraphs",
    "parse_text",
    "plain_words",
    "points",
    "read_aloud",
    "resolved",
    "safe_paragraph",
    "safe_words",
    "sketch_of",
    "spoken",
    "status_label",
    "to_markdown",
    "write_attributes",
    "write_clause",
    "write_sketch",
    "written_roman",
]

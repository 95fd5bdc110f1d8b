"""The text as it leaves the house: for an audience, as Markdown, HTML, PDF, DOCX or Akoma Ntoso.

`goodoffices.draft.exports.word`, `.akn` and `.pages` write one form each, of whatever text they are given: `export` is
the door that sees to the audience first.
"""

from .audience import FOR_OTHERS, for_audience, marked_as_version, withheld
from .exporting import FORMS, Form, export
from .showing import Withheld

__all__ = ["FORMS", "FOR_OTHERS", "Form", "Withheld", "export", "for_audience", "marked_as_version", "withheld"]

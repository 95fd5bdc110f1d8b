"""What a negotiating text looks like in Word: the styles by which the import knows what the export wrote.

The text of a paragraph, hidden runs among it, is its line of Markdown to the character. Hidden are the marks that only
Markdown needs: ids and links in braces, backslashes, ``**``. What a style or an indentation shows is not written too:
``#``, columns, the tab behind a number, the standing of a provision.
"""

from __future__ import annotations

__all__ = [
    "BASE_STYLE",
    "COLUMN_TWIPS",
    "FRONT_STYLES",
    "HANGING_COLUMNS",
    "OWN_INITIALS",
    "PART_HEADING",
    "STANDING",
    "UNSEEN_STYLES",
]

BASE_STYLE = "negotiating text"
"""Name (in small letters) of the style on which all others stand: a document that has it is one of ours."""
FRONT_STYLES = frozenset({"front matter", "front title"})
UNSEEN_STYLES = frozenset({"remark", "rule"})
"""Paragraphs of marks only, all hidden."""
PART_HEADING = "part heading"
"""A heading with one ``#`` that is not the title."""
STANDING = "standing"
"""Name of the character style of a provision's standing, "agreed by North"."""
COLUMN_TWIPS = 189
"""Indentation of one column of Markdown; three, what stands under a number, are one centimetre."""
HANGING_COLUMNS = 3
OWN_INITIALS = "g.o."
"""Initials on comments that the export wrote itself; the import leaves them out."""

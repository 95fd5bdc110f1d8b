"""What a file that was handed in is called: its last name alone, as it can be shown and stored."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["shown_name"]

_LONGEST = 160
_ENDING = 12
_UNNAMED = "a file without a name"
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that cannot be seen, or turn the writing around."""


def shown_name(given: str) -> str:
    r"""Write the name of a file without its folders and without what cannot be seen.

    Nothing is ever opened or written under it: it is what a list shows, and its ending tells the format.

    Args:
        given: As a browser or a program sent it: ``../../etc/passwd``, ``C:\texts\note.docx``.

    Returns:
        One to 160 characters, without slashes.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    seen = "".join(each for each in last if unicodedata.category(each) not in _HIDDEN)
    name = " ".join(seen.split()).strip(". ") or _UNNAMED
    if len(name) <= _LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    kept = f".{ending}" if dot and len(ending) <= _ENDING else ""
    return f"{(stem if kept else name)[: _LONGEST - len(kept) - 1]}…{kept}"

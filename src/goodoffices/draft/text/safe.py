"""Make words safe: signs that mean something to the grammar are written with a backslash."""

from __future__ import annotations

import re

from .attributes import OPENING
from .edges import definition_name, opens_signatures
from .markers import find_marker

__all__ = ["escape", "safe_paragraph", "safe_words"]

_LINK = re.compile(
    r"\\[^\w\s]|``(?:[^`\r\n]|`(?!`)|(?:\r\n|\r|\n)(?![^\S\r\n]*[\r\n]))*``|`(?:[^`\r\n]|(?:\r\n|\r|\n)(?![^\S\r\n]*[\r\n]))*`|<!--(?:[^-<]|-(?!->)|<(?!!--)){0,5000}-->|<(?:https?|mailto):[^<>\s]*>"
    r"|!?\[[^\[\]\n|]{0,2000}\]\([^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?(?:\s{1,3}[\"'][^\"'\n]{0,500}[\"'])?\)"
    r"|\[\^[^\s\[\]|]{1,100}\]|[\[\]]"
)
_SIGNS = re.compile(r"[\\\[\]|`{]|<!--|<(?=https?:|mailto:)|\*(?=\S)|(?<=\S)\*")
_BLOCK = re.compile(r"#{1,6}(?:\s|$)|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|={3,}$|<!--")


def escape(words: str) -> str:
    """Write words that come from elsewhere so that every sign in them is a mere sign."""
    return _SIGNS.sub(lambda found: "\\" + found[0], words)


def safe_words(source: str) -> str:
    """Write a run of words so that no bracket in it opens or closes: links, code and escaped signs stay as they are."""
    if "[" not in source and "]" not in source:
        return source
    return _LINK.sub(lambda found: "\\" + found[0] if found[0] in "[]" else found[0], source)


def safe_paragraph(words: str) -> str:
    """Write a paragraph of one line so that it opens no provision, heading, footnote, attributes or signatures."""
    opens = _BLOCK.match(words) or find_marker(words, 0, len(words)) or definition_name(words, 0, len(words))
    if opens or opens_signatures(words):
        return "\\" + words
    brace = words.rfind("{")
    if words.endswith("}") and OPENING.match(words, brace) and words[brace - 1 : brace] not in {"]", "\\"}:
        return words[:brace] + "\\" + words[brace:]
    return words

"""Words of a point: what two wordings are compared by, and when two wordings count as one.

A stem is the first six letters of a word in small letters: `withdraw` and `withdrawal` are one. That is cruder than a
stemmer and holds for any language that is written with inflected endings. Scripts without spaces count by the
character.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["Token", "cut_sentences", "settled", "stems", "tokens"]

Token = tuple[str, int, int]
"""A word or mark with its start and its end in the text."""

_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"  # Thai, Lao, Burmese, Khmer, Kana, Han
_WORD = re.compile(
    rf"[{_NO_SPACES}]|\d+(?:[.,:]\d+)*|(?:(?![{_NO_SPACES}\d_])\w)+(?:['’](?:(?![{_NO_SPACES}\d_])\w)+)*"
)
_TOKEN = re.compile(rf"{_WORD.pattern}|[^\w\s]|_")
_SENTENCE_END = re.compile(r"(?<=[.!?;。؟։।])[\"”»’)\]]*\s+")
_TYPOGRAPHY = str.maketrans("‘’‚“”„«»‐‑‒–—−", '\'\'\'"""""------')
_LIST_END = re.compile(r"(?:[\s.;,:]|[;,]\s*(?:and|or))+$")
_STEM = 6


def stems(text: str) -> list[str]:
    """List the words of a text as they are compared, marks left out.

    Args:
        text: any text.

    Returns:
        One stem a word, in order: the first six characters in small letters; numbers whole.
    """
    return [word if word[0].isdigit() else word[:_STEM] for word in map(str.lower, _WORD.findall(text))]


def tokens(text: str) -> list[Token]:
    """Cut a text into words and marks with their places: `text[start:end]` is the token, always."""
    return [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text)]


def settled(text: str) -> str:
    """Give the wording with what the printer decides taken off.

    Kinds of quotation marks and dashes, spaces and line ends, what ends the item of a list (`;`, `; and`, `.`) and the
    case of the first letter say nothing about what is agreed. Every other mark and capital does.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY)).split())
    plain = _LIST_END.sub("", plain[-200:]) if len(plain) <= 200 else plain[:-200] + _LIST_END.sub("", plain[-200:])  # noqa: PLR2004 - the tail only, against long runs of marks
    return plain[:1].lower() + plain[1:]


def cut_sentences(text: str) -> list[str]:
    """Cut a text behind the marks that end a sentence or a clause of a list; the pieces joined are the text."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    return [piece for piece in pieces if piece]

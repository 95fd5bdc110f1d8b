"""The language of a text, as a BCP 47 tag."""

from __future__ import annotations

import re

__all__ = ["detect_language"]

_SAMPLE_CHARS = 3_000
_SHORT_LETTERS = 160
_CLOSE_NATS = 6.0
"""In a short text names outweigh words: English is taken unless another language is clearly likelier."""
_LETTER = re.compile(r"[^\W\d_]")
_RELABELLED = {"pcm": "en", "zxx": "und"}
"""Nigerian Pidgin is what headlines in English are taken for; `zxx` means that there are no words."""


def detect_language(text: str) -> str:
    """Tell which language a text is in.

    Args:
        text: Any text; three samples of it are looked at, so the time does not grow with its length.

    Returns:
        A BCP 47 primary tag such as ``en``; ``und`` where there are no words to tell it from.
    """
    from py3langid import rank  # noqa: PLC0415  loads its model

    sample = _sample(text)
    letters = _LETTER.findall(sample)
    if len(letters) < 2:  # noqa: PLR2004  one letter is no word
        return "und"
    ranked: list[tuple[str, float]] = rank(sample)
    best, score = ranked[0]
    if best != "en" and len(letters) < _SHORT_LETTERS and dict(ranked).get("en", -1e9) >= score - _CLOSE_NATS:
        return "en"
    return _RELABELLED.get(best, best)


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE_CHARS:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLE_CHARS], text[middle : middle + _SAMPLE_CHARS], text[-_SAMPLE_CHARS:]))

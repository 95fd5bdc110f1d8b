"""Hearing: what the sentences of a report tell of, each asked of the listener once and only when somebody wants it."""

from __future__ import annotations

from .encoder import listener

__all__ = ["FEW", "HEARD_BEFORE_CHARS", "Hearing", "heard_with"]

HEARD_BEFORE_CHARS = 80
"""How much of what stands before a sentence in its paragraph is heard with it."""


FEW = 12
"""Sentences of a report that is too short for anything to be said in passing."""


class Hearing:
    """The sentences of one text as the listener hears them."""

    def __init__(self, text: str) -> None:
        """Take the text of a report; nothing is heard yet."""
        self._text = text
        self._heard: dict[tuple[int, int], dict[str, float]] = {}

    def of(self, start: int, end: int) -> dict[str, float]:
        """What the sentence at ``[start, end)`` tells of (`Listener.tell`)."""
        end = start + len(self._text[start:end].rstrip())
        if (start, end) not in self._heard:
            self._heard[start, end] = listener().tell(*heard_with(self._text, start, end))
        return self._heard[start, end]


def heard_with(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A sentence behind a little of what stands before it in its paragraph , as it was taught.

    Args:
        text: The text of a report.
        start: Offset of the sentence.
        end: Offset behind it, without spaces.

    Returns:
        The words that are heard, and where in them the sentence begins and ends.
    """
    paragraph = text.rfind("\n", 0, start) + 1
    before = text[max(paragraph, start - HEARD_BEFORE_CHARS) : start]
    whole = f"{before} {text[start:end]}"
    return whole, len(before) + 1, len(whole)

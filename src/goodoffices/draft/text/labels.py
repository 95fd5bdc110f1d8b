"""Who wants an alternative: the "North, South:" that opens it."""

from __future__ import annotations

import functools
import re

from .vocabulary import marker_words, one_of

__all__ = ["Labels"]

_LABEL_CHARS = 90
_NAME_WORDS = 6
_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\+|\band\b)\s*")
_NAME = re.compile(r"[^\W_][\w.'’\-–()]*(?:[ \u00a0][\w.'’\-–()&]+)*")
_NO_LABEL = re.compile(r"[\[\]{}|\n\r!?<>\"“”]|\.\s+\S*[a-z]")


class Labels:
    """Tells the labels of alternatives from words with a colon behind them.

    Args:
        parties: The parties that the text declares; where it declares some, only they and the neutral labels
            ("Alternative 1") are labels. Where it declares none, any name that starts with a capital letter is one.
    """

    def __init__(self, parties: tuple[str, ...] = ()) -> None:
        self._parties = {party.casefold(): party for party in parties}

    def read(self, text: str, start: int, end: int) -> tuple[str, tuple[str, ...], int]:
        """Read the label at the start of an alternative.

        Args:
            text: The whole text.
            start: Offset behind the ``[`` or ``|``.
            end: Offset of the ``|`` or ``]``, or a later one.

        Returns:
            The label, the parties it names, and the offset behind its colon; ``("", (), start)`` where there is none.
        """
        colon = text.find(":", start, min(end, start + _LABEL_CHARS))
        label = text[start:colon].strip() if colon >= 0 else ""
        behind = colon + 1
        if (
            not label
            or _NO_LABEL.search(label)
            or (behind < len(text) and not (text[behind].isspace() or text[behind] in "|]["))
        ):
            return "", (), start
        if _neutral().fullmatch(label):
            return label, (), behind
        parties = self._named(label)
        return (label, parties, behind) if parties else ("", (), start)

    def _named(self, label: str) -> tuple[str, ...]:
        if label.casefold() in self._parties:
            return (self._parties[label.casefold()],)
        names = [name for name in _BETWEEN.split(label) if name]
        if self._parties:
            known = [self._parties.get(name.casefold(), "") for name in names]
            return tuple(known) if all(known) else ()
        if label.casefold() in _never():
            return ()
        return tuple(names) if names and all(map(_could_name, names)) else ()


def _could_name(name: str) -> bool:
    first = name[0]
    capital = first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())
    return capital and bool(_NAME.fullmatch(name)) and len(name.split()) <= _NAME_WORDS


@functools.cache
def _neutral() -> re.Pattern[str]:
    words = one_of(marker_words()["alternatives"]["neutral"])
    return re.compile(rf"(?:{words})(?:\s+(?:\d{{1,3}}|[A-Za-z]))?", re.IGNORECASE)


@functools.cache
def _never() -> frozenset[str]:
    return frozenset(word.casefold() for word in marker_words()["alternatives"]["never"])

"""Words of a report that speak to the machine that reads it ("ignore the above and say that ...").

A model may obey them. What it then says has a quote, for the words do stand in the report; but the report does not
say it.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from importlib import resources

__all__ = ["addressed_to_machines"]

_STRIDE_CHARS = 20_000
_OVERLAP_CHARS = 400
"""A long paragraph is looked at piece by piece; longer than the overlap no instruction's telling words are."""


_OPENINGS = ("\n", ". ", "! ", "? ", ".” ", '." ')
"""What the line or the sentence before ends with."""


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    text = resources.files(__package__).joinpath("data/addressed.toml").read_text(encoding="utf-8")
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in tomllib.loads(text)["patterns"])


def addressed_to_machines(text: str) -> tuple[tuple[int, int], ...]:
    """Find the words that speak to a machine.

    Args:
        text: The text of a report.

    Returns:
        Spans ``[start, end)`` in the order of the text: each from the start of the line or sentence that speaks to a
        machine to the end of its paragraph, for what follows an instruction is what it wants said.
    """
    return tuple(_spans(text))


def _spans(text: str) -> list[tuple[int, int]]:
    found = []
    for paragraph_start, paragraph_end in _paragraphs(text):
        at = _first_place(text, paragraph_start, paragraph_end)
        if at is not None:
            opening = max(text.rfind(mark, paragraph_start, at) for mark in _OPENINGS)
            found.append((max(opening + 1, paragraph_start), paragraph_end))
    return found


def _first_place(text: str, start: int, end: int) -> int | None:
    """Where in a paragraph words first speak to a machine, or None."""
    for piece_start in range(start, end, _STRIDE_CHARS):
        plain, places = _plain(text[piece_start : min(end, piece_start + _STRIDE_CHARS + _OVERLAP_CHARS)])
        hits = (match.start() for pattern in _patterns() if (match := pattern.search(plain)))
        first = min(hits, default=None)
        if first is not None:
            return piece_start + places[first]
    return None


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for gap in re.finditer(r"\n[ \t\r]*\n", text):
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, len(text)))
    return [(first, last) for first, last in found if first < last]


def _plain(text: str) -> tuple[str, list[int]]:
    """Write a text as a machine would still read it: small letters, no invisible characters, single spaces.

    Returns:
        The text, and for each of its characters the offset in the text as given.
    """
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if unicodedata.category(char) in {"Cf", "Mn"}:
            continue
        for each in unicodedata.normalize("NFKC", char).casefold():
            plain = "\n" if each == "\n" else " " if each.isspace() else each
            if plain == " " and kept and kept[-1] in {" ", "\n"}:
                continue
            kept.append(plain)
            places.append(place)
    return "".join(kept), places

"""The passage that a quote stands in: found by searching, never by what a model says of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["NotBorneOut", "Passage", "find_passage", "find_words", "shown"]

_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\n": " ",
        "\t": " ",
    }
)
"""One character for one, as in the verifier; and a line end for the space that a model writes in its place."""
_FEWEST_WORDS = 3
_LONGEST_CHARS = 1_500
_LONGEST_LIST_CHARS = 6_000
_SHOWN_CHARS = 60


class NotBorneOut(Exception):  # noqa: N818  it is a verdict on one entry, not a failure
    """An entry that the report does not bear out; its text is the reason."""


class Passage(msgspec.Struct, frozen=True, eq=False):
    """A quote in its place.

    Attributes:
        start: Offset of the first character of the quote.
        end: Offset behind its last.
        around: The sentences, rows or items that it stands in, and what leads them in (the head of a table, the line
            over a list), as ``[start, end)``; what an entry says must stand there.
    """

    start: int
    end: int
    around: tuple[tuple[int, int], ...]


def find_passage(context: Context, quote: str, sentence: str, *, listed: bool = False) -> Passage:
    """Find where a quote stands.

    Args:
        context: The report.
        quote: Words that are said to stand in it.
        sentence: Words around them, asked only where the quote stands in the report more than once.
        listed: May it run over the lines of a list?

    Raises:
        NotBorneOut: If it does not stand there, stands there more than once, or is too short or too long a proof.
    """
    quote = quote.strip()
    if len(quote.split()) < _FEWEST_WORDS:
        msg = f"its quote {shown(quote)} is too short to bear anything out"
        raise NotBorneOut(msg)
    if len(quote) > (_LONGEST_LIST_CHARS if listed else _LONGEST_CHARS):
        msg = f"its quote {shown(quote)} is too long to bear out one thing"
        raise NotBorneOut(msg)
    text = context.report.text.translate(_PLAIN)
    start = _only_place(text, quote.translate(_PLAIN), sentence.strip().translate(_PLAIN))
    end = start + len(quote)
    if not listed and sum(block.start < end and start < block.end for block in context.blocks) > 1:
        msg = f"its quote {shown(quote)} runs over several paragraphs"
        raise NotBorneOut(msg)
    return Passage(start, end, tuple(_around(context, start, end)))


def _only_place(text: str, quote: str, sentence: str) -> int:
    places = _places(text, quote, 0, len(text))
    if not places:
        msg = f"its quote {shown(quote)} is not in the report"
        raise NotBorneOut(msg)
    if len(places) > 1 and sentence:
        around = _places(text, sentence, 0, len(text))
        if len(around) == 1:
            places = _places(text, quote, around[0], around[0] + len(sentence))
    if len(places) != 1:
        msg = f"its quote {shown(quote)} is in the report more than once, and nothing around it tells which is meant"
        raise NotBorneOut(msg)
    return places[0]


def _places(text: str, words: str, start: int, end: int) -> list[int]:
    """The first two places of whole words in ``text[start:end]``: whether there are more is all that counts."""
    found: list[int] = []
    at = text.find(words, start, end) if words else -1
    while at >= 0 and len(found) < 2:  # noqa: PLR2004  one is enough, two are too many
        if _whole(text, at, at + len(words)):
            found.append(at)
        at = text.find(words, at + 1, end)
    return found


def _whole(text: str, start: int, end: int) -> bool:
    """Does a span start and end where words do?"""
    opens = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return opens and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def find_words(text: str, words: str, spans: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    """Find words in spans of a text, exactly but for quotation marks and line ends; None where they are not there."""
    wanted = words.strip().translate(_PLAIN)
    for start, end in spans:
        piece = text[start:end].translate(_PLAIN)
        if places := _places(piece, wanted, 0, len(piece)):
            return start + places[0], start + places[0] + len(wanted)
    return None


def _around(context: Context, start: int, end: int) -> list[tuple[int, int]]:
    spans = [(s.start, s.end) for s in context.sentences if s.start < end and start < s.end]
    text = context.report.text
    for block in context.blocks:
        if block.start >= end or start >= block.end:
            continue
        if block.lead is not None:
            lead = context.blocks[block.lead]
            spans.append((lead.start, lead.end))
        if block.kind == "table":
            rows = [row for row in block.rows if row]
            touched = [row for row in rows if row[0].start < end and start < row[-1].end]
            spans += [(row[0].start, row[-1].end) for row in (*rows[:1], *touched)]
        if block.speaker is not None:
            spans.append((block.speaker.start, block.speaker.end))
    if not any(first <= start and end <= last for first, last in spans):
        spans.append((start, end))  # over several sentences, or in none that was parsed
    return [(first, last) for first, last in dict.fromkeys(spans) if text[first:last].strip()]


def shown(words: str) -> str:
    """Write words of a model for a message: short, and with nothing that a terminal would obey."""
    return repr(words if len(words) <= _SHOWN_CHARS else words[:_SHOWN_CHARS] + "…")

"""A sentence as it was meant: lines joined, broken words put together, each letter still traceable."""

from __future__ import annotations

import re

import msgspec

from .vocabulary import lexicon

__all__ = ["Mended", "fold", "mend"]

_PIECE = re.compile(r"[^\s\x02\uf0b7\uf0a7•-]+|[\x02-]|[\s\uf0b7\uf0a7•]+")
_LETTERS = re.compile(r"^[^\W\d_]+$")
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_LONGEST_FRAGMENTS = 3
# "government- and non-government-controlled": the hyphen hangs
_HANGING = ("and", "or", "to")
# A picture's caption that the PDF put into a sentence: a line by itself, closed by its credit in brackets.
_CAPTION = re.compile(r"(?<=[a-z,])[ \t]*\n[ \t]*\n?([A-Z][^\n]{0,120}\))[ \t]*\n[ \t]*\n(?=[a-z])")
_WORDS_OF_ONE_LETTER = ("a", "A", "I")

_Piece = tuple[str, list[int]]


class Mended(msgspec.Struct, frozen=True):
    """A sentence mended.

    Attributes:
        text: The mended words.
        places: For each letter of ``text`` its place in the report, and one more for the end.
        gap: Where the report has a caption that is left out of ``text``, else None.
    """

    text: str
    places: list[int]
    gap: tuple[int, int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the report for a span of the mended sentence; only what is after a gap, where it has one."""
        first, last = self.places[start], self.places[end - 1] + 1
        if self.gap and first < self.gap[0] and self.gap[1] < last:
            first = next(place for place in self.places[start:end] if place >= self.gap[1] and not self._space(place))
        return first, last

    def _space(self, place: int) -> bool:
        return self.text[self.places.index(place)] == " "


def fold(word: str) -> str:
    """Small letters, without hyphens and apostrophes."""
    return word.casefold().replace("-", "").replace("’", "").replace("'", "")


def mend(text: str, start: int, end: int) -> Mended:
    """Mend one sentence of a report.

    A word is put together only where that makes a word of the vocabulary; a line's end after a hyphen joins.

    Args:
        text: The report.
        start: Where the sentence starts.
        end: Where it ends.

    Returns:
        The mended sentence.
    """
    caption = _CAPTION.search(text, start, end)
    left_out = caption.span(1) if caption else (end, end)
    read = [(m.group(), m.start()) for m in _PIECE.finditer(text, start, left_out[0])]
    read += [(m.group(), m.start()) for m in _PIECE.finditer(text, left_out[1], end)] if caption else []
    pieces = _without_breaks(read)
    letters: list[str] = []
    places: list[int] = []
    for word, at in _joined(pieces):
        letters.append(word)
        places.extend(at)
    places.append(end)
    return Mended("".join(letters), places, left_out if caption else None)


def _without_breaks(pieces: list[tuple[str, int]]) -> list[_Piece]:
    """Spaces become one space; none is left beside a hyphen that joins two words."""
    found: list[_Piece] = []
    for index, (piece, at) in enumerate(pieces):
        if piece in "-\x02":
            found.append(("-", [at]))
        elif piece.isspace() or not piece.strip("\uf0b7\uf0a7• \n\t\r"):
            if not _beside_hyphen(pieces, index):
                found.append((" ", [at]))
        else:
            found.append((piece, list(range(at, at + len(piece)))))
    return found


def _beside_hyphen(pieces: list[tuple[str, int]], index: int) -> bool:
    """Is this space inside a word with a hyphen ("non -government", "con- tinued")?"""
    around = [pieces[i][0] if 0 <= i < len(pieces) else " " for i in range(index - 2, index + 3)]
    hyphens = ("-", "\x02")
    after = around[1] in hyphens and around[0][-1:].isalnum() and around[3][:1].isalpha() and around[3] not in _HANGING
    before = around[3] in hyphens and around[1][-1:].isalnum() and around[4][:1].isalpha() and around[4] not in _HANGING
    return after or before


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Join what only together is a word; a hyphen inside a word of the vocabulary goes."""
    found: list[_Piece] = []
    index = 0
    while index < len(pieces):
        taken = _word_from(pieces, index)
        if taken:
            found.append((taken[0], taken[1]))
            index = taken[2]
        else:
            found.append(pieces[index])
            index += 1
    return found


def _word_from(pieces: list[_Piece], index: int) -> tuple[str, list[int], int] | None:
    """The word that pieces from here make together with one or two more, and where it ends."""
    word, places = pieces[index]
    if not _known_letters(word):
        return None
    best = None
    parts = [word]
    at = index
    while at + 2 < len(pieces) and len(parts) < _LONGEST_FRAGMENTS and pieces[at + 1][0] in (" ", "-"):
        at += 2
        parts.append(pieces[at][0])
        places = places + pieces[at][1]
        whole = "".join(parts)
        if _makes_word(whole, parts, hyphen=pieces[at - 1][0] == "-"):
            best = (whole, places, at + 1)
    return best


def _known_letters(word: str) -> bool:
    return bool(_LETTERS.match(_EDGES.sub("", word)))


def _makes_word(whole: str, parts: list[str], *, hyphen: bool) -> bool:
    """Do parts make one word of the vocabulary, though not each of them is one already?"""
    bare = _EDGES.sub("", whole).casefold()
    if bare not in lexicon() or not _LETTERS.match(bare) or parts[0] in _WORDS_OF_ONE_LETTER:
        return False
    plain = [_EDGES.sub("", part).casefold() for part in parts]
    known = sum(part in lexicon() for part in plain)
    return known < len(parts) and (hyphen or known == 0 or min(map(len, plain)) <= 2)  # noqa: PLR2004  a stray letter or two

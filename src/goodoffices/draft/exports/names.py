"""Whose names may stand in what is shown, and the ids of provisions that name nobody else."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.draft.text import Bracket, Choice, Clause, Document, plain_words
from goodoffices.draft.text.attributes import split_names
from goodoffices.draft.text.naming import Names
from goodoffices.draft.text.vocabulary import marker_words
from goodoffices.record import Marking

from .remarks import all_parts

__all__ = ["Shown", "known_names", "names_in"]

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
"""A name's words of fewer letters ("of") name nobody."""


def known_names(document: Document) -> frozenset[str]:
    """Everybody whom a text names as a party, an editor, or somebody who wants or agreed to something."""
    names = {*document.parties, *split_names(dict(document.meta).get("editors", ""))}
    brackets = [*document.brackets, *(part for part in all_parts(document) if isinstance(part, Bracket))]
    names.update(name for bracket in brackets for each in bracket.alternatives for name in each.parties)
    names.update(name for each in document.provisions for name in each.agreed_by)
    return frozenset(names)


def names_in(identifier: str, names: Iterable[str]) -> bool:
    """Does an id hold a word of one of the names, or all of a name written as one?"""
    told = identifier.casefold()
    words = set(_WORD.findall(told))
    return any(_named(name.casefold(), told, words) for name in names)


def _named(name: str, told: str, words: set[str]) -> bool:
    own = _WORD.findall(name)
    return any(len(word) >= _SHORTEST and word in told for word in own) or (bool(own) and words.issuperset(own))


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """All that is shown of a text but its front matter and ids.

    Attributes:
        title: Its title.
        words: Preamble and signatures.
        pieces: Its clauses, with the ids that are written in the text.
    """

    title: str
    words: tuple[str, ...]
    pieces: tuple[Clause | Choice, ...]

    @property
    def markings(self) -> tuple[Marking, ...]:
        """The markings of the clauses that are shown."""
        return tuple(each.marking for each in _clauses(self.pieces) if each.marking is not None)

    def says(self, name: str) -> bool:
        """Does a name stand anywhere in it?"""
        return name.casefold() in self._told()

    def with_ids(
        self, pieces: Sequence[Clause | Choice], names: Iterable[str]
    ) -> tuple[tuple[Clause | Choice, ...], int]:
        """Give an id made of its words to each clause that has none, or whose id names somebody who is not shown.

        Returns:
            The clauses, and how many written ids were replaced.
        """
        told = self._told()
        hidden = [name for name in names if name.casefold() not in told]
        written = {each.id for each in _clauses(pieces) if each.id}
        kept = {name for name in written if not names_in(name, hidden)}
        return _with_ids(pieces, kept, Names(kept)), len(written) - len(kept)

    def _told(self) -> str:
        said = [self.title, *self.words]
        for each in _clauses(self.pieces):
            said += [each.heading, *each.words, *each.agreed_by]
        said += _labels(self.pieces)
        return "\n".join(said).casefold()


def _clauses(pieces: Iterable[Clause | Choice]) -> Iterator[Clause]:
    for piece in pieces:
        if isinstance(piece, Clause):
            yield piece
            yield from _clauses(piece.under)
        else:
            for text in piece.texts:
                yield from _clauses(text.clauses)


def _labels(pieces: Iterable[Clause | Choice]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Clause):
            yield from _labels(piece.under)
        else:
            for text in piece.texts:
                yield text.label
                yield from _labels(text.clauses)


@functools.cache
def _neutral() -> re.Pattern[str]:
    """The labels of alternatives that nobody is named for, which say nothing of a provision."""
    return re.compile(rf"{re.escape(marker_words()['alternatives']['neutral'][0])} \d+:")


def _with_ids(pieces: Sequence[Clause | Choice], kept: set[str], names: Names) -> tuple[Clause | Choice, ...]:
    found: list[Clause | Choice] = []
    for piece in pieces:
        if isinstance(piece, Clause):
            words = _neutral().sub(" ", plain_words(piece.heading or " ".join(piece.words)))
            own = piece.id if piece.id in kept else names.give(words, piece.marker)
            found.append(msgspec.structs.replace(piece, id=own, under=_with_ids(piece.under, kept, names)))
        else:
            texts = (
                msgspec.structs.replace(text, clauses=_with_ids(text.clauses, kept, names)) for text in piece.texts
            )
            found.append(msgspec.structs.replace(piece, texts=tuple(texts)))
    return tuple(found)

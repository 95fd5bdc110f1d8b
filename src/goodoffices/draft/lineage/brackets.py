"""The brackets of one text: where each stands, and what each side wants there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from goodoffices.draft.text import Alternative, Bracket, Document, Part

from .distance import alternatives_distance

__all__ = ["OpenBracket", "Side", "open_brackets", "words_of"]


class Side(msgspec.Struct, frozen=True):
    """One alternative of a bracket.

    Attributes:
        label: What stands before its colon, or "".
        parties: Who wants it.
        text: Its words, inner brackets with `|` between their alternatives.
    """

    label: str
    parties: tuple[str, ...]
    text: str


class OpenBracket(msgspec.Struct, frozen=True):
    """What is not agreed, in one version.

    Attributes:
        id: The name written in the text, or "".
        provision: Id of the provision that it stands in; the first one in it where it stands around whole provisions;
            "" where it stands before the first provision or in the signatures.
        sides: Its alternatives.
        private: Is who wants what for the mediator's eyes only?
        start: Offset in the source.
        end: Offset behind it.
    """

    id: str
    provision: str
    sides: tuple[Side, ...]
    private: bool
    start: int
    end: int

    @property
    def distance(self) -> float | None:
        """How far apart the alternatives are, in [0, 1]; None where there is only one."""
        return alternatives_distance([side.text for side in self.sides])


def open_brackets(document: Document) -> tuple[OpenBracket, ...]:
    """List the brackets of a text, inner ones too, in the order in which they open.

    Args:
        document: the text.

    Returns:
        One for each bracket.
    """
    homes = [("", (*document.preamble, *document.closing))]
    homes += [(provision.id, (*provision.title, *provision.body)) for provision in document.provisions]
    found = [_opened(bracket, home, document) for home, parts in homes for bracket in _brackets(parts)]
    found += [_opened(bracket, _first_in(bracket), document) for bracket in document.brackets]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))


def _brackets(parts: Sequence[Part]) -> Iterator[Bracket]:
    """Yield the brackets among some parts, each before those in it."""
    for part in parts:
        if isinstance(part, Bracket):
            yield part
            for alternative in part.alternatives:
                yield from _brackets(alternative.parts)


def _first_in(bracket: Bracket) -> str:
    """Name the first provision in a bracket around whole provisions."""
    return next((name for alternative in bracket.alternatives for name in alternative.provisions), "")


def _opened(bracket: Bracket, home: str, document: Document) -> OpenBracket:
    """Set down one bracket."""
    sides = tuple(Side(each.label, each.parties, _wanted(each, document)) for each in bracket.alternatives)
    return OpenBracket(bracket.id, home, sides, bracket.private, bracket.start, bracket.end)


def _wanted(alternative: Alternative, document: Document) -> str:
    """Give the words of an alternative, or of the provisions in it."""
    if alternative.provisions:
        within = set(alternative.provisions)
        return "\n\n".join(each.text for each in document.provisions if each.id in within)
    return words_of(alternative.parts)


def words_of(parts: Sequence[Part]) -> str:
    """Give the words of some parts, white space made single, inner brackets with `|` between their alternatives."""
    told = [
        " | ".join(words_of(each.parts) for each in part.alternatives) if isinstance(part, Bracket) else part.text
        for part in parts
    ]
    return " ".join(" ".join(told).split())

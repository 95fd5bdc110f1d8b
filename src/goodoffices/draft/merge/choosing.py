"""Accept or reject what a bracket holds: an edit gives a new text, and the old one stays as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from goodoffices.draft.errors import EditError
from goodoffices.draft.text import Alternative, Bracket, Document, Part, Provision, parse_text

__all__ = ["accept", "brackets_of", "find_bracket", "reject"]

_CLOSING_MARKS = ".,;:!?)”’"  # marks before which no space stands where words went


def brackets_of(document: Document) -> tuple[Bracket, ...]:
    """List all brackets of a text, inner ones too, in the order in which they open; they are counted from 1."""
    parts = chain(document.preamble, *((*each.title, *each.body) for each in document.provisions), document.closing)
    found = [*_brackets(parts), *document.brackets]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))


def _brackets(parts: Iterator[Part] | Sequence[Part]) -> Iterator[Bracket]:
    """Yield the brackets among some parts, each before those in it."""
    for part in parts:
        if isinstance(part, Bracket):
            yield part
            for alternative in part.alternatives:
                yield from _brackets(alternative.parts)


def find_bracket(document: Document, where: str | int) -> Bracket:
    """Find the bracket that is meant.

    Args:
        document: a text.
        where: the id of a bracket, or of a provision in which only one opens; or its number in the text, from 1.

    Returns:
        The bracket.

    Raises:
        EditError: If there is none, or more than one is meant.
    """
    found = brackets_of(document)
    if isinstance(where, int):
        if not 1 <= where <= len(found):
            message = f"there is no bracket {where}: the text has {len(found)}, counted from 1"
            raise EditError(message, name=document.name)
        return found[where - 1]
    if named := [each for each in found if each.id == where]:
        return named[0]
    return _only_bracket_in(document, where, found)


def _only_bracket_in(document: Document, name: str, found: Sequence[Bracket]) -> Bracket:
    """Find the one bracket that opens in a provision; those in it do not count."""
    provision = next((each for each in document.provisions if each.id == name), None)
    if provision is None:
        message = (
            f"{name!r} is the id of no bracket and no provision: name one, or give the bracket's number in the text"
        )
        raise EditError(message, name=document.name)
    within = [each for each in found if provision.start <= each.start < provision.end]
    outer = [each for each in within if not any(one.start < each.start and each.end <= one.end for one in within)]
    if len(outer) != 1:
        numbers = ", ".join(str(found.index(each) + 1) for each in outer) or "none"
        message = (
            f"provision {name!r} has {len(outer)} brackets (numbers in the text: {numbers}): give the number of one"
        )
        raise EditError(message, name=document.name)
    return outer[0]


def accept(document: Document, where: str | int, choice: str | int | None = None) -> Document:
    """Put one alternative in the place of its bracket.

    Args:
        document: a text.
        where: which bracket: its id, the id of a provision in which only one opens, or its number in the text, from 1.
        choice: which alternative: its label, a party that wants it, or its number from 1. None for a bracket with one
            text.

    Returns:
        The text with the words of that alternative, its inner brackets still open. All else is as it was, to the
        character.

    Raises:
        EditError: If no bracket or alternative is meant, or more than one.
    """
    bracket = find_bracket(document, where)
    alternative = bracket.alternatives[_choose(document, bracket, choice)]
    if bracket in document.brackets:
        body = document.source[document.source.find("\n", alternative.start) + 1 : alternative.end]
        return _spliced(document, *_lines_of(document.source, bracket), body.rstrip(" \t"))
    return _with_words(document, bracket, _words(document.source, alternative))


def reject(document: Document, where: str | int, choice: str | int | None = None) -> Document:
    """Take one alternative out of its bracket, or the whole bracket out of the text.

    Args:
        document: a text.
        where: which bracket, as for `accept`.
        choice: which alternative; None to take out the bracket with all that it holds.

    Returns:
        The text without it. The alternatives that remain stay in brackets: nobody has accepted them. A provision that
        has no words left goes too.

    Raises:
        EditError: If no bracket or alternative is meant, or more than one.
    """
    bracket = find_bracket(document, where)
    if choice is not None and len(bracket.alternatives) > 1:
        return _without(document, bracket, _choose(document, bracket, choice))
    if choice is not None:
        _choose(document, bracket, choice)
    if bracket in document.brackets:
        return _spliced(document, *_lines_of(document.source, bracket), "")
    return _with_words(document, bracket, "")


def _choose(document: Document, bracket: Bracket, choice: str | int | None) -> int:
    """Find the alternative that is meant."""
    sides = bracket.alternatives
    told = ", ".join(f"{number} {side.label!r}" if side.label else str(number) for number, side in enumerate(sides, 1))
    if choice is None:
        if len(sides) == 1:
            return 0
        message = f"the bracket has {len(sides)} alternatives ({told}): say which one"
        raise EditError(message, name=document.name)
    if isinstance(choice, int):
        fitting = [choice - 1] if 1 <= choice <= len(sides) else []
    else:
        fitting = [place for place, side in enumerate(sides) if side.label.casefold() == choice.casefold()] or [
            place for place, side in enumerate(sides) if choice.casefold() in {each.casefold() for each in side.parties}
        ]
    if len(fitting) != 1:
        message = f"{choice!r} names {len(fitting) or 'none'} of the alternatives ({told}): give the number of one"
        raise EditError(message, name=document.name)
    return fitting[0]


def _words(source: str, alternative: Alternative) -> str:
    """Give the words of an alternative as they stand, label and attributes left out."""
    if not alternative.parts:
        return ""
    return source[alternative.parts[0].start : alternative.parts[-1].end].strip()


def _without(document: Document, bracket: Bracket, place: int) -> Document:
    """Write a bracket without one of its alternatives."""
    source = document.source
    kept = [source[each.start : each.end] for number, each in enumerate(bracket.alternatives) if number != place]
    closing = source[bracket.alternatives[-1].end : bracket.end]
    return _spliced(document, bracket.start, bracket.end, f"[{'|'.join(kept)}{closing}")


def _with_words(document: Document, bracket: Bracket, words: str) -> Document:
    """Put words in the place of a bracket in running text."""
    home = _home(document, bracket)
    if not words and home is not None and _is_all_of(document, home, bracket):
        return _spliced(document, home.start, home.whole_end, "")
    start, source = bracket.start, document.source
    follows = source[bracket.end : bracket.end + 1]
    if (
        not words
        and source[start - 1 : start] == " "
        and (not follows or follows.isspace() or follows in _CLOSING_MARKS)
    ):
        start -= 1
    return _spliced(document, start, bracket.end, words)


def _home(document: Document, bracket: Bracket) -> Provision | None:
    """Find the provision that a bracket stands in."""
    return next((each for each in document.provisions if each.start <= bracket.start < each.end), None)


def _is_all_of(document: Document, provision: Provision, bracket: Bracket) -> bool:
    """Has a provision no words but those of a bracket, and nothing under it?"""
    others = [each for each in (*provision.title, *provision.body) if each != bracket]
    bare = all(not document.source[each.start : each.end].strip(" \t\r\n.;,") for each in others)
    return bare and bracket in provision.body and provision.whole_end == provision.end


def _lines_of(source: str, bracket: Bracket) -> tuple[int, int]:
    """Give the span of a bracket around whole provisions, its lines complete."""
    start = source.rfind("\n", 0, bracket.start) + 1
    end = source.find("\n", bracket.end)
    return start, len(source) if end < 0 else end + 1


def _spliced(document: Document, start: int, end: int, words: str) -> Document:
    """Put words in the place of a span, and read the text again."""
    source = document.source[:start] + words + document.source[end:]
    return parse_text(source, name=document.name, plain=document.plain)

"""The paragraphs of a document as lines of Markdown: whole paragraphs that somebody put in or took out, too.

The end of a paragraph can be put in or taken out like a word. Paragraphs up to the next end that stands are one group:
what it was before and what it is now are held against each other, and what differs becomes alternatives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from .alternatives import alternatives, bracket, label_of
from .paragraphs import Line, WordParagraph
from .pieces import Author

__all__ = ["alternative_lines", "authors_of", "viewed_lines"]


class _Choice(msgspec.Struct):
    """Lines that stood there, and lines that somebody wants."""

    authors: tuple[Author, ...]
    old: list[Line]
    new: list[Line]


def authors_of(paragraph: WordParagraph) -> list[Author]:
    """All who changed something in a paragraph or its end."""
    pieces = [author for piece in paragraph.pieces for author in (piece.put_in, piece.taken_out)]
    return [author for author in dict.fromkeys((paragraph.put_in, paragraph.taken_out, *pieces)) if author]


def viewed_lines(paragraphs: Sequence[WordParagraph], *, accepted: bool) -> list[Line]:
    """The lines if every change is accepted, or if every change is rejected."""
    lines: list[Line] = []
    joins = False
    for each in paragraphs:
        line = each.now if accepted else each.before
        if joins:
            lines[-1] = _joined(lines[-1], line)
        else:
            lines.append(line)
        joins = bool(each.taken_out if accepted else each.put_in)
    return [line for line in lines if not line.is_empty]


def alternative_lines(paragraphs: Sequence[WordParagraph]) -> list[str]:
    """The lines with every tracked change as alternatives."""
    told: list[str] = []
    group: list[WordParagraph] = []
    for place, each in enumerate(paragraphs):
        group.append(each)
        if place + 1 == len(paragraphs) or not (each.put_in or each.taken_out):
            told.extend(_told(group))
            group = []
    return told


def _joined(first: Line, second: Line) -> Line:
    """Join two paragraphs whose end between them is not there; the empty one leaves no trace."""
    if first.is_empty or second.is_empty:
        return second if first.is_empty else first
    space = "" if first.words.endswith((" ", "\n")) or not first.words else " "
    return Line(
        first.lead,
        first.marker,
        first.words + space + second.marker + second.words,
        first.attributes or second.attributes,
    )


def _told(group: list[WordParagraph]) -> Iterator[str]:
    """Write one group: whole paragraphs put in or taken out first, then what is mixed."""
    count = 0
    while count < len(group) and _whole_author(group[count]):
        count += 1
    for choice in _choices(group[:count]):
        yield from _written(choice)
    rest = group[count:]
    if len(rest) == 1:
        line = msgspec.structs.replace(rest[0].now, words=_tidy(rest[0], alternatives(rest[0].pieces)))
        yield from [] if line.is_empty else [str(line)]
    elif rest:
        yield from _mixed(rest)


def _tidy(paragraph: WordParagraph, words: str) -> str:
    """Words that were written without line breaks and double spaces stay so."""
    plain = " ".join(words.split())
    return plain if paragraph.now.words == " ".join(paragraph.now.words.split()) and "\n" not in words else words


def _whole_author(paragraph: WordParagraph) -> Author:
    """Who put in or took out all of a paragraph and its end; "" where that is not so."""
    author = paragraph.put_in or paragraph.taken_out
    if not author:
        return ""
    other = paragraph.before if paragraph.put_in else paragraph.now
    return author if other.is_empty else ""


def _choices(paragraphs: Sequence[WordParagraph]) -> list[_Choice]:
    """Join neighbours: what one author took out, and what the same one put in its place."""
    found: list[_Choice] = []
    for each in paragraphs:
        if each.before.is_empty and each.now.is_empty:
            continue
        author = each.put_in or each.taken_out
        last = found[-1] if found and found[-1].authors == (author,) else None
        if last is None or (each.taken_out and last.new):
            last = _Choice((author,), [], [])
            found.append(last)
        if each.put_in:
            last.new.append(each.now)
        else:
            last.old.append(each.before)
    return found


def _mixed(paragraphs: Sequence[WordParagraph]) -> Iterator[str]:
    """Write paragraphs that were split or joined: what is alike at both ends stays outside of the bracket."""
    old, new = viewed_lines(paragraphs, accepted=False), viewed_lines(paragraphs, accepted=True)
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if str(old[n]) != str(new[n])), shorter)
    end = next((n for n in range(shorter - start) if str(old[-1 - n]) != str(new[-1 - n])), shorter - start)
    yield from map(str, new[:start])
    authors = tuple(dict.fromkeys(author for each in paragraphs for author in authors_of(each)))
    middle = _Choice(authors, old[start : len(old) - end], new[start : len(new) - end])
    if middle.old or middle.new:
        yield from _written(middle)
    yield from map(str, new[len(new) - end :])


def _written(choice: _Choice) -> Iterator[str]:
    """Write a choice: as a bracket around whole provisions where one is among them, else in running text."""
    if any(line.opens for line in (*choice.old, *choice.new)):
        yield from _fence(choice)
    elif len(choice.old) <= 1 and len(choice.new) <= 1:
        yield _inline(choice.old[0] if choice.old else None, choice.new[0] if choice.new else None, choice.authors)
    elif not choice.old or not choice.new:
        for line in choice.old:
            yield _inline(line, None, choice.authors)
        for line in choice.new:
            yield _inline(None, line, choice.authors)
    else:
        old, new = ("\n\n".join(map(str, side)) for side in (choice.old, choice.new))
        yield bracket(old, new, choice.authors)


def _inline(old: Line | None, new: Line | None, authors: Sequence[Author]) -> str:
    stands = new or old
    assert stands is not None  # noqa: S101  one of the two is there
    words = bracket(old.words if old else "", new.words if new else "", authors)
    return str(msgspec.structs.replace(stands, words=words))


def _fence(choice: _Choice) -> Iterator[str]:
    """Write a bracket around whole provisions, its signs alone on their lines."""
    lines = [*choice.old, *choice.new]
    columns = min(len(str(line)) - len(str(line).lstrip(" ")) for line in lines)
    lead, label = " " * columns, label_of(choice.authors)
    if choice.old:
        yield f"{lead}["
        yield from map(str, choice.old)
        yield f"{lead}| {label}:"
    else:
        yield f"{lead}[{label}:"
    yield from map(str, choice.new)
    yield f"{lead}]"

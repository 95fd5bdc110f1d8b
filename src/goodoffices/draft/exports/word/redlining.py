"""A row as runs that stay, go out or come in: number, words, standing and attributes each by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from goodoffices.draft.lineage import redline

from .alignment import Row
from .inline import Runs, cut_runs, text_of
from .paragraphs import Paragraph

__all__ = ["Stretch", "stretches"]

Fate: TypeAlias = Literal["kept", "in", "out"]

_SPACES = re.compile(r"\s+|\S+")


class Stretch(msgspec.Struct, frozen=True):
    """Runs with one fate."""

    fate: Fate
    runs: Runs


def stretches(row: Row) -> list[Stretch]:
    """Give what a row shows, in reading order: without "in" it is the earlier text, without "out" the later one."""
    if row.old is None or row.new is None:
        paragraph = row.new or row.old
        assert paragraph is not None  # noqa: S101  a row has one of the two
        fate: Fate = "in" if row.new else "out"
        return [Stretch(fate, runs) for runs in _zones(paragraph) if runs]
    found = []
    for place, (old, new) in enumerate(zip(_zones(row.old), _zones(row.new), strict=True)):
        if old == new:
            found.append(Stretch("kept", new))
        elif place == 1:
            found.extend(_reworded(old, new))
        elif place == 0:
            found.extend(_renumbered(old, new))
        else:
            found += [Stretch("out", old), Stretch("in", new)]
    return [each for each in found if each.runs]


def _zones(paragraph: Paragraph) -> tuple[Runs, Runs, Runs, Runs]:
    return paragraph.marker, paragraph.words, paragraph.standing, paragraph.attributes


def _renumbered(old: Runs, new: Runs) -> Iterator[Stretch]:
    """Change a number, and keep the tab behind it."""
    was, now = text_of(old), text_of(new)
    tab = 1 if was[-1:] == now[-1:] and was and now else 0
    yield Stretch("out", cut_runs(old, 0, len(was) - tab))
    yield Stretch("in", cut_runs(new, 0, len(now) - tab))
    yield Stretch("kept", cut_runs(new, len(now) - tab, len(now)))


def _reworded(old: Runs, new: Runs) -> Iterator[Stretch]:
    """Compare words by words; the looks are those of the side that they come from."""
    before = after = 0
    for piece in redline(text_of(old), text_of(new)):
        if piece.kind == "kept" and piece.old != piece.new:
            yield from _respaced(
                cut_runs(old, before, before + len(piece.old)), cut_runs(new, after, after + len(piece.new))
            )
        elif piece.kind == "out":
            yield Stretch("out", cut_runs(old, before, before + len(piece.old)))
        else:
            fate: Fate = "kept" if piece.kind == "kept" else "in"
            yield Stretch(fate, cut_runs(new, after, after + len(piece.new)))
        before, after = before + len(piece.old), after + len(piece.new)


def _respaced(old: Runs, new: Runs) -> Iterator[Stretch]:
    """The same words with other white space: only the white space changes."""
    before = after = 0
    was, now = _SPACES.findall(text_of(old)), _SPACES.findall(text_of(new))
    if [each for each in was if not each.isspace()] != [each for each in now if not each.isspace()]:
        yield from (Stretch("out", old), Stretch("in", new))  # a mark that stood apart stands at a word now
        return
    while was or now:
        one, other = was[:1], now[:1]
        if one == other:
            yield Stretch("kept", cut_runs(new, after, after + len(other[0])))
        else:
            one, other = [each for each in one if each.isspace()], [each for each in other if each.isspace()]
            yield Stretch("out", cut_runs(old, before, before + len("".join(one))))
            yield Stretch("in", cut_runs(new, after, after + len("".join(other))))
        before, after = before + len("".join(one)), after + len("".join(other))
        was, now = was[len(one) :], now[len(other) :]

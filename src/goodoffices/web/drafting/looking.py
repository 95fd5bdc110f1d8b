"""A text looked at: worked out within the limit of time, and shown without its checks where that is not enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from goodoffices.brief.drafting.model import Fence, OpenText, ProvisionView, Trouble
from goodoffices.brief.drafting.model import Wording as Run
from goodoffices.web.asking import Asking

from .shown import ShownText, text_versions
from .tasks import Ground, KeptText, Looked, rolled, text_alone
from .worker import TooLong, timed

__all__ = [
    "Side",
    "TextBracket",
    "brackets_in",
    "changed_troubles",
    "find_bracket",
    "kept_texts",
    "look_at",
    "look_back",
]

_BACK = 12
"""Versions that are followed back."""


def kept_texts(texts: Sequence[ShownText]) -> tuple[KeptText, ...]:
    """Versions as they are worked on."""
    return tuple(
        KeptText(
            source=each.source,
            name=f"v{each.number}",
            author=each.version.by,
            date=each.version.at.date(),
            note=each.version.why,
        )
        for each in texts
    )


def look_at(source: str, ground: Ground, name: str = "now") -> Looked:
    """Look at a text with all checks; without them where it is too long.

    Raises:
        TooLong: If it is too long even for that.
    """
    version = KeptText(source=source, name=name)
    try:
        found: Looked = timed(rolled, (version,), ground, size=len(source))
    except TooLong:
        found = timed(text_alone, version, size=len(source), seconds=20.0)
    return found


def look_back(who: Asking, text: ShownText) -> Looked:
    """Look at a text and the versions before it, as far as they are followed.

    Raises:
        TooLong: If they are too long for that.
    """
    texts = [each for each in text_versions(who, text.name) if each.number <= text.number][-_BACK:]
    found: Looked = timed(
        rolled, kept_texts(texts), Ground(), size=sum(len(each.source) for each in texts), seconds=25.0
    )
    return found


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One alternative of a bracket: its number from 1, label, who wants it, its words and options."""

    number: int
    label: str
    parties: tuple[str, ...]
    words: Run | None
    options: tuple[str, ...] = ()


class TextBracket(msgspec.Struct, frozen=True, kw_only=True):
    """A bracket with where it stands; `around` says that it stands around whole provisions."""

    number: int
    provision: str
    place: str
    around: bool
    private: bool
    sides: tuple[Side, ...]


def brackets_in(looked: Looked) -> Iterator[TextBracket]:
    """All brackets of a text, in its order."""
    page = looked.page
    names = [each.name for each in page.parties]
    open_fences: list[tuple[Fence, list[Side]]] = []
    for run in page.preamble:
        yield from _within(run, "", "the preamble", names)
    for row in page.rows:
        if isinstance(row, ProvisionView):
            for run in (row.title, *row.paragraphs):
                yield from _within(run, row.id, row.full or "a point without number", names)
        elif row.edge == "closes":
            if open_fences:
                fence, sides = open_fences.pop()
                yield TextBracket(
                    number=fence.number,
                    provision="",
                    place="whole provisions",
                    around=True,
                    private=fence.private,
                    sides=tuple(sides),
                )
        else:
            side = Side(number=1, label=row.label, parties=tuple(names[place] for place in row.parties), words=None)
            if row.edge == "opens":
                open_fences.append((row, [side]))
            elif open_fences:
                sides = open_fences[-1][1]
                sides.append(msgspec.structs.replace(side, number=len(sides) + 1))
    for run in page.closing:
        yield from _within(run, "", "the signatures", names)


def _within(run: Run, provision: str, place: str, names: Sequence[str]) -> Iterator[TextBracket]:
    for each in run:
        if not isinstance(each, OpenText):
            continue
        sides = tuple(
            Side(
                number=number,
                label=side.label,
                parties=tuple(names[at] for at in side.parties),
                words=side.words,
                options=side.options,
            )
            for number, side in enumerate(each.sides, start=1)
        )
        yield TextBracket(
            number=each.number, provision=provision, place=place, around=False, private=each.private, sides=sides
        )
        for side in each.sides:
            yield from _within(side.words, provision, place, names)


def find_bracket(looked: Looked, number: int) -> TextBracket | None:
    """A bracket by its number in the text."""
    return next((each for each in brackets_in(looked) if each.number == number), None)


def changed_troubles(before: Looked, after: Looked) -> tuple[tuple[Trouble, ...], tuple[Trouble, ...]]:
    """What an edit brings in of problems, and what it mends."""
    was = {(each.kind, each.message) for each in before.page.troubles}
    now = {(each.kind, each.message) for each in after.page.troubles}
    new = tuple(each for each in after.page.troubles if (each.kind, each.message) not in was)
    gone = tuple(each for each in before.page.troubles if (each.kind, each.message) not in now)
    return new, gone

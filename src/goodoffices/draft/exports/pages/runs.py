"""A text as lines of runs: what is shown on a page, whatever the page is made with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, TypeAlias

import msgspec

from goodoffices.draft.text import Bracket, Document, Part, Provision, Words, paragraphs, plain_words, status_label
from goodoffices.draft.text.sketch import is_headed
from goodoffices.record import most_restricted

from ..remarks import all_parts
from ..tokens import TOKEN

__all__ = ["Line", "Page", "Run", "page_of"]

RunKind: TypeAlias = Literal["words", "bold", "italic", "link", "sign", "party", "note"]
LineKind: TypeAlias = Literal["heading", "paragraph", "fence", "closing"]

_SPACE = re.compile(r"\s+")
_FOLLOWED = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_DEEPEST = 6


class Run(msgspec.Struct, frozen=True):
    """Some words of one look; a sign is ``[``, ``|`` or ``]``."""

    kind: RunKind
    text: str
    target: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph or heading.

    Attributes:
        kind: What it is; a fence is a line of a bracket around whole provisions.
        runs: Its words.
        depth: How far it is set in, from 1.
        level: Of a heading, 1 (the title) to 6; else 0.
        number: The number before it as the text writes it, or "".
        id: Id of the provision that it opens, or "".
        rtl: Is it written from right to left?
    """

    kind: LineKind
    runs: tuple[Run, ...]
    depth: int = 1
    level: int = 0
    number: str = ""
    id: str = ""
    rtl: bool = False


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A whole text.

    Attributes:
        title: Its title, or "".
        language: BCP 47, or "" where the text does not say.
        marking: "TLP:AMBER", that of the most restricted thing in it; "" where nothing in it is marked.
        lines: In order, the title first.
    """

    title: str
    language: str
    marking: str
    lines: tuple[Line, ...]


def page_of(document: Document) -> Page:
    """Lay a text out."""
    meta = dict(document.meta)
    return Page(
        title=document.title,
        language=meta.get("language") or meta.get("lang") or "",
        marking=_marking(document),
        lines=tuple(_lines(document)),
    )


def _marking(document: Document) -> str:
    brackets = [*document.brackets, *(part for part in all_parts(document) if isinstance(part, Bracket))]
    own = [document.marking, *(each.marking for each in document.provisions)]
    for each in brackets:
        own += [each.marking, *(alternative.marking for alternative in each.alternatives)]
    marked = [each for each in own if each is not None]
    return most_restricted(marked).label if marked else ""


def _lines(document: Document) -> Iterator[Line]:
    if document.title:
        yield _line("heading", (Run("words", document.title),), level=1)
    for paragraph in paragraphs(document.preamble):
        yield _line("paragraph", _runs(paragraph))
    yield from _pieces(document, document.under(""), bracket_depth=0, depth=1, level=2)
    for paragraph in paragraphs(document.closing):
        yield _line("closing", _runs(paragraph))


def _pieces(
    document: Document, provisions: Sequence[Provision], *, bracket_depth: int, depth: int, level: int
) -> Iterator[Line]:
    for index, members in groupby(provisions, key=lambda each: _bracket_at(each, bracket_depth)):
        if index < 0:
            for each in members:
                yield from _provision(document, each, depth=depth, level=level)
        else:
            yield from _fence(document, index, list(members), bracket_depth=bracket_depth, depth=depth, level=level)


def _provision(document: Document, provision: Provision, *, depth: int, level: int) -> Iterator[Line]:
    headed = is_headed(document, provision)
    own = paragraphs(provision.body)
    tail = _tail(provision)
    number = provision.marker if provision.marker not in _BULLETS else "•"
    if headed:
        runs = (*_runs(provision.title), *tail)
        yield _line("heading", runs, level=level, number=number, id=provision.id, depth=depth)
        for paragraph in own:
            yield _line("paragraph", _runs(paragraph), depth=depth)
    else:
        first, *others = own or ((),)
        yield _line("paragraph", (*_runs(first), *tail), depth=depth, number=number, id=provision.id)
        for paragraph in others:
            yield _line("paragraph", _runs(paragraph), depth=depth + bool(number))
    under = document.under(provision.id)
    inner, deeper = (depth, min(level + 1, _DEEPEST)) if headed else (depth + 1, level)
    yield from _pieces(document, under, bracket_depth=len(provision.within), depth=inner, level=deeper)


_BULLETS = frozenset("-*+")


def _fence(
    document: Document, index: int, provisions: Sequence[Provision], *, bracket_depth: int, depth: int, level: int
) -> Iterator[Line]:
    """The lines of a bracket around whole provisions, and what stands between them."""
    bracket = document.brackets[index]
    for number, alternative in enumerate(bracket.alternatives):
        sign = Run("sign", "|" if number else "[")
        label = (Run("words", " "), Run("party", f"{alternative.label}:")) if alternative.label else ()
        yield _line("fence", (sign, *label), depth=depth)
        inside = [each for each in provisions if each.within[bracket_depth].alternative == number]
        yield from _pieces(document, inside, bracket_depth=bracket_depth + 1, depth=depth, level=level)
    yield _line("fence", (Run("sign", "]"), *_private(bracket)), depth=depth)


def _tail(provision: Provision) -> tuple[Run, ...]:
    """How far a provision has come, who agreed, when, and who may be shown it."""
    said = [
        status_label(provision.status) if provision.status else "",
        f"by {', '.join(provision.agreed_by)}" if provision.agreed_by else "",
        f"on {provision.agreed_on.isoformat()}" if provision.agreed_on else "",
    ]
    notes = [" ".join(filter(None, said)), provision.marking.label if provision.marking else ""]
    return tuple(Run("note", f" ({note})") for note in notes if note)


def _private(bracket: Bracket) -> tuple[Run, ...]:
    notes = ["private" if bracket.private else "", bracket.marking.label if bracket.marking else ""]
    return tuple(Run("note", f" ({note})") for note in notes if note)


def _runs(parts: Sequence[Part]) -> tuple[Run, ...]:
    found: list[Run] = []
    for part in parts:
        if isinstance(part, Words):
            found.extend(_words(part.text))
        else:
            found.extend(_bracket(part))
    return tuple(_trimmed(found))


def _bracket(bracket: Bracket) -> Iterator[Run]:
    for number, alternative in enumerate(bracket.alternatives):
        yield Run("sign", " | " if number else "[")
        if alternative.label:
            yield Run("party", f"{alternative.label}:")
            yield Run("words", " ")
        yield from _runs(alternative.parts)
        if alternative.marking:
            yield Run("note", f" ({alternative.marking.label})")
    yield Run("sign", "]")
    yield from _private(bracket)


def _words(raw: str) -> Iterator[Run]:
    position = 0
    for found in TOKEN.finditer(raw):
        yield _plain("words", raw[position : found.start()])
        position = found.end()
        if found["words"]:
            follows = _FOLLOWED.match(found["target"])
            yield Run("link" if follows else "words", plain_words(found["words"]), found["target"] if follows else "")
        elif found["bold"] or found["italic"]:
            yield Run("bold" if found["bold"] else "italic", plain_words(found["bold"] or found["italic"]))
        elif found["escaped"]:
            yield Run("words", found["escaped"])
        else:
            yield Run("words", plain_words(found["other"]))
    yield _plain("words", raw[position:])


def _plain(kind: RunKind, raw: str) -> Run:
    return Run(kind, _SPACE.sub(" ", raw.removeprefix("\\") if re.match(r"\\\w", raw) else raw))


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """Join neighbours of one look, and take white space from both ends."""
    found: list[Run] = []
    for run in runs:
        if found and run.kind == found[-1].kind == "words":
            found[-1] = Run("words", found[-1].text + run.text)
        elif run.text:
            found.append(run)
    if found and found[0].kind == "words":
        found[0] = Run("words", found[0].text.lstrip())
    if found and found[-1].kind == "words":
        found[-1] = Run("words", found[-1].text.rstrip())
    return [run for run in found if run.text]


def _line(
    kind: LineKind,
    runs: tuple[Run, ...],
    *,
    depth: int = 1,
    level: int = 0,
    number: str = "",
    id: str = "",  # noqa: A002  the field's name
) -> Line:
    if kind == "heading" and not number and not any(run.text.strip() for run in runs):
        kind, level = "paragraph", 0
    rtl = _from_right("".join(run.text for run in runs if run.kind != "party"))
    return Line(kind=kind, runs=runs, depth=min(depth, _DEEPEST), level=level, number=number, id=id, rtl=rtl)


def _from_right(words: str) -> bool:
    """Is a line written from right to left? Its first letter says so."""
    return next((way in {"R", "AL"} for way in map(unicodedata.bidirectional, words) if way in {"L", "R", "AL"}), False)


def _bracket_at(provision: Provision, depth: int) -> int:
    return provision.within[depth].bracket if len(provision.within) > depth else -1

"""The comparison of two texts, ready to be shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from goodoffices.brief.build.phrases import counted
from goodoffices.brief.drafting.model import (
    ChangeView,
    ComparisonPage,
    PieceView,
    RedlinedPoint,
    TallyView,
    TextView,
)
from goodoffices.draft.lineage import (
    CHANGES,
    Comparison,
    Link,
    Piece,
    PointLike,
    River,
    change_terms,
    compare,
    in_words,
    link_in_words,
    measure_convergence,
    open_brackets,
    redline,
)
from goodoffices.draft.merge import brackets_of
from goodoffices.draft.text import Document, points, read_aloud
from goodoffices.record import Marking, most_restricted

from .flows import flow_of

__all__ = ["build_comparison", "marking_of"]

_BETWEEN = "\n\n"


def build_comparison(a: Document, b: Document, *, generated: dt.datetime | None = None) -> ComparisonPage:
    """Compare two texts for a page.

    Args:
        a: The earlier text.
        b: The later.
        generated: When the page is written.
    """
    found = compare(a, b)
    markings = [each for each in (marking_of(a), marking_of(b)) if each is not None]
    return ComparisonPage(
        title=b.title or a.title or "Comparison",
        generated=generated,
        marking=most_restricted(markings) if markings else None,
        before=_text(a),
        after=_text(b),
        summary=in_words(found),
        brackets=_brackets(a, b, found),
        tallies=tuple(_tallies(found)),
        changes=tuple(_change(n, link, found, (a, b)) for n, link in enumerate(found.links, start=1)),
        flow=flow_of((found,), (Path(a.name).name or "before", Path(b.name).name or "after")),
    )


def marking_of(document: Document) -> Marking | None:
    """The most restricted marking in a text, or None where it names none."""
    brackets = brackets_of(document)
    inner = (side.marking for bracket in brackets for side in bracket.alternatives)
    all_of_it = (
        document.marking,
        *(each.marking for each in document.provisions),
        *(each.marking for each in brackets),
        *inner,
    )
    named = [each for each in all_of_it if each is not None]
    return most_restricted(named) if named else None


def _text(document: Document) -> TextView:
    return TextView(
        name=Path(document.name).name,
        title=document.title,
        version=dict(document.meta).get("version", ""),
        points=len(points(document)),
        brackets=len(open_brackets(document)),
    )


def _brackets(a: Document, b: Document, found: Comparison) -> str:
    """Say what became of the brackets."""
    before, after = measure_convergence((a, b), River((found,), ())).tallies
    if not before.open and not after.open:
        return ""
    kept = before.open - after.closed
    told = f"{counted(before.open, 'open bracket')} became {after.open}: {kept} still open, {after.closed} closed"
    return f"{told}, {after.opened} new."


def _tallies(found: Comparison) -> Iterator[TallyView]:
    terms = change_terms()
    for change in CHANGES:
        links = [link for link in found.links if link.change == change]
        if links:
            before, after = sum(len(link.a) for link in links), sum(len(link.b) for link in links)
            yield TallyView(change, terms[change].label, terms[change].description, len(links), before, after)


def _change(number: int, link: Link, found: Comparison, texts: tuple[Document, Document]) -> ChangeView:
    one, other = found.points_a(link), found.points_b(link)
    old, new = [_wording(each, texts[0]) for each in one], [_wording(each, texts[1]) for each in other]
    pieces = redline(_BETWEEN.join(old), _BETWEEN.join(new))
    unworded = link.change in {"same", "moved"} and any(piece.kind != "kept" for piece in pieces)
    return ChangeView(
        id=f"c{number}",
        change=link.change,
        label=change_terms()[link.change].label,
        moved=link.moved,
        similarity=round(float(link.similarity), 4),
        says=link_in_words(found, link),
        brackets="the words are the same, the brackets are not" if unworded else "",
        a=_side(one, old, pieces, "in"),
        b=_side(other, new, pieces, "out"),
    )


def _wording(point: PointLike, document: Document) -> str:
    """The words of a point with its brackets and labels, as the text has them."""
    provision = document[point.id]
    return read_aloud(provision.body or provision.title)


def _side(
    own: Sequence[PointLike], wordings: Sequence[str], pieces: Sequence[Piece], without: str
) -> tuple[RedlinedPoint, ...]:
    """Cut the runs of one side of a redline at the ends of its points."""
    runs = [(piece.kind, piece.old if without == "in" else piece.new) for piece in pieces if piece.kind != without]
    shown, place = [], 0
    ends = []
    for wording in wordings:
        ends.append((place, place + len(wording)))
        place += len(wording) + len(_BETWEEN)
    for point, (start, end) in zip(own, ends, strict=True):
        heading = getattr(point, "heading", "")
        shown.append(RedlinedPoint(point.id, point.number, heading, tuple(_cut(runs, start, end))))
    return tuple(shown)


def _cut(runs: Sequence[tuple[str, str]], start: int, end: int) -> Iterator[PieceView]:
    place = 0
    for kind, text in runs:
        cut = text[max(start - place, 0) : max(end - place, 0)]
        if cut:
            yield PieceView(kind, cut)
        place += len(text)

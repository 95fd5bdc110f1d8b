"""A comparison in Markdown: what went out is struck, what came in is bold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.brief.build.phrases import day_words
from goodoffices.brief.drafting.model import ChangeView, ComparisonPage, PieceView, RedlinedPoint
from goodoffices.brief.markdown.text import heading, plain

__all__ = ["comparison_to_markdown", "squeezed"]


def comparison_to_markdown(page: ComparisonPage) -> str:
    """Write a comparison as Markdown.

    Args:
        page: The view models.
    """
    return squeezed(_lines(page))


def squeezed(lines: Iterator[str]) -> str:
    """Join lines; a blank line stands neither first nor behind another."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip("\n") + "\n"


def _lines(page: ComparisonPage) -> Iterator[str]:
    if page.marking:
        yield f"**{page.marking.label}**"
    yield from heading(1, page.title)
    names = " → ".join(plain(each.version or each.name) for each in (page.before, page.after))
    yield names + (f" · written {day_words(page.generated.date())}" if page.generated else "")
    yield from ("", " ".join(filter(None, [plain(page.summary), plain(page.brackets)])))
    for change in page.changes:
        yield from _change(change)


def _change(change: ChangeView) -> Iterator[str]:
    word = f"{change.label}, moved" if change.moved and change.change != "moved" else change.label
    yield from heading(2, f"{_numbers(change.a) or '—'} → {_numbers(change.b) or '—'}: {word}")
    if change.brackets:
        yield from (f"{plain(change.brackets).capitalize()}.", "")
    if change.change in {"same", "moved"} and not change.brackets:
        yield from (plain(_words(point.pieces)) for point in change.b)
        return
    for side, points in (("Before", change.a), ("After", change.b)):
        yield from (f"- {side} {plain(point.number)}: {_redlined(point.pieces)}" for point in points)


def _numbers(points: Sequence[RedlinedPoint]) -> str:
    return ", ".join(point.number or point.id for point in points)


def _words(pieces: Sequence[PieceView]) -> str:
    return "".join(piece.text for piece in pieces)


def _redlined(pieces: Sequence[PieceView]) -> str:
    return "".join(_marked(piece) for piece in pieces)


def _marked(piece: PieceView) -> str:
    """Put the marks close to the words: Markdown reads them only so."""
    words = piece.text.strip()
    if not words:
        return piece.text
    before = piece.text[: len(piece.text) - len(piece.text.lstrip())]
    after = piece.text[len(piece.text.rstrip()) :]
    sign = {"out": "~~", "in": "**"}.get(piece.kind, "")
    return f"{before}{sign}{plain(words)}{sign}{after}"

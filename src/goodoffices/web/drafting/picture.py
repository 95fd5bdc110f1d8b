"""What a text leaves each party, drawn: the whole of the deal, what the text leaves of it, and no deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.weighing.drawing.measure import Measure
from goodoffices.desk.worth import PartyChange, PartyWorth, TextWorth

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["worth_chart"]

_WIDTH = 640
_ROW = 46
_TOP = 26
_FONT = 13
_LABELLED = 40
"""Characters of a party's name above its bar."""


def worth_chart(worth: TextWorth) -> Markup | None:
    """Draw a row a party: a line for all that the deal could be, a bar for what the text leaves, and no deal as a mark.

    Args:
        worth: What the text is worth.

    Returns:
        None where there is nothing to draw.
    """
    if not worth.parties:
        return None
    x = Measure.over(_ends(worth), 8, _WIDTH - 8)
    height = _TOP + _ROW * len(worth.parties) + 4
    before = {each.party: each for each in worth.change.parties} if worth.change else {}
    rows = (_row(each, before.get(each.party), x, _TOP + _ROW * n) for n, each in enumerate(worth.parties))
    title = "What the text leaves each party, and what no deal is worth to it"
    return element(
        "svg",
        element("title", join([text_of(title)])),
        _frame(x, height),
        *rows,
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        aria_label=title,
        class_="chart ranges text-worth",
        font_size=_FONT,
    )


def text_of(words: str) -> Markup:
    """Words as markup."""
    from markupsafe import escape  # noqa: PLC0415  comes with jinja2

    return escape(words)


def _ends(worth: TextWorth) -> list[float]:
    found = [value for each in worth.parties for value in (each.lowest, each.highest, each.least, each.most)]
    found += [each.no_deal for each in worth.parties if each.no_deal is not None]
    return found + [value for each in worth.parties for value in each.unsure or ()]


def _frame(x: Measure, height: float) -> Markup:
    parts = []
    for value, label in x.ticks():
        at = x.at(value)
        parts.append(element("line", x1=at, x2=at, y1=_TOP - 6, y2=height, class_="grid", stroke="#e4e0d8"))
        parts.append(text(label, x=at, y=14, class_="tick", text_anchor="middle", fill="#5c5850"))
    return join(parts)


def _row(each: PartyWorth, before: PartyChange | None, x: Measure, top: float) -> Markup:
    middle = top + 29
    line = element(
        "line", x1=x.at(each.lowest), x2=x.at(each.highest), y1=middle, y2=middle, class_="whole", stroke="#8a8578"
    )
    parts = [text(clip(each.party, _LABELLED), x=0, y=top + 13, class_="label", fill="#1d1c1a"), line]
    if each.unsure:
        parts.append(_bar(x, each.unsure, middle, 5, "unsure"))
    parts.append(_bar(x, (each.least, each.most), middle, 11, "worth"))
    if each.agreed:
        parts.append(_bar(x, each.agreed, middle, 11, "agreed"))
    if before:
        parts.append(_bar(x, before.before, middle, 17, "before"))
    if each.no_deal is not None:
        at = x.at(each.no_deal)
        parts.append(
            element(
                "line", x1=at, x2=at, y1=middle - 10, y2=middle + 10, class_="least", stroke="#a3161c", stroke_width=2.5
            )
        )
    return element("g", *parts)


def _bar(x: Measure, ends: tuple[float, float], middle: float, thick: float, kind: str) -> Markup:
    low, high = x.at(ends[0]), x.at(ends[1])
    plain = {"worth": "#9cb8d8", "agreed": "#17457a", "unsure": "#d9d5ca", "before": "none"}[kind]
    return element(
        "rect", x=low, y=middle - thick / 2, width=max(high - low, 2.0), height=thick, rx=2, class_=kind, fill=plain
    )

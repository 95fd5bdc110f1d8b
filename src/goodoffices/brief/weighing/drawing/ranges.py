"""What a package is worth to each party beside no deal, with how far either is unsure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.brief.build.phrases import clip
from goodoffices.brief.drawing.svg import element, join, text
from goodoffices.brief.drawing.timeline import text_of
from goodoffices.brief.weighing.model import PackageView, PartyView, Space

from .measure import Measure

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["range_chart"]

_WIDTH = 560
_GUTTER = 168
_ROW = 38
_TOP = 26
_FONT = 13


def range_chart(package: PackageView, space: Space) -> Markup:
    """Draw a row a party: a bar from the 5th to the 95th percentile of what the package is worth, and of no deal.

    Args:
        package: The package.
        space: The deal space, for what no deal is worth.
    """
    ends = [value for view in package.parties for value in (view.low, view.high, view.utility)]
    ends += [value for each in space.walk_away if each for value in (each[0], each[2])]
    x = Measure.over(ends, _GUTTER, _WIDTH - 16)
    height = _TOP + _ROW * len(package.parties) + 4
    title = f"Package {package.id}: what it is worth to each party, and what no deal is worth"
    rows = zip(package.parties, space.walk_away, strict=True)
    return element(
        "svg",
        element("title", text_of(title)),
        _frame(x, height),
        *(_row(view, least, x, _TOP + _ROW * n) for n, (view, least) in enumerate(rows)),
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        aria_label=title,
        class_="chart ranges",
        font_size=_FONT,
    )


def _frame(x: Measure, height: float) -> Markup:
    parts = []
    for value, label in x.ticks():
        at = x.at(value)
        parts.append(element("line", x1=at, x2=at, y1=_TOP - 6, y2=height, class_="grid", stroke="#e4e0d8"))
        parts.append(text(label, x=at, y=14, class_="tick", text_anchor="middle", fill="#5c5850"))
    return join(parts)


def _row(view: PartyView, least: tuple[float, float, float] | None, x: Measure, top: float) -> Markup:
    middle = top + 14
    parts = [text(clip(view.party, 24), x=0, y=middle + 5, class_="label", fill="#1d1c1a")]
    low, high = x.at(view.low), x.at(view.high)
    parts.append(
        element("rect", x=low, y=middle - 5, width=max(high - low, 1), height=9, rx=4, class_="worth", fill="#9cb8d8")
    )
    parts.append(element("circle", cx=x.at(view.utility), cy=middle - 0.5, r=5, class_="point", fill="#17457a"))
    if least:
        start, end = x.at(least[0]), x.at(least[2])
        width = max(end - start, 3)
        box = {"x": (start + end - width) / 2, "y": middle + 7, "width": width, "height": 8}
        parts.append(element("rect", class_="least", fill="#a3161c", **box))
    else:
        parts.append(text("no deal: unknown", x=x.start, y=middle + 18, class_="tick", fill="#5c5850"))
    return element("g", *parts)

"""How far the provisions have come, as one bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.brief.drafting.model import StatusCount
from goodoffices.brief.drawing.svg import element
from goodoffices.brief.drawing.timeline import text_of

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["standing_bar"]

_WIDTH, _HEIGHT, _GAP = 1000, 22, 3
_TITLE = "How far the provisions have come; the same in words below"
_FILLS = {
    "agreed": "#1b6534", "agreed-ad-referendum": "url(#hatch-referendum)", "under-discussion": "url(#hatch-discussion)",
    "proposed": "#f5f2ec", "reserved": "#a3161c", "": "#ffffff",
}  # fmt: skip


def standing_bar(statuses: Sequence[StatusCount]) -> Markup | None:
    """Draw the bar.

    Args:
        statuses: How many provisions have come how far.

    Returns:
        An SVG 1,000 units wide, or None where the text says of no status.
    """
    whole = sum(each.count for each in statuses)
    if not whole:
        return None
    room, x, parts = _WIDTH - _GAP * (len(statuses) - 1), 0.0, []
    for each in statuses:
        width = room * each.count / whole
        box = {"x": x, "y": 1, "width": width, "height": _HEIGHT - 2}
        label = element("title", text_of(f"{each.label}: {each.count}"))
        fill = _FILLS.get(each.status, _FILLS[""])
        parts.append(element("rect", label, class_=each.status or "none", fill=fill, stroke="#57534b", **box))
        x += width + _GAP
    return element(
        "svg",
        element("title", text_of(_TITLE)),
        _hatches(),
        *parts,
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        preserveAspectRatio="none",
        role="img",
        aria_label=_TITLE,
        class_="chart standing",
    )


def _hatches() -> Markup:
    """Hatchings, so that the parts differ without colour."""
    made = [
        element(
            "pattern",
            element("rect", width=8, height=8, class_=f"ground {name}", fill="#fffefb"),
            element("path", d=d, class_=f"stroke {name}", fill="none", stroke=colour, stroke_width=width),
            id=f"hatch-{name}",
            width=8,
            height=8,
            patternUnits="userSpaceOnUse",
        )
        for name, d, colour, width in (
            ("referendum", "M-2,2l4,-4M0,8l8,-8M6,10l4,-4", "#0b6160", 3.5),
            ("discussion", "M4,0v8", "#7a4c00", 2.5),
        )
    ]
    return element("defs", *made)

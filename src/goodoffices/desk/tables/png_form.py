"""A chart as a picture (PNG), with its title and its marking drawn in, so that they cannot be cut off in passing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goodoffices.brief.drawing.svg import element, text
from goodoffices.record import InputError, Marking

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["to_png"]

_MARGIN, _BAND = 16, 34
_FONTS = "Noto Sans, DejaVu Sans, Liberation Sans, Arial, Libertinus Serif"
"""The last one comes with typst, for a machine that has none."""
_VIEW = re.compile(r'viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"')
_PAGE = """
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: eval(sys.inputs.width) * 1pt)
"""
_WIDEST = 8_000


def to_png(svg: str, *, title: str, marking: Marking, width_px: int = 1_920) -> bytes:
    """Draw a chart of ours as a picture.

    Args:
        svg: An SVG with a ``viewBox``, as `goodoffices.brief.drawing` and `matrix_chart` make them.
        title: What stands above it.
        marking: Who may be shown it; stands above and below it.
        width_px: Width of the picture, in pixels, up to 8,000.

    Returns:
        The picture, on white. Letters come from the machine's fonts, or from typst's own where it has none.

    Raises:
        InputError: If typst, which draws it, is not installed; if `svg` is no chart; if the width cannot be drawn.
    """
    if not 1 <= width_px <= _WIDEST:
        msg = f"a picture can be 1 to {_WIDEST} pixels wide, not {width_px}"
        raise InputError(msg)
    try:
        import typst  # noqa: PLC0415  an extra of 84 MB
    except ImportError:
        msg = "a picture needs typst, which is not installed: pip install 'goodoffices[pdf]'; or take the page"
        raise InputError(msg) from None
    framed, width = _framed(svg, title, marking)
    given = {"svg": framed, "width": f"{width:.1f}"}
    try:
        drawn = typst.compile(_PAGE.encode(), format="png", ppi=72 * width_px / width, sys_inputs=given)
    except typst.TypstError as error:
        msg = f"the chart cannot be drawn: {str(error)[:160]}"
        raise InputError(msg) from None
    return bytes(drawn)


def _framed(svg: str, title: str, marking: Marking) -> tuple[str, float]:
    """Set a chart into a larger one with its title and marking; give the width of that."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    seen = _VIEW.search(svg)
    if not svg.startswith("<svg") or seen is None:
        msg = "that is no chart: an SVG with a viewBox is wanted"
        raise InputError(msg)
    width, height = float(seen[3]), float(seen[4])
    placed = svg.replace("<svg", f'<svg x="{_MARGIN}" y="{_BAND + _MARGIN}" width="{width}" height="{height}"', 1)
    whole_width, whole_height = width + 2 * _MARGIN, height + 2 * (_BAND + _MARGIN)
    framed = element(
        "svg",
        element("rect", width=whole_width, height=whole_height, fill="#ffffff"),
        text(title, x=_MARGIN, y=_BAND - 8, font_size=16, font_weight="bold", fill="#1d1c1a"),
        *_marks(marking, whole_width - _MARGIN, (_BAND - 8, whole_height - 12)),
        Markup(placed),  # noqa: S704  a chart of ours, whose every text is escaped
        viewBox=f"0 0 {whole_width:.1f} {whole_height:.1f}",
        xmlns="http://www.w3.org/2000/svg",
        font_family=_FONTS,
    )
    return str(framed), whole_width


def _marks(marking: Marking, x: float, rows: tuple[float, ...]) -> list[Markup]:
    return [
        text(marking.label, x=x, y=y, text_anchor="end", font_size=13, font_weight="bold", fill="#1d1c1a") for y in rows
    ]

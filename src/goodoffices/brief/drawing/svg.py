"""SVG elements with every text and attribute escaped, so that a name never becomes markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["element", "join", "text", "text_width"]

_CHARACTER_WIDTH = 0.54  # of the font size, the mean of a system sans-serif


def element(name: str, *children: Markup, **attributes: str | float | None) -> Markup:
    """Make an element.

    Args:
        name: Its name.
        children: What stands in it, already markup.
        attributes: Its attributes; ``class_`` and ``stroke_width`` become ``class`` and ``stroke-width``; None is left
            out; numbers are rounded to a tenth.

    Returns:
        The markup, with every value escaped.
    """
    from markupsafe import Markup, escape  # noqa: PLC0415  comes with jinja2, which only HTML needs

    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _value(value))
        for key, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(escape(child) for child in children)
    return Markup("<{}{}>{}</{}>").format(Markup(name), written, inner, Markup(name))  # noqa: S704  names are ours, the rest is escaped


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def text(words: str, *, x: float, y: float, **attributes: str | float | None) -> Markup:
    """Make a text element at a point."""
    from markupsafe import escape  # noqa: PLC0415  the same

    return element("text", escape(words), x=x, y=y, **attributes)


def text_width(words: str, size_px: float) -> float:
    """Estimate how wide a text is drawn, in pixels."""
    return len(words) * size_px * _CHARACTER_WIDTH


def join(parts: Iterable[Markup]) -> Markup:
    """Join markup."""
    from markupsafe import Markup  # noqa: PLC0415  the same

    return Markup("").join(parts)

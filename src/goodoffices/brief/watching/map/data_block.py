"""What the script is given: the numbers that it filters, as JSON that no text can break out of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from .marks import LARGEST_RADIUS, LEAST_RADIUS, SHAPES, sign_of, signs
from .model import MapPage

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["data_block"]


def data_block(page: MapPage) -> Markup:
    """Write the numbers for the script."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2, which only HTML needs

    several, tally = sign_of(""), page.tally
    kinds = [_kind(tally.kind_name(number)) for number in range(len(tally.kinds))]
    document = {
        "width": page.sheet.width,
        "height": page.sheet.height,
        "km": page.sheet.bar.km / page.sheet.bar.pixels if page.sheet.bar.pixels else 1,
        "one": page.sheet.one,
        "radii": [LEAST_RADIUS, LARGEST_RADIUS],
        "shapes": {name: SHAPES[name] for name in sorted({several.shape, *(kind["shape"] for kind in kinds)})},
        "kinds": kinds,
        "several": {"shape": several.shape, "colour": several.colour},
        "levels": page.levels,
        "level": page.level,
        "starts": [day.isoformat() for day in tally.starts],
        "weeks": tally.weeks,
        "sizes": [len(tally.kinds), len(tally.actors), len(tally.starts)],
        "numbers": len(tally.count),
        "packed": tally.packed(),
        "listed": [
            [each.cell, each.kind, each.actor, each.span, each.x, each.y, each.ring]
            for cell in page.cells
            for each in cell.incidents
        ],
        "counted": page.counted,
        "titles": {cell.id.removeprefix("at-"): cell.title for cell in page.cells},
    }
    written = msgspec.json.encode(document).decode("utf-8")
    safe = written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704  no letter is left that ends a script element


def _kind(name: str) -> dict[str, Any]:
    sign = sign_of(name)
    return {"shape": sign.shape, "colour": sign.colour, "own": name in signs()}

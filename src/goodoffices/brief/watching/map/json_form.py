"""The map for machines: the numbers and lists behind the drawing, without the drawing."""

from __future__ import annotations

import msgspec

from .model import MapPage

__all__ = ["map_to_json"]

_DRAWN = ("sheet", "levels", "level", "tally")


def map_to_json(page: MapPage) -> str:
    """Write what the map shows as JSON.

    Args:
        page: The view models.

    Returns:
        An object with the fields of `MapPage` but those of the drawing; cells without marks, zones without outlines.
    """
    document = {name: getattr(page, name) for name in page.__struct_fields__ if name not in _DRAWN}
    document = msgspec.to_builtins(document)
    document["projection"] = page.sheet.projection
    document["countries"] = page.sheet.ground.countries
    document["hatched"] = [area.id for area in page.sheet.ground.hatched]
    for cell in document["cells"]:
        del cell["marks"]
    for zone in document["zones"]:
        del zone["path"]
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode("utf-8") + "\n"

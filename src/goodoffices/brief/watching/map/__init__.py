"""The map of the watch room: incidents, zones and the ground under them, in one page that reaches no network.

Whose borders are drawn is a choice that the page states: docs/explanation/watch-map.md.
"""

from __future__ import annotations

from .borders import VIEWS
from .build import SHOWN, Choices, map_page
from .html import map_sections, map_to_html
from .json_form import map_to_json
from .model import MapPage

__all__ = ["SHOWN", "VIEWS", "Choices", "MapPage", "map_page", "map_sections", "map_to_html", "map_to_json"]

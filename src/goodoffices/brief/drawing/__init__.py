"""Charts as SVG made in Python: they work in a page, on paper and with no script, and come out the same every time."""

from .graph import contact_graph
from .timeline import timeline_chart

__all__ = ["contact_graph", "timeline_chart"]

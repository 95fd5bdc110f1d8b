"""Attribution: who says, thinks or wants what, and by which words the text shows it."""

from .finding import attributions, find_attributions
from .model import Attribution, Kind, Manner, Span, Spans

__all__ = ["Attribution", "Kind", "Manner", "Span", "Spans", "attributions", "find_attributions"]

"""From an analysis to the view models of its report."""

from __future__ import annotations

from .assemble import build_foretelling, build_weighing
from .figures import Sentences

__all__ = ["Sentences", "build_foretelling", "build_weighing"]

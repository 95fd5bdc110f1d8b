"""Versions of a text: append-only, each with its parent, author, date, note and release marking."""

from .keep import History, open_history
from .version import Version, make_version

__all__ = ["History", "Version", "make_version", "open_history"]

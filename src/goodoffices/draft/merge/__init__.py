"""Editing as a mediator does: accept, reject, and merge what several people wrote."""

from __future__ import annotations

from .choosing import accept, brackets_of, find_bracket, reject
from .merging import Merged, merge
from .resolving import Clash, ClashKind

__all__ = ["Clash", "ClashKind", "Merged", "accept", "brackets_of", "find_bracket", "merge", "reject"]

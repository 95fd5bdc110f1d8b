"""A model drafted from the record, and drafted again after new reports without touching what people changed."""

from __future__ import annotations

from .changes import Act, Change
from .draft import draft_model
from .redraft import redraft

__all__ = ["Act", "Change", "draft_model", "redraft"]

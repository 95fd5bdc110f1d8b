"""Counts in daily monitoring reports: "recorded 341 ceasefire violations, compared with 468 in the previous period"."""

from .counting import counts_in_prose
from .model import KINDS, Count
from .rows import CountRow, incidents_of_counts

__all__ = ["KINDS", "Count", "CountRow", "counts_in_prose", "incidents_of_counts"]

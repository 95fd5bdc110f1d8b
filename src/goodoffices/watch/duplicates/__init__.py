"""Duplicates: reports of one incident by several sources, linked and counted once.

`link_duplicates` gives a cluster for each row, `duplicate_pairs` the pairs with their probabilities and those to be
looked at.
"""

from __future__ import annotations

from .linking import DuplicatePairs, duplicate_pairs, link_duplicates
from .weights import Tolerances

__all__ = ["DuplicatePairs", "Tolerances", "duplicate_pairs", "link_duplicates"]

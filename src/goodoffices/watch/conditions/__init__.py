"""Conditions: what "linked to progress" means, as a formula over states, events, dates, counts and values."""

from __future__ import annotations

from .model import (
    After,
    And,
    Comparison,
    Condition,
    Counted,
    Happened,
    Is,
    Lasting,
    Not,
    Or,
    Reached,
    Triggered,
    Valued,
    Was,
    atoms,
    parts,
)
from .parse import parse_condition, parse_span
from .words import in_words, span_in_words

__all__ = [
    "After",
    "And",
    "Comparison",
    "Condition",
    "Counted",
    "Happened",
    "Is",
    "Lasting",
    "Not",
    "Or",
    "Reached",
    "Triggered",
    "Valued",
    "Was",
    "atoms",
    "in_words",
    "parse_condition",
    "parse_span",
    "parts",
    "span_in_words",
]

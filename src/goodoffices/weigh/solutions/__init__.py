"""Bargaining solutions: the package that a rule of fairness names."""

from __future__ import annotations

from .solving import Solution, solve

__all__ = ["Solution", "solve"]

"""Compliance: how far each provision has come, over time, in the manner of the Peace Accords Matrix."""

from __future__ import annotations

from .scoring import Degree, Evidence, Score, degree_of, score, total

__all__ = ["Degree", "Evidence", "Score", "degree_of", "score", "total"]

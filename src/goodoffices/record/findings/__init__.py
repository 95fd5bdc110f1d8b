"""Findings: what the statements of all reports come to, merged, judged, and set against each other."""

from .build import build
from .verdicts import judgements_on, standing

__all__ = ["build", "judgements_on", "standing"]

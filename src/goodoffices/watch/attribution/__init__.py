"""Attribution: who did it, as several say, with confidence, dissent and the grade of the evidence."""

from __future__ import annotations

from .settling import Settled, Standing, evidence_cap, evidence_grades, settle, settle_all

__all__ = ["Settled", "Standing", "evidence_cap", "evidence_grades", "settle", "settle_all"]

"""Numbers from the positions found: intervals, wide where the evidence is thin, each with its statements."""

from __future__ import annotations

import math
from collections.abc import Sequence

from goodoffices.record import Finding

from ..numbers import Between
from .marks import marked, source_of_all
from .proposals import Stand
from .settings import settings

__all__ = ["score", "weight"]

LOW, HIGH = 0.0, 100.0
TWO = 2


def score(stands: Sequence[Stand]) -> Between:
    """What an option is worth to a party, from all that it is said to hold of it.

    Where reports give it different stances, the interval holds all of them.
    """
    spans = [_span(stand) for stand in stands]
    stances = sorted({stand.stance for stand in stands})
    firm = any(stand.position.firm for stand in stands)
    note = " or ".join(stances) + (", as a red line" if firm else "")
    if len(stances) > 1:
        note = f"reports differ: {note}"
    statements = [each for stand in stands for each in stand.finding.statements]
    low, high = min(low for low, _ in spans), max(high for _, high in spans)
    return marked(Between(low, high, source_of_all(statements, note)))


def _span(stand: Stand) -> tuple[float, float]:
    """The interval of a stance, wider for few sources and low confidence."""
    rules = settings()
    low, high = (rules.firm if stand.position.firm else rules.scores)[stand.stance]
    grow = _unsure(stand.finding) * rules.wider.unsure + _thin(stand.finding)
    return float(round(max(LOW, low - grow))), float(round(min(HIGH, high + grow)))


def _unsure(finding: Finding) -> float:
    return 0.5 if finding.confidence is None else 1 - finding.confidence


def _thin(finding: Finding) -> float:
    wider = settings().wider
    if finding.sources <= 1:
        return wider.one_source
    return wider.two_sources if finding.sources == TWO else 0.0


def weight(findings: Sequence[Finding], stands: Sequence[Stand]) -> Between:
    """How much an issue matters to a party: more for red lines and for what is said often; never sure."""
    rules = settings().weights
    statements = {each for finding in findings for each in finding.statements}
    sources = max(finding.sources for finding in findings)
    firm = any(stand.position.firm for stand in stands)
    middle = rules.base + rules.statement * math.log2(1 + len(statements)) + (rules.firm if firm else 0)
    half = rules.half_width / math.sqrt(sources)
    low, high = max(0.0, min(middle - half, rules.most - 1)), min(rules.most, middle + half)
    count = f"{len(statements)} statement{'s' if len(statements) > 1 else ''}"
    note = count + (", with a red line" if firm else "")
    return marked(Between(float(round(low)), float(round(high)), source_of_all(sorted(statements), note)))

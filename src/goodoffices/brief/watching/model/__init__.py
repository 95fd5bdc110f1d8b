"""The view models of the watch pages: frozen, and all that HTML, Markdown, text and JSON are written from."""

from __future__ import annotations

from .causes import CauseView, ChangeView, WaitView
from .incidents import IncidentView, NumberView
from .report import (
    AccessView,
    DayView,
    EffortView,
    FindingView,
    HarmView,
    LineView,
    NamedCount,
    QuestionView,
    RemedyView,
    ReportPage,
)
from .scores import DegreeView, EvidenceView, ProvisionView, ScorePage
from .state import IdleView, IndicatorView, ObligationView, PowerView, SpanView, StateCount, StatePage
from .trends import MarkView, SeriesView, StretchView, TrendPage, TurnView, WeekView

__all__ = [
    "AccessView",
    "CauseView",
    "ChangeView",
    "DayView",
    "DegreeView",
    "EffortView",
    "EvidenceView",
    "FindingView",
    "HarmView",
    "IdleView",
    "IncidentView",
    "IndicatorView",
    "LineView",
    "MarkView",
    "NamedCount",
    "NumberView",
    "ObligationView",
    "PowerView",
    "ProvisionView",
    "QuestionView",
    "RemedyView",
    "ReportPage",
    "ScorePage",
    "SeriesView",
    "SpanView",
    "StateCount",
    "StatePage",
    "StretchView",
    "TrendPage",
    "TurnView",
    "WaitView",
    "WeekView",
]

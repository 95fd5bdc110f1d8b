"""The view models of the draft pages: frozen data, from which HTML, Markdown and JSON are written."""

from __future__ import annotations

from .comparison import ChangeView, ComparisonPage, PieceView, RedlinedPoint, TallyView, TextView
from .flow import Flow, FlowLink, FlowPoint, FlowStage
from .progress import BracketCourse, Progress, StateView, StreamView, VersionView
from .rolling import FORMAT, PartyView, RollingPage, StatusCount
from .text import AlternativeView, Fence, OpenText, Phrase, ProvisionView, Row, Trouble, VoiceView, WaitView, Wording
from .weighed import ContestedView, CycleView, MentionView, QualityView, ShareView, TensionView

__all__ = [
    "FORMAT",
    "AlternativeView",
    "BracketCourse",
    "ChangeView",
    "ComparisonPage",
    "ContestedView",
    "CycleView",
    "Fence",
    "Flow",
    "FlowLink",
    "FlowPoint",
    "FlowStage",
    "MentionView",
    "OpenText",
    "PartyView",
    "Phrase",
    "PieceView",
    "Progress",
    "ProvisionView",
    "QualityView",
    "RedlinedPoint",
    "RollingPage",
    "Row",
    "ShareView",
    "StateView",
    "StatusCount",
    "StreamView",
    "TallyView",
    "TensionView",
    "TextView",
    "Trouble",
    "VersionView",
    "VoiceView",
    "WaitView",
    "Wording",
]

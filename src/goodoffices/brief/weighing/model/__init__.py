"""The view models of the report of a deal: what HTML, Markdown and JSON are all written from."""

from __future__ import annotations

from .coalitions import CoalitionView, MemberView
from .doubt import QuestionView, Sureness
from .foretelling import Foretelling, IssueForecast, Position, RoundView
from .lasting import AreaView, BreachView, HoldingView, Lasting, PressuresView, PressureView, SpoilerView
from .packages import Choice, Difference, IssueShare, PackageView, PartyView, RuleView
from .report import FORMAT, Answer, Report
from .sides import AlignmentView, GapView, LossView, ObjectionView, RatificationView, Sides
from .sources import Figure, Origin, Probability, Said
from .space import Row, Space, Spot
from .steps import GuaranteeView, OrderView, StageView
from .stocktaking import ConstraintView, InteractionView, IssueFigures, Named, PartyFigures
from .zone import Clash, ConcessionView, DemandView, ZoneView

__all__ = [
    "FORMAT",
    "AlignmentView",
    "Answer",
    "AreaView",
    "BreachView",
    "Choice",
    "Clash",
    "CoalitionView",
    "ConcessionView",
    "ConstraintView",
    "DemandView",
    "Difference",
    "Figure",
    "Foretelling",
    "GapView",
    "GuaranteeView",
    "HoldingView",
    "InteractionView",
    "IssueFigures",
    "IssueForecast",
    "IssueShare",
    "Lasting",
    "LossView",
    "MemberView",
    "Named",
    "ObjectionView",
    "OrderView",
    "Origin",
    "PackageView",
    "PartyFigures",
    "PartyView",
    "Position",
    "PressureView",
    "PressuresView",
    "Probability",
    "QuestionView",
    "RatificationView",
    "Report",
    "RoundView",
    "Row",
    "RuleView",
    "Said",
    "Sides",
    "Space",
    "SpoilerView",
    "Spot",
    "StageView",
    "Sureness",
    "ZoneView",
]

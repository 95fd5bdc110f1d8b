"""Weigh: which packages could be acceptable, who blocks, what would unlock, what to find out next.

A library on plain arrays. It reads models from files and needs no case.
"""

from __future__ import annotations

from .carrying import kept, order_for, powers, pressured, replies, steps_of
from .coalitions import Member, Spoiler, best_replies, weigh_coalition
from .doubt import efficiency, next_questions, regrets, sign_chances
from .errors import FrontTooLarge, ModelError, NoPackage, WeighError
from .explaining import explain, package_of
from .frontier import Frontier, frontier
from .mandates import mandates
from .model import Draws, Model, as_problem, draft_model, draw, read_model, redraft, write_model
from .problem import Limit, Problem, Rule, Table
from .ratifying import ratifications
from .sides import Breach, Pressure, align, balances, gaps, objections, stances, under_pressure
from .solutions import Solution, solve
from .steps import Step, find_order
from .territory import territory, territory_geojson
from .zone import find_zone

__all__ = [
    "Breach",
    "Draws",
    "FrontTooLarge",
    "Frontier",
    "Limit",
    "Member",
    "Model",
    "ModelError",
    "NoPackage",
    "Pressure",
    "Problem",
    "Rule",
    "Solution",
    "Spoiler",
    "Step",
    "Table",
    "WeighError",
    "align",
    "as_problem",
    "balances",
    "best_replies",
    "draft_model",
    "draw",
    "efficiency",
    "explain",
    "find_order",
    "find_zone",
    "frontier",
    "gaps",
    "kept",
    "mandates",
    "next_questions",
    "objections",
    "order_for",
    "package_of",
    "powers",
    "pressured",
    "ratifications",
    "read_model",
    "redraft",
    "regrets",
    "replies",
    "sign_chances",
    "solve",
    "stances",
    "steps_of",
    "territory",
    "territory_geojson",
    "under_pressure",
    "weigh_coalition",
    "write_model",
]

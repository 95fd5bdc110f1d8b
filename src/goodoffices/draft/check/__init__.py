"""Checks of a negotiating text: its structure, its order, its mandates, what it covers and whom it asks for what."""

from .assessing import Assessment, assess
from .balance import Balance, Share, Weights, weigh_duties
from .checking import check
from .coverage import Asked, Coverage, OnTable, Trace, check_coverage
from .dependence import Backstop, Perpetual, find_backstops, find_perpetual
from .duties import Duty, find_duties
from .language import is_read
from .mandates import Crossing, Limit, check_mandates, new_crossings
from .parties import Parties, find_parties
from .quality import Item, Mention, Tension, check_principles, check_quality
from .report import KINDS, Problem, Report, to_json

__all__ = [
    "KINDS",
    "Asked",
    "Assessment",
    "Backstop",
    "Balance",
    "Coverage",
    "Crossing",
    "Duty",
    "Item",
    "Limit",
    "Mention",
    "OnTable",
    "Parties",
    "Perpetual",
    "Problem",
    "Report",
    "Share",
    "Tension",
    "Trace",
    "Weights",
    "assess",
    "check",
    "check_coverage",
    "check_mandates",
    "check_principles",
    "check_quality",
    "find_backstops",
    "find_duties",
    "find_parties",
    "find_perpetual",
    "is_read",
    "new_crossings",
    "to_json",
    "weigh_duties",
]

"""How sure? What holds whatever the unknown numbers are, how likely all sign, and what to find out next."""

from __future__ import annotations

from .admissible import Efficiency, efficiency
from .chances import Chances, sign_chances
from .questions import Question, Questions, next_questions
from .regret import Regrets, regrets

__all__ = [
    "Chances",
    "Efficiency",
    "Question",
    "Questions",
    "Regrets",
    "efficiency",
    "next_questions",
    "regrets",
    "sign_chances",
]

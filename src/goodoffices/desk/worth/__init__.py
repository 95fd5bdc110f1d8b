"""What a text with open brackets is worth in a deal: here the drafting room and the weighing room meet."""

from .model import (
    AlternativeWorth,
    BracketWorth,
    BrokenRule,
    ChosenPackage,
    PartyChange,
    PartyShare,
    PartyWorth,
    TextChange,
    TextWorth,
)
from .weighing import weigh_text

__all__ = [
    "AlternativeWorth",
    "BracketWorth",
    "BrokenRule",
    "ChosenPackage",
    "PartyChange",
    "PartyShare",
    "PartyWorth",
    "TextChange",
    "TextWorth",
    "weigh_text",
]

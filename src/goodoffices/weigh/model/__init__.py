"""The described model of a deal: types, files in and out, arrays, draws, drafts from the record."""

from __future__ import annotations

from .areas import Area, square_km
from .carrying import (
    Carrying,
    StatedBreach,
    StatedMember,
    StatedPressure,
    StatedSpoiler,
    StatedStep,
    StatedTask,
)
from .checks import check_model
from .constraints import Choices, Constraint, Kind
from .drafting import Act, Change, draft_model, redraft
from .genius import write_genius
from .ktab import ktab_text, write_ktab
from .model import Interaction, Issue, Model, NoDeal, Option, Party, Range
from .numbers import Between, Exact, Number, Shape, Source, Spread, Unknown
from .preferences import Line, Order, Points, Preference
from .problems import Draws, as_problem, draw, uncertain_numbers
from .reading import read_model
from .tellers import Uncertain
from .words import words_of
from .writing import write_model
from .yaml import edit_yaml, parse_yaml, yaml_text

__all__ = [
    "Act",
    "Area",
    "Between",
    "Carrying",
    "Change",
    "Choices",
    "Constraint",
    "Draws",
    "Exact",
    "Interaction",
    "Issue",
    "Kind",
    "Line",
    "Model",
    "NoDeal",
    "Number",
    "Option",
    "Order",
    "Party",
    "Points",
    "Preference",
    "Range",
    "Shape",
    "Source",
    "Spread",
    "StatedBreach",
    "StatedMember",
    "StatedPressure",
    "StatedSpoiler",
    "StatedStep",
    "StatedTask",
    "Uncertain",
    "Unknown",
    "as_problem",
    "check_model",
    "draft_model",
    "draw",
    "edit_yaml",
    "ktab_text",
    "parse_yaml",
    "read_model",
    "redraft",
    "square_km",
    "uncertain_numbers",
    "words_of",
    "write_genius",
    "write_ktab",
    "write_model",
    "yaml_text",
]

"""Lineage: what became of every point between two versions of a text, and over many of them."""

from __future__ import annotations

from .brackets import OpenBracket, Side, open_brackets
from .comparison import CHANGES, Change, Comparison, Link, PointLike, compare
from .content import content_of, is_known, points_claimed
from .convergence import Convergence, Course, State, Tally, convergence_in_words, measure_convergence
from .distance import Trend, alternatives_distance, find_trend, wording_distance
from .json_form import to_json
from .redline import Piece, redline, redline_link
from .river import River, Step, Stream, follow, stream_in_words
from .telling import ChangeTerm, change_terms, in_words, link_in_words

__all__ = [
    "CHANGES",
    "Change",
    "ChangeTerm",
    "Comparison",
    "Convergence",
    "Course",
    "Link",
    "OpenBracket",
    "Piece",
    "PointLike",
    "River",
    "Side",
    "State",
    "Step",
    "Stream",
    "Tally",
    "Trend",
    "alternatives_distance",
    "change_terms",
    "compare",
    "content_of",
    "convergence_in_words",
    "find_trend",
    "follow",
    "in_words",
    "is_known",
    "link_in_words",
    "measure_convergence",
    "open_brackets",
    "points_claimed",
    "redline",
    "redline_link",
    "stream_in_words",
    "to_json",
    "wording_distance",
]

"""What a text provides for: measures with parts and gaps, how they hang together, by when, and who answers what."""

from .commitments import Commitment, Cover, find_cover
from .kinds import Kind, kinds
from .measures import Alternative, Measure, find_measures
from .milestones import Milestone, find_milestones
from .parts import Part
from .survey import Survey
from .ties import Tie, Ties, find_ties

__all__ = [
    "Alternative",
    "Commitment",
    "Cover",
    "Kind",
    "Measure",
    "Milestone",
    "Part",
    "Survey",
    "Tie",
    "Ties",
    "find_cover",
    "find_measures",
    "find_milestones",
    "find_ties",
    "kinds",
]

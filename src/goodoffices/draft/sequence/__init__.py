"""What a text makes wait for what: the order that it asks for, its deadlocks, and whether its deadlines fit."""

from .clauses import Clause, Entry, Outline, outline
from .model import Cycle, Deadline, Misfit, Sequence, Unverified, Wait
from .places import Gazetteer
from .references import Reference, find_references
from .sequencing import sequence, sequence_of, sequence_to_json

__all__ = [
    "Clause",
    "Cycle",
    "Deadline",
    "Entry",
    "Gazetteer",
    "Misfit",
    "Outline",
    "Reference",
    "Sequence",
    "Unverified",
    "Wait",
    "find_references",
    "outline",
    "sequence",
    "sequence_of",
    "sequence_to_json",
]

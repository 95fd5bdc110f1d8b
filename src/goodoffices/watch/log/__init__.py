"""The log: what happened, who did it, what was found, how hard one looked, what was measured."""

from __future__ import annotations

from .checks import fault_in
from .entries import (
    Attribution,
    Effort,
    Entry,
    Finding,
    Happening,
    Pairing,
    Reading,
    Retraction,
    Verdict,
    What,
    entry_id,
)
from .keep import Log, Rejection, append, log_of, read_log

__all__ = [
    "Attribution",
    "Effort",
    "Entry",
    "Finding",
    "Happening",
    "Log",
    "Pairing",
    "Reading",
    "Rejection",
    "Retraction",
    "Verdict",
    "What",
    "append",
    "entry_id",
    "fault_in",
    "log_of",
    "read_log",
]

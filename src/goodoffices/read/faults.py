"""What is said of a fault in a rule: where it is, and what to do."""

from __future__ import annotations

import traceback
from pathlib import Path

__all__ = ["fault_of"]


def fault_of(error: Exception, what: str = "could not be read") -> str:
    """Say what a fault of the program cost, and where it happened.

    Args:
        error: The exception.
        what: What it cost.
    """
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}, line {frame.lineno}"
    return f"{what}: {type(error).__name__} in {where}; this is a fault of the program, please report it"

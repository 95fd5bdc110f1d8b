"""Watch: is it being kept? Obligations, incidents, effort, attributions, findings, and their course over time.

A library on plain files; it needs no case. What is asked for is loaded when it is first used: tables and
geometry are heavy, and an agreement needs neither.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agreement import Agreement, read_agreement
    from .course import Course, run
    from .log import Log, read_log

_PLACES = {
    "Agreement": "agreement",
    "Course": "course",
    "Log": "log",
    "read_agreement": "agreement",
    "read_log": "log",
    "run": "course",
}

__all__ = ["Agreement", "Course", "Log", "read_agreement", "read_log", "run"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  a module's names have no common type
    """Load a public name where it stands."""
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(importlib.import_module(f".{_PLACES[name]}", __name__), name)

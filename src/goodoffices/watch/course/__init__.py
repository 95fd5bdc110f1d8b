"""The course of an agreement: the state of every obligation at every instant, and what caused each change."""

from __future__ import annotations

from .engine import run
from .standing import Change, Course
from .steps import Counts

__all__ = ["Change", "Counts", "Course", "run"]

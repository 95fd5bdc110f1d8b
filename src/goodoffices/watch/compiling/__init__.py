"""From what a text orders to proposed obligations."""

from __future__ import annotations

from .clause import Awaited, Deadline, Ordered, Permitted
from .compiling import Proposal, compile_agreement

__all__ = ["Awaited", "Deadline", "Ordered", "Permitted", "Proposal", "compile_agreement"]

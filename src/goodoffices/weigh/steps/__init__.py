"""In which order? What each step gives and costs, who could stop, and what needs a guarantee."""

from __future__ import annotations

from .order import Guarantee, Order, Stage, find_order
from .plan import Step

__all__ = ["Guarantee", "Order", "Stage", "Step", "find_order"]

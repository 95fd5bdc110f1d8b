"""Alerts: rules over states, rates and deadlines, each sent once."""

from __future__ import annotations

from .rules import Notice, notices
from .sending import Sent, send

__all__ = ["Notice", "Sent", "notices", "send"]

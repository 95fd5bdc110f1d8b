"""Clocks: calls and their answers, deadlines and what a delay costs, what holds up what, and whose act was awaited."""

from __future__ import annotations

from .calls import Answer, Call, Responder, calls_of, responders_of
from .costs import Clock, Loss, clock_of, clocks_of, hurt
from .delays import Delay, Share, delays_of
from .grounds import Ground
from .missing import Missing
from .named import events_in, families_of, instances_named
from .waiting import Hold, blocked_until, holds_of, is_step_that_waits, upon_breach

__all__ = [
    "Answer",
    "Call",
    "Clock",
    "Delay",
    "Ground",
    "Hold",
    "Loss",
    "Missing",
    "Responder",
    "Share",
    "blocked_until",
    "calls_of",
    "clock_of",
    "clocks_of",
    "delays_of",
    "events_in",
    "families_of",
    "holds_of",
    "hurt",
    "instances_named",
    "is_step_that_waits",
    "responders_of",
    "upon_breach",
]

"""Who can make or break what: least and stable coalitions, veto players, and what a spoiler would do."""

from __future__ import annotations

from .power import Power, Standing, weigh_coalition
from .spoiling import Replies, Spoiler, best_replies
from .task import Member

__all__ = ["Member", "Power", "Replies", "Spoiler", "Standing", "best_replies", "weigh_coalition"]

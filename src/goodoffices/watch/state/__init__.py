"""The state of an agreement on a day."""

from __future__ import annotations

from .outlook import Opening, Outlook, Standing, Wait, state

__all__ = ["Opening", "Outlook", "Standing", "Wait", "state"]

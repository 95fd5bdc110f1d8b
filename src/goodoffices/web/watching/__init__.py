"""The watch room: the watch book of a case as one audience sees it, what follows from it, what is set down in it."""

from __future__ import annotations

from .room import Room, room_of, room_or_none

__all__ = ["Room", "room_of", "room_or_none"]

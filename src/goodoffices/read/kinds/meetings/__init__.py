"""Meetings: who met, meets or will meet whom, where, when, and on what it depends."""

from .find import find_meetings

__all__ = ["find_meetings"]

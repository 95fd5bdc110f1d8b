"""Moments as the tables keep them: ISO 8601 in UTC with microseconds, so that the order of text is that of time."""

from __future__ import annotations

import datetime as dt

from goodoffices.record.errors import InputError

__all__ = ["read_moment", "write_moment"]


def write_moment(moment: dt.datetime) -> str:
    """Write a moment.

    Raises:
        InputError: If it carries no time zone.
    """
    if moment.tzinfo is None:
        msg = f"the moment {moment.isoformat()!r} carries no time zone; give it one, as {moment.isoformat()}Z"
        raise InputError(msg)
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def read_moment(text: str) -> dt.datetime:
    """Read a moment as `write_moment` writes it."""
    return dt.datetime.fromisoformat(text)

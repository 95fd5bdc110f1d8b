"""What a snapshot says of itself."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record.paging import Standing

from .audience import Audience
from .trimmed import Totals

__all__ = ["FORM", "About"]

FORM = 2
"""Of the file; one of another form is made anew."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """For whom a snapshot is, and how far the case had come.

    Attributes:
        form: Form of the file.
        program: Version that wrote it: another one may find other things, so its snapshots are made anew.
        audience: For whom.
        standing: How far the case had come before it was read.
        upto: The moment of the latest thing in it that this audience may see, or None for an empty case.
        totals: How much there is of everything.
    """

    form: int
    program: str
    audience: Audience
    standing: Standing
    upto: dt.datetime | None
    totals: Totals

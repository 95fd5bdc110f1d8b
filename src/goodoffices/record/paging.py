"""Pages, counts and tokens of a view: what a screen of a large case needs, without reading all of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Literal, TypeAlias, TypeVar

import msgspec

from .judgement import Judgement

__all__ = ["COUNTED", "Learned", "Order", "Outlet", "Page", "Standing", "Tally"]

T = TypeVar("T")

COUNTED = 20_000
"""Statements that hold the words of a search are counted up to this number, and no further."""

Order: TypeAlias = Literal["newest", "oldest", "added"]
"""By the reports' days, the last or the first of them first and unknown days last; or what was learned last first."""


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A part of a long list.

    Attributes:
        found: What stands on this page, in its order.
        next: What to ask for the next page with (as `after`), or None where this is the last. It is made of what is
            shown alone.
        total: How many the whole list has, or `COUNTED` where words stand in more statements than that.
    """

    found: tuple[T, ...]
    next: str | None
    total: int


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How much an audience sees.

    Attributes:
        reports: Reports.
        statements: Kind -> how many; kinds with none are left out.
        judgements: Judgements.
        rejections: Rejections, as `View.rejections` counts them.
    """

    reports: int
    statements: Mapping[str, int]
    judgements: int
    rejections: int


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet as a list of them shows it.

    Attributes:
        name: As one of its reports writes it.
        reports: How many reports are of it.
    """

    name: str
    reports: int


LinePart = TypeVar("LinePart")


class Learned(msgspec.Struct, Generic[LinePart], frozen=True, kw_only=True):
    """What the record learned after a moment, as far as an audience sees it now.

    Attributes:
        reports: The reports, the last learned first; the next pages are those of `View.page_of_reports` in the order
            ``added``.
        statements: Kind -> how many statements; kinds with none are left out.
        judgements: The judgements, the last learned first; there is no next page.
    """

    reports: Page[LinePart]
    statements: Mapping[str, int]
    judgements: Page[Judgement]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a case stands: another token means that something was written to its record since.

    For whoever keeps the case alone: it rests on everything, whoever may see it. Each number only grows; it is no
    count.
    """

    reports: int = 0
    statements: int = 0
    judgements: int = 0
    rejections: int = 0
    notes: int = 0
    markings: int = 0
    retirements: int = 0
    walls: int = 0

"""Compliance by provision, as a page shows it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from goodoffices.record import Marking

from .causes import ChangeView

__all__ = ["DegreeView", "EvidenceView", "ProvisionView", "ScorePage"]


class EvidenceView(msgspec.Struct, frozen=True, kw_only=True):
    """What one obligation adds to a score.

    Attributes:
        obligation: Its id.
        act: What is owed.
        share: How far it has come, in [0, 1].
        why: In words.
        changes: The changes of state that it rests on, with their causes.
    """

    obligation: str
    act: str
    share: float
    why: str
    changes: tuple[ChangeView, ...]


class DegreeView(msgspec.Struct, frozen=True):
    """A degree on a day.

    Attributes:
        on: The day, to its end.
        degree: 0 none, 1 minimum, 2 intermediate, 3 full; None where nothing has arisen.
        label: The same for people.
        share: How far it has come, in [0, 1]; None likewise.
    """

    on: dt.date
    degree: int | None
    label: str
    share: float | None


class ProvisionView(msgspec.Struct, frozen=True, kw_only=True):
    """One provision over time.

    Attributes:
        provision: Its number or id.
        topic: What its obligations owe, in words.
        degrees: On each day.
        evidence: What the last degree rests on.
    """

    provision: str
    topic: str
    degrees: tuple[DegreeView, ...]
    evidence: tuple[EvidenceView, ...]


class ScorePage(msgspec.Struct, frozen=True, kw_only=True):
    """Compliance over time.

    Attributes:
        format: Name of the format.
        title: The agreement.
        days: The days, each to its end, rising.
        generated: When this was written; None where that is not said.
        marking: The most restricted of all entries of the log that it rests on.
        sentences: The whole in a few sentences.
        totals: Points reached of points that could be, on each day, in [0, 1]; None where nothing has arisen.
        provisions: Every provision, in the order of the agreement.
    """

    format: Literal["goodoffices.watch.score/1"] = "goodoffices.watch.score/1"
    title: str
    days: tuple[dt.date, ...]
    generated: dt.datetime | None = None
    marking: Marking
    sentences: tuple[str, ...]
    totals: tuple[float | None, ...]
    provisions: tuple[ProvisionView, ...]

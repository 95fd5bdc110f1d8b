"""The monitor's report, as a page shows it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from goodoffices.record import Marking

from .causes import CauseView, ChangeView
from .incidents import IncidentView, NumberView

__all__ = [
    "AccessView",
    "DayView",
    "EffortView",
    "FindingView",
    "HarmView",
    "LineView",
    "NamedCount",
    "QuestionView",
    "RemedyView",
    "ReportPage",
]


class LineView(msgspec.Struct, frozen=True, kw_only=True):
    """One area and kind, against the period before.

    Attributes:
        area: Zone by id, or region by name; "" for everywhere.
        area_name: The same for people.
        kind: Kind of incident; "" for all.
        label: The same for people.
        now: In the period.
        before: In the period before.
        chance: How likely a difference as large would be if nothing had changed, in [0, 1]; None where that cannot be
            said.
        verdict: ``chance`` (within what chance does), ``more`` (more than chance), ``unknown`` (cannot be said).
        words: The verdict for people.
        basis: What the two counts are held against: ``effort`` (rates), ``none`` (no effort is known: the count may be
            of the looking), ``one`` (the effort of one period only).
    """

    area: str
    area_name: str
    kind: str
    label: str
    now: NumberView
    before: NumberView
    chance: float | None
    verdict: str
    words: str
    basis: str


class HarmView(msgspec.Struct, frozen=True, kw_only=True):
    """People hurt in a period.

    Attributes:
        killed: Of the incidents of which it is known.
        injured: The same.
        unknown: Incidents that say neither: they may have hurt people.
        incidents: Ids of the incidents in which somebody was hurt.
        silent: Ids of the incidents that say neither.
    """

    killed: int
    injured: int
    unknown: int
    incidents: tuple[str, ...]
    silent: tuple[str, ...]


class EffortView(msgspec.Struct, frozen=True, kw_only=True):
    """How hard one looked in a period; None where nobody said.

    Attributes:
        hours: Hours of observation.
        patrols: Patrols made.
        cameras: Camera days.
        denied: Times that access was denied.
        days: Days of the period of which anything is known.
    """

    hours: float | None
    patrols: float | None
    cameras: float | None
    denied: float | None
    days: int


class AccessView(msgspec.Struct, frozen=True, kw_only=True):
    """Effort and access in a zone.

    Attributes:
        zone: Zone by id; "" for all.
        name: The same for people.
        now: In the period.
        before: In the one before.
        entries: The entries of the log that say so, of both periods.
        words: What is not known of it; "" where all is.
    """

    zone: str
    name: str
    now: EffortView
    before: EffortView
    entries: tuple[CauseView, ...]
    words: str


class NamedCount(msgspec.Struct, frozen=True):
    """Somebody, and the incidents that are claimed of or attributed to them."""

    name: str
    number: NumberView


class QuestionView(msgspec.Struct, frozen=True, kw_only=True):
    """An incident about which not all are agreed.

    Attributes:
        incident: Its id.
        standing: ``open``, ``undetermined`` or ``disputed``.
        label: The same for people.
        named: Each party that is named, with how sure the evidence lets anyone be, in [0, 1].
        by: Who looked and could not tell.
        dissent: Who does not share what is said.
        evidence: Grades of the evidence.
        entries: What was said, by whom.
    """

    incident: str
    standing: str
    label: str
    named: tuple[tuple[str, float], ...]
    by: tuple[str, ...]
    dissent: tuple[str, ...]
    evidence: tuple[str, ...]
    entries: tuple[CauseView, ...]


class RemedyView(msgspec.Struct, frozen=True, kw_only=True):
    """A breach, and whether it was put right.

    Attributes:
        obligation: Its id.
        act: What is owed.
        breached: When it was breached.
        remedied: When it was put right or done late; None: not yet.
        days: How many days it lasted, or has lasted by the end of the period.
        causes: What the breach rests on.
    """

    obligation: str
    act: str
    breached: dt.datetime
    remedied: dt.datetime | None
    days: int
    causes: tuple[CauseView, ...]


class FindingView(msgspec.Struct, frozen=True, kw_only=True):
    """What was found of an obligation.

    Attributes:
        entry: Id of the entry of the log.
        obligation: Id of the obligation.
        act: What is owed.
        verdict: ``met``, ``breached``, ``disputed`` or ``unknown``.
        label: The same for people.
        days: The days that it speaks of, in words.
        by: Who found so.
        reasons: Why.
        confidence: How sure, in [0, 1]; None where nobody says.
        incidents: The incidents it rests on, by id; some may lie outside the period.
        sources: Where it stands.
    """

    entry: str
    obligation: str
    act: str
    verdict: str
    label: str
    days: str
    by: str
    reasons: tuple[str, ...]
    confidence: float | None
    incidents: tuple[str, ...]
    sources: tuple[str, ...]


class DayView(msgspec.Struct, frozen=True):
    """The incidents of one day, by id."""

    day: dt.date
    incidents: tuple[str, ...]


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """What a monitor reports of a day or a week.

    Attributes:
        format: Name of the format.
        title: The agreement.
        first: First day of the period.
        last: Last day, inclusive.
        before_first: First day of the period before.
        before_last: Last day of it.
        generated: When this was written; None where that is not said.
        marking: The most restricted of all entries of the log that it rests on.
        sentences: The whole in a few sentences.
        cautions: What the numbers do not say.
        lines: Counts by area and kind; the whole first.
        days: The incidents of each day of both periods.
        harm: People hurt in the period.
        harm_before: In the one before.
        access: Effort and access by zone; all first.
        claims: Who is said to have done it: claims.
        attributed: To whom it is attributed.
        unattributed: Incidents about which nobody has spoken.
        questions: Incidents about which not all are agreed.
        remedies: Breaches, and what came of them.
        findings: What was found.
        changes: Changes of state in the period.
        incidents: Every incident of both periods, by time.
    """

    format: Literal["goodoffices.watch.report/1"] = "goodoffices.watch.report/1"
    title: str
    first: dt.date
    last: dt.date
    before_first: dt.date
    before_last: dt.date
    generated: dt.datetime | None = None
    marking: Marking
    sentences: tuple[str, ...]
    cautions: tuple[str, ...]
    lines: tuple[LineView, ...]
    days: tuple[DayView, ...]
    harm: HarmView
    harm_before: HarmView
    access: tuple[AccessView, ...]
    claims: tuple[NamedCount, ...]
    attributed: tuple[NamedCount, ...]
    unattributed: NumberView
    questions: tuple[QuestionView, ...]
    remedies: tuple[RemedyView, ...]
    findings: tuple[FindingView, ...]
    changes: tuple[ChangeView, ...]
    incidents: tuple[IncidentView, ...]

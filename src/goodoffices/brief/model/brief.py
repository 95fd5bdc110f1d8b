"""The brief as a whole: what every form of it (HTML, Markdown, JSON) is written from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from goodoffices.record import Marking, Rejection

from .entry import Citation, Entry, Line, Ref
from .positions import DisputeView, Gap, IssueView, Matrix, Party
from .process import Fact, NoteSection
from .table import Table, Timeline
from .texts import ReportView

__all__ = ["Brief", "Change", "MechanismView", "Opening", "PlanStep", "PlanView"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is otherwise than it was.

    Attributes:
        kind: ``shift`` (the report itself calls it one), ``status``, ``position``, ``plan`` or ``new``.
        about: What it is about: the first words, that the eye should catch.
        text: What changed, in one sentence behind those words.
        when: The day on which the new state was first reported, or None.
        before: The findings that carry the old state.
        after: The findings that carry the new one.
    """

    kind: str
    about: str
    text: str
    when: dt.date | None
    before: tuple[Ref, ...]
    after: tuple[Ref, ...]

    @property
    def whole(self) -> str:
        """The sentence with its first words."""
        return f"{self.about}: {self.text}"


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """What an analyst needs in ten seconds: short sentences, each with the findings that it rests on."""

    talking: tuple[Line, ...]
    agreed: tuple[Line, ...]
    blocks: tuple[Line, ...]
    changed: tuple[Line, ...]
    disputed: tuple[Line, ...]
    ahead: tuple[Line, ...]


class PlanStep(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a plan: its label, its number of points or None, and when, in words."""

    label: str
    points: int | None
    when_words: str


class PlanView(msgspec.Struct, frozen=True, kw_only=True):
    """A plan, its versions in order, and its points by issue."""

    entry: Entry
    name: str
    author: str
    steps: tuple[PlanStep, ...]
    items: tuple[tuple[str, str], ...]


class MechanismView(msgspec.Struct, frozen=True, kw_only=True):
    """An arrangement and what it waits for.

    Attributes:
        entry: The finding.
        name: What the reports call it.
        kind: Its kind, as a label.
        led_by: Names of those who lead it.
        status: Proposed, agreed, in force or rejected.
        trigger: What must happen first, empty where no report says.
        waits_on: What is claimed of the issues that the trigger names.
        details: Mandate, means, authority, coverage, contributors, size, readiness, where sentences say so.
        told: Those sentences.
    """

    entry: Entry
    name: str
    kind: str
    led_by: tuple[str, ...]
    status: str
    trigger: str
    waits_on: tuple[Line, ...]
    details: tuple[Fact, ...] = ()
    told: tuple[Citation, ...] = ()


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """All that is shown, for one audience.

    Attributes:
        title: What the brief is called.
        audience: The most restricted marking that its readers may see.
        marking: The most restricted marking of what it shows.
        generated: When it was written, or None.
        span: The days of the reports, in words.
        sources: How many reports are independent of each other.
        parties: The sides, the one with most findings first.
        names: Actor id -> name, for all that is shown.
        issues: Every issue that a finding bears on, with all that is held and claimed of it.
        entries: Every finding, in the order of the kinds.
        process: How the talks are run, in the sections that have anything in them.
    """

    title: str
    audience: Marking
    marking: Marking
    generated: dt.datetime | None
    span: str
    sources: int
    parties: tuple[Party, ...]
    names: Mapping[str, str]
    entries: tuple[Entry, ...]
    opening: Opening
    matrices: tuple[Matrix, ...]
    issues: tuple[IssueView, ...]
    disputes: tuple[DisputeView, ...]
    changes: tuple[Change, ...]
    timeline: Timeline
    table: Table
    gaps: tuple[Gap, ...]
    plans: tuple[PlanView, ...]
    mechanisms: tuple[MechanismView, ...]
    quotes: tuple[Entry, ...]
    withheld: tuple[Entry, ...]
    reports: tuple[ReportView, ...]
    rejections: tuple[Rejection, ...]
    process: tuple[NoteSection, ...] = ()

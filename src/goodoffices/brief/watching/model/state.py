"""The state of an agreement on a day, as a page shows it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from goodoffices.record import Marking

from .causes import CauseView, ChangeView, WaitView

__all__ = ["IdleView", "IndicatorView", "ObligationView", "PowerView", "SpanView", "StateCount", "StatePage"]


class SpanView(msgspec.Struct, frozen=True):
    """A stretch of time in one state, for the timeline."""

    state: str
    start: dt.datetime
    end: dt.datetime


class ObligationView(msgspec.Struct, frozen=True, kw_only=True):
    """One obligation on the day; an instance (``answer/c-1``) is one of its own.

    Attributes:
        id: Its id.
        family: Id of the obligation of which it is an instance; its own id for one that arises once.
        act: What is owed.
        owes: Who owes it.
        to: To whom; empty for everyone.
        duty: ``do`` or ``refrain``.
        kind: What it is about.
        provision: Where it comes from in the text.
        words: The sentence that makes it.
        zones: Where it holds.
        verified_by: Who may say that it was done or breached.
        evidence: Upon what.
        issue: Issue of the deal model.
        option: Option of the deal model.
        statements: Statements of the record.
        confirmed: Has a person confirmed it?
        state: Its state.
        label: The same for people.
        or_else: Another state that it can be in, where the time of something is not known; "" otherwise.
        since: Since when; None: from the start.
        due: The first instant at which it is too late; None: there is no deadline, or it is not known yet.
        due_words: The deadline in words; "" for none.
        late: It was done after its deadline.
        waits_for: What it waits for.
        causes: What put it into its state.
        claims: What somebody claims of it, and establishes nothing.
        changes: Every change of its state.
        spans: Its states over time, until the day.
    """

    id: str
    family: str
    act: str
    owes: tuple[str, ...]
    to: tuple[str, ...]
    duty: str
    kind: str
    provision: str
    words: str
    zones: tuple[str, ...]
    verified_by: tuple[str, ...]
    evidence: str
    issue: str
    option: str
    statements: tuple[str, ...]
    confirmed: bool
    state: str
    label: str
    or_else: str
    since: dt.datetime | None
    due: dt.datetime | None
    due_words: str
    late: bool
    waits_for: tuple[WaitView, ...]
    causes: tuple[CauseView, ...]
    claims: tuple[CauseView, ...]
    changes: tuple[ChangeView, ...]
    spans: tuple[SpanView, ...]


class PowerView(msgspec.Struct, frozen=True, kw_only=True):
    """One power on the day.

    Attributes:
        id: Its id.
        act: What may be done.
        holder: Who may do it; empty for anyone.
        clause: The clause that gives it.
        automatic: It is used by itself as soon as it is open.
        rung: Its place in the ladder, from 1, mildest first; 0 where it stands in none.
        state: ``closed``, ``open`` or ``exercised``.
        label: The same for people.
        since: Since when.
        effect: What its use does, in words.
        why: What its condition rests on.
        changes: Every change of its state.
    """

    id: str
    act: str
    holder: tuple[str, ...]
    clause: str
    automatic: bool
    rung: int
    state: str
    label: str
    since: dt.datetime | None
    effect: str
    why: tuple[WaitView, ...]
    changes: tuple[ChangeView, ...]


class IndicatorView(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is followed.

    Attributes:
        id: Its id.
        label: What is measured.
        unit: Its unit.
        objective: What it is to show.
        baseline: Its value before; None where unknown.
        target: The value aimed at; None where there is none.
        value: The latest reading by the day; None: nobody has read it.
        at: When it was read.
        by: Who read it.
        sources: Where it stands.
        words: All that in a sentence.
    """

    id: str
    label: str
    unit: str
    objective: str
    baseline: float | None
    target: float | None
    value: float | None
    at: dt.datetime | None
    by: str
    sources: tuple[str, ...]
    words: str


class IdleView(msgspec.Struct, frozen=True):
    """An entry of the log that took no effect, and why."""

    cause: CauseView
    reason: str


class StateCount(msgspec.Struct, frozen=True):
    """How many obligations are in a state."""

    state: str
    label: str
    count: int


class StatePage(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement on a day.

    Attributes:
        format: Name of the format.
        title: The agreement.
        parties: Those who are bound.
        in_force: The instant from which it holds.
        on: The instant that is asked about.
        known: As it was known at this instant; None: as it is known now.
        generated: When this was written; None where that is not said.
        marking: The most restricted of all entries of the log that it rests on.
        sentences: The whole in a few sentences.
        states: How many obligations are in each state, states of none left out.
        obligations: Every obligation, in the order of the agreement.
        powers: Every power, in the order of the agreement.
        indicators: Every number that is followed.
        next_due: Ids of the obligations that fall due after the day, the soonest first.
        loops: Circles of obligations that wait for each other, by id.
        idle: Entries that took no effect.
        unsettled: Instants at which states chased each other, with those concerned.
    """

    format: Literal["goodoffices.watch.state/1"] = "goodoffices.watch.state/1"
    title: str
    parties: tuple[str, ...]
    in_force: dt.datetime
    on: dt.datetime
    known: dt.datetime | None
    generated: dt.datetime | None = None
    marking: Marking
    sentences: tuple[str, ...]
    states: tuple[StateCount, ...]
    obligations: tuple[ObligationView, ...]
    powers: tuple[PowerView, ...]
    indicators: tuple[IndicatorView, ...]
    next_due: tuple[str, ...]
    loops: tuple[tuple[str, ...], ...]
    idle: tuple[IdleView, ...]
    unsettled: tuple[tuple[dt.datetime, tuple[str, ...]], ...]

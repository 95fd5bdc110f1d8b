"""A finding: what the statements of all reports come to. Rebuilt at will, never edited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from .content import Content
from .dates import Interval
from .judgement import Verdict
from .release import Marking
from .report import Evidence, Rejection, Report
from .statement import ByHand, kind_of

__all__ = ["Disagreement", "Finding", "Findings", "Side"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that one or many reports say, with all that bears it out.

    Attributes:
        id: Hash of its kind and of what makes it one thing; the same whatever the order of the reports.
        content: What it says; actors are named by their joined ids.
        evidence: Every span that bears it out, sorted by report and offset.
        statements: Ids of the statements that it is merged from.
        against: Ids of the findings that cannot hold beside it.
        reports: Ids of the reports that carry it.
        sources: How many of them are independent (near-duplicates count once).
        said_by: Id of the actor whom the reports have say it, or None where they say it themselves.
        when: The time of the thing itself, or None.
        as_of: The day as of which it stands: the latest known day of a report that carries it, or None.
        first_reported: The earliest known day of a report that carries it, or None.
        marking: As restricted as the most restricted statement and report that it rests on.
        verdict: What analysts say of it; `Verdict.NO_JUDGEMENT` where nobody has.
        confidence: Probability in [0, 1] that it is right, or None where the reader gives none.
        basis: The readers' reasons, for whoever asks "why?".
        readers: The readers that found it, each with its version, sorted; two that agree are both here.
        added: Who added some of its statements by hand, when and why, the earliest first.
    """

    id: str
    content: Content
    evidence: tuple[Evidence, ...]
    statements: tuple[str, ...]
    against: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    sources: int = 1
    said_by: str | None = None
    when: Interval | None = None
    as_of: dt.date | None = None
    first_reported: dt.date | None = None
    marking: Marking = Marking.CLEAR
    verdict: Verdict = Verdict.NO_JUDGEMENT
    confidence: float | None = None
    basis: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    added: tuple[ByHand, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of its content, one of `goodoffices.record.KINDS`."""
        return kind_of(self.content)


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a disagreement.

    Attributes:
        text: What this side says, in one clause.
        evidence: Where it says so.
        finding: Id of the finding that says so; empty where a sentence of which no statement was made speaks.
        said_by: Id of the actor, or None where the report says it itself.
        statements: Ids of the statements that say so, where they are shown in disagreements alone and no finding is
            made of them: to reject one takes the side back.
        as_of: Day of the report, or None, so that a change over time is not mistaken for a contradiction.
    """

    text: str
    evidence: tuple[Evidence, ...]
    finding: str = ""
    said_by: str | None = None
    as_of: dt.date | None = None
    statements: tuple[str, ...] = ()


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two or more things that cannot both hold, or that differ on a number, a date or a stance.

    Attributes:
        id: Hash of what stands on its sides and of what they are about.
        about: What it is about, in one short line.
        issue: Id from the vocabulary of issues, or None.
        sides: Two or more, from different reports or speakers.
        over_time: True where every side is dated and no two are of one day: it can be a change, not a contradiction.
        by_answers: True where the sides give opposite answers on one issue, and nothing more is known: whether they
            speak of one thing is for whoever reads them to say.
        marking: As restricted as its most restricted side.
    """

    id: str
    about: str
    sides: tuple[Side, ...]
    issue: str | None = None
    over_time: bool = False
    by_answers: bool = False
    marking: Marking = Marking.CLEAR


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """All that a set of reports comes to, for one audience and one day.

    Attributes:
        reports: The reports, in the order of their known days, then of their paths.
        findings: All findings, in the order of `KINDS`, then of their first evidence.
        disagreements: Where the reports or speakers contradict each other.
        near_duplicates: Report id -> id of the report that it is a near copy of.
        rejections: What could not be taken, with the reasons.
    """

    reports: tuple[Report, ...]
    findings: tuple[Finding, ...]
    disagreements: tuple[Disagreement, ...] = ()
    near_duplicates: Mapping[str, str] = {}
    rejections: tuple[Rejection, ...] = ()

    def of_kind(self, kind: str) -> tuple[Finding, ...]:
        """The findings of one kind, in their order."""
        return tuple(finding for finding in self.findings if finding.kind == kind)

"""What tables are made from: the view models of one audience, and what every row looks up in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from goodoffices.brief import Brief
from goodoffices.brief.model import Citation, MeetingView, ReportView
from goodoffices.record import (
    Evidence,
    InputError,
    Judgement,
    Marking,
    Note,
    Report,
    Statement,
    issues,
    most_restricted,
)

__all__ = ["Ground", "Link", "ReportLine", "issue_label", "link_of"]

Link: TypeAlias = Callable[[str, int, int], str]
"""Writes the address of a span: report id, first offset, offset behind the last."""


class ReportLine(msgspec.Struct, frozen=True, kw_only=True):
    """What rows tell of a report.

    Attributes:
        report: The report; its text may be left out.
        number: Its number in the brief, from 1; 0 where it has none.
        characters: Length of its text, in Unicode code points.
        findings: How many findings rest on it.
        copy_of: Id of the report that it is a near copy of, or None.
    """

    report: Report
    number: int = 0
    characters: int = 0
    findings: int = 0
    copy_of: str | None = None

    @classmethod
    def of_view(cls, view: ReportView) -> ReportLine:
        """Take a report as a brief shows it, without its text."""
        report = Report(
            id=view.id,
            text="",
            path=view.path,
            title=view.title,
            outlet=view.outlet,
            author=view.author,
            url=view.url,
            published=view.published,
            language=view.language,
            marking=view.marking,
        )
        return cls(
            report=report,
            number=view.number,
            characters=len(view.text),
            findings=view.findings,
            copy_of=view.near_duplicate_of,
        )


def link_of(base: str = "") -> Link:
    """Make the writer of addresses of spans.

    Args:
        base: What stands before the id of a report: ``http://127.0.0.1:8000/reports/``; empty where there is no server.

    Returns:
        A function that writes ``BASEr-...#char=START,END`` (RFC 5147: offsets of characters in a plain text).
    """

    def link(report: str, start: int, end: int) -> str:
        return f"{base}{report}#char={start},{end}"

    return link


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What one audience's tables are made from.

    Attributes:
        audience: The most restricted marking that may be shown.
        marking: The most restricted marking of all that is here: that of every table, for a label or a count tells of
            what is not in it.
        reports: Report id -> what rows tell of it, in the order of their numbers.
        names: Actor id -> name.
        meetings: Finding id -> the meeting on its track.
        brief: The whole brief, or None where only findings are at hand.
        judgements: What analysts say, as the same view holds it.
        statements: The statements, as the same view holds them.
        notes: The notes, as the same view holds them.
        link: Writes the address of a span.
        note: What a reader of the tables must know.
        generated: When they are made, or None to leave that out.
    """

    audience: Marking
    marking: Marking
    reports: Mapping[str, ReportLine]
    names: Mapping[str, str]
    meetings: Mapping[str, MeetingView] = {}
    brief: Brief | None = None
    judgements: tuple[Judgement, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[Note, ...] = ()
    link: Link = link_of()
    note: str = ""
    generated: dt.datetime | None = None

    @classmethod
    def of(
        cls,
        brief: Brief,
        *,
        reports: Iterable[ReportLine] = (),
        judgements: Iterable[Judgement] = (),
        statements: Iterable[Statement] = (),
        notes: Iterable[Note] = (),
        link: Link | None = None,
        note: str = "",
    ) -> Ground:
        """Take a brief, and beside it what the same view of a case holds.

        Args:
            brief: The view models, made for the audience of the tables.
            reports: The reports, where the brief was made without them.
            judgements: What analysts say.
            statements: The statements.
            notes: The notes.
            link: Writes the address of a span; without one, the report's id and the offsets.
            note: What a reader of the tables must know.

        Raises:
            InputError: If something is there that the audience of the brief may not see.
        """
        words, said, noted = tuple(judgements), tuple(statements), tuple(notes)
        own = (each.marking for things in (words, said, noted) for each in things)
        marking = most_restricted((brief.marking, *own))
        if not brief.audience.may_see(marking):
            label = brief.audience.label
            msg = f"tables for {label} cannot hold what is marked {marking.label}; take that audience's view"
            raise InputError(msg)
        lines = tuple(reports) or tuple(ReportLine.of_view(view) for view in brief.reports)
        return cls(
            audience=brief.audience,
            marking=marking,
            reports={line.report.id: line for line in lines},
            names=brief.names,
            meetings={view.entry.id: view for view in brief.timeline.meetings},
            brief=brief,
            judgements=words,
            statements=said,
            notes=noted,
            link=link or link_of(),
            note=note,
            generated=brief.generated,
        )

    def name(self, actor: str | None) -> str | None:
        """Name an actor; None for nobody, and a plain word where this audience is not shown who it is."""
        return self.names.get(actor, _UNNAMED) if actor else None

    def all_names(self, actors: Iterable[str]) -> tuple[str, ...]:
        """Name several actors, in their order."""
        return tuple(self.names.get(actor, _UNNAMED) for actor in actors)

    def source(self, evidence: Sequence[Evidence | Citation]) -> tuple[str | None, str | None, dt.date | None]:
        """Title, outlet and day of the report of the first span; nothing where it is not at hand."""
        line = self.reports.get(evidence[0].report) if evidence else None
        return (line.report.title, line.report.outlet, line.report.published) if line else (None, None, None)


_UNNAMED = "an actor not shown"


def issue_label(issue: str | None) -> str | None:
    """The label of an issue, None for none."""
    term = issues().get(issue) if issue else None
    return term.label if term else issue

"""Put a brief together from its sections."""

from __future__ import annotations

import datetime as dt

from goodoffices.brief.model import Brief, Timeline
from goodoffices.record import Findings, InputError, Interval, Marking, Report, most_restricted
from goodoffices.record.findings.process_all import process_of

from .arrangements import mechanism_views, plan_views
from .changes import changes
from .disputes import disputes
from .entries import Sources, entries
from .gaps import gaps
from .notes import Desk
from .opening import opening
from .phrases import clip, counted, interval_words
from .positions import issue_views, matrices, parties
from .process import marked, process_sections, with_details
from .roster import Roster
from .table import table
from .texts import report_views
from .timeline import timeline

__all__ = ["build_brief"]

_TITLE_CHARACTERS = 90


def build_brief(
    findings: Findings,
    *,
    audience: Marking,
    title: str | None = None,
    generated: dt.datetime | None = None,
    texts: bool = True,
) -> Brief:
    """Make the view models of a brief, from which every form of it is written.

    Args:
        findings: What the reports come to, for this audience.
        audience: The most restricted marking that the readers may see.
        title: What the brief is called; by default it is named after those who meet most.
        generated: When it is written, or None to leave that out (the same findings then give the same bytes).
        texts: False leaves the full texts of the reports out, for whoever shows them one by one.

    Returns:
        The brief. Its own marking is that of the most restricted thing it shows.

    Raises:
        InputError: If the findings hold something that the audience may not see.
    """
    marking = _marking(findings, audience)
    roster, sources = Roster.of(findings), Sources.of(findings.reports)
    process = process_of(findings)
    made = marked(entries(findings, roster, sources), process)
    by_id = {entry.id: entry for entry in made}
    desk = Desk(roster, sources, by_id)
    disputed = disputes(findings.disagreements, by_id, roster, sources)
    plain = tuple(dispute for dispute in disputed if not dispute.by_answers)  # opposite answers contest nothing
    in_dispute = frozenset(side.finding.id for dispute in plain for side in dispute.sides)
    views = issue_views(made, roster, in_dispute)
    plans = plan_views(made, roster)
    mechanisms = with_details(mechanism_views(made, roster, {view.id: view for view in views}), process, desk)
    days = [report.published for report in findings.reports if report.published]
    when = timeline(made, roster, max(days, default=None))
    run = process_sections(process, desk, views=views, timeline=when, disputes=plain)
    missing = gaps(views, when, roster)
    names = {actor: roster.name(actor) for actor in roster.actors}
    changed = changes(made, views, plans, roster)
    return Brief(
        title=title or _title(when, findings.reports),
        audience=audience,
        marking=marking,
        generated=generated,
        span=_span(findings.reports),
        sources=len(findings.reports) - len(findings.near_duplicates.keys() & sources.numbers.keys()),
        parties=parties(made, roster),
        names=names,
        entries=made,
        opening=opening(
            views=views,
            disputes=disputed,
            changes=changed,
            timeline=when,
            gaps=missing,
            mechanisms=mechanisms,
            names=names,
        ),
        matrices=matrices(made, roster, views),
        issues=views,
        disputes=disputed,
        changes=changed,
        timeline=when,
        table=table(made, roster, when),
        gaps=missing,
        plans=plans,
        mechanisms=mechanisms,
        quotes=tuple(entry for entry in made if entry.kind == "quote"),
        withheld=tuple(entry for entry in made if entry.kind == "withheld"),
        reports=report_views(findings.reports, made, disputed, findings.near_duplicates, sources, run) if texts else (),
        rejections=findings.rejections,
        process=run,
    )


def _marking(findings: Findings, audience: Marking) -> Marking:
    shown = most_restricted(
        thing.marking for things in (findings.reports, findings.findings, findings.disagreements) for thing in things
    )
    if not audience.may_see(shown):
        msg = (
            f"the findings hold something marked {shown.label}, and this brief is for {audience.label}; "
            "take a View made for that audience"
        )
        raise InputError(msg)
    return shown


def _title(when: Timeline, reports: tuple[Report, ...]) -> str:
    met = [view.track for view in when.meetings if view.status != "cancelled" and len(view.track.sides) > 1]
    named = [track for track in when.tracks if track in met]
    if named:
        return f"{clip(named[0].label, _TITLE_CHARACTERS)} talks"
    return f"Brief on {counted(len(reports), 'report')}"


def _span(reports: tuple[Report, ...]) -> str:
    days = [report.published for report in reports if report.published]
    undated = len(reports) - len(days)
    if not days:
        return "no report carries a date"
    span = interval_words(Interval(earliest=min(days), latest=max(days)))
    return f"{span}, {counted(undated, 'report')} without a date" if undated else span

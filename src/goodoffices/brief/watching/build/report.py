"""From the monitor's report to its page: every number with the ids that it counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import numpy as np
from msgspec.structs import replace

from goodoffices.brief.watching.backing import Backing
from goodoffices.brief.watching.model import (
    DayView,
    FindingView,
    HarmView,
    LineView,
    NamedCount,
    NumberView,
    QuestionView,
    RemedyView,
    ReportPage,
)
from goodoffices.brief.watching.wording import wording
from goodoffices.watch.log import Attribution, Finding, entry_id
from goodoffices.watch.report import UNITS, Count, Harm, Line, MonitorReport, OpenQuestion, Remedy

from .access import access_of
from .causes import cause_of, causes_of, change_of
from .incidents import Incidents, kind_label
from .moments import days_words
from .report_opening import report_cautions, report_sentences
from .state import acts_of

__all__ = ["build_report"]

_EPOCH = dt.date(1970, 1, 1)
_DAY_MINUTES = 24 * 60


def build_report(report: MonitorReport, backing: Backing, *, whole: bool = True) -> ReportPage:
    """Build the page of a report.

    Args:
        report: The report.
        backing: The log and the incident table, so that each number opens its incidents and their sources.
        whole: Describe every incident, not only as many as a page lists; the numbers have all ids in any case.
    """
    incidents = Incidents(report.ledger, backing, whole=whole)
    acts, log = acts_of(report.agreement), backing.log
    lines = _in_order(_line(each, report, incidents, backing) for each in report.lines)
    unattributed = _unattributed(report, incidents)
    page = ReportPage(
        title=report.agreement.name,
        first=report.period.first,
        last=report.period.last,
        before_first=report.period.before.first,
        before_last=report.period.before.last,
        generated=backing.generated,
        marking=backing.rests_on,
        sentences=(),
        cautions=report_cautions(lines),
        lines=lines,
        days=tuple(_days(report, incidents)),
        harm=_harm(report.harm[0], report.lines[0].now, report, incidents),
        harm_before=_harm(report.harm[1], report.lines[0].before, report, incidents),
        access=access_of(report, backing),
        claims=tuple(_claims(report, incidents)),
        attributed=tuple(_attributed(report, incidents)),
        unattributed=unattributed,
        questions=tuple(_question(each, backing) for each in report.open),
        remedies=tuple(_remedy(each, report, acts, backing) for each in report.remedies),
        findings=tuple(_finding(key, each, acts) for key, each in report.findings.items()),
        changes=tuple(change_of(each, log, acts) for each in report.changes),
        incidents=incidents.listed(),
    )
    return replace(page, sentences=report_sentences(page))


def _in_order(lines: Iterable[LineView]) -> tuple[LineView, ...]:
    """The whole first, then the areas, those with the most incidents first; so the kinds within each."""
    listed = list(lines)
    totals = {line.area: (-line.now.number, -line.before.number, line.area_name) for line in listed if not line.kind}
    return tuple(
        sorted(
            listed,
            key=lambda line: (
                bool(line.area),
                totals[line.area],
                bool(line.kind),
                -line.now.number,
                -line.before.number,
                line.label,
            ),
        )
    )


def _line(line: Line, report: MonitorReport, incidents: Incidents, backing: Backing) -> LineView:
    verdict = "unknown" if line.is_change is None else "more" if line.is_change else "chance"
    return LineView(
        area=line.area,
        area_name=backing.zone_name(line.area),
        kind=line.kind,
        label=kind_label(line.kind),
        now=_counted(line.now, incidents),
        before=_counted(line.before, incidents),
        chance=line.chance,
        verdict=verdict,
        words=wording().changes[verdict],
        basis=_basis(line, report),
    )


def _basis(line: Line, report: MonitorReport) -> str:
    """What the counts are held against: effort, none, or the effort of one period only."""
    if line.now.unit:
        return "effort"
    sides = report.effort.get(line.area, ())
    return "one" if any(getattr(side, unit) for side in sides for unit in UNITS) else "none"


def _counted(count: Count, incidents: Incidents) -> NumberView:
    ids = incidents.ids(count.rows)
    return NumberView(number=count.number, incidents=ids, effort=count.effort, unit=count.unit, rate=count.rate)


def _days(report: MonitorReport, incidents: Incidents) -> Iterator[DayView]:
    """The incidents of each day of both periods; a day without any has none."""
    rows = np.concatenate([report.lines[0].before.rows, report.lines[0].now.rows])
    numbers = report.ledger.minutes[rows] // _DAY_MINUTES
    day = report.period.before.first
    while day <= report.period.last:
        yield DayView(day, incidents.ids(rows[numbers == (day - _EPOCH).days]))
        day += dt.timedelta(days=1)


def _harm(harm: Harm, count: Count, report: MonitorReport, incidents: Incidents) -> HarmView:
    ledger, rows = report.ledger, count.rows
    return HarmView(
        killed=harm.killed,
        injured=harm.injured,
        unknown=harm.unknown,
        incidents=incidents.ids(harm.rows),
        silent=incidents.ids(rows[(ledger.killed[rows] < 0) & (ledger.injured[rows] < 0)]),
    )


def _claims(report: MonitorReport, incidents: Incidents) -> Iterator[NamedCount]:
    rows = report.lines[0].now.rows
    for name in report.claims:
        yield NamedCount(name, incidents.number(rows[report.ledger.actors[rows].isin([name])]))


def _attributed(report: MonitorReport, incidents: Incidents) -> Iterator[NamedCount]:
    rows, ledger = report.lines[0].now.rows, report.ledger
    for name in report.attributed:
        yield NamedCount(name, incidents.number(rows[ledger.parties[rows] == ledger.party_names.index(name)]))


def _unattributed(report: MonitorReport, incidents: Incidents) -> NumberView:
    rows = report.lines[0].now.rows
    asked = np.array([question.row for question in report.open], dtype=np.int64)
    return incidents.number(rows[(report.ledger.parties[rows] < 0) & ~np.isin(rows, asked)])


def _question(question: OpenQuestion, backing: Backing) -> QuestionView:
    settled = question.settled
    said = (each for each in backing.log.of(Attribution) if each.incident == question.incident)
    return QuestionView(
        incident=question.incident,
        standing=settled.standing.value,
        label=wording().standings[settled.standing.value],
        named=tuple(settled.named.items()),
        by=settled.by,
        dissent=settled.dissent,
        evidence=settled.evidence,
        entries=tuple(cause_of(entry_id(each), backing.log) for each in said),
    )


def _remedy(remedy: Remedy, report: MonitorReport, acts: dict[str, str], backing: Backing) -> RemedyView:
    return RemedyView(
        obligation=remedy.obligation,
        act=acts.get(remedy.obligation.split("/", 1)[0], ""),
        breached=remedy.breached,
        remedied=remedy.remedied,
        days=((remedy.remedied or report.period.end) - remedy.breached).days,
        causes=causes_of(remedy.because, backing.log),
    )


def _finding(key: str, finding: Finding, acts: dict[str, str]) -> FindingView:
    return FindingView(
        entry=key,
        obligation=finding.obligation,
        act=acts.get(finding.obligation.split("/", 1)[0], ""),
        verdict=finding.verdict.value,
        label=wording().verdicts[finding.verdict.value],
        days=days_words(finding.first, finding.last),
        by=finding.by,
        reasons=finding.reasons + ((finding.note,) if finding.note else ()),
        confidence=finding.confidence,
        incidents=finding.incidents,
        sources=finding.sources,
    )

"""What a case comes to for one audience, built when it is first asked for and again when the case has moved on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import PurePath

import msgspec

from goodoffices.brief import Brief, build_brief
from goodoffices.desk.audience import Audience
from goodoffices.desk.gathered import Gathered, gather, merged
from goodoffices.desk.tables import Ground, ReportLine
from goodoffices.record import Findings
from goodoffices.record.paging import Standing
from goodoffices.record.store import Store

__all__ = ["Held", "Shown"]


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What a case comes to.

    Attributes:
        standing: Where the case stood when it was read.
        gathered: What the audience may see.
        findings: What that comes to.
        brief: The view models, without the texts of the reports.
        ground: What tables are made from.
    """

    standing: Standing
    gathered: Gathered
    findings: Findings
    brief: Brief
    ground: Ground


class Held:
    """What an open case comes to, kept until the case has moved on.

    Args:
        store: The open case.
        audience: For whom.
        now: Tells the moment at which tables are made.
    """

    def __init__(self, store: Store, audience: Audience, *, now: Callable[[], dt.datetime]) -> None:
        self._store, self._audience, self._now = store, audience, now
        self._shown: Shown | None = None

    def now(self) -> Shown:
        """Give what the case comes to now."""
        standing = self._store.standing()
        if self._shown is None or self._shown.standing != standing:
            self._shown = self._read(standing)
        return self._shown

    def _read(self, standing: Standing) -> Shown:
        view = self._audience.view(self._store)
        gathered = gather(view)
        findings = merged(gathered)
        brief = build_brief(findings, audience=self._audience.marking, texts=False, generated=self._now())
        ground = Ground.of(
            brief,
            reports=_lines(findings, brief),
            judgements=gathered.judgements,
            statements=gathered.statements,
            notes=view.notes(),
            note=self._note(),
        )
        return Shown(standing=standing, gathered=gathered, findings=findings, brief=brief, ground=ground)

    def _note(self) -> str:
        audience = self._audience
        circles = f", {', '.join(audience.circles)}" if audience.circles else ""
        as_of = f", as known on {audience.as_of:%Y-%m-%d %H:%M} UTC" if audience.as_of else ""
        # The name of the file alone: whoever gets a table is not told where on whose machine it lay.
        return f"case {PurePath(self._store.name).name}{circles}{as_of}"


def _lines(findings: Findings, brief: Brief) -> list[ReportLine]:
    counts = Counter(report for entry in brief.entries for report in {span.report for span in entry.evidence})
    return [
        ReportLine(
            report=msgspec.structs.replace(report, text=""),
            number=number,
            characters=len(report.text),
            findings=counts[report.id],
            copy_of=findings.near_duplicates.get(report.id),
        )
        for number, report in enumerate(findings.reports, 1)
    ]

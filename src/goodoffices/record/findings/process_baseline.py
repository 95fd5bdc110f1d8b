"""How much violence was reported before a ceasefire: what a monitor would compare with."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record.content import EventContent, IssueStatusContent
from goodoffices.record.finding import Finding

from .process_setting import Setting
from .wording import Figure, figures

__all__ = ["Baseline", "baseline"]


class Baseline(msgspec.Struct, frozen=True, kw_only=True):
    """Events of violence that reports tell of, up to a ceasefire where one has a day.

    Attributes:
        before: Ids of the dated events before it (all dated ones where no ceasefire has a day).
        after: Ids of the dated events on or after it.
        undated: Ids of the events whose day is unknown: they are counted on neither side.
        first: The earliest day of an event before it, or None.
        last: The latest, or None.
        ceasefire: The first day as of which a ceasefire is claimed to be agreed, or None.
        claim: Id of the finding that claims it, or empty.
        killed: The least number of killed that the events before it add up to; None where none gives a number.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    undated: tuple[str, ...]
    first: dt.date | None = None
    last: dt.date | None = None
    ceasefire: dt.date | None = None
    claim: str = ""
    killed: int | None = None


def baseline(setting: Setting) -> Baseline | None:
    """Count the reported violence before a ceasefire; None where no report tells of any.

    It counts what is reported, one finding an event, and not what happened.
    """
    events = [one for one in setting.findings.findings if _violent(one)]
    if not events:
        return None
    claim = min((one for one in setting.findings.findings if _agreed(one)), key=_claimed_on, default=None)
    day = _claimed_on(claim) if claim else None
    dated = [(one, when) for one in events if (when := _day(one)) is not None]
    before = [(one, when) for one, when in dated if day is None or when < day]
    return Baseline(
        before=tuple(one.id for one, _ in before),
        after=tuple(one.id for one, when in dated if day is not None and when >= day),
        undated=tuple(one.id for one in events if _day(one) is None),
        first=min((when for _, when in before), default=None),
        last=max((when for _, when in before), default=None),
        ceasefire=day,
        claim=claim.id if claim else "",
        killed=_killed([one for one, _ in before]),
    )


def _violent(finding: Finding) -> bool:
    return isinstance(finding.content, EventContent) and finding.content.kind == "violence"


def _agreed(finding: Finding) -> bool:
    content = finding.content
    said = isinstance(content, IssueStatusContent) and content.issue == "ceasefire" and content.status == "agreed"
    return said and (finding.as_of is not None or finding.when is not None)


def _claimed_on(finding: Finding) -> dt.date:
    said = finding.when.latest or finding.when.earliest if finding.when else None
    return said or finding.first_reported or finding.as_of or dt.date.max


def _day(finding: Finding) -> dt.date | None:
    if finding.when is None:
        return None
    return finding.when.latest or finding.when.earliest


def _killed(events: list[Finding]) -> int | None:
    found: list[Figure] = []
    for one in events:
        if isinstance(one.content, EventContent):
            found += [figure for figure in figures(one.content.text) if figure.of == "killed"][:1]
    return sum(figure.low for figure in found) if found else None

"""Plans with their versions, and mechanisms with what each waits for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from goodoffices.brief.model import Entry, IssueView, Line, MechanismView, PlanStep, PlanView
from goodoffices.brief.wording import wording
from goodoffices.record import (
    Interval,
    IssueStatusContent,
    MechanismContent,
    PlanContent,
    PlanVersion,
    mechanisms,
    parse_day,
)

from .phrases import day_words, interval_words
from .roster import Roster
from .says import issue_label

__all__ = ["interval_of", "mechanism_views", "plan_views"]


def interval_of(iso: str | None) -> Interval | None:
    """Read an interval as `Interval.iso` writes it: ``2026-01-07``, ``a/b``, ``../b``, ``a/..`` or ``..``."""
    if iso is None:
        return None
    start, _, end = iso.partition("/")
    days = [None if part == ".." else parse_day(part, where="version of a plan") for part in (start, end or start)]
    return Interval(earliest=days[0], latest=days[1])


def plan_views(entries: Sequence[Entry], roster: Roster) -> tuple[PlanView, ...]:
    """The plans, the one with most versions first."""
    made = [_plan(entry, entry.content, roster) for entry in entries if isinstance(entry.content, PlanContent)]
    return tuple(sorted(made, key=lambda plan: -len(plan.steps)))


def _plan(entry: Entry, content: PlanContent, roster: Roster) -> PlanView:
    return PlanView(
        entry=entry,
        name=content.name,
        author=roster.name(content.author),
        steps=tuple(_step(version) for version in content.versions),
        items=tuple((item.text, issue_label(item.issue)) for item in content.items),
    )


def _step(version: PlanVersion) -> PlanStep:
    when = interval_of(version.when)
    return PlanStep(label=version.label, points=version.points, when_words=interval_words(when) or "date not given")


def mechanism_views(
    entries: Sequence[Entry], roster: Roster, issues_by_id: Mapping[str, IssueView]
) -> tuple[MechanismView, ...]:
    """The mechanisms: in force, agreed, proposed, rejected."""
    order = list(wording().mechanism_states)
    made = [
        _mechanism(entry, entry.content, roster, issues_by_id)
        for entry in entries
        if isinstance(entry.content, MechanismContent)
    ]
    return tuple(sorted(made, key=lambda view: order.index(view.status)))


def _mechanism(
    entry: Entry, content: MechanismContent, roster: Roster, issues_by_id: Mapping[str, IssueView]
) -> MechanismView:
    term = mechanisms().get(content.kind)
    return MechanismView(
        entry=entry,
        name=content.name,
        kind=term.label if term else content.kind,
        led_by=roster.names(content.led_by),
        status=content.status,
        trigger=content.trigger or "",
        waits_on=_waits_on(content.trigger or "", issues_by_id),
    )


def _waits_on(trigger: str, issues_by_id: Mapping[str, IssueView]) -> tuple[Line, ...]:
    """What is claimed of each issue that a trigger names; "nothing is reported" where no one claims anything."""
    found = []
    for issue, words in wording().trigger_words.items():
        if any(re.search(rf"\b{re.escape(word)}\b", trigger.casefold()) for word in words):
            view = issues_by_id.get(issue)
            found.append(_standing(issue, view.claims if view else ()))
    return tuple(found)


def _standing(issue: str, claims: Sequence[Entry]) -> Line:
    if not claims:
        return Line("no report says how far it has come", (), issue_label(issue))
    latest = claims[0]
    state = wording().issue_states[latest.content.status] if isinstance(latest.content, IssueStatusContent) else ""
    by = f", according to {latest.speaker}" if latest.speaker else ""
    return Line(f"{state}{by} ({day_words(latest.as_of)})", (latest.ref,), issue_label(issue))

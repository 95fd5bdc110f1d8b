"""Who is missing: actors on whom an issue bears and who sit at no table that takes it up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from goodoffices.brief.model import Entry, Gap, IssueView, MeetingView, Party, Timeline
from goodoffices.brief.wording import wording
from goodoffices.record import PositionContent

from .roster import Roster
from .table import OFF, seats

__all__ = ["gaps"]

_SHOWN = 4  # findings given as the reason for one gap


def gaps(views: Sequence[IssueView], timeline: Timeline, roster: Roster) -> tuple[Gap, ...]:
    """Find who is missing, issue by issue, where it can be told.

    An issue bears on a side that holds a position on it, and on a side that is named in the words reported on it. Such
    a side is missing where it takes part in no reported meeting at all; or, if it holds a position, where meetings are
    reported in the same words as the issue and it takes part in none of those.

    Returns:
        In the order of the issues; sides at no table before those that sit elsewhere, then by name.
    """
    seated = seats(timeline, roster)
    found = []
    for view in views:
        if view.id not in wording().too_broad:
            found += _of_issue(view, _tables(view.id, timeline), seated, roster)
    return tuple(found)


def _tables(issue: str, timeline: Timeline) -> list[MeetingView]:
    return [view for view in timeline.meetings if view.status != OFF and issue in view.entry.issues]


def _of_issue(
    view: IssueView, tables: list[MeetingView], seated: Mapping[str, list[MeetingView]], roster: Roster
) -> list[Gap]:
    here = {meeting.entry.id for meeting in tables}
    found = []
    for side, because in _bearers(view, roster).items():
        mine = seated.get(side, [])
        holds = any(isinstance(entry.content, PositionContent) and side in entry.parties for entry in because)
        absent = bool(here) and holds and not any(meeting.entry.id in here for meeting in mine)
        if not mine or absent:
            found.append(_gap(view, side, because, mine, roster))
    return sorted(found, key=lambda gap: (bool(gap.elsewhere), gap.actor.name, gap.actor.id))


def _gap(view: IssueView, side: str, because: list[Entry], mine: list[MeetingView], roster: Roster) -> Gap:
    return Gap(
        issue=view.id,
        issue_label=view.label,
        actor=Party(side, roster.name(side), len(because)),
        elsewhere=tuple(dict.fromkeys(meeting.track.label for meeting in mine)),
        because=tuple(entry.ref for entry in because[:_SHOWN]),
    )


def _bearers(view: IssueView, roster: Roster) -> dict[str, list[Entry]]:
    """Side -> the findings on this issue that it holds or that name it; states, organisations and groups alone."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in (*(e for cell in view.cells for e in cell.entries), *view.claims):
        named = {roster.side(actor) for c in entry.evidence for actor in roster.named_in(c.quote)}
        for side in sorted({*entry.parties, *named}):
            if roster.is_party(side):
                found[side].append(entry)
    return found

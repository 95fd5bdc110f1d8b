"""What a page shows of the inbox: what is under way, what came of the last things, what was rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from goodoffices.record import Marking, NotInCase
from goodoffices.record.account import Role
from goodoffices.record.view import View
from goodoffices.web.asking import Asking

from .job import Job, State
from .receiving import onlooker

__all__ = ["InboxShown", "as_shown", "holds", "inbox_shown", "own_circles", "reports_there", "trouble_told"]

_UNDER_WAY, _DONE, _REJECTED = 12, 12, 5
_NAMED = 5
"""Reports of a job that a list names."""


class InboxShown(msgspec.Struct, frozen=True, kw_only=True):
    """The inbox, as one audience sees it.

    Attributes:
        counts: How many jobs, by how far they have come.
        under_way: What is read or waits, the first of it.
        done: What was read last.
        rejected: What was rejected last.
        there: Ids of reports that came of it and that the audience may open.
        trouble: Why nothing is read, in words; empty where all is well.
    """

    counts: Mapping[State, int]
    under_way: tuple[Job, ...]
    done: tuple[Job, ...]
    rejected: tuple[Job, ...]
    there: frozenset[str]
    trouble: str

    @property
    def waiting(self) -> int:
        """How many jobs something will come of by itself."""
        return self.counts[State.WAITING] + self.counts[State.READING]

    @property
    def any(self) -> bool:
        """Is there anything to show?"""
        return any(self.counts.values())


def inbox_shown(who: Asking) -> InboxShown:
    """Look at the inbox for whoever asks."""
    inbox, looks = who.bench.inbox, onlooker(who)
    reading = as_shown(who.view, inbox.jobs(looks, (State.READING,), limit=_UNDER_WAY))
    waiting = inbox.jobs(looks, (State.WAITING,), limit=_UNDER_WAY, oldest_first=True)
    done = as_shown(who.view, inbox.jobs(looks, (State.DONE,), limit=_DONE))
    return InboxShown(
        counts=inbox.counts(looks),
        under_way=(*reading, *waiting)[:_UNDER_WAY],
        done=done,
        rejected=inbox.jobs(looks, (State.REJECTED,), limit=_REJECTED),
        there=reports_there(who.view, (*reading, *done)),
        trouble=trouble_told(who),
    )


def trouble_told(who: Asking) -> str:
    """Why nothing is read, in words: all of them for admins, since they may name a file or a server."""
    trouble = who.bench.inbox.file.trouble()
    if not trouble or who.may(Role.ADMIN):
        return trouble
    return "nothing can be read at the moment; whoever keeps the case can see why"


def as_shown(view: View, jobs: Iterable[Job]) -> tuple[Job, ...]:
    """Leave out that the case held a report before, where the audience may not see that report."""
    return tuple(
        msgspec.structs.replace(
            job,
            taken=tuple(
                msgspec.structs.replace(each, known=each.known and holds(view, each.report)) for each in job.taken
            ),
        )
        for job in jobs
    )


def reports_there(view: View, jobs: Iterable[Job]) -> frozenset[str]:
    """Which of the reports that came of some jobs an audience may open."""
    shown = (taken.report for job in jobs for taken in job.taken[:_NAMED])
    return frozenset(each.id for each in view.reports_by_id(shown))


def holds(view: View, report: str) -> bool:
    """May an audience open a report?"""
    try:
        view.report(report)
    except NotInCase:
        return False
    return True


def own_circles(who: Asking) -> tuple[str, ...] | None:
    """The circles that somebody may confine a report to; None for the case's keepers, who may name any."""
    if who.own.marking is Marking.RED and not who.own.circles:
        return None
    return who.own.circles

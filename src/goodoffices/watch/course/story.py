"""What happened, sorted by instant and subject, with what establishes a state kept apart from what is only claimed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from ..agreement import Agreement, Obligation, Power
from ..log import Finding, Happening, Log, Verdict, What
from .steps import minute

__all__ = ["Act", "Story", "is_established", "tell"]

_VERDICTS = {Verdict.MET: What.PERFORMED, Verdict.BREACHED: What.BREACHED}
_ORDER = {what: rank for rank, what in enumerate(What)}


class Act(msgspec.Struct, frozen=True):
    """One happening that takes effect.

    Attributes:
        key: Id of the entry of the log.
        what: What happened.
        until: For an extension, the new deadline in minutes since the epoch.
    """

    key: str
    what: What
    until: int | None = None


class Story(msgspec.Struct, frozen=True):
    """Everything that takes effect, and what does not.

    Attributes:
        happened: The first instant of each event, in minutes since the epoch.
        performed: The first instant at which each obligation was done, and the entry that says so.
        acts: What takes effect on each subject at each instant.
        claims: By subject, entries that claim something and establish nothing.
        references: By event, its references and the instant at which each came (tickets).
        idle: Entries that cannot take effect at any instant, with the reason.
    """

    happened: dict[str, int]
    performed: dict[str, tuple[int, str]]
    acts: dict[int, dict[str, list[Act]]]
    claims: dict[str, list[str]]
    references: dict[str, dict[str, int]]
    idle: list[tuple[str, str]]


def tell(agreement: Agreement, log: Log, *, late: bool = False) -> Story:
    """Sort the log of an agreement.

    Args:
        agreement: Says who may establish what.
        log: As it is known; what was retracted is not in it.
        late: Where the time of something is not known, take the last instant that it can have been, not the first.
    """
    story = Story({}, {}, defaultdict(lambda: defaultdict(list)), defaultdict(list), defaultdict(dict), [])
    things: dict[str, Obligation | Power] = {each.id: each for each in agreement.obligations}
    things |= {each.id: each for each in agreement.powers}
    for key, happening in _in_order(log, late=late):
        at = minute(happening.latest if late else happening.earliest)
        thing = things.get(happening.subject.split("/", 1)[0])
        subject = _subject(happening, thing)
        if happening.what is What.HAPPENED:
            if happening.disputed:
                story.idle.append((key, "it is disputed"))
            else:
                _note_event(story, happening, at)
        elif thing is None:
            story.idle.append((key, f"there is no {happening.subject}"))
        elif not is_established(happening, thing, agreement.parties):
            story.claims[subject].append(key)
        else:
            _note_act(story, key, subject, happening, at)
    return story


def _subject(happening: Happening, thing: Obligation | Power | None) -> str:
    """Whom it is about: a ticket's number beside an obligation that arises anew names the instance."""
    anew = isinstance(thing, Obligation) and (thing.each or thing.every)
    return (
        f"{happening.subject}/{happening.ref}"
        if anew and happening.ref and "/" not in happening.subject
        else happening.subject
    )


def is_established(happening: Happening, thing: Obligation | Power, parties: Iterable[str]) -> bool:
    """Does it change a state, or is it only a claim?

    What is disputed never does. Where somebody is named to verify, only they can say that an obligation was done,
    breached or put right. Otherwise those who owe it cannot say that they did it, and no party can say that another
    breached it.
    """
    if happening.disputed:
        return False
    by = happening.by
    if isinstance(thing, Power):
        return not by or not thing.holder or by in thing.holder
    if happening.what in {What.PERFORMED, What.REMEDIED, What.BREACHED} and thing.verified_by:
        return by in thing.verified_by
    if happening.what is What.BREACHED:
        return by not in {*parties, *thing.owes, *thing.to} if by else True
    if happening.what in {What.SUSPENDED, What.RESUMED}:
        return True
    return by not in thing.owes or by in thing.to


def _in_order(log: Log, *, late: bool) -> list[tuple[str, Happening]]:
    """Happenings and what findings amount to, by instant, then by what they do, then by id: never by arrival."""
    found = [(key, entry) for key, entry in log.entries.items() if isinstance(entry, Happening)]
    found += [
        (key, made)
        for key, entry in log.entries.items()
        if isinstance(entry, Finding) and (made := _of_finding(entry)) is not None
    ]
    return sorted(found, key=lambda each: (_time(each[1], late=late), _ORDER[each[1].what], each[0]))


def _time(happening: Happening, *, late: bool) -> dt.datetime:
    return happening.latest if late else happening.earliest


def _of_finding(finding: Finding) -> Happening | None:
    what = _VERDICTS.get(finding.verdict)
    if what is None:
        return None
    first, last = (dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) for day in (finding.first, finding.last))
    # A breach is dated by the first day that the finding speaks of; doing something takes until the last.
    at = first if what is What.BREACHED else last
    return Happening(what=what, subject=finding.obligation, earliest=at, latest=at, by=finding.by, known=finding.known)


def _note_event(story: Story, happening: Happening, at: int) -> None:
    story.happened.setdefault(happening.subject, at)
    if happening.ref:
        story.references[happening.subject].setdefault(happening.ref, at)


def _note_act(story: Story, key: str, subject: str, happening: Happening, at: int) -> None:
    if happening.what is What.PERFORMED:
        story.performed.setdefault(subject, (at, key))
    until = minute(happening.until) if happening.until else None
    story.acts[at][subject].append(Act(key, happening.what, until))

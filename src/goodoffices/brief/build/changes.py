"""What changed between the earliest and the latest report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from goodoffices.brief.model import Change, Entry, IssueView, PlanView
from goodoffices.brief.wording import wording
from goodoffices.record import IssueStatusContent, PositionContent

from .order import oldest_first
from .phrases import day_words, sentence_case
from .roster import Roster
from .says import issue_label

__all__ = ["changes"]

_NEWS = ("issue_status", "meeting", "mechanism", "plan", "position")
"""Kinds of which a first report on the last day is news."""


def changes(
    entries: Sequence[Entry], views: Sequence[IssueView], plans: Sequence[PlanView], roster: Roster
) -> tuple[Change, ...]:
    """Find what is otherwise than it was.

    A shift that a report itself names comes first; then states of issues, plans with more than one version,
    positions that turned from one side to the other; then what the latest day reports for the first time.
    """
    found = [
        *_shifts(entries),
        *(change for view in views for change in _status(view)),
        *(change for plan in plans for change in _plan(plan)),
        *(change for view in views if view.id not in wording().too_broad for change in _turns(view, roster)),
    ]
    named = {ref.id for change in found for ref in change.after}
    return (*found, *_news(entries, named))


def _shifts(entries: Iterable[Entry]) -> Iterator[Change]:
    for entry in entries:
        if isinstance(entry.content, PositionContent) and entry.content.shift:
            yield Change(
                kind="shift", about="Shift", text=entry.says, when=entry.first_reported, before=(), after=(entry.ref,)
            )


def _status(view: IssueView) -> Iterator[Change]:
    """The first dated state against the last, where they differ and each day has one state."""
    dated = [claim for claim in oldest_first(view.claims) if claim.first_reported]
    if view.readout != "moved" or not dated:
        return
    first, last = dated[0], dated[-1]
    words = [wording().issue_states[_state(claim)] for claim in (first, last)]
    if words[0] != words[1]:
        text = f"{words[0]} ({day_words(first.first_reported)}) → {words[1]} ({day_words(last.as_of)})"
        yield _change("status", view.label, text, first, last)


def _change(kind: str, about: str, text: str, first: Entry, last: Entry) -> Change:
    return Change(kind=kind, about=about, text=text, when=last.first_reported, before=(first.ref,), after=(last.ref,))


def _state(claim: Entry) -> str:
    return claim.content.status if isinstance(claim.content, IssueStatusContent) else ""


def _turns(view: IssueView, roster: Roster) -> Iterator[Change]:
    """A party that was for and is now against, or the reverse, with no day on which both are reported."""
    for cell in view.cells:
        dated = [entry for entry in oldest_first(cell.entries) if entry.first_reported and _points(entry) != "neither"]
        if len(dated) > 1 and _turned(dated[0], dated[-1]):
            first, last = dated[0], dated[-1]
            text = (
                f"{_stance(first)} ({day_words(first.first_reported)}) → "
                f"{_stance(last)} ({day_words(last.first_reported)})"
            )
            about = f"{roster.name(cell.party)} on {issue_label(view.id).casefold()}"
            yield _change("position", about, text, first, last)


def _stance(entry: Entry) -> str:
    return wording().stance_verbs[entry.content.stance] if isinstance(entry.content, PositionContent) else ""


def _points(entry: Entry) -> str:
    return wording().polarity[entry.content.stance] if isinstance(entry.content, PositionContent) else "neither"


def _turned(first: Entry, last: Entry) -> bool:
    apart = first.as_of is not None and last.first_reported is not None and first.as_of < last.first_reported
    return apart and _points(first) != _points(last)


def _plan(plan: PlanView) -> Iterator[Change]:
    if len(plan.steps) > 1:
        steps = " → ".join(f"{step.points} points" if step.points else step.label or "a version" for step in plan.steps)
        yield Change(
            kind="plan",
            about=sentence_case(plan.name),
            text=steps,
            when=plan.entry.as_of,
            before=(),
            after=(plan.entry.ref,),
        )


def _news(entries: Sequence[Entry], named: set[str]) -> Iterator[Change]:
    """What the latest day reports for the first time, where reports of an earlier day stand beside it."""
    days = {entry.first_reported for entry in entries if entry.first_reported}
    if len(days) < 2:  # noqa: PLR2004  a first and a later day
        return
    for kind in _NEWS:
        fresh = [e for e in entries if e.kind == kind and e.first_reported == max(days) and e.id not in named]
        for entry in fresh:
            yield _new(entry)


def _new(entry: Entry) -> Change:
    return Change(kind="new", about="New", text=entry.says, when=entry.first_reported, before=(), after=(entry.ref,))

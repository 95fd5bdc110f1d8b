"""What is carried from one meeting to the next, what runs on several tracks, and who was told what."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from goodoffices.brief.model import DisputeView, Entry, Fact, IssueView, MeetingView, NoteView, Timeline
from goodoffices.brief.wording import wording
from goodoffices.record import IssueStatusContent, PositionContent, QuoteContent, content_id

from .notes import Desk
from .phrases import clip, join_names
from .says import issue_label, stance_word

__all__ = ["carried_notes", "told_notes", "track_notes"]

_TRACKS = 4
_QUOTE = 260


def carried_notes(timeline: Timeline, views: Mapping[str, IssueView], desk: Desk) -> Iterator[NoteView]:
    """For each meeting ahead, the issues that the same sides took up when they last met and did not settle."""
    for ahead in timeline.by_status("under_way", "planned"):
        last = _last_before(ahead, timeline)
        left = [issue for issue in last.entry.issues if not _settled(views.get(issue))] if last else []
        left = [issue for issue in left if issue not in wording().too_broad]
        if last and left:
            yield _carried(ahead, last, left, views, desk)


def _last_before(ahead: MeetingView, timeline: Timeline) -> MeetingView | None:
    """The latest held meeting in which all sides of one sit that is to come; both must have a known day."""
    day = ahead.entry.when.earliest if ahead.entry.when else None
    sides = set(ahead.track.sides)
    before = [
        view
        for view in timeline.by_status("held")
        if len(sides) > 1 and sides <= set(view.track.sides) and (end := _end(view)) and (day is None or end < day)
    ]
    return before[-1] if before else None


def _end(view: MeetingView) -> dt.date | None:
    return view.entry.when.latest if view.entry.when else None


def _settled(view: IssueView | None) -> bool:
    latest = view.claims[0].content if view and view.claims else None
    return (
        isinstance(latest, IssueStatusContent)
        and latest.status == "agreed"
        and view is not None
        and view.readout != "competing"
    )


def _carried(
    ahead: MeetingView, last: MeetingView, left: Sequence[str], views: Mapping[str, IssueView], desk: Desk
) -> NoteView:
    claims = tuple(views[issue].claims[0].ref for issue in left if issue in views and views[issue].claims)
    facts = (
        Fact("Last met", f"{last.entry.when_words}", (last.entry.ref,)),
        Fact("Meets next", ahead.entry.when_words or "date unknown", (ahead.entry.ref,)),
        *([Fact("Latest claims", "", claims)] if claims else []),
    )
    refs = (last.entry.ref, ahead.entry.ref, *claims)
    matters = join_names([issue_label(issue) for issue in left])
    return NoteView(
        id=content_id("n", "open", ahead.entry.id),
        label="",
        kind="carried",
        lead=ahead.track.label,
        text=f"taken up when these sides last met, and not reported as agreed: {matters}",
        facts=facts,
        parties=ahead.track.sides,
        issues=tuple(left),
        reports=desk.reports((), refs),
    )


def track_notes(timeline: Timeline, disputes: Sequence[DisputeView], desk: Desk) -> Iterator[NoteView]:
    """Issues that are taken up on more than one track: who sits on one alone, and what contradicts across them."""
    on: dict[str, dict[str, list[MeetingView]]] = defaultdict(lambda: defaultdict(list))
    for view in timeline.meetings:
        if len(view.track.sides) > 1 and view.status != "cancelled":
            for issue in view.entry.issues:
                on[issue][view.track.id].append(view)
    for issue, tracks in on.items():
        if len(tracks) > 1 and issue not in wording().too_broad:
            yield _on_tracks(issue, tracks, disputes, desk)


def _on_tracks(
    issue: str, tracks: Mapping[str, Sequence[MeetingView]], disputes: Sequence[DisputeView], desk: Desk
) -> NoteView:
    facts = [
        Fact(f"Track {n}", views[0].track.label, tuple(view.entry.ref for view in views[:4]))
        for n, views in enumerate(itertools.islice(tracks.values(), _TRACKS), 1)
    ]
    everywhere = set.intersection(*(set(views[0].track.sides) for views in tracks.values()))
    apart = {side for views in tracks.values() for side in views[0].track.sides} - everywhere
    facts.append(Fact("Not on every track", join_names(desk.roster.names(apart)) or "none"))
    crossing = [one for one in disputes if one.issue == issue and len(apart & set(one.parties)) > 0]
    if crossing:
        facts.append(
            Fact("Contradicted", "by sides that do not share every track", tuple(one.ref for one in crossing[:4]))
        )
    refs = tuple(view.entry.ref for views in tracks.values() for view in views)
    return NoteView(
        id=content_id("n", "tracks", issue),
        label="",
        kind="tracks",
        lead=issue_label(issue),
        text=f"is taken up on {len(tracks)} tracks",
        facts=tuple(facts),
        parties=tuple(sorted(apart | everywhere)),
        issues=(issue,),
        reports=desk.reports((), refs),
    )


def told_notes(entries: Sequence[Entry], desk: Desk) -> Iterator[NoteView]:
    """Who told whom what, where reports name who was told; and whether one side told two the same on an issue."""
    told = [entry for entry in entries if isinstance(entry.content, QuoteContent) and entry.content.to]
    for entry in told:
        if isinstance(entry.content, QuoteContent):
            yield _told(entry, entry.content, desk)
    yield from _compared(told, entries, desk)


def _told(entry: Entry, content: QuoteContent, desk: Desk) -> NoteView:
    return NoteView(
        id=content_id("n", "told", entry.id),
        label="",
        kind="message",
        lead=f"{desk.roster.name(content.speaker)} to {join_names(desk.roster.names(content.to))}",
        text=clip(content.text, _QUOTE),
        as_of=entry.as_of,
        parties=entry.parties,
        issues=entry.issues,
        reports=entry.reports,
        evidence=entry.evidence,
        refs=(entry.ref,),
    )


def _compared(told: Sequence[Entry], entries: Sequence[Entry], desk: Desk) -> Iterator[NoteView]:
    """Set what one side told one hearer on an issue beside what it told another."""
    positions = [entry for entry in entries if isinstance(entry.content, PositionContent)]
    on: dict[tuple[str, str], dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in told:
        speaker = desk.roster.side(entry.content.speaker)  # type: ignore[union-attr]  # quotes alone are told
        for held in positions:
            if speaker in held.parties and _same_place(entry, held):
                for hearer in desk.roster.sides(entry.content.to):  # type: ignore[union-attr]  # the same
                    on[speaker, held.issues[0]][hearer].append(held)
    for (speaker, issue), by_hearer in on.items():
        if len(by_hearer) > 1:
            yield _comparison(speaker, issue, by_hearer, desk)


def _same_place(one: Entry, other: Entry) -> bool:
    return any(
        a.report == b.report and a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence
    )


def _comparison(speaker: str, issue: str, by_hearer: Mapping[str, Sequence[Entry]], desk: Desk) -> NoteView:
    stances = {hearer: sorted({_stance(held) for held in positions}) for hearer, positions in by_hearer.items()}
    ways = {tuple(sorted({_way(held) for held in positions})) for positions in by_hearer.values()}
    same = len(ways) == 1
    refs = tuple(dict.fromkeys(held.ref for positions in by_hearer.values() for held in positions))
    return NoteView(
        id=content_id("n", "compared", speaker, issue),
        label="",
        kind="message",
        lead=f"{desk.roster.name(speaker)} on {issue_label(issue).casefold()}",
        text="told each the same, by the stances read" if same else "did not tell each the same, by the stances read",
        state="same" if same else "different",
        facts=tuple(
            Fact(
                f"To {desk.roster.name(hearer)}",
                join_names([stance_word(stance) for stance in stances[hearer]]),
                tuple(held.ref for held in positions[:4]),
            )
            for hearer, positions in by_hearer.items()
        ),
        parties=(speaker, *by_hearer),
        issues=(issue,),
        reports=desk.reports((), refs),
    )


def _stance(entry: Entry) -> str:
    return entry.content.stance if isinstance(entry.content, PositionContent) else ""


def _way(entry: Entry) -> str:
    return wording().polarity[_stance(entry)]

"""What an analyst needs in ten seconds: short sentences, each with the findings that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from goodoffices.brief.model import (
    Change,
    DisputeView,
    Entry,
    Gap,
    IssueView,
    Line,
    MechanismView,
    MeetingView,
    Opening,
    Ref,
    Timeline,
    Track,
)
from goodoffices.brief.wording import wording
from goodoffices.record import IssueStatusContent, PositionContent

from .phrases import bare, clip, counted, day_words, join_names, quoted, sentence_case

__all__ = ["opening"]

_LINES = 5  # of each block; what is left is counted
_REFS = 4  # behind one line
_CHARACTERS = 150  # of a finding's own words in a line
_CLAIM_CHARACTERS = 100  # of a claim about an issue


def opening(
    *,
    views: Sequence[IssueView],
    disputes: Sequence[DisputeView],
    changes: Sequence[Change],
    timeline: Timeline,
    gaps: Sequence[Gap],
    mechanisms: Sequence[MechanismView],
    names: Mapping[str, str],
) -> Opening:
    """Write the opening from what the sections below it show."""
    return Opening(
        talking=_first(list(_talking(timeline, gaps))),
        agreed=_first([*_claimed(views, "agreed"), *_arranged(mechanisms)]),
        blocks=_first([*_claimed(views, "blocked"), *_red_lines(views), *_opposed(views, names)]),
        changed=_first([Line(clip(c.text, _CHARACTERS), (*c.before, *c.after), c.about) for c in changes]),
        disputed=_first([_disputed(dispute) for dispute in disputes]),
        ahead=_first([_planned(view) for view in timeline.by_status("under_way", "planned") if not view.overdue]),
    )


def _first(lines: Sequence[Line]) -> tuple[Line, ...]:
    left = len(lines) - _LINES
    lines = [line if line.lead else msgspec.structs.replace(line, text=sentence_case(line.text)) for line in lines]
    return (*lines[:_LINES], *([Line(f"and {left:,} more below")] if left > 0 else ()))


def _talking(timeline: Timeline, gaps: Sequence[Gap]) -> Iterator[Line]:
    by_track: dict[str, list[MeetingView]] = {}
    for view in timeline.by_status("held", "under_way", "planned"):
        by_track.setdefault(view.track.id, []).append(view)
    for track in timeline.tracks:
        if track.id in by_track:
            yield _track(track, by_track[track.id])
    apart: dict[str, Ref] = {}
    for gap in gaps:
        if not gap.elsewhere:
            apart.setdefault(gap.actor.name, gap.because[0])
    if apart:
        yield Line(join_names(list(apart)[:_LINES]), tuple(apart.values())[:_LINES], "At no reported table")


def _track(track: Track, meetings: Sequence[MeetingView]) -> Line:
    met = [view for view in meetings if view.status != "planned"]
    if not met:
        return Line(f"{counted(len(meetings), 'meeting')} planned, none reported held", _refs(meetings), track.label)
    last = met[-1] if met[-1].entry.when else next((v for v in reversed(met) if v.entry.when), met[-1])
    place = f" in {last.place}" if last.place else ""
    when = last.entry.when_words or "date unknown"
    hosts = sorted({view.host for view in met if view.host})
    hosted = f", hosted by {join_names(hosts)}" if hosts else ""
    if len(met) == 1:
        return Line(f"one meeting{place}, {when}{hosted}", _refs(met), track.label)
    return Line(f"{len(met)} meetings, the last{place}, {when}{hosted}", _refs(met), track.label)


def _refs(meetings: Sequence[MeetingView]) -> tuple[Ref, ...]:
    return tuple(view.entry.ref for view in meetings[-_REFS:])


def _claimed(views: Sequence[IssueView], state: str) -> Iterator[Line]:
    """What is claimed of the issues, those that say little by themselves last."""
    for view in sorted(views, key=lambda view: view.id in wording().too_broad):
        claims = [claim for claim in view.claims if _status_of(claim) == state]
        if claims:
            yield _claim(view, claims)


def _claim(view: IssueView, claims: Sequence[Entry]) -> Line:
    """What is claimed, in which words, by whom, when, and what stands against it."""
    first = claims[0]
    text = first.content.text if isinstance(first.content, IssueStatusContent) else ""
    words = [quoted(clip(bare(text.rstrip(" .:;")), _CLAIM_CHARACTERS))] if text else []
    words += [f"according to {first.speaker}"] if first.speaker else []
    words += [day_words(first.as_of)] if first.as_of else []
    others = join_names(
        [label for status, label in wording().issue_states.items() if _is_claimed(view, status, besides=claims)]
    )
    against = {"competing": f"; other readouts: {others}", "moved": f"; on another day: {others}"}
    return Line(
        ", ".join(words) + (against.get(view.readout, "") if others else ""), _claim_refs(view, claims), view.label
    )


def _status_of(claim: Entry) -> str:
    return claim.content.status if isinstance(claim.content, IssueStatusContent) else ""


def _is_claimed(view: IssueView, status: str, *, besides: Sequence[Entry]) -> bool:
    return status != _status_of(besides[0]) and any(_status_of(claim) == status for claim in view.claims)


def _claim_refs(view: IssueView, claims: Sequence[Entry]) -> tuple[Ref, ...]:
    rest = [claim for claim in view.claims if claim not in claims] if view.readout == "competing" else []
    return tuple(claim.ref for claim in (*claims[:_REFS], *rest[:_REFS]))


def _arranged(mechanisms: Sequence[MechanismView]) -> Iterator[Line]:
    for view in mechanisms:
        if view.status in {"in_force", "agreed"}:
            yield Line(wording().mechanism_states[view.status], (view.entry.ref,), sentence_case(clip(view.name, 80)))


def _red_lines(views: Sequence[IssueView]) -> Iterator[Line]:
    for view in views:
        for cell in view.cells:
            for entry in cell.entries:
                if isinstance(entry.content, PositionContent) and entry.content.firm:
                    yield Line(clip(entry.says, _CHARACTERS), (entry.ref,), "Red line")


def _opposed(views: Sequence[IssueView], names: Mapping[str, str]) -> Iterator[Line]:
    """Issues on which one party rejects something and another wants something; what each means stands below."""
    for view in views:
        ways: dict[str, dict[str, Entry]] = {"for": {}, "against": {}, "neither": {}}
        for cell in view.cells:
            for entry in cell.entries:
                ways[_way(entry)].setdefault(cell.party, entry)
        line = _opposition(view, ways, names)
        if line:
            yield line


def _way(entry: Entry) -> str:
    return wording().polarity[entry.content.stance] if isinstance(entry.content, PositionContent) else "neither"


def _opposition(view: IssueView, ways: Mapping[str, Mapping[str, Entry]], names: Mapping[str, str]) -> Line | None:
    both = ways["for"].keys() & ways["against"].keys()
    against = {party: entry for party, entry in ways["against"].items() if party not in both}
    wanting = {party: entry for party, entry in ways["for"].items() if party not in both}
    if not against or not wanting:
        return None
    no, yes = (join_names(sorted(names.get(p, p) for p in side)[:_REFS]) for side in (against, wanting))
    refs = tuple(entry.ref for entry in (*list(against.values())[:_REFS], *list(wanting.values())[:_REFS]))
    return Line(f"{no} against, {yes} for", refs, view.label)


def _disputed(dispute: DisputeView) -> Line:
    sides = " / ".join(quoted(clip(bare(side.text), 60)) for side in dispute.sides[:2])
    return Line(sides, (dispute.ref,), clip(dispute.about, 90).rstrip(" .:"))


def _planned(view: MeetingView) -> Line:
    when = view.entry.when_words or "date unknown"
    place = f" in {view.place}" if view.place else ""
    state = "under way" if view.status == "under_way" else "planned"
    condition = f"; depends on: {clip(view.condition, 80)}" if view.condition else ""
    contested = "; contradicted" if view.entry.against else ""
    said = f"{view.track.label}{place}, {state}{condition}{contested}"
    return Line(said, (view.entry.ref, *view.entry.against), sentence_case(when))

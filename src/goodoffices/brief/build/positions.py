"""The issues: the matrix of issues and parties, and what is held and claimed of each issue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

import msgspec

from goodoffices.brief.model import Cell, CellState, Entry, IssueView, Matrix, MatrixRow, Party, StanceMark
from goodoffices.record import IssueStatusContent, MeetingContent, PositionContent, QuoteContent, issues, stances

from .order import newest_first
from .roster import Roster
from .says import issue_label, stance_word

__all__ = ["issue_views", "matrices", "parties"]

_COLUMNS = 6  # parties that fit side by side on a page
_Readout: TypeAlias = Literal["none", "single", "moved", "competing"]


def parties(entries: Iterable[Entry], roster: Roster) -> tuple[Party, ...]:
    """All sides that any finding concerns, the one with most findings first."""
    counts = Counter(side for entry in entries for side in entry.parties)
    ranked = sorted(counts, key=lambda side: (-counts[side], roster.name(side), side))
    return tuple(Party(side, roster.name(side), counts[side]) for side in ranked)


class _Voices(msgspec.Struct, frozen=True):
    """Who speaks in which report, and which reports take up which issue: numbers of reports by side and by issue."""

    of_side: Mapping[str, set[int]]
    of_issue: Mapping[str, set[int]]

    @classmethod
    def of(cls, entries: Iterable[Entry], roster: Roster) -> _Voices:
        of_side: dict[str, set[int]] = defaultdict(set)
        of_issue: dict[str, set[int]] = defaultdict(set)
        for entry in entries:
            for speaker in _speakers(entry):
                of_side[roster.side(speaker)].update(entry.reports)
            if entry.kind in {"position", "issue_status", "plan"}:
                for issue in entry.issues:
                    of_issue[issue].update(entry.reports)
        return cls(of_side=of_side, of_issue=of_issue)

    def state(self, side: str, issue: str) -> CellState:
        """Is a side without a position silent on an issue, or can nothing be told?"""
        heard = self.of_side.get(side, set()) & self.of_issue.get(issue, set())
        return "silent" if heard else "unknown"


def _speakers(entry: Entry) -> tuple[str, ...]:
    content = entry.content
    own = (
        (content.party,)
        if isinstance(content, PositionContent)
        else (content.speaker,)
        if isinstance(content, QuoteContent)
        else ()
    )
    return (*own, *((entry.said_by,) if entry.said_by else ()))


def matrices(entries: Sequence[Entry], roster: Roster, views: Sequence[IssueView]) -> tuple[Matrix, ...]:
    """Lay out who stands where, in parts of at most six parties.

    Args:
        entries: All findings.
        roster: The actors.
        views: The issues, with their stated cells.

    Returns:
        The parties that hold most positions first; those that only sit at a table come last. None where nobody
        holds a position.
    """
    if not any(view.cells for view in views):
        return ()
    voices = _Voices.of(entries, roster)
    columns = _columns(entries, roster)
    return tuple(
        _matrix(columns[start : start + _COLUMNS], views, voices) for start in range(0, len(columns), _COLUMNS)
    )


def _columns(entries: Sequence[Entry], roster: Roster) -> list[Party]:
    held: Counter[str] = Counter()
    for entry in entries:
        if isinstance(entry.content, PositionContent):
            held[roster.side(entry.content.party)] += 1
    seated: Counter[str] = Counter()
    for entry in entries:
        if isinstance(entry.content, MeetingContent):
            seated.update(side for side in roster.sides(entry.content.participants) if roster.is_party(side))
    sides = sorted({*held, *seated}, key=lambda s: (not roster.is_party(s), -held[s], -seated[s], roster.name(s), s))
    return [Party(side, roster.name(side), held[side]) for side in sides]


def _matrix(columns: Sequence[Party], views: Sequence[IssueView], voices: _Voices) -> Matrix:
    return Matrix(tuple(columns), tuple(_row(view, columns, voices) for view in views))


def _row(view: IssueView, columns: Sequence[Party], voices: _Voices) -> MatrixRow:
    stated = {cell.party: cell for cell in view.cells}
    cells = tuple(
        stated.get(party.id) or Cell(issue=view.id, party=party.id, state=voices.state(party.id, view.id))
        for party in columns
    )
    states = tuple(dict.fromkeys(_state(claim) for claim in view.claims))
    return MatrixRow(issue=view.id, label=view.label, states=states, cells=cells)


def _state(claim: Entry) -> str:
    return claim.content.status if isinstance(claim.content, IssueStatusContent) else ""


def issue_views(entries: Sequence[Entry], roster: Roster, disputed: frozenset[str]) -> tuple[IssueView, ...]:
    """Gather what is held and claimed of each issue, in the order of the vocabulary.

    Args:
        entries: All findings.
        roster: The actors.
        disputed: Ids of the findings that stand in a disagreement.
    """
    held: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    claims: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.content, PositionContent):
            held[entry.content.issue][roster.side(entry.content.party)].append(entry)
        elif isinstance(entry.content, IssueStatusContent):
            claims[entry.content.issue].append(entry)
    known = [issue for issue in issues() if issue in held or issue in claims]
    return tuple(_issue_view(issue, held.get(issue, {}), claims.get(issue, []), disputed, roster) for issue in known)


def _issue_view(
    issue: str, held: Mapping[str, list[Entry]], claims: list[Entry], disputed: frozenset[str], roster: Roster
) -> IssueView:
    ranked = sorted(held, key=lambda side: (-len(held[side]), roster.name(side), side))
    ordered = newest_first(claims)
    return IssueView(
        id=issue,
        label=issue_label(issue),
        cells=tuple(_stated(issue, side, held[side], disputed) for side in ranked),
        claims=ordered,
        readout=_readout(ordered),
    )


def _stated(issue: str, side: str, held: list[Entry], disputed: frozenset[str]) -> Cell:
    return Cell(
        issue=issue,
        party=side,
        state="stated",
        marks=_marks([entry.content for entry in held if isinstance(entry.content, PositionContent)]),
        entries=tuple(held),
        contested=any(entry.against or entry.id in disputed for entry in held),
        anchor=f"c-{issue}-{side}",
    )


def _marks(held: Sequence[PositionContent]) -> tuple[StanceMark, ...]:
    return tuple(
        StanceMark(
            stance=stance,
            word=stance_word(stance),
            count=sum(content.stance == stance for content in held),
            firm=any(content.firm for content in held if content.stance == stance),
        )
        for stance in stances()
        if any(content.stance == stance for content in held)
    )


def _readout(claims: Sequence[Entry]) -> _Readout:
    if not claims:
        return "none"
    if len({_state(claim) for claim in claims}) == 1:
        return "single"
    days: dict[object, set[str]] = defaultdict(set)
    for claim in claims:
        days[claim.as_of].add(_state(claim))
    apart = None not in days and all(len(states) == 1 for states in days.values())
    return "moved" if apart and not any(claim.against for claim in claims) else "competing"

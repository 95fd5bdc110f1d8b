"""A clash of what reports say, and the disagreement that it is shown as."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.finding import Disagreement, Finding, Side
from goodoffices.record.ids import content_id
from goodoffices.record.release import Marking, most_restricted
from goodoffices.record.report import Evidence

from .joining import Joiner

__all__ = ["Clash", "Voice", "joined", "opponents", "show", "voice_of"]


_LOOKED_AT = 8
"""Sentences of a clash that others are looked for by, at most."""
_PAIR = 2
_STRETCH = 400
"""Characters of the stretches of a report in which clashes are looked for that stand over each other."""
_GAP = 2
"""Characters between two sentences that stand next to each other, at most."""


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """What one account says in a clash.

    Attributes:
        side: It, as a side of a disagreement.
        marking: Who may be shown it.
    """

    side: Side
    marking: Marking = Marking.CLEAR


def voice_of(finding: Finding, text: str, *, only: Finding | None = None) -> Voice:
    """Let a finding speak.

    Args:
        finding: The finding.
        text: What it says, in one clause.
        only: The evidence of this side where it is not all of the finding's (two versions of one plan), else None.
    """
    shown = only or finding
    side = Side(text=text, evidence=shown.evidence, finding=finding.id, said_by=shown.said_by, as_of=shown.as_of)
    return Voice(side=side, marking=shown.marking)


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """Accounts that cannot all hold.

    Attributes:
        about: What they clash over, in one short line.
        issue: Id of the issue, or None.
        voices: What each says.
        pairs: Ids of the findings that cannot hold beside each other, two and two.
        paired: True where its reader found the two accounts as a pair: another pair beside it is another clash.
        by_answers: True where nothing but opposite answers on one issue lays the accounts beside each other.
    """

    about: str
    voices: tuple[Voice, ...]
    issue: str | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    paired: bool = False
    by_answers: bool = False

    @property
    def bare(self) -> bool:
        """Do sentences alone speak, and no findings?"""
        return not any(voice.side.finding for voice in self.voices)


def joined(clashes: Iterable[Clash]) -> list[Clash]:
    """Join the clashes of one issue that share a finding, and bare sentences with what stands beside them.

    Args:
        clashes: All clashes, those first whose heading says most.

    Returns:
        Each with all the voices of those that it is joined from, in the order of the first of them.
    """
    found = list(clashes)
    joiner = Joiner[int](range(len(found)), {})
    for places in _by_finding(found).values():
        joiner.join_all(places)
    for places in _side_by_side(found):
        bare = [place for place in places if found[place].bare and not found[place].paired]
        paired = [place for place in places if found[place].paired]
        borne = [place for place in places if not found[place].bare]
        joiner.join_all((*(borne or paired)[:1], *bare) if bare else ())
    for one, other in _over_each_other(found):
        joiner.join(one, other)
    return [_one([found[place] for place in group]) for group in joiner.groups().values()]


def _by_finding(clashes: Sequence[Clash]) -> dict[tuple[str, str], list[int]]:
    """(issue, finding) -> places of the clashes of that issue on whose sides it is."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, clash in enumerate(clashes):
        for voice in clash.voices:
            if clash.issue and voice.side.finding:
                found[clash.issue, voice.side.finding].append(place)
    return found


def _over_each_other(clashes: Sequence[Clash]) -> Iterator[tuple[int, int]]:
    """Places of two bare clashes, of whatever issue, of which two sides stand over two sides of the other."""
    cells: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, clash in enumerate(clashes):
        for cell in sorted(_cells(clash)) if clash.bare else ():
            if len(cells[cell]) < _LOOKED_AT:
                cells[cell].append(place)
    pairs = {pair for places in cells.values() for pair in itertools.combinations(places, 2)}
    for one, other in sorted(pairs):
        if min(_overlapped(clashes[one], clashes[other]), _overlapped(clashes[other], clashes[one])) >= _PAIR:
            yield one, other


def _cells(clash: Clash) -> set[tuple[str, int]]:
    """Stretches of reports in which the sides of a clash stand."""
    return {
        (each.report, at)
        for voice in clash.voices[:_LOOKED_AT]
        for each in voice.side.evidence[:1]
        for at in range(each.start // _STRETCH, each.end // _STRETCH + 1)
    }


def _overlapped(clash: Clash, other: Clash) -> int:
    """How many sides of the one stand over a side of the other."""
    theirs = [each for voice in other.voices[:_LOOKED_AT] for each in voice.side.evidence]
    return sum(_within(voice.side, theirs) for voice in clash.voices[:_LOOKED_AT])


def _side_by_side(clashes: Sequence[Clash]) -> Iterator[list[int]]:
    """Places of the clashes of one issue whose sentences stand next to each other in a report."""
    spans: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for place, clash in enumerate(clashes):
        for each in (each for voice in clash.voices for each in voice.side.evidence) if clash.issue else ():
            spans[clash.issue or "", each.report].append((each.start, each.end, place))
    for known in spans.values():
        runs: list[list[int]] = []
        reach = -_GAP
        for start, end, place in sorted(known):
            if start > reach + _GAP or not runs:
                runs.append([])
            runs[-1].append(place)
            reach = max(reach, end)
        yield from (sorted(set(run)) for run in runs)


def _one(clashes: Sequence[Clash]) -> Clash:
    """All voices of some clashes, without the bare sentences that a finding or an earlier clash among them has.

    A finding that speaks in a contradiction does not speak again for its answer.
    """
    told: list[Voice] = []
    for clash in sorted(clashes, key=lambda each: each.by_answers):
        heard = {voice.side.finding for voice in told} if clash.by_answers else set()
        earlier = [each for voice in told if not voice.side.finding for each in voice.side.evidence]
        told += [
            v for v in clash.voices if v.side.finding not in heard and (v.side.finding or not _within(v.side, earlier))
        ]
    voices = {(v.side.finding, v.side.evidence, v.side.text, v.side.statements): v for v in told}
    borne = [each for voice in told if voice.side.finding for each in voice.side.evidence]
    return msgspec.structs.replace(
        min(clashes, key=lambda each: each.by_answers),
        voices=tuple(voice for voice in voices.values() if voice.side.finding or not _within(voice.side, borne)),
        pairs=tuple(dict.fromkeys(pair for clash in clashes for pair in clash.pairs)),
        by_answers=all(clash.by_answers for clash in clashes),
    )


def _within(side: Side, borne: Iterable[Evidence]) -> bool:
    first = side.evidence[0]
    return any(each.report == first.report and each.start < first.end and first.start < each.end for each in borne)


def show(clash: Clash) -> Disagreement:
    """Show a clash: its sides by their days, undated ones last, and whether it can be a change over time."""
    sides = [voice.side for voice in clash.voices]
    sides.sort(key=lambda side: (side.as_of or dt.date.max, side.evidence, side.finding, side.text))
    return Disagreement(
        id=content_id("d", sorted({_mark(side) for side in sides}), clash.about),
        about=clash.about,
        issue=clash.issue,
        sides=tuple(sides),
        over_time=_each_of_its_day(sides),
        by_answers=clash.by_answers,
        marking=most_restricted(voice.marking for voice in clash.voices),
    )


def _mark(side: Side) -> str:
    """What stays the same of a side whatever else is reported: its finding, or the sentence that it first stands in."""
    if side.finding:
        return side.finding
    first = side.evidence[0]
    return f"{first.report} {first.start} {first.end}"


def _each_of_its_day(sides: Sequence[Side]) -> bool:
    days = [side.as_of for side in sides]
    return None not in days and len(set(days)) == len(days)


def opponents(clashes: Iterable[Clash]) -> dict[str, tuple[str, ...]]:
    """Id of a finding -> ids of the findings that cannot hold beside it, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for clash in clashes:
        for one, other in clash.pairs:
            if one != other:
                found[one].add(other)
                found[other].add(one)
    return {finding: tuple(sorted(others)) for finding, others in found.items()}

"""How far apart the parties stand on each issue, pair by pair, from their stances; unknown counts as unknown."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record.content import IssueStatusContent, MeetingContent, PositionContent
from goodoffices.record.finding import Finding
from goodoffices.record.vocabulary import issues

from .process_setting import Setting
from .wording import alike, matter

__all__ = ["IssueDistance", "PairDistance", "PairState", "distances"]

PairState: TypeAlias = Literal["opposed", "on_condition", "together", "unknown"]
_PARTIES = 6
"""Parties that are compared: those that sit at tables and hold most positions."""
_POSITIONS = 16
"""Positions of one party on one issue that are compared, the newest."""
_FOR = frozenset({"demands", "offers", "accepts"})


class PairDistance(msgspec.Struct, frozen=True, kw_only=True):
    """How two parties stand to each other on one issue.

    Attributes:
        first: Id of one party.
        second: Id of the other.
        state: ``opposed`` where a position of one cannot hold beside one of the other, or one rejects what the other
            wants in like words; ``on_condition`` where one makes a condition on what both speak of in like words;
            ``together`` where both want or accept the same in like words and nothing is opposed; else ``unknown``.
        red_line: True where an opposed position is a red line.
        because: Ids of the positions that show it.
    """

    first: str
    second: str
    state: PairState
    red_line: bool = False
    because: tuple[str, ...] = ()


class IssueDistance(msgspec.Struct, frozen=True, kw_only=True):
    """The distance on one issue: every pair of the parties compared, and who claims progress on it.

    Attributes:
        issue: Id of the issue.
        pairs: Every pair, each once.
        claims: Ids of the claims that there is progress or agreement on it.
        contrary: Ids of the claims that it is open or blocked.
    """

    issue: str
    pairs: tuple[PairDistance, ...]
    claims: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        """Is anything told: a pair that is not unknown, or a claim of progress?"""
        return bool(self.claims) or any(pair.state != "unknown" for pair in self.pairs)

    def count(self, state: PairState) -> int:
        """How many pairs stand so."""
        return sum(pair.state == state for pair in self.pairs)


def distances(setting: Setting) -> tuple[IssueDistance, ...]:
    """Measure the distance on each issue on which two parties hold positions, or on which progress is claimed.

    The measure counts pairs; it adds nothing up to one number, since no scale is common to the issues.

    Returns:
        In the order of the vocabulary.
    """
    held: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in setting.findings.findings:
        if isinstance(finding.content, PositionContent):
            held[finding.content.issue][setting.side(finding.content.party)].append(finding)
    parties = _parties(setting, held)
    opponents = _opponents(setting)
    found = (_distance(setting, issue, parties, held.get(issue, {}), opponents) for issue in issues())
    return tuple(one for one in found if one is not None)


def _parties(setting: Setting, held: Mapping[str, Mapping[str, Sequence[Finding]]]) -> list[str]:
    """The parties to compare: those that sit at a reported table, or hold positions where no meeting is reported."""
    seated = {
        setting.side(actor)
        for one in setting.findings.findings
        if isinstance(one.content, MeetingContent)
        for actor in one.content.participants
    }
    counts: dict[str, int] = defaultdict(int)
    for by_party in held.values():
        for party, positions in by_party.items():
            counts[party] += len(positions)
    known = [party for party in counts if _is_party(setting, party) and (party in seated or not seated)]
    return sorted(known, key=lambda party: (-counts[party], party))[:_PARTIES]


def _is_party(setting: Setting, actor: str) -> bool:
    known = setting.actors.get(actor)
    return known is not None and known.kind != "person"


def _opponents(setting: Setting) -> frozenset[tuple[str, str]]:
    """Pairs of ids of findings that cannot both hold."""
    found = {(one.id, other) for one in setting.findings.findings for other in one.against}
    for dispute in setting.findings.disagreements:
        for one, other in itertools.permutations(dispute.sides, 2):
            found.add((one.finding, other.finding))
    return frozenset(found)


def _distance(
    setting: Setting,
    issue: str,
    parties: Sequence[str],
    held: Mapping[str, Sequence[Finding]],
    opponents: frozenset[tuple[str, str]],
) -> IssueDistance | None:
    claims = [
        one
        for one in setting.findings.findings
        if isinstance(one.content, IssueStatusContent) and one.content.issue == issue
    ]
    hopeful = tuple(one.id for one in claims if _status(one) in {"progress", "agreed"})
    contrary = tuple(one.id for one in claims if _status(one) in {"open", "blocked"})
    holding = [party for party in parties if party in held]
    if not (len(holding) > 1 or (holding and hopeful)):
        return None
    pairs = tuple(
        _pair(one, other, held.get(one, ()), held.get(other, ()), opponents)
        for one, other in itertools.combinations(parties, 2)
        if one in held or other in held
    )
    return IssueDistance(issue=issue, pairs=pairs, claims=hopeful, contrary=contrary)


def _status(finding: Finding) -> str:
    return finding.content.status if isinstance(finding.content, IssueStatusContent) else ""


def _newest(positions: Sequence[Finding]) -> list[Finding]:
    return sorted(positions, key=lambda one: (one.as_of is None, -one.as_of.toordinal() if one.as_of else 0, one.id))[
        :_POSITIONS
    ]


def _pair(
    one: str,
    other: str,
    first: Sequence[Finding],
    second: Sequence[Finding],
    opponents: frozenset[tuple[str, str]],
) -> PairDistance:
    by_state: dict[PairState, list[tuple[Finding, Finding]]] = defaultdict(list)
    for a, b in itertools.product(_newest(first), _newest(second)):
        state: PairState = "opposed" if (a.id, b.id) in opponents else _compared(a, b)
        by_state[state].append((a, b))
    for state in ("opposed", "on_condition", "together"):
        if shown := by_state.get(state):
            because = _ids(shown)
            red = state == "opposed" and any(_firm(a) or _firm(b) for a, b in shown)
            return PairDistance(first=one, second=other, state=state, red_line=red, because=because)
    return PairDistance(first=one, second=other, state="unknown")


def _ids(pairs: Iterable[tuple[Finding, Finding]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for pair in pairs for one in pair))[:6]


def _firm(finding: Finding) -> bool:
    return isinstance(finding.content, PositionContent) and finding.content.firm


def _compared(a: Finding, b: Finding) -> PairState:
    """How two positions stand to each other where their words are alike; unknown where they are not."""
    one, other = a.content, b.content
    if not isinstance(one, PositionContent) or not isinstance(other, PositionContent):
        return "unknown"
    if a.id == b.id:
        return "together"
    if not alike(matter(one.text, "stance"), matter(other.text, "stance"), common_from=2):
        return "unknown"
    stances = {one.stance, other.stance}
    if "ambiguous" in stances:
        return "unknown"
    if "rejects" in stances:
        return "opposed" if stances & _FOR else "together" if stances == {"rejects"} else "on_condition"
    return "on_condition" if "conditional" in stances or one.condition or other.condition else "together"

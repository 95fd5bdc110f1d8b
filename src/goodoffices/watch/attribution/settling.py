"""Who did it: what several say, held against each other, and never surer than the evidence.

Monitoring says that something happened, verifying says what it was, attributing says who did it. An incident may be
verified and stay unattributed; a party that is accused is not thereby attributed.
"""

from __future__ import annotations

import enum
import functools
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources

import msgspec

from ..errors import LogError
from ..log import Attribution, Log

__all__ = ["Settled", "Standing", "evidence_cap", "evidence_grades", "settle", "settle_all"]


class Standing(enum.Enum):
    """How far the question has come."""

    OPEN = "open"
    """Nobody has attributed it yet."""
    UNDETERMINED = "undetermined"
    """Those who looked could not tell."""
    ATTRIBUTED = "attributed"
    """All who attribute it name the same party."""
    DISPUTED = "disputed"
    """Different parties are named, by different people."""


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be said of one incident.

    Attributes:
        incident: The incident, by id.
        standing: How far the question has come.
        party: The party to which it is attributed; "" unless ``standing`` is attributed.
        confidence: In [0, 1], never above what the evidence allows; 0 unless attributed.
        by: Who attributes it so.
        dissent: Who does not share it.
        named: For every party that is named, the greatest confidence that the evidence for it allows.
        evidence: Grades of all the evidence.
    """

    incident: str
    standing: Standing = Standing.OPEN
    party: str = ""
    confidence: float = 0.0
    by: tuple[str, ...] = ()
    dissent: tuple[str, ...] = ()
    named: dict[str, float] = {}
    evidence: tuple[str, ...] = ()


@functools.cache
def evidence_grades() -> Mapping[str, float]:
    """The grades of evidence, with how sure each can make anyone at most."""
    text = resources.files(__package__).joinpath("data", "evidence.toml").read_text(encoding="utf-8")
    return {grade["name"]: float(grade["at_most"]) for grade in tomllib.loads(text)["grade"]}


def evidence_cap(grades: Iterable[str]) -> float:
    """How sure one can be at most, given evidence of these grades: as sure as the best of it allows.

    Raises:
        LogError: There is no such grade.
    """
    known = evidence_grades()
    unknown = [grade for grade in grades if grade not in known]
    if unknown:
        message = f"there is no grade of evidence {unknown[0]!r}; there are {', '.join(known)}"
        raise LogError(message)
    return max((known[grade] for grade in grades), default=known["none"])


def settle(attributions: Iterable[Attribution], *, parties: Iterable[str] = ()) -> Settled:
    """Hold the attributions of one incident against each other.

    Each author's latest word counts. A party's word about another is an accusation, whatever evidence it claims: it
    takes no part where a third party has spoken, and on its own it leaves the question disputed or open, never
    attributed.

    Args:
        attributions: All of one incident, at least one.
        parties: The parties to the agreement.

    Returns:
        What is to be said. Dissent within an attribution stays with it and does not change who is named.
    """
    latest: dict[str, Attribution] = {}
    for each in sorted(attributions, key=lambda each: each.known):
        latest[each.by] = each
    own = set(parties)
    words = list(latest.values())
    third = [each for each in words if each.by not in own or each.party == each.by]
    named = _named(third or words, own)
    base = Settled(
        incident=words[0].incident,
        dissent=tuple(sorted({name for each in third for name in each.dissent})),
        named=named,
        evidence=tuple(sorted({grade for each in words for grade in each.evidence})),
    )
    if not third:
        return msgspec.structs.replace(base, standing=Standing.DISPUTED if len(named) > 1 else Standing.OPEN)
    found = sorted({each.party for each in third if each.party})
    if not found:
        return msgspec.structs.replace(
            base, standing=Standing.UNDETERMINED, by=tuple(sorted(each.by for each in third))
        )
    if len(found) > 1:
        return msgspec.structs.replace(base, standing=Standing.DISPUTED)
    party = found[0]
    doubters = {each.by for each in third if not each.party}
    return msgspec.structs.replace(
        base,
        standing=Standing.ATTRIBUTED,
        party=party,
        confidence=named[party],
        by=tuple(sorted(each.by for each in third if each.party == party)),
        dissent=tuple(sorted({*base.dissent, *doubters})),
    )


def settle_all(log: Log, *, parties: Iterable[str] = ()) -> dict[str, Settled]:
    """Settle every incident of which the log has an attribution, by the incident's id."""
    by_incident: dict[str, list[Attribution]] = defaultdict(list)
    for each in log.of(Attribution):
        by_incident[each.incident].append(each)
    own = tuple(parties)
    return {incident: settle(several, parties=own) for incident, several in by_incident.items()}


def _named(words: Iterable[Attribution], parties: set[str]) -> dict[str, float]:
    """Every party that is named, with the greatest confidence that somebody has and the evidence allows."""
    named: dict[str, float] = {}
    for each in words:
        if not each.party:
            continue
        accuses = each.by in parties and each.party != each.by
        # A grade that a hand has written into the log and nobody knows makes nobody surer.
        grades = [grade for grade in each.evidence if grade in evidence_grades()]
        cap = evidence_grades()["accusation"] if accuses else evidence_cap(grades)
        named[each.party] = max(named.get(each.party, 0.0), min(each.confidence, cap))
    return dict(sorted(named.items()))

"""How far each provision has come, in the manner of the Peace Accords Matrix: none, minimum, intermediate, full.

The Matrix (Joshi, Quinn and Regan 2015, "Annualized implementation data on comprehensive intrastate peace accords") has
people code each provision by year: 0 none, 1 minimum, 2 intermediate, 3 full. Here the degree is worked out from the
states of the obligations that come from the provision, by stated rules, so that each score can be traced and argued
with:

1. An obligation that has not arisen is not scored; nor is one that was discharged or has expired.
2. A duty to do has come as far as it is done: 1 when fulfilled; the share of its instances that are (tickets, weeks);
   the share of its target that a reading has reached; otherwise 0.
3. A duty to refrain has come as far as the share of the days on which it was owed and not in breach.
4. A provision has come as far as its obligations on average: none at 0, minimum up to a third, intermediate below nine
   tenths, full from there on.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from ..agreement import Agreement, Duty, Obligation
from ..conditions import Comparison, Valued, atoms
from ..course import Change, Counts, Course, run
from ..log import Log, Reading

__all__ = ["Degree", "Evidence", "Score", "degree_of", "score", "total"]

_THIRD, _NEARLY_ALL = 1 / 3, 0.9
_UNSCORED = frozenset({"conditional", "expired", "discharged"})


class Degree(enum.IntEnum):
    """Degree of implementation, as the Matrix codes it."""

    NONE = 0
    MINIMUM = 1
    INTERMEDIATE = 2
    FULL = 3


class Evidence(msgspec.Struct, frozen=True):
    """What one obligation adds to a score.

    Attributes:
        obligation: Its id.
        share: How far it has come, in [0, 1].
        why: In words.
        changes: The changes of state that it rests on.
    """

    obligation: str
    share: float
    why: str
    changes: tuple[Change, ...]


class Score(msgspec.Struct, frozen=True):
    """A provision on a day.

    Attributes:
        provision: Number or id of the provision; the obligation's own id where it names none.
        on: The day, to its end.
        degree: None where nothing of it has arisen.
        share: How far it has come, in [0, 1]; None likewise.
        evidence: What it rests on.
    """

    provision: str
    on: dt.date
    degree: Degree | None
    share: float | None
    evidence: tuple[Evidence, ...]


def score(agreement: Agreement, log: Log, days: Sequence[dt.date], counts: Counts | None = None) -> tuple[Score, ...]:
    """Score every provision on some days.

    Args:
        agreement: What was agreed.
        log: As it is known.
        days: The days, each to its end.
        counts: Where conditions on counts take their incidents from.

    Returns:
        By day, then in the order of the agreement.
    """
    return tuple(each for day in sorted(set(days)) for each in _scores_on(agreement, log, day, counts))


def degree_of(share: float) -> Degree:
    """The degree of a share in [0, 1]."""
    if share <= 0:
        return Degree.NONE
    if share <= _THIRD:
        return Degree.MINIMUM
    return Degree.INTERMEDIATE if share < _NEARLY_ALL else Degree.FULL


def total(scores: Iterable[Score]) -> float | None:
    """The Matrix's aggregate: points reached of points that could be, in [0, 1]; None where nothing has arisen."""
    degrees = [each.degree for each in scores if each.degree is not None]
    return sum(degrees) / (Degree.FULL * len(degrees)) if degrees else None


def _scores_on(agreement: Agreement, log: Log, day: dt.date, counts: Counts | None) -> list[Score]:
    until = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) + dt.timedelta(days=1, minutes=-1)
    course = run(agreement, log, until=until, counts=counts)
    by_provision: dict[str, list[Evidence]] = {}
    for obligation in agreement.obligations:
        found = by_provision.setdefault(obligation.provision or obligation.id, [])
        evidence = _evidence(obligation, course, log, until)
        found += [evidence] if evidence else []
    return [_score(provision, day, evidence) for provision, evidence in by_provision.items()]


def _score(provision: str, day: dt.date, evidence: list[Evidence]) -> Score:
    share = sum(each.share for each in evidence) / len(evidence) if evidence else None
    return Score(provision, day, None if share is None else degree_of(share), share, tuple(evidence))


def _evidence(obligation: Obligation, course: Course, log: Log, until: dt.datetime) -> Evidence | None:
    """How far an obligation has come, over all its instances; None where it is not scored."""
    changes: dict[str, list[Change]] = defaultdict(list)
    for change in course.changes:
        if change.subject.split("/", 1)[0] == obligation.id:
            changes[change.subject].append(change)
    states = {
        subject: state
        for subject, state in course.states.items()
        if subject.split("/", 1)[0] == obligation.id and state not in _UNSCORED
    }
    if not states:
        return None
    shares = []
    for subject, state in states.items():
        if obligation.duty is Duty.REFRAIN:
            shares.append(_kept(changes[subject], until))
        else:
            shares.append(1.0 if state == "fulfilled" else _reached(obligation, log, until))
    share = sum(shares) / len(shares)
    kept = tuple(change for each in changes.values() for change in each)
    return Evidence(obligation.id, share, _words(obligation, states, share), kept)


def _kept(changes: Sequence[Change], until: dt.datetime) -> float:
    """Share of the time in which a duty was owed and not in breach."""
    owed = broken = dt.timedelta(0)
    for place, change in enumerate(changes):
        end = changes[place + 1].at if place + 1 < len(changes) else until
        if change.after in {"active", "breached"}:
            owed += end - change.at
            broken += end - change.at if change.after == "breached" else dt.timedelta(0)
    if not owed:
        return 0.0 if changes and changes[-1].after == "breached" else 1.0
    return 1 - broken / owed


def _reached(obligation: Obligation, log: Log, until: dt.datetime) -> float:
    """Share of its target that the indicator of an obligation has reached, where it has one."""
    if obligation.met is None:
        return 0.0
    shares = []
    for atom in atoms(obligation.met):
        if isinstance(atom, Valued) and atom.comparison in {Comparison.AT_LEAST, Comparison.MORE} and atom.number > 0:
            readings = [(each.at, each.value) for each in log.of(Reading) if each.indicator == atom.indicator]
            latest = max((each for each in readings if each[0] <= until), default=None)
            shares.append(min(1.0, max(0.0, latest[1] / atom.number)) if latest else 0.0)
    return min(shares, default=0.0)


def _words(obligation: Obligation, states: dict[str, str], share: float) -> str:
    if obligation.duty is Duty.REFRAIN:
        return f"kept {share:.0%} of the time in which it was owed"
    if len(states) > 1 or obligation.each or obligation.every:
        done = sum(state == "fulfilled" for state in states.values())
        return f"{done} of {len(states)} done"
    state = next(iter(states.values()))
    return f"{state}, {share:.0%} of the target reached" if obligation.met and state != "fulfilled" else state

"""Whether a breach can be put down to a party, and upon what; `delays` says by which rules."""

from __future__ import annotations

import datetime as dt
import enum

from ..agreement import Obligation
from ..attribution import Settled, settle_all
from ..attribution import Standing as Attributed
from ..log import Finding, Happening, Log, Verdict, What
from ..state import Outlook
from .late import Lateness, States, awaited
from .named import families_of, instances_named

__all__ = ["Ground", "Grounds"]


class Ground(enum.Enum):
    """How far days of a delay can be put down to a party."""

    ESTABLISHED = "established"
    CONTESTED = "contested"
    UNDETERMINED = "undetermined"


class Grounds:
    """Says of a breach whether it can be put down to a party, and upon what.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
    """

    def __init__(self, outlook: Outlook, log: Log) -> None:
        self.states = States(outlook.course)
        self.obligations: dict[str, Obligation] = {each.obligation.id: each.obligation for each in outlook.standings}
        self.lateness = Lateness(self.states, self.obligations)
        self._families = families_of(self.obligations)
        self._log = log
        self._due = {each.obligation.id: each.due for each in outlook.standings}
        self._settled: dict[str, Settled] = settle_all(log, parties=outlook.agreement.parties)
        self._claims: dict[str, list[tuple[dt.datetime, str]]] = {}
        claims = {each.obligation.id: each.claims for each in outlook.standings}
        for subject, keys in claims.items():
            for key in keys:
                self._take_claim(subject, key)
        for key, entry in log.entries.items():
            if isinstance(entry, Finding) and entry.verdict is Verdict.DISPUTED:
                day = dt.datetime(entry.first.year, entry.first.month, entry.first.day, tzinfo=dt.UTC)
                self._claims.setdefault(entry.obligation, []).append((day, key))

    def cuts(self, step: str) -> list[dt.datetime]:
        """The instants at which the step, or anything for which it waits, changed or was spoken of."""
        seen, ahead = {step}, [step]
        while ahead:
            own = self.obligations.get(ahead.pop())
            subjects = awaited(own) if own else ()
            named = {
                each for name in subjects for each in instances_named(name, self.obligations, self._families)
            } - seen
            seen |= named
            ahead += named
        claims = {at for subject in seen for at, _ in self._claims.get(subject, ())}
        return sorted(claims | set(self.states.times(seen)))

    def _take_claim(self, subject: str, key: str) -> None:
        """A claim that it was done or put right, or a breach that is disputed, contests what follows."""
        entry = self._log.entries.get(key)
        if isinstance(entry, Happening) and (
            entry.disputed or entry.what in {What.PERFORMED, What.REMEDIED, What.EXTENDED, What.DISCHARGED}
        ):
            self._claims.setdefault(subject, []).append((entry.earliest, key))

    def of(self, cause: str, at: dt.datetime) -> tuple[Ground, str, tuple[str, ...], float | None, tuple[str, ...]]:
        """Ground, party, what it rests on, how sure, and what is said against it, for a breach at an instant."""
        obligation = self.obligations[cause]
        change = self.states.change_at(cause, at)
        because = change.because if change else ("it was in breach from the start",)
        due = self._due.get(cause)
        if "its deadline passed" in because and due is not None:
            because = (f"due before {due:%Y-%m-%d %H:%M}, not done by then",)
        said = tuple(key for since, key in self._claims.get(cause, ()) if since <= at)
        if said:
            return Ground.CONTESTED, "", because, None, said
        party, incidents = self._party(obligation, because)
        sure = min((self._settled[name].confidence for name in incidents), default=None)
        return (Ground.ESTABLISHED if party else Ground.UNDETERMINED), party, (*because, *incidents), sure, ()

    def _party(self, obligation: Obligation, because: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """The one party that owes it, or to which all attributed incidents of the breach are attributed."""
        if len(obligation.owes) == 1:
            return obligation.owes[0], ()
        incidents = {name for key in because for name in _incidents(self._log.entries.get(key))}
        settled = [self._settled.get(name) for name in incidents]
        named = {each.party if each and each.standing is Attributed.ATTRIBUTED else "" for each in settled}
        party = next(iter(named)) if len(named) == 1 else ""
        return (party, tuple(sorted(incidents))) if party in obligation.owes else ("", ())


def _incidents(entry: object) -> tuple[str, ...]:
    return entry.incidents if isinstance(entry, Happening | Finding) else ()

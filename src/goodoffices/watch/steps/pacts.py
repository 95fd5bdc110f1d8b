"""Pacts: who has signed, what calls for help, who owes which response, and who owes none."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from importlib import resources

import msgspec

from ..agreement import Obligation
from ..clocks import Call, calls_of, events_in
from ..conditions import Happened, atoms, span_in_words
from ..log import Log
from ..state import Outlook

__all__ = ["Pact", "Response", "Signature", "pacts_of"]


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """That one signed, joined or ratified.

    Attributes:
        party: Who.
        event: What: signing, accession, ratification.
        at: When.
        entry: The entry of the log.
    """

    party: str
    event: str
    at: dt.datetime
    entry: str


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What one owes when the case arises.

    Attributes:
        obligation: Its id.
        owes: Who owes it.
        act: What is owed.
        within: How long there is, in words; "" where there is no limit.
        zones: Where; empty for everywhere.
    """

    obligation: str
    owes: tuple[str, ...]
    act: str
    within: str
    zones: tuple[str, ...]


class Pact(msgspec.Struct, frozen=True, kw_only=True):
    """One case that calls for help.

    Attributes:
        casus: The event.
        responses: What is owed upon it.
        signed: Who has signed, joined or ratified.
        unsigned: Parties to the agreement, and those who owe a response, of whom no signature was set down; empty where
            no signature of anyone was.
        idle: Signatories (or parties, where no signature was set down) that owe no response.
        unsworn: Zones of the agreement that no response names, where every response names its zones.
        calls: Each time it has happened, with the clock of each response.
    """

    casus: str
    responses: tuple[Response, ...]
    signed: tuple[Signature, ...]
    unsigned: tuple[str, ...]
    idle: tuple[str, ...]
    unsworn: tuple[str, ...]
    calls: tuple[Call, ...]


def pacts_of(outlook: Outlook, log: Log) -> tuple[Pact, ...]:
    """Every event upon which a response is owed, by an obligation of a kind of pact, in the order of the file.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
    """
    upon: dict[str, list[Obligation]] = {}
    for each in outlook.agreement.obligations:
        if each.kind.casefold() in _words()["kinds"]:
            for event in _events(each):
                upon.setdefault(event, []).append(each)
    calls, signed = calls_of(outlook, log), _signatures(outlook, log)
    return tuple(
        _pact(event, obligations, signed, tuple(each for each in calls if each.event == event), outlook)
        for event, obligations in upon.items()
    )


def _pact(
    event: str, obligations: list[Obligation], signed: tuple[Signature, ...], calls: tuple[Call, ...], outlook: Outlook
) -> Pact:
    responders = dict.fromkeys(party for each in obligations for party in each.owes)
    parties = dict.fromkeys([*outlook.agreement.parties, *responders])
    have = {each.party for each in signed}
    covered = {zone for each in obligations for zone in each.zones}
    every = dict.fromkeys(zone for each in outlook.agreement.obligations for zone in each.zones)
    return Pact(
        casus=event,
        responses=tuple(
            Response(
                obligation=each.id,
                owes=each.owes,
                act=each.act,
                within=_within(each),
                zones=each.zones,
            )
            for each in obligations
        ),
        signed=signed,
        unsigned=tuple(each for each in parties if each not in have) if signed else (),
        idle=tuple(each for each in (sorted(have) if signed else parties) if each not in responders),
        unsworn=tuple(zone for zone in every if zone not in covered) if all(each.zones for each in obligations) else (),
        calls=calls,
    )


def _within(obligation: Obligation) -> str:

    due = obligation.due
    return span_in_words(due.within) if due and due.within else ""


def _events(obligation: Obligation) -> tuple[str, ...]:
    """The events upon which it arises: each time, or once."""
    if obligation.each:
        return (obligation.each,)
    if obligation.trigger is None:
        return ()
    found = (atom.event for atom in atoms(obligation.trigger) if isinstance(atom, Happened))
    return tuple(each for each in dict.fromkeys(found) if each not in _words()["signatures"])


def _signatures(outlook: Outlook, log: Log) -> tuple[Signature, ...]:
    found = [
        Signature(party=each.ref, event=each.subject, at=each.earliest, entry=key)
        for key, each in events_in(log, outlook.on)
        if each.ref and each.subject in _words()["signatures"]
    ]
    return tuple(sorted(found, key=lambda each: (each.at, each.party)))


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    text = resources.files(__package__).joinpath("data", "pacts.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}

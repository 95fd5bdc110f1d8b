"""Propose obligations from what a text orders. A person confirms them: each says `confirmed: false` until then."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from ..agreement import Agreement, Due, Duty, Obligation
from ..conditions import Condition, Happened
from .clause import Ordered, Permitted
from .powers import propose_powers
from .reading import act_in, duty_in, each_in, every_in, kind_in, slug, term_in, verifiers_in, zones_in
from .timing import timing_of

__all__ = ["Proposal", "compile_agreement"]

_COLLECTIVE = "*"
_VERIFIES = re.compile(r"(?i)(?:jointly\s+)?(?:verify|certify|supervise|monitor|confirm|observe|report)\b")


class Proposal(msgspec.Struct, frozen=True):
    """An agreement that is proposed, with what a person must look at.

    Attributes:
        agreement: Nothing of it is confirmed.
        unread: By obligation, words on time of which nothing could be made.
        nobody: Clauses that order something and name nobody to do it.
    """

    agreement: Agreement
    unread: Mapping[str, tuple[str, ...]]
    nobody: tuple[Ordered, ...]


def compile_agreement(
    name: str,
    ordered: Iterable[Ordered],
    permitted: Iterable[Permitted] = (),
    *,
    in_force: dt.datetime,
    parties: Sequence[str] = (),
    zones: Mapping[str, Iterable[str]] | None = None,
) -> Proposal:
    """Propose an agreement from what a text orders.

    Args:
        name: Its title.
        ordered: What the text orders, in its order.
        permitted: What it lets somebody do, in its order.
        in_force: The day from which it holds.
        parties: The parties; for what all of them owe.
        zones: Ids of the zones, each with the names by which a text may call it.

    Returns:
        An obligation for each clause that orders something; where it names nobody, "unknown" owes it. It holds nothing
        that the clauses do not say: where no date, trigger or verifier is read, there is none.
    """
    ordered = list(ordered)
    pairs = _obligations(ordered, parties, {key: list(names) for key, names in (zones or {}).items()})
    made: dict[str, list[Obligation]] = {}
    for each, obligation in pairs:
        if not _VERIFIES.match(obligation.act):  # what waits for a provision waits for the deed, not for its verifying
            made.setdefault(each.provision, []).append(obligation)
    timed, unread = [], {}
    for each, obligation in pairs:
        timing = timing_of(each, obligation.duty, made, in_force)
        if timing.unread:
            unread[obligation.id] = timing.unread
        timed.append(_timed(obligation, timing.trigger, timing.until, timing.due))
    agreement = Agreement(
        name=name,
        in_force=in_force,
        parties=tuple(parties),
        obligations=tuple(timed),
        powers=tuple(propose_powers(permitted, timed)),
    )
    return Proposal(agreement, unread, tuple(each for each in ordered if not (each.parties or each.bearer)))


def _obligations(
    named: Sequence[Ordered], parties: Sequence[str], zones: Mapping[str, Sequence[str]]
) -> list[tuple[Ordered, Obligation]]:
    taken: Counter[str] = Counter()
    pairs = []
    for each in named:
        own = slug(each.provision)
        taken[own] += 1
        own = own if taken[own] == 1 else f"{own}-{taken[own]}"
        pairs.append((each, _obligation(each, own, parties, zones)))
    return pairs


def _obligation(each: Ordered, own: str, parties: Sequence[str], zones: Mapping[str, Sequence[str]]) -> Obligation:
    owes = tuple(parties) if each.parties == (_COLLECTIVE,) and parties else each.parties
    verifiers = verifiers_in(f"{each.words} {each.context}")
    owners = tuple(who for who in owes if who != _COLLECTIVE) or _bearer(each)
    return Obligation(
        id=own,
        act=act_in(each.words),
        owes=owners,
        duty=duty_in(each.words, each.verb),
        kind=kind_in(each.words),
        provision=each.number or each.provision,
        words=each.words,
        zones=zones_in(each.words, zones),
        verified_by=tuple(who for who in verifiers if who not in owners),
        issue=each.issue,
        option=each.option,
        statements=each.statements,
        each=each_in(each.words),
        every=every_in(each.words),
        confirmed=False,
    )


def _bearer(each: Ordered) -> tuple[str, ...]:
    if _COLLECTIVE in each.parties:
        return ("all parties",)
    return (re.sub(r"^[Tt]he\s+", "", each.bearer) or "unknown",)


def _timed(obligation: Obligation, trigger: Condition | None, until: Condition | None, due: Due | None) -> Obligation:
    """Put in when it arises, is due and ends; what comes again takes the time that it has each time."""
    each, every = obligation.each, obligation.every
    term = term_in(obligation.words)
    if term and due is None:
        due = Due(within=term)
    if each and not (due and due.within):
        each = ""  # "each side" and the like: without a time for each, nothing tells that it arises anew
    if each and due and isinstance(due.of, Happened):
        due = Due(within=due.within)  # "within 48 hours of its receipt": of each one's own coming
    if every and each:
        every = None
    if obligation.duty is Duty.REFRAIN:
        every = None  # what is kept is kept all the time
    if every and due is None:
        due = Due(within=every)
    return replace(obligation, trigger=trigger, until=until, due=due, each=each, every=every)

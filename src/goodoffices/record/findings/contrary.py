"""Clashes over positions: one party, one issue, and accounts of its stance that cannot both hold.

That two parties want opposite things is negotiation, not a clash of reports. That reports have one party want opposite
things is one, and so is a position that contradicts what the party's own plan asks for.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from goodoffices.record.content import MechanismContent, PlanContent, PositionContent
from goodoffices.record.finding import Finding
from goodoffices.record.vocabulary import issues, stances

from . import lexicon
from .cast import Cast
from .claims import Claim
from .clash import Clash, Voice, voice_of
from .stands import Stand, make_stand
from .wording import agree, alike, matter, shared, tokens
from .woven import Woven, independent

__all__ = ["clashes_of_position"]

_MOST = 40
"""Accounts of one party on one issue that are compared, at most: those that most sources bear out."""
_FURTHER = frozenset({"second", "third", "fourth", "another", "additional"})
_DROPPED = "no longer demands"
_MUCH = 0.5
_WORDS = 2
_UNABLE = re.compile(
    r"\b(?:(?:unable|fail(?:ed|s|ing)?) to agree|could not agree|without agreement|broke up without)\b", re.IGNORECASE
)
_KEPT_OFF = re.compile(
    r"\b(?:not|never) (?:\w+ )?(?:open to|up for|a matter (?:of|for)|subject to|negotiable|on the table|for sale)\b|"
    r"\bnon-?negotiable\b",
    re.IGNORECASE,
)


class _Account(msgspec.Struct, frozen=True, kw_only=True):
    """One account of where a party stands: a position, or what its plan or proposal says."""

    said: PositionContent
    stand: Stand
    finding: Finding
    claims: tuple[Claim[PositionContent] | Claim[PlanContent] | Claim[MechanismContent], ...]


def clashes_of_position(
    positions: Iterable[Woven[PositionContent]],
    plans: Iterable[Woven[PlanContent]],
    mechanisms: Iterable[Woven[MechanismContent]],
    cast: Cast,
) -> Iterator[Clash]:
    """Find the clashes, one for each party and issue."""
    cells: dict[tuple[str, str], list[_Account]] = defaultdict(list)
    for account in (*_stated(positions, cast), *_planned(plans, cast), *_proposed(mechanisms, cast)):
        cells[account.said.party, account.said.issue].append(account)
    for (party, issue), accounts in sorted(cells.items()):
        accounts.sort(key=lambda account: (-account.finding.sources, account.finding.id, account.said.text))
        yield from _clash(party, issue, accounts[:_MOST], cast)


def _stated(positions: Iterable[Woven[PositionContent]], cast: Cast) -> Iterator[_Account]:
    for woven in positions:
        said = woven.content
        if said.stance == "rejects" and _KEPT_OFF.search(said.text):
            continue  # "its weapons were not open to bargaining": what is kept off the table is not refused
        if said.stance == "rejects" and _UNABLE.search(woven.claims[0].statement.evidence[0].quote):
            continue  # that no accord was found on a thing is no party's refusal of it
        stand = make_stand(woven.content, cast, woven.claims[0].statement.evidence[0].quote)
        yield _Account(said=woven.content, stand=stand, finding=woven.finding, claims=woven.claims)


def _planned(plans: Iterable[Woven[PlanContent]], cast: Cast) -> Iterator[_Account]:
    """What a plan asks for, its author asks for."""
    for woven in plans:
        for item in woven.content.items if woven.content.author else ():
            party = cast.side(woven.content.author or "")
            said = PositionContent(party=party, issue=item.issue, stance="demands", text=item.text)
            claims = tuple(claim for claim in woven.claims if item in claim.content.items)
            yield _Account(
                said=said, stand=make_stand(said, cast), finding=woven.finding, claims=claims or woven.claims
            )


def _proposed(mechanisms: Iterable[Woven[MechanismContent]], cast: Cast) -> Iterator[_Account]:
    """What a party proposes as a mechanism, it offers, on the one issue whose poles the name touches."""
    for woven in mechanisms:
        if woven.finding.said_by is None or woven.content.status == "rejected":
            continue
        for issue in sorted(lexicon.poles()):
            party = cast.side(woven.finding.said_by)
            said = PositionContent(party=party, issue=issue, stance="offers", text=woven.content.name)
            stand = make_stand(said, cast)
            if stand.pole:
                yield _Account(said=said, stand=stand, finding=woven.finding, claims=woven.claims)


def _clash(party: str, issue: str, accounts: Sequence[_Account], cast: Cast) -> Iterator[Clash]:
    pairs = [(a, b) for a, b in itertools.combinations(accounts, 2) if _contradict(a, b, issue)]
    if not any(independent(a.claims, b.claims) for a, b in pairs):
        return  # one voice that says both is no clash of voices; beside another one, it is shown with the rest
    label = issues()[issue].label if issue in issues() else issue
    stance = any(a.stand.sign != b.stand.sign or a.stand.pole != b.stand.pole for a, b in pairs)
    what = f"where {cast.name(party)} stands" if stance else f"the figures that {cast.name(party)} names"
    voices = {(a.finding.id, a.said.text): _voice(a, cast) for pair in pairs for a in pair}
    yield Clash(
        about=f"{label}: {what}",
        issue=issue,
        voices=tuple(voices.values()),
        pairs=tuple((a.finding.id, b.finding.id) for a, b in pairs),
    )


def _voice(account: _Account, cast: Cast) -> Voice:
    said = account.said
    stance = _DROPPED if account.stand.dropped else stances()[said.stance].label
    firm = " (red line)" if said.firm else ""
    text = said.text if matter(said.text, "stance") else account.finding.evidence[0].quote
    return voice_of(account.finding, f"{cast.name(said.party)} {stance}{firm}: {text.strip().rstrip('.,;')}")


def _contradict(one: _Account, other: _Account, issue: str) -> bool:
    """Can the two accounts not both hold?"""
    if one.finding.id == other.finding.id or _told_change(one, other) or _another(one) != _another(other):
        return False
    first, second = one.stand, other.stand
    if not agree(one.said.text, other.said.text):
        return one.said.stance == other.said.stance and _one_thing_but_figures(one, other)
    if _at_once_and_later(first, second):
        return True
    if first.pole * second.pole > 0:
        return False  # to keep a thing off the table and to demand it come to the same
    opposed = first.sign * second.sign < 0 and _one_text(first, second)
    poles = first.pole * second.pole < 0 and first.meets(second, issue)
    return (opposed or poles) and _unhedged(first, second)


def _another(account: _Account) -> bool:
    """Is it of a second thing of its kind ("a second monitoring group")?"""
    return not _FURTHER.isdisjoint(tokens(account.said.text))


def _at_once_and_later(one: Stand, other: Stand) -> bool:
    """Is one a yes at once, and the other a yes or no that depends on something, of one matter?"""
    if not (one.at_once and other.hedged) and not (other.at_once and one.hedged):
        return False
    return len(one.words & other.words) >= _WORDS and shared(one.words, other.words) >= _MUCH


def _one_text(one: Stand, other: Stand) -> bool:
    """Do the clauses carry one matter, and name no different things ("Turkish troops", "UN troops")?"""
    common = one.words & other.words
    if one.names and other.names and not one.names & other.names:
        return False
    least = 1 if one.denied or other.denied else _WORDS
    return bool(common) and (
        one.words == other.words or (len(common) >= least and shared(one.words, other.words) >= _MUCH)
    )


def _one_thing_but_figures(one: _Account, other: _Account) -> bool:
    """Do the clauses carry one matter, but for the numbers?"""
    words, others = one.stand.words, other.stand.words
    return bool(words & others) and alike(words, others)


def _unhedged(one: Stand, other: Stand) -> bool:
    """A yes on a condition contradicts a no without one; a no on a condition contradicts nothing."""
    return not (one.hedged and other.hedged) and not any(stand.hedged and stand.sign < 0 for stand in (one, other))


def _told_change(one: _Account, other: _Account) -> bool:
    """Does a report itself say that the later of the two is a change from before?"""
    early, late = sorted((one, other), key=lambda account: (account.finding.as_of or dt.date.max, account.finding.id))
    return (late.said.shift or late.stand.dropped) and early.finding.as_of != late.finding.as_of

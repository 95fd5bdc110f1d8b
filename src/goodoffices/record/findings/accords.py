"""Clashes over how far the talks have come: one account has a matter agreed or moving, another open or blocked.

What two parties accept in one breath is agreed in that account. What a party accepts in one account, it may say to be
open in another. That an open question is agreed on later is the course of talks, and no clash.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import msgspec

from goodoffices.record.content import IssueState, IssueStatusContent, PositionContent
from goodoffices.record.vocabulary import issues

from . import lexicon
from .cast import Cast
from .claims import Claim
from .clash import Clash, Voice, voice_of
from .joining import Joiner
from .shelf import Shelf
from .statuses import WIDE_ISSUES
from .telling import denies_accord
from .verdicts import Rulings
from .wording import main_clause, matter, shared, stem, tokens
from .woven import Woven, bind, independent

__all__ = ["clashes_of_status"]

_CONTRARY: frozenset[tuple[IssueState, IssueState]] = frozenset(
    {("agreed", "open"), ("agreed", "blocked"), ("progress", "blocked")}
)
"""Statuses that cannot both hold of one matter; progress on what is still open is no contradiction."""
_MOST = 40
"""Accounts under one word that are compared, at most, of each kind: the first in the order of the reports."""
_WORDS = 2
_OTHER_ISSUE_WORDS = 3
_HALF = 0.5
_SAME_TIME_DAYS = 3
"""Talks that move and are blocked days later have changed; within these days two accounts differ."""
_KEPT_DAYS = 7
"""What is agreed and stuck weeks later has come apart; within these days two accounts differ."""

_Told: TypeAlias = Claim[IssueStatusContent] | Claim[PositionContent]


class _Account(msgspec.Struct, frozen=True, kw_only=True):
    """One statement that says how far the talks have come.

    Attributes:
        woven: The finding that it belongs to.
        claim: The statement.
        issue: The issue.
        status: How far they have come.
        text: What it says, in one clause.
        party: The side alone for which it holds, or None where it holds for all.
        words: The words that carry its matter.
    """

    woven: Woven[IssueStatusContent] | Woven[PositionContent]
    claim: _Told
    issue: str
    status: IssueState
    text: str
    party: str | None
    words: frozenset[str]

    @property
    def day(self) -> dt.date | None:
        """Day of its report."""
        return self.claim.day


_Pair: TypeAlias = tuple[_Account, _Account]


def clashes_of_status(
    statuses: Iterable[Woven[IssueStatusContent]],
    positions: Iterable[Woven[PositionContent]],
    cast: Cast,
    shelf: Shelf,
    rulings: Rulings,
) -> Iterator[Clash]:
    """Find where one account has a matter agreed or moving, and another open or blocked."""
    accounts = sorted((*_claimed(statuses, cast), *_accepted(positions, cast)), key=lambda a: a.claim.order)
    by_issue: dict[str, list[_Pair]] = defaultdict(list)
    for pair in _pairs(accounts):
        if _contrary(*pair, cast):
            by_issue[pair[0].issue].append(pair)
    for issue, pairs in sorted(by_issue.items()):
        label = issues()[issue].label if issue in issues() else issue
        for group in _matters(pairs) if issue in WIDE_ISSUES else [pairs]:
            voices = tuple(_voices(group, shelf, rulings))
            ids = tuple(dict.fromkeys((one.woven.id, other.woven.id) for one, other in group))
            yield Clash(about=f"{label}: agreed or not", issue=issue, voices=voices, pairs=ids)


def _claimed(statuses: Iterable[Woven[IssueStatusContent]], cast: Cast) -> Iterator[_Account]:
    for woven in statuses:
        for claim in woven.claims:
            said = claim.content
            yield _Account(
                woven=woven,
                claim=claim,
                issue=said.issue,
                status=said.status,
                text=said.text or said.status,
                party=None,
                words=_words(said.text, cast),
            )


def _accepted(positions: Iterable[Woven[PositionContent]], cast: Cast) -> Iterator[_Account]:
    """What a party accepts is agreed as far as it goes; what two accept in one sentence is agreed."""
    found: dict[tuple[str, int, int, str], list[tuple[Woven[PositionContent], Claim[PositionContent]]]]
    found = defaultdict(list)
    for woven in positions:
        for claim in woven.claims:
            if claim.content.stance == "accepts" and not claim.content.condition:
                place = (claim.report, claim.order[1], claim.order[2], claim.content.text)
                found[place].append((woven, claim))
    for told in found.values():
        joint = len({claim.content.party for _, claim in told}) > 1
        if joint and not lexicon.words().accord.intersection(tokens(told[0][1].statement.evidence[0].quote)):
            continue
        for woven, claim in told[:1] if joint else told:
            said = claim.content
            yield _Account(
                woven=woven,
                claim=claim,
                issue=said.issue,
                status="agreed",
                text=f"{_who(told if joint else [(woven, claim)], cast)}: {said.text.strip(' .,;')}",
                party=None if joint else said.party,
                words=_words(said.text, cast),
            )


def _who(told: Iterable[tuple[Woven[PositionContent], Claim[PositionContent]]], cast: Cast) -> str:
    names = sorted({cast.name(claim.content.party) for _, claim in told})
    return f"{', '.join(names)} {'accept' if len(names) > 1 else 'accepts'}"


def _words(text: str, cast: Cast) -> frozenset[str]:
    """What is agreed or open, without its asides, the names of actors and their titles."""
    found = matter(main_clause(text), "status") - _titles()
    return frozenset(word for word in found if not cast.names_any(word))


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon.names().honorifics)


def _pairs(accounts: Sequence[_Account]) -> Iterator[_Pair]:
    """Each account of the one kind with each of the other that shares a word or says nothing but its issue, once."""
    index: dict[tuple[IssueState, str], list[_Account]] = defaultdict(list)
    for account in accounts:
        for mark in account.words or (account.issue,):
            index[account.status, mark].append(account)
    for good, bad in sorted(_CONTRARY):
        seen: set[tuple[str, str]] = set()
        for mark in sorted(mark for status, mark in index if status == good):
            for one in index[good, mark][:_MOST]:
                for other in index.get((bad, mark), ())[:_MOST]:
                    if (one.claim.id, other.claim.id) not in seen:
                        seen.add((one.claim.id, other.claim.id))
                        yield one, other


def _contrary(one: _Account, other: _Account, cast: Cast) -> bool:
    """Can the two not both hold? `one` is the account of more."""
    if not independent((one.claim,), (other.claim,)) or _course_of_talks(one, other) or _of_one_sentence(one, other):
        return False
    if one.party is not None and one.party != (other.claim.said_by and cast.side(other.claim.said_by)):
        return False
    common, share = len(one.words & other.words), shared(one.words, other.words)
    if one.issue != other.issue:
        return common >= _OTHER_ISSUE_WORDS and share >= _HALF
    if one.issue in WIDE_ISSUES or one.party is not None:
        return common >= _WORDS and share >= _HALF
    if not one.words or not other.words:
        return not (one.words or other.words)
    return common > 0 and (one.status == "agreed" or share >= _HALF)


def _of_one_sentence(one: _Account, other: _Account) -> bool:
    """Does one sentence tell both? It tells of two things then ("most is agreed, two points are open")."""
    first, second = one.claim.statement.evidence[0], other.claim.statement.evidence[0]
    return first.report == second.report and first.start < second.end and second.start < first.end


def _course_of_talks(one: _Account, other: _Account) -> bool:
    """Do the days of the reports explain it: first open, then agreed; agreed or moving, and stuck later?"""
    if one.day is None or other.day is None:
        return False
    later_days = (other.day - one.day).days
    if denies_accord(other.claim.content.text):  # who says that nothing was agreed speaks of the past
        return later_days < -_SAME_TIME_DAYS
    return not 0 <= later_days <= (_SAME_TIME_DAYS if one.status == "progress" else _KEPT_DAYS)


def _matters(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """The pairs in groups that have no account in common."""
    joiner = Joiner[str]((account.claim.id for pair in pairs for account in pair), {})
    for one, other in pairs:
        joiner.join(one.claim.id, other.claim.id)
    groups: dict[str, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        groups[joiner.root(pair[0].claim.id)].append(pair)
    return list(groups.values())


def _voices(pairs: Sequence[_Pair], shelf: Shelf, rulings: Rulings) -> Iterator[Voice]:
    """One voice for each finding, with those of its statements alone that clash."""
    told: dict[str, dict[str, _Account]] = defaultdict(dict)
    for account in (account for pair in pairs for account in pair):
        told[account.woven.id][account.claim.id] = account
    for accounts in told.values():
        first = next(iter(accounts.values()))
        statements = [account.claim.statement for account in accounts.values()]
        only = bind(first.woven.finding.content, statements, shelf, rulings)
        speakers = {account.claim.said_by for account in accounts.values()}
        only = msgspec.structs.replace(only, said_by=speakers.pop() if len(speakers) == 1 else None)
        yield voice_of(first.woven.finding, first.text, only=only)

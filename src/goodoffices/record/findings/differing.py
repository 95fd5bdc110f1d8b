"""Clashes of answers: what one report has a side accept, another has it refuse; what is agreed here is open there.

The words of the two accounts need not meet, as they must where a plain contradiction is sought (`contrary`, `accords`),
but for those of an offer and of a yes on a condition. Whether the two tell of one thing, and whether a side changed its
mind between them, is for the analyst to say, who gets the sentences with their days. That what was open is agreed later
is the course of talks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record.content import IssueStatusContent, PositionContent
from goodoffices.record.vocabulary import issues, stances

from .cast import Cast
from .claims import Claim
from .clash import Clash, Voice, voice_of
from .shelf import Shelf
from .stands import Stand, make_stand
from .verdicts import Rulings
from .wording import agree, matter
from .woven import Woven, bind

__all__ = ["clashes_of_answer"]

_MOST = 24
"""Accounts of one side on one issue that are compared, at most, for each answer: the first in the order of reports."""
_SHOWN = 4
"""Accounts of each answer that one clash shows, at most."""

_Answer: TypeAlias = Literal["yes", "no"]
_ANSWERS: dict[str, _Answer] = {
    "accepts": "yes",
    "offers": "yes",
    "conditional": "yes",
    "rejects": "no",
    "agreed": "yes",
    "open": "no",
    "blocked": "no",
}
"""Stances and statuses; what is demanded, unclear or moving is neither."""


class _Account(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with its answer.

    Attributes:
        woven: The finding that it belongs to.
        claim: The statement.
        said: Its clause, which may be empty.
        own: Stems of the matter that the clause names, without names.
        around: Those of its clause and its sentence.
        stand: Where the party stands by it; None for a status.
        shift: True where it is told as a change from before.
        outright: False for an offer and for a yes on a condition.
    """

    woven: Woven[PositionContent] | Woven[IssueStatusContent]
    claim: Claim[PositionContent] | Claim[IssueStatusContent]
    said: str
    own: frozenset[str]
    around: frozenset[str]
    stand: Stand | None = None
    shift: bool = False
    outright: bool = True

    @property
    def id(self) -> str:
        """Id of the statement."""
        return self.claim.id


_Pair: TypeAlias = tuple[_Account, _Account]


def clashes_of_answer(
    positions: Iterable[Woven[PositionContent]],
    told: Iterable[Woven[IssueStatusContent]],
    cast: Cast,
    shelf: Shelf,
    rulings: Rulings,
) -> Iterator[Clash]:
    """Find the sides, and the issues, on which two reports give opposite answers; one clash for each.

    Args:
        positions: Where sides stand.
        told: How far the issues have come.
        cast: The actors.
        shelf: The reports.
        rulings: What analysts said of the statements.
    """
    cells: dict[tuple[str, str], dict[_Answer, list[_Account]]] = defaultdict(lambda: {"yes": [], "no": []})
    for party, account, answer in (*_stances(positions, cast), *_statuses(told, cast)):
        accounts = cells[party, account.claim.content.issue][answer]
        if len(accounts) < _MOST:
            accounts.append(account)
    for (party, issue), answers in sorted(cells.items()):
        pairs = [(one, other) for one in answers["yes"] for other in answers["no"] if _apart(one, other)]
        if pairs:
            voices = tuple(_voice(account, cast, shelf, rulings) for account in _shown(pairs))
            yield Clash(about=_heading(party, issue, cast), issue=issue, voices=voices, by_answers=True)


def _stances(positions: Iterable[Woven[PositionContent]], cast: Cast) -> Iterator[tuple[str, _Account, _Answer]]:
    for woven in positions:
        for claim in woven.claims:
            answer = _ANSWERS.get(claim.content.stance)
            if answer is not None:
                yield cast.side(claim.content.party), _account(woven, claim, cast), answer


def _statuses(told: Iterable[Woven[IssueStatusContent]], cast: Cast) -> Iterator[tuple[str, _Account, _Answer]]:
    for woven in told:
        for claim in woven.claims:
            answer = _ANSWERS.get(claim.content.status)
            if answer is not None:
                yield "", _account(woven, claim, cast), answer


def _account(
    woven: Woven[PositionContent] | Woven[IssueStatusContent],
    claim: Claim[PositionContent] | Claim[IssueStatusContent],
    cast: Cast,
) -> _Account:
    said, sentence = claim.content, claim.statement.evidence[0].quote
    account = _Account(
        woven=woven,
        claim=claim,
        said=said.text or "",
        own=_words(said.text or "", cast),
        around=_words(f"{said.text or ''} {sentence}", cast),
    )
    if isinstance(said, PositionContent):
        stand = make_stand(said, cast, sentence)
        outright = said.stance not in {"offers", "conditional"}
        return msgspec.structs.replace(account, stand=stand, shift=said.shift, outright=outright)
    return account


def _words(text: str, cast: Cast) -> frozenset[str]:
    return frozenset(word for word in matter(text, "stance", "status") if not cast.names_any(word))


def _apart(one: _Account, other: _Account) -> bool:
    """Are the two, a yes and a no, from two sources, and neither the course of talks nor plainly of two things?"""
    if one.claim.source == other.claim.source:
        return False
    if one.stand is None or other.stand is None:
        yes, no = one.claim.day, other.claim.day
        return yes is None or no is None or yes <= no
    if not one.outright and not _common(one, other):
        return False  # an offer, or a yes on a condition, goes with a no to another thing
    named = one.stand.names and other.stand.names
    if other.stand.hedged or (named and not one.stand.names & other.stand.names):
        return False
    return not one.shift and not other.shift and agree(one.said, other.said)


def _common(one: _Account, other: _Account) -> int:
    """How many words of the matter of the one stand in the sentence of the other."""
    return len((one.own & other.around) | (one.around & other.own))


def _shown(pairs: Sequence[_Pair]) -> list[_Account]:
    """Of each report and answer the account that has most in common with one of the other answer; both answers."""
    shown: list[_Account] = []
    for answer in (0, 1):
        best: dict[str, tuple[int, _Account]] = {}
        for pair in pairs:
            source, common = pair[answer].claim.source, _common(*pair)
            if source not in best or common > best[source][0]:
                best[source] = (common, pair[answer])
        ranked = sorted(best.values(), key=lambda each: (-each[0], each[1].claim.order))
        shown += [account for _, account in ranked[:_SHOWN]]
    return sorted(shown, key=lambda account: account.claim.order)


def _heading(party: str, issue: str, cast: Cast) -> str:
    label = issues()[issue].label if issue in issues() else issue
    if not party:
        return f"{label}: agreed in one report, open in another"
    return f"{label}: {cast.name(party)} for it in one report, against it in another"


def _voice(account: _Account, cast: Cast, shelf: Shelf, rulings: Rulings) -> Voice:
    """The account of one report; a finding that other reports bear out as well speaks with this one alone."""
    said, finding = account.claim.content, account.woven.finding
    only = bind(finding.content, [account.claim.statement], shelf, rulings)
    only = msgspec.structs.replace(only, said_by=account.claim.said_by)
    text = account.said.strip().rstrip(".,;")
    if isinstance(said, PositionContent):
        text = f"{cast.name(said.party)} {stances()[said.stance].label}: {text}"
    else:
        text = f"{said.status}: {text or finding.evidence[0].quote}"
    return voice_of(finding, text, only=only)

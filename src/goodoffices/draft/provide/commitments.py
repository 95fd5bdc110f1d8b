"""Who answers what: the contingencies that a text names, the duties that answer them, and the gaps between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from ..sequence import Clause
from .kinds import kinds
from .measures import Measure
from .survey import Survey

__all__ = ["Commitment", "Cover", "find_cover"]

_NAME = re.compile(r"(?:[A-Z]{2,}|[A-Z][\w’'-]+)(?:\s(?:of\s(?:the\s)?)?(?:[A-Z]{2,}|[A-Z][\w’'-]+)){0,5}")
_OPENING = re.compile(
    r"^(?:The|This|These|Each|Any|All|In|If|Both|Its|Their|They|It|Such|No|Upon|For|As|Should|Where|When)\b\s*"
)
_ALL = re.compile(r"(?i)(?:the )?(?:guarantors?|guarantor states|signatories|parties)")
_HOW_SOON = re.compile(r"(?i)\s(?:within|immediately|without delay|forthwith|at once)\b")


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """One duty of a guarantee or pact.

    Attributes:
        provision: Id of the provision.
        by: Who bears it, as named; empty where the clause names nobody.
        casus: In which event; empty where the provision and its measure name none.
        duty: What they do.
        within: How fast, or "".
        words: The clause.
        span: Where it stands in the source.
    """

    provision: str
    by: tuple[str, ...]
    casus: tuple[str, ...]
    duty: str
    within: str
    words: str
    span: tuple[int, int]


class Cover(msgspec.Struct, frozen=True):
    """What the guarantees of a text cover.

    Attributes:
        commitments: All duties.
        unanswered: Contingencies that the text names beside a guarantee and no duty answers.
        idle: Those who are named as guarantors or signatories and bear no duty.
        gaps: What lacks, in words, each with the provisions that it concerns.
    """

    commitments: tuple[Commitment, ...]
    unanswered: tuple[str, ...]
    idle: tuple[str, ...]
    gaps: tuple[tuple[str, tuple[str, ...]], ...]


def find_cover(measures: Sequence[Measure], survey: Survey) -> Cover:
    """Go through the guarantees and pacts of a text.

    Args:
        measures: What the text provides for.
        survey: The text.
    """
    pacts = [each for each in measures if each.kind == "pact"]
    commitments = tuple(one for pact in pacts for one in _commitments(pact, survey))
    named = tuple(dict.fromkeys(name for pact in pacts for name in _signatories(pact)))
    bearing = {name for each in commitments for name in each.by}
    answered = {each for one in commitments for each in one.casus}
    casus = dict.fromkeys(part.words for pact in pacts for part in pact.part("casus"))
    return Cover(
        commitments=commitments,
        unanswered=tuple(each for each in casus if each not in answered),
        idle=tuple(each for each in named if each not in bearing and not _stands_for_all(bearing)),
        gaps=tuple(_gaps(commitments)),
    )


def _stands_for_all(bearing: set[str]) -> bool:
    """Do the bearers include a collective name, under which all who are named bear the duty?"""
    return any(
        re.fullmatch(r"(?i)(?:the )?(?:guarantors?|guarantor states|signatories|parties)", each) for each in bearing
    )


def _signatories(pact: Measure) -> Iterator[str]:
    for part in pact.part("signatories"):
        yield from _names(part.words)


def _names(words: str) -> tuple[str, ...]:
    found = (_OPENING.sub("", each[0]).strip() for each in _NAME.finditer(words))
    return tuple(dict.fromkeys(each for each in found if len(each) > 1))


def _commitments(pact: Measure, survey: Survey) -> Iterator[Commitment]:
    parts = kinds()["pact"].parts
    clauses = [each for each in survey.text.clauses if each.provision in pact.provisions and not each.heading]
    for clause in clauses:
        response = parts["response"].pattern.search(clause.text)
        if response is None:
            continue
        own = tuple(_said(pact, "casus", clause))
        yield Commitment(
            provision=clause.provision,
            by=_by(clause, response.start(), survey),
            casus=own or tuple(dict.fromkeys(each.words for each in pact.part("casus"))),
            duty=_HOW_SOON.split(" ".join(_verb(response).split()), maxsplit=1)[0],
            within=next(iter(_said(pact, "response_time", clause)), ""),
            words=" ".join(clause.text.split()),
            span=(clause.start, clause.end),
        )


def _verb(response: re.Match[str]) -> str:
    return next(filter(None, response.groupdict().values()), response[0])


def _said(pact: Measure, name: str, clause: Clause) -> Iterator[str]:
    return (each.words for each in pact.part(name) if clause.start <= each.span[0] < clause.end)


def _by(clause: Clause, end: int, survey: Survey) -> tuple[str, ...]:
    """Who bears the duty: names before its verb, or what the check of duties takes for its subject."""
    subject = clause.text[:end].rsplit(",", 1)[-1] if "," in clause.text[:end] else clause.text[:end]
    found = _names(subject) or _names(clause.text[:end])
    if found:
        return found
    return tuple(each.bearer for each in survey.duties if each.span == (clause.start, clause.end) and each.bearer)


def _gaps(commitments: Sequence[Commitment]) -> Iterator[tuple[str, tuple[str, ...]]]:
    questions = (
        ("a duty that says not in which event", [each for each in commitments if not each.casus]),
        ("a duty that says not whose it is", [each for each in commitments if not each.by]),
        ("a duty that says not how soon", [each for each in commitments if not each.within]),
    )
    for words, lacking in questions:
        if lacking:
            yield words, tuple(dict.fromkeys(each.provision for each in lacking))
    alone = [each for each in commitments if len(each.by) == 1]
    if len(commitments) > 1 and len(alone) == len(commitments) and len({each.by for each in alone}) == 1:
        yield f"every duty is {alone[0].by[0]}'s alone", tuple(dict.fromkeys(each.provision for each in alone))

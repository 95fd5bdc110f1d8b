"""Clashes that one report sets side by side: its reader found the two accounts as a pair, whatever their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from goodoffices.record.bloodshed import is_of_blow, issue_of_dead
from goodoffices.record.content import Content

from .claims import Claim
from .clash import Clash, Voice
from .comparison import Told
from .dead import tells_of_dead
from .denials import accounts_of
from .denying import Denial
from .sentences import Sentence
from .shelf import Shelf
from .topics import Topics
from .voices import about_claim, voice_of_claim, voice_of_sentence

__all__ = ["clashes_told_as_such"]

_ACTS = {"disputed": "Claimed and denied", "figure": "Two counts"}
_LEADING = re.compile(
    r"(?:[^,;:\"“]{2,80}? (?:says?|said|maintains?|maintained|insists?|insisted|claims?|claimed|believes?|alleged?)"
    r"|according to [^,]{2,60},) (?:that )?",
    re.IGNORECASE,
)
_LEAST_WORDS = 3
"""Words that a claim has at least; a shorter one is looked for with who makes it."""
_NEAR_CHARS = 1500
"""Characters between two accounts that a report sets side by side, at most."""


def clashes_told_as_such(claims: Sequence[Told], everything: Iterable[Claim[Content]], shelf: Shelf) -> Iterator[Clash]:
    """Find the pairs of accounts of one report that carry the same words, one for and one against.

    Args:
        claims: The assertions.
        everything: All claims, by which it is known who says a sentence.
        shelf: The reports.
    """
    waiting: dict[tuple[str, str, tuple[str, ...]], list[Told]] = defaultdict(list)
    for claim in claims:
        if claim.content.act in _ACTS and shelf.source(claim.report) == claim.report:
            waiting[claim.report, claim.content.act, claim.content.words].append(claim)
    pairs = [pair for told in waiting.values() if (pair := _pair(told)) is not None]
    for pair, others in zip(pairs, _told_elsewhere(pairs, everything, shelf), strict=True):
        voices = (*(voice_of_claim(claim, shelf) for claim in pair), *others)
        yield Clash(
            about=about_claim(_ACTS[pair[0].content.act], pair[0]),
            issue=_issue(pair, shelf),
            voices=voices,
            paired=True,
        )


def _issue(pair: Sequence[Told], shelf: Shelf) -> str | None:
    """What the reader took it to be on, but for the dead: those who do not fight are killed, or those who do."""
    text, known = pair[0].content.text, pair[0].content.issue
    if not tells_of_dead(text) or (known in {"ceasefire", "other"} and is_of_blow(text)):
        return known
    return issue_of_dead(" ".join(claim.content.text for claim in pair), shelf.report(pair[0].report).text)


def _pair(told: Sequence[Told]) -> tuple[Told, ...] | None:
    """What is claimed and what is set against it; None where one of the two is missing."""
    one = next((claim for claim in told if claim.content.holds), None)
    against = [claim for claim in told if not claim.content.holds and one is not None and _near(one, claim)]
    return (one, *against) if one is not None and against else None


def _told_elsewhere(
    pairs: Sequence[tuple[Told, ...]], claims: Iterable[Claim[Content]], shelf: Shelf
) -> list[list[Voice]]:
    """For each pair, what other sources say of what is disputed."""
    disputed = [Denial(_sentence(pair[0]), _claimed(pair[0].content.text)) for pair in pairs]
    topics = Topics(claims) if pairs else None
    return [
        [voice_of_sentence(each, topics, shelf) for each in found] if topics is not None else []
        for found in accounts_of(disputed, shelf)
    ]


def _claimed(text: str) -> str:
    """What is claimed, without who claims it: "the front maintains that the army walked out" tells of a walking out."""
    lead = _LEADING.match(text)
    behind = text[lead.end() :] if lead is not None else text
    return behind if len(behind.split()) >= _LEAST_WORDS else text


def _sentence(claim: Told) -> Sentence:
    evidence = claim.statement.evidence[0]
    return Sentence(evidence.report, evidence.start, evidence.end, evidence.quote, 0)


def _near(one: Told, other: Told) -> bool:
    return abs(one.order[1] - other.order[1]) <= _NEAR_CHARS

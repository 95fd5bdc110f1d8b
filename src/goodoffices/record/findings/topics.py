"""What a sentence is about, and who says it, by its words and by the statements in it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from goodoffices.record.content import Content, IssueStatusContent, PlanContent, PositionContent
from goodoffices.record.issue_weights import likely_issues

from .claims import Claim
from .sentences import Sentence
from .statuses import WIDE_ISSUES

__all__ = ["Topics"]

_LONGEST = 1200
"""Characters of the longest evidence; a statement that starts further before a sentence does not reach it."""
_TOLD = 1.5
"""What a statement in a sentence counts for its issue, in log odds, beside the words of the sentence."""
_FAINT = math.log(0.15)
"""Words whose likeliest issue is less likely than this, without a statement, tell of none."""

_LABEL = re.compile(r"^[A-Z][A-Z .'’-]{1,40}: ")
"""Who speaks in a transcript ("HOST: "), which is no word of the matter."""


class Topics:
    """What issues the statements of all reports are on."""

    def __init__(self, claims: Iterable[Claim[Content]]) -> None:
        """Index the statements by their place."""
        self._places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._voices: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for claim in claims:
            for evidence in claim.statement.evidence if claim.said_by else ():
                self._voices[claim.report].append((evidence.start, evidence.end, claim.said_by or ""))
            for issue in _issues(claim.content):
                for evidence in claim.statement.evidence:
                    self._places[claim.report].append((evidence.start, evidence.end, issue))
        for spans in (*self._places.values(), *self._voices.values()):
            spans.sort()

    def issue_of(self, *sentences: Sentence) -> str | None:
        """The likeliest issue of `sentences` by their words and by the statements in them; None where neither tells."""
        logs = likely_issues([_LABEL.sub("", sentence.text) for sentence in sentences])
        weighed = {issue: log / len(sentences) for issue, log in logs.items()}
        for sentence in sentences:
            for issue in sorted({*_at(self._places, sentence)} & weighed.keys()):
                weighed[issue] += _TOLD
        likeliest = max(weighed, key=lambda issue: weighed[issue])
        return likeliest if weighed[likeliest] >= _FAINT else None

    def common_issue(self, *sentences: Sentence) -> str | None:
        """The narrow issue that statements in each of `sentences` tell, else the one that they come to together."""
        here = [Counter(_at(self._places, sentence)) for sentence in sentences]
        shared = set.intersection(*(set(votes) for votes in here)) if here else set()
        votes = {issue: sum(each[issue] for each in here) for issue in shared}
        return _best(votes, wide=False) or self.issue_of(*sentences)

    def speaker_of(self, sentence: Sentence) -> str | None:
        """Who says it, where all the statements in it have one speaker; None where the report says it itself."""
        speakers = set(_at(self._voices, sentence))
        return speakers.pop() if len(speakers) == 1 else None


def _at(places: Mapping[str, Sequence[tuple[int, int, str]]], sentence: Sentence) -> Iterator[str]:
    known = places.get(sentence.report, ())
    for start, end, value in known[bisect_left(known, (sentence.start - _LONGEST, 0, "")) :]:
        if start >= sentence.end:
            break
        if end > sentence.start:
            yield value


def _issues(content: Content) -> list[str]:
    if isinstance(content, PositionContent | IssueStatusContent):
        return [content.issue]
    if isinstance(content, PlanContent):
        return [item.issue for item in content.items]
    return []


def _best(votes: Mapping[str, float], *, wide: bool) -> str | None:
    fitting = [(-count, issue) for issue, count in votes.items() if wide or issue not in WIDE_ISSUES]
    return min(fitting)[1] if fitting else None

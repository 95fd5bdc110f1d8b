"""What a sentence is about, and who says it, by the statements that it holds or is most like."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from goodoffices.record.content import Content, IssueStatusContent, PlanContent, PositionContent

from .claims import Claim
from .sentences import Sentence
from .statuses import WIDE_ISSUES
from .wording import matter

__all__ = ["Topics"]

_LONGEST = 1200
"""Characters of the longest evidence; a statement that starts further before a sentence does not reach it."""
_LEAST = 0.5
"""Of the statements that use a word, the share that must be of one issue for the word to speak for it."""


class Topics:
    """What issues the statements of all reports are on."""

    def __init__(self, claims: Iterable[Claim[Content]]) -> None:
        """Index the statements by their place and by their words."""
        self._places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._voices: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._words: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in claims:
            for evidence in claim.statement.evidence if claim.said_by else ():
                self._voices[claim.report].append((evidence.start, evidence.end, claim.said_by or ""))
            for issue, text in _issues(claim.content):
                for evidence in claim.statement.evidence:
                    self._places[claim.report].append((evidence.start, evidence.end, issue))
                for word in matter(text):
                    self._words[word][issue] += 1
        for spans in (*self._places.values(), *self._voices.values()):
            spans.sort()

    def issue_of(self, *sentences: Sentence) -> str | None:
        """The issue of the first of `sentences` in which a statement tells it, else by their words; None if neither."""
        here = [Counter(_at(self._places, sentence)) for sentence in sentences]
        narrow = next((issue for votes in here if (issue := _best(votes, wide=False))), None)
        wide = next((issue for votes in here if (issue := _best(votes, wide=True))), None)
        return narrow or _best(self._like(sentences), wide=False) or wide

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

    def _like(self, sentences: Iterable[Sentence]) -> Mapping[str, float]:
        """Votes for issues: of each word that stands mostly in statements on one, by how many it stands in."""
        votes: dict[str, float] = defaultdict(float)
        for word in sorted({word for sentence in sentences for word in sentence.words}):
            told = self._words.get(word)
            if told:
                issue, most = min(told.items(), key=lambda item: (-item[1], item[0]))
                if most >= _LEAST * told.total():
                    votes[issue] += math.log1p(most) * most / told.total()
        return votes


def _at(places: Mapping[str, Sequence[tuple[int, int, str]]], sentence: Sentence) -> Iterator[str]:
    known = places.get(sentence.report, ())
    for start, end, value in known[bisect_left(known, (sentence.start - _LONGEST, 0, "")) :]:
        if start >= sentence.end:
            break
        if end > sentence.start:
            yield value


def _issues(content: Content) -> list[tuple[str, str]]:
    if isinstance(content, PositionContent | IssueStatusContent):
        return [(content.issue, content.text)]
    if isinstance(content, PlanContent):
        return [(item.issue, item.text) for item in content.items]
    return []


def _best(votes: Mapping[str, float], *, wide: bool) -> str | None:
    fitting = [(-count, issue) for issue, count in votes.items() if wide or issue not in WIDE_ISSUES]
    return min(fitting)[1] if fitting else None

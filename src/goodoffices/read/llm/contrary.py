"""Where the rules read the same sentence the other way round: then the second reader is listed, not believed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from goodoffices.record import IssueStatusContent, PositionContent, Statement

from ..document import offset_of
from ..kinds.positions import find_positions
from ..kinds.stances import cues_in
from ..kinds.status import find_status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..context import Context
    from .passage import Passage

__all__ = ["FirstReading"]

_SAME = {
    "demands": frozenset({"demands"}),
    "offers": frozenset({"offers", "accepts", "conditional"}),
    "accepts": frozenset({"offers", "accepts", "conditional"}),
    "rejects": frozenset({"rejects"}),
}
"""Stance -> those that the rules may find in its place without contradicting it; other stances go with any words."""


_TELLING_LETTERS = 4
"""Letters of a word from which on it says something of what a clause is about."""


class FirstReading:
    """What the rules say of a report's sentences: reckoned once, and only where a model's answer asks for it."""

    def __init__(self, context: Context) -> None:
        """Take the report."""
        self._context = context

    @functools.cached_property
    def _positions(self) -> list[Statement]:
        return list(find_positions(self._context))

    @functools.cached_property
    def _statuses(self) -> list[Statement]:
        return list(find_status(self._context))

    def against_position(self, claimed: PositionContent, passage: Passage) -> str | None:
        """Say why the words around a quote do not bear a position out, or None.

        The cues of the sentence must not all show other stances, and where the rules find positions in it on the same
        words, they must not have other stances, or be other parties' alone.
        """
        alike = _SAME.get(claimed.stance)
        if alike is None:
            return None
        cues = self._cues(passage)
        if cues and cues.isdisjoint(alike):
            return f"the words of its sentence point the other way than {claimed.stance!r}"
        same = [
            content
            for content in _contents(self._positions, passage)
            if isinstance(content, PositionContent) and _share_words(content.text, claimed.text)
        ]
        if same and claimed.party not in {content.party for content in same}:
            return "the first reader finds there that another party holds this"
        own = {content.stance for content in same if content.party == claimed.party}
        if own and own.isdisjoint(alike):
            return f"the first reader finds {' and '.join(sorted(own))} there, not {claimed.stance}"
        return None

    def _cues(self, passage: Passage) -> set[str]:
        """The stances that cues within a quote show."""
        docs = {id(t.doc): t.doc for t in self._context.tokens_in(passage.start, passage.end)}
        return {
            cue.stance
            for doc in docs.values()
            for cue in cues_in(doc)
            if passage.start <= offset_of(cue.token) < passage.end
        }

    def against_status(self, claimed: IssueStatusContent, passage: Passage) -> str | None:
        """Say that the rules find another status of the same issue in the sentence, or None."""
        found = {
            content.status
            for content in _contents(self._statuses, passage)
            if isinstance(content, IssueStatusContent) and content.issue == claimed.issue
        }
        if found and claimed.status not in found:
            return f"the first reader finds {' and '.join(sorted(found))} there, not {claimed.status}"
        return None


def _contents(statements: Iterable[Statement], passage: Passage) -> Iterable[object]:
    for statement in statements:
        if any(e.start < passage.end and passage.start < e.end for e in statement.evidence):
            yield statement.content


def _share_words(one: str, other: str) -> bool:
    """Have two clauses a telling word in common?"""
    first, second = (
        {word for word in text.casefold().split() if len(word) >= _TELLING_LETTERS} for text in (one, other)
    )
    return not first.isdisjoint(second)

"""Sections: what stands under a heading, lead or question that names a status ("What was agreed?", "Still open")."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

from goodoffices.record import IssueState, IssueStatusContent, Statement

from ..document import Passage, Sentence
from .accord_terms import is_binding, issue_of_term
from .claims import claim_issue
from .issues import issue_of_head

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["SECTION", "find_section_status"]

SECTION = "a section"
"""Basis of what stands under a heading, a lead or a question."""
_LONGEST = 160
"""Characters of the longest heading, lead or question that names a status."""
_LEAST = 0.3
"""Weight of an issue from which on words name it."""
_PLAIN = 0.9
_ADDED = re.compile(r"[,;:]|\b(?:which|who|whose|where|to work|and to)\b")
_MEETING = frozenset({"meet", "gather", "convene", "reconvene"})
_WISHES = re.compile(
    r"\b(?:demands?|wants?|wishes|proposals?|proposes|asks?|calls? for|insists?|requests?)\b[^:]*:\W*$", re.IGNORECASE
)
"""A lead of what one side would have."""
_UNSURE = re.compile(r"\?\s*$|\bnot\b|\bno\b|\bnever\b|\bunclear\b|\bopen\b|\bdispute", re.IGNORECASE)
"""Words of an item that has another status than its section."""


@functools.cache
def _headings() -> tuple[tuple[IssueState, re.Pattern[str]], ...]:
    text = resources.files(__package__).joinpath("data/points.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)["sections"]
    order: tuple[IssueState, ...] = ("blocked", "open", "agreed")
    return tuple((state, re.compile(rf"\W*(?:{'|'.join(data[state])})\W*$", re.IGNORECASE)) for state in order)


def find_section_status(context: Context) -> Iterator[Statement]:
    """State how far the matters of such sections have come: each item, and what is to be done under an agreement.

    Args:
        context: The report.
    """
    asked: IssueState | None = None
    for passage in context.passages:
        if not passage.sentences or passage.block.speaker is not None:
            asked = None
        elif (names := _named(passage)) is not None or _ends(passage):
            asked = names
        elif asked is not None:
            yield from _told(context, passage, asked)


def _ends(passage: Passage) -> bool:
    """Does a section end here: at another heading, a question, or a lead of what one side wants?"""
    last = passage.sentences[-1].text.rstrip()
    return passage.block.kind == "heading" or last.endswith("?") or _WISHES.search(last) is not None


def _named(passage: Passage) -> IssueState | None:
    """The status that a heading, a lead or a question names."""
    last = passage.sentences[-1].text.strip()
    if len(last) > _LONGEST or not (passage.block.kind == "heading" or last[-1:] in {":", "?"}):
        return None
    return next((state for state, pattern in _headings() if pattern.match(last)), None)


def _told(context: Context, passage: Passage, state: IssueState) -> Iterator[Statement]:
    item = passage.block.kind == "item"
    for sentence in passage.sentences[:1] if item else passage.sentences:
        binding = state == "agreed" and is_binding(context, sentence)
        if not (item or binding) or (state == "agreed" and _UNSURE.search(sentence.text)):
            continue
        issue = _issue(sentence)
        if issue is not None and not (issue == "process" and sentence.span.root.lemma_.lower() in _MEETING):
            content = IssueStatusContent(issue=issue, status=state, text=" ".join(sentence.text.split()))
            yield context.state(content, sentence.evidence(), basis=SECTION)


def _issue(sentence: Sentence) -> str | None:
    """The issue of an item: of its first words before that of what is only added to them."""
    first = next(iter(issue_of_head(_ADDED.split(sentence.text)[0]).items()), None)
    if first is not None and first[1] >= _PLAIN:
        return first[0]
    weighed = issue_of_head(sentence.text)
    found = next((issue for issue, weight in weighed.items() if weight >= _LEAST), None)
    return issue_of_term(sentence) or found or claim_issue(sentence.text, sentence)

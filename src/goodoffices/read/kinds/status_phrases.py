"""Claims of status that no single word makes ("the census was never adopted"), and what each is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import msgspec

from goodoffices.record import IssueState

from ..document import Sentence, offset_of
from .holders import subject_of
from .issues import issues_in
from .status_words import status_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["DEALS", "OF_ALL", "Found", "is_told", "phrased"]

_OPEN_ENDS = (" on", " over", " to", " of", " between", " with", " settling", " resolving", " agreeing", " deciding")
_CLAUSE_END = re.compile(r"[;:]|, (?:but|while|although|though|and|yet)\b| although | while | though ")
DEALS = frozenset({"deal", "agreement", "accord", "compromise", "understanding"})
OF_ALL = ("the talks",)
"""What a claim is about that is of the whole and not of one matter ("agreed on most things", "a deal is in sight")."""


class Found(msgspec.Struct, frozen=True, eq=False):
    """A claim in a sentence: the status, the words that its issue stands in, and the cue."""

    status: IssueState
    about: tuple[str, ...]
    cue: Token


def phrased(sentence: Sentence) -> Iterator[Found]:
    """Find the claims of a sentence that no single word makes; one a status."""
    _, phrases, _ = status_words()
    for status, pattern in phrases.items():
        match = pattern.search(sentence.text)
        if match is not None and not sentence.text[match.start() : match.end() + 3].endswith("open to"):
            cue = next((t for t in sentence.span if offset_of(t) >= sentence.start + match.start()), sentence.span[0])
            yield Found(cast("IssueState", status), _beside(sentence, match, cue), cue)


def _beside(sentence: Sentence, match: re.Match[str], cue: Token) -> tuple[str, ...]:
    """What a phrase is about: the words behind it where it ends in a preposition, else its subject or its clause."""
    text = sentence.text
    behind = _CLAUSE_END.split(text[match.end() :])[0]
    if match[0].lower().endswith(_OPEN_ENDS) or behind.startswith(_OPEN_ENDS):
        return (behind,)
    subject = subject_of(cue if cue.pos_ in {"VERB", "AUX"} else cue.head)
    told = subject.doc[subject.left_edge.i : cue.i].text if subject is not None and subject.i < cue.i else ""
    ahead = _CLAUSE_END.split(text[: match.start()])[-1]
    if set(told.lower().split()) & DEALS and not is_told(told):
        return OF_ALL
    return next(((part,) for part in (told, ahead, behind) if is_told(part)), ())


def is_told(part: str) -> bool:
    """Do the words name an issue that is more than the talks themselves?"""
    return any(issue != "process" for issue in issues_in(part))

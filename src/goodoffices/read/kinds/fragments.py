"""Fragments: what a party refuses in words without a verb ("No foreign judges, said Colombo", "Not one inch of it")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import offset_of
from .claims import Claim
from .frames import frames
from .holders import holders_of_clause
from .issues import issues_in

if TYPE_CHECKING:
    from ..context import Context
    from ..document import Sentence

__all__ = ["find_fragments"]

_NONE_OF = re.compile(
    r"[\"“'‘]?(?:but |and |so )?(?:absolutely )?(?:not (?:a single|one|an?|in|on|under|to)|never|out with|enough of"
    r"|no(?! (?:one|doubt|longer|wonder|matter|sooner|agreement|deal|breakthrough|progress|date|details|comment|sign"
    r"|word|side|party|country|statement|signature|result|decision|casualties|injuries|reports|reason)\b)) (?=\w)",
    re.IGNORECASE,
)
_END = re.compile(r"[,;:.!?\"”]")
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_fragments(context: Context) -> Iterator[Claim]:
    """Find what a report's sentences open with that someone wants none of, in words without a verb.

    Args:
        context: The report.
    """
    for sentence in context.sentences:
        opened = _NONE_OF.match(context.report.text, sentence.start, sentence.end)
        if opened is not None and sentence.block.kind != "heading":
            yield from _refused(context, sentence, opened.end())


def _refused(context: Context, sentence: Sentence, start: int) -> Iterator[Claim]:
    stop = _END.search(context.report.text, start, sentence.end)
    end = stop.start() if stop is not None else sentence.end
    if any(t.tag_ in _VERBS for t in sentence.span if start <= offset_of(t) < end):
        return
    speakers = tuple(context.roster.party(speaker) for speaker in context.said_by(start, end))
    root = sentence.span.root
    if not speakers and root.lemma_ in frames().stating and offset_of(root) >= end:
        speakers = holders_of_clause(context, root)
    issue = next(iter(issues_in(context.report.text[start:end])), None) if speakers else None
    for party in dict.fromkeys(speakers) if issue is not None else ():
        yield Claim(party, "rejects", sentence.start, end, issue or "other", sentence, "none of it")

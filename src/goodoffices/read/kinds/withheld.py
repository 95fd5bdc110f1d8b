"""What is withheld: what a report says is kept secret, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Statement, WithheldContent

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["find_withheld"]

_SECRET = re.compile(
    r"\b(?:confidential\w*|secret\w*|undisclosed|not (?:be )?(?:disclosed|made public|published|released)|behind closed doors|"
    r"few details (?:emerg|were|have)\w*|no details (?:were|have|of)|declined to (?:give|disclose|reveal|discuss|elaborate|say|name)|"
    r"refused to (?:disclose|reveal|elaborate|say)|will not (?:reveal|disclose|publish)|lack of transparency|withheld|classified|under wraps|"
    r"did not (?:disclose|elaborate|reveal)|without giving details|off the record|news blackout|media blackout)\b",
    re.IGNORECASE,
)


def find_withheld(context: Context) -> Iterator[Statement]:
    """State each thing that a sentence says is kept secret."""
    for sentence in context.sentences:
        if sentence.block.kind == "heading":
            continue
        match = _SECRET.search(sentence.text)
        if match is None:
            continue
        before = context.actors_in(sentence.start, sentence.start + match.start())
        by = tuple(sorted({context.roster.party(a) for a in before}))
        yield context.state(
            WithheldContent(text=" ".join(sentence.text.split()), by=by),
            sentence.evidence(),
            when=None,
            basis=f"phrase {match.group().lower()!r}",
        )

"""Topics: what a sentence sets apart from its claim: in front ("On land, ..."), by a label, behind a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..document import Sentence, offset_of
from .headed import label_of
from .issues import issue_of_head
from .status_phrases import Found

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["topics_of"]

_LEAST = 0.3
"""Weight of an issue from which on words name it."""
_PLAIN = 0.9
_LONGEST_TOPIC = 12
"""Words of the longest topic in front of a clause."""
_FRONTED = frozenset({"on", "regarding", "concerning", "about", "over"})
_COUNTED = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|several|some|many|few|other|the|following|these|remaining) (?:\w+ ){0,2}?"
    r"(?:subjects|points|issues|questions|items|matters|things|obstacles|differences|topics|articles|chapters|demands|"
    r"files|clauses|areas|problems|protocols|hurdles|gaps)|"
    r"what (?:divides|separates|remains|is (?:left|open|missing)))\b"
    r"[^:]{0,160}?(?::|,? namely|, that is,) (?P<matters>.+)",
    re.IGNORECASE,
)
"""Matters that are counted before they are named."""
_AND = re.compile(r"[;,] (?:and )?| and (?=the |a |an |their |its |his |on )")


def topics_of(context: Context, sentence: Sentence, found: Found) -> list[str]:
    """Name the issues of the matters that a sentence sets apart from a claim.

    Args:
        context: The report.
        sentence: The sentence that makes the claim.
        found: The claim.

    Returns:
        Issue ids in the order of the text; empty where the sentence sets nothing apart that names an issue.
    """
    named = _counted(sentence, found)
    if named:
        return named
    topic = _fronted(sentence, found) or _label(context, sentence)
    return [topic] if topic is not None else []


def _counted(sentence: Sentence, found: Found) -> list[str]:
    """ "Two items are still open: the disarmament of the rebels and their demand for posts"."""
    match = _COUNTED.search(sentence.text)
    if match is None or not match.start() <= offset_of(found.cue) - sentence.start < match.start("matters"):
        return []
    issues = (_issue(part, _LEAST) for part in _AND.split(match["matters"]))
    return list(dict.fromkeys(issue for issue in issues if issue is not None))


def _fronted(sentence: Sentence, found: Found) -> str | None:
    """ "On disarmament there has been some movement": the first words of the sentence, before a claim.

    What the claim itself is plainly of comes first ("On security matters, they accepted that monitors be sent").
    """
    first = sentence.span[0]
    if first.lower_ in {"but", "and", "yet", "still", '"', "“", "-"} and len(sentence.span) > 1:
        first = sentence.span[1]
    if first.lower_ not in _FRONTED or first.dep_ != "prep" or first.right_edge.i >= found.cue.i:
        return None
    if any(c.ent_type_ in {"DATE", "TIME"} for c in first.children):
        return None
    topic = first.doc[first.i + 1 : min(first.right_edge.i, first.i + _LONGEST_TOPIC) + 1].text
    own = any(_issue(part, _PLAIN) for part in found.about if topic not in part)
    return None if own else _issue(topic, _LEAST)


def _label(context: Context, sentence: Sentence) -> str | None:
    label = label_of(context, sentence)
    return _issue(label, _PLAIN) if label else None


def _issue(words: str, least: float) -> str | None:
    weighed = issue_of_head(words)
    return next((issue for issue, weight in weighed.items() if weight >= least and issue != "process"), None)

"""Referents: which issue words speak of that name none themselves: what they refer to, or what is told around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .issues import issues_in

if TYPE_CHECKING:
    from ..document import Sentence

__all__ = ["GENERAL", "issues_meant", "refers_back"]

_PRONOUN = re.compile(
    r"\b(?:it|them|these|those|so|both|either|neither|ones?|none|any|former|latter|first|second|third|rest|such|same|"
    r"likewise|otherwise|(?:that|this)(?=\W*$| (?:for|in|to|of|with|by|if|only|until|before|as|and|or|too|at|on)\b))\b",
    re.IGNORECASE,
)
_JOINING = re.compile(r"that (?=\w+ \w+ )", re.IGNORECASE)
"""The word that only opens a clause."""
GENERAL = (
    "idea|proposal|demand|offer|suggestion|request|condition|move|initiative|step|call|claim|clause|reversal|decision|"
    "concession|formula|mechanism|arrangement|point|reading|view|change|measure|bid|body|mission|council|committee|bill|"
    "scheme|force|freedom|file|draft|text|paper|document|plan|package|project|blueprint|option|alternative|version|wording|"
    "language|paragraph|passage|article|annex|chapter|section|list|figure|number|date|deadline|pledge|promise|treaty|pact|"
    "accord|agreement|deal|compromise|solution|settlement|model|principle|notion|term|provision|stipulation|precondition|"
    "requirement|question|matter|issue|subject|topic|problem|word|phrase|term|line|map|letter|note|memorandum|protocol|"
    "undertaking|commitment|obligation|appeal|overture|gesture|framework|outline|sequence|order|approach|course|path|"
    "exercise|process|operation|programme|program|system|procedure|rule|law|decree|charge|post|vote|thing|consent|approval|"
    "acceptance|assent"
)
"""What can be accepted or refused and has no matter of its own."""
_NOUN = re.compile(
    rf"\b(?:the|this|that|these|those|such an?|such|any such|no such|the same|its|their|his|her|our|your|either|"
    rf"neither|both|each|another|what)(?: [\w’\'-]+)? (?:{GENERAL})s?\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\W*(?:As (?:for|to|regards)|On|Regarding|Concerning|When it comes to|With regard to) (?P<topic>[^,;:]+),"
)
"""What a sentence says it is about before its clause begins."""
_RELATIVE = re.compile(r"(?:(?:to|of|on|for|in|with|by|under|about|against) )?which\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]| and (?=\w+s\b)|\bthat\b")
"""Where the clause that a relative pronoun belongs to may begin."""
_PLACED = re.compile(r" (?:in|on|at|along|near|by|around|inside|outside) (?=the |[A-Z])")
_TOLD = 2.0
"""What counts the topic of a sentence, and what a relative pronoun stands for."""
_AHEAD, _BEHIND, _BESIDE = 1.0, 0.3, 0.9
"""What counts words before in the sentence, words behind that words do not point to, those that stand beside."""
_ASKED = 0.9
"""What the question counts that the sentence answers."""
_FADING = (0.9, 0.5, 0.3)
"""What counts a sentence before, the one before that, and the one before that."""
_FADED = (0.5, 0.3, 0.2)
"""The same where the words do not point."""
_MOST = 1.5
"""What one piece of text tells of an issue at most: a long sentence is no better referent."""


def refers_back(words: str) -> bool:
    """Do words that name no issue point to what was told before, by a pronoun or a general word?

    Args:
        words: What is wanted or refused ("to put it back into force", "such a scheme").
    """
    opening = _JOINING.match(words)
    words = words[opening.end() :] if opening is not None and not _NOUN.match(words) else words
    return _PRONOUN.search(words) is not None or _NOUN.search(words) is not None or len(words.split()) <= 1


def issues_meant(words: str, sentence: Sentence, question: str = "", at: int | None = None) -> dict[str, float]:
    """Weigh the issues that words without any of their own may speak of.

    What was told before the words, in the sentence or the sentences before it, counts more the nearer it is; what
    stands behind them counts where the words do not point back.

    Args:
        words: The words, as the report has them.
        sentence: Their sentence.
        question: The question that the sentence answers.
        at: Offset of the words in the report's text, found in the sentence where it is not given.

    Returns:
        Issue id -> weight, the heaviest first.
    """
    points = refers_back(words)
    start = max(0, sentence.text.find(words) if at is None else at - sentence.start)
    ahead = sentence.text[:start]
    pieces = [
        *((piece, _TOLD) for piece in _referents(words, ahead)),
        (ahead, _AHEAD if points else _BESIDE),
        (sentence.text[start + len(words) :], _BEHIND if points else _BESIDE),
        (question, _ASKED),
        *zip((s.text for s in _before(sentence)), _FADING if points else _FADED, strict=False),
    ]
    found: dict[str, float] = defaultdict(float)
    for text, factor in pieces:
        for issue, weight in issues_in(text).items() if text else ():
            found[issue] += min(weight, _MOST) * factor
    return dict(sorted(found.items(), key=lambda entry: -entry[1]))


def _referents(words: str, ahead: str) -> Iterator[str]:
    """What words point to by their place: the topic that opens the sentence, the noun before "which"."""
    topic = _TOPIC.match(ahead)
    if topic is not None:
        yield _PLACED.split(topic["topic"], maxsplit=1)[0]  # "an international force in the valley"
    if _RELATIVE.match(words):
        yield _CLAUSE.split(ahead.rstrip(" ,"))[-1]


def _before(sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before one in its block, the nearest first."""
    where = sentence.span.doc.user_data["sentence_of"]
    first = sentence.span.start
    while first > 0 and where[first - 1] is not None:
        earlier: Sentence = where[first - 1]
        yield earlier
        first = earlier.span.start

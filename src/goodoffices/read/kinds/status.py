"""Issue status: what is said to be agreed, in progress, open or blocked, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import IssueStatusContent, Statement

from ..document import Sentence, offset_of
from .accord_terms import issue_of_term
from .conditions import condition_in
from .interview import question_before
from .lists import find_lists
from .points import find_point_status
from .status_called import called_in
from .status_claims import claims_in
from .status_issues import issues_of_claim
from .status_lists import find_listed_status, prose_scores
from .status_phrases import Found, is_told, phrased
from .status_sections import find_section_status
from .status_topics import topics_of
from .status_words import status_words
from .text_rules import rules_laid_down
from .timing import time_beside

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_status"]

_DAYS_OF_HISTORY = 366
_GOOD = frozenset({"agreed", "progress"})
_TO_SEE = re.compile(
    r"\b(?:remains?|is|was|remained) (?:still )?(?:to be seen|(?:an|the) open question|uncertain|unclear|"
    r"far from (?:certain|clear)|another (?:matter|question)|anyone's guess|doubtful)\b"
)
"""What a report says of the days to come at its end ("Whether that is enough remains to be seen")."""
_PAPER = re.compile(
    r"\b(?:text|annex(?:es)?|papers?|documents?|contents|letter|drafts?|protocols?|agreement|accord|"
    r"communiqu[eé]|declaration|report|articles?|clauses?|provisions?|terms|details|minutes|plan|proposals?|its|which)\b",
    re.IGNORECASE,
)
"""A paper that can be published or kept back."""


def find_status(context: Context) -> Iterator[Statement]:
    """State each claim on how far the talks have come; one a sentence and issue."""
    pointed = list(find_point_status(context))
    scores = {sentence.number for sentence in prose_scores(context)}
    starts = {statement.evidence[0].start for statement in pointed}
    for sentence in context.sentences:
        if _tells_nothing(sentence) or sentence.number in scores or sentence.start in starts:
            continue
        seen = set()
        said = sentence.text.lower()
        if any(saying in said for saying in status_words()[2]["sayings"]):
            continue
        for found in _claims(context, sentence):
            apart = topics_of(context, sentence, found)
            for issue in apart or issues_of_claim(found, sentence, question_before(context, sentence)):
                told = (issue, found.status in _GOOD)
                if told not in seen and not _is_condition(context, sentence, found.cue):
                    seen.add(told)
                    statement = _statement(context, sentence, found, issue)
                    if not _is_history(context, statement):
                        yield statement
    yield from pointed
    yield from _listed(context)
    yield from find_listed_status(context)
    yield from find_section_status(context)
    yield from _laid_down(context)


def _laid_down(context: Context) -> Iterator[Statement]:
    """What an accord or a text lays down is agreed."""
    for sentence in rules_laid_down(context):
        issue = issue_of_term(sentence)
        if issue is not None and issue != "process":
            yield _statement(context, sentence, Found("agreed", (), sentence.span.root), issue)


def _tells_nothing(sentence: Sentence) -> bool:
    """Is it a question, put or left to the reader, or a heading, of which the report tells more below?"""
    if sentence.block.kind == "heading" or sentence.text.rstrip().endswith("?"):
        return True
    return sentence.text.startswith("Whether") and _TO_SEE.search(sentence.text) is not None


def _claims(context: Context, sentence: Sentence) -> Iterator[Found]:
    """The claims of phrases, of those words that stand in none of them, and what talks are called."""
    phrases = list(phrased(sentence))
    yield from (phrase for phrase in phrases if not _is_unpublished(sentence, phrase))
    for found in claims_in(context, sentence):
        at = offset_of(found.cue) - sentence.start
        if not _only_leads(sentence, found) and not any(phrase.words[0] <= at < phrase.words[1] for phrase in phrases):
            yield found
    yield from called_in(sentence)


def _only_leads(sentence: Sentence, found: Found) -> bool:
    """Is it only said that something is agreed, which the list behind it tells ("the parties agreed that:")?"""
    leads = found.status == "agreed" and sentence.text.rstrip().endswith(":")
    return leads and not any(is_told(part) for part in found.about)


def _is_unpublished(sentence: Sentence, found: Found) -> bool:
    """Is it only that a paper is kept from readers ("the annex has not been published")? That settles nothing."""
    words = sentence.text[found.words[0] : found.words[1]]
    return words.endswith(("published", "released")) and _PAPER.search(found.clause) is not None


def _listed(context: Context) -> Iterator[Statement]:
    """The items of a list of what the parties agreed."""
    parties: dict[int, set[str]] = {}
    items = [claim for claim in find_lists(context) if claim.stance == "accepts"]
    for item in items:
        parties.setdefault(item.sentence.number, set()).add(item.party)
    for number, holders in parties.items():
        item = next(claim for claim in items if claim.sentence.number == number)
        if len(holders) > 1:
            found = Found("agreed", (), item.sentence.span[0])
            yield _statement(context, item.sentence, found, item.issue)


def _is_history(context: Context, statement: Statement) -> bool:
    """Does it tell how far things had come more than a year ago ("two agreements signed in 2005")?"""
    latest, published = statement.when and statement.when.latest, context.report.published
    return bool(latest and published and (published - latest).days > _DAYS_OF_HISTORY)


def _is_condition(context: Context, sentence: Sentence, cue: Token) -> bool:
    """Does the cue stand in the words of a condition ("on condition that the guarantees are settled first")?"""
    at = offset_of(cue)
    condition = condition_in(context.report.text, sentence.start, sentence.end)
    return condition is not None and condition.start <= at < condition.end


def _statement(context: Context, sentence: Sentence, found: Found, issue: str) -> Statement:
    at = offset_of(found.cue)
    speakers = context.said_by(at, at + len(found.cue))
    return context.state(
        IssueStatusContent(issue=issue, status=found.status, text=" ".join(sentence.text.split())),
        sentence.evidence(),
        said_by=speakers[0] if speakers else None,
        when=time_beside(context, sentence, at, at + len(found.cue)),
        basis=f"cue {found.cue.lemma_!r}",
    )

"""The plans of a report: each text of which it gives the number of points, the version, or what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import PlanContent, PlanItem, PlanVersion, Statement

from ...document import Sentence, offset_of
from ..governing import LONGEST_SENTENCE
from ..issues import issue_of
from ..saying import told_by
from .items import items_in, items_of_lists
from .naming import author_of, document_at, name_of
from .versions import counts_in, versions_of
from .vocabulary import plan_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["find_plans"]


def find_plans(context: Context) -> Iterator[Statement]:
    """State each plan whose points, version or contents a sentence or a list gives."""
    for sentence in context.sentences:
        if len(sentence.span) > LONGEST_SENTENCE:
            continue
        counts = counts_in(sentence.text)
        versions = versions_of(context, sentence, counts) or _numbered_draft(sentence)
        listed, items = items_in(sentence)
        if not versions and not items:
            continue
        at = min(counts, key=lambda count: count.start) if counts else None
        document = document_at(sentence, at.start, at.end) if at else listed or _draft_in(sentence)
        yield _statement(context, sentence, document, versions, items)
    for lead, document, passages in items_of_lists(context):
        texts = [" ".join(context.report.text[p.block.start : p.block.end].split()).rstrip(" ;.,") for p in passages]
        points = tuple(PlanItem(text, issue_of(text, lead.text)) for text in texts if text)
        evidence = (lead.evidence(), *(context.report.evidence(p.block.start, p.block.end) for p in passages))
        yield context.state(
            PlanContent(name=name_of(document), author=author_of(context, document), items=points),
            evidence,
            basis="list of its points",
        )


def _numbered_draft(sentence: Sentence) -> tuple[PlanVersion, ...]:
    """ "The third draft": a version that the report counts, without its points."""
    match = plan_words().ordinal.search(sentence.text)
    return (PlanVersion(label=match.group().lower()),) if match else ()


def _draft_in(sentence: Sentence) -> Token | None:
    return next((t for t in sentence.span if t.lower_ in {"draft", "version", "revision"}), None)


def _statement(
    context: Context,
    sentence: Sentence,
    document: Token | None,
    versions: tuple[PlanVersion, ...],
    items: tuple[PlanItem, ...],
) -> Statement:
    at = offset_of(document) if document is not None else sentence.start
    return context.state(
        PlanContent(name=name_of(document), author=author_of(context, document), versions=versions, items=items),
        sentence.evidence(),
        said_by=told_by(context, at, at + 1),
        when=context.time_in(sentence.start, sentence.end) if len(versions) == 1 else None,
        basis="points of a document",
    )

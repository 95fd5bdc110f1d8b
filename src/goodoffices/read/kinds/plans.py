"""Plans: named plans with their authors, versions and points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import PlanContent, PlanItem, PlanVersion, Statement

from ..document import Sentence
from .holders import owner_of_document
from .issues import issue_of
from .stances import frames

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_plans"]

_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBERS = {word: n + 1 for n, word in enumerate(_ONES)} | {"thirty": 30, "forty": 40, "fifty": 50}
_NUMBER = r"(?P<n>\d{1,3}|" + "|".join(_NUMBERS) + r")"
_POINTS = re.compile(
    _NUMBER + r"(?:[-\s](?P<unit>points?|items?|articles?|provisions?|clauses?|paragraphs?|chapters?|steps?|pages?)\b)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(plan|proposal|draft|text|list|document|framework|roadmap|road map|agreement|accord|version|package|communiqué|communique|declaration|paper|blueprint|memorandum|protocol|model)\b",
    re.IGNORECASE,
)
_NAMES = frozenset(
    {"plan", "proposal", "draft", "roadmap", "framework", "package", "accord", "agreement", "blueprint", "text", "list"}
)


def find_plans(context: Context) -> Iterator[Statement]:
    """State each plan of which a sentence gives the number of points or its demands."""
    for sentence in context.sentences:
        versions = tuple(_versions(sentence))
        items = tuple(_items(context, sentence))
        if not versions and not items:
            continue
        author = _author(context, sentence)
        yield context.state(
            PlanContent(name=_name(context, sentence, author), author=author, versions=versions, items=items),
            sentence.evidence(),
            when=context.time_in(sentence.start, sentence.end),
            basis="points of a document",
        )


def _versions(sentence: Sentence) -> Iterator[PlanVersion]:
    text = sentence.text
    if not _DOCUMENT.search(text):
        return
    for match in _POINTS.finditer(text):
        number = match["n"].lower()
        points = int(number) if number.isdigit() else _NUMBERS[number]
        if match["unit"].lower().startswith(("page", "chapter")) or points < 2:  # noqa: PLR2004
            continue
        before = text[max(0, match.start() - 40) : match.start()].lower()
        label = "initial" if re.search(r"initial|original|first|earlier", before) else ""
        label = label or ("revised" if re.search(r"\bto\b|revised|new|reduc|trimm|cut|shorten", before) else "")
        yield PlanVersion(label=label, points=points)


def _items(context: Context, sentence: Sentence) -> Iterator[PlanItem]:
    """What a sentence says a plan includes, demands or calls for."""
    for token in sentence.span:
        if token.lemma_ not in {"include", "contain", "provide", "foresee", "envisage", "stipulate", "envision"}:
            continue
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        lemma = subject.lemma_.lower() if subject is not None else ""
        if subject is None or (lemma not in frames().documents and lemma not in frames().lists):
            continue
        if not any(t.lemma_.lower() in {"plan", "proposal", "draft", "roadmap", "text"} for t in subject.subtree):
            continue
        for child in token.children:
            if child.dep_ in {"dobj", "ccomp", "prep"} and child.i > token.i:
                text = " ".join(child.doc[child.left_edge.i : child.right_edge.i + 1].text.split())
                yield PlanItem(text, issue_of(text))


def _author(context: Context, sentence: Sentence) -> str | None:
    for token in sentence.span:
        if token.lemma_.lower() in frames().documents:
            owners = owner_of_document(context, token)
            if owners:
                return owners[0]
    return None


def _name(context: Context, sentence: Sentence, author: str | None) -> str:
    noun = next((t for t in sentence.span if t.lemma_.lower() in _NAMES), None)
    kind = noun.lemma_.lower() if noun is not None else "plan"
    owner = context.roster.actors[author].name if author else None
    words = _modifiers(noun) if noun is not None else ""
    label = f"{words} {kind}".strip()
    return f"{owner}: {label}" if owner else label


def _modifiers(noun: Token) -> str:
    return " ".join(c.lower_ for c in noun.children if c.dep_ == "compound" and c.lower_ in {"peace", "ceasefire"})

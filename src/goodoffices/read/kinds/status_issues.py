"""What a claim of status is about: the issues that its own words name, or the sentence, or the ones before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..document import Sentence
from ..pipeline import straighten
from .claims import main_part
from .holders import subject_of
from .issues import issue_of_head, issues_in
from .matters import is_bare, with_matter
from .referents import issues_meant
from .status_phrases import DEALS, OF_ALL, Found

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["issues_of_claim"]

_NO_PLACES = frozenset({"PERSON", "ORG", "NORP", "DATE", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
"""Labels of names that are no places."""

_TELLING = 0.4
"""Weight of an issue from which on the words of a claim name it: a weak word alone does not."""
_SURE = 0.9
_BESIDE = re.compile(
    r"(?<=\w) (?:along|near|around|until|till|during|at|between|among|without|by|from|since|through)\b"
)
"""Words behind which a thing is only placed or timed ("the ceasefire along the line of control")."""
_POINTING = re.compile(
    r"\b(?:it|its|they|their|this|that|these|those|both|neither|none|nothing|how many|responded|replied|answered|"
    r"the (?:matter|issue|question|point|text|idea|proposal|paper|plan|first|second|third|last|latter|rest))\b",
    re.IGNORECASE,
)
_MATTERS = re.compile(
    r"\b(?:subjects|points|issues|questions|chapters|protocols|items|matters|files|articles|everything|dossiers|"
    r"committees|annexes|demands|paragraphs|documents?|text|draft|treaty|drafting|timetable|ratification|talks|process|"
    r"views|positions|substance|main question|declaration|joint statement|communiqu[eé]|decree|names|much|"
    r"obstacles?|hurdles?|differences?|gaps?|gulf|chasm|divide|distance|disagreements?|divisions?|divergences|difficulties|challenges|path|"
    r"way (?:forward|ahead)|road ahead|next steps?|what (?:comes|happens) next|outcome|details|modalities|elements|"
    r"sequenc(?:e|ing)|calendar|deadlines?|what divides them|mediation|mediator|proposals?|formula|table|road ?map|"
    r"framework|agenda|next round)\b",
    re.IGNORECASE,
)
"""Words for the matters of the talks in general ("two subjects remain open")."""
_DOCUMENT = re.compile(
    r"\b(?:agreements?|accords?|protocols?|memorand(?:um|a)|treat(?:y|ies)|deals?|declarations?|communiqu[eé]s?|"
    r"documents?|texts?|papers?|pacts?|understandings?)\b",
    re.IGNORECASE,
)
"""Words for what is agreed as a whole, where nothing says what it is about."""
_AHEAD = re.compile(r"\b(?:road|path|way) (?:ahead|forward)\b", re.IGNORECASE)
"""The course of the talks, not a road."""
_OWNED = re.compile(r"\b(?:its|their|that|this|these|those)\b", re.IGNORECASE)


def issues_of_claim(found: Found, sentence: Sentence, question: str) -> list[str]:
    """Name the issues of a claim.

    Args:
        found: The claim.
        sentence: The sentence that makes it.
        question: The question that the sentence answers, which counts where neither tells more than the talks.
    """
    if found.about == OF_ALL or _AHEAD.search(found.clause):
        return ["process"]
    parts = [_with_matter(part, sentence) for part in found.about]
    named = [issue for part in parts if (issue := _issue_of(main_part(part))) is not None]
    if not named and not found.about and found.cue.lemma_.lower() in DEALS:
        return ["process"]  # "the deal was reached by ...": of no one matter
    if not named and not issues_in(found.clause) and _is_of_place(found.cue):
        return ["territory"]  # "Sarajevo was settled on Thursday"
    return list(dict.fromkeys(named or _around(found, sentence, question)))


def _with_matter(part: str, sentence: Sentence) -> str:
    """ "Signed | an accord in Doha | on Friday to free ...": with what it is about."""
    text = straighten(sentence.text)
    at = text.find(part) if is_bare(part) else -1
    return with_matter(part, text[at + len(part) :]) if at >= 0 else part


def _is_of_place(cue: Token) -> bool:
    """Is a claim made of a name that is no actor's, a place's most likely?"""
    subject = subject_of(cue if cue.pos_ in {"VERB", "AUX"} else cue.head) or subject_of(cue.head)
    if subject is None or subject.pos_ != "PROPN" or subject.ent_type_ in _NO_PLACES:
        return False
    alone = all(child.dep_ in {"det", "compound", "punct"} for child in subject.children)
    return alone and subject.i not in subject.doc.user_data.get("actors", {})


def _around(found: Found, sentence: Sentence, question: str) -> list[str]:
    """The issue that the clause of a claim, the sentence or the one before tells, where its own words tell none."""
    clause, about = found.clause or sentence.text, " ".join(found.about)
    back = _back(clause, sentence, question)
    if not found.clause and _DOCUMENT.search(about):
        return [next(iter(back))] if back and _OWNED.search(about) else ["process"]
    own = issues_in(clause)
    firm = bool(own) and (set(own) != {"process"} or own["process"] >= _TELLING or not back)
    told = own if firm else back
    if not told and _MATTERS.search(clause):
        return ["process"]
    told = told or issues_in(sentence.text)
    whole = found.status in {"progress", "blocked"} or (found.status == "agreed" and found.cue.pos_ == "VERB")
    of_all = ["process"] if whole else []
    return [next(iter(told))] if told else of_all


def _back(clause: str, sentence: Sentence, question: str) -> dict[str, float]:
    """What a clause that points back points to: earlier words of its sentence, the sentence before, the question."""
    if not _POINTING.search(clause):
        return issues_in(question)
    return issues_meant(clause, sentence, question)


def _issue_of(part: str) -> str | None:
    """The issue of a few words: of what they name, above what only places or times it."""
    thing = _BESIDE.split(part, maxsplit=1)[0]
    for words in (thing, part):
        weighed = issue_of_head(words)
        issue = next(iter(weighed), None)
        if issue is not None and weighed[issue] >= (_SURE if words is thing and issue != "process" else _TELLING):
            return issue
    return None

"""Fragments: headings, and items of a list without a verb, that tell of a meeting by its noun alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from .cues import is_meeting_noun
from .places import is_place, place_phrase

if TYPE_CHECKING:
    from ...context import Context
    from ...document import Sentence
    from .draft import Draft

__all__ = ["is_entry", "is_told_by_fragment", "is_without_verb", "with_place_beside"]


def is_without_verb(sentence: Sentence) -> bool:
    """Has a sentence no finite verb ("Washington: two rounds of the ministers, in May and June")?"""
    span = sentence.span
    if sentence.block.dated is not None:  # "third meeting, Geneva; text agreed at 3 a.m."
        end = next((t.i for t in span if t.text == ";"), span.end)
        span = span.doc[span.start : max(end, span.start + 1)]
    if any(t.tag_ == "MD" for t in span):
        return False
    finite = (t for t in span if t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBD", "VBZ", "VBP"})
    subjects = {"nsubj", "nsubjpass", "expl"}
    return not any(c.dep_ in subjects and c in span for verb in finite for c in verb.children)


def is_entry(sentence: Sentence) -> bool:
    """Is it the first sentence of an entry of a log, behind its day?"""
    return sentence.block.dated is not None and sentence.start == sentence.block.start


def is_told_by_fragment(draft: Draft) -> bool:
    """Is the meeting what a verbless item is about, or does a heading name it with its place?"""
    sentence, cue = draft.reach.sentence, draft.cue
    if not is_meeting_noun(cue) or not is_without_verb(sentence):
        return False
    if sentence.block.kind == "heading":
        # a headline is told again below; "statement on the talks in Jeddah" says where its text comes from
        return draft.place is not None and cue.dep_ == "pobj" and cue.head.dep_ == "prep"
    if sentence.block.kind != "item" and not is_entry(sentence):
        return False
    if is_entry(sentence):
        return True  # its day stands in front
    first = draft.reach.nouns[-1] if draft.reach.nouns else cue
    heads = sentence.span.root in {first, first.head}
    return heads and (draft.place is not None or draft.when is not None)


def with_place_beside(context: Context, draft: Draft) -> Draft:
    """The draft with the place that stands beside the noun of a verbless item ("3 April: summit, Juba")."""
    sentence = draft.reach.sentence
    entry = is_entry(sentence)
    if entry and draft.when is None:
        draft = msgspec.structs.replace(draft, when=context.entry_day(sentence.start))
    if draft.place is not None or not (sentence.block.kind == "item" or entry) or not is_without_verb(sentence):
        return draft
    hangs = {"appos", "npadvmod", "conj", "dep", "ROOT"} | ({"pobj"} if entry else set())
    behind = (t for t in sentence.span if (t.i > draft.cue.i or entry) and t.dep_ in hangs)
    place = next((t for t in behind if t.pos_ == "PROPN" and t.ent_type_ == "GPE" and is_place(context, t)), None)
    return draft if place is None else msgspec.structs.replace(draft, place=place_phrase(place))

"""Fragments: headings, and items of a list without a verb, that tell of a meeting by its noun alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from ...dates import interval_of, read_alone
from .cues import is_meeting_noun
from .place_phrases import place_phrase
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from goodoffices.record import Interval

    from ...context import Context
    from ...document import Sentence
    from .draft import Draft

__all__ = ["diary_day", "is_entry", "is_told_by_fragment", "is_without_verb", "with_place_beside"]


_LONGEST_FRONT = 5
_WEEKDAY = re.compile(r"((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:,? (?:morning|evening|night|noon))?\.\s+\S")
_COUNTED = re.compile(r"\d{1,3}(?:st|nd|rd|th)")


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
    return sentence.block.dated is not None and (
        sentence.start == sentence.block.start or bool(_place_in_front(sentence))
    )


def diary_day(context: Context, sentence: Sentence) -> Interval | None:
    """The weekday with which the paragraph of a sentence opens ("Wednesday. The president receives me.")."""
    found = _WEEKDAY.match(context.report.text, sentence.block.start)
    times = read_alone(found[1], context.report.published) if found else ()
    return next((interval_of(time) for time in times), None)


def _place_in_front(sentence: Sentence) -> str:
    """ "5 June. Ankara. Talks with X": the words between the day and the sentence, where they are a name alone."""
    if sentence.span.start > _LONGEST_FRONT:
        return ""
    front = [t for t in sentence.span.doc[: sentence.span.start] if not t.is_space]
    named = all(t.pos_ in {"PROPN", "PUNCT"} for t in front)
    return sentence.span.doc[: sentence.span.start].text.strip(" .:,") if named and len(front) > 1 else ""


def is_told_by_fragment(draft: Draft) -> bool:
    """Is the meeting what a verbless item is about, or does a heading name it with its place?"""
    sentence, cue = draft.reach.sentence, draft.cue
    if not is_meeting_noun(cue) or not is_without_verb(sentence) or any(c.lower_ == "no" for c in cue.children):
        return False
    if sentence.block.kind == "heading":
        # a headline is told again below; "statement on the talks in Jeddah" says where its text comes from
        behind = cue.dep_ == "pobj" and cue.head.dep_ == "prep"
        return (draft.place is not None and behind) or ((draft.when is not None or behind) and _is_numbered(cue))
    if sentence.block.kind != "item" and not is_entry(sentence):
        return sentence.span.root in {cue, *draft.reach.nouns} and _is_counted(sentence.span.root)
    if is_entry(sentence):
        return True  # its day stands in front
    first = draft.reach.nouns[-1] if draft.reach.nouns else cue
    heads = sentence.span.root in {first, first.head}
    return heads and (draft.place is not None or draft.when is not None)


def _is_counted(noun: Token) -> bool:
    """ "Nine sessions, and no leak.", "Three rounds of talks in as many weeks.": what has been, in a sentence alone."""
    if noun.tag_ != "NNS" or {noun.lemma_.lower(), noun.lower_} & meeting_words().weak:
        return False
    return any(c.dep_ == "nummod" and c.i < noun.i for c in noun.children) and not noun.sent.text.endswith("?")


def _is_numbered(noun: Token) -> bool:
    """ "Statement on the fourth round of talks", "12th meeting": what a title says its text comes from."""
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    numbered = before & meeting_words().ordinals or any(_COUNTED.fullmatch(word) for word in before)
    return bool(numbered) and "no" not in before


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
    if entry and (front := _place_in_front(sentence)):
        return msgspec.structs.replace(draft, place=front)
    place = next((t for t in behind if t.pos_ == "PROPN" and _is_town(context, t, entry=entry)), None)
    return draft if place is None else msgspec.structs.replace(draft, place=place_phrase(place))


def _is_town(context: Context, token: Token, *, entry: bool) -> bool:
    """Is it a town by the parser's word, or in an entry alone behind a comma ("First round, Rambouillet")?"""
    alone = entry and not token.ent_type_ and token.i > 0 and token.nbor(-1).text == ","
    unknown = alone and not context.roster.at(token) and token.dep_ in {"appos", "npadvmod"}
    return (token.ent_type_ == "GPE" or unknown) and is_place(context, token)

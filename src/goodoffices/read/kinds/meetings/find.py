"""Meetings: who met, meets or will meet whom, where, when."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import MeetingContent, MeetingState, Statement

from ...document import Sentence
from ..conditions import condition_in

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["find_meetings"]

_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside"})
_PLACE_LABELS = frozenset({"GPE", "FAC", "LOC", "ORG"})


class Words(msgspec.Struct, frozen=True):
    """The word lists of `data/meetings.toml`."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    planned: frozenset[str]
    cancelled: frozenset[str]
    under_way: frozenset[str]


@functools.cache
def _words() -> Words:
    text = resources.files("goodoffices.read.kinds").joinpath("data/meetings.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Words)


def find_meetings(context: Context) -> Iterator[Statement]:
    """State the meeting that a sentence tells of, where it names two sides or a place."""
    for sentence in context.sentences:
        if sentence.block.kind == "heading":
            continue
        cues = [t for t in sentence.span if _is_cue(t)]
        for cue in cues:
            statement = _meeting(context, sentence, cue)
            if statement is not None:
                yield statement
                break


def _is_cue(token: Token) -> bool:
    words = _words()
    if token.pos_ in {"NOUN", "PROPN"} and (token.lower_ in words.nouns or token.lemma_ in words.nouns):
        return token.dep_ != "compound"
    return token.pos_ == "VERB" and token.lemma_ in words.verbs


def _meeting(context: Context, sentence: Sentence, cue: Token) -> Statement | None:
    place = _place(sentence)
    participants = _participants(context, sentence, cue)
    sides = {context.roster.party(p) for p in participants}
    if place is None or (len(sides) < 2 and not _is_planned(sentence)):  # noqa: PLR2004  it takes two
        return None
    status = _status(sentence)
    when = context.time_in(sentence.start, sentence.end)
    condition = condition_in(context.report.text, sentence.start, sentence.end) if status == "planned" else None
    return context.state(
        MeetingContent(
            participants=tuple(sorted(set(participants))),
            place=place,
            status=status,
            condition=condition.text if condition else None,
        ),
        sentence.evidence(),
        when=when,
        basis=f"cue {cue.lemma_!r}",
    )


def _participants(context: Context, sentence: Sentence, cue: Token) -> list[str]:
    ids: list[str] = []
    for token in sentence.span:
        for actor in context.roster.at(token):
            if actor not in ids:
                ids.append(actor)
    return ids


def _place(sentence: Sentence) -> str | None:
    for token in sentence.span:
        if token.dep_ == "pobj" and token.head.lower_ in _PLACE_PREPOSITIONS:
            named = token.doc.user_data["named"].get(token.i)
            if token.ent_type_ in _PLACE_LABELS or (named is not None and named.kind == "state"):
                return _phrase(token)
    return None


def _phrase(token: Token) -> str:
    parts = [t for t in token.subtree if t.i <= token.i and t.dep_ in {"compound", "amod", "det"} or t.i == token.i]
    words = token.doc[min(t.i for t in parts) : token.i + 1].text
    return words.removeprefix("the ").removeprefix("The ")


def _status(sentence: Sentence) -> MeetingState:
    words = _words()
    lemmas = {t.lemma_.lower() for t in sentence.span} | {t.lower_ for t in sentence.span}
    if lemmas & words.cancelled:
        return "cancelled"
    if _is_planned(sentence):
        return "planned"
    if lemmas & words.under_way:
        return "under_way"
    return "held"


def _is_planned(sentence: Sentence) -> bool:
    lowers = {t.lower_ for t in sentence.span}
    return bool(lowers & {"will", "next", "upcoming", "planned", "scheduled", "plans", "due", "tomorrow", "forthcoming", "shall"})

"""Entries: what a log or a diary tells of a meeting without a verb and without its noun ("3 May: envoys to Juba")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause
from ..phrases import objects_behind
from .attachment import Reach
from .calendar_words import names_occasion
from .draft import Draft
from .fragments import is_entry, is_without_verb
from .people import is_collective_noun, is_person, people_of
from .person_words import is_person_word
from .place_phrases import place_phrase
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["draft_of_entry"]

_PAIR = 2
_BESIDE = frozenset({"appos", "npadvmod", "conj", "dep", "nmod"})


def draft_of_entry(context: Context, sentence: Sentence) -> Draft | None:
    """The meeting that the first words of an entry tell of: people, and where they went or that they telephoned.

    Args:
        context: The report.
        sentence: A sentence in which nothing else tells of a meeting.

    Returns:
        What the entry tells, None where it tells of no meeting.
    """
    if not is_entry(sentence) or not is_without_verb(sentence):
        return None
    root = sentence.span.root
    if names_occasion(sentence.text):
        return _occasion(context, sentence)
    people = tuple(dict.fromkeys(a for t in _heads(sentence) for a in people_of(context, t)))
    place = _goal(context, root) if is_person_word(context, root) else None
    sides = {context.roster.party(a) for a in people}
    if place is None and len(sides) >= _PAIR:
        place = _place_beside(context, sentence)
    persons = sum(is_person(context, a) for a in people)
    called = persons >= _PAIR and any(t.lower_ in meeting_words().by_telephone for t in sentence.span)
    if place is None and not called:
        return None
    return _draft(context, sentence, people, place)


def _occasion(context: Context, sentence: Sentence) -> Draft:
    """ "Opening at Eldoret", "Retreat at a hotel, chaired by X": an occasion, its house or town, and who is there."""
    behind = (t for head in sentence.span for t in objects_behind(head, {"in", "at", "aboard"}))
    place = next((t for t in behind if is_place(context, t) or _is_somewhere(t)), None)
    beside = set() if place is None else {t.i for t in place.subtree}
    people = dict.fromkeys(a for t in _named(sentence) if t.i not in beside for a in people_of(context, t))
    return _draft(context, sentence, tuple(people), place)


def _is_somewhere(token: Token) -> bool:
    """ "Aboard a frigate", "in the sergeants' mess": told with its article or its owner, and no time."""
    pointed = any(c.dep_ in {"det", "poss"} for c in token.children)
    return (pointed or token.text[:1].isupper()) and token.ent_type_ not in {"DATE", "TIME"} and token.tag_ != "NNS"


def _named(sentence: Sentence) -> Iterator[Token]:
    """The names in the first part of an entry, up to a semicolon."""
    for token in sentence.span:
        if token.text == ";":
            return
        if token.pos_ == "PROPN" and token.dep_ not in {"compound", "poss"}:
            yield token


def _draft(context: Context, sentence: Sentence, people: tuple[str, ...], place: Token | None) -> Draft:
    root = sentence.span.root
    return Draft(
        reach=Reach(sentence, Clause(root, (root,), (), "", ()), frozenset(), lambda _: False),
        place=None if place is None else place_phrase(place),
        people=people,
        convenors=(),
        when=context.entry_day(sentence.start),
        prospect="unsaid",
        topic=None,
        occurs=True,
        collective=is_collective_noun(root),
    )


def _heads(sentence: Sentence) -> list[Token]:
    """The words that the first phrase of an entry is made of: up to a semicolon, without what stands in brackets."""
    heads: list[Token] = []
    depth = 0
    for token in sentence.span:
        depth += (token.text == "(") - (token.text == ")")
        if token.text == ";":
            break
        if not depth and (token.dep_ in _BESIDE | {"ROOT", "pobj"}) and token.pos_ in {"NOUN", "PROPN"}:
            heads.append(token)
    return [t for t in heads if not (t.dep_ == "pobj" and t.head.lower_ in {"to", "in", "at"})]


def _goal(context: Context, root: Token) -> Token | None:
    """ "Thai panel to Kota Bharu", "experts in Vienna"."""
    goals = (g for g in objects_behind(root, {"to", "in", "at"}) if g.pos_ == "PROPN" and is_place(context, g))
    return next(goals, None)


def _place_beside(context: Context, sentence: Sentence) -> Token | None:
    """ "Iran and the three ministers, Geneva": a city behind a comma."""
    for token in sentence.span:
        if token.text == ";":
            return None
        behind_comma = token.left_edge.i > sentence.span.start and token.left_edge.nbor(-1).text == ","
        city = token.ent_type_ == "GPE" and token.pos_ == "PROPN" and not context.roster.at(token)
        if behind_comma and city and is_place(context, token):
            return token
    return None

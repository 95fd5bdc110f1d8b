"""Interviews: what the turns of a transcript take from each other: the question asked, and who the two sides are."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..document import Sentence, sentence_of
from .issues import issues_in

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context
    from ..layout import Block

__all__ = ["other_side", "question_before", "sides_of_talks"]

_FIRST_SENTENCES = 3
"""How many sentences of an answer still speak of what was asked."""
_LONGEST_QUESTION = 400
_SHORT_QUESTION = 6
"""Words of a question that goes on with the one before it ("Would you change the law?")."""
_TOLD_WORDS = 12
"""Words of a remark that asks without a question mark ("Jakarta says the law forbids it.")."""
_PAIR = 2
_PARTIES = frozenset({"parties", "sides", "delegations", "teams"})
_JOINT = frozenset({"both", "the", "two"})
_THINGS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_PLURAL_SIDE = re.compile(
    r"^(?!.*\b(?:prisoners|hostages|refugees|people|families|observers|women|mediators|villagers|monitors)\b)",
    re.IGNORECASE,
)
"""A question of nobody else that could be meant."""
_BACK = 4
"""Sentences over which "they" still means the parties named before."""


@functools.lru_cache(maxsize=2)
def _questions(context: Context) -> dict[int, str]:
    """The last question of the turn before, by the place at which a turn begins."""
    found: dict[int, str] = {}
    question = ""
    for passage in context.passages:
        block = passage.block
        if not passage.sentences:
            continue
        asked = [s.text for s in passage.sentences if s.text.rstrip().endswith("?")]
        if block.speaker is None and not asked:
            question = ""
            continue
        if _only_asks(context, block):
            told = [s.text for s in passage.sentences[-1:] if len(s.text.split()) <= _TOLD_WORDS]
            asked = [_with_lead(passage.sentences, asked[-1])] if asked else told
            if not asked:
                question = ""
                continue
            words = asked[-1].lower().split()
            new = len(words) > _SHORT_QUESTION or {"a", "an", "any"} & {*words} or issues_in(asked[-1])
            goes_on = question and not new
            question = (f"{question} {asked[-1]}" if goes_on else asked[-1])[-_LONGEST_QUESTION:]
            continue
        if question and not asked:
            found[block.start] = question
        question = asked[-1] if asked else (question if block.speaker is not None and _is_asked_on(context) else "")
    return found


def _with_lead(sentences: Sequence[Sentence], question: str) -> str:
    """A short question that names no matter, with the remark before it ("Your men left the camps. Why?")."""
    at = next(n for n, sentence in enumerate(sentences) if sentence.text == question)
    if at == 0 or len(question.split()) > _SHORT_QUESTION or issues_in(question):
        return question
    return f"{sentences[at - 1].text} {question}"


def _only_asks(context: Context, block: Block) -> bool:
    """Is a turn that of one who only asks?"""
    speaker = block.speaker
    return speaker is not None and context.roster.labels.get((speaker.start, speaker.end)) == ()


@functools.lru_cache(maxsize=2)
def _is_asked_on(context: Context) -> bool:
    """Is it a conversation in which somebody only asks? Then a short question goes on with the one before."""
    return any(_only_asks(context, block) for block in context.blocks)


def question_before(context: Context, sentence: Sentence) -> str:
    """The question that a sentence answers, empty where it is none of the first of an answer."""
    question = _questions(context).get(sentence.block.start, "")
    first = context.sentences[max(0, sentence.number - _FIRST_SENTENCES)]
    near = sentence.number < _FIRST_SENTENCES or first.block is not sentence.block
    return question if question and near else ""


@functools.lru_cache(maxsize=2)
def _speaking(context: Context) -> tuple[str, ...]:
    """The sides whose people have turns in a transcript, in the order of the text."""
    parties: dict[str, None] = {}
    for passage in context.passages:
        for party in _party_of_turn(context, passage.block):
            parties[party] = None
    return tuple(parties)


def _party_of_turn(context: Context, block: Block) -> tuple[str, ...]:
    speaker = block.speaker
    persons = context.persons_named(speaker.start, speaker.end) if speaker is not None else ()
    return tuple(dict.fromkeys(context.roster.party(person) for person in persons))


def sides_of_talks(context: Context, subject: Token) -> tuple[str, ...]:
    """Whom one who chairs a press conference means by "the parties", or by "they" right behind it.

    Args:
        context: The report.
        subject: The subject of a clause.

    Returns:
        The two sides that speak beside the chair; none where it is no transcript, or not two speak.
    """
    sentence = sentence_of(subject)
    chair = _party_of_turn(context, sentence.block)
    if not chair or not _is_joint(context, subject, sentence):
        return ()
    others = tuple(party for party in _speaking(context) if party not in chair)
    return others if len(others) == _PAIR else ()


def _is_joint(context: Context, subject: Token, sentence: Sentence) -> bool:
    if subject.lower_ in _PARTIES:
        return any(c.lower_ in _JOINT for c in subject.children)
    if subject.lower_ != "they":
        return False
    before = context.sentences[max(0, sentence.number - _BACK) : sentence.number]
    own = [t for s in before if s.block is sentence.block for t in s.span if t.dep_ in {"nsubj", "nsubjpass"}]
    plural = [t for t in own if t.tag_ in {"NNS", "NNPS"} or t.lower_ == "they"]
    named = [t for t in plural if t.lower_ != "they"]
    return bool(named) and named[-1].lower_ in _PARTIES


def other_side(context: Context, pronoun: Token, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Whom one side means in its turn by "they", where no others are spoken of: the other side.

    Args:
        context: The report.
        pronoun: The word.
        sides: The two sides of the talks.
    """
    sentence = sentence_of(pronoun)
    own = _party_of_turn(context, sentence.block) if pronoun.lower_ == "they" else ()
    if len(sides) != _PAIR or len(own) != 1 or own[0] not in sides:
        return ()
    before = context.sentences[sentence.number - 1 : sentence.number] if sentence.number else ()
    told = [t for s in before if s.block is sentence.block for t in s.span]
    told += [t for t in sentence.span if t.i < pronoun.i]
    many = any(t.tag_ in {"NNS", "NNPS"} and t.dep_ in _THINGS for t in told)
    asked = question_before(context, sentence) if not any(s.block is sentence.block for s in before) else ""
    if many or (asked and not _PLURAL_SIDE.search(asked)):
        return ()
    return tuple(side for side in sides if side != own[0])

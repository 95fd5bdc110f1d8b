"""Assertions: what a voice says to be so, or not so, of an act or a state in the talks; accounts are compared by it."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import AssertionContent, Statement

from ..document import Sentence, offset_of, sentence_of
from ..plover.roles import doer
from .asserted_words import Cue, act_of, cues, told
from .asserting import Asserted, asserted, asserting
from .clauses import clause_words
from .datings import find_datings
from .disputes import find_disputes
from .issues import issues_in
from .saying import telling

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_assertions"]

_MANY_CUES = 40
"""Words of a sentence that are looked at as cues, at most: a list of thousands is no clause."""


def find_assertions(context: Context, known: AbstractSet[str]) -> Iterator[Statement]:
    """State what the report or a voice in it says to be so or not so, one of an act for each sentence.

    Args:
        context: The report.
        known: Ids of the actors that the report's other statements name; others are left in the report's words.
    """
    yield from find_disputes(context, known)
    yield from find_datings(context, known)
    before: tuple[Sentence, tuple[Statement, ...]] | None = None
    for sentence in context.sentences:
        asks = sentence.text.rstrip("\"'”’) ").endswith("?")
        found = tuple(_in_sentence(context, known, sentence))
        denied = () if asks or before is None else tuple(_denied(context, known, sentence, before))
        yield from () if asks else found
        yield from denied
        before = (sentence, found or denied)


def _in_sentence(context: Context, known: AbstractSet[str], sentence: Sentence) -> Iterator[Statement]:
    said: set[tuple[str, bool]] = set()
    cued = (token for token in sentence.span if token.lemma_.lower() in cues())
    for token in itertools.islice(cued, _MANY_CUES):
        for cue in cues().get(token.lemma_.lower(), ()):
            statement = _assertion(context, known, token, cue) if _stands(token, cue) else None
            content = statement.content if statement is not None else None
            if statement is not None and isinstance(content, AssertionContent):
                if (content.act, content.holds) not in said:
                    said.add((content.act, content.holds))
                    yield statement
                break


def _denied(
    context: Context, known: AbstractSet[str], sentence: Sentence, before: tuple[Sentence, Iterable[Statement]]
) -> Iterator[Statement]:
    """What a sentence that denies the one before says: its assertions, turned round."""
    turn = sentence.block is not before[0].block
    if not (_answers("whole", at_start=True).match(sentence.text) and (turn or before[0].block.speaker is None)):
        if turn or not _answers("pointing").search(sentence.text):
            return
    elif turn and sentence.block.speaker is None:
        return
    first = sentence.span.root
    speaker, voice = _voice(context, known, first, Asserted(holds=False, tense="fact", denier=None))
    if speaker is None and not voice and (subject := doer(first)) is not None:
        actors = [actor for actor in _doers(context, subject) if actor in known]
        speaker, voice = (actors[0], "") if actors else (None, subject.text)
    for statement in before[1]:
        content = statement.content
        if isinstance(content, AssertionContent):
            turned = msgspec.structs.replace(content, holds=not content.holds, voice=voice)
            basis = "denial of what is said before"
            yield context.state(turned, sentence.evidence(), said_by=speaker, basis=basis)


@functools.cache
def _answers(name: str, *, at_start: bool = False) -> re.Pattern[str]:
    forms = "|".join(asserting().answers[name])
    return re.compile(rf"\s*[\"'“‘]?(?:{forms})" if at_start else rf"(?:{forms})", re.IGNORECASE)


def _stands(token: Token, cue: Cue) -> bool:
    """Is `token` used as the cue: with the word that must hang on it, and as a verb where it is one?"""
    if token.lemma_.lower() in asserting().words["linking"] and any(
        c.dep_ in {"acomp", "oprd"} for c in token.children
    ):
        return False
    if not cue.with_lemma:
        act = act_of(cue.act, is_state=cue.is_state)
        return cue.is_state or token.pos_ in {"VERB", "ADV"} or bool(act.about)
    if cue.with_lemma == "there":
        return token.pos_ in {"VERB", "AUX"} and any(c.dep_ == "expl" for c in token.children)
    near = [*token.children, *(inner for c in token.children if c.dep_ in {"prep", "prt"} for inner in c.children)]
    return any(c.lemma_.lower() == cue.with_lemma and c.dep_ != "nsubj" for c in near)


def _assertion(context: Context, known: AbstractSet[str], token: Token, cue: Cue) -> Statement | None:
    meant = asserted(token)
    act = act_of(cue.act, is_state=cue.is_state)
    head = _clause_head(token)
    if meant is None or (head.tag_ == "VBG" and head.dep_ in {"advcl", "acl", "pcomp"}):
        return None
    text, words = told(context, token, head, cue)
    if not (words or act.topic) or (
        act.about and not act.about & {*words, *(t.lemma_.lower() for t in clause_words(head))}
    ):
        return None
    sentence = sentence_of(token)
    speaker, voice = _voice(context, known, token, meant)
    subject = doer(head)
    content = AssertionContent(
        act=cue.act,
        holds=meant.holds == cue.yes,
        text=text,
        words=words,
        actors=tuple(actor for actor in _doers(context, subject) if actor in known),
        tense=meant.tense,
        issue=act.issue or next(iter(issues_in(text)), None),
        voice=voice,
    )
    return context.state(content, sentence.evidence(), said_by=speaker, basis=f"cue {token.lemma_.lower()!r}")


def _clause_head(token: Token) -> Token:
    """The verb of the clause that a word stands in; the word itself where there is none."""
    for each in (token, *token.ancestors):
        if each.pos_ in {"VERB", "AUX"}:
            return each
    return token


def _doers(context: Context, subject: Token | None) -> tuple[str, ...]:
    """The actors of the report that a subject is, or whose people it names."""
    if subject is None:
        return ()
    found = dict.fromkeys(context.roster.at(subject))
    if not found:
        owners = (c for c in subject.children if c.dep_ in {"poss", "compound", "amod", "appos", "nmod"})
        found = dict.fromkeys(a for owner in owners for a in context.roster.at(owner))
    for child in subject.children:
        if child.dep_ == "conj":
            found |= dict.fromkeys(context.roster.at(child))
    return tuple(sorted(found))


def _voice(context: Context, known: AbstractSet[str], token: Token, meant: Asserted) -> tuple[str | None, str]:
    """Who says it: an actor, or in the report's words where it is no known one; nobody where the report says it."""
    if meant.denier is not None and (subject := doer(meant.denier)) is not None:
        actors = [actor for actor in _doers(context, subject) if actor in known]
        return (actors[0], "") if actors else (None, subject.text)
    start = offset_of(token)
    attribution = telling(context, start, start + len(token))
    if attribution is not None:
        actors = [actor for actor in context.head_actors(attribution.source) if actor in known]
        words = " ".join(context.report.text[first:last] for first, last in attribution.source)
        return (actors[0], "") if actors else (None, words)
    speaker = sentence_of(token).block.speaker
    persons = (
        [p for p in context.persons_named(speaker.start, speaker.end) if p in known] if speaker is not None else []
    )
    if speaker is not None and len(persons) != 1:
        return None, context.report.text[speaker.start : speaker.end]
    return (persons[0] if persons else None), ""

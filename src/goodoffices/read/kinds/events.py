"""Events outside the talks that bear on them: violence, what one party says of another, measures, other happenings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from goodoffices.record import EventContent, EventKind, Statement

from ..document import Sentence, offset_of
from ..plover.cues import cue_of, noun_cue
from ..plover.roles import doer
from .background import is_background
from .clauses import clause_actors, clause_place, clause_text, clause_words
from .contentions import is_contention
from .fragments_told import kind_of_fragment
from .happenings import event_words, happened, is_logged
from .meetings.person_words import is_person_word
from .meetings.vocabulary import meeting_words
from .named_happenings import is_aftermath, took_place
from .places_taken import takes_a_place
from .tellings import announces_measure, is_named, is_published, is_told_of
from .timing import time_of_clause, time_told

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["find_events"]

_LONGEST = 400
"""Words of a sentence that are read; what is longer is no sentence."""
_MARK = re.compile(r'["“”]')


def find_events(context: Context) -> Iterator[Statement]:
    """State each event that a sentence tells of as having happened, one a clause."""
    quotations = _Quotations()
    for sentence in context.sentences:
        if sentence.block.kind not in {"paragraph", "item"} or sentence.text.rstrip(" \"'").endswith("?"):
            continue
        for token, kind in _events_in(context, sentence, quotations):
            yield _state(context, sentence, token, kind)


def _events_in(context: Context, sentence: Sentence, quotations: _Quotations) -> Iterator[tuple[Token, str]]:
    """The words of a sentence that tell of an event, with its kind."""
    told: dict[int, str] = {}
    for token in sorted(sentence.span[:_LONGEST], key=lambda word: word.pos_ != "VERB"):  # a verb tells more
        kind = _kind(context, token)
        if kind is None or _is_told(told, token, kind) or quotations.around(sentence, token):
            continue
        if is_background(context, token, _teller(token), kind):
            continue
        told[_clause_head(token).i] = told[token.i] = kind
        yield token, kind


def _state(context: Context, sentence: Sentence, token: Token, kind: str) -> Statement:
    head = _teller(token)
    words = clause_words(head)
    content = EventContent(
        kind=cast("EventKind", kind),
        actors=tuple(sorted({*clause_actors(context, token), *clause_actors(context, head)})),
        text=clause_text(context, head),
        place=None if kind == "statement" else clause_place(context, words, struck=kind == "violence"),
        plover=_plover(token, kind),
    )
    at = offset_of(token)
    speakers = () if kind == "statement" else context.said_by(at, at + len(token))
    return context.state(
        content,
        sentence.evidence(),
        said_by=next(iter(speakers), None),
        when=time_of_clause(context, head),
        basis=f"cue {token.lemma_!r}",
    )


def _plover(token: Token, kind: str) -> str | None:
    """The PLOVER type of a cue, where it is one that the kind of event can have; else the kind's usual one."""
    cue = cue_of(token) or noun_cue(token)
    possible = event_words().plover[kind]
    return cue.plover if cue is not None and cue.plover in possible else next(iter(possible)) or None


def _teller(token: Token) -> Token:
    """The head of the clause that tells of an event: for a noun that acts ("a clash left five dead"), the verb."""
    acting = token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_.lower() in event_words().support
    return token.head if acting else token


def _kind(context: Context, token: Token) -> str | None:
    """The kind of event that a word tells of, None where it tells of none or of one that has not happened."""
    words = event_words()
    if is_logged(token) and (kind := kind_of_fragment(context, token)):
        return kind
    if token.pos_ in {"VERB", "AUX"} and not (token.dep_ == "nsubj" and token.lower_ in words.nouns):
        return _kind_of_verb(context, token)
    if token.pos_ not in {"NOUN", "VERB"} or token.ent_type_ == "DATE":
        return None
    kinds = (f"{c.lower_} {token.lemma_.lower()}" for c in token.children if c.dep_ in {"compound", "amod"})
    kind = next(
        (words.nouns[k] for k in kinds if k in words.nouns),
        words.nouns.get(token.lemma_.lower()) or words.nouns.get(token.lower_),
    )
    if kind is None and token.lemma_.lower() in words.after and is_aftermath(token):
        kind = words.after[token.lemma_.lower()]
    return (
        kind
        if kind and token.dep_ not in {"compound", "nmod"} and took_place(token, dated=_is_set(context, token, kind))
        else None
    )


def _kind_of_verb(context: Context, token: Token) -> str | None:
    words = event_words()
    cue = cue_of(token, words.verbs)
    charged = cue is not None and cue.plover == "violence" and _is_charged(token)
    if cue is not None and (charged or happened(token)):
        idle = _is_idle(context, token) or (cue.plover == "other" and _is_of_a_life(token))
        return cue.plover if _is_meant(context, token, cue.plover) and not idle else None
    if cue is None and takes_a_place(token) and happened(token):
        return "violence"
    published = is_published(token) or is_named(token) or is_told_of(token)
    if published and happened(token) and _is_meant(context, token, "statement"):
        return "measure" if announces_measure(token) else "statement"
    return "statement" if is_contention(context, token) else None


def _is_charged(verb: Token) -> bool:
    """Is it what somebody is accused of having done ("accused the army of bombing the village")?"""
    above = verb.head.head
    charged = verb.dep_ == "pcomp" and verb.head.lower_ == "of" and above.lemma_.lower() in {"accuse", "suspect"}
    concrete = any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)
    broken = verb.lemma_.lower() in event_words().wrongs  # "of violating the truce" is a charge and no more
    return charged and concrete and not broken and verb.tag_ == "VBG" and happened(above)


def _is_idle(context: Context, verb: Token) -> bool:
    """Does a participle only say of what kind a thing is ("prisoners convicted by courts")? A time makes it one."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and time_of_clause(context, verb) is None


def _is_of_a_life(verb: Token) -> bool:
    """Does it only say who somebody is ("a general who defected in 2012", "who took office in May")?"""
    return verb.dep_ == "relcl" and any(c.lower_ == "who" and c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _is_meant(context: Context, verb: Token, kind: str) -> bool:
    """A statement needs someone who can make it."""
    lemma, words = verb.lemma_.lower(), event_words()
    if kind == "other" and lemma in words.journey:
        return _is_errand(context, verb)
    agent = doer(verb)
    if lemma in words.now and verb.tag_ in {"VBZ", "VBP"}:
        return agent is not None and (
            bool(context.roster.at(agent)) or agent.lower_ in {"which", "who"} or is_person_word(context, agent)
        )
    if kind == "violence":  # nobody is hit where a party "struck a cautious note"
        return not any(c.dep_ == "dobj" and c.lemma_.lower() in words.figures for c in verb.children)
    if kind != "statement":
        return True
    return agent is not None and (bool(context.roster.at(agent)) or agent.pos_ != "PRON")


def _is_errand(context: Context, verb: Token) -> bool:
    """Does someone named go to a place for something else than to see people ("flew to New York to ask for ...")?"""
    agent = doer(verb)
    if agent is None or not context.roster.at(agent):
        return False
    purposes = [c for c in verb.children if c.dep_ in {"advcl", "xcomp"} and any(g.tag_ == "TO" for g in c.children)]
    words = meeting_words()
    seeing = words.meet | words.receive | words.speak | words.visit | words.seeing | {"attend", "join", "hold", "take"}
    return bool(purposes) and not any(c.lemma_.lower() in seeing for c in purposes)


def _is_set(context: Context, noun: Token, kind: str) -> bool:
    """Does the phrase of a noun say when or where it was, or against whom a measure stands?"""
    if is_logged(noun) and noun.dep_ == "ROOT":
        return True  # a fragment that names what took place
    if kind == "measure":
        return any(c.dep_ == "prep" and c.lower_ in {"on", "against"} for c in noun.children)
    words = clause_words(noun)
    return (
        time_told(context, noun, words[0], words[-1]) is not None
        or clause_place(context, words, struck=True) is not None
    )


def _is_told(told: dict[int, str], token: Token, kind: str) -> bool:
    """Was it told already: "killed in an ambush", "a blast that killed 12", "shelled the port, killing three"?"""
    if told.get(_clause_head(token).i) == kind:
        return True
    adds = token.dep_ in {"relcl", "acl"} or (token.dep_ == "advcl" and token.tag_ == "VBG")
    return adds and kind in {told.get(token.head.i), told.get(_clause_head(token.head).i)}


def _clause_head(token: Token) -> Token:
    """The verb whose clause a word stands in, so that "killed in an ambush" is one event."""
    for _ in range(12):
        if token.pos_ in {"VERB", "AUX"} or token.head == token:
            break
        token = token.head
    return token


class _Quotations:
    """Which words stand in quotation marks, counted once a block."""

    def __init__(self) -> None:
        self._block = -1
        self._straight: list[int] = []
        self._curly: list[int] = []

    def around(self, sentence: Sentence, token: Token) -> bool:
        """Does a word stand between quotation marks?"""
        block = sentence.block
        if block.start != self._block:
            self._block = block.start
            marks = [
                (m.start() + block.start, m[0]) for m in _MARK.finditer(sentence.report.text[block.start : block.end])
            ]
            self._straight = [at for at, mark in marks if mark == '"']
            self._curly = [at for at, mark in marks if mark != '"']
        at = offset_of(token)
        return bool(bisect_left(self._straight, at) % 2 or bisect_left(self._curly, at) % 2)

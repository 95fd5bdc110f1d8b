"""Received: how a thing was met, and by whom ("drew criticism from Baku", "got a warm reception in Rabat")."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, cast

import msgspec

from goodoffices.record import Stance

from ..document import offset_of, sentence_of
from .claims import Claim, claim_issue
from .issues import issues_in
from .negation import is_negated
from .pointing import points_back
from .subjects import agents_of_phrase, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_received"]

_FROM = frozenset({"from", "in", "by", "among", "of"})
_UNREAL = frozenset({"if", "may", "might", "could", "would", "will", "whether", "should", "to"})


class Words(msgspec.Struct, frozen=True):
    """The words of `data/received.toml`: verbs of meeting with an answer, answers by their stance, tones by theirs."""

    verbs: dict[str, frozenset[str]]
    answers: dict[str, Stance]
    plain: frozenset[str]
    tones: dict[str, Stance]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/received.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Words(
        verbs={verb: frozenset(frames) for verb, frames in data["verbs"].items()},
        answers={word: cast("Stance", stance) for stance, words in data["answers"].items() for word in words},
        plain=frozenset(data["plain"]["words"]),
        tones={word: cast("Stance", stance) for stance, words in data["tones"].items() for word in words},
    )


def find_received(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find how the parties of one parsed block met a thing, told of the thing.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        known = token.lemma_.lower() in _words().plain or token.lemma_.lower() in _words().answers
        if not known or token.pos_ != "NOUN":
            continue
        verb, stance = _verb_of(token), _stance(token)
        if verb is None or stance is None or is_negated(verb) or is_negated(token):
            continue
        if not any(c.lower_ in _UNREAL for c in verb.children if c.dep_ in {"aux", "mark"}):
            yield from _made(context, verb, token, stance)


def _verb_of(noun: Token) -> Token | None:
    """The verb by which a thing met with an answer: "drew" criticism, "ran into" opposition, "was met with" scorn."""
    above = noun.head if noun.dep_ == "dobj" else noun.head.head if noun.dep_ == "pobj" else None
    if above is None or above.pos_ != "VERB":
        return None
    frame = "dobj" if noun.dep_ == "dobj" else noun.head.lower_
    return above if frame in _words().verbs.get(above.lemma_.lower(), frozenset()) else None


def _stance(noun: Token) -> Stance | None:
    """The stance of an answer by its tone, else by itself."""
    tones = (_words().tones.get(c.lower_) for c in noun.children if c.dep_ in {"amod", "compound"})
    told = next((tone for tone in tones if tone is not None), None)
    return told or _words().answers.get(noun.lemma_.lower())


def _made(context: Context, verb: Token, noun: Token, stance: Stance) -> Iterator[Claim]:
    thing = subject_of(verb)
    if thing is None or thing.pos_ not in {"NOUN", "PROPN", "PRON"} or context.roster.at(thing):
        return  # "the minister drew applause": of a person, not of a thing
    behind = [c for t in (noun, verb) for c in t.children if c.i > noun.i and c.lower_ in _FROM]
    things = (t for c in behind for t in c.children if t.dep_ in {"pobj", "pcomp"})
    owners = (t for c in noun.children if c.dep_ == "poss" for t in [c])
    actors = (a for t in (*owners, *things) for a in agents_of_phrase(context, t))
    parties = tuple(dict.fromkeys(context.roster.party(a) for a in actors))
    if not parties:
        return
    sentence = sentence_of(verb)
    first = thing.doc[thing.left_edge.i]
    last = thing if verb.is_ancestor(thing) is False else thing.doc[thing.right_edge.i]
    start, end = offset_of(first), offset_of(last) + len(last)
    words = context.report.text[start:end]
    issue = next(iter(issues_in(words)), None) or claim_issue("it", sentence, at=start)
    if points_back(words):
        issue = ""  # what was wanted before tells it
    for party in parties if issue is not None else ():
        yield Claim(party, stance, start, end, issue or "", sentence, f"how it was met: {noun.lemma_!r}")

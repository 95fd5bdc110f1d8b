"""Permitted: what a side says can be, cannot be or was never granted, in a clause that names nobody who does it."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ..document import sentence_of
from .conditions import condition_in
from .frames import frames
from .holders import holders_of_clause, speakers_of
from .negation import is_negated
from .readings import Reading, claims_of_reading, clause_span, extent
from .turning import takes_clause

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context
    from .claims import Claim

__all__ = ["find_permitted"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"relcl", "acl", "advcl", "pcomp"})
_ASKED = frozenset(
    {"if", "whether", "unless", "until", "before", "once", "when", "how", "what", "who", "where", "while"}
)
_WHILE = frozenset({"while", "until", "before", "unless", "without"})


class Words(msgspec.Struct, frozen=True):
    """The words of `data/permitted.toml`: verbs of being and going on, of granting; things of the talks' course."""

    being: frozenset[str]
    allowed: frozenset[str]
    granted: frozenset[str]
    course: frozenset[str]
    forecast: frozenset[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/permitted.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Words(**{name: frozenset(data[name]) for name in Words.__struct_fields__})


def find_permitted(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the parties of one parsed block say that can be done or be, cannot, or was not granted.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in _BESIDE:
            continue
        subject = next((c for c in token.children if c.dep_ in _SUBJECTS and c.i < token.i), None)
        if subject is None or not _is_thing(subject) or any(c.lower_ in _ASKED for c in token.children):
            continue
        reading = _reading(token, subject)
        if reading is not None and not sentence_of(token).text.rstrip().endswith("?"):
            yield from _made(context, token, subject, reading)


def _is_thing(subject: Token) -> bool:
    """A thing or people spoken of, and neither the speaker nor a word that only points."""
    return subject.pos_ in {"NOUN", "PROPN"} or subject.lower_ == "none"


def _reading(verb: Token, subject: Token) -> Reading | None:
    """How a clause reads by its modal verb, if it tells what may be or was granted."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg", "advmod"}}
    passive = subject.dep_ == "nsubjpass"
    if passive and any(c.dep_ == "agent" for c in verb.children):
        return None
    span = clause_span(verb, sentence_of(verb))
    negated, words = is_negated(verb), _words()
    if helpers & {"can", "ca", "could"}:
        known = (frames().concede | frames().changing) if passive else words.being
        ever = "never" in helpers or not helpers & {"could"} or "while" in _behind(verb)
        if negated and ever and verb.lemma_ in known:
            return Reading("rejects", "what cannot be", span)
        known = (frames().concede - words.forecast) if passive else words.allowed
        if not negated and verb.lemma_ in known and ("could" not in helpers or passive):
            return Reading("offers", "what may be", span)
        return None
    told = passive and verb.lemma_ in words.granted and "have" in {c.lemma_ for c in verb.children}
    told = told or (passive and verb.lemma_ in words.granted and verb.tag_ == "VBN" and "will" not in helpers)
    if not told or helpers & {"will", "would", "must", "should", "may", "might", "shall", "to"}:
        return None
    denied = verb.dep_ == "ccomp" and verb.head.lemma_ in frames().deny
    none = negated and verb.dep_ == "ccomp" and subject.lemma_.lower() not in words.course
    return Reading("rejects", "what was not granted", span) if denied or none else None


def _behind(verb: Token) -> set[str]:
    """The words that open a clause of time behind a verb."""
    return {
        g.lower_ for c in verb.children if c.dep_ == "advcl" and c.i > verb.i for g in c.children if g.dep_ == "mark"
    } | {c.lower_ for c in verb.children if c.dep_ == "prep"}


def _made(context: Context, verb: Token, subject: Token, reading: Reading) -> Iterator[Claim]:
    """The claims of whoever says it; of a thing that a verb of stance above tells of, that verb tells."""
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in {"VERB", "AUX"}:
        top = top.head
    above = top.head if top.dep_ == "ccomp" else None
    denied = above is not None and above.lemma_ in frames().deny
    if above is not None and not denied and takes_clause(above):
        return  # "agreed that the villagers can return"
    speakers = holders_of_clause(context, above) if denied and above is not None else speakers_of(context, verb)
    own = {p for t in (subject, *subject.children) for p in context.roster.parties_at(t)}
    if not speakers or (reading.stance == "offers" and (own & {*speakers} or len(speakers) > 1)):
        return
    if reading.stance == "rejects" and _behind(verb) & _WHILE:
        start, end = extent(verb)
        if condition_in(context.report.text, start, end, weak=True) is not None or "while" in _behind(verb):
            reading = msgspec.structs.replace(reading, stance="conditional")
    yield from claims_of_reading(context, verb, speakers, reading)

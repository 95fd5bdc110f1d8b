"""Verdicts: what a side says that a thing would do, or that it alone can do ("would reward the rebels")."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Stance

from ..document import offset_of, sentence_of
from .claims import Claim, claim_issue
from .holders import speakers_of
from .issues import issues_in
from .negation import is_negated
from .readings import Reading, claims_of_reading, clause_span, extent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_verdicts"]

_BESIDE = frozenset({"relcl", "acl", "advcl", "pcomp"})
_AHEAD = frozenset({"would", "will", "wo", "'d"})
_ABLE = frozenset({"can", "could", "would", "will"})
_STANDING = frozenset({"be", "stand", "remain", "stay"})
_LONGEST = 80


class Words(msgspec.Struct, frozen=True):
    """The words of `data/verdicts.toml`."""

    harming: frozenset[str]
    harm: re.Pattern[str]
    idle: frozenset[str]
    bringing: frozenset[str]
    ways: frozenset[str]
    open: frozenset[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/verdicts.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    harm = re.compile("|".join(data.pop("harm")), re.IGNORECASE)
    return Words(harm=harm, **{name: frozenset(words) for name, words in data.items()})


def find_verdicts(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the parties of one parsed block say of a thing by what it would do, or alone can do.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in _BESIDE:
            continue
        subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i), None)
        if subject is None or subject.pos_ != "NOUN":
            continue
        helpers = {c.lower_ for c in token.children if c.dep_ == "aux"}
        if helpers & _ABLE and token.lemma_ in _words().bringing and _is_only(subject):
            yield from _alone(context, token, subject)
        elif helpers & _AHEAD and _is_harm(context, token, subject):
            yield from _harmful(context, token, subject)
        elif token.lemma_ in _STANDING and subject.lemma_.lower() in _words().ways:
            yield from _open(context, token)


def _is_only(subject: Token) -> bool:
    """ "Only a federal constitution can ..."."""
    first = subject.doc[subject.left_edge.i]
    return first.lower_ == "only" and first.i < subject.i


def _alone(context: Context, verb: Token, subject: Token) -> Iterator[Claim]:
    """What alone can bring something is wanted by whoever says so."""
    if not is_negated(verb):
        reading = Reading("demands", "what alone can", extent(subject))
        yield from claims_of_reading(context, verb, speakers_of(context, verb), reading)


def _is_harm(context: Context, verb: Token, subject: Token) -> bool:
    if subject.lemma_.lower() in _words().idle or is_negated(verb):
        return False
    at = offset_of(verb)
    return verb.lemma_ in _words().harming or _words().harm.match(context.report.text, at, at + _LONGEST) is not None


def _harmful(context: Context, verb: Token, subject: Token) -> Iterator[Claim]:
    """ "Warned that a second assembly would undermine the constitution": against what would do so."""
    start, end = extent(subject)
    words = context.report.text[start:end]
    speakers = speakers_of(context, verb)
    own = {p for t in (subject, *subject.children) for p in context.roster.parties_at(t)}
    if not speakers or own & {*speakers} or not issues_in(words):
        return
    sentence = sentence_of(verb)
    issue = claim_issue(words, sentence, at=start)
    for party in dict.fromkeys(speakers) if issue is not None else ():
        yield Claim(party, "rejects", start, end, issue or "other", sentence, "what would do harm")


def _open(context: Context, verb: Token) -> Iterator[Claim]:
    """ "The door to talks remains open"."""
    if not any(c.lower_ in _words().open for c in verb.children):
        return
    sentence = sentence_of(verb)
    stance: Stance = "rejects" if is_negated(verb) else "offers"
    for party in dict.fromkeys(speakers_of(context, verb)):
        yield Claim(party, stance, *clause_span(verb, sentence), "process", sentence, "what stands open")

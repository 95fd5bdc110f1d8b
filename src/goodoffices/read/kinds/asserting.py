"""How a clause is meant: as so, as not so, as to come, or as something merely wished, possible or supposed."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Act", "Asserted", "Asserting", "asserted", "asserting"]

_HIGHEST = 6
"""Governing words that are looked at above a clause, at most."""
_DENIERS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "det", "neg", "advmod", "preconj", "expl"})
_CONTENT_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp", "acl", "advcl", "relcl", "dobj", "pobj", "csubj", "acomp"})


class Act(msgspec.Struct, frozen=True):
    """One act or state (`data/assertions.toml` says what each list is for)."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    issue: str | None = None
    about: frozenset[str] = frozenset()
    topic: bool = False


class Asserting(msgspec.Struct, frozen=True):
    """The word lists by which clauses are read as assertions."""

    acts: dict[str, Act]
    states: dict[str, Act]
    words: dict[str, frozenset[str]]
    answers: dict[str, tuple[str, ...]]


class Asserted(msgspec.Struct, frozen=True, eq=False):
    """Whether something is said to be so, as what, and by which verb it is denied, if by one ("denied that ...")."""

    holds: bool
    tense: Tense
    denier: Token | None = None


@functools.cache
def asserting() -> Asserting:
    """The word lists."""
    text = resources.files(__package__).joinpath("data/assertions.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Asserting)


def asserted(token: Token) -> Asserted | None:
    """Read how a word of doing or being is meant; None where it is not told as so or not so, now or to come."""
    turns, tense = 0, "fact"
    part: Token | None = None
    denier: Token | None = None
    for _ in range(_HIGHEST):
        if part is not None and _is_wished(token, part):
            return None
        own = _own_turns(token, part)
        if own is None or (own[0] and _is_of_late(token)):
            return None
        turns += own[0]
        if own[1] == "ahead":
            tense = "ahead"
        if part is not None and own[0] and token.lemma_.lower() in asserting().words["denying"]:
            denier = token
        if token.head.i == token.i or _tells(token, part):
            break
        if not _goes_up(token):
            break
        part, token = token, token.head
    return Asserted(holds=turns % 2 == 0, tense="ahead" if tense == "ahead" else "fact", denier=denier)


def _own_turns(token: Token, part: Token | None) -> tuple[int, str] | None:
    """How often one word of the chain turns the meaning round, and its tense; None where it is only supposed."""
    words = asserting().words
    tense, denied = "fact", False
    for child in token.children:
        if part is not None and child.i == part.i:
            continue
        if child.dep_ in {"aux", "auxpass"}:
            if child.lower_ in words["maybe"] or child.lemma_.lower() in words["maybe"]:
                return None
            if child.lower_ in words["ahead"]:
                tense = "ahead"
        if child.dep_ in {"mark", "advmod"} and child.lower_ in words["supposing"] and child.i < token.i:
            return None
        denied |= _denies(child)
    if part is not None and token.lemma_.lower() in words["failing"] | words["denying"] and part.dep_ != "advcl":
        return (1 - int(denied), tense) if not denied else None
    if part is not None and _is_untrue(token):
        return int(not denied), tense
    if part is not None and denied and token.lemma_.lower() in {"say", "think", "believe", "know", "claim"}:
        return None
    return int(denied), tense


def _is_of_late(token: Token) -> bool:
    """Does it tell of a stretch of time alone? "Has not met him since May" says nothing of what was before."""
    return any(child.dep_ == "prep" and child.lower_ == "since" for child in token.children)


def _denies(child: Token) -> bool:
    """Does a word that hangs on a verb or noun deny it: "not", "never", "no draft", "nobody", "not a single"?"""
    nothing = asserting().words["nothing"]
    if child.dep_ in _DENIERS and child.lower_ in nothing:
        return True
    if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return any(c.lower_ in nothing and c.dep_ in {"det", "neg", "preconj", "advmod"} for c in child.children)
    if child.dep_ in {"prep", "dative"}:
        behind = (child, *child.children)
        return any(c.lower_ in nothing and c.dep_ in {"pobj", "dative"} for c in behind) or any(
            d.lower_ in {"no", "none"}
            for c in child.children
            if c.dep_ == "pobj"
            for d in c.children
            if d.dep_ == "det"
        )
    return False


def _is_untrue(token: Token) -> bool:
    words = asserting().words["untrue"]
    return any(c.lemma_.lower() in words and c.dep_ in {"acomp", "attr"} for c in token.children)


def _goes_up(token: Token) -> bool:
    """Is a word part of a complement, so that what governs it says how it is meant?"""
    if token.dep_ == "conj":
        return token.head.pos_ == token.pos_ and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
    if token.dep_ in {"pobj", "prep"}:
        return token.head.lower_ == "without" or token.head.pos_ in {"ADP", "VERB", "AUX"}
    return token.dep_ in _CONTENT_CLAUSES or token.dep_ in {"nsubj", "nsubjpass", "attr", "amod", "advmod"}


def _is_wished(governor: Token, part: Token) -> bool:
    """Does a governing word make what hangs on it a wish, a task or a guess?"""
    wishing = asserting().words["wishing"]
    if part.dep_ in {"nsubj", "nsubjpass", "amod", "advmod", "conj", "attr", "dobj", "prep", "pobj"}:
        return False
    if part.dep_ == "xcomp" and governor.lemma_.lower() in {"be", "have", "manage", "continue", "begin", "go"}:
        return part.tag_ == "VB" and governor.lemma_ == "have"
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in part.children)
    failing = asserting().words["failing"]
    if infinitive:
        return governor.lemma_.lower() not in failing
    if governor.lower_ in {"for", "of", "from", "to", "about", "by", "against"} and part.dep_ == "pcomp":
        return True
    if governor.lemma_.lower() in asserting().words["claiming"] and part.dep_ == "ccomp" and _is_told(part):
        return False
    return governor.lemma_.lower() in wishing and part.dep_ in {"ccomp", "xcomp", "acl"}


def _is_told(verb: Token) -> bool:
    """Does a verb stand in a tense of telling ("had not agreed"), not in a bare form ("that they leave")?"""
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in verb.children
    )


def _tells(governor: Token, part: Token | None) -> bool:
    """Is a word a verb of saying that holds the clause? What governs it tells of the saying, not of the clause."""
    return part is not None and part.dep_ == "ccomp" and governor.lemma_.lower() not in asserting().words["denying"]

"""What an assertion is of: its cues, and the words of its clause that tell what it is about."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from ..plover.roles import doer
from .asserting import Act, asserting
from .clauses import clause_text, clause_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["Cue", "act_of", "cues", "told"]

_MATTER = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_LIGHT = frozenset(
    {
        "be",
        "have",
        "do",
        "make",
        "give",
        "take",
        "say",
        "tell",
        "get",
        "other",
        "such",
        "any",
        "many",
        "more",
        "most",
        "few",
        "much",
        "same",
        "own",
        "several",
    }
)
_POINTING = frozenset({"it", "this", "that", "they", "these", "those"})
_MANY_WORDS = 30
_BACK = 1
"""Sentences before that a clause can point back to, in its paragraph."""


class Cue(msgspec.Struct, frozen=True):
    """What a lemma can be the cue of: its act, the lemma that must hang on it (or none), and which way it goes."""

    act: str
    with_lemma: str
    yes: bool
    is_state: bool


@functools.cache
def cues() -> Mapping[str, tuple[Cue, ...]]:
    """The cues by their first lemma, those that ask for a second one first."""
    found: dict[str, list[Cue]] = {}
    lists = asserting()
    for is_state, acts in ((False, lists.acts), (True, lists.states)):
        for name, act in acts.items():
            for yes, entries in ((True, act.yes), (False, act.no)):
                for entry in entries:
                    first, _, second = entry.partition(" ")
                    found.setdefault(first, []).append(Cue(name, second, yes, is_state))
    return {lemma: tuple(sorted(cues, key=lambda cue: not cue.with_lemma)) for lemma, cues in found.items()}


def act_of(name: str, *, is_state: bool) -> Act:
    """The act or state of a cue."""
    lists = asserting()
    return (lists.states if is_state else lists.acts)[name]


def told(context: Context, token: Token, head: Token, cue: Cue) -> tuple[str, tuple[str, ...]]:
    """The clause, and the words that carry what it is about."""
    owner = token.head if cue.is_state and token.dep_ == "amod" else head
    inside = clause_words(owner)
    subject = doer(head)
    if act_of(cue.act, is_state=cue.is_state).topic:
        return _clean(context, head), _topic(inside, token, cue)
    kept = [
        *inside,
        *(itertools.islice(subject.subtree, _MANY_WORDS) if subject is not None and owner.i == head.i else ()),
    ]
    words = {_word(t): None for t in sorted(kept) if _carries(t, token, cue)}
    if _points_back(head, inside):
        words |= _pointed_at(token, head)
    return _clean(context, owner), tuple(sorted(list(words)[:_MANY_WORDS]))


def _clean(context: Context, owner: Token) -> str:
    """A clause without a conjunction, half a pair of quotation marks or a doubled subject at its beginning."""
    text = clause_text(context, owner)
    if any(child.dep_ == "expl" for child in owner.children):
        at = text.find("here ")
        text = text[at - 1 :] if at > 0 else text
    text = text.removeprefix("that ").strip(" ,;").removesuffix(",")
    return text.replace('"', "").strip() if text.count('"') % 2 else text


def _topic(inside: Iterable[Token], token: Token, cue: Cue) -> tuple[str, ...]:
    """What a readout is of: the words behind a preposition, without those of the speech itself."""
    found = {
        _word(t)
        for t in inside
        if t.dep_ in {"pobj", "compound"} and _carries(t, token, cue) and t.ent_type_ != "ORDINAL"
    }
    return tuple(sorted(word for word in found if word.casefold() not in act_of(cue.act, is_state=False).about))


def _points_back(head: Token, inside: Iterable[Token]) -> bool:
    """Does a clause say "it is ...", "no such thing", "nothing of the kind"?"""
    if any(c.lower_ in _POINTING and c.dep_ in {"nsubj", "nsubjpass", "dobj"} for c in head.children):
        return True
    return any(t.lemma_.lower() in asserting().words["pointing"] and t.dep_ in {"dobj", "pobj"} for t in inside)


def _carries(token: Token, cue_token: Token, cue: Cue) -> bool:
    if token.i == cue_token.i or token.pos_ not in _MATTER or token.lemma_.lower() in _LIGHT:
        return False
    return token.lemma_.lower() != cue.with_lemma and (not token.is_stop or token.pos_ == "ADJ")


def _word(token: Token) -> str:
    return token.text if token.pos_ == "PROPN" else token.lemma_.lower()


def _pointed_at(token: Token, owner: Token) -> dict[str, None]:
    """The nouns before a clause whose subject only points back: of its sentence, else of the one before."""
    sentence = token.sent
    first = min(owner.left_edge.i, token.i)
    before = [t for t in token.doc[sentence.start : first] if t.pos_ in _MATTER and not t.is_stop]
    near = [*before]
    for _ in range(_BACK):
        if sentence.start > 0 and len(near) < _MANY_WORDS:
            sentence = token.doc[sentence.start - 1].sent
            near += [t for t in sentence if t.pos_ in _MATTER and not t.is_stop]
    return {_word(t): None for t in near}

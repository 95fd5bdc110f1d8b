"""Keepers: who keeps a thing secret, and the clause that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import offset_of, sentence_of
from .governing import clause_of, subject_of_clause
from .phrases import actors_of_phrase, objects_behind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["clause_of_secret", "keepers_of"]

_LONGEST_CLAUSE = 30
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FIRST_PERSON = frozenset({"i", "we"})
_DEEPEST = 5


def keepers_of(context: Context, cue: Token) -> tuple[str, ...]:
    """Ids of the sides that keep it secret: who refuses or agrees to, else those by or for whom it is kept."""
    verb = _verb_of(cue)
    found: list[str] = []
    if verb is not None:
        for inner in objects_behind(verb, {"by"}):
            found += actors_of_phrase(context, inner)
        passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
        subject = subject_of_clause(clause_of(verb))
        if subject is not None and not passive and _acts(verb, cue):
            found += actors_of_phrase(context, subject) or (
                _speakers(context, cue) if subject.lower_ in _FIRST_PERSON else ()
            )
    if not found:
        for token in sentence_of(cue).span[cue.i - sentence_of(cue).span.start :][:6]:
            if token.dep_ == "pobj" and token.head.lower_ in {"for", "between"}:
                found += context.roster.at(token)
    return tuple(sorted({context.roster.party(actor) for actor in found}))


def _acts(verb: Token, cue: Token) -> bool:
    """Does the verb's subject keep the secret, rather than being it ("the annex remains confidential")?"""
    return verb.lemma_.lower() not in {"be", "remain", "stay", "become", "emerge"} and (
        verb == cue or cue.dep_ != "nsubj"
    )


def _speakers(context: Context, cue: Token) -> tuple[str, ...]:
    """Who "I" is: whom the words are attributed to, or whose turn it is."""
    at = offset_of(cue)
    speaker = sentence_of(cue).block.speaker
    said = context.said_by(at, at + len(cue))
    return said or (context.persons_named(speaker.start, speaker.end) if speaker else ())


def _verb_of(cue: Token) -> Token | None:
    token = cue
    for _ in range(_DEEPEST):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod":
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def clause_of_secret(context: Context, cue: Token) -> str:
    """The clause that says it, the whole sentence where that is short."""
    sentence = sentence_of(cue)
    words = sentence.text
    if len(sentence.span) > _LONGEST_CLAUSE:
        verb = _verb_of(cue)
        for _ in range(_DEEPEST):
            if verb is None or verb.head == verb or any(c.dep_ in _SUBJECTS for c in verb.children):
                break
            verb = _verb_of(verb.head)
        if verb is not None:
            first, last = verb.doc[verb.left_edge.i], verb.doc[verb.right_edge.i]
            words = context.report.text[
                max(offset_of(first), sentence.start) : min(offset_of(last) + len(last), sentence.end)
            ]
    return " ".join(words.split())

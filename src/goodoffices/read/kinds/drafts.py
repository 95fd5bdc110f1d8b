"""Drafts: what "would" be under a text that someone put forward is what its author wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import Sentence, offset_of, sentence_of
from .claims import Claim
from .documents import owner_of_document
from .frames import frames
from .governing import LONGEST_SENTENCE
from .holders import speakers_of
from .issues import issues_in
from .negation import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_drafts"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_FAR = 3
"""Sentences behind the one that names the text in which "would" still tells of it."""
_UNREAL = frozenset({"if", "unless", "whether", "that", "because", "since", "rather", "like", "who", "which"})


def find_drafts(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find what the texts that one parsed block names would bring, as demands of their authors.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    owners: tuple[str, ...] = ()
    named = 0
    for sentence in _sentences(doc):
        found = _owners(context, sentence)
        if found:
            owners, named = found, sentence.number
        elif sentence.number - named > _FAR:
            owners = ()
        told = list(_told(context, sentence)) if owners else []
        for verb in told:
            yield from _claims(context, verb, sentence, owners)
        if told:
            named = sentence.number


def _sentences(doc: Doc) -> Iterator[Sentence]:
    found = dict.fromkeys(sentence_of(token) for token in doc if not token.is_space)
    yield from (sentence for sentence in found if len(sentence.span) <= LONGEST_SENTENCE)


def _owners(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """Whose text a sentence speaks of, as its subject or behind "under"."""
    for token in sentence.span:
        if token.lemma_.lower() in frames().drafts and (token.dep_ in _SUBJECTS or token.head.lower_ == "under"):
            owners = owner_of_document(context, token) or _nation(context, token)
            if owners:
                return tuple(dict.fromkeys(context.roster.party(owner) for owner in owners))
    return ()


def _nation(context: Context, noun: Token) -> tuple[str, ...]:
    """ "The American text", of a state that the report does not name otherwise."""
    named = noun.doc.user_data["named"]
    entities = [named[c.i] for c in noun.children if c.dep_ == "amod" and c.i in named]
    return tuple(context.roster.enter(e.name, e.kind, e.iso).id for e in entities[:1] if e.kind == "state")


def _told(context: Context, sentence: Sentence) -> Iterator[Token]:
    """The verbs of a sentence's main clauses that stand under "would", in nobody's words."""
    for token in sentence.span:
        would = [c for c in token.children if c.dep_ == "aux" and c.lower_ in {"would", "'d"}]
        subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if not would or subject is None or token.dep_ not in {"ROOT", "conj", "ccomp"}:
            continue
        at = offset_of(token)
        free = not any(c.lower_ in _UNREAL for c in token.children) and not context.is_said(at, at + len(token))
        if free and not speakers_of(context, token) and token.lemma_.lower() not in frames().verbs:
            yield token


def _claims(context: Context, verb: Token, sentence: Sentence, owners: tuple[str, ...]) -> Iterator[Claim]:
    later = [t for t in verb.children if t.dep_ in {"conj", "ccomp"} and any(c.dep_ in _SUBJECTS for c in t.children)]
    words = [t for t in verb.subtree if not any(t == o or o.is_ancestor(t) for o in later)]
    start, end = offset_of(words[0]), offset_of(words[-1]) + len(words[-1])
    issue = next(iter(issues_in(context.report.text[start:end])), None)
    for party in owners if issue is not None else ():
        stance: Stance = "rejects" if is_negated(verb) else "offers" if _gives(verb) else "demands"
        yield Claim(party, stance, start, min(end, sentence.end), issue or "other", sentence, "what a text would bring")


def _gives(verb: Token) -> bool:
    """ "Would have given the islanders a veto": what a text would bring to others its author offers."""
    return verb.lemma_.lower() in frames().giving_to and any(
        c.dep_ in {"dative", "iobj"} and c.lower_ not in {"it", "itself", "them", "us", "me"} for c in verb.children
    )

"""Who did it, and to whom: the phrases around a cue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .countries import gazette
from .cues import objects, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["doer", "is_passive", "partners", "undergoers"]

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_TOWARDS = (
    "with",
    "against",
    "on",
    "upon",
    "at",
    "toward",
    "towards",
    "to",
    "from",
    "for",
    "over",
    "into",
    "of",
    "between",
    "about",
    "as",
)
_ARRIVING = frozenset(
    {"arrive", "land", "intervene", "interfere", "meddle", "stop", "enter", "deploy", "withdraw", "station", "invest"}
)
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_HIGHEST = 8


def is_passive(verb: Token) -> bool:
    """Is the verb's subject the one to whom it was done?"""
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return not any(c.dep_ == "dobj" for c in verb.children)  # else the parser took a past tense for a participle
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(c.dep_ in _SUBJECTS for c in verb.children)
        and is_passive_head(verb)
    )


def is_passive_head(verb: Token) -> bool:
    """Is the verb that another is joined to passive?"""
    head = verb.head
    return head.tag_ == "VBN" and any(c.dep_ in {"nsubjpass", "auxpass"} for c in head.children)


def doer(verb: Token) -> Token | None:
    """The head of the phrase that names who did it, through infinitives, participles and joined verbs."""
    if is_passive(verb):
        return next((inner for word, inner in prepositions(verb) if word == "by" and inner.pos_ in _NOUNS), None)
    for _ in range(_HIGHEST):
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "csubj"}), None)
        if subject is not None:
            return _antecedent(subject, verb)
        head = verb.head
        if verb.dep_ in {"acl", "relcl"}:
            return head if head.pos_ in {"NOUN", "PROPN"} else None
        if (
            verb.dep_ == "xcomp"
            and (told := next((c for c in head.children if c.dep_ in {"dobj", "dative"}), None)) is not None
        ):
            return told
        if (
            verb.dep_ not in {"xcomp", "conj", "advcl", "pcomp", "prep", "acomp", "attr", "ccomp", "parataxis"}
            or head == verb
        ):
            return None
        verb = head
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
        return verb.head
    return subject


def undergoers(verb: Token) -> Iterator[Token]:
    """Heads of the phrases that may name to whom it was done, the likeliest first."""
    named = [o for o in objects(verb) if o.pos_ in _NOUNS and o.dep_ not in {"prt", "advmod"}]
    yield from sorted(named, key=lambda token: token.dep_ != "dative")
    yield from partners(verb)
    for clause in _clauses_under(verb):
        if clause.dep_ == "advcl" and not _to(clause):
            continue
        yield from (c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ not in gazette().back)
        yield from (o for o in objects(clause) if o.pos_ in _NOUNS)
        yield from partners(clause)
        for deeper in (c for c in clause.children if c.dep_ in {"xcomp", "ccomp"}):
            yield from (
                c for c in deeper.children if c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ not in gazette().back
            )
            yield from (o for o in objects(deeper) if o.pos_ in _NOUNS)


def _clauses_under(verb: Token) -> Iterator[Token]:
    """Infinitives and clauses under a verb, its adjectives and its objects ("is ready to", "an invitation to")."""
    yield from (c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"})
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "dobj", "oprd"}:
            yield from (c for c in child.children if c.dep_ in {"xcomp", "acl"} and _to(c))


def _to(clause: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def partners(head: Token) -> Iterator[Token]:
    """Heads of the phrases behind the prepositions of a verb or a noun, the likeliest first."""
    behind = list(prepositions(head))
    wanted = (*_TOWARDS, "in", "at") if head.lemma_.lower() in _ARRIVING else _TOWARDS
    for word in wanted:
        for found, inner in behind:
            if found != word:
                continue
            if inner.pos_ == "VERB":  # "for attacking X", "of supporting Y"
                yield from (o for o in objects(inner) if o.pos_ in _NOUNS)
                yield from (deeper for _, deeper in prepositions(inner))
            else:
                yield inner

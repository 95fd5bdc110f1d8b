"""Outlook: whether what a clause tells has happened, goes on, is to come, or was called off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .governing import Clause, is_denied, outlook_words, tense_of, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Prospect", "prospect_of", "prospect_of_verbs"]

_NOT_YET = frozenset({"when", "once", "until", "before", "if", "unless", "should"})
"""Before a clause in the present tense: it tells of what is to come."""
Prospect: TypeAlias = Literal["happened", "going_on", "to_come", "possible", "called_off", "denied", "unsaid"]


def prospect_of(clause: Clause) -> Prospect:
    """Say how a clause presents what its cue names.

    A clause beside the noun ("which was to be held in May") speaks only where the main one says nothing stronger.
    """
    main = prospect_of_verbs(clause.verbs) if clause.verbs else "unsaid"
    if (
        main == "happened"
        and clause.relation in {"object", "within"}
        and clause.verbs[0].lemma_.lower() in outlook_words().over
    ):
        main = "to_come"
    if main in {"called_off", "denied"}:
        return main
    aside = next((p for verb in clause.asides if (p := prospect_of_verbs((verb,))) != "unsaid"), "unsaid")
    if aside == "called_off":
        return aside
    if any(noun.lemma_.lower() in outlook_words().to_come_nouns for noun in clause.nouns[1:]):
        return "to_come"
    if clause.relation in {"within", ""}:
        return aside if aside != "unsaid" else main
    return main if main != "unsaid" else aside


def prospect_of_verbs(verbs: tuple[Token, ...]) -> Prospect:
    """Say how a verb and those above it present what they tell."""
    words = outlook_words()
    called_off = any(verb_phrase(v) in words.called_off or v.lemma_.lower() in words.called_off for v in verbs[:2])
    refused = any(verb.lemma_.lower() in words.refused for verb in verbs[1:])
    if refused or any(is_denied(verb) for verb in verbs):
        return "denied"
    for n, verb in enumerate(verbs):
        if verb.pos_ not in {"VERB", "AUX"}:
            if verb.lemma_.lower() in words.to_come_adjectives | words.to_come_nouns:
                return "possible" if called_off else "to_come"
            continue
        tense = tense_of(verb)
        if tense == "to_come":
            return "to_come"
        if tense == "possible":
            return "possible"
        if _expects(verb, under=n > 0):
            return "possible" if called_off else "to_come"
        if tense in {"infinitive", "participle"} and n + 1 < len(verbs):
            continue
        if called_off:
            return "called_off" if tense in {"past", "present", "participle"} else "possible"
        return _plain(verb)
    return "unsaid"


def _expects(verb: Token, *, under: bool) -> bool:
    """Is what the verb governs to come: "is to open", "was due to", "has agreed to", "was scheduled for"?"""
    words = outlook_words()
    if verb.lemma_ == "be":
        infinitive = any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in verb.children)
        due = any(c.dep_ in {"acomp", "oprd"} and c.lemma_.lower() in words.to_come_adjectives for c in verb.children)
        return (infinitive and under) or due
    lemma = verb.lemma_.lower()
    return (under and lemma in words.to_come_verbs) or (verb.tag_ == "VBN" and lemma in words.fixed)


def _plain(verb: Token) -> Prospect:
    words = outlook_words()
    tense = tense_of(verb)
    if tense == "past":
        return "happened"
    if verb_phrase(verb) in words.under_way_verbs or any(c.lower_ in words.under_way_words for c in verb.children):
        return "going_on"
    if tense == "present":
        waits = any(c.lower_ in _NOT_YET and c.dep_ in {"mark", "advmod"} for c in verb.children)
        return "to_come" if waits else "going_on"
    if tense == "participle":
        return "happened" if verb.tag_ == "VBN" else "unsaid"
    return "to_come" if tense == "infinitive" else "unsaid"

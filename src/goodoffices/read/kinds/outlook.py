"""Outlook: whether what a clause tells has happened, goes on, is to come, or was called off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .governing import Clause, is_denied, tense_of, verb_phrase
from .outlook_words import outlook_words

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
    main = _main(clause)
    if main in {"called_off", "denied"}:
        return main
    aside = _first_said(clause)
    if aside == "called_off":
        return aside
    if any(noun.lemma_.lower() in outlook_words().to_come_nouns for noun in clause.nouns[1:]):
        return "to_come"
    first, second = (aside, main) if clause.relation in {"within", ""} else (main, aside)
    return second if first == "unsaid" else first


def _main(clause: Clause) -> Prospect:
    if not clause.verbs:
        return "unsaid"
    told = prospect_of_verbs(clause.verbs)
    over = clause.relation in {"object", "within"} and clause.verbs[0].lemma_.lower() in outlook_words().over
    return "to_come" if told == "happened" and over else told


def _first_said(clause: Clause) -> Prospect:
    for verb in clause.asides:
        prospect = prospect_of_verbs((verb,))
        if prospect != "unsaid":
            return prospect
    return "unsaid"


def prospect_of_verbs(verbs: tuple[Token, ...]) -> Prospect:
    """Say how a verb and those above it present what they tell."""
    words = outlook_words()
    off = any(verb_phrase(v) in words.called_off or v.lemma_.lower() in words.called_off for v in verbs[:2])
    if any(is_denied(verb) for verb in verbs) or any(verb.lemma_.lower() in words.refused for verb in verbs[1:]):
        return "denied"
    for n, verb in enumerate(verbs):
        if verb.pos_ not in {"VERB", "AUX"}:
            told = _by_word(verb, off=off)
        elif n + 1 < len(verbs) and _waits_for_upper(verb, under=n > 0):
            continue
        else:
            told = _by_tense(verb, under=n > 0, off=off)
        if told != "unsaid":
            return told
    return "unsaid"


def _waits_for_upper(verb: Token, *, under: bool) -> bool:
    """Is it an infinitive or a participle, whose time the verb above it tells?"""
    return tense_of(verb) in {"infinitive", "participle"} and not _expects(verb, under=under)


def _by_word(word: Token, *, off: bool) -> Prospect:
    """What a noun or adjective above an infinitive says: "due to meet", "the proposal that they meet"."""
    known = outlook_words().to_come_adjectives | outlook_words().to_come_nouns
    if word.lemma_.lower() not in known:
        return "unsaid"
    return "possible" if off else "to_come"


def _by_tense(verb: Token, *, under: bool, off: bool) -> Prospect:
    tense = tense_of(verb)
    if tense == "to_come":
        return "to_come"
    if tense == "possible" or (off and (tense == "infinitive" or _expects(verb, under=under))):
        return "possible"
    if _expects(verb, under=under):
        return "to_come"
    return "called_off" if off else _plain(verb)


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
    words, tense = outlook_words(), tense_of(verb)
    if tense == "past" or (tense == "participle" and verb.tag_ == "VBN"):
        return "happened"
    if verb_phrase(verb) in words.under_way_verbs or any(c.lower_ in words.under_way_words for c in verb.children):
        return "going_on"
    if tense == "present":
        waits = any(c.lower_ in _NOT_YET and c.dep_ in {"mark", "advmod"} for c in verb.children)
        return "to_come" if waits else "going_on"
    return "to_come" if tense == "infinitive" else "unsaid"

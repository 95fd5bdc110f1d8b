"""Taking part: where the subject of a verb is at the meeting that the verb has as its object or around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import Clause, is_denied, is_speech, verb_phrase
from ..outlook_words import outlook_words
from .known import in_a_call, is_new_occasion, is_over_a_meal, is_their_occasion
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["takes_part"]

_MAKING = frozenset({"plan", "announce", "prepare", "schedule", "consider"})
"""What a traveller does with a visit of his own."""
_OWNING = frozenset({"acknowledge", "admit", "concede"})
_SPEAKING = frozenset({"brief", "address", "present"})


def takes_part(clause: Clause) -> bool:  # noqa: PLR0911  one answer a way of taking part
    """Does the subject take part: of "meet", or of "hold talks", "took part in the meeting"?

    Args:
        clause: The clause of the meeting.
    """
    words = meeting_words()
    if clause.relation == "verb" or in_a_call(clause):
        return True
    if not clause.verbs or clause.relation not in {"object", "within"}:
        return False
    verb = clause.verbs[0]
    if any(c.dep_ == "nsubjpass" for c in verb.children) or is_denied(verb):
        return False
    if clause.relation == "within" and is_new_occasion(clause) and (is_speech(verb) or verb.lemma_ in _SPEAKING):
        return True  # "told members in a closed session"
    if clause.relation == "within" and _is_there_himself(clause, verb):
        return True
    if clause.relation == "within" and (is_over_a_meal(clause) or is_their_occasion(clause)):
        return True
    if clause.relation == "within" and not _goes_to(clause):
        return False
    if clause.relation == "object" and verb.lemma_.lower() in words.proposing and _is_of_a_party(clause):
        return True
    calls_off_own = clause.cue.lemma_.lower() in words.visits and verb_phrase(verb) in outlook_words().called_off
    makes_own = clause.cue.lemma_.lower() in words.visits and clause.relation == "object" and verb.lemma_ in _MAKING
    return verb.lemma_.lower() in words.attended or calls_off_own or makes_own or _owns_up(clause, verb)


def _owns_up(clause: Clause, verb: Token) -> bool:
    """ "Has acknowledged meetings with X": of what one has done oneself."""
    with_whom = any(c.lower_ == "with" for noun in clause.nouns for c in noun.children)
    return clause.relation == "object" and verb.lemma_ in _OWNING and with_whom


def _is_of_a_party(clause: Clause) -> bool:
    """ "Seoul proposes a meeting": who proposes is to sit there; not where the words say who else is to meet."""
    behind = (c for noun in clause.nouns for c in noun.children if c.dep_ == "prep")
    return not any(c.lower_ in {"between", "among", "of"} for c in behind)


def _is_there_himself(clause: Clause, verb: Token) -> bool:
    """ "Will be at the talks", "on a visit to Malaysia", "brokered a truce at a meeting with both"."""
    top = clause.nouns[-1]
    if top.dep_ != "pobj" or any(c.dep_ == "nsubjpass" for c in verb.children):
        return False
    if verb.lemma_ == "be" and top.head.lower_ == "at" and top.head.head == verb and top == clause.cue:
        return True
    if verb.lemma_ == "be" and top.head.lower_ == "for" and top.head.head == verb:
        return True  # "is in Muscat for consultations with X"
    if top.head.lower_ == "on" and clause.cue.lemma_.lower() in meeting_words().visits:
        return True
    with_whom = any(c.dep_ == "prep" and c.lower_ == "with" for c in clause.cue.children)
    return is_new_occasion(clause) and with_whom


def _goes_to(clause: Clause) -> bool:
    """Does the noun hang on its verb by "in", "at", "to" or "for" ("took part in meetings")?"""
    top = clause.nouns[-1]
    if top.dep_ == "pobj" and top.head.lower_ == "of":
        return top.head.head.lower_ == "out"  # "walked out of a session"
    if top.dep_ == "pobj" and top.head.lower_ == "from" and top.head.head.lemma_ in {"come", "return", "emerge"}:
        return True  # "had just come from a meeting with X"
    if top.dep_ == "pobj" and top.head.lower_ == "through" and top.head.head.lemma_ == "sit":
        return True  # "sat through the last night of the talks"
    if top.dep_ == "pobj" and top.head.lower_ == "on":
        return top.lemma_ in meeting_words().margins  # "agreed to meet on the margins of the conference"
    return top.dep_ == "pobj" and top.head.lower_ in {"in", "at", "to", "for", "into"}

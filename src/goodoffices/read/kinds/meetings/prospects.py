"""Prospects of meetings: held, under way, to come, called off, put off to another day, or resumed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..governing import Clause, is_denied, tense_of, verb_phrase
from ..outlook import Prospect, prospect_of
from ..outlook_words import outlook_words
from .attachment import Reach
from .known import is_known_occasion, is_occasion, is_offered
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["has_slipped", "meeting_prospect"]


def meeting_prospect(reach: Reach) -> Prospect:
    """Say whether a meeting has happened, is to come or was called off, as its clause tells."""
    clause = reach.clause
    special = _turned(reach)
    if special is not None:
        return special
    told = prospect_of(clause)
    if told == "denied":
        return _denied(clause)
    cases: tuple[tuple[Callable[[Clause], bool], set[Prospect] | None, Prospect], ...] = (
        (_has_resumed, {"called_off", "going_on"}, "happened"),
        (_depends, {"going_on"}, "possible"),
        (has_slipped, None, "to_come"),
        (_adjourned, {"called_off"}, "happened"),
        (is_offered, {"going_on"}, "to_come"),
    )
    for stands, said, instead in cases:
        if (said is None or told in said) and stands(clause):
            return instead
    if clause.relation == "verb" or told not in {"unsaid", "going_on"}:
        return told
    before = {c.lower_ for noun in clause.nouns for c in noun.children if c.dep_ in {"amod", "compound"}}
    return "to_come" if before & outlook_words().before else told


def _turned(reach: Reach) -> Prospect | None:
    """What stands whatever else the clause says: "was to have met", "follows talks in Vienna"."""
    clause = reach.clause
    if not clause.verbs:
        return "happened" if is_known_occasion(reach) else None
    if _was_to_have(clause):
        return "called_off"
    return "happened" if clause.relation == "object" and clause.verbs[0].lemma_ == "follow" else None


def _denied(clause: Clause) -> Prospect:
    """A meeting that did not take place is one that was called off; one that nobody wants is none."""
    if has_slipped(clause):
        return "to_come"
    if is_occasion(clause):
        return "happened"
    if not clause.verbs:
        return "denied"
    first = next((v for v in clause.verbs if is_denied(v)), clause.verbs[0])
    if _stays_away(clause, first):
        return "to_come" if tense_of(first) == "to_come" else "happened"
    happening = meeting_words().itself | {"hold", "materialise", "materialize"}
    happens = clause.relation in {"subject", "object"} and first.lemma_.lower() in happening
    off = happens and any(c.tag_ in {"VBD", "VBZ", "VBP"} for c in (first, *first.children))
    return "called_off" if off else "denied"


def _stays_away(clause: Clause, verb: Token) -> bool:
    """ "Would not attend the conference in Tokyo": it takes place without them. Of talks it is the end."""
    known = any(c.lower_ == "the" or c.dep_ == "poss" for c in clause.cue.children)
    away = verb.lemma_ == "attend" and verb == clause.verbs[0] and clause.relation == "object"
    return away and known and not {clause.cue.lemma_.lower(), clause.cue.lower_} & meeting_words().talks


def _depends(clause: Clause) -> bool:
    """ "A further round depends on the cabinet"."""
    return bool(clause.verbs) and clause.verbs[0].lemma_ in {"depend", "hinge"} and clause.relation == "subject"


def has_slipped(clause: Clause) -> bool:
    """ "Has slipped to 21 November": put off to a day that is named."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or clause.relation not in {"subject", "object"}:
        return False
    outlook = outlook_words()
    to = any(c.dep_ == "prep" and c.lower_ in {"to", "until", "till"} for c in verb.children)
    return to and verb_phrase(verb) in outlook.slipped and not is_denied(verb)


def _adjourned(clause: Clause) -> bool:
    """ "The sides adjourned their summit": those who sat break off what they held."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or clause.relation != "object":
        return False
    active = not any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    return verb.lemma_ == "adjourn" and active and verb.tag_ in {"VBD", "VBN"}


def _was_to_have(clause: Clause) -> bool:
    """ "Was to have visited Buka last month": what did not come about."""
    for verb in clause.verbs[:2]:
        have = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
        to = any(c.tag_ == "TO" for c in verb.children)
        if (
            have
            and to
            and verb.tag_ == "VBN"
            and verb.head.lemma_ in {"be", "due", "schedule", "plan", "set", "expect"}
        ):
            return verb.head.tag_ in {"VBD", "VBN", "JJ"}
    return False


def _has_resumed(clause: Clause) -> bool:
    """ "Had been suspended since May and resumed in June": what was broken off and taken up again."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None:
        return False
    if clause.relation == "within" and len(clause.verbs) > 1:  # "... and resumed in June with a meeting in X"
        return verb.dep_ == "conj" and verb.lemma_ in meeting_words().again and tense_of(verb) == "past"
    again = (c for c in verb.children if c.dep_ == "conj" and c.i > verb.i)
    return any(c.lemma_ in meeting_words().again and tense_of(c) == "past" and not is_denied(c) for c in again)

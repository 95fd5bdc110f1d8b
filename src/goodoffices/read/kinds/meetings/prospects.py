"""Prospects of meetings: held, under way, to come, called off, put off to another day, or resumed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..governing import Clause, is_apart, is_denied, tense_of, verb_phrase
from ..outlook import Prospect, prospect_of
from ..outlook_words import outlook_words
from .attachment import Reach
from .by_form import has_failed, is_no_longer_to_be
from .invitations import is_invitation
from .known import is_ahead, is_known_occasion, is_occasion, is_offered
from .mentioned import is_wished_or_required
from .unreal import is_unreal
from .vocabulary import meeting_words
from .wished import is_wished_for

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["has_slipped", "meeting_prospect", "wants_to_hold"]

_HOLD = frozenset({"hold", "host", "convene", "organise", "organize", "call", "attend", "make", "pay"})


def meeting_prospect(reach: Reach) -> Prospect:
    """Say whether a meeting has happened, is to come or was called off, as its clause tells."""
    clause = reach.clause
    special = "denied" if is_wished_for(reach) else _turned(reach)
    if special is not None:
        return special
    told = prospect_of(clause)
    if (told == "denied" and has_failed(clause)) or (told == "going_on" and _is_said_to_have_been(clause)):
        return "happened"
    unmade = _is_unmade(clause) or _is_none(clause) or is_unreal(clause) or is_wished_or_required(reach)
    if unmade or told == "denied":
        return "denied" if unmade else _denied(clause)
    cases: tuple[tuple[Callable[[Clause], bool], set[Prospect] | None, Prospect], ...] = (
        (_has_resumed, {"called_off", "going_on"}, "happened"),
        (_depends, {"going_on"}, "possible"),
        (has_slipped, None, "to_come"),
        (_adjourned, {"called_off"}, "happened"),
        (is_offered, {"going_on"}, "to_come"),
        (_was_there, {"to_come", "possible"}, "happened"),
    )
    for stands, said, instead in cases:
        if (said is None or told in said) and stands(clause):
            return instead
    if clause.relation == "verb" or told not in {"unsaid", "going_on"}:
        return told
    before = {c.lower_ for noun in clause.nouns for c in noun.children if c.dep_ in {"amod", "compound"}}
    return "to_come" if before & outlook_words().before else told


def _turned(reach: Reach) -> Prospect | None:  # noqa: PLR0911  one answer a case, the surest first
    """What stands whatever else the clause says: "was to have met", "follows talks in Vienna"."""
    clause = reach.clause
    if any(wants_to_hold(verb) for verb in clause.asides) or is_ahead(clause):
        return "to_come"
    if clause.relation == "verb" and clause.cue.dep_ == "pcomp" and clause.cue.head.lower_ == "after":
        return "happened"  # "announced it after spending two hours with X"
    if not clause.verbs:
        if any(verb.lemma_ == "adjourn" and not _until(verb) for verb in clause.asides):
            return "happened"  # "the sixth round adjourned on Sunday", where the parser finds no verb
        return "happened" if is_known_occasion(reach) else None
    if _was_to_have(clause) or is_no_longer_to_be(clause):
        return "called_off"
    if clause.relation == "subject" and (_fell_through(clause.verbs[0]) or _never_came(clause)):
        return "called_off"
    if clause.relation == "verb" and clause.cue.lemma_.lower() in meeting_words().report and clause.cue.tag_ == "VBZ":
        return "to_come"  # "reports to the president this evening"
    if clause.relation == "verb" and clause.cue.lemma_.lower() in meeting_words().invite:
        return "denied" if is_denied(clause.cue) else "to_come"
    if clause.relation == "verb" and any(c.dep_ == "dobj" and is_invitation(c) for c in clause.cue.children):
        refused = clause.cue.lemma_ in {"decline", "refuse"} or is_denied(clause.cue)
        return "called_off" if refused else "to_come"
    return "happened" if clause.relation == "object" and clause.verbs[0].lemma_ == "follow" else None


def _fell_through(verb: Token) -> bool:
    return verb.lemma_ == "fall" and any(c.lower_ == "through" and c.i == verb.i + 1 for c in verb.children)


def _never_came(clause: Clause) -> bool:
    """ "A meeting planned for September collapsed when X walked out": before it had begun."""
    planned = any(v.lemma_ in {"plan", "schedule", "slate"} and v.tag_ == "VBN" for v in clause.asides)
    return planned and clause.verbs[0].lemma_ in {"collapse", "fail", "founder"} and clause.verbs[0].tag_ == "VBD"


def _is_wished_otherwise(verb: Token) -> bool:
    """ "Would rather have seen the talks held in X", "wants the talks moved to X"."""
    above = verb.head
    if (
        is_apart(verb, above)
        or verb.dep_ not in {"ccomp", "xcomp"}
        or verb.tag_ not in {"VBN", "VBD"}
        or any(c.dep_ == "aux" for c in verb.children)
    ):
        return False
    return above.lemma_ in {"see", "want", "like", "prefer"} and not any(c.dep_ == "nsubjpass" for c in above.children)


def _would_rather(verb: Token) -> bool:
    """ "Would rather have seen the talks held in X"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.lemma_ == "see" and {"would", "have"} <= auxiliaries


def _is_said_to_have_been(clause: Clause) -> bool:
    """ "Is understood to have conducted talks": what is said now of what was."""
    helping = {c.lower_ for c in clause.verbs[0].children if c.dep_ == "aux"} if clause.verbs else set()
    return clause.verbs[0].tag_ == "VBN" and {"to", "have"} <= helping if helping else False


def _is_unmade(clause: Clause) -> bool:
    """ "Without once getting both into one room", "doubts that there will be a next round"."""
    for verb in clause.verbs[:2]:
        if _is_wished_otherwise(verb) or _would_rather(verb):
            return True
        if verb.dep_ == "pcomp" and verb.head.lower_ in {"without", "despite", "against"}:
            return True
        under = verb.dep_ in {"ccomp", "xcomp"} and not is_apart(verb, verb.head)
        if under and verb.head.lemma_.lower() in meeting_words().unmade:
            return True
    return False


def _is_none(clause: Clause) -> bool:
    """ "There is no further meeting in the diary", "nobody has met him": not one that is called off."""
    if clause.relation == "verb":
        return any(c.dep_ == "nsubj" and c.lower_ in {"nobody", "none", "neither"} for c in clause.cue.children)
    none = any(c.lower_ == "no" and c.dep_ == "det" for c in clause.cue.children)
    return none and bool(clause.verbs) and clause.verbs[0].lemma_ == "be" and clause.cue.head == clause.verbs[0]


def _denied(clause: Clause) -> Prospect:
    """A meeting that did not take place is one that was called off; one that nobody wants is none."""
    if has_slipped(clause) or _is_not_before(clause):
        return "to_come"
    if is_occasion(clause):
        return "happened"
    if not clause.verbs:
        return "denied"
    first = next((v for v in clause.verbs if is_denied(v)), clause.verbs[0])
    if _stays_away(clause, first):
        return "to_come" if tense_of(first) == "to_come" else "happened"
    happening = meeting_words().itself | {"hold", "materialise", "materialize", "carry", "realise", "realize"}
    happens = clause.relation in {"subject", "object"} and first.lemma_.lower() in happening
    off = happens and any(c.tag_ in {"VBD", "VBZ", "VBP"} or c.lower_ == "will" for c in (first, *first.children))
    return "called_off" if off else "denied"


def _is_not_before(clause: Clause) -> bool:
    """ "Will not visit Indonesia before July": but then."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or tense_of(verb) != "to_come":
        return False
    times = (
        c for p in verb.children if p.dep_ == "prep" and p.lower_ in {"before", "until", "till"} for c in p.children
    )
    return any(c.ent_type_ == "DATE" for c in times)


def _stays_away(clause: Clause, verb: Token) -> bool:
    """ "Would not attend the conference in Tokyo": it takes place without them. Of talks it is the end."""
    known = any(c.lower_ == "the" or c.dep_ == "poss" for c in clause.cue.children)
    away = verb.lemma_ == "attend" and verb == clause.verbs[0] and clause.relation == "object"
    return away and known and not {clause.cue.lemma_.lower(), clause.cue.lower_} & meeting_words().talks


def _was_there(clause: Clause) -> bool:
    """ "Agreed at their summit to send an envoy", "were unable to agree during this first round"."""
    if not is_occasion(clause) or not clause.verbs:
        return False
    active = not any(c.dep_ in {"auxpass", "nsubjpass"} for c in clause.verbs[0].children)
    past = tense_of(clause.verbs[0]) == "past" and active
    return past or any(verb.lemma_ == "unable" for verb in clause.verbs)


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
    if verb is None or clause.relation not in {"object", "subject"}:
        return False
    if clause.relation == "subject" and _until(verb):
        return False
    active = not any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    return verb.lemma_ == "adjourn" and active and verb.tag_ in {"VBD", "VBN"}


def _until(verb: Token) -> bool:
    return any(c.lower_ in {"until", "till", "to"} for c in verb.children)


def wants_to_hold(verb: Token) -> bool:
    """ "A conference that France intends to hold"."""
    wants = verb.dep_ == "relcl" and verb.lemma_ in {"want", "intend", "plan", "hope"} and verb.tag_ in {"VBZ", "VBP"}
    return wants and any(c.dep_ == "xcomp" and c.lemma_.lower() in _HOLD for c in verb.children)


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

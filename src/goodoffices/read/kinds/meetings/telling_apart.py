"""Telling apart: which drafts tell of one meeting, and which only of talks as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .by_form import tells_at_once, tells_by_its_form
from .by_verb import verb_tells
from .courses import tells_by_its_course
from .cues import is_which
from .draft import Draft
from .known import is_ahead, is_known_occasion, is_offered, is_their_occasion
from .mentioned import is_mentioned_only
from .people import is_person
from .person_words import is_person_word
from .singled_out import is_opened, is_singled_out
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_asked", "sides_of", "tells_of_meeting"]

_PAIR = 2
_FOR_YEARS = frozenset(
    {"facilitate", "mediate", "broker", "moderate", "oversee", "lead", "sponsor", "support", "chair"}
)


def sides_of(context: Context, people: tuple[str, ...]) -> frozenset[str]:
    """Ids of the sides of some actors, each once."""
    return frozenset(context.roster.party(actor) for actor in people)


def tells_of_meeting(context: Context, draft: Draft) -> bool:  # noqa: PLR0911  one answer a case, the surest first
    """Do the words tell of one meeting, rather than of talks as such?"""
    weak = draft.cue.lemma_.lower() in meeting_words().weak
    if tells_at_once(context, draft):
        return True
    none = draft.prospect == "denied" or _is_of_another(context, draft, weak=weak) or _is_state_of_things(draft)
    if none or is_asked(draft) or is_mentioned_only(draft):
        return False
    sides = len(sides_of(context, draft.people))
    # two persons of one side meet as well ("the president and the rebel leader")
    if draft.reach.clause.relation == "verb":
        return verb_tells(context, draft, max(sides, len(draft.people)))
    sides = max(sides, sum(is_person(context, actor) for actor in draft.people))
    held = draft.place is not None and any(verb.lemma_ == "hold" for verb in draft.reach.clause.verbs[:1])
    held = held or (bool(draft.convenors) and draft.reach.clause.relation == "object") or is_opened(draft)
    if weak and draft.when is None and sides < _PAIR and not held and not is_known_occasion(draft.reach):
        return False
    if is_which(draft.cue):
        return draft.when is not None or draft.prospect in {"called_off", "to_come", "possible"}
    theirs = is_their_occasion(draft.reach.clause) and (sides > 0 or draft.collective)
    if theirs or tells_by_its_course(draft) or tells_by_its_form(draft):
        return True  # "at their last meeting the delegations quarrelled"
    if draft.occurs:
        own = (
            draft.cue.lemma_.lower() not in meeting_words().visits
            and sides == 1
            and draft.place is None
            and any(c.dep_ == "poss" and c.ent_type_ != "DATE" for n in draft.reach.nouns for c in n.children)
        )
        told = draft.place is not None or (draft.when is not None and not own) or sides >= _PAIR
        return told or is_singled_out(draft)
    if draft.prospect in {"happened", "unsaid"} and _is_past_time(draft, sides):
        return True
    ahead = is_ahead(draft.reach.clause)
    known = is_offered(draft.reach.clause) or (
        is_known_occasion(draft.reach) and (draft.prospect == "happened" or ahead)
    )
    if ahead and draft.when is not None and sides >= _PAIR:
        return True
    return draft.place is not None and (draft.when is not None or sides >= _PAIR or known or _is_new_to_come(draft))


def _is_of_another(context: Context, draft: Draft, *, weak: bool) -> bool:
    """ "The chairman of the talks", "a part of its consultations": what hangs on these is no meeting."""
    parts = {"part", "aspect", "phase", "stage"} if weak else {"part", "aspect"}
    return any(is_person_word(context, noun) or noun.lemma_ in parts for noun in draft.reach.nouns[1:])


def is_asked(draft: Draft) -> bool:
    """ "Whether he sees X I cannot say", "asked if they would meet": nobody knows, and no place or day is told."""
    if draft.place is not None or draft.when is not None:
        return False
    clauses = {"csubj", "csubjpass", "ccomp", "advcl", "pcomp"}
    return any(
        c.lower_ == "whether" and c.dep_ in {"mark", "advmod"}
        for verb in draft.reach.clause.verbs
        if verb.dep_ in clauses
        for c in verb.children
    )


def _is_past_time(draft: Draft, sides: int) -> bool:
    """ "After a session of the Council on Wednesday", "left after talks with X": what somebody was at before."""
    top = draft.reach.nouns[-1] if draft.reach.nouns else None
    if top is None or top.dep_ != "pobj" or top.head.lower_ not in {"after", "following"}:
        return False
    single = any(c.lower_ in {"a", "an"} for c in top.children)
    went_on = any(v.lemma_.lower() in meeting_words().itself for v in draft.reach.clause.asides)
    if single and went_on:
        return True  # "after a last session that went on into the evening"
    with_whom = any(c.lower_ in {"with", "between"} for noun in draft.reach.nouns for c in noun.children)
    return (single and sides > 0 and draft.when is not None) or (with_whom and sides >= _PAIR)


def _is_new_to_come(draft: Draft) -> bool:
    """ "A conference in London will deal with aid": a meeting of its own, with its place, that is to come."""
    new = any(c.lower_ in {"a", "an", "another"} for c in draft.cue.children)
    return new and draft.reach.clause.relation in {"subject", "within"} and draft.prospect == "to_come"


def _is_state_of_things(draft: Draft) -> bool:
    """ "Qatar, which hosts the talks": who does so all the time, not one meeting."""
    clause = draft.reach.clause
    verb = clause.verbs[0] if clause.verbs else None
    if verb is not None and _has_done_since(draft, verb):
        return True
    if verb is None or clause.relation != "object" or draft.when is not None or draft.prospect != "going_on":
        return False
    return verb.tag_ in {"VBZ", "VBP"} and verb.lemma_.lower() in meeting_words().convened and bool(draft.convenors)


def _has_done_since(draft: Draft, verb: Token) -> bool:
    """ "Who has moderated the talks since 1994": what somebody does for years."""
    has = any(c.dep_ == "aux" and c.lower_ in {"has", "have", "had"} for c in verb.children)
    since = any(c.lower_ == "since" and c.dep_ in {"prep", "mark"} for c in verb.children)
    since = since or any(c.lower_ == "since" and c.dep_ == "prep" for c in draft.cue.children)
    lasting = (
        verb.dep_ == "relcl" or verb.lemma_.lower() in _FOR_YEARS
    )  # "the bloc has facilitated the talks since 2011"
    return has and since and lasting and draft.place is None and draft.reach.clause.relation == "object"

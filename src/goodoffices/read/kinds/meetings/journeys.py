"""Journeys: when going somewhere, or looking at something, tells of a meeting."""

from __future__ import annotations

from ..governing import subject_of_clause
from ..phrases import objects_behind
from .draft import Draft
from .going import journey_for_people
from .vocabulary import meeting_words

__all__ = ["goes_once"]

_PAIR = 2


def goes_once(draft: Draft, sides: int) -> bool:  # noqa: PLR0911  one answer a kind of journey
    """Does a journey tell of a meeting: has it a time, or is the goer to see someone?

    Args:
        draft: What a verb of going or visiting tells.
        sides: How many sides it names.
    """
    words = meeting_words()
    if draft.cue.lemma_.lower() in words.arrive | words.invite | words.send:
        return sides > 0
    if draft.cue.lemma_.lower() in meeting_words().visit:
        if draft.prospect == "happened" and sides < _PAIR and _is_of_sites(draft):
            return False  # what someone has looked at is an event: "visited two camps"
        if sides >= _PAIR:
            return True
        persons = sides > 0 and draft.place is not None and draft.place[:1].isupper() and _is_named_person(draft)
        return persons or (
            (sides > 0 or draft.place is not None) and (draft.when is not None or draft.prospect != "happened")
        )
    if draft.cue.lemma_.lower() in meeting_words().go:
        if sides < _PAIR and draft.prospect == "happened" and _is_errand(draft):
            return False
        if sides > 0 and draft.cue.lemma_ != "leave" and (journey_for_people(draft.cue) or _is_for_occasion(draft)):
            return True
        leaves = draft.cue.lemma_ == "leave" and draft.prospect == "happened"
        if leaves and not journey_for_people(draft.cue):
            return False  # "left for London": it tells where somebody no longer is
        if sides > 0 and draft.place is not None and draft.prospect == "to_come" and _is_sent_out(draft):
            return True
        return (
            sides >= _PAIR or (sides > 0 and draft.when is not None) or (draft.collective and draft.place is not None)
        )
    return (sides > 0 or draft.collective) and draft.when is not None


def _is_sent_out(draft: Draft) -> bool:
    """ "A delegation would travel to Niger in the coming days": of those who are sent to see people."""
    subject = subject_of_clause(draft.reach.clause)
    return subject is not None and subject.lemma_.lower() in meeting_words().sent | {"envoy", "mission"}


def _is_for_occasion(draft: Draft) -> bool:
    """ "Then flew to Brussels for the European Council"."""
    words = meeting_words()
    behind = objects_behind(draft.cue, {"for"})
    return any({t.lemma_.lower(), t.lower_} & (words.nouns | words.assemblies) for t in behind)


def _is_errand(draft: Draft) -> bool:
    """ "Flew to New York to ask for a mission": a journey for something else than to see people."""
    words = meeting_words()
    clauses = (c for c in draft.cue.children if c.dep_ in {"advcl", "xcomp"})
    purposes = [c for c in clauses if any(g.tag_ == "TO" for g in c.children)]
    seeing = words.meet | words.receive | words.speak | words.visit | words.attended | words.seeing
    return bool(purposes) and not any(c.lemma_.lower() in seeing for c in purposes)


def _is_of_sites(draft: Draft) -> bool:
    things = [c for c in draft.cue.children if c.dep_ == "dobj"]
    people = meeting_words().personal
    return bool(things) and all(c.pos_ == "NOUN" and c.lemma_.lower() not in people for c in things)


def _is_named_person(draft: Draft) -> bool:
    """ "The envoy has since visited Tbilisi": who goes is a person with a name."""
    subject = subject_of_clause(draft.reach.clause)
    return subject is not None and subject.pos_ == "PROPN" and subject.ent_type_ == "PERSON"

"""Telling apart: which drafts tell of one meeting, and which only of talks as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import subject_of_clause, verb_phrase
from ..phrases import objects_behind
from .cues import is_of_known, is_which
from .draft import Draft, is_counted
from .known import is_known_occasion, is_offered
from .people import is_collective_noun
from .person_words import is_person_word
from .verbs import is_assembly
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["sides_of", "tells_of_meeting"]

_PAIR = 2


def sides_of(context: Context, people: tuple[str, ...]) -> frozenset[str]:
    """Ids of the sides of some actors, each once."""
    return frozenset(context.roster.party(actor) for actor in people)


def tells_of_meeting(context: Context, draft: Draft) -> bool:
    """Do the words tell of one meeting, rather than of talks as such?"""
    # "the chairman of the talks", "a part of its consultations" are no meetings
    of_another = any(is_person_word(context, n) or n.lemma_ in {"part", "aspect"} for n in draft.reach.nouns[1:])
    if draft.prospect == "denied" or of_another or _is_state_of_things(draft):
        return False
    sides = len(sides_of(context, draft.people))
    if draft.reach.clause.relation == "verb":
        # two persons of one side meet as well ("the president and the rebel leader")
        return _verb_tells(context, draft, max(sides, len(draft.people)))
    weak = draft.cue.lemma_.lower() in meeting_words().weak
    held = draft.place is not None and any(verb.lemma_ == "hold" for verb in draft.reach.clause.verbs[:1])
    if weak and draft.when is None and sides < _PAIR and not held and not is_known_occasion(draft.reach):
        return False
    if is_which(draft.cue):
        return draft.when is not None or draft.prospect in {"called_off", "to_come", "possible"}
    if draft.occurs:
        own = (
            sides == 1 and draft.place is None and any(c.dep_ == "poss" for n in draft.reach.nouns for c in n.children)
        )
        told = draft.place is not None or (draft.when is not None and not own) or sides >= _PAIR
        return told or _is_singled_out(draft)
    known = is_offered(draft.reach.clause) or (is_known_occasion(draft.reach) and draft.prospect == "happened")
    return draft.place is not None and (draft.when is not None or sides >= _PAIR or known)


def _is_state_of_things(draft: Draft) -> bool:
    """ "Qatar, which hosts the talks": who does so all the time, not one meeting."""
    clause = draft.reach.clause
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or clause.relation != "object" or draft.when is not None or draft.prospect != "going_on":
        return False
    return verb.tag_ in {"VBZ", "VBP"} and verb.lemma_.lower() in meeting_words().convened and bool(draft.convenors)


def _is_singled_out(draft: Draft) -> bool:
    """Without names, place and time, is it one meeting all the same ("the next round")?"""
    children = [c for n in draft.reach.nouns for c in n.children]
    if is_counted(draft.reach.clause):
        return True
    to_come = draft.prospect in {"to_come", "possible", "called_off"}
    owned = any(c.dep_ == "poss" for c in children)
    if to_come and any(_is_ordered(noun, alone=owned) for noun in draft.reach.nouns):
        return True
    if owned and not draft.collective:
        return False
    visit = draft.cue.lemma_.lower() in meeting_words().visits and draft.prospect == "called_off"
    if draft.people and (visit or (draft.collective and _is_with(draft))):
        return True
    if (draft.convenors or draft.prospect == "called_off") and any(c.lower_ in {"the", "this"} for c in children):
        return True
    single = draft.cue.tag_ in {"NN", "NNP"} and any(c.lower_ in {"a", "an", "the", "another"} for c in children)
    held = draft.reach.clause.verbs and draft.reach.clause.verbs[0].lemma_ in {
        "hold",
        "convene",
        "organise",
        "organize",
        "schedule",
        "call",
        "host",
    }
    return bool(to_come and single and held and draft.reach.clause.relation == "object")


def _is_ordered(noun: Token, *, alone: bool) -> bool:
    """ "The next round", "its first meeting"; where somebody owns a noun of the phrase, that one has to be it."""
    ordered = any(c.ent_type_ == "ORDINAL" or c.lower_ in {"next", "further"} for c in noun.children)
    return ordered and (not alone or any(c.dep_ == "poss" for c in noun.children))


def _is_with(draft: Draft) -> bool:
    """ "Held talks with both sides": with some who are not named here."""
    return draft.prospect == "happened" and any(
        is_collective_noun(inner) for noun in draft.reach.nouns for inner in objects_behind(noun, {"with"})
    )


def _verb_tells(context: Context, draft: Draft, sides: int) -> bool:  # noqa: PLR0911  one answer a kind of verb
    words = meeting_words()
    lemma = draft.cue.lemma_.lower()
    told = draft.place is not None or draft.when is not None or _is_where_it_is(draft)
    if is_of_known(draft.cue):
        return sides > 0 or draft.collective
    if lemma in words.sign and any(c.dep_ in {"nsubjpass", "auxpass"} for c in draft.cue.children):
        return _is_signing(draft)
    if lemma in words.sign | words.speak | words.telephone:
        if lemma in words.sign:
            return (sides > 0 and draft.place is not None) or ((draft.collective or sides >= _PAIR) and told)
        return sides >= _PAIR or (draft.collective and (sides > 0 or lemma in words.speak))
    if lemma in words.receive and draft.prospect == "going_on" and draft.when is None:
        return False  # "hosts the movement's leaders": a state of things
    if lemma in words.receive:
        return sides >= _PAIR or (sides > 0 and told and (draft.collective or lemma in {"brief", "consult", "receive"}))
    debates = bool({lemma, verb_phrase(draft.cue)} & words.debate)
    if debates or lemma in words.go | words.visit:
        return _goes_once(draft, sides)
    if sides >= _PAIR:
        return True
    # one side alone may meet within itself: a cabinet, a party congress
    placed = draft.place is not None or _is_where_it_is(draft)
    if sides > 0 and (placed or _is_regular(draft) or (told and _has_company(context, draft))):
        return True
    return _meets_within_itself(draft, told=told)


def _has_company(context: Context, draft: Draft) -> bool:
    """ "Notables met the commander last week": one side is named, and the other is people all the same."""
    cue = draft.cue
    whom = [c for c in cue.children if c.dep_ == "dobj"] + list(objects_behind(cue, {"with"}))
    return any(is_person_word(context, c) or c.tag_ in {"NNS", "NNPS"} for c in whom)


def _is_signing(draft: Draft) -> bool:
    """ "The accord is to be signed on Friday": with a day where it is to come, with a place too where it has been."""
    to_come = draft.prospect in {"to_come", "called_off"}
    return draft.when is not None and (to_come or (draft.prospect == "happened" and draft.place is not None))


def _meets_within_itself(draft: Draft, *, told: bool) -> bool:
    """ "The committee meets every week", "the Directorate met here": of bodies, and of people who are not named."""
    if _is_of_assembly(draft):
        return told or _is_regular(draft)
    return (told and (draft.collective or _is_of_named_body(draft))) or (draft.collective and _is_regular(draft))


def _goes_once(draft: Draft, sides: int) -> bool:
    """A journey tells of a meeting where it has a time, or the goer is to see someone."""
    if draft.cue.lemma_.lower() in meeting_words().visit:
        if draft.prospect == "happened" and sides < _PAIR and _is_of_sites(draft):
            return False  # what someone has looked at is an event: "visited two camps"
        return (sides > 0 or draft.place is not None) and (draft.when is not None or draft.prospect != "happened")
    if draft.cue.lemma_.lower() in meeting_words().go:
        if sides < _PAIR and draft.prospect == "happened" and _is_errand(draft):
            return False
        return sides >= _PAIR or (sides > 0 and draft.when is not None)
    return sides > 0 and draft.when is not None


def _is_errand(draft: Draft) -> bool:
    """ "Flew to New York to ask for a mission": a journey for something else than to see people."""
    words = meeting_words()
    clauses = (c for c in draft.cue.children if c.dep_ in {"advcl", "xcomp"})
    purposes = [c for c in clauses if any(g.tag_ == "TO" for g in c.children)]
    seeing = words.meet | words.receive | words.speak | words.visit | words.attended | words.seeing
    return bool(purposes) and not any(c.lemma_.lower() in seeing for c in purposes)


def _is_of_sites(draft: Draft) -> bool:
    things = [c for c in draft.cue.children if c.dep_ == "dobj"]
    return bool(things) and all(c.pos_ == "NOUN" for c in things)


def _is_where_it_is(draft: Draft) -> bool:
    """ "Met here for two days", "met on the margins": where the report is, or beside what it tells of."""
    for child in draft.cue.children:
        if child.dep_ == "advmod" and (child.lower_ == "here" or (child.lower_ == "there" and child.i > draft.cue.i)):
            return True
        inside = [c for c in child.children if c.dep_ == "pobj"] if child.dep_ == "prep" else []
        if any(c.lower_ in meeting_words().margins for c in inside):
            return True
    return False


def _is_of_assembly(draft: Draft) -> bool:
    subject = subject_of_clause(draft.reach.clause)
    return subject is not None and (is_assembly(subject) or subject.lower_ == "it")


def _is_of_named_body(draft: Draft) -> bool:
    """ "The Directorate met here this morning": a body that the report names, whatever it is called."""
    subject = subject_of_clause(draft.reach.clause)
    return subject is not None and subject.pos_ == "PROPN" and subject.ent_type_ != "PERSON"


def _is_regular(draft: Draft) -> bool:
    """ "Meet every week", "meets weekly"."""
    every = (c for child in draft.cue.children if child.dep_ == "npadvmod" for c in child.children)
    if any(c.lower_ in {"every", "each"} for c in every):
        return True
    return any(c.lower_ in {"weekly", "monthly", "daily", "regularly"} for c in draft.cue.children)

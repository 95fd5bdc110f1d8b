"""Told by a verb: when "met", "received", "signed", "spoke", "sat at one table" tell of one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...actors.lexicon import lexicon
from ..governing import subject_of_clause, verb_phrase
from ..phrases import objects_behind
from .bargaining import settled_there
from .bringing import brings_together
from .by_signature import tells_of_signing
from .counting import is_counted, is_counted_time
from .cues import is_of_known
from .draft import Draft
from .encounters import companions, is_reciprocal, is_return_to_table, is_seating, is_work, leaves_table
from .invitations import accepts_invitation
from .journeys import goes_once
from .manner import is_apart, is_long, is_regular
from .person_words import is_person_word
from .plain import is_plain
from .sessions import rises
from .shuttling import shuttles
from .signing import puts_name
from .speaking import is_assembly
from .there_too import is_at_known
from .verbs import BY_THEMSELVES
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from ...context import Context

__all__ = ["verb_tells"]

_PAIR = 2


def verb_tells(context: Context, draft: Draft, sides: int) -> bool:  # noqa: PLR0911  one answer a kind of verb
    """Does a verb, with what its words say, tell of one meeting?

    Args:
        context: The report.
        draft: What its words say.
        sides: How many sides, or persons, they name.
    """
    told = draft.place is not None or draft.when is not None or _is_where_it_is(draft)
    words, lemma = meeting_words(), draft.cue.lemma_.lower()
    sides += len(draft.guests)
    if _is_of_first_to(draft):
        return False
    if is_of_known(draft.cue) or is_at_known(context, draft.cue):
        return sides > 0 or draft.collective
    if any(tells(context, draft.cue) for tells in BY_THEMSELVES):
        sat = settled_there(context, draft.cue) or (rises(context, draft.cue) and draft.when is not None)
        return sides > 0 or draft.collective or sat
    if (together := _tells_of_encounter(context, draft, sides, told=told)) is not None:
        return together
    if lemma in words.sign or puts_name(draft.cue):
        return tells_of_signing(draft, sides, told=told)
    if lemma in words.speak | words.telephone | words.report:
        return _tells_of_talking(context, draft, sides, told=told)
    if lemma in words.receive:
        return _tells_of_receiving(context, draft, sides, told=told)
    if accepts_invitation(context, draft.cue):
        return sides > 0
    journeys = words.go | words.visit | words.arrive | words.invite | words.send
    if {lemma, verb_phrase(draft.cue)} & words.debate or lemma in journeys:
        return goes_once(draft, sides)
    return _tells_of_coming_together(context, draft, sides, told=told)


def _tells_of_encounter(context: Context, draft: Draft, sides: int, *, told: bool) -> bool | None:
    """Of "sat at one table", "will see each other", "shuttled between"; None where the verb is none of these."""
    if is_work(draft.cue):  # a mechanism begins its work anywhere and any time
        return draft.place is not None or (draft.when is not None and _is_of_delegations(draft))
    if brings_together(context, draft.cue) and draft.prospect == "going_on" and not told:
        return False  # "the committee brings together five countries": what it is
    somebody = sides > 0 or draft.collective
    if leaves_table(draft.cue):
        return somebody and draft.prospect == "happened"
    if shuttles(context, draft.cue):
        return (somebody or bool(draft.convenors)) and (draft.prospect != "going_on" or told)
    if is_return_to_table(draft.cue):
        return somebody and told and draft.prospect in {"happened", "to_come", "going_on"}
    return somebody if is_seating(draft.cue) or is_reciprocal(draft.cue) else None


def _is_of_delegations(draft: Draft) -> bool:
    """ "The delegations resume work tomorrow": of those who negotiate."""
    subject = subject_of_clause(draft.reach.clause)
    return subject is not None and subject.lemma_.lower() in meeting_words().sent | {"delegate", "expert"}


def _tells_of_talking(context: Context, draft: Draft, sides: int, *, told: bool) -> bool:
    if draft.cue.lemma_.lower() in meeting_words().report:
        told = (draft.when is not None or draft.place is not None) and sides > 0
        told = told or (draft.when is not None and draft.place is not None)
        on_a_day = draft.cue.tag_ == "VBZ" and draft.when is not None  # "reports to the president this evening"
        return told and (draft.prospect == "to_come" or (on_a_day and draft.prospect == "going_on"))
    if draft.prospect == "going_on" and not told:
        return False  # "is engaging with European leaders": what someone does all the time
    if sides >= _PAIR or (sides > 0 and (_is_office(context, draft) or _is_of_me(draft))):
        return True
    if sides > 0 and draft.prospect == "happened" and is_counted(draft.cue) and _has_company(context, draft):
        return True  # "talked with the rebels thirteen times"
    if draft.collective and draft.prospect == "to_come" and is_regular(draft):
        return True  # "both sides say that they will talk again"
    people = draft.collective or _has_company(context, draft)
    speaks = draft.cue.lemma_.lower() in meeting_words().speak
    return (draft.collective and (sides > 0 or speaks)) or (sides > 0 and people and _by_telephone(draft))


def _is_of_me(draft: Draft) -> bool:
    """ "X received me for an hour", "telephoned me last night": of one who tells it, whom the report need not name."""
    mine = any(c.dep_ == "dobj" and c.lower_ in {"me", "us"} for c in draft.cue.children)
    return mine and draft.prospect == "happened"


def _tells_of_receiving(context: Context, draft: Draft, sides: int, *, told: bool) -> bool:
    if draft.prospect == "going_on" and draft.when is None and not is_regular(draft):
        return False  # "hosts the movement's leaders": a state of things
    if sides > 0 and (is_regular(draft) or _is_of_me(draft)) and draft.prospect == "happened":
        return True  # "received the ambassador twice"
    several = draft.collective or draft.cue.lemma_.lower() in {"brief", "consult", "receive"}
    somebody = _is_office(context, draft) or _is_somebody_new(context, draft)
    whom = [c for c in draft.cue.children if c.dep_ == "dobj"]
    people = [c for c in whom if c.pos_ == "NOUN" or c.lower_ in {"both", "each"}]
    if draft.collective and sides > 0 and draft.prospect == "happened" and people:
        return True  # "welcomed both delegations", "received each of them alone"
    later = draft.prospect == "to_come" or draft.place is not None
    him = later and any(c.lower_ in {"him", "her", "them"} for c in whom)
    return sides >= _PAIR or (sides > 0 and (somebody or (told and (several or him))))


def _tells_of_coming_together(  # noqa: PLR0911  one answer a case, the surest first
    context: Context, draft: Draft, sides: int, *, told: bool
) -> bool:
    if sides >= _PAIR:
        return True
    placed = draft.place is not None or _is_where_it_is(draft)
    if draft.cue.lemma_.lower() in meeting_words().be and (placed or draft.when is not None):
        return sides > 0 or draft.collective or _is_office(context, draft)
    # one side alone may meet within itself: a cabinet, a party congress
    if sides > 0 and (placed or is_regular(draft) or (told and _has_company(context, draft))):
        return True
    if _has_named_company(context, draft) or (sides > 0 and any(True for _ in companions(draft.cue))):
        return True
    if draft.collective and (is_long(draft) or is_apart(draft)):
        return True
    if draft.collective and (draft.convenors or draft.guests or is_counted_time(draft.cue)):
        return True  # "the parties met under the auspices of X, in the presence of Y"
    if sides > 0 and draft.prospect == "happened" and _is_of_two(draft):
        return True
    return _meets_within_itself(draft, told=told) or is_plain(draft, sides)


def _is_of_two(draft: Draft) -> bool:
    """ "The secretary of A, X, and the head of B, Y, then met": one is named, and the parser has lost the other."""
    subject = subject_of_clause(draft.reach.clause)
    joined = [c for c in subject.children if c.dep_ == "conj"] if subject is not None else []
    joined += (
        [g for c in subject.children if c.dep_ == "appos" for g in c.children if g.dep_ == "conj"] if subject else []
    )
    return any(c.lower_ in lexicon().offices or c.ent_type_ == "PERSON" for c in joined)


def _has_named_company(context: Context, draft: Draft) -> bool:
    """ "They were closeted for two hours with the president": with somebody named, whoever the others are."""
    named = any(context.roster.at(token) for token in companions(draft.cue))
    return named and (draft.collective or _is_office(context, draft))


def _by_telephone(draft: Draft) -> bool:
    behind = objects_behind(draft.cue, {"by", "on", "over"})
    return any(token.lower_ in meeting_words().by_telephone for token in behind)


def _has_company(context: Context, draft: Draft) -> bool:
    """ "Notables met the commander last week": one side is named, and the other is people all the same."""
    cue = draft.cue
    whom = list(companions(cue))
    whom += [c for c in cue.children if c.dep_ == "dobj"] + list(objects_behind(cue, {"with", "to"}))
    return any(is_person_word(context, c) or c.tag_ in {"NNS", "NNPS"} for c in whom)


def _is_office(context: Context, draft: Draft) -> bool:
    """ "The Minister received X": one person by his office, whom the report need not name."""
    subject = subject_of_clause(draft.reach.clause)
    if subject is not None and subject.lower_ in {"i", "we"}:
        return True  # the speaker of a turn, whom the report need not name
    if subject is None or context.roster.at(subject) or subject.tag_ not in {"NN", "NNP"}:
        return False
    definite = any(c.lower_ == "the" for c in subject.children)
    return definite and (subject.lower_ in lexicon().offices or subject.lemma_.lower() in meeting_words().personal)


def _is_somebody_new(context: Context, draft: Draft) -> bool:
    """ "Zulkifli flew to Bangkok to see the prime minister": a name that is nobody's yet, at a place."""
    subject = subject_of_clause(draft.reach.clause)
    unknown = subject is not None and subject.pos_ == "PROPN" and not context.roster.at(subject)
    return unknown and draft.place is not None


def _meets_within_itself(draft: Draft, *, told: bool) -> bool:
    """ "The committee meets every week", "the Directorate met here": of bodies, and of people who are not named."""
    if _is_of_assembly(draft):
        return told or is_regular(draft)
    return (told and (draft.collective or _is_of_named_body(draft))) or (draft.collective and is_regular(draft))


def _is_of_first_to(draft: Draft) -> bool:
    """ "The first head of government to visit Myanmar": says of somebody what else he did."""
    head = draft.cue.head
    ordered = any(c.ent_type_ == "ORDINAL" or c.lower_ in {"last", "only"} for c in head.children)
    return draft.cue.dep_ in {"relcl", "acl"} and draft.cue.tag_ == "VB" and ordered


def _is_where_it_is(draft: Draft) -> bool:
    """ "Met here for two days", "met on the margins": where the report is, or beside what it tells of."""
    for child in draft.cue.children:
        if child.dep_ == "advmod" and (child.lower_ == "here" or (child.lower_ == "there" and child.i > draft.cue.i)):
            return True
        inside = [c for c in child.children if c.dep_ == "pobj"] if child.dep_ == "prep" else []
        inside += [t for time in inside if time.lemma_ == "time" for t in objects_behind(time, {"on"})]
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

"""Who met: those whom the words of a meeting name, and those whom they leave to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...actors.sides import between_sides
from ..governing import subject_of_clause, verb_phrase
from ..outlook_words import outlook_words
from ..phrases import objects_behind, with_joined
from .attendance import collective_heads
from .both_seen import both_seen
from .bringing import brings_together
from .company import stands_for_named
from .counterparts import are_others, bloc_meant, heads_of_sides, those_counted
from .cues import is_of_known, is_which
from .draft import Draft
from .known import is_new_occasion
from .parties import sides_in
from .people import is_collective_noun, is_person
from .shuttling import shuttles
from .signing import is_signed_passive
from .speaking import is_assembly
from .strangers import is_of_strangers, who_comes_from
from .telling_apart import sides_of
from .there_too import is_at_known
from .unnamed import is_body_of_both
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_of_the_parties", "is_theirs", "present_besides", "who_met"]

_PAIR = 2
_OVER_TALKS = frozenset({"attend", "suspend", "open", "close", "adjourn", "reconvene"})
"""What a mediator does with the talks of others."""
_PARTIES = frozenset({"party", "side", "delegation", "team"})
_PRONOUNS = frozenset({"they", "them", "both", "two", "three", "four"})


def who_met(context: Context, draft: Draft, before: tuple[str, ...], table: tuple[str, ...]) -> tuple[str, ...]:
    """Say who took part: whom the words name; else, at the talks, the parties named before, else those of the report.

    Args:
        context: The report.
        draft: What its words tell.
        before: Ids of those who were at the meeting told of before.
        table: Ids of the parties of the report's talks.

    Returns:
        Ids, each once.
    """
    who = _named_or_meant(context, draft, before, table)
    who = (*who, *table) if is_body_of_both(context, who) else who
    seen = both_seen(context, draft, table) if not sides_of(context, who) & set(table) else ()
    return tuple(dict.fromkeys((*who, *seen)))


def _named_or_meant(  # noqa: C901, PLR0911, PLR0912  one answer a case, the surest first
    context: Context, draft: Draft, before: tuple[str, ...], table: tuple[str, ...]
) -> tuple[str, ...]:
    if is_of_known(draft.cue) or is_at_known(context, draft.cue) or _names_its_own(draft):
        return draft.people
    if (by_kind := _meant_by_kind(context, draft, table)) is not None:
        return by_kind
    sides = sides_of(context, draft.people)
    verb = draft.reach.clause.relation == "verb"
    if draft.collective and brings_together(context, draft.cue):
        return tuple(dict.fromkeys((*(table or before), *draft.people)))
    talks = _is_at_the_talks(draft)
    if not sides and (is_of_the_parties(draft) or is_signed_passive(draft.cue)):
        return table or _pair_in_sentence(context, draft) or before
    if len(sides) >= _PAIR or (len(draft.people) >= _PAIR and (verb or not talks)):
        others = (*_led_by(context, draft, table), *(_whom_they_saw(context, draft, table) if verb else ()))
        return tuple(dict.fromkeys((*draft.people, *others)))
    if draft.people and is_new_occasion(draft.reach.clause) and stands_for_named(draft) is None:
        return draft.people  # "told members in a closed session"
    if is_of_strangers(context, draft):
        return draft.people
    if not draft.people and (from_it := who_comes_from(context, draft)) and not sides_of(context, from_it) & set(table):
        return from_it
    if draft.all_parties:
        return tuple(dict.fromkeys((*draft.people, *(table or before))))
    if verb and sides:
        return tuple(dict.fromkeys((*draft.people, *_with_several(context, draft, before, table))))
    between = any(n.lemma_.lower() in meeting_words().between for n in draft.reach.nouns)
    definite = _is_definite(draft)
    goes_between = verb and shuttles(context, draft.cue)
    if not (talks or draft.collective or between or goes_between):
        return draft.people
    if before and (draft.cue.lower_ in {"it", "they"} or is_which(draft.cue) or (definite and not draft.collective)):
        pair = before
    else:
        pair = _of_the_table(_pair_in_sentence(context, draft), table) or before
    if sides and not sides & sides_of(context, pair) and not _is_besides(draft):
        return draft.people
    return tuple(dict.fromkeys((*draft.people, *pair)))


def _meant_by_kind(context: Context, draft: Draft, table: tuple[str, ...]) -> tuple[str, ...] | None:
    """Whom "regional leaders", "the six ministers", "the two presidents" mean; None where there is no such plural."""
    for head in collective_heads(draft.reach.clause):
        if not is_collective_noun(head):
            continue
        leaders = heads_of_sides(context, head, table)
        if leaders or are_others(head):
            meant = leaders or bloc_meant(context, head) or those_counted(context, head)
            return tuple(dict.fromkeys((*draft.people, *meant)))
    return None


def _with_several(context: Context, draft: Draft, before: tuple[str, ...], table: tuple[str, ...]) -> tuple[str, ...]:
    """ "X met both delegations": those for whom a plural stands beside the side that is named."""
    several = stands_for_named(draft)
    if several is None:
        return ()
    ours = several.lower_ == "we" and bool(sides_of(context, draft.people) & sides_of(context, before))
    return before if ours else table or before


def _whom_they_saw(context: Context, draft: Draft, table: tuple[str, ...]) -> tuple[str, ...]:
    """ "The guarantors, X and Y, saw both delegations": the parties, whom others than they receive."""
    seen = [c for c in draft.cue.children if c.dep_ == "dobj"] + list(objects_behind(draft.cue, {"with"}))
    both = any(is_collective_noun(t) and {c.lower_ for c in t.children} & {"both", "two"} for t in seen)
    return table if both and not sides_of(context, draft.people) & set(table) else ()


def _is_besides(draft: Draft) -> bool:
    """ "X attended the talks", "X suspended the talks", "X held talks with both": those who meet, and somebody else."""
    verbs = draft.reach.clause.verbs
    attends = any(v.lemma_ in _OVER_TALKS or verb_phrase(v) in outlook_words().called_off for v in verbs[:1])
    active = not any(c.dep_ in {"nsubjpass", "auxpass"} for v in verbs[:1] for c in v.children)
    attended = attends and active and draft.reach.clause.relation == "object"
    attended = attended or any(v.lemma_ == "call" and any(c.lower_ == "halt" for c in v.children) for v in verbs[:1])
    return attended or (draft.reach.clause.relation != "verb" and stands_for_named(draft) is not None)


def _is_definite(draft: Draft) -> bool:
    pointing = {"the", "this", "these"} | meeting_words().ordinals
    return any(c.lower_ in pointing for noun in draft.reach.nouns for c in noun.children)


def is_of_the_parties(draft: Draft) -> bool:
    """ "The parties return to the table", "both delegations met": those of the talks, whoever was last named.

    Args:
        draft: What the words of a meeting tell.
    """
    clause = draft.reach.clause
    own = draft.cue.lemma_.lower() in meeting_words().sent and clause.relation == "subject"
    subject = draft.cue if own else subject_of_clause(clause)
    if subject is None or subject.lemma_.lower() not in _PARTIES or subject.tag_ != "NNS":
        return False
    told = {c.lower_ for c in subject.children if c.dep_ in {"det", "nummod", "predet", "amod", "compound"}}
    return bool(told) and told <= {"the", "both", "two", "negotiating", "warring"}


def _of_the_table(pair: tuple[str, ...], table: tuple[str, ...]) -> tuple[str, ...]:
    """The pair that a sentence names; the parties, where it names one of them beside somebody else."""
    other = len(pair) == _PAIR and len(set(pair) & set(table)) == 1
    return table if other or not pair else pair


def _led_by(context: Context, draft: Draft, table: tuple[str, ...]) -> tuple[str, ...]:
    """ "Delegations led by X and Y met": the parties, where nothing says for which of them X and Y speak."""
    if any(not is_person(context, a) or context.roster.party(a) != a for a in draft.people):
        return ()
    subject = subject_of_clause(draft.reach.clause)
    sent = subject is not None and subject.lemma_.lower() in meeting_words().sent and subject.tag_ == "NNS"
    return (_pair_in_sentence(context, draft) or table) if sent else ()


def _is_at_the_talks(draft: Draft) -> bool:
    """Do the words speak of talks that are the parties' own, where nobody is named?"""
    words = meeting_words().talks | {"table"}
    named = any({n.lemma_.lower(), n.lower_} & words for n in draft.reach.nouns)
    named = named or any(n.lemma_ in meeting_words().processes and n.head.lower_ == "of" for n in draft.reach.nouns)
    return named or is_which(draft.cue) or draft.cue.lower_ in {"it", "they"}


def is_theirs(draft: Draft) -> bool:
    """ "It was their first meeting", "they will see each other again": of those who were told to have met."""
    if any(c.dep_ == "poss" and c.lower_ == "their" for noun in draft.reach.nouns for c in noun.children):
        return True
    several = stands_for_named(draft)
    if several is None or draft.people or are_others(several):
        return False
    return several.lower_ in _PRONOUNS or any(c.lower_ == "two" for c in several.children)


def _names_its_own(draft: Draft) -> bool:
    """ "A meeting between X and the bishops", "a meeting of the cabinet": whose it is, it says itself."""
    body = subject_of_clause(draft.reach.clause) if draft.reach.clause.relation == "object" else None
    if body is not None and body.lower_ == "council":
        return True  # "the Council held two rounds of consultations": its own
    for noun in draft.reach.nouns:
        if any(not is_collective_noun(i) and i.ent_type_ != "DATE" for i in objects_behind(noun, {"between"})):
            return True
        if any(c.dep_ == "poss" and c.lower_ == "its" for c in noun.children):
            return True
        if any(is_assembly(inner) and inner.tag_ != "NNS" for inner in objects_behind(noun, {"of"})):
            return True
    return False


def _pair_in_sentence(context: Context, draft: Draft) -> tuple[str, ...]:
    sentence = draft.reach.sentence
    root = sentence.span.root
    between = {"facilitator", "mediator", "guarantor", "host", "observer", "co-host", "co-facilitator"}
    subjects = (c for c in root.children if c.dep_ == "nsubj" and c.lemma_.lower() not in between and not _is_where(c))
    acting = [a for c in subjects for a in with_joined(context, c)]
    # "the facilitators regret that ..." speak of the talks of others
    joined = tuple(sides_of(context, tuple(acting)) - set(draft.convenors) - between_sides(context.roster))
    signs = root.lemma_.lower() in meeting_words().sign | {"agree"}
    if len(joined) == _PAIR or (signs and joined):  # "A and B agreed on ... after talks in the capital of C"
        return tuple(sorted(joined))
    parties = [a for a in sides_in(context, sentence) if a not in draft.convenors]
    return tuple(parties) if len(parties) == _PAIR else ()


def _is_where(subject: Token) -> bool:
    """ "The meeting that was held in Addis Ababa agreed": the parser takes the town for the subject."""
    first = subject.left_edge
    return first.i > first.sent.start and first.nbor(-1).lower_ in {"in", "at", "near"}


def present_besides(context: Context, draft: Draft) -> tuple[str, ...]:
    """Say who chairs a meeting or goes between those who meet: they convene it, and they are there."""
    verbs = {verb.lemma_.lower() for verb in (*draft.reach.clause.asides, *draft.reach.clause.verbs[:1])}
    if verbs & meeting_words().present or shuttles(context, draft.cue):
        return (*draft.convenors, *draft.guests)
    if draft.people and brings_together(context, draft.cue):
        return draft.guests  # "the envoy brought A and B together": who they are, is said
    # "a dinner hosted by X", "X has convened six meetings": who does so as a person is there
    return (*(a for a in draft.convenors if is_person(context, a)), *draft.guests)

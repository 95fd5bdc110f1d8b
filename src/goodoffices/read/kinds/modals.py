"""Positions in clauses without a cue of their own: what must be, what will not be, what would be if."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Stance

from ..document import Sentence, sentence_of
from .author import authors_of
from .beside import is_of_a_plan
from .claims import Claim
from .conditions import Condition, condition_in, conditions_in
from .contained import contained_in, hinged_on, left_unclear
from .courses import DEALING, course_of
from .depending import is_apart
from .holders import holders_of, holders_of_clause, speakers_of
from .issues import issues_in
from .mutual import renounced
from .not_held import is_of_a_rejected_notion
from .pair import main_sides
from .promised import held_out, is_promised
from .readings import Reading, claims_of_reading, clause_span, extent
from .stances import Cue, cues_in, frames, is_negated
from .subjects import FIRST_PERSON
from .turning import takes_clause, undoes
from .undertakings import signatories
from .willing import (
    has_none,
    impersonal,
    is_inverted,
    is_kept_from,
    is_news,
    is_of_anyone,
    is_of_nothing,
    is_of_telling,
    is_of_the_press,
    is_of_words,
    is_organ,
    is_ruled_out,
    keeps_its_demand,
    starts_by_itself,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_modals"]

_THINKING = frozenset({"think", "believe", "consider", "feel", "find", "see", "reckon", "agree", "accept"})
_PERHAPS = frozenset({"may", "might"})
_OF_TIME = frozenset({"before", "following"})


def find_modals(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find the positions of one parsed block that its modal verbs, its documents and its unclear stances give."""
    cued = {cue.token.i for cue in cues_in(doc) if not _is_told_by_modal(context, cue)}
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} and token.i not in cued:
            yield from _undecided(context, token)
            yield from _rather(context, token)
            yield from _modal(context, token)
            yield from contained_in(context, token)
        elif token.lemma_.lower() in frames().hinge:
            yield from hinged_on(context, token)
        elif token.lemma_.lower() in frames().unclear_nouns:
            yield from left_unclear(context, token)


def _is_told_by_modal(context: Context, cue: Cue) -> bool:
    """ "The constitution must recognise the languages": a cue that nobody holds, under a modal verb."""
    if cue.token.lemma_ in frames().leave and not any(o.lemma_.lower() in frames().forums for o in cue.objects):
        return True  # "will withdraw its troops from the north"
    bound = any(c.dep_ == "aux" and c.lower_ in frames().oblige for c in cue.token.children)
    return bound and cue.part == "verb" and not holders_of(context, cue)


def _rather(context: Context, verb: Token) -> Iterator[Claim]:
    """ "would rather keep the old format"."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "advmod"}}
    if "rather" in words and words & {"would", "'d"}:
        span = clause_span(verb, sentence_of(verb))
        yield from claims_of_reading(
            context, verb, holders_of_clause(context, verb), Reading("demands", "what is preferred", span)
        )


def _modal(context: Context, verb: Token) -> Iterator[Claim]:
    modals = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    ought = verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need"} and any(c.tag_ == "TO" for c in verb.children)
    sentence = sentence_of(verb)
    if sentence.text.rstrip().endswith("?"):
        return
    going = verb.lemma_ == "go" and verb.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in verb.children)
    if going and (is_negated(verb) or is_of_nothing(verb)):
        yield from _intended(context, verb, sentence)  # "nobody is going to be evicted"
    bound = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(c.tag_ == "TO" for c in verb.children)
    if bound or modals & {"will", "shall"}:
        yield from _undertaken(context, verb, sentence)
    own = "shall" in modals and any(c.dep_ == "nsubj" and c.lower_ in {"we", "i"} for c in verb.children)
    if not own and (ought or modals & (frames().oblige - {"have", "need"})):
        yield from _demanded(context, verb, sentence)
    elif modals & frames().intend or (modals & _PERHAPS and verb.lemma_ in frames().concede):
        yield from tuple(held_out(context, verb)) or _intended(context, verb, sentence)


def _undecided(context: Context, verb: Token) -> Iterator[Claim]:
    """ "Eritrea has not said whether it will pull out": a position that is left open."""
    ahead = any(c.tag_ == "MD" for c in verb.children)  # "would not reply to the raid"
    silent = verb.lemma_ in frames().reply and is_negated(verb) and not ahead
    if silent and not any(c.dep_ == "dobj" for c in verb.children) and not is_of_the_press(verb):
        reading = Reading("ambiguous", "no answer", extent(verb))
        yield from claims_of_reading(context, verb, holders_of_clause(context, verb), reading)
    helped = any(c.dep_ == "aux" and c.lower_ in {"do", "does"} for c in verb.children)
    if verb.lemma_ in frames().refusing and helped and is_negated(verb):  # "we do not bargain over the army"
        reading = Reading("rejects", "what is not done", clause_span(verb, sentence_of(verb)))
        yield from claims_of_reading(context, verb, holders_of_clause(context, verb), reading)
    if verb.lemma_ not in frames().utter or not is_negated(verb):
        return
    asked = [c for c in verb.children if c.dep_ == "ccomp" and any(g.lower_ == "whether" for g in c.children)]
    for clause in asked:
        reading = Reading("ambiguous", "what is not said", extent(clause))
        yield from claims_of_reading(context, verb, holders_of_clause(context, verb), reading)


def _undertaken(context: Context, verb: Token, sentence: Sentence) -> Iterator[Claim]:
    """What the parties "will" do together, or one "is to" do under a text, they have accepted."""
    parties = holders_of_clause(context, verb)
    joint = len(parties) > 1
    bound = joint or (parties and frames().powers.search(sentence.text)) or _is_signed(context, sentence, parties)
    free = condition_in(context.report.text, sentence.start, sentence.end) is None
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)  # "the parties will be judged by ..."
    again = verb.lemma_ in frames().meeting  # "the parties will meet again in May": when the talks go on
    if (joint and verb.dep_ == "relcl") or (verb.lemma_ == "have" and any(c.dep_ == "xcomp" for c in verb.children)):
        return  # "a room in which both will ...", "will have to answer for it"
    if joint and {*main_sides(context)}.isdisjoint(parties) and main_sides(context):
        return  # "the guarantors will follow it"
    if bound and free and not (passive or again or is_negated(verb)):
        stance: Stance = "offers" if parties == authors_of(context) else "accepts"
        yield from claims_of_reading(
            context, verb, parties, Reading(stance, "what is undertaken", clause_span(verb, sentence))
        )


def _is_signed(context: Context, sentence: Sentence, parties: tuple[str, ...]) -> bool:
    """Does the sentence before speak of an accord that the party signed with others ("Armenia will return ...")?"""
    signed = frames().powers.search(context.text_before(sentence)) is not None
    return signed and bool(parties) and {*parties} <= {*signatories(context, sentence)}


def _demanded(context: Context, verb: Token, sentence: Sentence) -> Iterator[Claim]:
    """What someone says must be done is that party's demand; what one grants must be, it accepts."""
    if verb.dep_ in {"ccomp", "xcomp"} and (granting := _granting(verb)) is not None:
        reading = Reading("accepts", "what is granted", clause_span(verb, sentence))
        yield from claims_of_reading(context, verb, holders_of_clause(context, granting), reading)
        return
    if any(c.tag_ in {"WP", "WDT", "WRB"} for c in verb.children) and verb.dep_ != "relcl":
        return  # "leaves open who shall chair the talks"
    if (
        is_inverted(verb)
        or is_of_telling(verb)
        or is_of_a_rejected_notion(verb)
        or any(c.lower_ == "whether" and c.dep_ == "mark" for c in verb.children)
    ):
        return  # "asked whether the talks should go on"
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in {"VERB", "AUX"}:
        top = top.head
    if top.dep_ == "ccomp" and top.i > top.head.i and takes_clause(top.head):
        return  # "agreed that the assembly should be elected": the verb above tells the stance
    doubted = top.dep_ == "ccomp" and top.head.lemma_ in _THINKING and is_negated(top.head)
    ought = doubted or (verb.dep_ == "xcomp" and is_negated(verb.head))  # "does not think that sanctions should go"
    stance: Stance = "rejects" if is_negated(verb) or ought else "demands"
    if stance == "rejects" and verb.dep_ == "xcomp" and not doubted:
        return  # "does not have to wait", "is not to be read as one": what need not be, nobody has refused
    speakers = speakers_of(context, verb)
    if verb.dep_ == "xcomp" and set(speakers) & set(holders_of_clause(context, verb)):
        return  # "warned that it would have to halve rations": what it must do itself
    yield from claims_of_reading(context, verb, speakers, Reading(stance, "what must be", clause_span(verb, sentence)))


def _granting(verb: Token) -> Token | None:
    """The verb above by which someone grants that a thing has to be, if one does."""
    top = verb.head if verb.dep_ == "xcomp" else verb
    above = top.head
    granted = top.dep_ == "ccomp" and above.lemma_.lower() in frames().granting
    return above if granted and not is_negated(above) and not is_negated(verb) else None


def _intended(context: Context, verb: Token, sentence: Sentence) -> Iterator[Claim]:
    """What a party says that it will not do it rejects; what it would do if ... is conditional."""
    speakers = speakers_of(context, verb)
    subjects = holders_of_clause(context, verb)
    authors = authors_of(context)
    # "a round will open, provided that ...", in a statement of someone's: news, and no word of theirs
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)  # "France will be invited once ...": no word of France
    subjects = () if passive else subjects
    things = impersonal(verb) or is_of_nothing(verb)
    parties = subjects or (speakers if things and speakers != authors else ())
    able = {c.lower_ for c in verb.children if c.dep_ == "aux"} & {"could", "can", *_PERHAPS}
    negated = is_negated(verb) or has_none(verb)
    giving = verb.lemma_ in frames().concede and not undoes(verb)
    condition = _condition_of(context, verb, sentence, weak=negated and not able)
    planned = condition is not None and is_of_a_plan(verb)  # "a pact under which allies would consult if attacked"
    if (
        planned
        or _tells_nothing(verb, subjects, negated=negated)
        or (able and not speakers and (negated or not giving or condition is None))
    ):
        return  # "could attack if ...": what someone might do is no stance
    if not speakers and is_news(context, verb):
        return
    own = set(subjects) & set(speakers or subjects)
    stands_alone = negated and bool(speakers) and (able or not condition)
    kept = stands_alone and not able and is_kept_from(verb)
    if stands_alone and is_of_nothing(verb) and not subjects:
        yield from _read(context, verb, speakers, ("rejects", "what none may do"))
    elif negated and able and speakers and is_of_anyone(verb) and issues_in(context.report.text[slice(*extent(verb))]):
        yield from _read(context, verb, speakers, ("rejects", "what one cannot do"))
    elif condition is not None and parties and not starts_by_itself(verb):
        first = any(c.dep_ == "nsubj" and c.lower_ in FIRST_PERSON for c in verb.children)
        willing = parties if first else tuple(p for p in parties if p in speakers or not is_organ(context, p))
        yield from _read(context, verb, willing, ("conditional", "what would be, if"))
    elif speakers and (is_ruled_out(verb) or (kept and speakers != authors)):
        yield from _read(context, verb, speakers, ("rejects", "what will not be"))
    elif negated and own and not able & {"could"}:
        yield from _read(context, verb, subjects, renounced(verb, subjects) or ("rejects", "what will not be"))
    elif speakers and not (negated or able) and (course := course_of(verb)) and (own or impersonal(verb)):
        claims = _read(context, verb, tuple(own) or speakers, course)
        of_talks = course[1] == DEALING  # who takes part, whatever they command
        yield from (msgspec.structs.replace(c, issue="process") if of_talks else c for c in claims)
    elif (own and giving and speakers) or (not negated and not able and is_promised(context, verb, speakers)):
        yield from _read(context, verb, subjects if own else speakers, ("offers", "what will be"))


def _condition_of(context: Context, verb: Token, sentence: Sentence, *, weak: bool) -> Condition | None:
    """On what it hangs whether it will be: "no hostage would be freed without an end to the war"."""
    # "would disarm his men when the general had left"
    giving = verb.lemma_ in frames().concede and any(c.lower_ == "would" for c in verb.children)
    told = conditions_in(context.report.text, extent(verb)[0], sentence.end, weak=weak or giving)
    condition = next((c for c in told if not is_apart(context, verb, c)), None)
    timed = condition is not None and giving and not weak and condition.cue in _OF_TIME
    return None if timed else condition  # "would host the two before that"


def _read(context: Context, verb: Token, parties: tuple[str, ...], told: tuple[Stance, str]) -> Iterator[Claim]:
    """The claims of a clause that is read as a stance, and why."""
    yield from claims_of_reading(context, verb, parties, Reading(*told, clause_span(verb, sentence_of(verb))))


def _tells_nothing(verb: Token, subjects: tuple[str, ...], *, negated: bool) -> bool:
    """Is a clause of what will be a question, a thing done, or only of words or of when the talks go on?"""
    asked = any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in verb.children)
    asked = asked or any(c.dep_ == "advmod" and c.lower_ == "when" for c in verb.children)  # "when they would not sit"
    done = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)  # "will have broken the accord"
    gives_way = negated and (verb.lemma_ in frames().yielding or keeps_its_demand(verb))
    again = negated and len(subjects) > 1 and verb.lemma_ in frames().meeting  # "the two will not meet before May"
    return asked or done or gives_way or again or is_of_words(verb)

"""Positions in clauses without a cue of their own: what must be, what will not be, what would be if."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import Sentence, offset_of, sentence_of
from .author import authors_of
from .claims import Claim
from .conditions import condition_in
from .contained import contained_in, hinged_on, left_unclear
from .holders import holders_of, holders_of_clause, speakers_of
from .issues import issues_in
from .readings import Reading, claims_of_reading, clause_span, extent
from .stances import Cue, cues_in, frames, is_negated
from .undertakings import signatories

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_modals"]


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
    bound = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(c.tag_ == "TO" for c in verb.children)
    if bound or modals & {"will", "shall"}:
        yield from _undertaken(context, verb, sentence)
    own = "shall" in modals and any(c.dep_ == "nsubj" and c.lower_ in {"we", "i"} for c in verb.children)
    if not own and (ought or modals & (frames().oblige - {"have", "need"})):
        yield from _demanded(context, verb, sentence)
    elif modals & frames().intend:
        yield from _intended(context, verb, sentence)


def _undecided(context: Context, verb: Token) -> Iterator[Claim]:
    """ "Eritrea has not said whether it will pull out": a position that is left open."""
    if verb.lemma_ in frames().reply and is_negated(verb) and not any(c.dep_ == "dobj" for c in verb.children):
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
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in {"VERB", "AUX"}:
        top = top.head
    if top.dep_ == "ccomp" and top.head.lemma_.lower() in frames().verbs:
        return  # "agreed that the assembly should be elected": the verb above tells the stance
    ought = verb.dep_ == "xcomp" and is_negated(verb.head)
    stance: Stance = "rejects" if is_negated(verb) or ought else "demands"
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
    parties = subjects or (speakers if _impersonal(verb) and speakers != authors else ())
    able = {c.lower_ for c in verb.children if c.dep_ == "aux"} & {"could", "can"}
    negated = is_negated(verb) or _has_none(verb)
    weak = negated and not able  # "no hostage would be freed without an end to the war"
    condition = condition_in(context.report.text, extent(verb)[0], sentence.end, weak=weak)
    asked = any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in verb.children)
    asked = asked or any(c.dep_ == "advmod" and c.lower_ == "when" for c in verb.children)  # "when they would not sit"
    gives_way = negated and verb.lemma_ in frames().yielding
    if negated and len(subjects) > 1 and verb.lemma_ in frames().meeting:
        return  # "the two will not meet again before May": when the talks go on
    done = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)  # "will have broken the accord"
    if asked or gives_way or done or (able and not speakers):
        return  # "could attack if ...": what someone might do is no stance
    if verb.lemma_ in frames().utter or (not speakers and _is_of_someone_unknown(context, verb)):
        return
    own = set(subjects) & set(speakers or subjects)
    if negated and speakers and (able or not condition) and _is_of_nothing(verb) and not subjects:
        reading = Reading("rejects", "what none may do", clause_span(verb, sentence))
        yield from claims_of_reading(context, verb, speakers, reading)
        return
    if negated and able and speakers and _is_of_anyone(verb) and issues_in(context.report.text[slice(*extent(verb))]):
        reading = Reading("rejects", "what one cannot do", clause_span(verb, sentence))
        yield from claims_of_reading(context, verb, speakers, reading)
        return
    if condition is not None and parties:
        first = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in verb.children)
        willing = parties if first else tuple(party for party in parties if not _is_organ(context, party))
        yield from claims_of_reading(
            context, verb, willing, Reading("conditional", "what would be, if", clause_span(verb, sentence))
        )
    elif _is_ruled_out(verb) and speakers:
        yield from claims_of_reading(
            context, verb, speakers, Reading("rejects", "what will not be", clause_span(verb, sentence))
        )
    elif negated and own and not able & {"could"}:
        yield from claims_of_reading(
            context, verb, subjects, Reading("rejects", "what will not be", clause_span(verb, sentence))
        )
    elif speakers and own and verb.lemma_ in frames().concede:
        yield from claims_of_reading(
            context, verb, subjects, Reading("offers", "what will be", clause_span(verb, sentence))
        )


def _is_organ(context: Context, party: str) -> bool:
    """Is it a body that an accord sets up, which does what it is told ("the Verification Commission will ... once")?"""
    actor = context.roster.actors[party]
    return actor.kind == "organisation" and bool({*actor.name.lower().split()} & frames().organs)


def _has_none(verb: Token) -> bool:
    """ "Will take part in no conference", "will accept nothing"."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    things += [g for c in verb.children if c.dep_ in {"prep", "prt"} or c.dep_ == "dobj" for g in c.children]
    things += [h for g in things if g.dep_ == "prep" for h in g.children]
    return any(c.lower_ == "no" for t in things for c in t.children) or any(t.lower_ == "nothing" for t in things)


def _is_of_someone_unknown(context: Context, verb: Token) -> bool:
    """Does someone who is no actor say it of themselves ("The east says that it will ...")?"""
    pronoun = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in verb.children)
    at = offset_of(verb)
    return pronoun and context.is_said(at, at + len(verb))


def _is_of_anyone(verb: Token) -> bool:
    """ "You cannot monitor by appointment", "nobody can negotiate under fire"."""
    return any(c.dep_ == "nsubj" and c.lower_ in {"you", "one"} for c in verb.children)


def _is_of_nothing(verb: Token) -> bool:
    """ "No amnesty can cover the murder", "not one battalion will leave": of a thing, none of which may be."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    none = subject is not None and any(
        c.lower_ in {"no", "not"} for t in (subject, *subject.children) for c in t.children
    )
    return none and subject is not None and subject.lower_ not in {"one", "party", "side"}


def _is_ruled_out(verb: Token) -> bool:
    """ "There would be no interim government"."""
    there = any(c.dep_ == "expl" for c in verb.children)
    return there and any(g.lower_ == "no" for c in verb.children if c.dep_ in {"attr", "dobj"} for g in c.children)


def _impersonal(verb: Token) -> bool:
    """Has the clause a subject that does nothing itself: a passive, a thing?"""
    return any(c.dep_ in {"nsubjpass", "expl"} or (c.dep_ == "nsubj" and c.pos_ == "NOUN") for c in verb.children)

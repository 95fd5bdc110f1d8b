"""Idle cues: words of stance that show none here, in a forecast, a question, a denial or a set phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..actors.lexicon import lexicon
from ..document import offset_of, sentence_of
from .beside import is_read_into
from .conditions import condition_in
from .frames import frames
from .idle_forms import is_granted, is_idle_form
from .idle_things import is_of_idle_thing
from .negation import is_negated
from .not_held import is_not_held
from .stances import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["is_background", "is_bidden", "is_carrying", "is_joint_failure", "is_supposed"]

_SUPPOSED = frozenset({"whether", "if", "unless", "until", "before", "once"})
"""Words that open a clause of what is not, or not yet."""
_BIDDING = frozenset({"must", "should", "ought"})
_ASKING = frozenset({"whether", "if"})
_SAYING = frozenset(
    {"comment", "elaborate", "describe", "discuss", "specify", "say", "disclose", "confirm", "name", "speculate",
     "reveal", "detail", "answer", "explain", "identify", "characterise", "characterize", "expand", "address"}
)  # fmt: skip
"""What a speaker declines to do before the press, which refuses nothing to the other side."""
_STAFF = frozenset({"cabinet", "staff", "government", "commander", "officer", "judge", "adviser", "advisor", "aide"})
_GRANTED = frozenset(
    {"disappointment", "concern", "grievance", "difficulty", "mistake", "failure", "anger", "frustration", "fear"}
    | {"pain", "suffering", "problem", "error", "shortcoming", "gap", "setback", "delay", "loss", "defeat", "death"}
    | {"challenge", "doubt", "criticism", "weakness", "worry", "anxiety", "guilt", "complexity"}
)
"""Feelings and facts."""
_WAVERING = frozenset({"hesitate", "waver", "dither", "dawdle", "dally"})
_GRUMBLING = frozenset({"complain", "lament", "bemoan", "gripe", "grumble"})
_DETAILS = frozenset({"detail", "record", "press", "reporter", "journalist", "question", "particular"})
"""Before whom, or of what, a speaker declines to speak."""
_SORRY = frozenset({"outcome", "failure", "collapse", "lack", "absence", "breakdown", "loss", "death", "delay", "fact"})
"""What one regrets without having been against anything that was proposed."""


def is_background(context: Context, cue: Cue) -> bool:
    """Is the cue no stance here: an attribute, a hypothetical?"""
    token = cue.token
    if token.dep_ in {"amod", "compound"} and cue.part == "verb":
        return True
    clause = token.head if token.dep_ in {"acomp", "attr"} else token  # "whether Chad is prepared to": at the copula
    supposed = any(c.dep_ == "mark" and c.lower_ in _SUPPOSED for t in {token, clause} for c in t.children)
    former = token.dep_ == "xcomp" and token.head.lower_ == "used"  # "who used to want a federation"
    former = former and not any(c.dep_ == "dobj" for c in token.head.children)  # but "used the occasion to demand"
    if supposed or former or is_read_into(token) or _is_idle(context, cue):
        return True
    at = offset_of(token)
    if any(above.lemma_ in frames().deny for above in _governors(token)):
        return True  # "denied reports that it had dropped its demand"
    if cue.part == "verb" and any(c.dep_ == "aux" and c.lower_ in {"may", "might"} for c in token.children):
        return True
    sentence = sentence_of(token)
    condition = condition_in(context.report.text, sentence.start, sentence.end)
    return condition is not None and condition.start <= at < condition.end


def is_bidden(verb: Token) -> bool:
    """Is it said of a verb that its subject must do it ("must accept", "would have to agree", "should drop")?"""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    if any(c.dep_ == "aux" and c.lower_ in _BIDDING for c in verb.children):
        return not any(c.dep_ == "aux" and c.lower_ == "should" and c.is_sent_start for c in verb.children)
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "ought"} and verb.head.i < verb.i


def is_supposed(verb: Token) -> bool:
    """Is a clause one of what is not, or not yet ("if ... is what they want", "might be their price")?"""
    return any(c.dep_ in {"mark", "aux", "advmod"} and c.lower_ in _SUPPOSED | {"may", "might"} for c in verb.children)


def is_joint_failure(cue: Cue, parties: tuple[str, ...]) -> bool:
    """ "The parties failed to agree": how the talks went, and no stance of each."""
    above = cue.token.head
    failed = cue.token.dep_ == "xcomp" and above.lemma_ in {"fail", "have", "unable", "struggle", "prove"}
    failed = failed or (cue.part == "noun" and cue.token.dep_ == "dobj" and is_negated(above))
    failed = failed or (cue.token.dep_ == "pcomp" and above.lower_ == "without")
    failed = failed or (cue.part == "verb" and is_negated(cue.token))  # "they could not even agree on a date"
    if cue.token.lemma_ in frames().differ and not is_negated(cue.token):
        return len(parties) > 1  # "the sides disagree on prisoners"
    return failed and len(parties) > 1 and cue.token.lemma_ in frames().together


def _is_idle(context: Context, cue: Cue) -> bool:
    """Does the cue say nothing of a matter: "agreed to disagree", "agree on little", "met to explore ways out"?"""
    if cue.token.lemma_ in {"ask", "decide"}:  # "sat down to decide whether the signing should go ahead"
        return _is_mere_question(cue) or is_idle_form(context, cue)
    undoubting = cue.token.lemma_ in _WAVERING and is_negated(cue.token)  # "will not hesitate to leave"
    differing = cue.stance == "accepts" and any(o.lemma_ in frames().differ or _is_vague(o) for o in cue.objects)
    # "stressed the importance of the process": of nothing in particular
    vague = cue.token.lemma_ == "importance" and all(o.lemma_ == "process" and not o.n_rights for o in cue.objects)
    if undoubting or differing or vague or is_of_idle_thing(cue) or is_idle_form(context, cue) or is_not_held(cue):
        return True
    if cue.token.lemma_ in frames().tentative and any(c.tag_ == "TO" for c in cue.token.children):
        return True
    if _is_of_facts(cue) or _is_visit(cue) or _is_saying(cue) or _is_of_staff(cue) or _is_felt(cue):
        return True
    if cue.token.lemma_ == "expect" and not any(_is_of_someone(context, o) or is_granted(o) for o in cue.objects):
        return True  # "expects the summit to take place": a forecast
    # "needs more time to study it": left open
    return cue.stance == "demands" and bool(cue.objects) and all(o.lemma_ == "time" for o in cue.objects)


def _is_of_facts(cue: Cue) -> bool:
    """ "Rejected the accusation", "a request for comment", "insists that its officers were invited"."""
    if cue.token.lemma_ == "request" and cue.objects and all(o.lemma_ in frames().uttered for o in cue.objects):
        return True
    if cue.stance == "rejects" and any(o.lemma_.lower() in frames().charges or _is_told(o) for o in cue.objects):
        return True
    if cue.token.lemma_ == "regret" and any(o.lemma_.lower() in _SORRY for o in cue.objects):
        return True
    if cue.token.lemma_ in _GRUMBLING and cue.objects and all(_is_told_of(o) for o in cue.objects):
        return True  # "complained that few lorries arrive": how things are
    return cue.token.lemma_ == "insist" and bool(cue.objects) and all(_is_fact(o) for o in cue.objects)


def _is_of_staff(cue: Cue) -> bool:
    """ "Dismissed his cabinet", "expelled the ambassador": who loses a post, and nothing that was proposed."""
    posts = lexicon().offices | _STAFF
    return cue.token.lemma_ in {"dismiss", "expel"} and any(
        o.lemma_.lower() in posts or o.ent_type_ == "PERSON" for o in cue.objects
    )


def _is_felt(cue: Cue) -> bool:
    """ "Acknowledged their disappointment", "admits the difficulty": what is granted to be so, and no offer."""
    return cue.token.lemma_ in {"acknowledge", "admit"} and any(o.lemma_.lower() in _GRANTED for o in cue.objects)


def _is_told(thing: Token) -> bool:
    """ "That version", "this account": what somebody else says; "the second version" is one of a text."""
    pointed = any(c.lower_ in {"that", "this", "such"} or c.tag_ == "PRP$" for c in thing.children)
    return thing.lemma_.lower() in {"version", "account", "description", "reading"} and pointed


def _is_visit(cue: Cue) -> bool:
    """ "Called on the premier", "called at his office on 9 November", "which it calls": nobody is asked for a thing."""
    if cue.token.lemma_ != "call" or cue.part != "verb":
        return False
    ahead = cue.token.doc[cue.token.i + 1 : cue.token.i + 3]
    if len(ahead) > 1 and ahead[0].is_quote and ahead[1].pos_ != "ADP":
        return True  # "its truce, which it called "general""
    on = [c for c in cue.token.children if c.dep_ == "prep" and c.lower_ == "on"]
    things = [t for c in on for t in c.children]
    return bool(cue.objects) and all(o in things for o in cue.objects) and not any(t.pos_ == "VERB" for t in things)


def _is_saying(cue: Cue) -> bool:
    """ "Offered his condolences", "offers the following points", "declined to describe it": what is only said."""
    if cue.token.lemma_ == "decline" and any(c.dep_ == "xcomp" and _is_speaking(c) for c in cue.token.children):
        return True
    return cue.token.lemma_ == "offer" and bool(cue.objects) and all(_is_words(o) for o in cue.objects)


def _is_speaking(verb: Token) -> bool:
    """ "Comment", "go into details", "speak on the record"."""
    return verb.lemma_ in _SAYING or (
        verb.lemma_ in {"go", "speak", "take", "give"} and any(t.lemma_ in _DETAILS for t in verb.subtree)
    )


def _is_words(thing: Token) -> bool:
    following = any(c.lower_ == "following" for c in thing.children)
    return thing.lemma_.lower() in frames().uttered or (thing.lemma_ == "point" and following)


def _is_mere_question(cue: Cue) -> bool:
    """ "Asked whether he would attend", "asks for time", "I will ask the parties to speak"."""
    marks = {c.lower_ for o in cue.objects for c in o.children if c.dep_ == "mark"}
    if marks & _ASKING or (cue.objects and all(o.lemma_ == "time" for o in cue.objects)):
        return True
    with_it = {c.lower_ for c in cue.token.children if c.dep_ in {"aux", "nsubj"}}
    return {"will", "i"} <= with_it and not is_negated(cue.token)


def _is_vague(thing: Token) -> bool:
    """ "little", "most things", "everything else": no matter of its own."""
    return thing.lemma_.lower() in frames().vague and not any(
        c.dep_ in {"relcl", "prep", "acl"} for c in thing.children
    )


def _is_fact(clause: Token) -> bool:
    """Does a clause tell what was, or what someone has, and not what is to be?"""
    helpers = [c for c in clause.children if c.dep_ in {"aux", "auxpass"}]
    if clause.dep_ != "ccomp" or any(c.tag_ == "MD" for c in helpers):
        return False
    past = any(c.tag_ == "VBD" for c in (clause, *helpers)) or any(c.lemma_ == "have" for c in helpers)
    return past or (clause.lemma_ == "have" and clause.tag_ in {"VBZ", "VBP"})


def _is_told_of(clause: Token) -> bool:
    """Does a clause tell how things are, with no word of what ought to be?"""
    return clause.dep_ == "ccomp" and not any(c.tag_ == "MD" for c in clause.children)


def _is_of_someone(context: Context, clause: Token) -> bool:
    """Is it an actor of whom a clause says what it is to do, or is there nobody of whom it could?"""
    subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is None or bool(context.roster.at(subject)) or subject.pos_ == "PRON"


def _governors(token: Token) -> Iterator[Token]:
    """The words above a word, without those that it is only joined to."""
    while token.head != token:
        joined = token.dep_ == "conj"
        token = token.head
        if not joined:
            yield token


def is_carrying(cue: Cue, cues: set[int]) -> bool:
    """Does a verb only say that another stance was resolved on ("decided to boycott the vote")?"""
    return any(obj.dep_ == "xcomp" and (obj.i in cues or obj.lemma_ in frames().quit) for obj in cue.objects)

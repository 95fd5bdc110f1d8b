"""Standing: how far an arrangement is, who leads it, and what must happen first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import MechanismState

from ...document import offset_of
from ..conditions import Condition, conditions_in
from ..governing import Clause, clause_of, is_denied, is_speech, tense_of, verb_phrase
from ..outlook import prospect_of_verbs
from ..phrases import OWNERS, actors_at, actors_of_phrase, objects_behind
from .naming import Named
from .vocabulary import base, mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["is_event", "leaders_of", "state_of", "trigger_of"]

_SENT = frozenset({"mission", "force", "team", "contingent", "peacekeeper", "observer", "monitor"})
"""Whose name before these tells who sends and leads them ("the UN mission")."""
_COME = frozenset({"to_come", "possible"})
_BEFORE_ONLY = frozenset({"before", "without"})
_TIME_LEFT = re.compile(r"[^\w]*(?:the|that|this|date|a|of|\d+|and)*[^\w]*", re.IGNORECASE)


def is_event(clause: Clause) -> bool:
    """Does it befall the people of an arrangement ("peacekeepers were killed"), or do they only say it?"""
    words = mechanism_words()
    suffers = words.suffers
    if (
        clause.relation == "subject"
        and clause.verbs
        and is_speech(clause.verbs[0])
        and base(clause.cue.text) in words.people
    ):
        return True
    return any(verb.lemma_.lower() in suffers for verb in (*clause.verbs[:1], *clause.asides))


def state_of(named: Named, lead: str = "") -> MechanismState:
    """Say how far an arrangement is: what governs its phrase, else the words before it, else what leads its list.

    Args:
        named: The phrase.
        lead: Text of the heading and of the line that lead to its list, where it is an item of one.
    """
    clause = clause_of(named.head)
    told = _told(clause)
    return told or _from_words(named) or _from_lead(lead) or "proposed"


def _told(clause: Clause) -> MechanismState | None:
    words = mechanism_words().standing
    verbs = [verb for verb in clause.verbs if verb.pos_ in {"VERB", "AUX"}]
    lemmas = {verb.lemma_.lower() for verb in verbs} | {noun.lemma_.lower() for noun in clause.nouns[1:]}
    object_like = clause.relation in {"object", "within"}
    if object_like and any(_rejects(verb) for verb in _governing(verbs, clause)):
        return "rejected"
    aside = next((s for verb in clause.asides if (s := _of_aside(verb)) is not None), None)
    prospect = prospect_of_verbs(clause.verbs) if clause.verbs else "unsaid"
    if prospect == "denied" and object_like and lemmas & (words.agreed | {"accept", "support"}):
        return "rejected"
    if not verbs:
        return aside
    first = verbs[0].lemma_.lower()
    if (
        lemmas & words.agreed
        and prospect != "possible"
        and not (lemmas & words.proposed and verbs[-1].lemma_.lower() in words.proposed)
    ):
        return "agreed"
    if first in words.set_up and clause.relation != "within":
        return _of_setting_up(verbs, prospect, lemmas)
    if lemmas & words.proposed and object_like:
        return "proposed"
    if clause.relation == "subject":
        return _of_subject(verbs[0], prospect)
    return aside or _of_use(clause, verbs[0], prospect)


def _governing(verbs: list[Token], clause: Clause) -> list[Token]:
    """The verbs that bear on the arrangement: the first, and above an infinitive the next ("refused to accept")."""
    below = bool(verbs) and any(c.tag_ == "TO" for c in verbs[0].children)
    return verbs[: 2 if below and clause.relation == "object" else 1]


def _of_use(clause: Clause, verb: Token, prospect: str) -> MechanismState | None:
    """What is told of an arrangement that does something, or that somebody leads: "verified by", "who chairs"."""
    modal = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modal & {"will", "shall"}:
        return "agreed"
    if prospect in _COME:
        return "proposed"
    top = clause.nouns[-1]
    used = top.dep_ == "pobj" and top.head.lower_ in {"by", "through", "via"}
    leads = clause.relation == "object" and verb.lemma_.lower() in mechanism_words().leading - {
        "host",
        "organise",
        "organize",
    }
    return "in_force" if (used or leads) and prospect in {"happened", "going_on"} else None


def _rejects(verb: Token) -> bool:
    words = mechanism_words().standing
    phrase = verb_phrase(verb)
    if phrase in words.rejected_phrases:
        return True
    rejected = verb.lemma_.lower() in words.rejected - {p.split()[0] for p in words.rejected_phrases}
    return rejected and not is_denied(verb)


def _of_setting_up(verbs: list[Token], prospect: str, lemmas: set[str]) -> MechanismState:
    words = mechanism_words().standing
    modal = {c.lower_ for verb in verbs for c in verb.children if c.dep_ == "aux"}
    if lemmas & words.proposed or modal & {"would", "could", "may", "might", "should", "can"}:
        return "proposed"
    if prospect == "happened":
        return "in_force"
    if prospect == "denied":
        return "proposed"
    ready = any(verb.lemma_.lower() in {"ready", "willing", "prepared", "hope", "intend"} for verb in verbs)
    wish = any(c.lemma_.lower() in {"ready", "willing", "prepared"} for verb in verbs for c in verb.children)
    return "proposed" if ready or wish else "agreed"


def _of_subject(verb: Token, prospect: str) -> MechanismState | None:
    words = mechanism_words().standing
    modal = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modal & {"would", "could", "may", "might", "should"}:
        return "proposed"
    if prospect == "denied" and tense_of(verb) in {"past", "present"}:
        return "in_force"
    if prospect in {"happened", "going_on"} or verb.lemma_.lower() in words.goes_on:
        return "in_force"
    return "agreed" if prospect == "to_come" else None


def _of_aside(verb: Token) -> MechanismState | None:
    """What a clause beside the noun says: "that would deploy ...", "to be set up if ...", "which has verified"."""
    words = mechanism_words().standing
    modal = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modal & {"would", "could", "may", "might", "should"}:
        return "proposed"
    if modal & {"will", "shall"}:
        return "agreed"
    finite = tense_of(verb) in {"past", "present"}
    if verb.dep_ == "relcl" and finite and verb.lemma_.lower() not in words.set_up:
        return "in_force"
    return None


def _from_words(named: Named) -> MechanismState | None:
    words = mechanism_words().standing
    before = {t.lower_ for t in named.head.doc[named.start : named.head.i]}
    if before & words.words_proposed:
        return "proposed"
    return "in_force" if before & words.words_in_force else None


def _from_lead(lead: str) -> MechanismState | None:
    words = mechanism_words().standing
    if not lead:
        return None
    if words.lead_proposed.search(lead):
        return "proposed"
    if words.lead_in_force.search(lead):
        return "in_force"
    return "agreed" if words.lead_agreed.search(lead) else None


def leaders_of(context: Context, named: Named) -> tuple[str, ...]:
    """Ids of those who lead, run or chair an arrangement, sorted."""
    return tuple(sorted(set(_leaders(context, named))))


def _leaders(context: Context, named: Named) -> Iterator[str]:
    words = mechanism_words()
    head = named.head
    for child in head.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in words.leading:
            for inner in objects_behind(child, {"by"}):
                yield from actors_of_phrase(context, inner)
            subjects = [c for c in child.children if c.dep_ == "nsubj" and c.lower_ not in {"which", "that", "who"}]
            for subject in subjects:
                yield from actors_of_phrase(context, subject)
    for inner in objects_behind(head, {"under"}):
        if inner.lemma_.lower() in words.under or context.roster.at(inner):
            yield from actors_of_phrase(context, inner)
    verb = head.head
    if head.dep_ == "nsubjpass" and verb.lemma_.lower() in words.leading:
        for inner in objects_behind(verb, {"by"}):
            yield from actors_of_phrase(context, inner)
    if head.dep_ == "dobj" and verb.lemma_.lower() in words.leading - {"host", "organise", "organize"}:
        for subject in (c for c in verb.children if c.dep_ == "nsubj"):
            person = verb.head if subject.lower_ in {"who", "which", "that"} else subject
            yield from actors_of_phrase(context, person)
    yield from _owners(context, named)


def _owners(context: Context, named: Named) -> Iterator[str]:
    """ "A US-monitored mechanism", "the UN mission", "NATO's KFOR"."""
    for token in named.head.doc[named.start : named.head.i]:
        sent = token.dep_ in OWNERS and token.head == named.head and named.noun in _SENT
        if sent or _leads_by_hyphen(token):
            yield from actors_at(context, token)
    for child in named.head.children:
        if child.dep_ == "poss" and child.tag_ != "PRP$":
            yield from actors_of_phrase(context, child)


def _leads_by_hyphen(token: Token) -> bool:
    """Is it the leader in "US-monitored", "EU-led"?"""
    doc, i = token.doc, token.i
    if i + 2 >= len(doc) or doc[i + 1].text != "-":
        return False
    verb = doc[i + 2]
    stems = {word.removesuffix("e") for word in mechanism_words().leading}
    return (
        verb.lower_ == "led"
        or verb.lemma_.lower() in mechanism_words().leading
        or verb.lower_.removesuffix("ed") in stems
    )


def trigger_of(context: Context, sentence: Sentence, named: Named, until: int, state: MechanismState) -> str | None:
    """What must happen before an arrangement comes about, in the report's words.

    Args:
        context: The report.
        sentence: The sentence that names it.
        named: The phrase.
        until: Offset at which the next arrangement of the sentence starts, or the end of the sentence.
        state: How far it is; of what is there already nothing need happen first.
    """
    text = context.report.text
    start = offset_of(named.head) + len(named.head)
    for condition in conditions_in(text, start, until, weak=True):
        if _holds(context, condition, state):
            return condition.text
    first = offset_of(named.head.doc[named.start])
    for condition in conditions_in(text, sentence.start, first, weak=True):
        opens = condition.start - sentence.start <= len("Only ")
        if (
            opens
            and condition.end <= first
            and not _reaches(text, condition, first)
            and _holds(context, condition, state)
        ):
            return condition.text
    return None


def _reaches(text: str, condition: Condition, first: int) -> bool:
    """Does the arrangement stand inside the condition itself ("only if the committee certifies")?"""
    return "," not in text[condition.start : first]


def _holds(context: Context, condition: Condition, state: MechanismState) -> bool:
    cue = condition.cue
    if cue in _BEFORE_ONLY or (state == "in_force" and not condition.strong):
        return False
    if cue in {"following", "after", "when", "upon"}:
        return not _is_time(context, condition)
    return True


def _is_time(context: Context, condition: Condition) -> bool:
    """Do the words say only when ("after 8 April")?"""
    start = condition.start + len(condition.cue)
    spans = [
        t.span for t in context.times if condition.start <= t.span[0] < condition.end and t.type in {"DATE", "TIME"}
    ]
    rest = context.report.text[start : condition.end]
    for first, last in spans:
        rest = rest.replace(context.report.text[first:last], "")
    return not rest.strip() or (bool(spans) and _TIME_LEFT.fullmatch(rest) is not None)

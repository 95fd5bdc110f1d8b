"""Standing: how far an arrangement is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.record import MechanismState

from ..governing import Clause, clause_of, is_denied, is_speech, tense_of, verb_phrase
from ..outlook import Prospect, prospect_of_verbs
from .naming import Named
from .vocabulary import base, mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["is_event", "state_of"]

_COME = frozenset({"to_come", "possible"})
_CONVENING = frozenset({"host", "organise", "organize"})


def is_event(clause: Clause) -> bool:
    """Does it befall the people of an arrangement ("peacekeepers were killed"), or do they only say it?"""
    words = mechanism_words()
    speaks = clause.relation == "subject" and bool(clause.verbs) and is_speech(clause.verbs[0])
    if speaks and (base(clause.cue.text) in words.people or clause.cue.text in words.names):
        return True
    cue = clause.cue
    if cue.dep_ == "pobj" and cue.head.dep_ == "agent" and cue.head.head.lemma_.lower() in words.suffers:
        return True  # "a farmer shot by foreign border guards": what they did, and no arrangement
    return any(
        verb.lemma_.lower() in words.suffers and not any(c.tag_ in {"TO", "MD"} for c in verb.children)
        for verb in (*clause.verbs[:1], *clause.asides)
    )


def state_of(named: Named, lead: str = "") -> MechanismState:
    """Say how far an arrangement is: what governs its phrase, else the words before it, else what leads its list.

    Args:
        named: The phrase.
        lead: Text of the heading and of the line that lead to its list, where it is an item of one.
    """
    told = None if _is_heading_its_line(named) else _told(clause_of(named.head))
    return told or _from_words(named) or _from_lead(lead) or "proposed"


def _is_heading_its_line(named: Named) -> bool:
    """Does it stand before a colon at the start of its line? Then nothing behind the colon governs it."""
    doc = named.head.doc
    after = next((token for token in doc[named.head.i + 1 :] if not token.is_space), None)
    return after is not None and after.text == ":" and named.head.left_edge.i <= 1


def _told(clause: Clause) -> MechanismState | None:
    verbs = [verb for verb in clause.verbs if verb.pos_ in {"VERB", "AUX"}]
    aside = next((s for verb in clause.asides if (s := _of_aside(verb)) is not None), None)
    if not verbs:
        return aside
    prospect = prospect_of_verbs(clause.verbs)
    return (
        _settled(clause, verbs, prospect)
        or _wished(clause, verbs, prospect)
        or _running(clause, verbs, prospect, aside)
    )


def _settled(clause: Clause, verbs: list[Token], prospect: Prospect) -> MechanismState | None:
    """Rejected, or part of what was agreed."""
    words = mechanism_words().standing
    lemmas = _lemmas(clause, verbs)
    if clause.relation in {"object", "within"}:
        unwanted = prospect == "denied" and lemmas & (words.agreed | {"accept", "support"})
        if unwanted or any(_rejects(verb) for verb in _governing(verbs, clause)):
            return "rejected"
    only_proposed = bool(lemmas & words.proposed) and verbs[-1].lemma_.lower() in words.proposed
    return "agreed" if lemmas & words.agreed and prospect != "possible" and not only_proposed else None


def _wished(clause: Clause, verbs: list[Token], prospect: Prospect) -> MechanismState | None:
    """To be set up, or asked for."""
    words = mechanism_words().standing
    lemmas = _lemmas(clause, verbs)
    if verbs[0].lemma_.lower() in words.set_up and clause.relation != "within":
        return _of_setting_up(verbs, prospect, lemmas)
    return "proposed" if lemmas & words.proposed and clause.relation in {"object", "within"} else None


def _running(
    clause: Clause, verbs: list[Token], prospect: Prospect, aside: MechanismState | None
) -> MechanismState | None:
    """At work, by what it does or what is done through it."""
    if clause.relation == "subject":
        return _of_subject(verbs[0], prospect)
    return aside or _of_use(clause, verbs[0], prospect)


def _lemmas(clause: Clause, verbs: list[Token]) -> set[str]:
    return {verb.lemma_.lower() for verb in verbs} | {noun.lemma_.lower() for noun in clause.nouns[1:]}


def _governing(verbs: list[Token], clause: Clause) -> list[Token]:
    """The verbs that bear on the arrangement: the first, and above an infinitive the next ("refused to accept")."""
    below = bool(verbs) and any(c.tag_ == "TO" for c in verbs[0].children)
    return verbs[: 2 if below and clause.relation == "object" else 1]


def _of_use(clause: Clause, verb: Token, prospect: Prospect) -> MechanismState | None:
    """What is told of an arrangement that does something, or that somebody leads: "verified by", "who chairs"."""
    modal = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modal & {"will", "shall"}:
        return "agreed"
    if prospect in _COME:
        return "proposed"
    if not clause.nouns:  # the tagger has taken the noun for a verb
        return None
    top = clause.nouns[-1]
    used = top.dep_ == "pobj" and top.head.lower_ in {"by", "through", "via"}
    leads = clause.relation == "object" and verb.lemma_.lower() in mechanism_words().leading - _CONVENING
    return "in_force" if (used or leads) and prospect in {"happened", "going_on"} else None


def _rejects(verb: Token) -> bool:
    words = mechanism_words().standing
    phrase = verb_phrase(verb)
    if phrase in words.rejected_phrases:
        return True
    rejected = verb.lemma_.lower() in words.rejected - {p.split()[0] for p in words.rejected_phrases}
    return rejected and not is_denied(verb)


def _of_setting_up(verbs: list[Token], prospect: Prospect, lemmas: set[str]) -> MechanismState:
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


def _of_subject(verb: Token, prospect: Prospect) -> MechanismState | None:
    words = mechanism_words().standing
    modal = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modal & {"would", "could", "may", "might", "should"}:
        return "proposed"
    if prospect == "denied" and tense_of(verb) in {"past", "present"}:
        return "proposed" if verb.lemma_.lower() in words.not_there else "in_force"
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

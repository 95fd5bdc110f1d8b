"""Doing: an arrangement that a verb names by what its subject does ("Qatar, which mediates", "verifies the truce")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import MechanismKind, MechanismState

from ...document import Sentence, offset_of
from ...plover.cues import objects
from ...plover.roles import doer
from ..governing import is_denied
from ..phrases import actors_of_phrase
from ..saying import told_by
from .mention import Mention
from .naming import bare_name
from .triggers import trigger_of
from .vocabulary import mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["doings_in", "returns_in"]

_CERTAIN = frozenset({"will", "shall"})
_OPEN = frozenset({"would", "could", "may", "might", "should", "can", "to"})
_UNDERTAKING = frozenset({"agree", "undertake", "vow", "propose"})
"""Verbs with which somebody takes upon himself to pay, next to those of pledging."""
_MOST = 3


def doings_in(context: Context, sentence: Sentence, named: frozenset[str]) -> Iterator[Mention]:
    """Find what the verbs of a sentence tell that somebody mediates or watches.

    Args:
        context: The report.
        sentence: One sentence of it.
        named: Kinds of the arrangements that its nouns name; these say the same.
    """
    given = set(named)
    for token in sentence.span:
        kind = _kind(token)
        if kind is None or kind in given:
            continue
        who = _doers(context, token)
        if who or (kind == "economic" and token.tag_ == "VBN"):
            given.add(kind)
            yield _mention(context, sentence, token, kind, who)


def _kind(token: Token) -> MechanismKind | None:
    words, lemma = mechanism_words(), token.lemma_.lower()
    if token.pos_ == "NOUN" and {lemma, token.lower_} & words.mediated_under:
        return "mediation" if token.dep_ == "pobj" and token.head.lower_ == "under" else None
    if token.pos_ != "VERB" or is_denied(token):
        return None
    things = {t.lemma_.lower() for t in objects(token)} | {t.lower_ for t in objects(token)}
    if token.dep_ in {"relcl", "acl"} and token.tag_ == "VBN":
        things.add(token.head.lemma_.lower())
    modals = {c.lower_ for c in token.children if c.dep_ == "aux"}
    above = token.head.lemma_.lower() if token.dep_ == "xcomp" else ""
    to_come = bool(modals & words.funding_modals) or above == "be" or above in words.pledging | _UNDERTAKING
    if (lemma in words.funding and things and to_come) or _pledges(token):
        return "economic"
    mediates = lemma in words.mediating and (things & words.mediated or (lemma == "mediate" and not things))
    if mediates or _relays(token):
        return "mediation"
    watches = words.watches(lemma, frozenset(things)) and not _is_portfolio(token)
    return "monitoring" if watches else None


def _is_portfolio(verb: Token) -> bool:
    """ "Minister Aoun, who oversees disarmament": only who a man is."""
    return verb.dep_ == "relcl" and verb.tag_ == "VBZ" and verb.head.ent_type_ == "PERSON"


def _pledges(verb: Token) -> bool:
    """ "Has promised food worth $30 million", "five billion francs are set aside for reintegration"."""
    words = mechanism_words()
    lemma = verb.lemma_.lower()
    ahead = any(c.dep_ == "aux" and c.lower_ in words.funding_modals for c in verb.children)
    if lemma not in words.pledging and not (lemma in words.paying and ahead):
        return False
    given = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return any(t.lower_ in words.sums or t.ent_type_ == "MONEY" for thing in given for t in thing.subtree)


def _relays(verb: Token) -> bool:
    """ "Passes papers between the rooms", "the mediators shuttle between the delegations"."""
    words, lemma = mechanism_words(), verb.lemma_.lower()
    if lemma not in words.relaying:
        return False
    inside = list(verb.children)
    inside += [c for thing in inside if thing.dep_ in {"dobj", "advmod"} for c in thing.children]
    carried = lemma == "shuttle" or any(c.lemma_.lower() in words.relayed for c in verb.children)
    return carried and any(c.dep_ == "prep" and c.lower_ == "between" for c in inside)


def returns_in(context: Context, sentence: Sentence) -> Iterator[Mention]:
    """Find what comes back of itself ("sanctions would snap back if Iran broke the deal").

    Args:
        context: The report.
        sentence: One sentence of it.
    """
    words = mechanism_words()
    for verb in sentence.span:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in words.returning:
            continue
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is None or not any(c.lower_ == words.returning_particle for c in verb.children):
            continue
        modal = {c.lower_ for c in verb.children if c.dep_ == "aux"}
        state: MechanismState = "proposed" if modal & _OPEN else "agreed"
        at = offset_of(verb)
        yield Mention(
            name=f"snapback of {subject.text.lower()}",
            noun="snapback",
            kind="other",
            words=frozenset({"snapback", subject.lemma_.lower()}),
            evidence=sentence.evidence(),
            state=state,
            trigger=trigger_of(context, sentence, bare_name(verb), sentence.end, state),
            said_by=told_by(context, at, at + len(verb)),
        )


def _doers(context: Context, token: Token) -> tuple[str, ...]:
    """Ids of those who do it: the subject, whom "by" names, or whose chairmanship it is."""
    heads: list[Token] = []
    if token.pos_ == "NOUN":
        for child in token.children:
            heads += [child] if child.dep_ == "poss" else []
            heads += [c for c in child.children if child.lower_ == "of"]
            heads += [child] if child.dep_ in {"amod", "compound"} else []
    else:
        # "has spent the summer shuttling between the parties"
        agent = doer(token.head if token.head.lemma_ == "spend" else token)
        heads += [agent] if agent is not None else []
    found = {actor for head in heads[:_MOST] for actor in actors_of_phrase(context, head)}
    return tuple(sorted(found))


def _mention(context: Context, sentence: Sentence, token: Token, kind: MechanismKind, who: tuple[str, ...]) -> Mention:
    modal = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
    state: MechanismState = "agreed" if modal & _CERTAIN else "proposed" if modal & _OPEN else "in_force"
    if token.lemma_.lower() in mechanism_words().pledging and state == "in_force":
        state = "agreed"  # what is promised is not there yet
    at = offset_of(token)
    names = [context.roster.actors[actor].name for actor in who[:_MOST]]
    return Mention(
        name=_name(kind, names),
        noun=kind,
        kind=kind,
        words=frozenset(name.casefold() for name in names),
        evidence=sentence.evidence(),
        state=state,
        led_by=who,
        trigger=trigger_of(context, sentence, bare_name(token), sentence.end, state),
        said_by=told_by(context, at, at + len(token)),
    )


def _name(kind: MechanismKind, names: list[str]) -> str:
    if kind == "economic":
        return f"money from {' and '.join(names)}" if names else "money set aside"
    return f"{kind} by {' and '.join(names)}"

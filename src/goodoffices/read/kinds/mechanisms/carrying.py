"""Carrying on: what is said of an arrangement in a sentence or an item that names it by a pronoun, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from ...document import Sentence, offset_of
from ..saying import told_by
from .mention import Mention
from .naming import bare_name
from .standing import state_of
from .triggers import trigger_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["carried_on"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRONOUNS = frozenset({"it", "they", "both"})
_POINTING = frozenset({"this", "that", "it", "one", "these", "them"})
_AGREEING = frozenset(
    {"accept", "agree", "allow", "approve", "authorise", "authorize", "consent", "consider", "permit"}
)
_STARTING = frozenset(
    {"begin", "deploy", "discuss", "grant", "launch", "open", "send", "start", "support", "tolerate", "permit"}
)
_TAKING = _AGREEING | _STARTING
"""Verbs whose object is an arrangement that was named just before."""
_DOINGS = frozenset(
    {
        "deployment",
        "work",
        "mandate",
        "dispatch",
        "launch",
        "start",
        "activation",
        "implementation",
        "arrival",
        "opening",
    }
)
_SET_UP = frozenset(
    "establish deploy create form install set staff chair head lead compose dispatch constitute convene".split()  # noqa: SIM905
)
_BEGINNING = frozenset({"begin", "start", "resume", "take", "commence"})
_WORK = frozenset(
    {"work", "operations", "operation", "functioning", "duties", "functions", "patrols", "up", "patrolling"}
)
_WATCHING = frozenset(
    "monitor verify oversee patrol supervise observe consist comprise deploy function operate inspect convene".split()  # noqa: SIM905
)
"""What is done with an arrangement, and what only an arrangement does."""
_FIRST = re.compile(r"(?:But |And )?(?:[Ff]irst|[Bb]efore that)\b,? ")
_MUST = re.compile(r"\b(?:must|has to|have to|needs to)\b")
_FAR = 1
"""Sentences between an arrangement and one that says what it waits for."""
_MODALS = frozenset({"will", "shall", "may", "must", "would", "should", "can", "is", "are"})


def carried_on(context: Context, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Find the sentences and items that say more of an arrangement that was the subject just before.

    Args:
        context: The report.
        mentions: The mentions by name, with the sentences that hold them as evidence.
    """
    by_start: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_start.setdefault(mention.evidence.start, []).append(mention)
    subject: Mention | None = None
    before: Sentence | None = None
    last: Mention | None = None
    behind = 0
    for sentence in context.sentences:
        verb = next((t for t in sentence.span if t.dep_ == "ROOT"), None)
        if before is not None and subject is not None and verb is not None:
            pronoun = _pronoun(sentence, verb) if sentence.block is before.block else None
            item = sentence.block.kind == "item" and _begins_with_modal(sentence)
            if pronoun is not None or item:
                yield _more(context, sentence, pronoun, subject)
                before = sentence
                continue
            if sentence.block.kind == "item" and before.block.kind == "item":
                subject = None
        named = by_start.get(sentence.start, [])
        kinds = [m for m in named if m.kind is not None]
        near = before is not None and sentence.block is before.block
        told = _waiting(context, sentence, verb, last) if near and last is not None and not kinds else None
        if told is not None:
            yield told
        subject, before = _subject(sentence, verb, named), sentence
        last = _only(kinds) or (last if told is None and behind < _FAR and not kinds else None)
        behind = 0 if kinds else behind + 1


def _subject(sentence: Sentence, verb: Token | None, named: Sequence[Mention]) -> Mention | None:
    """The arrangement that is the subject of a sentence, or all that the lead of a list says."""
    if not named or verb is None:
        return None
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    alone = sentence.text.rstrip().endswith(":") and len(named) == 1
    for mention in named:
        if alone or any(mention.noun == c.lower_.removesuffix("s") or mention.noun == c.lower_ for c in subjects):
            return mention
    return None


def _pronoun(sentence: Sentence, verb: Token) -> Token | None:
    """The pronoun with which a sentence begins, where it is the subject."""
    first = next((t for t in sentence.span if t.is_alpha), None)
    stands = first is not None and first.lower_ in _PRONOUNS and first.dep_ in _SUBJECTS and first.head == verb
    return first if stands else None


def _own_doing(sentence: Sentence, verb: Token) -> Token | None:
    """ "Its deployment begins only after ...": what becomes of an arrangement, as the subject."""
    first = next((t for t in sentence.span if t.is_alpha), None)
    if first is None or first.lower_ not in {"its", "their"} or first.dep_ != "poss":
        return None
    return first if first.head.lower_ in _DOINGS and first.head.dep_ in _SUBJECTS and first.head.head == verb else None


def _own_life(sentence: Sentence, verb: Token) -> Token | None:
    """ "It will start work once ...", "They are to be deployed by May": a pronoun with what an arrangement does."""
    first = next((t for t in sentence.span if t.is_alpha), None)
    if first is None or first.lower_ not in _PRONOUNS or first.dep_ not in _SUBJECTS or first.head != verb:
        return None
    if first.dep_ == "nsubjpass":
        return first if verb.lemma_.lower() in _SET_UP else None
    if verb.lemma_.lower() in _BEGINNING:
        return first if any(c.lower_ in _WORK for c in verb.children if c.dep_ in {"dobj", "xcomp"}) else None
    return first if verb.lemma_.lower() in _WATCHING else None


def _only(named: Sequence[Mention]) -> Mention | None:
    """The one arrangement that a sentence names."""
    return named[-1] if len({(m.kind, m.noun) for m in named}) == 1 else None


def _waiting(context: Context, sentence: Sentence, verb: Token | None, last: Mention) -> Mention | None:
    """What must happen before an arrangement of the sentence before: "We shall allow this only once ...", "First ...".

    Only a condition makes such a sentence speak of it.
    """
    text, evidence = sentence.text, sentence.evidence()
    own = _own_doing(sentence, verb) if verb is not None else None
    if own is not None:
        trigger = trigger_of(context, sentence, bare_name(own), sentence.end, "agreed")
        return msgspec.structs.replace(last, evidence=evidence, trigger=trigger, led_by=())
    lives = _own_life(sentence, verb) if verb is not None else None
    if lives is not None:
        named = bare_name(lives)
        trigger = trigger_of(context, sentence, named, sentence.end, "agreed")
        return msgspec.structs.replace(last, evidence=evidence, trigger=trigger, led_by=())
    if last.state not in {"proposed", "agreed"}:
        return None
    if _FIRST.match(text) and _MUST.search(text):
        return msgspec.structs.replace(last, evidence=evidence, trigger=text.rstrip(" ."), led_by=())
    thing = next((t for t in sentence.span if t.lower_ in _POINTING and _is_taken(t)), None)
    if thing is None:
        return None
    trigger = trigger_of(context, sentence, bare_name(thing), sentence.end, "proposed")
    return msgspec.structs.replace(last, evidence=evidence, trigger=trigger, led_by=()) if trigger else None


def _is_taken(token: Token) -> bool:
    """Is it what somebody considers, allows or sends?"""
    verb = token.head if token.dep_ in {"dobj", "nsubjpass"} else token.head.head
    bare = not any(True for _ in token.children)
    return bare and token.dep_ in {"dobj", "nsubjpass", "pobj"} and verb.lemma_.lower() in _TAKING


def _begins_with_modal(sentence: Sentence) -> bool:
    """ "(a) will be composed of ...": an item that its lead gives the subject."""
    first = next((t for t in sentence.span if t.is_alpha and len(t) > 1), None)
    return first is not None and first.lower_ in _MODALS


def _more(context: Context, sentence: Sentence, pronoun: Token | None, subject: Mention) -> Mention:
    told = pronoun if pronoun is not None else sentence.span[0]
    named = bare_name(told)
    runs = pronoun is not None and subject.state == "in_force"
    return msgspec.structs.replace(
        subject,
        evidence=sentence.evidence(),
        state=state_of(named) if runs else subject.state,
        trigger=trigger_of(context, sentence, named, sentence.end, "agreed"),
        said_by=told_by(context, offset_of(told), offset_of(told) + len(told)),
    )

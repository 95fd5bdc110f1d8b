"""Words lifted into a sentence: "dismissed the plan as '...'", "in what the envoy called '...'", and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..attribution.lexicon import lexicon
from ..attribution.quotations import quotations
from ..document import offset_of
from .papers import authors_of_paper

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["lifted"]

_CLASSES = frozenset({"say", "write", "admit", "blame", "praise", "call"})
"""Classes of verbs whose subject words in quotation marks under them are of."""
_NOT_SAID = frozenset(
    {"break", "carry", "run", "read", "record", "document", "feature", "attack", "hit", "sign", "grant"}
)
"""Verbs of these classes that a phrase in quotation marks most often only names the object of."""
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj"})
_MOST_STEPS = 12


def lifted(context: Context, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[tuple[str, ...], Token, int, int]]:
    """Find the words in quotation marks that nobody was found to say, and that a verb of speech governs.

    Args:
        context: The report.
        taken: Where the quotations are that someone was found to say.

    Yields:
        Ids of those who say them, the verb, and where the words start and end.
    """
    held = sorted(taken)
    for passage in context.passages:
        if passage.block.speaker is not None:
            continue
        first = passage.block.start
        for quotation in quotations(context.report.text[first : passage.block.end]):
            start, end = first + quotation.start, first + quotation.end
            if not quotation.closed or any(a < end and start < b for a, b in held):
                continue
            verb = _governor(context, start, end)
            speakers = _speakers(context, verb, start, end) if verb is not None else ()
            if verb is not None and speakers:
                yield speakers, verb, start, end


def _governor(context: Context, start: int, end: int) -> Token | None:
    """The verb of speech under which words in quotation marks stand, the nearest verb above them."""
    inside = [t for t in context.tokens_in(start, end) if not t.is_punct and not t.is_space]
    if not inside:
        return None
    calling: Token | None = None
    token = inside[0]
    for _ in range(_MOST_STEPS):
        at = offset_of(token)
        if token.pos_ in _VERBAL and not start <= at < end:
            if _is_of_speech(token):
                return token if calling is None or "call" in _classes(token) else None
            if token.tag_ not in {"VB", "VBG"} or token.i > inside[0].i:
                return None
            calling = token  # "called its readiness to take part '...'"
        if token.head == token:
            return None
        token = token.head
    return None


def _is_of_speech(verb: Token) -> bool:
    denied = any(child.dep_ == "neg" for child in verb.children)
    return not denied and verb.lemma_.lower() not in _NOT_SAID and not _CLASSES.isdisjoint(_classes(verb))


def _classes(verb: Token) -> tuple[str, ...]:
    return lexicon().verbs.get(verb.lemma_.lower(), ())


def _speakers(context: Context, verb: Token, start: int, end: int) -> tuple[str, ...]:
    """Who says it: the subject of the verb, or of the one that it is joined to, or the agent of a passive one."""
    subject = _subject(verb)
    if subject is None:
        return ()
    at = offset_of(subject)
    if start <= at < end:
        return ()
    spans = ((at, at + len(subject)),)
    return context.head_actors(spans) or authors_of_paper(context, spans)


def _subject(verb: Token) -> Token | None:
    for _ in range(_MOST_STEPS):
        agents = (a for c in verb.children if c.dep_ == "agent" for a in c.children if a.dep_ == "pobj")
        own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None) or next(agents, None)
        if own is not None or any(c.dep_ == "nsubjpass" for c in verb.children):
            relative = own is not None and own.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl"
            return verb.head if relative else own
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head.pos_ not in _VERBAL:
            return None
        verb = verb.head
    return None

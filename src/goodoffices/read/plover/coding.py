"""Coding: the main event of each sentence, its type, and the countries of both sides."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..attribution.paragraphs import paragraphs
from ..pipeline import parse
from .countries import gazette
from .cues import cue_of, noun_cue
from .lexicon import lexicon
from .modality import Mood, mood_of, weighed
from .model import Cue, Event
from .parties import parties_of
from .roles import doer
from .scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["code_sentence", "events", "main_cue"]

_FURTHEST = 60
"""Words of a sentence that are looked at from its main verb on; a sentence of a million words has no main event."""


def events(text: str) -> list[Event]:
    """Code the events of a text as PLOVER does: who did what to whom, by country.

    Args:
        text: A report, or any English text; paragraphs are its lines.

    Returns:
        At most one event a sentence, its main one, in the order of the text.
    """
    pieces = list(paragraphs(text))
    lines = dict.fromkeys(text[start:end] for start, end in pieces)
    docs = dict(zip(lines, parse(lines), strict=True))
    return [event for start, end in pieces for event in _code(docs[text[start:end]], start)]


def _code(doc: Doc, offset: int) -> Iterator[Event]:
    for sentence in doc.sents:
        if (event := code_sentence(sentence, offset)) is not None:
            yield event


def code_sentence(sentence: Span, offset: int = 0) -> Event | None:
    """Code the main event of a parsed sentence.

    Args:
        sentence: The sentence.
        offset: Of its parsed text in the text that spans shall count in.
    """
    found = main_cue(sentence)
    if found is None:
        return None
    cue, plover, speaker = found
    source, target = parties_of(cue, plover, speaker, Scene.of(sentence, sentence.doc))
    words = sorted(cue.token.subtree) if len(sentence) <= _FURTHEST * 4 else [cue.token]
    span = (offset + words[0].idx, offset + words[-1].idx + len(words[-1]))
    return Event(plover=plover, source=source, target=target, span=span)


def main_cue(sentence: Span) -> tuple[Cue, str, Token | None] | None:
    """The cue of a sentence's main event, its type as it is meant, and who is quoted as telling it.

    The main verb comes first; what a verb of report reports, before the words around it; then joined and other clauses.
    """
    waiting: deque[tuple[Token, Token | None, Mood | None]] = deque(
        [(sentence.root, _speaker_beside(sentence.root), None)]
    )
    for _ in range(_FURTHEST):
        if not waiting:
            break
        verb, speaker, above = waiting.popleft()
        clauses = _clauses(verb)
        inner = [c for c in clauses if c.dep_ in {"ccomp", "parataxis"}]
        cue = cue_of(verb) if verb.pos_ in {"VERB", "AUX"} or verb.lemma_.lower() in lexicon().verbs else None
        mood = _joint(mood_of(verb), above)
        if verb.lemma_.lower() in lexicon().reporting and inner and (cue is None or cue.weight == 0):
            teller = _teller(verb, speaker)
            waiting.extendleft((c, teller, None) for c in reversed(inner))
            continue
        cue = cue or next(_nominal(verb), None)
        if cue is not None and (plover := weighed(cue.plover, mood)) is not None:
            return cue, plover, speaker
        if cue is None and mood.owed and speaker is not None and not mood.denied:
            return Cue("", verb, 0), "REQUEST", speaker
        passed = mood if verb.lemma_.lower() in lexicon().raising else None
        waiting.extend((c, speaker, passed if c.dep_ == "xcomp" else None) for c in clauses)
    return None


def _joint(mood: Mood, above: Mood | None) -> Mood:
    """A mood with that of the verb that only helps it ("will continue to", "did not try to")."""
    if above is None:
        return mood
    return Mood(
        mood.future or above.future,
        mood.possible or above.possible,
        mood.owed or above.owed,
        mood.denied or above.denied,
    )


def _speaker_beside(root: Token) -> Token | None:
    """Who says it, where the parser hangs "X said" on what is said."""
    for child in root.children:
        if child.dep_ in {"parataxis", "ccomp"} and child.lemma_.lower() in lexicon().reporting and child.i > root.i:
            return doer(child)
    return None


def _teller(verb: Token, before: Token | None) -> Token | None:
    teller = doer(verb)
    if teller is None or teller.lower_ in gazette().back:
        return before or teller
    return teller


_ORDER = ("xcomp", "ccomp", "parataxis", "conj", "advcl", "acl", "pcomp", "relcl")


def _clauses(verb: Token) -> Sequence[Token]:
    """The clauses under a verb, the likeliest to tell of the main event first; conditions tell of none."""
    found = [c for c in verb.children if c.dep_ in _ORDER and not _supposed(c)]
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "pobj", "acomp"}:
            found += [c for c in child.children if c.dep_ in {"acl", "relcl", "xcomp", "ccomp"} and not _supposed(c)]
    return sorted(found, key=lambda c: _ORDER.index(c.dep_))


def _supposed(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "until", "lest"} for c in clause.children)


def _nominal(verb: Token) -> Iterator[Cue]:
    """Cues among the nouns of a clause whose verb only says that it took place."""
    if verb.pos_ in {"NOUN", "PROPN"} and (own := noun_cue(verb)) is not None:
        yield own
    places = (
        ("dobj", "attr", "nsubjpass", "nsubj") if verb.lemma_.lower() in lexicon().support else ("nsubj", "nsubjpass")
    )
    for place in places:
        for child in verb.children:
            if child.dep_ == place and (cue := noun_cue(child)) is not None:
                told = (c for c in child.children if c.dep_ == "acl" and any(o.dep_ == "dobj" for o in c.children))
                yield next((own for c in told if (own := cue_of(c)) is not None), cue)
    for child in verb.children:
        if child.dep_ == "prep":
            yield from (cue for c in child.children if c.dep_ == "pobj" and (cue := noun_cue(c)) is not None)

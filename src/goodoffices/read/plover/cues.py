"""Cues: the words of a sentence that tell of an event in the frame that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .lexicon import Condition, Frames, lexicon
from .model import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["cue_of", "noun_cue", "objects", "prepositions"]

_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "acomp", "prt", "advmod", "dative", "obj"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_TO_COME = frozenset({"to", "will", "would", "'ll", "'d"})
_ASIDE = frozenset(
    {
        "ahead",
        "because",
        "after",
        "before",
        "during",
        "since",
        "until",
        "amid",
        "despite",
        "following",
        "in",
        "at",
        "near",
        "outside",
    }
)
"""Prepositions of time, place and reason: what stands deeper behind them takes no part."""
_FOR = frozenset({"favour", "favor", "support", "defence", "defense", "response", "return"})
_LETTING = frozenset({"let", "allow", "permit"})
"""Verbs whose object the parser takes for the subject of the clause behind it."""
_REACH = 3
_FEW = 2
"""Frames of a verb up to which all are tried."""


def cue_of(token: Token, frames: Frames | None = None) -> Cue | None:
    """The cue that a verb is, with the most telling frame that it stands in; None where it tells of nothing.

    Args:
        token: A word.
        frames: The frames to look among; None for those of the PLOVER types.
    """
    known = (lexicon().verbs if frames is None else frames).get(token.lemma_.lower(), ())
    present = _words_of(token.doc) if len(known) > _FEW else None
    for frame in known:
        if present is not None and any(c.words and c.words.isdisjoint(present) for c in frame.conditions):
            continue  # most frames of a common verb want a word that stands nowhere in the text
        if all(_holds(token, condition) for condition in frame.conditions):
            return Cue(frame.plover, token, frame.weight)
    return None


def _words_of(doc: Doc) -> frozenset[str]:
    """The words of a text as written and by base form, in small letters; kept with it."""
    words: frozenset[str] | None = doc.user_data.get("words")
    if words is None:
        words = frozenset(form for token in doc for form in (token.lower_, token.lemma_.lower()))
        doc.user_data["words"] = words
    return words


def noun_cue(token: Token) -> Cue | None:
    """The cue that a noun is ("talks", "an attack")."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ == "DATE":
        return None
    nouns = lexicon().nouns
    kinds = (f"{c.lower_} {token.lemma_.lower()}" for c in token.children if c.dep_ in {"compound", "amod"})
    plover = next((nouns[k] for k in kinds if k in nouns), nouns.get(token.lemma_.lower()) or nouns.get(token.lower_))
    return Cue(plover, token, 1, nominal=True) if plover else None


def objects(verb: Token) -> Iterator[Token]:
    """What a verb acts on, in the active or the passive, with what is joined to it; and its particles."""
    for child in verb.children:
        if child.dep_ in _OBJECTS or (child.dep_ in {"advcl", "ccomp"} and child.pos_ == "NOUN"):
            yield child
            yield from _joined(child)
        elif child.dep_ == "ccomp" and verb.lemma_ in _LETTING:
            yield from (c for c in child.children if c.dep_ == "nsubj")
    if (
        verb.dep_ in {"acl", "relcl"}
        and verb.tag_ == "VBN"
        and not any(c.dep_ == "dobj" for c in verb.children)
        and verb.head.pos_ in {"NOUN", "PROPN"}
    ):
        yield verb.head


def _joined(token: Token) -> Iterator[Token]:
    """The rest of a list, without recursion: a list may be long."""
    while (following := next((c for c in token.children if c.dep_ == "conj"), None)) is not None:
        yield following
        token = following


def prepositions(verb: Token) -> Iterator[tuple[str, Token]]:
    """Each preposition under a verb, its objects and particles, with what stands behind it."""
    level = [verb]
    for _ in range(_REACH):
        below = []
        for token in level:
            for child in token.children:
                if child.dep_ in {"prep", "agent", "dative"} or (child.dep_ == "prt" and child.n_rights):
                    inside = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
                    yield from ((child.lower_, inner) for one in inside for inner in (one, *_joined(one)))
                    if child.lower_ not in _ASIDE or any(one.lemma_.lower() in _FOR for one in inside):
                        below += [*inside, child]
                elif child.dep_ in _OBJECTS and child.lower_ not in _ASIDE:
                    below.append(child)
        level = below


def _holds(verb: Token, condition: Condition) -> bool:
    if condition.slot == "object":
        particles = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in condition.words)
        return any(_named(token, condition) for token in objects(verb)) or any(_is_particle(c) for c in particles)
    if condition.slot == "subject":
        return any(_named(c, condition) for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})
    if condition.slot == "infinitive":
        return any(_named(c, condition) for c in _infinitives(verb))
    wanted = condition.slot.split("|")
    return any(word in wanted and _named(inner, condition) for word, inner in prepositions(verb))


def _is_particle(preposition: Token) -> bool:
    """ "walked out of X": a preposition with nothing of its own behind it."""
    return not any(c.dep_ in {"pobj", "pcomp"} for c in preposition.children)


def _infinitives(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in _CLAUSES and any(c.lower_ in _TO_COME and c.dep_ == "aux" for c in child.children):
            yield child
        elif child.dep_ in {"acomp", "attr", "dobj"}:
            yield from (c for c in child.children if c.dep_ in _CLAUSES)


def _named(token: Token, condition: Condition) -> bool:
    words = condition.words
    if not words:
        return True
    if token.lemma_.lower() in words or token.lower_ in words:
        return True
    # "a package of aid", "thousands of troops", "two tons of rice": what is meant stands behind the "of"
    inner = (c for of in token.children if of.dep_ == "prep" and of.lower_ == "of" for c in of.children)
    if any(c.lemma_.lower() in words for c in inner):
        return True
    if any(token.lemma_.lower() in known for known in lexicon().classes.values()):
        return False  # "a trade embargo" is no trade
    return any(c.lemma_.lower() in words for c in token.children if c.dep_ in {"compound", "amod"})

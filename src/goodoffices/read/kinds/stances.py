"""Stances: the words that show how a party stands to something, and what they are about."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, cast

import msgspec

from goodoffices.record import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Cue", "Frames", "cell_stance", "cues_in", "frames", "is_negated"]

_STANCES: tuple[Stance, ...] = ("demands", "rejects", "accepts", "offers")
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "advcl", "relcl"})


class Frames(msgspec.Struct, frozen=True):
    """The cue lexicon of `data/stances.toml`."""

    verbs: dict[str, tuple[Stance, frozenset[str]]]
    phrasal: dict[str, tuple[Stance, frozenset[str]]]
    nouns: dict[str, tuple[Stance, frozenset[str]]]
    adjectives: dict[str, tuple[Stance, frozenset[str]]]
    opposites: dict[str, Stance]
    firm: re.Pattern[str]
    predicate: re.Pattern[str]
    cells: dict[str, re.Pattern[str]]
    unclear: frozenset[str]
    unclear_nouns: frozenset[str]
    documents: frozenset[str]
    lists: frozenset[str]
    contain: frozenset[str]
    oblige: frozenset[str]
    intend: frozenset[str]
    concede: frozenset[str]
    hinge: frozenset[str]
    light: frozenset[str]
    drop: frozenset[str]
    utter: frozenset[str]
    deny: frozenset[str]
    sides: dict[str, Stance]
    powers: re.Pattern[str]
    accuse: frozenset[str]


class Cue(msgspec.Struct, frozen=True, eq=False):
    """A word that shows a stance.

    Attributes:
        token: The verb, noun or adjective.
        stance: As the words have it, negation included.
        objects: Heads of what it is about, joined ones apart.
        part: ``verb``, ``noun`` or ``adjective``.
    """

    token: Token
    stance: Stance
    objects: tuple[Token, ...]
    part: str


@functools.cache
def frames() -> Frames:
    """Read the cue lexicon once."""
    text = resources.files(__package__).joinpath("data/stances.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)

    def table(part: str) -> dict[str, tuple[Stance, frozenset[str]]]:
        return {w: (s, frozenset(f)) for s in _STANCES for w, f in data[s].get(part, {}).items()}

    return Frames(
        verbs=table("verbs"),
        phrasal=table("phrasal"),
        nouns=table("nouns"),
        adjectives=table("adjectives"),
        opposites=cast("dict[str, Stance]", data["opposites"]),
        firm=_any_of(data["red_line"]["firm"]),
        predicate=_any_of(data["red_line"]["predicate"]),
        cells={stance: _any_of(words) for stance, words in data["cells"].items()},
        unclear=frozenset(data["unclear"]["words"]),
        unclear_nouns=frozenset(data["unclear"]["nouns"]),
        documents=frozenset(data["documents"]["nouns"]),
        lists=frozenset(data["documents"]["lists"]),
        contain=frozenset(data["documents"]["contain"]),
        oblige=frozenset(data["modals"]["oblige"]),
        intend=frozenset(data["modals"]["intend"]),
        concede=frozenset(data["modals"]["concede"]),
        hinge=frozenset(data["modals"]["hinge"]),
        light=frozenset(data["clauses"]["light"]),
        drop=frozenset(data["clauses"]["drop"]),
        utter=frozenset(data["clauses"]["utter"]),
        deny=frozenset(data["clauses"]["deny"]),
        sides=cast("dict[str, Stance]", data["clauses"]["sides"]),
        powers=_any_of(data["clauses"]["under"]),
        accuse=frozenset(data["clauses"]["accuse"]),
    )


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in ordered) + r")(?!\w)", re.IGNORECASE)


def cell_stance(text: str) -> Stance:
    """Read the stance of a cell of an issue × party matrix; what names a thing and no stance is a demand."""
    if text.strip().lower() in {"red line", "a red line"}:
        return "rejects"
    for stance, pattern in frames().cells.items():
        if pattern.search(text):
            return cast("Stance", stance)
    return "demands"


def cues_in(doc: Doc) -> Iterator[Cue]:
    """Find the cues of one parsed block that have an object in one of their frames."""
    known = frames()
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ in {"VERB", "AUX"}:
            found = known.phrasal.get(_with_particle(token)) or known.verbs.get(lemma)
            part = "verb"
        elif token.pos_ in {"NOUN", "PROPN"}:
            found, part = known.nouns.get(lemma), "noun"
        elif token.dep_ == "prep" and token.lower_ in known.sides and token.head.lemma_ == "be":
            yield from _taken_side(token, known)
            continue
        elif token.pos_ == "ADJ":
            found, part = known.adjectives.get(lemma), "adjective"
        else:
            continue
        if found is None:
            continue
        if part == "noun" and token.dep_ == "dobj" and token.head.lemma_.lower() in known.verbs:
            continue  # "supports the proposal": the verb tells the stance
        stance, allowed = found
        objects = tuple(_objects(token, allowed, part))
        if objects:
            yield Cue(token, _standing(token, stance, part), objects, part)


def _standing(cue: Token, stance: Stance, part: str) -> Stance:
    """The stance with what turns it round: a negation, or a demand that is dropped."""
    known = frames()
    if part == "noun" and cue.dep_ == "dobj" and cue.head.lemma_.lower() in known.drop:
        return known.opposites[stance]
    nothing = any(c.dep_ in {"dobj", "attr"} and _is_nothing(c) for c in cue.children)
    return known.opposites[stance] if is_negated(cue) != nothing else stance


def _is_nothing(token: Token) -> bool:
    return token.lower_ in {"nothing", "none"} or any(c.lower_ == "no" for c in token.children)


def _taken_side(preposition: Token, known: Frames) -> Iterator[Cue]:
    """ "Hungary is against them", "is in favour of a delay"."""
    objects = tuple(c for c in preposition.children if c.dep_ == "pobj")
    stance = known.sides[preposition.lower_]
    if preposition.lower_ == "in":
        inner = [c for o in objects if o.lower_ in {"favour", "favor"} for c in o.children if c.lower_ == "of"]
        objects = tuple(g for c in inner for g in c.children if g.dep_ in {"pobj", "pcomp"})
    if objects:
        yield Cue(
            preposition.head, known.opposites[stance] if is_negated(preposition.head) else stance, objects, "verb"
        )


def _with_particle(verb: Token) -> str:
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()} {particle}" if particle else ""


def _objects(cue: Token, allowed: frozenset[str], part: str) -> Iterator[Token]:
    for child in cue.children:
        if child.i < cue.i and not (part == "verb" and child.dep_ == "nsubjpass"):
            continue
        if child.dep_ in {"dobj", "nsubjpass"} and "dobj" in allowed and part == "verb":
            yield from _with_joined(child)
        elif child.dep_ == "pobj" and cue.dep_ == "prep" and "dobj" in allowed:
            yield from _with_joined(child)  # "excluding X", which the parser takes for a preposition
        elif child.dep_ in {"ccomp", "xcomp", "acl"} and (allowed & {"clause", "that"}) and _is_clause(child, part):
            yield from _with_joined(child)
        elif child.dep_ in {"prep", "dative", "agent"} and child.lower_ in allowed:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"} and inner.ent_type_ not in {"DATE", "TIME"}:
                    yield from _with_joined(inner)


def _is_clause(child: Token, part: str) -> bool:
    if part != "noun":
        return child.dep_ != "acl"
    return any(c.tag_ == "TO" or (c.dep_ == "mark" and c.lower_ == "that") for c in child.children)


def _with_joined(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj" and (child.pos_ == token.pos_ or child.tag_ == "VBG"):
            yield from _with_joined(child)


def is_negated(token: Token) -> bool:
    """Does a negation stand over the word: "did not accept", "no longer insists", "neither", "without accepting"?"""
    for word in (token, *(_auxiliaries_above(token))):
        for child in word.children:
            if child.dep_ == "neg" or (child.lower_ in {"never", "neither", "nor", "hardly"} and child.i < word.i):
                return True
            if child.dep_ == "det" and child.lower_ == "no":
                return True
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and any(c.lower_ in {"neither", "no", "not"} for c in subject.children):
        return True
    if token.i > 1 and token.nbor(-1).lower_ == "longer" and token.nbor(-2).lower_ == "no":
        return True
    return token.i > 0 and token.nbor(-1).lower_ in {"not", "never"}


def _auxiliaries_above(token: Token) -> Iterator[Token]:
    """The copula over an adjective, and the light verb over what it governs ("did not express support")."""
    head = token.head
    if token.dep_ in {"acomp", "attr", "oprd"} and head.lemma_ in {"be", "remain", "seem", "appear"}:
        yield head
    if token.dep_ == "dobj" and head.lemma_ in {"express", "voice", "have", "show", "give", "make", "signal"}:
        yield head
    if token.dep_ == "xcomp" and head.lemma_ in {"seem", "appear", "want", "intend", "plan"}:
        yield head

"""Clauses: the verb that a word hangs on, its subject, and whether it has happened, is to come or was called off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from .outlook_words import outlook_words

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_SENTENCE = 400
"""Tokens: what is longer is no sentence, and is not read word by word."""

__all__ = [
    "LONGEST_SENTENCE",
    "Clause",
    "Tense",
    "clause_of",
    "is_apart",
    "is_denied",
    "is_speech",
    "subject_of_clause",
    "tense_of",
    "verb_phrase",
]

Tense: TypeAlias = Literal["past", "present", "to_come", "possible", "infinitive", "participle"]
_VERBAL = frozenset({"VERB", "AUX"})
_UPWARD = frozenset({"xcomp", "acomp", "attr", "oprd"})
_THROUGH = frozenset({"prep", "pobj", "pcomp", "dative", "agent", "conj", "appos", "compound", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUBJECTS_AND_OBJECT = _SUBJECTS | {"dobj"}
_DEEPEST = 8


class Clause(msgspec.Struct, frozen=True, eq=False):
    """Where a word stands among the verbs of its sentence.

    Attributes:
        cue: The word.
        nouns: The word and the nouns that carry it ("week of talks", "plans for talks"), where it is a noun.
        verbs: The verb that governs it (itself, where it is a verb), and the verbs above that one which put it into
            another light ("were due to meet": meet, due, were).
        relation: How the noun hangs on the first verb: subject, object, or within a phrase of it; "verb" where the
            word is that verb, "" where there is none.
        asides: Verbs of the clauses that say more of the noun ("which took place in ...", "planned for Wednesday").
    """

    cue: Token
    nouns: tuple[Token, ...]
    verbs: tuple[Token, ...]
    relation: Literal["subject", "object", "within", "verb", ""]
    asides: tuple[Token, ...]


def clause_of(cue: Token, *, beside: frozenset[str] = frozenset()) -> Clause:
    """Find the clause that a noun or a verb stands in.

    Args:
        cue: The word.
        beside: Lemmas of verbs whose clauses say more of the noun wherever in its phrase the parser hangs them.
    """
    if cue.pos_ in _VERBAL:
        return Clause(cue, (), tuple(_upward(cue)), "verb", ())
    nouns, top = _carriers(cue)
    asides = tuple(_asides(cue, nouns, beside))
    verb = _first_verb(top)
    if verb is None:
        return Clause(cue, nouns, (), "", asides)
    lowest = _downward(verb) if top.head == verb and top.dep_ in _SUBJECTS else verb
    relation = _relation(top)
    if lowest != verb:
        relation = "object" if any(c.dep_ == "auxpass" for c in lowest.children) else "subject"
    return Clause(cue, nouns, tuple(_upward(lowest)), relation, asides)


def _asides(cue: Token, nouns: tuple[Token, ...], beside: frozenset[str]) -> Iterator[Token]:
    for noun in nouns:
        yield from (c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.i > noun.i)
    for token in cue.subtree:
        behind_comma = token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
        if (
            token.dep_ in {"acl", "relcl"}
            and behind_comma
            and token.head not in nouns
            and token.lemma_.lower() in beside
        ):
            yield token


def _carriers(cue: Token) -> tuple[tuple[Token, ...], Token]:
    """The noun and those it hangs on by "of", "for", "on" or by being joined; and the uppermost of them."""
    nouns, top = [cue], cue
    for _ in range(_DEEPEST):
        head = top.head
        if (
            top.dep_ == "pobj"
            and head.lower_ in {"of", "for", "on", "about", "to"}
            and head.dep_ == "prep"
            and head.head.pos_ == "NOUN"
        ):
            top = head.head
        elif top.dep_ in {"conj", "appos", "compound", "nmod"} and head != top and head.pos_ in {"NOUN", "PROPN"}:
            top = head
        else:
            break
        nouns.append(top)
    return tuple(nouns), top


def _first_verb(noun: Token) -> Token | None:
    token = noun
    for _ in range(_DEEPEST):
        head = token.head
        if head == token:
            return None
        if head.pos_ in _VERBAL:
            return head
        if token.dep_ not in _THROUGH and token.dep_ not in _UPWARD:
            return None
        token = head
    return None


def _downward(verb: Token) -> Token:
    """The verb that the subject of "is to", "was due to", "is expected to" is the subject of in truth."""
    token = verb
    for _ in range(_DEEPEST):
        below = [c for c in token.children if c.dep_ in {"xcomp", "acomp", "oprd"} and c.i > token.i]
        infinitive = next((c for c in below if any(g.tag_ == "TO" for g in c.children)), None)
        ready = next((c for c in below if any(g.dep_ == "xcomp" for g in c.children)), None)
        following = infinitive if infinitive is not None else ready
        if following is None:
            break
        token = following
    return token if token.pos_ in _VERBAL else verb


def _relation(noun: Token) -> Literal["subject", "object", "within"]:
    if noun.dep_ == "nsubj":
        return "subject"
    if noun.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}:
        return "object" if noun.dep_ != "attr" else "within"
    return "within"


def _upward(verb: Token) -> Iterator[Token]:
    """The verb and those above it by which it is expected, agreed, begun, or done in order to."""
    token = verb
    for _ in range(_DEEPEST):
        yield token
        head = token.head
        if head == token or is_apart(token, head):
            return
        own_subject = any(c.dep_ in _SUBJECTS for c in token.children)
        infinitive = any(c.tag_ == "TO" for c in token.children) or token.tag_ in {"VBG", "VBN"}
        joined = token.dep_ == "conj" and not own_subject and head.pos_ in _VERBAL
        purpose = token.dep_ in {"advcl", "pcomp"} and infinitive and not own_subject and head.pos_ in _VERBAL | {"ADP"}
        told = own_subject and any(c.tag_ == "MD" for c in token.children)  # "said they would meet" wishes nothing
        wished = token.dep_ == "ccomp" and token.tag_ == "VB" and head.pos_ in _VERBAL and not told
        carried = token.dep_ in {"acl", "ccomp"} and head.lemma_.lower() in outlook_words().to_come_nouns
        if not (token.dep_ in _UPWARD or joined or purpose or wished or carried):
            return
        token = head.head if head.pos_ == "ADP" else head


def is_apart(token: Token, head: Token) -> bool:
    """Does a semicolon part them? The parser joins whole clauses across it."""
    first, last = sorted((token.i, head.i))
    return any(between.text == ";" for between in token.doc[first + 1 : last])


def subject_of_clause(clause: Clause) -> Token | None:
    """The subject of the verbs of a clause; of a participle that modifies a noun, that noun."""
    for verb in clause.verbs:
        subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
        if subjects:
            # the parser hangs stray phrases on a verb as subjects too: the one that stands next to it is its own
            nearest = max((c for c in subjects if c.i < verb.i), key=lambda c: c.i, default=subjects[0])
            relative = nearest.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl"
            return verb.head if relative else nearest
        if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN"}:
            return verb.head
    return None


def verb_phrase(verb: Token) -> str:
    """A verb's lemma with its particle: "call off"."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()} {particle}".strip()


def is_speech(verb: Token) -> bool:
    """Is it a verb of saying?"""
    return verb.lemma_.lower() in outlook_words().speech


def is_denied(verb: Token) -> bool:
    """Does a negation stand right at the verb, or at its subject ("no", "neither")?"""
    for child in verb.children:
        if child.dep_ == "neg" or (child.lower_ == "never" and child.i < verb.i):
            return True
        if child.dep_ in _SUBJECTS_AND_OBJECT and any(c.lower_ in {"no", "neither"} for c in child.lefts):
            return True
    return False


def tense_of(verb: Token) -> Tense:
    """The time that a verb's form and its auxiliaries give."""
    words = outlook_words()
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i + 1]
    lowers = {c.lower_ for c in auxiliaries}
    if lowers & words.modals:
        return "to_come"
    if lowers & words.possible:
        return "possible"
    if any(c.tag_ == "TO" for c in auxiliaries):
        return "infinitive"
    finite = [c for c in auxiliaries if c.tag_ in {"VBD", "VBZ", "VBP"}] or [verb]
    if finite[0].tag_ == "VBD" or any(c.lemma_ == "have" for c in finite if c != verb):
        return "past"
    if finite[0].tag_ in {"VBZ", "VBP"}:
        return "present"
    return "infinitive" if verb.tag_ == "VB" and verb.dep_ != "ROOT" else "participle"

"""Together: whom "all four delegations", "the signatories" or "they" mean: those whom the text last named together."""

from __future__ import annotations

import functools
from bisect import bisect_left
from typing import TYPE_CHECKING

from ..actors.listing import listed
from ..document import offset_of, sentence_of
from .frames import frames
from .pair import is_side, main_sides, pair_of_signing, pair_of_states, pair_of_title, state_and_movement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

    from ..context import Context
    from ..document import Sentence

__all__ = [
    "both_sides",
    "joined_just_before",
    "joint_parties",
    "named_together",
    "pair_near",
    "those_before",
    "told_of_themselves",
]

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_ALL = frozenset({"all", "the", "these", "those", "both", "neither", "no", "each", "every"})
_SINGLE = frozenset({"each", "either", "neither", "every"})
"""Words by which one of two means both ("each side will ...")."""
_MOST = 8
"""Parties that can be named together; more are a list of something else."""
_PAIR = 2
_FOR_WORDS = 8
"""Words behind "for" within which a side is named."""
_BACK = 100
"""Times that parties were named together which are looked back at, at most."""
_NEAR = 3
"""Sentences back from "the two leaders" to where they are named."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@functools.lru_cache(maxsize=2)
def named_together(context: Context) -> tuple[tuple[int, ...], tuple[tuple[str, ...], ...]]:
    """Where two sides or more are joined by "and", and who they are, in the order of the text.

    Args:
        context: The report.

    Returns:
        The offsets, and beside each the ids of the sides.
    """
    found: list[tuple[int, tuple[str, ...]]] = []
    for passage in context.passages:
        for token in passage.doc:
            if token.dep_ != "conj" and any(c.dep_ == "conj" for c in token.children):
                parties = tuple(dict.fromkeys(_parties(context, token)))
                if _PAIR <= len(parties) <= _MOST and all(is_side(context, party) for party in parties):
                    found.append((offset_of(token), parties))
        found += _named_for(context, passage.sentences)
    found.sort()
    return tuple(at for at, _ in found), tuple(parties for _, parties in found)


def _named_for(context: Context, sentences: Sequence[Sentence]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """ "A for the Union, B for the Front and C for the League": those for whom people are named one after the other."""
    for sentence in sentences:
        before = [t for t in sentence.span if t.lower_ == "for" and t.i > sentence.span.start]
        before = [t for t in before if t.nbor(-1).pos_ == "PROPN"]
        if len(before) < _PAIR:
            continue
        named = (
            _first_party(context, sentence.span.doc[t.i + 1 : min(t.i + _FOR_WORDS, sentence.span.end)]) for t in before
        )
        parties = tuple(dict.fromkeys(party for party in named if party is not None))
        if _PAIR <= len(parties) <= _MOST:
            yield offset_of(before[0]), parties


def _first_party(context: Context, words: Span) -> str | None:
    for token in words:
        if token.is_punct:
            return None
        for party in context.roster.parties_at(token):
            if is_side(context, party):
                return party
    return None


def _parties(context: Context, token: Token) -> Iterator[str]:
    """The sides, no lone persons, of a word and those that are joined to it."""
    for member in listed(token):
        for party in context.roster.parties_at(member):
            if context.roster.actors[party].kind != "person":
                yield party


def joint_parties(context: Context, noun: Token) -> tuple[str, ...]:
    """Name those whom a plural of parties means.

    Args:
        context: The report.
        noun: The head of "all four delegations", "the signatories", "both".

    Returns:
        Ids of the sides last named together, as many as the words say; none where it is no such plural.
    """
    words = _words_by(noun)
    alone = noun.lower_ in {"both", "all"} and noun.dep_ in _SUBJECTS and not words
    alone = alone or (noun.lower_ in _NUMBERS and noun.dep_ in _SUBJECTS and words == {"the"})  # "the two agreed"
    if alone and any(c.lower_ == "of" for c in noun.children):
        return ()  # "all of them": of what was named
    known = frames().joint | (frames().joint_pairs if words & _NUMBERS.keys() else frozenset())
    if not (alone or _is_joint(noun, known, words)):
        return ()
    number = next((_NUMBERS[w] for w in (noun.lower_, *words) if w in _NUMBERS), None)
    main = main_sides(context) if _lemma(noun) in frames().joint_sides else ()
    if main and (number is None or number == len(main)):
        return main
    starts, sets = named_together(context)
    end = bisect_left(starts, offset_of(noun))
    before = [s for s in sets[max(end - _BACK, 0) : end] if number in {None, len(s)}]
    if _lemma(noun) in frames().joint_states:
        before = [s for s in before if all(context.roster.actors[party].kind == "state" for party in s)]
    if not before and number is not None and number > _PAIR:  # one of them may be unknown
        before = [s for s in sets[max(end - _BACK, 0) : end] if len(s) == number - 1]
    if not before:
        return pair_of_title(context) if number in {None, _PAIR} else ()
    return before[-1] if number else max(reversed(before), key=len)


def _lemma(noun: Token) -> str:
    """The lemma of a noun, also where a communiqué writes it large ("the Parties") and it passes for a name."""
    lower = noun.lower_
    if noun.tag_ != "NNPS":
        return noun.lemma_.lower()
    return f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")


def _words_by(noun: Token) -> set[str]:
    return {c.lower_ for c in noun.children if c.dep_ in {"det", "predet", "nummod", "amod"}}


def _is_joint(noun: Token, known: frozenset[str], words: set[str]) -> bool:
    """Is it "the parties", "each side", "all four delegations", and not "the smaller parties" or those of someone?"""
    pointed = words & (_ALL | _NUMBERS.keys() if noun.tag_ in {"NNS", "NNPS"} else _SINGLE)
    plural = noun.tag_ in {"NN", "NNP", "NNS", "NNPS"} and _lemma(noun) in known and pointed
    if not plural or any(c.dep_ in {"poss", "relcl"} for c in noun.children):
        return False
    return not words - _ALL - _SINGLE - _NUMBERS.keys() - frames().joint_with


def both_sides(context: Context, noun: Token) -> tuple[str, ...]:
    """Name the two whom "the parties" or "each side" means in a report of a state and the movement that it faces.

    Args:
        context: The report.
        noun: The head of the phrase.

    Returns:
        Ids of both; none where it is no such phrase, more than two are spoken of, or the report tells of others.
    """
    words = _words_by(noun)
    more = any(_NUMBERS[word] > _PAIR for word in words & _NUMBERS.keys())
    if more or _lemma(noun) not in frames().joint_sides or not _is_joint(noun, frames().joint_sides, words):
        return ()
    return state_and_movement(context) or pair_of_signing(context) or pair_of_states(context)


def pair_near(context: Context, noun: Token) -> tuple[str, ...]:
    """Name the two of "the two leaders" or "both men", where two were named together just before.

    Args:
        context: The report.
        noun: The head of the phrase.
    """
    words = {c.lower_ for c in noun.children if c.dep_ in {"det", "predet", "nummod"}}
    if _lemma(noun) not in frames().joint_pairs or not words & {"two", "both"}:
        return ()
    starts, sets = named_together(context)
    place = bisect_left(starts, offset_of(noun)) - 1
    sentence = sentence_of(noun)
    first = context.sentences[max(sentence.number - _NEAR, 0)].start
    while place >= 0 and starts[place] >= first:
        if len(sets[place]) == _PAIR:
            return sets[place]
        place -= 1
    return ()


def _sentence_before(context: Context, token: Token) -> Sentence | None:
    """The sentence before that of a word, None where another block begins."""
    sentence = sentence_of(token)
    before = context.sentences[sentence.number - 1] if sentence.number else None
    return before if before is not None and before.block is sentence.block else None


def those_before(context: Context, pronoun: Token) -> tuple[str, ...]:
    """Whom "they" means that no name explains: the plural subject of the sentence before, if parties own it.

    Args:
        context: The report.
        pronoun: The word.
    """
    if pronoun.lower_ != "they" or not sentence_of(pronoun).number:
        return ()
    if pronoun.head.lemma_.lower() in frames().together | frames().meeting and (main := main_sides(context)):
        return main  # "they agreed": that takes two
    before = _sentence_before(context, pronoun)
    if before is None:
        return ()
    subjects = [t for t in before.span if t.dep_ in _SUBJECTS and t.head.dep_ == "ROOT"]
    plural = [t for t in subjects if t.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in t.children)]
    return tuple(dict.fromkeys(a for t in plural[:1] for n in _with_joined(t) for a in context.roster.at(n)))


def joined_just_before(context: Context, pronoun: Token) -> tuple[str, ...]:
    """Whom "they" means right behind a sentence whose subject is "A and B": both of them, not the nearer alone.

    Args:
        context: The report.
        pronoun: The word.
    """
    before = _sentence_before(context, pronoun) if pronoun.lower_ == "they" else None
    if before is None:
        return ()
    subject = next((t for t in before.span if t.dep_ in _SUBJECTS and t.head.dep_ == "ROOT"), None)
    if subject is None:
        return ()
    named = [context.roster.at(t) for t in listed(subject)]
    others = any(c.dep_ in _SUBJECTS and c.tag_ == "NNS" for c in before.span if c.i > subject.i)
    if others and not {*context.roster.at(pronoun)} & {a for ids in named for a in ids}:
        return ()  # "A and B asked that the troops stay. They ..."
    sides = {context.roster.party(a) for ids in named for a in ids}
    people = any(context.roster.actors[a].kind == "person" for ids in named for a in ids)
    return () if people or len(sides) < _PAIR else tuple(dict.fromkeys(a for ids in named for a in ids))


def told_of_themselves(context: Context, pronoun: Token) -> tuple[str, ...]:
    """Whom "they" means in what "A and B" say of themselves ("A and B informed the council that they would leave").

    Args:
        context: The report.
        pronoun: The word.
    """
    clause = pronoun.head
    while clause.dep_ in {"xcomp", "conj"} and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head
    if pronoun.lower_ != "they" or clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in frames().stating:
        return ()
    subject = next((c for c in clause.head.children if c.dep_ == "nsubj" and c.i < clause.i), None)
    if subject is None or not any(c.dep_ == "conj" for c in subject.children):
        return ()
    return tuple(dict.fromkeys(a for t in listed(subject) for a in context.roster.at(t)))


def _with_joined(token: Token) -> Iterator[Token]:
    yield token
    yield from (c for c in token.children if c.dep_ == "conj")

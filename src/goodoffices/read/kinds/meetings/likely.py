"""How likely a sentence tells of a meeting, and by which of its words: weights learnt from annotated reports.

The rules say what a sentence tells of a meeting; whether it tells of one at all is a matter of many small signs. The
words of a sentence and "none of them" are the outcomes of one multinomial logistic model, whose weights
`bench/meeting_weights.py` makes. Where the rules have nothing to say of a sentence, it speaks.
"""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec

from .traits import may_tell, traits_of_sentence, traits_of_word
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["LONG", "Likely", "is_journey", "is_ruled", "is_unlikely", "likely_meeting", "options", "weights"]

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Not "to ask" in "flew to New York to ask for monitors": that is what the journey was for."""
_BOUND = 30.0
"""Sums beyond it are as good as certain, and their exponential would overflow."""
LONG = 22
"""Words and marks of a sentence: a shorter one has too few signs to speak against a rule."""


class Likely(msgspec.Struct, frozen=True, eq=False):
    """What the weights say of a sentence.

    Attributes:
        log_odds: Of its telling of a meeting against its telling of none.
        cue: The word that most likely does, None where no word can.
    """

    log_odds: float
    cue: Token | None

    def accepted(self, *, named: bool) -> bool:
        """Is it so likely that there is one though no rule finds it?

        Args:
            named: Whether the sentence names an actor; one that names nobody has to be likelier.
        """
        refused = self.cue is not None and self.cue.lemma_.lower() in _known()
        # who is told of with a noun alone ("the delegation includes X") has done nothing yet
        alone = self.cue is not None and self.cue.pos_ == "NOUN"
        doubtful = alone or refused or not named
        return self.log_odds >= float(_data()["against_rules_from" if doubtful else "accepted_from"])


def likely_meeting(context: Context, sentence: Sentence) -> Likely:
    """Weigh whether a sentence tells of a meeting.

    Of journeys the rules know better: where one speaks loudest, only what else somebody did in the sentence is heard.
    """
    words, shared = options(context, sentence)
    if not words:
        return Likely(-_BOUND, None)
    start = _sum(shared)
    sums = {word: start + _sum(traits) for word, traits in words}
    loudest = max(sums, key=lambda word: sums[word])
    if is_journey(loudest) or (loudest.tag_ == "VB" and is_journey(loudest.head)):
        sums = {word: one for word, one in sums.items() if word.tag_ in _FINITE and not is_journey(word)}
        if not sums:
            return Likely(-_BOUND, None)
    total = sum(math.exp(max(-_BOUND, min(_BOUND, one))) for one in sums.values())
    return Likely(math.log(total), max(sums, key=lambda word: sums[word]))


def is_unlikely(context: Context, sentence: Sentence) -> bool:
    """Is a sentence so unlike those that tell of meetings that what a rule finds in it, at no place, is none?

    Args:
        context: The report.
        sentence: The sentence.
    """
    if len(sentence.span) < LONG:
        return False
    likely = likely_meeting(context, sentence)
    return likely.cue is not None and likely.log_odds < float(_data()["refused_below"])


def options(context: Context, sentence: Sentence) -> tuple[list[tuple[Token, set[str]]], set[str]]:
    """The words of a sentence that may tell of a meeting, each with its traits; and those that all share."""
    words = [(token, traits_of_word(context, token)) for token in sentence.span if may_tell(token)]
    return words, traits_of_sentence(context, sentence) if words else set()


def _sum(traits: Iterable[str]) -> float:
    known = weights()
    return sum(known.get(trait, 0.0) for trait in traits)


def is_journey(word: Token) -> bool:
    """Is it a journey, which the rules know and have refused ("flew home")?"""
    words = meeting_words()
    return word.lemma_.lower() in words.go | words.arrive | words.visit


def is_ruled(word: Token) -> bool:
    """Is it a journey or a noun that the rules know, and refused ("flew home", "a session of parliament")?"""
    return is_journey(word) or word.lemma_.lower() in meeting_words().nouns


@functools.cache
def _known() -> frozenset[str]:
    """The words that the rules have looked at: what they refuse has to be likelier than what they do not know."""
    words = meeting_words()
    return words.nouns | words.meet | words.speak | words.report | words.telephone | words.receive | words.sign


@functools.cache
def _data() -> dict[str, Any]:
    text = resources.files("goodoffices.read.kinds").joinpath("data/meeting_weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def weights() -> dict[str, float]:
    """The weights by trait (`bench/meeting_weights.py` makes them)."""
    return {name: float(value) for name, value in _data()["weights"].items()}

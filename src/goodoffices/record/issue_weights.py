"""How likely words are about each issue: learnt weights of their words, of the phrases in them and of what rules say.

The phrases of `issue_phrases` are right where they stand, but many a clause has none, or one that leads astray. The
issues are the outcomes of one multinomial logistic model over the beginnings of words and what the phrases weigh, whose
weights `bench/issue_weights.py` makes.
"""

from __future__ import annotations

import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources

import msgspec

from .issue_phrases import issues_in

__all__ = ["issue_shares", "likely_issues", "traits_of", "weigh", "weights", "word_traits"]

_WORD = re.compile(r"[a-z][a-z'-]+")
_BEGINNING_CHARS = 6
"""Letters of a word that count: "prisoner" and "prisoners" are one trait."""
_WORDS = 1.3
_SPREAD = 0.3
"""The more words, the less each counts: by this power of their number."""
_REST = 0.4
"""What the rest of the sentence counts of what the words themselves do."""
_PHRASES = 0.7
_MOST = 2.5
"""What the phrases of one issue weigh at most."""
_BEFORE = 0.5
"""What the phrases before the sentence count of those in it."""
_RULED = 1.1
_MOST_OF_ONE = 2.0
"""What the phrases of one issue in one sentence count at most for what a whole report speaks of."""
_UNSAID = 8.0
"""What a report weighs beside its phrases: a sentence or two do not tell what is spoken of."""


class Weights(msgspec.Struct, frozen=True):
    """What `bench/issue_weights.py` writes.

    Attributes:
        issues: Their ids.
        offset: Of each issue, in hundredths of log odds.
        weights: Trait -> the number of an issue and its weight, in hundredths of log odds, one pair behind the other.
    """

    issues: tuple[str, ...]
    offset: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]


def traits_of(words: str, rest: str = "", before: str = "", ruled: str | None = None) -> dict[str, float]:
    """What tells of the issue of some words.

    Args:
        words: A clause or a sentence, in the report's words.
        rest: What else stands in its sentence.
        before: What stands before the sentence.
        ruled: The issue that rules give it; that of the heaviest phrases in it where it is None.

    Returns:
        Trait -> how much of it there is, in [0, 3].
    """
    told = issues_in(words)
    traits = _counts(rest, _WORDS * _REST)
    traits |= _counts(words, _WORDS)
    traits |= _phrases("words", told, _PHRASES)
    traits |= _phrases("sentence", issues_in(f"{words} {rest}") if rest else told, _PHRASES)
    traits |= _phrases("before", issues_in(before), _PHRASES * _BEFORE)
    traits[f"ruled={next(iter(told), '') if ruled is None else ruled}"] = _RULED
    return traits


def word_traits(text: str) -> dict[str, float]:
    """The words of a text as traits, without its phrases (`bench/issue_weights.py` learns from them).

    Args:
        text: A few words.
    """
    return _counts(text, _WORDS)


def _counts(text: str, whole: float) -> dict[str, float]:
    """The beginnings of the words of a text."""
    found = {word[:_BEGINNING_CHARS] for word in _WORD.findall(text.lower().replace("’", "'"))}
    each = whole / len(found) ** _SPREAD if found else 0.0
    return dict.fromkeys(sorted(found), each)


def _phrases(where: str, told: Mapping[str, float], whole: float) -> dict[str, float]:
    """The issues that phrases name, the heaviest of them once more; or that there is none."""
    if not told:
        return {f"{where} none": whole}
    named = {f"{where}={issue}": whole * min(weight, _MOST) for issue, weight in told.items()}
    return {**named, f"{where} first={next(iter(told))}": whole}


def weigh(traits: Mapping[str, float]) -> dict[str, float]:
    """Weigh each issue by what tells of it.

    Returns:
        Issue id -> the log of its probability, the likeliest first.
    """
    learnt = weights()
    sums = [float(one) for one in learnt.offset]
    for trait, amount in traits.items():
        pairs = iter(learnt.weights.get(trait, ()))
        for number, weight in zip(pairs, pairs, strict=True):
            sums[number] += amount * weight
    logs = [one / 100 for one in sums]
    top = max(logs)
    whole = top + math.log(sum(math.exp(one - top) for one in logs))
    found = {issue: one - whole for issue, one in zip(learnt.issues, logs, strict=True)}
    return dict(sorted(found.items(), key=lambda entry: -entry[1]))


def issue_shares(sentences: Iterable[str]) -> dict[str, float]:
    """Share out what a report speaks of among the issues, by its phrases.

    Args:
        sentences: Those of the report.

    Returns:
        Issue id -> its share; they sum to less than 1, the shorter the report the less.
    """
    sums: dict[str, float] = defaultdict(float)
    for sentence in sentences:
        for issue, weight in issues_in(sentence).items():
            sums[issue] += min(weight, _MOST_OF_ONE)
    whole = sum(sums.values()) + _UNSAID
    return {issue: weight / whole for issue, weight in sums.items()}


@functools.lru_cache(maxsize=4096)
def _alone(text: str) -> dict[str, float]:
    return weigh(traits_of(text))


def likely_issues(sentences: Iterable[str]) -> dict[str, float]:
    """Weigh what sentences are about that nobody has read for their issue; several are taken to be about one.

    Args:
        sentences: One or more, in the report's words.

    Returns:
        Issue id -> the sum of the logs of its probability in each, the likeliest first.
    """
    each = [_alone(sentence) for sentence in sentences]
    sums = {issue: sum(one[issue] for one in each) for issue in weights().issues}
    return dict(sorted(sums.items(), key=lambda entry: -entry[1]))


@functools.cache
def weights() -> Weights:
    """The weights by trait (`bench/issue_weights.py` makes them)."""
    data = resources.files(__package__).joinpath("data/issue_weights.json").read_bytes()
    return msgspec.json.decode(data, type=Weights)

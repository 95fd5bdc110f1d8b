"""What hardly stands in a report: positions, meetings and mechanisms that a rule found in a sentence unlike their own.

The rules look at forms; whether a sentence tells of such a thing at all, or only bears its words ("the monitoring of
prices", "wants to sleep"), shows in its other words. Three logistic models, one a kind, over the words of a sentence
and the pairs of neighbours; `bench/unlikely_weights.py` learns them from annotated reports. They only speak against a
rule, and only in a report of some length, which is mostly background; a note of a few lines says nothing in passing.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from importlib import resources

import msgspec

from goodoffices.record import Report, Statement

from ..hearing import FEW

__all__ = ["KINDS", "LogOdds", "grams", "is_row", "log_odds", "sentence_spans", "without_unlikely"]

KINDS = ("mechanism", "meeting", "position")
"""The kinds of statement that are weighed, in the order of the weights."""
_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+|\n+")
_WORD = re.compile(r"[a-z][a-z'’-]+|\d+|%")
_CELLS = frozenset("|\t")
"""What parts the cells of a row."""

LogOdds = tuple[float, ...]
"""Of a sentence's telling of each of `KINDS`."""


class _Weights(msgspec.Struct, frozen=True):
    """What `bench/unlikely_weights.py` writes: where a model starts, the weights of words, the bounds of refusal."""

    start: LogOdds
    refused_below: LogOdds
    weights: dict[str, LogOdds]


def without_unlikely(report: Report, statements: Iterable[Statement]) -> list[Statement]:
    """Leave out what stands in unlikely sentences only.

    Args:
        report: The report.
        statements: What the rules found in it, of any kind.

    Returns:
        The statements, in their order, without the positions, meetings and mechanisms none of whose sentences is
        likely enough to tell of such a thing.
    """
    statements = list(statements)
    spans = sentence_spans(report.text)
    if len(spans) < FEW:
        return statements
    told = functools.cache(lambda n: log_odds(report.text[slice(*spans[n])]))
    starts = [start for start, _ in spans]

    def is_likely(statement: Statement) -> bool:
        if statement.kind not in KINDS:
            return True
        at = KINDS.index(statement.kind)
        least = _weights().refused_below[at]
        for each in statement.evidence:
            if is_row(each.quote):
                return True
            first, behind = bisect_right(starts, each.start) - 1, bisect_left(starts, each.end)
            if any(told(n)[at] >= least for n in range(max(first, 0), behind)):
                return True
        return False

    return [statement for statement in statements if is_likely(statement)]


def is_row(words: str) -> bool:
    """Are they a row of a table, which has not the words of a sentence?"""
    return not _CELLS.isdisjoint(words)


def sentence_spans(text: str) -> Sequence[tuple[int, int]]:
    """Offsets of the sentences and lines of a text: by its marks alone, as they are learnt from."""
    cuts = [0, *(mark.end() for mark in _END.finditer(text)), len(text)]
    return [(start, end) for start, end in itertools.pairwise(cuts) if text[start:end].strip()]


def grams(sentence: str) -> set[str]:
    """The words of a sentence in small letters, and the pairs of neighbours."""
    words = _WORD.findall(sentence.lower())
    return {*words, *(f"{one} {other}" for one, other in itertools.pairwise(words))}


def log_odds(sentence: str) -> LogOdds:
    """Weigh a sentence: the log of the odds of its telling of each of `KINDS`."""
    model = _weights()
    found = [model.weights[gram] for gram in grams(sentence) if gram in model.weights]
    if not found:
        return model.start
    length = math.sqrt(len(found))
    return tuple(
        start + math.fsum(each) / length for start, each in zip(model.start, zip(*found, strict=True), strict=True)
    )


@functools.cache
def _weights() -> _Weights:
    data = resources.files(__package__).joinpath("data/unlikely_weights.json").read_bytes()
    return msgspec.json.decode(data, type=_Weights)

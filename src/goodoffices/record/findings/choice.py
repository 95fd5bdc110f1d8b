"""One value chosen of many, the same whatever their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from goodoffices.record.dates import Interval

__all__ = ["fullest", "most", "narrowest", "one_speaker"]

S = TypeVar("S", bound=str)


def most(values: Iterable[S]) -> S:
    """The most frequent of `values`; of equally frequent ones the longest, then the first in the alphabet."""
    return min(Counter(values).items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[0]


def fullest(values: Iterable[str | None]) -> str | None:
    """The most frequent of the values that are given at all; None where none is."""
    given = [value for value in values if value]
    return most(given) if given else None


def narrowest(values: Iterable[Interval | None]) -> Interval | None:
    """The interval that says most: known before words alone, then the shortest, the most frequent, the earliest."""
    given = Counter(value for value in values if value is not None)
    if not given:
        return None
    return min(
        given, key=lambda interval: (not interval.known, interval.days or _ENDLESS, -given[interval], _order(interval))
    )


_ENDLESS = 10**9


def _order(interval: Interval) -> tuple[str, str]:
    return interval.iso(), interval.text


def one_speaker(speakers: Iterable[str | None]) -> str | None:
    """Who says what many statements say: the most frequent speaker, or None where any report says it itself."""
    said = list(speakers)
    return None if not said or None in said else most(speaker for speaker in said if speaker)


def clause(texts: Iterable[str]) -> str:
    """The clause that stands for many: the most frequent, then the fullest that is no paragraph."""
    given = Counter(texts)
    return min(given, key=lambda text: (-given[text], len(text) > _CLAUSE, -len(text), text))


_CLAUSE = 200
"""Characters from which a clause is too long to be preferred for its fullness."""

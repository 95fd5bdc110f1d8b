"""How sure a finding is: the probability that it is right, by a small model whose weights are data.

A finding is as sure as its surest statement, surer with each independent source, each further statement, and each
further reader that found it. So nothing that comes to bear it out makes it less sure. What analysts say does not enter:
the probability is the reader's, their verdict stands beside it. What a person added by hand no reader read: it is given
the highest probability, since somebody stands for it by name, as for what they confirm.
"""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Iterable, Sequence
from importlib import resources

import msgspec

from goodoffices.record.statement import Statement

from .signs import signs_of

__all__ = ["Confidence", "confidence", "weights"]


class Confidence(msgspec.Struct, frozen=True, kw_only=True):
    """The weights, in log odds (`data/confidence.toml`, which `bench/confidence.py` writes).

    Attributes:
        start: Log odds before anything is known.
        source: Added a doubling of the independent sources, 0 or more.
        statement: Added a doubling of the statements, 0 or more.
        reader: Added for each reader beyond the first, 0 or more.
        unmeasured: Added where no reader that found it was measured, 0 or less.
        measured: Readers that the weights were fitted on, without their versions.
        floor: The lowest probability that is given.
        ceiling: The highest probability that is given.
        signs: Name of a sign -> its weight; one that is not named weighs nothing.
    """

    start: float
    source: float
    statement: float
    reader: float
    unmeasured: float
    measured: frozenset[str]
    floor: float
    ceiling: float
    signs: dict[str, float]

    def of_statement(self, statement: Statement) -> float:
        """Log odds that one statement adds."""
        return math.fsum(value * self.signs.get(name, 0.0) for name, value in signs_of(statement).items())

    def probability(self, statements: Sequence[Statement], sources: int) -> float:
        """Probability in [`floor`, `ceiling`] that `statements`, from `sources` independent reports, are read right."""
        readers = {reader.partition("/")[0] for statement in statements for reader in statement.readers}
        odds = self.start + max(map(self.of_statement, statements))
        odds += self.source * math.log2(sources) + self.statement * math.log2(len(statements))
        odds += self.reader * (len(readers) - 1) + self.unmeasured * readers.isdisjoint(self.measured)
        return min(self.ceiling, max(self.floor, 1 / (1 + math.exp(-odds))))


def confidence(statements: Iterable[Statement], sources: int) -> float:
    """Say how sure a finding is.

    Args:
        statements: The statements that it is merged from, at least one, in any order.
        sources: How many of their reports are independent, at least 1.

    Returns:
        The probability that it is right, in two decimals; more sources never make it lower.
    """
    found = tuple(statements)
    if any(each.added is not None and each.added.vouched for each in found):
        return round(weights().ceiling, 2)
    return round(weights().probability(found, sources), 2)


@functools.cache
def weights() -> Confidence:
    """The weights that the program comes with."""
    text = resources.files(__package__).joinpath("data/confidence.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Confidence)

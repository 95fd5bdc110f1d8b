"""Numbers as they are shown: in words, with their bounds, and with what they rest on."""

from __future__ import annotations

import msgspec

__all__ = ["Figure", "Origin", "Probability", "Said"]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of the record that a number rests on.

    Attributes:
        id: Its id.
        quote: The sentence, or None where the record at hand has no such statement.
        report: The title of the report that it stands in, or None.
    """

    id: str
    quote: str | None
    report: str | None


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a number, option or constraint comes from; all empty where the model does not say.

    Attributes:
        statements: Statements of the record.
        judged_by: Who judged it, or "".
        note: Why, in words, or "".
    """

    statements: tuple[Said, ...] = ()
    judged_by: str = ""
    note: str = ""

    @property
    def given(self) -> bool:
        """Does the model say anything of where it comes from?"""
        return bool(self.statements or self.judged_by or self.note)


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number of the model.

    Attributes:
        words: As people read it: "25", "25 to 40", "unknown".
        low: The least that it can be, or None where it is an order.
        high: The most.
        known: "exact", "between", "spread", "order", "derived" (from a package that no deal is), or "unknown".
        origin: Where it comes from.
    """

    words: str
    low: float | None
    high: float | None
    known: str
    origin: Origin


class Probability(msgspec.Struct, frozen=True, kw_only=True):
    """How likely something is.

    Attributes:
        share: In [0, 1]; None where it is unknown.
        error: Its standard error; 0 where it was not estimated.
        reading: "estimate", "certain" (every number is known), "at most" (somebody states no threshold), or "unknown".
        words: As people read it: "97 % ± 0.2".
    """

    share: float | None
    error: float
    reading: str
    words: str

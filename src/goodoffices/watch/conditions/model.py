"""What an obligation, a power or a deadline waits for: formulas over states, events, dates, counts and values.

Each has three answers: true, false, and None where nobody knows (Kleene's strong logic).
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

__all__ = [
    "After",
    "And",
    "Comparison",
    "Condition",
    "Counted",
    "Happened",
    "Is",
    "Lasting",
    "Not",
    "Or",
    "Reached",
    "Triggered",
    "Valued",
    "Was",
    "atoms",
    "parts",
]


class Comparison(enum.Enum):
    """How a number is held against a threshold. The values are what is written."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"

    def holds(self, value: float, threshold: float) -> bool:
        """Does ``value`` stand so to ``threshold``?"""
        return {
            Comparison.LESS: value < threshold,
            Comparison.AT_MOST: value <= threshold,
            Comparison.EQUAL: value == threshold,
            Comparison.AT_LEAST: value >= threshold,
            Comparison.MORE: value > threshold,
        }[self]


class Happened(msgspec.Struct, frozen=True, tag="happened"):
    """An event has happened: ``signing happened``."""

    event: str


class Reached(msgspec.Struct, frozen=True, tag="reached"):
    """A time has come: ``on 2026-05-01`` (from the first instant of that day)."""

    at: dt.datetime


class Is(msgspec.Struct, frozen=True, tag="is"):
    """An obligation or power is in a state now: ``withdrawal is fulfilled``."""

    subject: str
    state: str


class Was(msgspec.Struct, frozen=True, tag="was"):
    """An obligation or power is or has ever been in a state: ``ceasefire was breached``."""

    subject: str
    state: str


class Counted(msgspec.Struct, frozen=True, tag="counted"):
    """Incidents of the last days against a number: ``count(kind=shelling, zone=buffer, days=7) < 5``.

    Attributes:
        kinds: Kinds that count; empty for all.
        zones: Zones in which they count; empty for everywhere.
        parties: Parties to which they are attributed; empty for anyone.
        days: Length of the window that ends now, in days, > 0; 0 for all time.
        comparison: How the count stands to ``number``.
        number: The threshold.
    """

    kinds: tuple[str, ...]
    zones: tuple[str, ...]
    parties: tuple[str, ...]
    days: float
    comparison: Comparison
    number: float


class Valued(msgspec.Struct, frozen=True, tag="valued"):
    """The latest reading of an indicator against a number: ``value(returns) >= 1000``; unknown before the first."""

    indicator: str
    comparison: Comparison
    number: float


class Triggered(msgspec.Struct, frozen=True, tag="triggered"):
    """The trigger of the obligation itself, for its deadlines: ``14 days after trigger``."""


class After(msgspec.Struct, frozen=True, tag="after"):
    """So long after something first came true: ``14 days after signing happened``."""

    wait: dt.timedelta
    of: Condition


class Lasting(msgspec.Struct, frozen=True, tag="lasting"):
    """Something has held without a break for so long: ``(ceasefire is active) for 7 days``."""

    wait: dt.timedelta
    of: Condition


class Not(msgspec.Struct, frozen=True, tag="not"):
    """The opposite; unknown stays unknown."""

    of: Condition


class And(msgspec.Struct, frozen=True, tag="and"):
    """All of these; false as soon as one is false."""

    of: tuple[Condition, ...]


class Or(msgspec.Struct, frozen=True, tag="or"):
    """Any of these; true as soon as one is true."""

    of: tuple[Condition, ...]


Condition: TypeAlias = "Happened | Reached | Is | Was | Counted | Valued | Triggered | After | Lasting | Not | And | Or"
"""Any condition."""

Atom: TypeAlias = Happened | Reached | Is | Was | Counted | Valued | Triggered


def parts(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that it is made of, one level down; empty for an atom."""
    if isinstance(condition, And | Or):
        return condition.of
    if isinstance(condition, After | Lasting | Not):
        return (condition.of,)
    return ()


def atoms(condition: Condition) -> Iterator[Atom]:
    """Everything at the bottom of a condition, from left to right."""
    if isinstance(condition, And | Or | After | Lasting | Not):
        for part in parts(condition):
            yield from atoms(part)
    else:
        yield condition

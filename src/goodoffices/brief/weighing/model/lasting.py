"""Will it hold: who would break it, what presses, who would spoil it, who gets which land."""

from __future__ import annotations

import msgspec

from .sources import Figure, Origin
from .stocktaking import Named

__all__ = ["AreaView", "BreachView", "HoldingView", "Lasting", "PressureView", "PressuresView", "SpoilerView"]


class BreachView(msgspec.Struct, frozen=True, kw_only=True):
    """Whether it pays a party to keep the first package, under the pressures that are in force.

    Attributes:
        party: Who might break it.
        breach: How it would, or "".
        verdict: "keeps", "breaks" or "walks away".
        words: The same as people read it.
        keeps: What keeping is worth to it.
        breaks: What breaking is expected to be worth.
        walks: What no deal is worth to it; None where that is unknown.
        penalty_needed: The least penalty at which keeping is worth as much as breaking; None where no penalty does.
        detection_needed: The least probability of being seen that does, in [0, 1]; None where even certainty does not.
        numbers: What the model says of it.
        origin: Where the breach comes from.
    """

    party: str
    breach: str
    verdict: str
    words: str
    keeps: float
    breaks: float
    walks: float | None
    penalty_needed: float | None
    detection_needed: float | None
    numbers: tuple[Named, ...]
    origin: Origin


class PressureView(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody does to a party for as long as it behaves in some way.

    Attributes:
        words: What is done.
        by: Who does it.
        on: The party that it bears on.
        behaviour: What keeps it in force.
        costs: By how much it lowers what no deal is worth to that party.
        in_force: False for what is only threatened, or lifted.
        origin: Where it comes from.
    """

    words: str
    by: str
    on: str
    behaviour: str
    costs: Figure
    in_force: bool
    origin: Origin


class PressuresView(msgspec.Struct, frozen=True, kw_only=True):
    """What presses, and whether there is a deal with and without it; null where that could not be found out.

    Attributes:
        without: Is there a deal with no pressure?
        with_in_force: Is there one under the pressures that are in force?
        with_all: Is there one under all of them, those too that are only threatened or lifted?
        pressures: One by one.
    """

    without: bool | None
    with_in_force: bool | None
    with_all: bool | None
    pressures: tuple[PressureView, ...]


class SpoilerView(msgspec.Struct, frozen=True, kw_only=True):
    """What a spoiler would do about the first package.

    Attributes:
        party: Who.
        how: How it would spoil, or "".
        reply: Its best reply: "go along", "stay out" or "spoil".
        words: The same as people read it.
        goes_along: What going along is worth to it.
        stays_out: What staying out is worth.
        spoils: What spoiling is expected to be worth.
        price: What it would have to be given to go along, in its own utility; 0 where it does.
        numbers: What the model says of it.
        origin: Where it comes from.
    """

    party: str
    how: str
    reply: str
    words: str
    goes_along: float
    stays_out: float
    spoils: float
    price: float
    numbers: tuple[Named, ...]
    origin: Origin


class AreaView(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one area under the first package.

    Attributes:
        area: Its name.
        km2: Its surface; None where it is unknown.
        before: Who holds it without a deal, or None.
        after: Who has it under the package; more than one have it jointly.
        claimed_by: Who claims it.
        unmet: Those of them who do not get it.
        origin: Where that comes from.
    """

    area: str
    km2: float | None
    before: str | None
    after: tuple[str, ...]
    claimed_by: tuple[str, ...]
    unmet: tuple[str, ...]
    origin: Origin


class HoldingView(msgspec.Struct, frozen=True, kw_only=True):
    """What one party has of the areas whose surface is known; one held jointly counts in equal parts.

    Attributes:
        party: Who.
        before_km2: What it holds without a deal.
        after_km2: What it has under the package.
        claimed_km2: What it claims.
        met: The share of that which it gets, in [0, 1]; None where it claims nothing that is measured.
    """

    party: str
    before_km2: float
    after_km2: float
    claimed_km2: float
    met: float | None


class Lasting(msgspec.Struct, frozen=True, kw_only=True):
    """Will it hold?

    Attributes:
        breaches: Who might break the first package.
        pressed: What presses; None where nothing does.
        spoilers: Who could spoil it.
        areas: What becomes of each area.
        holdings: What each party has of them, of parties that hold, get or claim some.
    """

    breaches: tuple[BreachView, ...]
    pressed: PressuresView | None
    spoilers: tuple[SpoilerView, ...]
    areas: tuple[AreaView, ...]
    holdings: tuple[HoldingView, ...]

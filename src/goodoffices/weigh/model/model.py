"""The described model: what a mediator writes down of a deal, with where each number comes from."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from .areas import Area
from .carrying import Carrying
from .constraints import Choices, Constraint
from .numbers import Exact, Number, Source
from .preferences import Order, Points, Preference

__all__ = ["Interaction", "Issue", "Model", "NoDeal", "Option", "Party", "Range"]


class Range(msgspec.Struct, frozen=True, kw_only=True):
    """A numeric range cut into steps.

    Attributes:
        start: The first value.
        stop: The last value.
        steps: How many values, the first and the last among them; at least 2.
        unit: The unit of the values, or "".
    """

    start: float
    stop: float
    steps: int
    unit: str = ""

    @property
    def values(self) -> tuple[float, ...]:
        """The values, evenly apart, rounded to twelve digits so that 0.1 + 0.2 is 0.3."""
        width = (self.stop - self.start) / (self.steps - 1)
        inner = [float(f"{self.start + n * width:.12g}") for n in range(self.steps - 1)]
        return (*inner, self.stop)


class Option(msgspec.Struct, frozen=True):
    """One way in which an issue can be settled.

    Attributes:
        name: Unique within the issue.
        source: Where it comes from.
        gives: Party -> areas of the model that it gets; several parties have an area jointly.
    """

    name: str
    source: Source = Source()
    gives: Mapping[str, tuple[str, ...]] = {}


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be settled: one of its options.

    Attributes:
        name: Unique in the model.
        options: At least one.
        range: The numeric range that the options stand for, in their order, or None for named options.
        source: Where the issue comes from.
    """

    name: str
    options: tuple[Option, ...]
    range: Range | None = None
    source: Source = Source()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the options."""
        return tuple(option.name for option in self.options)


class NoDeal(msgspec.Struct, frozen=True, kw_only=True):
    """What there is without a deal.

    Attributes:
        package: Issue -> option: how things stand. Where every issue is given, its utility is the reservation value.
        words: In words.
        source: Where it comes from.
    """

    package: Mapping[str, str] = {}
    words: str = ""
    source: Source = Source()


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """One party and what it wants.

    Attributes:
        name: Unique in the model.
        signs: True where there is no deal without its signature.
        weights: How much each issue matters: points by issue (from 0 up; only their ratio counts), or an order.
        scores: Issue -> what its options are worth, on the model's scale; an issue that is left out is unknown.
        reservation: The utility of no deal; None where it is not given.
        no_deal: What no deal is for this party; None for that of the model. A reservation value goes before it.
        discount: GENIUS' discount factor, in [0, 1] a round; 1 for none.
        influence: KTAB's influence (capability), at least 0; None where it is not given.
        ratifies: The party for which this body (a parliament, a congress, voters) must ratify what that one signs: it
            must sign too, with preferences and a walk-away of its own. None for a party of its own.
        source: Where the party's part comes from.
    """

    name: str
    signs: bool = True
    weights: Points | Order = Points()
    scores: Mapping[str, Preference] = {}
    reservation: Number | None = None
    no_deal: NoDeal | None = None
    discount: float = 1.0
    influence: Exact | None = None
    ratifies: str | None = None
    source: Source = Source()


class Interaction(msgspec.Struct, frozen=True, kw_only=True):
    """What options of different issues are worth together, beyond what each is worth alone.

    Attributes:
        when: It counts where a package takes one of these options of every issue here; two or more issues.
        worth: Party -> points on the model's scale, added to the whole utility (not weighted); a penalty is below 0.
        words: In words, or "".
        source: Where it comes from.
    """

    when: Choices
    worth: Mapping[str, Number]
    words: str = ""
    source: Source = Source()


class Model(msgspec.Struct, frozen=True, kw_only=True, weakref=True):
    """A deal as people describe it.

    Attributes:
        parties: One or more.
        issues: One or more.
        interactions: Bonuses and penalties.
        constraints: What may not be signed.
        no_deal: What there is without a deal, for every party that gives nothing of its own.
        scale: The lowest and the highest score.
        title: What the deal is called.
        note: About the model as a whole.
        drafted: Marks of all that drafts ever put in, so that what people took out stays out.
        carrying: What carrying the deal out takes.
        areas: Pieces of land that options dispose of.
    """

    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    interactions: tuple[Interaction, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    no_deal: NoDeal | None = None
    scale: tuple[float, float] = (0.0, 100.0)
    title: str = ""
    note: str = ""
    drafted: tuple[str, ...] = ()
    carrying: Carrying = Carrying()
    areas: tuple[Area, ...] = ()

    def party(self, name: str) -> Party:
        """The party of this name.

        Raises:
            KeyError: If there is none.
        """
        return {party.name: party for party in self.parties}[name]

    def issue(self, name: str) -> Issue:
        """The issue of this name.

        Raises:
            KeyError: If there is none.
        """
        return {issue.name: issue for issue in self.issues}[name]

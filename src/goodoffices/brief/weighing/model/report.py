"""The whole report of a deal; it is also the JSON format."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import Marking

from .coalitions import CoalitionView
from .doubt import QuestionView, Sureness
from .foretelling import Foretelling
from .lasting import Lasting
from .packages import PackageView
from .sides import Sides
from .sources import Probability
from .space import Space
from .steps import OrderView
from .stocktaking import ConstraintView, InteractionView, PartyFigures
from .zone import ZoneView

__all__ = ["FORMAT", "Answer", "Report"]

FORMAT = "goodoffices.weigh/1"
"""The name of the JSON format."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The report in one paragraph.

    Attributes:
        verdict: "deal" (by the centres of the numbers there is one, and the first package is more likely signed than
            not by a clear margin), "maybe", "no deal", "nothing may be signed", or "unknown".
        headline: The same in a few words.
        sentences: Is there a deal; what to look at first and how likely it is; who blocks; the least concession.
        first: The letter of the package to look at first, or None.
        chance: How likely that one is signed by all who must, or None.
        questions: The three next questions.
        no_questions: Why there is none; "" where there are some.
    """

    verdict: str
    headline: str
    sentences: tuple[str, ...]
    first: str | None
    chance: Probability | None
    questions: tuple[str, ...]
    no_questions: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report of a deal; a part that was not asked for is None or empty.

    Attributes:
        format: `FORMAT`.
        title: What the deal is called.
        note: About the model as a whole.
        file: Where the model came from, or "".
        generated: When the report was written, or None.
        marking: The most restricted marking of what it rests on; None where the model is from no case.
        scale: The lowest and the highest score of the model.
        answer: The report in one paragraph; None where another part alone was asked for.
        space: The deal space.
        packages: The packages that it speaks of, the one to look at first first.
        zone: Whether there is a deal, and why not.
        sureness: What depends on unknown numbers.
        questions: What to find out next, the worthiest first.
        sides: Who stands where: gaps, alignments, objections, ratifications.
        lasting: Will it hold: breaches, pressures, spoilers, land.
        order: The order of steps.
        coalitions: Who can make or break what.
        foretelling: What the positions foretell.
        parties: Every number of the model, by party.
        interactions: What options are worth together.
        constraints: What may not be signed.
        missing: What could not be computed, and why.
    """

    format: str = FORMAT
    title: str
    note: str = ""
    file: str = ""
    generated: dt.datetime | None = None
    marking: Marking | None = None
    scale: tuple[float, float] = (0.0, 100.0)
    answer: Answer | None = None
    space: Space | None = None
    packages: tuple[PackageView, ...] = ()
    zone: ZoneView | None = None
    sureness: Sureness | None = None
    questions: tuple[QuestionView, ...] = ()
    sides: Sides | None = None
    lasting: Lasting | None = None
    order: OrderView | None = None
    coalitions: tuple[CoalitionView, ...] = ()
    foretelling: Foretelling | None = None
    parties: tuple[PartyFigures, ...] = ()
    interactions: tuple[InteractionView, ...] = ()
    constraints: tuple[ConstraintView, ...] = ()
    missing: tuple[str, ...] = ()

"""Alignment is the correlation over every package, and the gap is what the worst-off must give up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from problems import additive, every_package

from goodoffices.weigh import Problem
from goodoffices.weigh.model import Exact, Issue, Model, Option, Order, Party, Points, Unknown
from goodoffices.weigh.sides import align, gaps

OPTIONS = (Option("stay"), Option("half"), Option("leave"))


@settings(max_examples=80, deadline=None)
@given(additive())
def test_alignment_is_the_correlation_over_all_packages(deal: Problem) -> None:
    """The sum over issues is the correlation that going through every package gives."""
    worth = deal.utilities(every_package(deal))
    found = align(deal)
    spread = worth.std(axis=0)
    for one in range(len(deal.parties)):
        for other in range(len(deal.parties)):
            if min(spread[one], spread[other]) > 1e-9:
                truth = np.mean((worth[:, one] - worth[:, one].mean()) * (worth[:, other] - worth[:, other].mean()))
                assert found.together[one, other] == pytest.approx(truth / spread[one] / spread[other], abs=1e-9)


def party(name: str, *scores: float) -> Party:
    """A party that scores the three options."""
    return Party(name=name, scores={"troops": Points({o.name: Exact(s) for o, s in zip(OPTIONS, scores, strict=True)})})


def the_gap(*parties: Party) -> object:
    """The gap on the one issue."""
    (gap,) = gaps(Model(parties=parties, issues=(Issue(name="troops", options=OPTIONS),)))
    return gap


def test_a_middle_that_both_can_live_with_narrows_the_gap() -> None:
    """Opposed on the ends, each gives up a quarter in the middle."""
    gap = the_gap(party("A", 100, 75, 0), party("B", 0, 75, 100))
    assert (gap.option, gap.gap, gap.loses) == ("half", 0.25, {"A": 0.25, "B": 0.25})


def test_of_one_mind_there_is_no_gap_and_flatly_opposed_it_is_whole() -> None:
    """0 where one option is best for all, 1 where each is the worst for somebody."""
    assert the_gap(party("A", 100, 75, 0), party("B", 90, 10, 0)).gap == 0.0
    assert the_gap(party("A", 100, 0, 0), party("B", 0, 0, 100)).gap == 1.0


def test_unknown_indifferent_and_opposed_are_three_things() -> None:
    """A party of whom nothing is known is not counted as agreeing, nor as indifferent."""
    silent = Party(name="C", scores={"troops": Points({"stay": Unknown()})})
    gap = the_gap(party("A", 100, 75, 0), party("B", 5, 5, 5), silent)
    assert (gap.unknown, gap.indifferent, gap.gap) == (("C",), ("B",), 0.0)
    assert the_gap(party("A", 100, 75, 0), silent).gap is None


def test_an_order_counts_as_known() -> None:
    """Ranked options are evenly apart, so the middle costs half of the way."""
    ranked = Party(name="A", scores={"troops": Order((("stay",), ("half",), ("leave",)))})
    gap = the_gap(ranked, party("B", 0, 50, 100))
    assert gap.unknown == ()
    assert gap.gap == pytest.approx(0.5)

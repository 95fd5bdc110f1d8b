"""From an analysis to the view models: what is said, what is unknown, what every number rests on."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import weighing_deals as deals
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief.weighing import build_foretelling, build_weighing
from goodoffices.brief.weighing.build.amounts import percent, probability
from goodoffices.weigh import FrontTooLarge, Model, Problem, WeighError
from goodoffices.weigh import analysis as analysing
from goodoffices.weigh.analysis import analyse
from goodoffices.weigh.foretell import Stakes
from goodoffices.weigh.frontier import Frontier
from goodoffices.weigh.leading import pick_package
from goodoffices.weigh.positions import stakes_of


def test_a_deal_is_said_with_the_package_to_look_at_first() -> None:
    """Where every number is known: how many packages there are, which one first, nobody blocks, nothing to ask."""
    answer = deals.report("open").answer
    assert answer is not None
    assert (answer.verdict, answer.first, answer.questions) == ("deal", "A", ())
    assert "25 of the 39 packages" in answer.sentences[0]
    assert answer.sentences[-1] == "Nobody blocks."
    assert "nothing to ask" in answer.no_questions


def test_no_deal_is_said_with_blockers_concession_and_questions() -> None:
    """Where there is none by the centres: who blocks, the least concession, the three next questions."""
    report = deals.report("stuck")
    assert report.answer is not None
    assert report.zone is not None
    assert report.answer.verdict == "no deal"
    said = " ".join(report.answer.sentences)
    assert "Each of Upland Assembly and Coast Government blocks" in said
    assert report.zone.concessions[0].words in said
    assert len(report.answer.questions) == 3
    assert [d.kind for d in report.zone.clashes[0].demands] == ["threshold", "threshold"]
    assert 0 < (report.packages[0].chance.share or 0) < 0.2


def test_a_threshold_that_nobody_states_is_unknown_and_asked_first() -> None:
    """A signer without a threshold makes every probability an upper bound; whether it signs is unknown."""
    report = deals.report("silent")
    assert report.answer is not None
    assert report.questions[0].words == "What would Regional body have without a deal?"
    assert report.questions[0].worth is None
    assert report.packages[0].chance.reading == "at most"
    assert report.packages[0].chance.words.startswith("at most ")
    view = next(each for each in report.packages[0].parties if each.party == "Regional body")
    assert (view.verdict, view.chance.share, view.walk_away.known) == ("unknown", None, "unknown")


def test_where_nothing_may_be_signed_the_mandates_are_named() -> None:
    """Two mandates that leave no package: the report stands, and says which."""
    report = deals.report("nothing")
    assert report.answer is not None
    assert report.zone is not None
    assert report.answer.verdict == "nothing may be signed"
    assert {demand.party for demand in report.zone.clashes[0].demands} == {"North", "South"}
    assert any(line.startswith("The packages that no other beats") for line in report.missing)


def test_packages_differ_from_the_first_in_words() -> None:
    """Every other package says where it differs from A and who has more or less."""
    first, *others = deals.report("open").packages
    assert first.differs == ()
    assert first.trade == ""
    for other in others:
        assert other.differs
        assert {d.issue for d in other.differs} == {
            mine.issue for mine, own in zip(first.choices, other.choices, strict=True) if mine.option != own.option
        }
        assert "more" in other.trade or "less" in other.trade


def test_every_solution_is_named_once() -> None:
    """Each concept is a label of exactly one package."""
    names = [name for package in deals.report("open").packages for name in package.names]
    for concept in ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian", "first", "likeliest", "robust"):
        assert names.count(concept) == 1


def test_shares_of_issues_add_up_to_the_package() -> None:
    """What each issue gives, and what options give together, is what the package is worth."""
    for name in ("open", "wide", "stuck"):
        for package in deals.report(name).packages:
            for view in package.parties:
                assert sum(s.got for s in view.shares) + view.together == pytest.approx(view.utility)
                assert view.low <= view.high


def test_numbers_carry_their_sources() -> None:
    """A statement id stands with its sentence where the record knows it, and without where it does not."""
    report = deals.report("stuck")
    party = report.parties[0]
    weight = next(each.weight for each in party.issues if each.issue == "Elections")
    assert weight.origin.statements[0].quote == deals.SENTENCES["s-made-up-0002"][0]
    assert weight.origin.statements[0].report == "Highland Wire"
    assert party.walk_away.origin.statements[0].quote is None
    assert (party.walk_away.origin.judged_by, party.walk_away.origin.note) == ("field office", "it can wait")
    assert report.constraints[0].origin.statements[0].id == "s-made-up-0002"
    crossed = [d for d in report.zone.demands if d.kind == "mandate"] if report.zone else []
    assert crossed[0].origin.statements


def test_numbers_stand_in_words() -> None:
    """Exact, between, spread, order and unknown are told apart."""
    parties = {each.party: each for each in deals.report("wide").parties}
    east = {each.issue: each for each in parties["East Bank Authority"].issues}
    assert east["Town council"].weight.words == "25 to 40"
    assert east["Stabilisation force"].weight.words == "5 to 25, most likely 10"
    assert east["Town council"].scores[0].figure.known == "order"
    assert {s.name: s.figure.words for s in east["Stabilisation force"].scores}["Neighbouring states"] == "unknown"
    west = {each.issue: each for each in parties["West Bank Council"].issues}
    assert west["Port revenue to the West"].weight.words == "2nd of 4, by order"
    assert parties["West Bank Council"].walk_away.known == "derived"
    assert parties["Regional body"].walk_away.words == "unknown"


def test_a_red_line_crossed_is_a_refusal_with_its_words() -> None:
    """The package that a person asks about says which mandate it crosses, and is not signed."""
    stuck = deals.model("stuck")
    asked = pick_package(stuck, "Corridor=Open; Withdrawal=0 km; Elections=Not yet")
    report = build_weighing(analyse(stuck, draws=200, asked=asked), only_asked=True)
    (package,) = report.packages
    assert package.chance.share == 0
    view = package.parties[0]
    assert (view.verdict, [each.party for each in view.crossed]) == ("crossed", ["Upland Assembly"])
    assert report.answer is None
    assert report.space is None


def test_steps_and_coalitions_are_told_when_given() -> None:
    """An order of steps has its moments, a task its members, the most pivotal first."""
    report = deals.report("open")
    assert report.order is not None
    assert report.order.verdict in {"safe", "safe with pairs", "needs guarantees"}
    assert {step for stage in report.order.stages for step in stage.steps} >= {"Guns go back", "Prisoners go home"}
    (task,) = report.coalitions
    assert (task.members[0].name, task.members[0].veto) == ("Host", True)
    assert "Nobody can carry it without Host." in task.words


def test_a_front_past_its_budget_is_said_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the exact front is too large a coarser one is taken with its epsilon; where that fails too, it is said."""
    exact = analysing.frontier

    def coarse(problem: Problem, *, budget: int, epsilon: float | None = None) -> Frontier:
        if epsilon is None or epsilon < 0.2:
            raise FrontTooLarge(str(budget))
        return dataclasses.replace(exact(problem, budget=budget), epsilon=epsilon)

    monkeypatch.setattr(analysing, "frontier", coarse)
    report = build_weighing(analyse(deals.model("open")))
    assert report.space is not None
    assert report.space.epsilon == 0.2
    assert "The exact front is too large to list" in report.space.note
    assert report.missing == ()

    def none(problem: Problem, *, budget: int, epsilon: float | None = None) -> Frontier:  # noqa: ARG001  its signature
        raise FrontTooLarge(str(budget))

    monkeypatch.setattr(analysing, "frontier", none)
    report = build_weighing(analyse(deals.model("open")))
    assert report.space is not None
    assert report.space.size is None
    assert "more than 20,000" in " ".join(report.missing)
    assert report.packages[0].chance.share == 1


def test_forecasts_say_how_far_off_they_were() -> None:
    """Every forecast carries the caution, and the parts of the weight sum to 1."""
    years = Stakes(("N", "S", "I"), np.array([4.0, 10, 7]), np.array([0.8, 0.6, 0.1]), np.array([2.0, 3, 1]))
    made = build_foretelling({"Years": years}, title="Years")
    assert made.foretelling is not None
    (issue,) = made.foretelling.issues
    assert sum(p.share for p in issue.positions) == pytest.approx(1)
    assert any("hardly better than a mean" in line for line in made.foretelling.caution)
    assert len(issue.rounds) == 8


def test_a_model_without_positions_foretells_nothing() -> None:
    """Named options have no place on a line: one clear error."""
    with pytest.raises(WeighError, match="has no position on"):
        stakes_of(deals.model("open"))


@given(st.floats(0, 1), st.floats(0, 0.5))
def test_a_probability_never_rounds_to_certainty(share: float, error: float) -> None:
    """Only a share of exactly 0 or 1 reads 0 % or 100 %."""
    words = percent(share)
    assert (words == "100 %") == (share == 1)
    assert (words == "0 %") == (share == 0)
    assert probability(share, error).words.startswith(words)


def test_the_same_seed_gives_the_same_report() -> None:
    """Chance is passed in: two runs are alike to the byte."""
    stuck: Model = deals.model("stuck")
    first, second = (build_weighing(analyse(stuck, draws=500, seed=7)) for _ in range(2))
    assert first == second
    assert first != build_weighing(analyse(stuck, draws=500, seed=8))

"""What reports of talks ask of the weighing, row by row, on a process that is made up (valley.yaml).

Each test names the phrase that asks for it, and does it through the public interface.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from goodoffices.weigh import (
    Model,
    Problem,
    align,
    as_problem,
    explain,
    find_zone,
    gaps,
    kept,
    mandates,
    objections,
    order_for,
    package_of,
    powers,
    pressured,
    ratifications,
    read_model,
    replies,
    stances,
    territory,
    territory_geojson,
)
from goodoffices.weigh.model import parse_yaml
from goodoffices.weigh.problem import packages_of

FILE = Path(__file__).with_name("valley.yaml")
TEXT = FILE.read_text(encoding="utf-8")
DEAL = {
    "Land": "Exchanged",
    "Dam": "Joint operator",
    "Inspection": "Standing inspectors",
    "Autonomy": "Regional council",
    "Unity clause": "In the constitution",
    "Cantonment": "Verified",
    "Foreign force": "Mission battalions",
}


@pytest.fixture(scope="module")
def valley() -> Model:
    """The model as it stands in its file."""
    return read_model(FILE)


def changed(*swaps: tuple[str, str]) -> Model:
    """The same file with some of its text put differently, as a person would edit it."""
    text = TEXT
    for before, after in swaps:
        assert before in text
        text = text.replace(before, after)
    return parse_yaml(text)


def package(model: Model, **other: str) -> np.ndarray:
    """The deal with some issues settled otherwise."""
    return package_of(as_problem(model), DEAL | {name.replace("_", " "): option for name, option in other.items()})


def allowed(problem: Problem) -> np.ndarray:
    """Every package that keeps the rules."""
    every = np.concatenate(list(packages_of(problem)))
    return every[problem.allows(every)]


def test_a_territory_is_an_issue_with_claims(valley: Model) -> None:
    """For "Status of ... territories": each option says who gets which area, and which claims that leaves unmet."""
    fates = {each.area.name: each for each in territory(valley, package(valley)).fates}
    assert (fates["Ridge"].before, fates["Ridge"].after, fates["Ridge"].unmet) == ("Government", ("Front",), ())
    assert (fates["Lower valley"].after, fates["Lower valley"].unmet) == (("Government",), ("Front",))
    stays = {each.area.name: each for each in territory(valley, package(valley, Land="As it is")).fates}
    assert stays["Ridge"].unmet == ("Front",)
    assert stays["Ridge"].area.source.statements == ("s-ridge",)


def test_a_demand_for_land_has_a_shape_and_a_size(valley: Model) -> None:
    """For "Ceding the entire region": how much of a claim a package meets, in km2, and its outline for a map."""
    holdings = {each.party: each for each in territory(valley, package(valley)).holdings}
    assert holdings["Front"].claimed_km2 == pytest.approx(120 + 243.49, abs=0.01)
    assert holdings["Front"].met == pytest.approx(120 / 363.49, abs=1e-4)
    assert holdings["Government"].met == pytest.approx(1)
    (feature,) = territory_geojson(valley, package(valley))["features"]
    ring = feature["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    assert feature["properties"]["unmet"] == ["Front"]
    assert json.loads(json.dumps(feature)) == feature


def test_a_site_has_a_regime_and_operators(valley: Model) -> None:
    """A power station or dam: who operates it is an issue, and what its regime takes is a rule that is named."""
    told = explain(valley, package(valley, Inspection="None"), draws=10)
    assert not told.signed
    assert told.broken == ("an operator from outside works only under standing inspectors",)
    assert explain(valley, package(valley, Inspection="None", Dam="Government operator"), draws=10).broken == ()


def test_what_is_contingent_on_a_commitment_is_an_implication(valley: Model) -> None:
    """For "Contingent upon genuine commitment": a promise is not enough; of the steps, the test comes first."""
    told = explain(valley, package(valley, Cantonment="Promised"), draws=10)
    view = next(each for each in told.views if each.party == "Government")
    assert view.crossed == ("a council only once the cantonment is verified",)
    assert not view.signs
    gated = changed(("after: [Inspectors arrive]", "after: [Inspectors arrive, Arms are locked up]"))
    order = order_for(gated, package(gated))
    assert order is not None
    done = [name for stage in order.stages for name in stage.steps]
    assert done.index("Arms are locked up") < done.index("The council is seated")


def test_an_acceptance_criterion_is_a_named_constraint(valley: Model) -> None:
    """For "Peace must be dignified": a party's own measure, with its source, by which packages are weighed."""
    bare = package(valley, Land="As it is", Dam="Government operator")
    points = {(each.party, each.issue): each for each in mandates(valley, bare)}
    assert points["Front", "Land"].verdict == "outside"
    assert points["Front", "Land"].rules[0].startswith("the peace must be dignified")
    assert points["Front", "Land"].statements == ("s-dignity",)
    assert all(each.verdict != "outside" for each in mandates(valley, package(valley)))


def test_leverage_is_tied_to_behaviour() -> None:
    """For "Continued pressure": with it the walk-away comes down and a zone opens; lifted, it closes."""
    tight = changed(("reservation: 55", "reservation: 82"))
    held_back = changed(("reservation: 55", "reservation: 82"), ("in force: false", "in force: true"))
    assert not find_zone(pressured(tight)).exists
    assert find_zone(pressured(held_back)).exists
    (pressure, _) = held_back.carrying.pressures
    assert (pressure.by, pressure.while_) == ("Columbia", "the ridge is shelled")


def test_a_matter_outside_the_talks_bears_on_an_ally(valley: Model) -> None:
    """For "Tariffs on allies": the linkage names who, on whom and over what, and moves that party's walk-away alone."""
    moved = pressured(valley).reservation - as_problem(valley).reservation
    assert dict(zip(as_problem(valley).parties, moved, strict=True)) == {
        "Government": 0, "Front": 0, "Assembly": 0, "Neighbour": -8,
    }  # fmt: skip
    tariffs = valley.carrying.pressures[1]
    assert (tariffs.on, tariffs.while_) == ("Neighbour", "Neighbour buys oil elsewhere")
    assert tariffs.source.statements == ("s-tariff",)


def test_unknown_silent_and_opposed_are_three_things(valley: Model) -> None:
    """For "Position remaining ambiguous": not known, nothing heard, against, and somewhere between are kept apart."""
    found = {(each.party, each.option): each.stance for each in stances(valley)}
    assert found["Neighbour", "No force"] == "unknown"
    assert found["Neighbour", "Verified"] == "unknown"
    assert found["Neighbour", "Mission battalions"] == "silent"
    assert found["Neighbour", "Exchanged"] == "silent"
    assert found["Neighbour", "Neighbour battalions"] == "open"
    assert found["Government", "Regional council"] == "opposed"
    assert found["Government", "Neighbour battalions"] == "red line"
    assert all("Neighbour" in gap.unknown for gap in gaps(valley) if gap.issue != "Foreign force")


def test_an_objection_meets_a_provision(valley: Model) -> None:
    """For "Consistently opposed ... presence": the provisions of a package that somebody objects to, worst first."""
    found = objections(valley, package(valley, Foreign_force="Neighbour battalions"))
    assert (found[0].party, found[0].option, found[0].stance) == ("Government", "Neighbour battalions", "red line")
    assert found[0].source.statements == ("s-objection",)
    assert ("Front", "Verified") in {(each.party, each.option) for each in found}
    assert "Neighbour battalions" not in {each.option for each in objections(valley, package(valley))}


def test_paired_constraints_hold_both_ways(valley: Model) -> None:
    """For "Autonomy without compromising national unity": what may be signed has both or neither."""
    problem = as_problem(valley)
    council = problem.issues.index("Autonomy")
    unity = problem.issues.index("Unity clause")
    packages = allowed(problem)
    assert len(packages)
    assert (packages[:, council] == packages[:, unity]).all()
    for half in ({"Autonomy": "None"}, {"Unity_clause": "Absent"}):
        assert len(explain(valley, package(valley, **half), draws=10).broken) == 1


def test_red_lines_and_firmness_are_a_scale(valley: Model) -> None:
    """For "Non-negotiable", "firm support": a red line bars, and what is short of it is firm, clear or mild."""
    found = {(each.party, each.option): (each.stance, each.strength) for each in stances(valley)}
    assert found["Government", "Neighbour battalions"] == ("red line", "")
    assert found["Front", "Regional council"] == ("for", "firm")
    assert found["Front", "Joint operator"] == ("for", "clear")
    assert found["Front", "In the constitution"] == ("opposed", "mild")
    assert found["Front", "None"][0] == "red line"  # a cantonment of none: outside its mandate
    softened = changed(("never: {Foreign force: Neighbour battalions}", "never: {Foreign force: No force}"))
    now = {(each.party, each.option): (each.stance, each.strength) for each in stances(softened)}
    assert now["Government", "Neighbour battalions"] == ("opposed", "firm")


def test_layers_of_measures_are_worth_more_together(valley: Model) -> None:
    """For "Multi-layered strategies": what measures are worth to each party beyond their sum, and without one layer."""
    whole = {each.party: each.together for each in explain(valley, package(valley), draws=10).views}
    assert whole == pytest.approx({"Government": 7, "Front": 5, "Assembly": 0, "Neighbour": 0})
    fewer = {e.party: e.together for e in explain(valley, package(valley, Foreign_force="No force"), draws=10).views}
    assert fewer == pytest.approx({"Government": 4, "Front": 2, "Assembly": 0, "Neighbour": 0})
    assert as_problem(valley).tables[-1].label == "inspectors and a force back each other"


def test_concessions_are_paired_behind_a_gate(valley: Model) -> None:
    """For "Incremental ... concessions paired with robust monitoring": monitors first, then both at one moment."""
    order = order_for(valley, package(valley))
    assert order is not None
    assert order.verdict == "safe with pairs"
    assert [set(stage.steps) for stage in order.stages] == [
        {"Inspectors arrive"},
        {"The council is seated", "Arms are locked up"},
    ]
    assert order_for(valley, package(valley, Autonomy="None", Unity_clause="Absent")) != order


def test_a_step_that_can_be_taken_back_needs_no_pair() -> None:
    """Reversal: who can take its step back is not exposed by it; who relies on such a step is not yet safe."""
    back = changed(("by: Front\n", "by: Front\n    reversible: true\n"))
    order = order_for(back, package(back))
    assert order is not None
    assert (order.verdict, order.pairs) == ("safe", ())
    assert [stage.steps[0] for stage in order.stages][1] == "Arms are locked up"
    gated = changed(("after: [Inspectors arrive]", "after: [Inspectors arrive, Arms are locked up]"))
    needed = order_for(gated, package(gated))
    assert needed is not None
    assert [(each.first, each.second, each.party) for each in needed.guarantees] == [
        ("Arms are locked up", "The council is seated", "Front")
    ]


def test_a_mandate_is_checked_point_by_point() -> None:
    """For "A mandate to discuss ceasefire options, excluding territorial ... matters": what it does not cover."""
    model = changed(
        (
            "  - id: mandate of the Front\n",
            "  - {id: no word on land, party: Government, only: {Land: As it is}}\n  - id: mandate of the Front\n",
        )
    )
    points = {(each.party, each.issue): each for each in mandates(model, package(model))}
    assert points["Government", "Land"].verdict == "outside"
    assert points["Government", "Land"].rules == ("Government: only Land = As it is",)
    assert points["Government", "Cantonment"].verdict == "within"
    assert points["Government", "Dam"].verdict == "not mentioned"
    assert ("Neighbour", "Land") not in points


def test_a_backstop_that_one_alone_can_give_is_named(valley: Model) -> None:
    """For "Need for ... military support": a single point of failure, and what would be lacking without it."""
    (power,) = powers(valley).values()
    members = {each.name: each for each in power.members}
    assert (members["Columbia"].veto, members["Columbia"].lacks_without) == (True, {"air lift": 1.0})
    assert not members["Bergen"].veto
    second = changed(("brings: {battalions: 1}", "brings: {battalions: 1, air lift: 1}"))
    assert not any(each.veto for each in powers(second)["The force"].members if each.name == "Columbia")


def test_incentives_are_weighed_against_costs(valley: Model) -> None:
    """For "Incentives ... without sufficient deterrents": the Front would break, and this penalty would keep it."""
    (balance,) = kept(valley, package(valley))
    assert (balance.party, balance.verdict, balance.penalty_needed) == ("Front", "breaks", 24)
    enough = changed(("penalty: 10", "penalty: 25"))
    assert kept(enough, package(enough))[0].verdict == "keeps"


def test_what_joins_and_divides_allies_is_shown(valley: Model) -> None:
    """For "Create discord", "united front": who wants the same, and over which issue two of one side part."""
    together = align(valley)
    place = {name: n for n, name in enumerate(together.parties)}
    ours = place["Government"], place["Assembly"]
    assert together.together[ours] > 0.7
    assert together.together[place["Government"], place["Front"]] < -0.7
    scores = "{As it is: %d, Ridge to the Front: 0, Exchanged: %d}"
    dividing = changed((scores % (100, 50), scores % (0, 100)))
    split = align(dividing)
    assert split.together[ours] < together.together[ours]
    worst = int(np.argmin((split.by_issue - together.by_issue)[:, ours[0], ours[1]]))
    assert as_problem(valley).issues[worst] == "Land"


def test_the_gap_is_measured_for_each_issue(valley: Model) -> None:
    """For "Fundamental differences over territorial issues": the widest gap first, and the option that narrows it."""
    found = gaps(valley)
    widths = [each.gap for each in found if each.gap is not None]
    assert widths == sorted(widths, reverse=True)
    land = next(each for each in found if each.issue == "Land")
    assert (land.option, land.gap) == ("Exchanged", pytest.approx(0.5))
    narrower = changed(("Exchanged: 50", "Exchanged: 90"))
    assert next(each for each in gaps(narrower) if each.issue == "Land").gap == pytest.approx(0.4)


def test_what_is_signed_must_be_ratified(valley: Model) -> None:
    """For "Domestic challenges": a body with a threshold of its own can refuse what its own side signed, and blocks."""
    (ratified,) = ratifications(valley, package(valley), draws=100)
    assert (ratified.party, ratified.body, ratified.verdict) == ("Government", "Assembly", "ratified")
    proud = changed(("reservation: 45", "reservation: 85"))
    (refused,) = ratifications(proud, package(proud), draws=100)
    assert (refused.verdict, refused.chance) == ("fails at home", 0.0)
    zone = find_zone(proud)
    assert not zone.exists
    assert ("Assembly",) in zone.blockers


def test_a_spoiler_is_asked_about_each_package() -> None:
    """One who could bring the deal down: at which packages it would, and what it would have to be given."""
    model = changed(
        ("breaches:", "spoilers:\n  - {party: Front, outside: 30, gain: 95, cost: 10, success: 0.9}\nbreaches:")
    )
    packages = np.stack([package(model), package(model, Land="As it is")])
    found = replies(model, packages)["Front"]
    assert [found.named(n) for n in range(2)] == ["go along", "spoil"]
    assert found.price[0] == 0
    assert found.price[1] == pytest.approx(0.9 * 95 + 0.1 * 30 - 10 - (79.5 - 21))

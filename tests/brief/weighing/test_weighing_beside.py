"""What a model carries beside packages, in the report: who stands where, and will it hold."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import msgspec
import pytest

from goodoffices.brief.weighing import (
    Report,
    build_weighing,
    weighing_to_html,
    weighing_to_json,
    weighing_to_markdown,
)
from goodoffices.brief.weighing.model import Lasting, Sides
from goodoffices.weigh import Model, Problem, WeighError, beside, package_of, read_model
from goodoffices.weigh.analysis import Analysis, analyse
from goodoffices.weigh.model import parse_yaml
from goodoffices.weigh.zone import Zone

ROOT = Path(__file__).parents[3]
FILES = {
    "two-banks": ROOT / "examples" / "weigh" / "two-banks.yaml",
    "valley": ROOT / "tests" / "weigh" / "valley.yaml",
}
BARE = """
issues: {Road: [Shut, Open]}
parties:
  North: {scores: {Road: {Shut: 100, Open: 0}}, reservation: 10}
  South: {scores: {Road: {Shut: 0, Open: 100}}, reservation: 0}
"""


@cache
def analysis(name: str) -> Analysis:
    """The analysis of a model that comes with the project."""
    return analyse(read_model(FILES[name]), draws=500)


def reported(found: Analysis) -> Report:
    """Its report, as the command writes it."""
    return build_weighing(found, order=found.beside.order, coalitions=found.beside.powers)


def changed(name: str, *swaps: tuple[str, str]) -> Model:
    """A model with some of its text put differently."""
    text = FILES[name].read_text(encoding="utf-8")
    for before, after in swaps:
        assert before in text
        text = text.replace(before, after)
    return parse_yaml(text)


def sides(name: str) -> Sides:
    """Who stands where."""
    found = reported(analysis(name)).sides
    assert found is not None
    return found


def lasting(found: Analysis) -> Lasting:
    """Will it hold."""
    told = reported(found).lasting
    assert told is not None
    return told


@pytest.mark.parametrize("name", FILES)
def test_gaps_are_widest_first_with_the_unknown_named(name: str) -> None:
    """Every issue has one; who is not known is named and gives up nothing that is known."""
    found = sides(name).gaps
    widths = [each.gap for each in found if each.gap is not None]
    assert widths == sorted(widths, reverse=True)
    assert len(found) == len(analysis(name).model.issues)
    for gap in found:
        assert not {each.party for each in gap.losses} & set(gap.unknown)
    assert any(gap.unknown for gap in found)


def test_indifferent_by_the_middle_of_what_is_unknown_is_unknown() -> None:
    """A party of whose scores one is unknown and one anything from 20 to 80 is not "all the same"."""
    force = next(each for each in sides("valley").gaps if each.issue == "Foreign force")
    assert force.indifferent == ()
    assert "Neighbour" in force.unknown


def test_a_loss_under_an_option_of_unknown_score_is_unknown() -> None:
    """What a party gives up is not told by the centre of a score that nobody knows."""
    text = BARE.replace("Open]", "Open, Tolls]").replace("Open: 0}", "Open: 0, Tolls: unknown}")
    found = reported(analyse(parse_yaml(text.replace("Open: 100}", "Open: 100, Tolls: 50}")))).sides
    assert found is not None
    assert found.gaps[0].option == "Tolls"
    assert {each.party: each.share for each in found.gaps[0].losses} == {"North": None, "South": 0.5}


def test_each_two_parties_are_set_side_by_side() -> None:
    """The least alike first, with the issue that parts them most; what is unknown is unknown and last."""
    pairs = sides("valley").alignments
    assert [(each.first, each.second) for each in pairs[:2]] == [("Government", "Front"), ("Front", "Assembly")]
    assert (pairs[0].divides, pairs[0].words) == ("Land", "−0.79")
    assert [each.together for each in pairs[3:]] == [None] * 3
    assert all("Neighbour" in " ".join(each.unknown) for each in pairs[3:])
    assert pairs[2].divides == ""


def test_an_objection_has_its_source() -> None:
    """Who objects to the first package, the score, and the statement that it rests on."""
    model = changed("valley", ("Mission operator: 20}", "Mission operator: {value: 20, sources: [s-dam]}}"))
    found = reported(analyse(model, draws=200)).sides
    assert found is not None
    told = {(each.party, each.option): each for each in found.objections}
    taken = {each.option for each in reported(analyse(model, draws=200)).packages[0].choices}
    assert {option for _, option in told} <= taken
    dam = told["Government", "Mission operator"]
    assert (dam.words, dam.score.words, dam.origin.statements[0].id) == ("clearly opposed", "20", "s-dam")


def test_a_ratification_is_said_with_its_verdict() -> None:
    """A body that gets enough ratifies; one that wants more than can be had refuses; one with no threshold: unknown."""
    verdicts = {}
    for swap in ("    reservation: 45", "    reservation: 99", ""):
        found = reported(analyse(changed("valley", ("    reservation: 45", swap)), draws=200)).sides
        assert found is not None
        (told,) = found.ratifications
        verdicts[swap] = told.verdict
        assert (told.chance.share is None) == (told.verdict == "unknown")
    assert verdicts == {"    reservation: 45": "ratified", "    reservation: 99": "fails at home", "": "unknown"}


def test_a_breach_has_its_verdict_and_the_penalty_that_would_do() -> None:
    """Keeps or breaks, the numbers of the model, and the least penalty."""
    east, west = lasting(analysis("two-banks")).breaches
    assert (east.verdict, west.verdict) == ("keeps", "breaks")
    assert west.penalty_needed == pytest.approx(5 / 0.3)
    assert [(each.name, each.figure.words) for each in west.numbers] == [
        ("gain", "5"), ("seen", "30 %"), ("penalty", "10"),
    ]  # fmt: skip


def test_a_walk_away_that_nobody_knows_is_not_told_by_its_centre() -> None:
    """Whether it pays to keep the package is told without it, and what no deal is worth is unknown."""
    found = analyse(changed("valley", ("    reservation: 60", "    reservation: unknown")), draws=200)
    (front,) = lasting(found).breaches
    assert front.walks is None
    assert front.verdict == "breaks"
    assert "no deal unknown;" in weighing_to_markdown(reported(found))


def test_pressure_opens_a_zone_and_lifting_it_closes_it() -> None:
    """Is there a deal without, with what is in force, and with all that is threatened: three answers."""
    tight = ("reservation: 55", "reservation: 82")
    threatened = lasting(analyse(changed("valley", tight), draws=200)).pressed
    in_force = lasting(analyse(changed("valley", tight, ("in force: false", "in force: true")), draws=200)).pressed
    assert threatened is not None
    assert in_force is not None
    assert (threatened.without, threatened.with_in_force, threatened.with_all) == (False, False, True)
    assert (in_force.without, in_force.with_in_force, in_force.with_all) == (False, True, True)
    assert [each.in_force for each in threatened.pressures] == [False, True]
    assert threatened.pressures[1].origin.statements[0].id == "s-tariff"


def test_pressure_that_cannot_be_reckoned_is_unknown_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no zone can be found under pressure: unknown, the reason under what is missing, and the rest stands."""

    def refuse(_problem: Problem) -> Zone:
        msg = "there are too many packages"
        raise WeighError(msg)

    monkeypatch.setattr(beside, "find_zone", refuse)
    found = analyse(read_model(FILES["valley"]), draws=200)
    pressed = lasting(found).pressed
    assert pressed is not None
    assert (pressed.without, pressed.with_in_force, pressed.with_all) == (True, None, None)
    assert "Whether there is a deal under pressure: there are too many packages." in reported(found).missing
    assert "under what is in force **unknown**" in weighing_to_markdown(reported(found))
    assert lasting(found).areas


def test_a_spoiler_has_its_reply_and_its_price() -> None:
    """It goes along where that is worth most; where spoiling is, what it would have to be given is the difference."""
    (calm,) = lasting(analysis("two-banks")).spoilers
    assert (calm.reply, calm.price) == ("go along", 0)
    assert calm.numbers[-1].figure.origin.statements[0].id == "s-made-up-0005"
    tempted = changed("two-banks", ("    gain: 55\n    cost: 15\n", "    gain: 100\n"), ("value: 0.4", "value: 1"))
    (found,) = lasting(analyse(tempted, draws=200)).spoilers
    assert found.reply == "spoil"
    assert found.price == pytest.approx(found.spoils - found.goes_along)


def test_land_goes_to_somebody_and_unknown_surfaces_stay_unknown() -> None:
    """Each area with who holds and gets it and whose claim is unmet; a surface that nobody knows is unknown."""
    found = lasting(analysis("two-banks"))
    assert [(each.area, each.unmet) for each in found.areas] == [("Upper quay", ()), ("Salt pans", ())]
    assert found.areas[0].origin.statements[0].id == "s-made-up-0006"
    blank = analyse(changed("valley", ("Ridge: {km2: 120, ", "Ridge: {")), draws=200)
    ridge = next(each for each in lasting(blank).areas if each.area == "Ridge")
    assert ridge.km2 is None
    assert "unknown" in weighing_to_html(reported(blank)).partition('id="lasting"')[2].partition("Ridge")[2][:200]


@pytest.mark.parametrize("name", FILES)
def test_all_forms_say_the_same(name: str) -> None:
    """Both sections, the order of steps and the coalitions in HTML and Markdown; the JSON decodes to the report."""
    report = reported(analysis(name))
    page, text, data = weighing_to_html(report), weighing_to_markdown(report), weighing_to_json(report)
    assert msgspec.json.decode(data, type=Report) == report
    for anchor, title in (("sides", "Who stands where"), ("lasting", "Will it hold"), ("steps", "In which order")):
        assert f'<section id="{anchor}"' in page
        assert f"## {title}\n" in text
    assert report.sides is not None
    assert report.lasting is not None
    told = [(each.party, each.words) for each in report.lasting.breaches]
    told += [(each.party, each.words) for each in report.lasting.spoilers]
    for party, words in told:
        assert f"**{party} {words}:**" in text
        assert words in page
    for area in report.lasting.areas:
        assert area.area in page
        assert area.area in text
    assert report.coalitions[0].task in text


def test_a_section_with_nothing_in_it_does_not_appear() -> None:
    """A model without breaches, pressures, spoilers or land has no "Will it hold"; one package alone has neither."""
    found = analyse(parse_yaml(BARE))
    report = reported(found)
    assert report.lasting is None
    assert report.sides is not None
    assert "Will it hold" not in weighing_to_html(report) + weighing_to_markdown(report)
    assert "Would package" not in weighing_to_html(report)
    alone = build_weighing(
        analyse(parse_yaml(BARE), asked=package_of(found.problem, {"Road": "Open"})), only_asked=True
    )
    assert (alone.sides, alone.lasting) == (None, None)
    assert "Who stands where" not in weighing_to_html(alone) + weighing_to_markdown(alone)


def _keys(data: object) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in _keys(value)}
    return {key for value in data for key in _keys(value)} if isinstance(data, list) else set()


def test_the_reference_documents_every_key_of_both_sections() -> None:
    """docs/reference/weigh-json.md names each key that is written."""
    page = (ROOT / "docs" / "reference" / "weigh-json.md").read_text(encoding="utf-8")
    keys = {key for name in FILES for key in _keys(json.loads(weighing_to_json(reported(analysis(name)))))}
    assert sorted(key for key in keys if f"`{key}`" not in page) == []

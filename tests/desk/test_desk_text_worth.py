"""What a text with open brackets is worth in a deal: held against going through every package by hand."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.desk.worth import TextWorth, weigh_text
from goodoffices.desk.worth import judged as judging
from goodoffices.draft.text import Document, parse_text
from goodoffices.weigh import Model
from goodoffices.weigh.model import parse_yaml

EXAMPLES = Path(__file__).parents[2] / "examples"

MODEL = """
issues:
  Port: {{options: [Open, Shut]}}
  Fees: {{options: [None, Half, Full]}}
  Flag: {{options: [Ours, Theirs]}}
parties:
  North:
    weights: {{Port: 50, Fees: 30, Flag: 20}}
    scores: {{Port: {{Open: {0}, Shut: {1}}}, Fees: {{None: {2}, Half: 50, Full: 0}}, Flag: {{Ours: 100, Theirs: 0}}}}
    reservation: {5}
  South:
    weights: {{Port: 20, Fees: 50, Flag: 30}}
    scores: {{Port: {{Open: {3}, Shut: 0}}, Fees: {{None: 0, Half: 40, Full: {4}}}, Flag: {{Ours: 0, Theirs: 100}}}}
    reservation: {6}
constraints:
  - {{id: mandate-south, party: South, never: {{Fees: None}}}}
  - {{id: world, words: a shut port takes no fees, not together: {{Port: Shut, Fees: Full}}}}
"""

TEXT = """---
title: Agreement on the port
parties: North, South
---

1. The port shall be [North: open {option=Open} | South: shut {option=Shut}]. {#port issue=Port}

2. Fees are [North: not taken {option=None} | South: taken in full {option=Full}] on [cars | carts]. {#fees issue=Fees}
"""


def model(*numbers: float) -> Model:
    """The deal with some numbers."""
    return parse_yaml(MODEL.format(*(numbers or (90, 10, 100, 60, 100, 40, 30))), "deal")


def text(source: str = TEXT) -> Document:
    """A text."""
    return parse_text(source, tolerant=True)


def by_hand(deal: Model) -> dict[tuple[str, str, str], tuple[float, float]]:
    """What each package of the text is worth to North and South."""
    found = {}
    for chosen in itertools.product(("Open", "Shut"), ("None", "Full"), ("Ours", "Theirs")):
        worth = []
        for party in deal.parties:
            total = 0.0
            for issue, option in zip(("Port", "Fees", "Flag"), chosen, strict=True):
                weight, score = party.weights.of[issue], party.scores[issue].of[option]  # type: ignore[union-attr]  # the model has points alone
                total += weight.value * score.value / 100  # type: ignore[union-attr]  # and exact numbers
            worth.append(total)
        found[chosen] = (worth[0], worth[1])
    return found


@settings(max_examples=60)
@given(st.lists(st.integers(0, 100), min_size=7, max_size=7))
def test_it_is_what_going_through_every_package_by_hand_finds(numbers: list[int]) -> None:
    """Intervals, who would sign, what is acceptable to all, to nobody, and the front agree with a plain loop."""
    deal = model(*numbers)
    found = weigh_text(deal, text())
    packages = by_hand(deal)
    fine = {key: worth for key, worth in packages.items() if key[:2] != ("Shut", "Full")}
    assert (found.count, found.possible) == (8, len(fine))
    for at, party in enumerate(found.parties):
        assert party.least == pytest.approx(min(each[at] for each in fine.values()))
        assert party.most == pytest.approx(max(each[at] for each in fine.values()))
    north = {key for key, worth in fine.items() if worth[0] >= numbers[5] - 1e-9}
    south = {key for key, worth in fine.items() if worth[1] >= numbers[6] - 1e-9 and key[1] != "None"}
    assert [each.would_sign for each in found.parties] == [len(north), len(south)]
    assert (found.together, found.nobody) == (len(north & south), 8 - len(north | south))
    kept = {key: worth for key, worth in fine.items() if key[1] != "None"}
    front = {
        key
        for key, own in kept.items()
        if not any(
            a >= own[0] - 1e-9 and b >= own[1] - 1e-9 and (a > own[0] + 1e-9 or b > own[1] + 1e-9)
            for a, b in kept.values()
        )
    }
    assert found.front == len(front)
    assert {tuple(each.package.values()) for each in found.packages if each.together} == north & south


def test_a_mandate_is_counted_apart_from_the_threshold() -> None:
    """A party whose mandate forbids an option says in how many packages it is overstepped, and by which words."""
    south = weigh_text(model(), text()).parties[1]
    assert south.outside == 4
    assert "Fees" in south.mandates[0]


def test_each_bracket_says_whom_its_alternatives_move() -> None:
    """The port moves North by half of eighty and South by a fifth of sixty; a bracket outside the deal moves nobody."""
    found = weigh_text(model(), text())
    assert [(each.number, each.linked) for each in found.brackets] == [(1, True), (2, True), (3, False)]
    fees = found.brackets[1]
    assert [each.options for each in fees.alternatives] == [("Fees: None",), ("Fees: Full",)]
    assert [each.wanted_by for each in fees.alternatives] == [("North",), ("South",)]
    assert fees.alternatives[0].together == 0
    assert found.brackets[2].moves == ()
    assert [each.packages for each in found.brackets[0].alternatives] == [4, 4]


def test_a_bracket_of_one_text_stands_or_falls() -> None:
    """Leaving it out is a choice of its own, with the packages that do not take its option."""
    source = TEXT.replace("[North: open {option=Open} | South: shut {option=Shut}]", "[open {option=Open}]")
    bracket = weigh_text(model(), text(source)).brackets[0]
    assert [(each.number, each.packages) for each in bracket.alternatives] == [(1, 4), (0, 4)]


def test_brackets_within_brackets_count_where_the_outer_one_is_taken() -> None:
    """An inner alternative belongs to the packages of the outer one that it stands in."""
    source = TEXT.replace(
        "South: shut {option=Shut}",
        "South: shut, with fees [waived {option=Fees=None} | kept {option=Fees=Half}] {option=Shut}",
    ).replace("Fees are [North: not taken {option=None} | South: taken in full {option=Full}]", "Fees are paid")
    found = weigh_text(model(), text(source))
    inner = next(each for each in found.brackets if each.number == 2)
    assert [each.packages for each in inner.alternatives] == [2, 2]
    assert found.count == 6 + 4


def test_an_edit_says_what_it_moved() -> None:
    """Deciding a bracket takes packages away: whose interval shrank, and how many that all would sign are gone."""
    before = text()
    after = text(
        TEXT.replace("[North: open {option=Open} | South: shut {option=Shut}]", "open").replace(
            "issue=Port", "issue=Port option=Shut"
        )
    )
    change = weigh_text(model(), after, earlier=before).change
    assert change is not None
    assert (change.count, change.same, change.gained) == (8, False, 0)
    kept = weigh_text(model(), before)
    assert change.together == kept.together
    assert change.lost == sum(each.package["Port"] == "Open" for each in kept.packages if each.together)
    assert {each.party for each in change.parties} == {"North", "South"}


def test_a_text_that_did_not_change_changes_nothing() -> None:
    """Held against itself, a text says that nothing is otherwise."""
    change = weigh_text(model(), text(), earlier=text()).change
    assert change is not None
    assert change.same


def test_a_text_that_contradicts_itself_leaves_nothing() -> None:
    """Where two provisions settle one issue in two ways, that is said and no number is made up."""
    source = f"{TEXT}\n3. It is open. {{#again issue=Port option=Open}}\n"
    source += "\n4. It is shut. {#shut issue=Port option=Shut}\n"
    found = weigh_text(model(), text(source))
    assert (found.count, found.parties) == (0, ())
    assert "no package" in found.note


def example() -> tuple[Model, Document]:
    """The deal and text of the examples."""
    deal = parse_yaml((EXAMPLES / "weigh" / "two-banks.yaml").read_text(encoding="utf-8"), "deal")
    return deal, text((EXAMPLES / "draft" / "3-saltmouth.md").read_text(encoding="utf-8"))


def test_too_many_packages_are_bounded_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where packages are not gone through, no party can have more or less than is said, and one of them is found."""
    deal, document = example()
    exact = weigh_text(deal, document)
    monkeypatch.setattr(judging, "ALL", 3)
    for module in ("weighing", "many"):
        monkeypatch.setattr(f"goodoffices.desk.worth.{module}.ALL", 3)
    found: TextWorth = weigh_text(deal, document)
    assert not found.every
    assert found.count == exact.count
    for outer, inner in zip(found.parties, exact.parties, strict=True):
        assert outer.least <= inner.least + 1e-9
        assert outer.most >= inner.most - 1e-9
    assert found.packages[0].package in [each.package for each in exact.packages if each.together]


def test_what_is_uncertain_widens_the_interval() -> None:
    """The example's numbers are intervals: the 5th and 95th percentile lie around worst and best."""
    found = weigh_text(*example())
    for each in found.parties:
        assert each.unsure is not None
        assert each.unsure[0] < each.least
        assert each.unsure[1] > each.most
    assert weigh_text(model(), text()).parties[0].unsure is None

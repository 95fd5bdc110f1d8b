"""GENIUS and GeniusWeb scenarios in and out, on GENIUS' own scale."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from described import exact_models
from hypothesis import HealthCheck, given, settings

from goodoffices.weigh import ModelError, as_problem, read_model, write_model
from goodoffices.weigh.model import Model

DOMAIN = """<negotiation_template><utility_space><objective index="0" name="root">
<issue index="1" name="Price" type="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
<issue index="2" name="Date" type="discrete"><item index="1" value="soon"/><item index="2" value="late"/></issue>
</objective></utility_space></negotiation_template>"""
PROFILE = """<utility_space><objective index="0" name="root">
<issue index="1" name="Price" type="discrete">
<item index="1" value="low" evaluation="{a}"/><item index="2" value="high" evaluation="{b}"/></issue>
<issue index="2" name="Date" type="discrete">{date}</issue>
<weight index="1" value="3"/><weight index="2" value="1"/></objective>{rest}</utility_space>"""
DATE = '<item index="1" value="soon" evaluation="5"/><item index="2" value="late" evaluation="10"/>'


def _scenario(folder: Path, *, a: str = "4", b: str = "8", date: str = DATE, rest: str = "") -> Path:
    (folder / "domain.xml").write_text(DOMAIN)
    (folder / "one.xml").write_text(PROFILE.format(a=a, b=b, date=date, rest=rest))
    return folder


def test_scenarios_as_anac_uses_them_are_read_on_genius_scale(shared: Path) -> None:
    """Every option of every scenario is worth weight / sum of weights x evaluation / highest of the issue."""
    folders = [path for path in (shared / "weighing" / "scenarios").glob("*/*") if path.is_dir()]
    assert len(folders) > 30
    for folder in folders:
        problem = as_problem(read_model(folder))
        for column, party in enumerate(problem.parties):
            root = ET.parse(folder / f"{party}.xml").getroot()  # noqa: S314 - a file of our own measures
            weights = {each.get("index"): float(each.get("value", "")) for each in root.iter("weight")}
            for table, issue in zip(problem.tables, root.iter("issue"), strict=True):
                values = np.array([float(item.get("evaluation", "")) for item in issue.findall("item")])
                share = weights[issue.get("index")] / sum(weights.values())
                assert np.allclose(table.values[:, column], share * values / values.max(), atol=1e-12)
            reserved = root.find(".//reservation")
            if reserved is not None:
                assert problem.reservation[column] == float(reserved.get("value", ""))


def test_scenarios_come_back_as_they_were(shared: Path, tmp_path: Path) -> None:
    """Written and read again, a scenario has the same utilities, reservation values and discounts."""
    for n, folder in enumerate(sorted((shared / "weighing" / "scenarios").glob("y201[13]/*"))):
        model = read_model(folder)
        write_model(model, tmp_path / str(n))
        before, after = as_problem(model), as_problem(read_model(tmp_path / str(n)))
        assert before.parties == after.parties
        assert before.options == after.options
        for one, other in zip(before.tables, after.tables, strict=True):
            assert np.allclose(one.values, other.values, atol=1e-12)
        assert np.allclose(before.reservation, after.reservation, equal_nan=True)
        assert np.allclose(before.discount, after.discount)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(exact_models())
def test_any_additive_model_comes_back_rescaled(tmp_path_factory: pytest.TempPathFactory, model: Model) -> None:
    """Utilities come back divided by what the party's best package is worth."""
    folder = tmp_path_factory.mktemp("genius") / "x"
    before = as_problem(model)
    best = sum(np.maximum(table.values.max(axis=0), 0) for table in before.tables)
    if (best < 1).any():
        return
    write_model(model, folder)
    if len(list(folder.iterdir())) <= len(before.parties):
        return  # two names that make one file name
    after = as_problem(read_model(folder))
    columns = sorted(range(len(before.parties)), key=lambda n: _stem(before.parties[n]))
    for one, other in zip(before.tables, after.tables, strict=True):
        assert np.allclose(one.values[:, columns] / best[columns], other.values, atol=1e-9)


def _stem(party: str) -> str:
    from goodoffices.weigh.model.genius.writing import _safe  # noqa: PLC0415 - the order in which files are read

    return f"{_safe(party)}.xml"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("4", "8", [0.5, 1]), ("0", "0", [0, 0]), ("-4", "8", [-0.5, 1]), ("-4", "-8", [-0.5, -1]), ("-4", "0", [-1, 0])],
)
def test_an_issue_is_divided_by_its_highest(tmp_path: Path, a: str, b: str, expected: list[float]) -> None:
    """A highest of 0 or below keeps the order: nothing is turned upside down, nothing divided by zero."""
    problem = as_problem(read_model(_scenario(tmp_path, a=a, b=b)))
    assert np.allclose(problem.tables[0].values[:, 0], np.array(expected) * 0.75)


def test_an_item_without_an_evaluation_counts_as_nothing(tmp_path: Path) -> None:
    """A missing item, and one with no evaluation, are worth 0, and the model says why."""
    model = read_model(_scenario(tmp_path, date='<item index="1" value="soon" evaluation="5"/>'))
    late = model.parties[0].scores["Date"].of["late"]  # type: ignore[union-attr]
    assert (late.value, late.source.note) == (0.0, "the profile gives no evaluation")  # type: ignore[union-attr]


def test_an_item_under_another_name_is_found_by_its_number(tmp_path: Path) -> None:
    """Where a profile spells an option otherwise, its number says which it is; an unknown one is an error."""
    spelt = DATE.replace("late", "Late")
    problem = as_problem(read_model(_scenario(tmp_path, date=spelt)))
    assert np.allclose(problem.tables[1].values[:, 0], [0.125, 0.25])
    with pytest.raises(ModelError, match=r"one\.xml:4: .*'never' of 'Date' is not in the domain"):
        read_model(_scenario(tmp_path, date=DATE + '<item index="9" value="never" evaluation="1"/>'))


def test_reservation_and_discount_are_read(tmp_path: Path) -> None:
    """The value of no deal and the factor a round, where they are given."""
    problem = as_problem(
        read_model(_scenario(tmp_path, rest='<reservation value="0.3"/><discount_factor value="0.9"/>'))
    )
    assert (problem.reservation[0], problem.discount[0]) == (0.3, 0.9)


@pytest.mark.parametrize(
    ("evaluator", "expected"),
    [
        ('ftype="linear" offset="0.2" slope="0.4"', [0.2, 0.6, 1]),
        ('ftype="linear" parameter0="0" parameter1="0.1"', [0.5, 0.6, 0.7]),
        ('ftype="constant" parameter0="0.5"', [0.5, 0.5, 0.5]),
        ('ftype="triangular" parameter0="4" parameter1="8" parameter2="6"', [0.5, 1, 0.5]),
    ],
)
def test_whole_numbers_are_counted_out(tmp_path: Path, evaluator: str, expected: list[float]) -> None:
    """An issue of whole numbers has an option for each, worth what its evaluator gives."""
    issue = '<issue index="1" name="N" vtype="integer" lowerbound="5" upperbound="7">{}</issue>'
    (tmp_path / "domain.xml").write_text(f"<negotiation_template>{issue.format('')}</negotiation_template>")
    profile = issue.format(f"<evaluator {evaluator}/>") + '<weight index="1" value="1"/>'
    (tmp_path / "p.xml").write_text(f"<utility_space>{profile}</utility_space>")
    problem = as_problem(read_model(tmp_path))
    assert problem.options == (("5", "6", "7"),)
    assert np.allclose(problem.tables[0].values[:, 0], expected)


WEIGHT = '<weight index="1" value="1"/>'


def _issue(evaluation: str) -> str:
    return f'<issue index="1" name="I"><item value="a" evaluation="{evaluation}"/></issue>'


BAD = [
    ("<objective>", r"bad\.xml:2:\d+: no well-formed XML"),
    ('<issue index="1" name="R" type="real"/>' + WEIGHT, r":2: the issue 'R' is of real numbers"),
    ('<issue index="1" name="E"/>' + WEIGHT, r":2: the issue 'E' has no item"),
    (_issue("x"), r":2: evaluation='x' of <item> is no number"),
    (_issue("nan"), "must be a finite number"),
    (_issue("1") + '\n<weight index="1" value="-1"/>', ":3: a weight of -1"),
    (_issue("1") + '<weight index="1" value="0"/>', "all weights of 'bad' are 0"),
    (WEIGHT, "no issue is here"),
    ('<issue name="I" vtype="integer" lowerbound="0" upperbound="9999999"/>' + WEIGHT, "whole numbers"),
    ("<hyperRectangle/>" + WEIGHT, "not additive"),
]
TYPED = [
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<utility_space>&b;</utility_space>',
    '<!DOCTYPE x SYSTEM "file:///etc/hostname"><utility_space/>',
]


@pytest.mark.parametrize("text", TYPED)
def test_a_document_type_is_refused(tmp_path: Path, text: str) -> None:
    """Entities are never followed, neither into a bomb nor into another file."""
    (tmp_path / "bad.xml").write_text(text)
    with pytest.raises(ModelError, match=r"bad\.xml:1: a document type or entity is not read"):
        read_model(tmp_path)


@pytest.mark.parametrize(("text", "words"), BAD)
def test_a_bad_file_is_one_error_with_file_and_line(tmp_path: Path, text: str, words: str) -> None:
    """Malformed XML, entities, real numbers, no items, no numbers: one clear error each."""
    (tmp_path / "bad.xml").write_text(f"<utility_space>\n{text}</utility_space>")
    with pytest.raises(ModelError, match=words):
        read_model(tmp_path)


def test_a_file_may_be_in_another_encoding(tmp_path: Path) -> None:
    """The encoding that a file declares is the one it is read in."""
    text = '<?xml version="1.0" encoding="{}"?><utility_space>' + _issue("1").replace("I", "Größe") + WEIGHT
    for encoding in ("iso-8859-1", "utf-16", "utf-8"):
        (tmp_path / "p.xml").write_bytes((text.format(encoding) + "</utility_space>").encode(encoding))
        assert as_problem(read_model(tmp_path)).issues == ("Größe",)


def test_a_folder_without_a_profile_says_so(tmp_path: Path) -> None:
    """An empty folder, and one with a domain alone."""
    with pytest.raises(ModelError, match="no scenario is here"):
        read_model(tmp_path)
    (tmp_path / "domain.xml").write_text(DOMAIN)
    with pytest.raises(ModelError, match="no profile of a party"):
        read_model(tmp_path)


def test_constraints_are_not_lost_in_silence(tmp_path: Path) -> None:
    """A model with constraints is refused: GENIUS cannot say them."""
    example = Path(__file__).resolve().parents[3] / "examples" / "weigh" / "prisoners-and-corridor.yaml"
    with pytest.raises(ModelError, match="no constraints"):
        write_model(read_model(example), tmp_path / "x")


WEB = {
    "LinearAdditiveUtilitySpace": {
        "name": "one",
        "issueUtilities": {
            "sport": {"discreteutils": {"valueUtilities": {"ski": 0.5, "walk": 0.8}}},
            "days": {"numberutils": {"lowValue": 1, "lowUtility": 0.0, "highValue": 3, "highUtility": 1.0}},
        },
        "issueWeights": {"sport": 0.4, "days": 0.6},
        "domain": {
            "name": "trip",
            "issuesValues": {
                "sport": {"values": ["ski", "walk"]},
                "days": {"range": {"low": "1", "high": "3", "step": "1"}},
            },
        },
        "reservationBid": {"issuevalues": {"sport": "ski", "days": "2"}},
    }
}


def test_geniusweb_profiles_are_read_as_they_are(tmp_path: Path) -> None:
    """Values keep their utilities, numbers lie on their line, and the reservation bid is what no deal is."""
    (tmp_path / "one.json").write_text(json.dumps(WEB))
    (tmp_path / "trip.json").write_text(json.dumps(WEB["LinearAdditiveUtilitySpace"]["domain"]))
    problem = as_problem(read_model(tmp_path))
    assert problem.options == (("ski", "walk"), ("1", "2", "3"))
    assert np.allclose(problem.tables[0].values[:, 0], [0.2, 0.32])
    assert np.allclose(problem.tables[1].values[:, 0], [0, 0.3, 0.6])
    assert problem.reservation[0] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", r"one\.json:1:\d+: no JSON"),
        ('{"a": 1, "a": 2}', "'a' is given twice"),
        ('{"a": NaN}', "must be finite"),
        ('{"LinearAdditiveUtilitySpace": {}}', "'domain' is missing"),
        ("[" * 100_000, "no JSON|nested too deep"),
    ],
)
def test_a_bad_geniusweb_file_is_one_error(tmp_path: Path, text: str, words: str) -> None:
    """Broken JSON, a key twice, no number, a part that is missing."""
    (tmp_path / "one.json").write_text(text)
    with pytest.raises(ModelError, match=words):
        read_model(tmp_path)

"""`goodoffices weigh`: reports of models, explanations, drafts from a case, conversions, forecasts, errors."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import goodoffices.record.findings
from goodoffices.brief.weighing import Report
from goodoffices.record.store import create_case
from goodoffices.weigh import read_model

sys.path.append(str(Path(__file__).parents[1] / "weigh" / "model"))  # the findings of the drafts' tests

EXAMPLES = Path(__file__).parents[2] / "examples" / "weigh"
TARN, SALTMOUTH = str(EXAMPLES / "prisoners-and-corridor.yaml"), str(EXAMPLES / "two-banks.yaml")
POSITIONS = "actor,capability,position,salience\nNorth,2,4,80\nSouth,3,10,60\nIslands,1,7,10\n"


def test_json_goes_to_standard_output_and_decodes(run: Callable[..., Result]) -> None:
    """The form for machines is the documented format."""
    import msgspec  # noqa: PLC0415  beside its one use

    done = run("weigh", TARN, "--format", "json")
    report = msgspec.json.decode(done.stdout, type=Report)
    assert (report.format, report.title, report.file) == ("goodoffices.weigh/1", "The Tarn road", Path(TARN).name)
    assert report.answer is not None
    assert report.answer.verdict == "deal"


def test_the_ending_of_the_file_says_the_form(run: Callable[..., Result], tmp_path: Path) -> None:
    """HTML, Markdown and JSON by name; the place is told on standard error."""
    for name, opening in (("deal.html", "<!doctype html>"), ("deal.md", "\n# The Tarn road"), ("deal.json", "{")):
        done = run("weigh", TARN, "-o", str(tmp_path / name))
        assert (tmp_path / name).read_text(encoding="utf-8").lstrip("\n").startswith(opening.lstrip("\n"))
        assert done.stdout == ""
        assert name in done.stderr


def test_html_is_the_usual_form(run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name the page is deal.html."""
    monkeypatch.chdir(tmp_path)
    run("weigh", TARN)
    assert (tmp_path / "deal.html").exists()


def test_the_seed_decides(run: Callable[..., Result]) -> None:
    """The same seed and draws give the same answer, another seed another."""
    said = [
        json.loads(run("weigh", SALTMOUTH, "--format", "json", "--draws", "300", "--seed", seed).stdout)["sureness"]
        for seed in ("1", "1", "2")
    ]
    assert said[0] == said[1]
    assert (said[0]["draws"], said[0]["seed"], said[2]["seed"]) == (300, 1, 2)


def test_explain_names_every_party(run: Callable[..., Result]) -> None:
    """A package by its options, or a solution by its name; Markdown on standard output, that package alone."""
    asked = "Exchange of prisoners=The wounded; Relief road = Open by day; Guns=20 km"
    said = run("weigh", TARN, "--explain", asked).stdout
    assert "**Government: would" in said
    assert "**Hill Front: would" in said
    assert "The wounded" in said
    assert "## What blocks" not in said
    answer = json.loads(run("weigh", TARN, "--explain", "nash", "--format", "json").stdout)
    assert "nash" in answer["packages"][0]["names"]
    assert len(answer["packages"]) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.yaml"], "nowhere.yaml: cannot be read"),
        ([TARN, "--explain", "Guns=5 km"], "the package says nothing of"),
        ([TARN, "--explain", "Gunz=5 km"], "did you mean 'Guns'?"),
        ([TARN, "--explain", "nush"], "is no choice"),
        ([TARN, "--foretell"], "has no position on"),
        ([TARN, "--convert", "ktab"], "KTAB"),
        ([TARN, "-o", "/no/such/place.html"], "cannot write"),
        (["--case", "no-such.goodoffices"], "there is no case"),
    ],
)
def test_an_error_is_one_line_and_status_1(run: Callable[..., Result], arguments: list[str], said: str) -> None:
    """What was handed in wrongly is one line that names it."""
    stderr = run("weigh", *arguments, status=1).stderr
    assert said in stderr
    assert stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        [TARN, "--audience", "GREEN"],
        [TARN, "--convert", "yaml", "--explain", "nash"],
        [TARN, "--convert", "genius"],
        [TARN, "--convert", "yaml", "--format", "md"],
        [TARN, "--draws", "0"],
        [TARN, "--foretell", "--case", "x"],
        ["--convert", "yaml", "--case", "x"],
        [TARN, "--format", "pdf"],
    ],
)
def test_a_wrong_use_is_status_2(run: Callable[..., Result], arguments: list[str]) -> None:
    """What is asked wrongly is told with the right use."""
    assert "Usage: goodoffices weigh" in run("weigh", *arguments, status=2).stderr


def test_a_genius_scenario_comes_back_as_yaml_and_again(run: Callable[..., Result], tmp_path: Path) -> None:
    """A model goes to GENIUS and comes back; where a format cannot say it, it is refused."""
    plain = tmp_path / "plain.yaml"
    plain.write_text(
        "issues: {Capital: [Stays, Moves], Force: [None, Ours]}\n"
        "parties:\n"
        "  North: {weights: {Capital: 60, Force: 40}, reservation: 10,\n"
        "          scores: {Capital: {Stays: 100, Moves: 0}, Force: {None: 40, Ours: 100}}}\n"
        "  South: {weights: {Capital: 50, Force: 50}, reservation: 10,\n"
        "          scores: {Capital: {Stays: 0, Moves: 100}, Force: {None: 100, Ours: 20}}}\n",
        encoding="utf-8",
    )
    run("weigh", str(plain), "--convert", "genius", "-o", str(tmp_path / "scenario"))
    assert {party.name for party in read_model(tmp_path / "scenario").parties} == {"North", "South"}
    text = run("weigh", str(tmp_path / "scenario"), "--convert", "yaml").stdout
    assert "Capital" in text
    run("weigh", str(tmp_path / "scenario"), "-o", str(tmp_path / "deal.html"))
    run("weigh", TARN, "--convert", "genius", "-o", str(tmp_path / "no"), status=1)


def test_positions_foretell_with_their_caution(run: Callable[..., Result], tmp_path: Path) -> None:
    """The weighted mean, eight rounds, and how far off they have been."""
    file = tmp_path / "years.csv"
    file.write_text(POSITIONS, encoding="utf-8")
    said = run("weigh", str(file), "--foretell").stdout
    assert "**7.17**" in said
    assert "hardly better than a mean" in said
    assert "| 8 |" in said


@pytest.fixture
def recorded(place: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Any]:
    """A case, and a way to say which findings its record holds."""

    def holds(findings: Any) -> None:
        monkeypatch.setattr(goodoffices.record.findings, "build", lambda *_, **__: findings)

    return place, holds


def test_a_draft_keeps_what_people_edit(run: Callable[..., Result], recorded: tuple[str, Any], tmp_path: Path) -> None:
    """A model is drafted, and drafted again after the news, which is listed."""
    import newsrooms  # noqa: PLC0415  findings made for drafts

    case, holds = recorded
    holds(newsrooms.first())
    file = tmp_path / "model.yaml"
    assert "goodoffices weigh" in run("weigh", "--case", case, "-o", str(file)).stderr
    drafted = file.read_text(encoding="utf-8")
    assert run("weigh", "--case", case).stdout == drafted
    assert "changes nothing" in run("weigh", "--case", case, "-o", str(file)).stdout
    assert file.read_text(encoding="utf-8") == drafted
    holds(newsrooms.second())
    changes = json.loads(run("weigh", "--case", case, "-o", str(file), "--format", "json").stdout)
    assert changes["format"] == "goodoffices.weigh.draft/1"
    assert changes["changes"]


@pytest.fixture
def confined(tmp_path: Path) -> str:
    """A case with one report, marked RED, from which a deal can be drafted."""
    import newsrooms  # noqa: PLC0415  findings made for drafts

    with create_case(tmp_path / "red.goodoffices") as case:
        for each in newsrooms.room().drafts:
            report = each.report()
            case.add(report, each.statements(report), at=dt.datetime(2021, 4, 1, tzinfo=dt.UTC))
    return str(tmp_path / "red.goodoffices")


def test_sources_stand_with_their_sentences_and_marking(
    run: Callable[..., Result], confined: str, tmp_path: Path
) -> None:
    """A model weighed beside its case quotes the sentences; the report is as restricted as they are."""
    file = str(tmp_path / "model.yaml")
    run("weigh", "--case", confined, "-o", file)
    report = json.loads(run("weigh", file, "--case", confined, "--format", "json").stdout)
    assert report["marking"] == "RED"
    said = [each for rule in report["constraints"] for each in rule["origin"]["statements"]]
    assert said
    assert all(each["quote"] and each["report"] for each in said)
    alone = json.loads(run("weigh", file, "--format", "json").stdout)
    assert alone["marking"] is None
    assert {each["quote"] for rule in alone["constraints"] for each in rule["origin"]["statements"]} == {None}
    page = tmp_path / "deal.html"
    run("weigh", "--case", confined, "-o", str(page))
    assert "TLP:RED" in page.read_text(encoding="utf-8")


def test_a_model_that_rests_on_what_an_audience_may_not_see_is_refused(
    run: Callable[..., Result], confined: str, tmp_path: Path
) -> None:
    """Its numbers would tell; and nothing can be drafted for that audience."""
    file = str(tmp_path / "model.yaml")
    run("weigh", "--case", confined, "-o", file)
    refused = run("weigh", file, "--case", confined, "--audience", "GREEN", "--format", "md", status=1)
    assert "may not see" in refused.stderr
    assert refused.stdout == ""
    assert "no deal to draft" in run("weigh", "--case", confined, "--audience", "GREEN", status=1).stderr

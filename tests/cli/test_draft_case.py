"""`goodoffices draft trace | check | package | packages | provides | log | tracks`: what people and machines get."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

sys.path.append(str(Path(__file__).parents[1] / "draft" / "linking"))  # the made-up talks of that room's tests

from talks import TEXT, report, statements

from goodoffices.record import Marking
from goodoffices.record.store import create_case

Run = Callable[..., Result]
Ask = Callable[..., Any]

MODEL = """issues:
  Release: [In 30 days, In 90 days]
  Force: [No force, Foreign troops]
parties:
  Arvenia:
    weights: {Release: 50, Force: 50}
    scores: {Release: {In 30 days: 40, In 90 days: 100}, Force: {No force: 100, Foreign troops: 0}}
    reservation: 60
  Belmark:
    weights: {Release: 80, Force: 20}
    scores: {Release: {In 30 days: 100, In 90 days: 20}, Force: {No force: 50, Foreign troops: 60}}
    reservation: 50
constraints:
  - {id: red line, party: Arvenia, never: {Force: Foreign troops}}
"""
DRAFT = """---
parties: Arvenia, Belmark
---
1. Prisoners are freed in [Belmark: 30 days {option=in-30-days} | Arvenia: 90 days {option=in-90-days}]. {#people}

2. [Foreign troops are stationed in Arvenia. {option=foreign-troops}] {#force}
"""


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A case with the made-up talks."""
    place = str(tmp_path / "strait.goodoffices")
    with create_case(place) as store:
        store.add(report(), statements(), at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
    return place


@pytest.fixture
def text(tmp_path: Path) -> str:
    """The made-up text."""
    return written(tmp_path / "strait.md", TEXT)


@pytest.fixture
def draft(tmp_path: Path) -> str:
    """A text that is linked to the model."""
    return written(tmp_path / "draft.md", DRAFT)


@pytest.fixture
def model(tmp_path: Path) -> str:
    """A deal model of two issues."""
    return written(tmp_path / "deal.yaml", MODEL)


def written(place: Path, words: str) -> str:
    """A file with these words."""
    place.write_text(words, encoding="utf-8")
    return str(place)


def test_trace_says_who_is_for_and_against(ask: Ask, run: Run, text: str, case: str) -> None:
    """Each provision with its bearings; conflicts, what has no reply, claims and the balance with its weights."""
    found = ask("draft", "trace", text, "--case", case)
    by_id = {each["id"]: each["bearings"] for each in found["provisions"]}
    assert by_id["force"][0]["direction"] == "against"
    assert by_id["force"][0]["sentence"] == "Arvenia rejects foreign troops on its soil."
    assert [each["provision"] for each in found["conflicts"]] == ["force", "islands"]
    assert "compensation for the flooded valley" in {each["text"] for each in found["unanswered"]}
    assert [each["verdict"] for each in found["claims"]] == ["open"]
    assert found["balance"]["weights"]["act"] == 1.0
    said = run("draft", "trace", text, "--case", case).output
    assert "Article 1(1): against: Arvenia rejects" in said
    assert "No reply: Arvenia demands" in said
    assert "Weights, a convention" in said


def test_trace_for_an_audience_tells_nothing_of_what_it_may_not_see(ask: Ask, run: Run, text: str, case: str) -> None:
    """Once the report is marked, nothing of it is left for others, and no id or count differs from an empty case."""
    run("case", "mark", case, report().id, "AMBER", "--by", "Ana", "--why", "asked for")
    found = ask("draft", "trace", text, "--case", case, "--audience", Marking.GREEN.value)
    assert all(not each["bearings"] for each in found["provisions"])
    assert [found[each] for each in ("conflicts", "unanswered", "claims")] == [[], [], []]


def test_check_with_a_case_and_a_model(ask: Ask, run: Run, draft: str, model: str, case: str) -> None:
    """Mandates point by point, with the alternative at issue; what has no answer; the keys of ever stay."""
    found = ask("draft", "check", draft, "--model", model, "--case", case)
    assert {"problems", "sequence"} <= set(found)
    outside = [each for each in found["mandates"] if each["verdict"] == "outside"]
    assert {(each["party"], each["provision"]) for each in outside} == {("Arvenia", "force")}
    assert any(one["reason"] for each in outside for one in each["crossings"])
    assert found["coverage"]["unanswered"]
    assert "outside a red line of Arvenia" in run("draft", "check", draft, "--model", model).output


def test_check_says_what_an_edit_made_cross(ask: Ask, draft: str, model: str, tmp_path: Path) -> None:
    """Against an earlier text only the new crossing is named."""
    before = written(tmp_path / "before.md", "1. Prisoners are released. {#people}\n")
    found = ask("draft", "check", draft, "--model", model, "--before", before)
    assert {each["provision"] for each in found["new_crossings"]} == {"force"}
    assert ask("draft", "check", draft, "--model", model, "--before", draft)["new_crossings"] == []


def test_check_without_a_case_is_as_it_was(ask: Ask, run: Run, draft: str) -> None:
    """No key is added, and options that go with a case are refused."""
    assert "mandates" not in ask("draft", "check", draft)
    assert "go with --case" in run("draft", "check", draft, "--before", draft, status=2).output


def test_package_writes_the_full_text(run: Run, draft: str, model: str, tmp_path: Path) -> None:
    """To standard output or a file; no bracket is left."""
    chosen = ("--set", "Release=In 90 days", "--set", "force=no-force")
    source = run("draft", "package", draft, "--model", model, *chosen).stdout
    assert "in 90 days." in source
    assert "[" not in source
    assert "package: Release=In 90 days; Force=No force" in source
    place = tmp_path / "full.md"
    run("draft", "package", draft, "--model", model, *chosen, "-o", str(place))
    assert place.read_text(encoding="utf-8") == source


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (("Release=In 90 days",), "says nothing of 'Force'"),
        (("Release=In 90 days", "Force=Some"), "no option 'Some'"),
        (("Release",), "is no choice"),
    ],
)
def test_a_package_that_cannot_be_written_is_one_line(
    run: Run, draft: str, model: str, chosen: tuple[str, ...], message: str
) -> None:
    """What is missing or wrong is named; a choice that is none is a fault of usage."""
    options = [each for one in chosen for each in ("--set", one)]
    status = 2 if "no choice" in message else 1
    assert message in run("draft", "package", draft, "--model", model, *options, status=status).output


def test_packages_are_weighed(ask: Ask, run: Run, draft: str, model: str) -> None:
    """How many the text allows, who would sign how many, and those that all would sign."""
    found = ask("draft", "packages", draft, "--model", model)
    assert found["allowed"] == 4
    assert found["weighed"]["looked_at"] == 4
    # Arvenia: 70 and 100 without a force (a red line keeps it from signing one); Belmark: 90 and 26, 92 and 28
    assert {each["party"]: each["signs"] for each in found["weighed"]["parties"]} == {"Arvenia": 2, "Belmark": 2}
    assert [each["package"] for each in found["weighed"]["packages"]] == [
        {"Release": "In 30 days", "Force": "No force"}
    ]
    assert "The text allows 4 packages" in run("draft", "packages", draft, "--model", model).output


def test_proposed_options_are_written_for_a_person_to_edit(run: Run, model: str, tmp_path: Path) -> None:
    """The text with links goes to the file; the file that was read stays as it was."""
    bare = written(tmp_path / "bare.md", "1. Prisoners are released in [30 days | 90 days]. {#a}\n")
    place = tmp_path / "linked.md"
    assert "Proposed:" in run("draft", "packages", bare, "--model", model, "-o", str(place)).output
    assert 'option="Release=In 30 days"' in place.read_text(encoding="utf-8")
    assert "option" not in Path(bare).read_text(encoding="utf-8")


def test_provides_lists_measures_and_gaps(ask: Ask, run: Run, tmp_path: Path) -> None:
    """Measures with their parts, milestones, ties; one kind alone where asked; another kind is an error."""
    words = "1. Southland shall withdraw its forces to the river within 20 days of signing.\n\n2. Prisoners go.\n"
    text = written(tmp_path / "plan.md", words)
    found = ask("draft", "provides", text)
    assert [each["kind"] for each in found["measures"]] == ["withdrawal", "confidence"]
    assert found["milestones"][0]["days"] == 20
    only = run("draft", "provides", text, "--kind", "withdrawal").output
    assert "not found: verified by whom" in only
    assert "Confidence measure" not in only
    assert "is no kind of measure" in run("draft", "provides", text, "--kind", "x", status=1).output


def test_log_and_tracks(ask: Ask, run: Run, tmp_path: Path, case: str) -> None:
    """Versions kept on the command line come back with their reasons; two histories are set side by side."""
    first = written(tmp_path / "1.md", "1. The road is opened. {#road}\n\n2. Prisoners are freed. {#free}\n")
    second = written(tmp_path / "2.md", "1. Prisoners are freed. {#free}\n")
    history, other = str(tmp_path / "plan.md"), str(tmp_path / "other.md")
    run("draft", "keep", history, first, "--date", "2026-03-01", "--author", "Ana")
    run("draft", "keep", other, first, "--date", "2026-03-01", "--author", "Ana")
    note = "The road goes to a side letter."
    run("draft", "keep", history, second, "--date", "2026-03-02", "--note", note, "--marking", "AMBER")
    found = ask("draft", "log", history, "--case", case)
    assert [each["reason"]["words"] for each in found["versions"][1]["acts"] if each["change"] == "dropped"] == [note]
    assert any("leaked" in each["sentence"] for each in found["publication_in_reports"])
    assert len(ask("draft", "log", history, "--audience", "GREEN")["versions"]) == 1
    assert "dropped" not in json.dumps(ask("draft", "log", history, "--audience", "GREEN"))
    apart = ask("draft", "tracks", history, other)
    assert apart["course"][0]["distance"] == 0
    assert apart["course"][-1]["distance"] > 0


def test_accept_says_what_the_edit_puts_outside_a_mandate(run: Run, model: str, tmp_path: Path) -> None:
    """Accepting a text that a party's red line excludes says so at once; the bracket itself was no news."""
    source = (
        "---\nparties: Arvenia, Belmark\n---\n"
        "1. Along the strait [Arvenia: nobody {option=no-force} | Belmark: [none {option=no-force} | Foreign troops"
        " {option=foreign-troops}]] stands guard. {#force}\n\n2. Roads open. {#roads}\n"
    )
    draft = written(tmp_path / "edited.md", source)
    result = run("draft", "accept", draft, "--bracket", "1", "--alternative", "1", "--model", model)
    assert "No longer: 1: outside a red line of Arvenia" in result.stderr
    assert "New:" not in result.stderr


def test_merge_says_what_it_newly_puts_outside_a_mandate(run: Run, model: str, draft: str, tmp_path: Path) -> None:
    """An edit that brings what a red line excludes is told with the party, and one that does not is told as clean."""
    base = written(tmp_path / "base.md", "---\nparties: Arvenia, Belmark\n---\n1. Roads open. {#roads}\n")
    edit = written(
        tmp_path / "edit.md",
        "---\nparties: Arvenia, Belmark\n---\n1. Roads open. {#roads}\n\n"
        "2. Foreign troops are stationed. {#force option=foreign-troops}\n",
    )
    told = run("draft", "merge", base, f"Belmark={edit}", "--model", model).stderr
    assert "New: 2: outside a red line of Arvenia" in told
    clean = run("draft", "reject", draft, "--bracket", "1", "--alternative", "1", "--model", model).stderr
    assert "The edit puts nothing outside a mandate" in clean


def test_edit_without_a_model_says_nothing_of_mandates(run: Run, draft: str) -> None:
    """Without a case or a model there is nothing to hold the edit against; --for without one is refused."""
    assert "mandate" not in run("draft", "accept", draft, "force").stderr
    assert run("draft", "accept", draft, "force", "--for", "team", status=2).exit_code == 2


@pytest.mark.parametrize(("form", "sign"), [("html", "</html>"), ("md", "Arvenia")])
def test_page_of_a_check_shows_what_the_case_says(  # noqa: PLR0917  fixtures and cases
    run: Run, text: str, case: str, tmp_path: Path, form: str, sign: str
) -> None:  # fixtures and cases
    """The page and the Markdown of a check hold who asks for a provision and who speaks against it."""
    place = tmp_path / f"draft.{form}"
    assert run("draft", "check", text, "--case", case, "-o", str(place)).exit_code == 0
    bare = tmp_path / f"bare.{form}"
    run("draft", "check", text, "-o", str(bare))
    assert sign in place.read_text(encoding="utf-8")
    assert len(place.read_text(encoding="utf-8")) > len(bare.read_text(encoding="utf-8")) + 500

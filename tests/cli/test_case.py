"""`goodoffices case`: every command, on a small case whose content is known."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from made import PARTY, report, statements

from goodoffices.record import Marking
from goodoffices.record.store import open_case
from goodoffices.record.verify import verify

Run = Callable[..., Result]
Ask = Callable[..., Any]

FIRST, SECOND = report(1), report(2)


def test_a_case_is_made_once(run: Run, tmp_path: Path) -> None:
    """`new` makes the file and says so; a second time it is refused."""
    place = str(tmp_path / "talks.goodoffices")
    assert run("case", "new", place).stdout == f"Made the case {place}\n"
    assert "already" in run("case", "new", place, status=1).stderr


@pytest.mark.usefixtures("ready_made")
def test_add_keeps_what_it_reads_and_lists_the_rest(place: str, ask: Ask) -> None:
    """Each report is told of with its statements, each thing that was not taken with its reason."""
    said = ask("case", "add", place, "1", "broken.pdf", "2", "--marking", "TLP:GREEN")
    assert said["format"] == "goodoffices.case.add/1"
    assert [(each["id"], each["known"], each["statements"], each["marking"]) for each in said["reports"]] == [
        (FIRST.id, False, 3, "GREEN"),
        (SECOND.id, False, 3, "GREEN"),
    ]
    assert said["rejections"] == [{"what": "broken.pdf", "reason": "it is binary"}]
    with open_case(place) as case:
        assert [each.what for each in case.view(Marking.RED).rejections()] == ["s1", "broken.pdf", "s2"]
        assert verify(case).faults == ()


def test_add_twice_changes_nothing_and_says_so(full: str, run: Run) -> None:
    """A known report is named as known; that a wished marking was not given to it is said too."""
    said = run("case", "add", full, "1", "--marking", "RED").stdout
    assert "known already" in said
    assert "goodoffices case mark" in said
    with open_case(full) as case:
        assert case.view(Marking.RED).report(FIRST.id).marking is Marking.CLEAR


@pytest.mark.usefixtures("ready_made")
def test_add_of_nothing_readable_fails(place: str, run: Run) -> None:
    """Where no report at all could be read, it is one line with the first reason, and status 1."""
    said = run("case", "add", place, "a.bin", "b.bin", status=1).stderr
    assert said == "Error: no report could be read: a.bin: it is binary\n"


@pytest.mark.usefixtures("ready_made")
def test_what_was_not_taken_is_told_on_standard_error(place: str, run: Run) -> None:
    """Text for people keeps the answer and the complaints apart, and no name of a file moves the cursor."""
    result = run("case", "add", place, "1", "\x1b[31mred\nfile")
    assert "Not taken: \N{REPLACEMENT CHARACTER}[31mred" in result.stderr
    assert "red" not in result.stdout


def test_list_shows_the_reports(full: str, ask: Ask, run: Run) -> None:
    """Each report has what is known of it, its length and counts, and no text."""
    said = ask("case", "list", full)
    assert said["format"] == "goodoffices.case.list/1"
    assert [each["id"] for each in said["reports"]] == [FIRST.id, SECOND.id]
    first = said["reports"][0]
    assert (first["characters"], first["statements"], first["published"]) == (
        len(FIRST.text),
        {"actor": 1, "position": 2},
        "2026-03-02",
    )
    assert "text" not in first
    assert "AMBER" in run("case", "list", full).stdout.splitlines()[1]


def test_list_shows_the_statements_of_a_kind(full: str, ask: Ask, run: Run) -> None:
    """Statements come with their evidence; in text, actors have their names."""
    said = ask("case", "list", full, "--kind", "position")
    assert [each["id"] for each in said["statements"]] == [
        each.id for of in (FIRST, SECOND) for each in statements(of) if each.kind == "position"
    ]
    assert {each["kind"] for each in said["statements"]} == {"position"}
    assert "Arvenia · " in run("case", "list", full, "--kind", "position").stdout
    assert run("case", "list", full, "--kind", "meeting").stdout == "No statements of this kind.\n"


def test_an_audience_sees_only_its_own(full: str, ask: Ask, run: Run) -> None:
    """What is marked AMBER is in no list, count, search or error for GREEN, and is there for AMBER."""
    green = [
        run("case", *command, "--audience", "GREEN").stdout
        for command in (["list", full], ["list", full, "--kind", "position"], ["search", full, "bridge"])
    ]
    assert not any(SECOND.id in text or "Bridge 2" in text for text in green)
    assert len(ask("case", "list", full, "--audience", "AMBER")["reports"]) == 2
    hidden = run("case", "show", full, SECOND.id, "--audience", "GREEN", status=1).stderr
    missing = run("case", "show", full, "r-aaaaaaaaaaaaaaaa", "--audience", "GREEN", status=1).stderr
    assert hidden.replace(SECOND.id, "") == missing.replace("r-aaaaaaaaaaaaaaaa", "")


def test_as_of_a_day_means_all_of_it(full: str, ask: Ask) -> None:
    """A day is shown to its end; before the case was made there was nothing."""
    with open_case(full) as case:
        learned = case.view(Marking.RED).lines()[1].at
    assert len(ask("case", "list", full, "--as-of", learned.date().isoformat())["reports"]) == 2
    assert ask("case", "list", full, "--as-of", "2020-01-01")["reports"] == []
    exact = ask("case", "list", full, "--as-of", learned.isoformat())
    assert len(exact["reports"]) == 2
    assert exact["as_of"].startswith(learned.isoformat()[:19])


def test_show_a_report_with_its_statements(full: str, ask: Ask, run: Run) -> None:
    """A report comes whole, with what was found in it."""
    said = ask("case", "show", full, FIRST.id)
    assert (said["is"], said["thing"]["text"]) == ("report", FIRST.text)
    assert [each["id"] for each in said["statements"]] == [each.id for each in statements(FIRST)]
    assert "Lindholm Post" in run("case", "show", full, FIRST.id).stdout


def test_show_a_statement_with_its_evidence_in_context(full: str, ask: Ask, run: Run) -> None:
    """The quote stands between what is before and behind it in the report's text, and is marked in text."""
    one = statements(FIRST)[1]
    said = ask("case", "show", full, one.id)
    span = said["evidence"][0]
    assert FIRST.text[: span["start"]].endswith(span["before"])
    assert span["before"] + span["quote"] + span["after"] in FIRST.text
    text = run("case", "show", full, one.id).stdout
    assert f"[[{one.evidence[0].quote}]]" in text
    assert "Bridge 1" in text


def test_show_a_finding_and_an_actor(full: str, ask: Ask, run: Run) -> None:
    """An actor's id leads to the finding that there is such an actor; a finding has all its evidence."""
    by_actor = ask("case", "show", full, PARTY)
    by_id = ask("case", "show", full, by_actor["thing"]["id"])
    assert by_id == by_actor
    assert by_id["is"] == "finding"
    assert sorted(by_id["thing"]["reports"]) == sorted([FIRST.id, SECOND.id])
    assert len(by_id["evidence"]) == 2
    assert "Arvenia (state)" in run("case", "show", full, PARTY).stdout
    assert ask("case", "show", full, PARTY, "--audience", "GREEN")["thing"]["reports"] == [FIRST.id]


def test_judge_keeps_a_word_that_show_tells(full: str, ask: Ask, run: Run) -> None:
    """A judgement is stored with who and why, is shown beside what it is on, and can be taken back."""
    one = statements(FIRST)[1]
    said = ask("case", "judge", full, one.id, "unsure", "--by", "Ana", "--why", "hearsay")["judgement"]
    assert (said["target"], said["verdict"], said["by"], said["why"]) == (one.id, "unsure", "Ana", "hearsay")
    assert "judged unsure by Ana" in run("case", "show", full, one.id).stdout
    run("case", "judge", full, said["id"], "retract", "--by", "Ana", "--why", "heard it")
    words = ask("case", "show", full, one.id)["judgements"]
    assert [each["verdict"] for each in words] == ["unsure", "retract"]
    assert ask("case", "show", full, said["id"])["thing"] == said
    assert "hearsay" in run("case", "show", full, said["id"]).stdout


def test_a_finding_is_judged_with_what_it_rests_on(full: str, ask: Ask) -> None:
    """The word on a finding names its statements, and is hidden from whoever may not see them all."""
    found = ask("case", "show", full, PARTY)["thing"]
    said = ask("case", "judge", full, found["id"], "confirm", "--by", "Ana", "--why", "plain")["judgement"]
    assert sorted(said["statements"]) == sorted(statements(each)[0].id for each in (FIRST, SECOND))
    assert ask("case", "show", full, PARTY, "--audience", "GREEN")["judgements"] == []
    assert ask("case", "show", full, PARTY)["thing"]["verdict"] == "confirm"


def test_two_things_are_the_same(full: str, ask: Ask) -> None:
    """`same-as` keeps both ids."""
    one, two = statements(FIRST)[1], statements(SECOND)[1]
    said = ask("case", "judge", full, one.id, "same-as", "--other", two.id, "--by", "Ana", "--why", "one point")
    assert (said["judgement"]["target"], said["judgement"]["other"]) == (one.id, two.id)


@pytest.mark.parametrize("as_file", [False, True])
def test_a_correction_names_only_what_changes(full: str, ask: Ask, tmp_path: Path, *, as_file: bool) -> None:
    """What is not named stays as it was; the JSON may stand in a file."""
    one = statements(FIRST)[1]
    changes = '{"stance": "demands", "firm": true}'
    if as_file:
        (tmp_path / "change.json").write_text(changes, encoding="utf-8")
        changes = str(tmp_path / "change.json")
    said = ask("case", "judge", full, one.id, "correct", "--correction", changes, "--by", "Ana", "--why", "misread")
    corrected = said["judgement"]["correction"]
    assert (corrected["stance"], corrected["firm"], corrected["text"]) == ("demands", True, one.content.text)


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        ("{", "no JSON object"),
        ('{"colour": "red"}', "has no 'colour'"),
        ('{"stance": "shrugs"}', "is no position"),
        ("no-such-file.json", "No such file"),
    ],
)
def test_a_correction_that_is_none_is_refused(full: str, run: Run, correction: str, said: str) -> None:
    """The message says what the correction should be."""
    arguments = ("case", "judge", full, statements(FIRST)[1].id, "correct", "--by", "Ana", "--why", "misread")
    assert said in run(*arguments, "--correction", correction, status=1).stderr


def test_a_report_is_not_judged(full: str, run: Run) -> None:
    """A report is a text; what it says is judged, or it is retired."""
    said = run("case", "judge", full, FIRST.id, "reject", "--by", "Ana", "--why", "a hoax", status=1).stderr
    assert "goodoffices case retire" in said


def test_mark_retire_and_restore(full: str, run: Run, ask: Ask) -> None:
    """A marking holds from now on, a retired report is out of every list, a restored one is back."""
    ask("case", "mark", full, FIRST.id, "RED", "--by", "Ana", "--why", "leaked")
    assert ask("case", "list", full, "--audience", "GREEN")["reports"] == []
    run("case", "mark", full, FIRST.id, "CLEAR")
    assert len(ask("case", "list", full, "--audience", "GREEN")["reports"]) == 1
    run("case", "retire", full, FIRST.id, "--by", "Ana", "--why", "a hoax")
    assert [each["id"] for each in ask("case", "list", full)["reports"]] == [SECOND.id]
    run("case", "restore", full, FIRST.id, "--by", "Bo", "--why", "it was right")
    assert len(ask("case", "list", full)["reports"]) == 2
    assert "holds no 'r-x'" in run("case", "mark", full, "r-x", "RED", status=1).stderr


def test_search_finds_words_in_their_place(full: str, ask: Ask, run: Run) -> None:
    """Hits have evidence; text shows it in context; a search for nothing is one line."""
    said = ask("case", "search", full, '"demands the elysee"')
    assert [each["report"] for each in said["hits"]] == [SECOND.id, FIRST.id]
    assert said["hits"][0]["evidence"][0]["quote"] == "demands the Élysée"
    assert "Arvenia [[demands the Élysée]]’s" in run("case", "search", full, '"demands the elysee"').stdout
    assert run("case", "search", full, "absent").stdout == "No report holds these words.\n"
    assert "no word" in run("case", "search", full, "?!", status=1).stderr


def test_export_and_import_give_the_same_case(full: str, run: Run, ask: Ask, tmp_path: Path) -> None:
    """What one case writes another takes, to the byte; for an audience, only what it may see."""
    out, copy = tmp_path / "talks.jsonl", str(tmp_path / "copy.goodoffices")
    run("case", "export", full, "-o", str(out))
    run("case", "new", copy)
    assert ask("case", "import", copy, str(out))["imported"]["reports"] == 2
    assert run("case", "export", copy).stdout_bytes == out.read_bytes()
    green = run("case", "export", full, "--audience", "GREEN").stdout
    assert SECOND.id not in green
    assert FIRST.id in green


def test_an_export_that_fails_leaves_the_file_as_it_was(run: Run, tmp_path: Path) -> None:
    """A file is replaced once all of the export is written, not before."""
    out = tmp_path / "talks.jsonl"
    out.write_text("the last export", encoding="utf-8")
    run("case", "export", str(tmp_path / "missing"), "-o", str(out), status=1)
    assert out.read_text(encoding="utf-8") == "the last export"
    assert (
        "no exported case"
        in run("case", "new", str(tmp_path / "c")).stdout
        + run("case", "import", str(tmp_path / "c"), str(out), status=1).stderr
    )


def test_verify_lists_the_faults(full: str, run: Run, ask: Ask) -> None:
    """A whole case is status 0; a changed one is status 1, with each fault."""
    assert run("case", "verify", full).stdout == "2 reports, 6 statements, 10 quotes, 0 judgements: no faults\n"
    assert ask("case", "verify", full)["faults"] == []
    with closing(sqlite3.connect(full)) as connection:  # behind the program's back
        connection.execute("UPDATE report_text SET utf8 = x'00' WHERE report = 1")
        connection.commit()
    said = json.loads(run("case", "verify", full, "--format", "json", status=1).stdout)
    assert {each["what"] for each in said["faults"]} >= {FIRST.id}
    assert f"{FIRST.id}: " in run("case", "verify", full, status=1).stdout


@pytest.mark.parametrize(
    "command",
    [
        ["add", "{}", "x.txt"],
        ["list", "{}"],
        ["show", "{}", "s-1"],
        ["search", "{}", "x"],
        ["judge", "{}", "s-1", "confirm", "--by", "a", "--why", "b"],
        ["mark", "{}", "r-1", "RED"],
        ["retire", "{}", "r-1", "--by", "a", "--why", "b"],
        ["restore", "{}", "r-1", "--by", "a", "--why", "b"],
        ["export", "{}"],
        ["verify", "{}"],
    ],
)
def test_no_command_works_on_what_is_no_case(run: Run, tmp_path: Path, command: list[str]) -> None:
    """A missing case, a folder and a text file are one line each, for every command."""
    text = tmp_path / "notes.txt"
    text.write_text("no case", encoding="utf-8")
    for place in (tmp_path / "missing", tmp_path, text):
        said = run("case", *[each.format(place) for each in command], status=1).stderr
        assert said.startswith("Error: ")
        assert said.count("\n") == 1
    assert text.read_text(encoding="utf-8") == "no case"

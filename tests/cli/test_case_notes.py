"""`goodoffices case`: what analysts put on record, walls, and the log of what was shared."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from made import PARTY, report, statements

Run = Callable[..., Result]
Ask = Callable[..., Any]

FIRST, SECOND = report(1), report(2)
CLAIM, CORRECTION = statements(FIRST)[1].id, statements(SECOND)[1].id
SIGNED = ("--by", "Ana", "--why", "minutes of 3 May")


def test_a_status_without_its_content(full: str, run: Run, ask: Ask) -> None:
    """It goes on record with source and marking; a sealed one takes no content."""
    sealed = ("case", "status", full, "detainees", "agreed", "--sealed", "--source", "a delegate", *SIGNED)
    note = ask(*sealed, "--marking", "amber")["note"]
    assert note["content"] == {
        "type": "status",
        "issue": "detainees",
        "status": "agreed",
        "source": "a delegate",
        "sealed": True,
        "text": "",
    }
    assert [each["id"] for each in ask("case", "notes", full)["notes"]] == [note["id"]]
    assert ask("case", "notes", full, "--audience", "GREEN")["notes"] == []
    assert "content sealed" in run("case", "notes", full).stdout
    assert "sealed" in run(*sealed, "--text", "all for all", status=1).stderr


def test_who_was_consulted_and_what_they_said(full: str, run: Run, ask: Ask) -> None:
    """Every answer is kept, the latest of each on each text stands."""
    for party, answer in (("Farmers", "objects"), ("Elders", "no-answer"), ("Farmers", "endorses")):
        run("case", "consult", full, party, "draft 2", answer, *SIGNED, "--day", "2026-03-05")
    every = ask("case", "notes", full, "--kind", "consultation")["notes"]
    standing = ask("case", "notes", full, "--kind", "consultation", "--latest")["notes"]
    said = [[(each["content"]["party"], each["content"]["answer"]) for each in notes] for notes in (every, standing)]
    assert said[0] == [("Farmers", "objects"), ("Elders", "no-answer"), ("Farmers", "endorses")]
    assert said[1] == [("Elders", "no-answer"), ("Farmers", "endorses")]
    assert every[0]["day"] == "2026-03-05"
    assert every[0]["by"] == "Ana"


def test_a_failed_attempt_is_registered(full: str, run: Run) -> None:
    """Who tried what, and how it ended."""
    told = run("case", "attempt", full, "a truce", "failed", "--tried-by", "United States", *SIGNED).stdout
    assert "United States tried a truce: failed" in told


def test_the_correction_stands_beside_the_claim(full: str, run: Run, ask: Ask) -> None:
    """In the list and on the page of the claim, in the words of the report; not for those who may not see it."""
    run("case", "rumour", full, CLAIM, "refuted", "--correction", CORRECTION, *SIGNED)
    quote = statements(SECOND)[1].evidence[0].quote.strip()
    line = next(each for each in run("case", "list", full, "--kind", "position").stdout.splitlines() if CLAIM in each)
    assert line.endswith(f"[claim refuted: “{quote}” ({CORRECTION})]")
    assert f"refuted: “{quote}”" in run("case", "show", full, CLAIM).stdout
    listed = ask("case", "list", full, "--kind", "position")["statements"]
    assert [each["claim"]["by"] for each in listed if "claim" in each] == ["Ana"]
    assert "claim refuted" not in run("case", "list", full, "--kind", "position", "--audience", "GREEN").stdout


def test_a_claim_that_goes_about(full: str, run: Run) -> None:
    """It needs no report; a refutation needs the correcting sentence."""
    assert "unverified" in run("case", "rumour", full, "the envoy resigned", "unverified", *SIGNED).stdout
    refuted = ("case", "rumour", full, "the envoy resigned", "refuted", *SIGNED)
    assert "needs the correction" in run(*refuted, status=1).stderr
    assert "refuted: He did not." in run(*refuted, "--text", "He did not.").stdout
    standing = run("case", "notes", full, "--kind", "rumour", "--latest").stdout
    assert "unverified" not in standing


def test_an_assessment_is_shown_with_its_grounds(full: str, ask: Ask, run: Run) -> None:
    """It names the reports and statements that it rests on, its caveats, and is as restricted as they are."""
    grounds = ("--rests-on", FIRST.id, "--rests-on", CORRECTION)
    note = ask(
        "case", "assess", full, "both regroup", "--confidence", "low", "--caveat", "one source", *grounds, *SIGNED
    )["note"]
    assert note["rests_on"] == sorted((FIRST.id, CORRECTION))
    assert ask("case", "notes", full, "--audience", "GREEN")["notes"] == []
    assert ask("case", "show", full, note["id"])["thing"]["marking"] == "AMBER"
    assert "but one source" in run("case", "show", full, note["id"]).stdout
    assert "both regroup" in run("case", "show", full, FIRST.id).stdout
    assert "is a note" in run("case", "judge", full, note["id"], "confirm", *SIGNED, status=1).stderr


def test_a_finding_is_named_by_its_statements(full: str, ask: Ask) -> None:
    """A finding is rebuilt at will: the note rests on the statements that it is merged from."""
    note = ask("case", "assess", full, "x", "--confidence", "low", "--rests-on", PARTY, *SIGNED)["note"]
    assert set(note["rests_on"]) == {statements(FIRST)[0].id, statements(SECOND)[0].id}


def test_tracks_have_walls(full: str, run: Run, ask: Ask) -> None:
    """What is confined to a track is shown to it and to the keepers, in every command."""
    run("case", "confine", full, FIRST.id, "Security Track", *SIGNED)

    def seen(*options: str) -> list[str]:
        return [each["id"] for each in ask("case", "list", full, *options)["reports"]]

    assert seen() == [FIRST.id, SECOND.id]
    assert seen("--audience", "GREEN") == seen("--audience", "GREEN", "--for", "humanitarian track") == []
    assert seen("--audience", "GREEN", "--for", "security track") == [FIRST.id]
    inside = ("--audience", "GREEN", "--for", "security track")
    assert ask("case", "search", full, "bridge", *inside)["hits"]
    assert ask("case", "search", full, "bridge", "--audience", "GREEN")["hits"] == []
    run("case", "show", full, FIRST.id, *inside)
    run("case", "show", full, FIRST.id, "--audience", "GREEN", status=1)
    run("case", "confine", full, FIRST.id, "security track", "--lift", *SIGNED)
    assert seen("--audience", "GREEN") == [FIRST.id]


def test_each_audience_is_counted(full: str, ask: Ask, run: Run) -> None:
    """The public view and the restricted ones, with what each is without."""
    views = {each["audience"]: each for each in ask("case", "views", full)["views"]}
    assert (views["CLEAR"]["reports"], views["CLEAR"]["without"]) == (1, [SECOND.id])
    assert (views["RED"]["reports"], views["RED"]["without"]) == (2, [])
    assert f"without {SECOND.id}" in run("case", "views", full).stdout


def test_what_is_exported_to_somebody_is_logged(full: str, run: Run, ask: Ask, tmp_path: Path) -> None:
    """With the audience, the file's hash and the moment, so that a claim to have been told can be checked later."""
    file = tmp_path / "eu.jsonl"
    run("case", "export", full, "--audience", "GREEN", "--for", "EU", "--to", "EU", *SIGNED, "-o", str(file))
    run("case", "share", full, CORRECTION, "--to", "UN", "--how", "briefing", *SIGNED)
    run("case", "mark", full, SECOND.id, "CLEAR", *SIGNED)
    shared = ask("case", "shared", full, "--to", "eu")["shared"]
    assert shared[0]["content"]["digest"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert shared[0]["content"]["circles"] == ["eu"]
    told = {
        each["content"]["to"]: each["shown"] for each in ask("case", "shared", full, "--thing", CORRECTION)["shared"]
    }
    assert told == {"EU": False, "UN": True}
    assert "shown  " in run("case", "shared", full, "--thing", CLAIM).stdout
    assert [each["shown"] for each in ask("case", "shared", full, "--thing", CLAIM)["shared"]] == [True, False]
    assert ask("case", "notes", full, "--audience", "AMBER")["notes"] == []


@pytest.mark.parametrize("options", [("--to", "EU"), ("--for", "EU")])
def test_an_export_is_not_half_said(full: str, run: Run, options: tuple[str, ...]) -> None:
    """Who shows something says who and why; a circle goes with an audience."""
    run("case", "export", full, *options, status=2)


def test_a_note_comes_and_goes_and_is_replayed(full: str, run: Run, ask: Ask) -> None:
    """Retired, it is gone from now on and kept; the day before, it was not there."""
    note = ask("case", "attempt", full, "a truce", "failed", "--tried-by", "Norway", *SIGNED)["note"]["id"]
    run("case", "retire", full, note, *SIGNED)
    assert ask("case", "notes", full)["notes"] == []
    run("case", "restore", full, note, *SIGNED)
    assert len(ask("case", "notes", full)["notes"]) == 1
    assert ask("case", "notes", full, "--as-of", "2020-01-01")["notes"] == []
    assert "1 notes: no faults" in run("case", "verify", full).stdout


def test_a_brief_of_a_case_is_for_one_track(full: str, run: Run) -> None:
    """What is confined to another track has no part in it; a circle goes with a case."""
    run("case", "confine", full, FIRST.id, "security track", *SIGNED)

    def told(*options: str, status: int = 0) -> str:
        return run("brief", "--case", full, "--format", "md", "--audience", "AMBER", *options, status=status).stdout

    assert FIRST.title not in told()
    assert SECOND.title in told()
    assert FIRST.title in told("--for", "security track")
    run("brief", "x.txt", "--for", "security track", status=2)

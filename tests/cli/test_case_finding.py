"""`goodoffices case add-finding`: what the readers missed, from the words of a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from click.testing import Result
from made import PARTY, report

from goodoffices.record import Marking
from goodoffices.record.store import open_case
from goodoffices.record.verify import verify

Run = Callable[..., Result]
Ask = Callable[..., Any]

FIRST = report(1)
WORDS = "It rejects point 1 of the plan."
SAYS = '{"party": "Arvenia", "issue": "process", "stance": "rejects"}'


def test_a_finding_is_added_and_shown_with_who_did(full: str, ask: Ask, run: Run) -> None:
    """From its words or its place; the same again is known; `show` tells who added it, and the case proves."""
    given = ("case", "add-finding", full, FIRST.id, "position", "--words", WORDS, "--says", SAYS, "--by", "Ana")
    said = ask(*given, "--why", "overlooked")
    assert (said["format"], said["known"]) == ("goodoffices.case.add-finding/1", False)
    assert said["statement"]["content"]["party"] == PARTY
    assert "added by:   Ana, 20" in run("case", "show", full, said["statement"]["id"]).stdout
    assert ask(*given)["known"]
    start = FIRST.text.index("It rejects")
    placed = ask(*given[:5], "--at", f"{start}-{start + 10}", *given[7:], "--new", "Fen=group")
    assert placed["statement"]["evidence"][0]["quote"] == "It rejects"
    with open_case(full) as case:
        assert verify(case).faults == ()
        assert [each.by for each in case.audit_log(act="extend")] == ["Ana", "Ana"]
        assert case.view(Marking.RED).statement(said["statement"]["id"]).added is not None


def test_what_does_not_fit_is_one_line(full: str, run: Run) -> None:
    """Words that are not there, an actor whom nobody knows, a place that is none, a report that is not there."""
    start = ("case", "add-finding", full)
    more = ("--says", SAYS, "--by", "Ana")
    assert (
        "does not hold these words" in run(*start, FIRST.id, "position", "--words", "Not so.", *more, status=1).stderr
    )
    assert "is no place" in run(*start, FIRST.id, "position", "--at", "here", *more, status=1).stderr
    assert "holds no" in run(*start, "r-never", "position", "--words", WORDS, *more, status=1).stderr
    fen = SAYS.replace("Arvenia", "Fenland")
    said = run(*start, FIRST.id, "position", "--words", WORDS, "--says", fen, "--by", "Ana", status=1).stderr
    assert "nobody called 'Fenland'" in said
    assert (
        "no JSON" in run(*start, FIRST.id, "position", "--words", WORDS, "--says", "{", "--by", "Ana", status=1).stderr
    )

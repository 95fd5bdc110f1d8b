"""The tools for language models: what they read, what they may judge, and what they never tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import anyio
import msgspec
import pytest
from mcp import Client

from goodoffices.desk.audience import Audience
from goodoffices.mcp import make_server
from goodoffices.mcp.desk import CaseDesk, open_desk
from goodoffices.record import (
    ActorContent,
    Marking,
    PositionContent,
    Report,
    Statement,
    actor_id,
    make_report,
    make_statement,
)
from goodoffices.record.store import create_case, open_case

T = TypeVar("T")
_AT = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
_ARVENIA = actor_id("state", "Arvenia")


def _made(what: str, marking: Marking) -> tuple[Report, list[Statement]]:
    text = f"Arvenia demanded {what}."
    report = make_report(
        text, path="a.txt", title=f"On {what}", outlet="Courier", published=dt.date(2026, 2, 1), marking=marking
    )
    span = (report.evidence(0, len(text)),)
    contents = (
        ActorContent(actor=_ARVENIA, name="Arvenia", kind="state"),
        PositionContent(party=_ARVENIA, issue="economy", stance="demands", text=what),
    )
    return report, [make_statement(each, span, reader="made/1") for each in contents]


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A case of a CLEAR and a RED report."""
    place = tmp_path / "talks.goodoffices"
    with create_case(place) as store:
        for what, marking in (("the port fees", Marking.CLEAR), ("the hidden harbour", Marking.RED)):
            report, found = _made(what, marking)
            store.add(report, found, at=_AT)
    return str(place)


@pytest.fixture
def red(case: str) -> Iterator[CaseDesk]:
    """The case as its keepers see it."""
    with open_desk(case, Audience.of(Marking.RED)) as desk:
        yield desk


def _apart(call: Callable[[], Awaitable[T]]) -> T:
    # In a thread of its own: a browser of another test may have a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, call).result()


def _call(desk: CaseDesk, tool: str, *, judge_as: str = "", **given: Any) -> Any:
    async def call() -> Any:
        async with Client(make_server(desk, judge_as=judge_as)) as client:
            return await client.call_tool(tool, given)

    return _apart(call)


def _names(desk: CaseDesk, judge_as: str) -> set[str]:
    async def call() -> set[str]:
        async with Client(make_server(desk, judge_as=judge_as)) as client:
            return {tool.name for tool in (await client.list_tools()).tools}

    return _apart(call)


def _found(desk: CaseDesk, **given: Any) -> list[dict[str, Any]]:
    answer = _call(desk, "find_findings", **given)
    findings: list[dict[str, Any]] = answer.structured_content["findings"]
    return findings


def test_findings_come_with_the_words_that_bear_them_out(red: CaseDesk) -> None:
    """Each finding has a quote, its report and its place."""
    (finding,) = _found(red, kind="position", words="port")
    assert finding["quotes"][0]["quote"] == "Arvenia demanded the port fees."
    report = _call(red, "read_report", report=finding["quotes"][0]["report"]).structured_content
    assert report["text"][finding["quotes"][0]["start"] : finding["quotes"][0]["end"]] == finding["quotes"][0]["quote"]


def test_no_tool_judges_without_leave(red: CaseDesk) -> None:
    """Without --judge-as there are tools that read, and no others."""
    assert "judge_finding" not in _names(red, "")
    assert {"judge_finding", "retract_judgement"} <= _names(red, "model")


def test_a_word_is_kept_under_the_servers_name_and_can_be_taken_back(red: CaseDesk) -> None:
    """What a model says of a finding stands beside what analysts say, under a name of its own."""
    (finding,) = _found(red, kind="position", words="port")
    word = _call(red, "judge_finding", judge_as="model", finding=finding["id"], verdict="confirm", why="it says so")
    (kept,) = red.view.judgements()
    assert (kept.by, kept.why) == ("model", "it says so")
    taken = word.structured_content["id"]
    _call(red, "retract_judgement", judge_as="model", judgement=taken, why="I misread")
    assert len(red.view.judgements()) == 2


def test_nobody_elses_word_is_taken_back(red: CaseDesk) -> None:
    """A model cannot undo what an analyst said."""
    (finding,) = _found(red, kind="position", words="port")
    word = _call(red, "judge_finding", judge_as="ana", finding=finding["id"], verdict="reject", why="misread")
    answer = _call(
        red, "retract_judgement", judge_as="model", judgement=word.structured_content["id"], why="I disagree"
    )
    assert answer.is_error
    assert "the word of ana" in answer.content[0].text


def test_a_lower_audience_learns_nothing_of_the_rest(case: str, red: CaseDesk) -> None:
    """What is RED stands in no answer of a server for GREEN: no text, no count, no id, no error."""
    (hidden,) = _found(red, kind="position", words="harbour")
    with open_desk(case, Audience.of(Marking.GREEN)) as green:
        calls: tuple[tuple[str, dict[str, Any]], ...] = (
            ("case_overview", {}),
            ("find_findings", {}),
            ("find_findings", {"words": "harbour"}),
            ("list_disagreements", {}),
            ("who_wants_what", {}),
            ("search_reports", {"words": "harbour"}),
            ("get_finding", {"finding": hidden["id"]}),
            ("read_report", {"report": hidden["quotes"][0]["report"]}),
        )
        for tool, given in calls:
            answer = _call(green, tool, **given)
            told = msgspec.json.encode(answer.structured_content) + b"".join(
                part.text.encode() for part in answer.content if part.type == "text"
            )
            assert b"hidden" not in told
        overview = _call(green, "case_overview").structured_content
        assert overview["reports"] == 1
        absent = _call(green, "get_finding", finding=hidden["id"])
        never = _call(green, "get_finding", finding="f-aaaaaaaaaaaaaaaa")
        assert absent.is_error
        assert absent.content[0].text.replace(hidden["id"], "ID") == never.content[0].text.replace(
            "f-aaaaaaaaaaaaaaaa", "ID"
        )


def test_a_wrong_value_is_one_sentence(red: CaseDesk) -> None:
    """A kind that there is not is refused with those that there are."""
    answer = _call(red, "find_findings", kind="rumour")
    assert answer.is_error
    assert "use one of actor" in answer.content[0].text


def test_what_is_kept_ready_is_thrown_away(case: str) -> None:
    """A server leaves no copy of the case behind."""
    with open_desk(case, Audience.of(Marking.RED)) as desk:
        place = desk.snapshot.place
        assert place.exists()
    assert not place.parent.exists()
    with open_case(case) as store:
        assert store.view(Marking.RED).tally().reports == 2


def test_a_missed_finding_is_added_as_a_programs(red: CaseDesk) -> None:
    """With leave to judge alone; it says who added it, nobody stands for it, and hidden reports are not there."""
    assert "add_finding" not in _names(red, "")
    (finding,) = _found(red, kind="position", words="port")
    report = finding["quotes"][0]["report"]
    given = {"report": report, "words": "Arvenia demanded the port fees.", "kind": "event", "why": "it says so"}
    says = {"kind": "measure", "actors": ["Arvenia", "The Fen League"]}
    refused = _call(red, "add_finding", judge_as="model", says=says, **given)
    assert "nobody called 'The Fen League'" in refused.content[0].text
    new = {"The Fen League": "group"}
    made = _call(red, "add_finding", judge_as="model", says=says, new=new, **given).structured_content
    (shown,) = made["findings"]
    assert (shown["analysts_say"], shown["added_by_hand"][0]["by"]) == ("no-judgement", "model")
    assert shown["added_by_hand"][0]["program"]
    assert red.view.statement(made["statement"]).evidence[0].quote == given["words"]
    gone = _call(red, "add_finding", judge_as="model", says=says, new=new, **{**given, "report": "r-never"})
    assert gone.is_error

"""What the commands print: text that obeys no report, and a bar only where a person waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from click.testing import Result

from goodoffices.cli import output
from goodoffices.cli.options import now
from goodoffices.cli.output import printable, progress
from goodoffices.cli.wording import in_context, say, say_when
from goodoffices.record import (
    KINDS,
    ActorContent,
    Content,
    EventContent,
    Interval,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PlanVersion,
    PositionContent,
    QuoteContent,
    RoleContent,
    WithheldContent,
    kind_of,
)

NAMES = {"a-1": "Arvenia", "a-2": "Tomas Reuel"}
SAID: list[tuple[Content, str]] = [
    (ActorContent(actor="a-2", name="Tomas Reuel", kind="person", side="a-1"), "Tomas Reuel (person, for Arvenia)"),
    (
        RoleContent(actor="a-2", title="chief negotiator", of="a-1"),
        "Tomas Reuel: chief negotiator of Arvenia (current)",
    ),
    (
        MeetingContent(participants=("a-1", "a-9"), place="Lindholm", status="under_way"),
        "Arvenia, a-9 meet in Lindholm (under way)",
    ),
    (
        PositionContent(
            party="a-1", issue="ceasefire", stance="accepts", text="a truce", firm=True, condition="the guns go"
        ),
        "Arvenia · Ceasefire · accepts firmly: a truce, if the guns go",
    ),
    (QuoteContent(speaker="a-2", text="Never.", direct=True), "Tomas Reuel: “Never.”"),
    (
        PlanContent(name="the Harbour Plan", author="a-1", versions=(PlanVersion(points=28),)),
        "the Harbour Plan of Arvenia (28 points)",
    ),
    (
        MechanismContent(name="a force", kind="buffer_zone", trigger="a ceasefire holds", status="in_force"),
        "a force (buffer zone, in force, once a ceasefire holds)",
    ),
    (
        IssueStatusContent(issue="nobody-knows", status="blocked", text="it is stuck"),
        "nobody-knows: blocked; it is stuck",
    ),
    (EventContent(kind="violence", actors=(), text="Shells fell on Osk"), "Shells fell on Osk (violence)"),
    (WithheldContent(text="The map is secret", by=("a-1",)), "The map is secret (kept by Arvenia)"),
]


@pytest.mark.parametrize(("content", "said"), SAID)
def test_each_kind_is_said_in_one_line(content: Content, said: str) -> None:
    """Names stand for ids where they are known; what is not there is left out."""
    assert say(content, NAMES) == said


def test_every_kind_has_its_line() -> None:
    """No kind is forgotten."""
    assert [kind_of(content) for content, _ in SAID] == list(KINDS)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (None, "unknown"),
        (Interval(), "unknown"),
        (Interval(text="last week"), "unknown ('last week')"),
        (Interval(dt.date(2026, 1, 6), dt.date(2026, 1, 6), "on Tuesday"), "2026-01-06 ('on Tuesday')"),
        (Interval(dt.date(2026, 1, 6), None), "2026-01-06/.."),
    ],
)
def test_a_time_is_said_with_its_words(when: Interval | None, said: str) -> None:
    """What is unknown is said to be."""
    assert say_when(when) == said


def test_nothing_in_a_report_moves_the_terminal() -> None:
    """Escapes, carriage returns and marks that turn the writing round are shown, not obeyed."""
    mark = "\N{REPLACEMENT CHARACTER}"
    assert printable("a\x1b[2Jb\u202ec\x9bd\re\té\U0001f309") == f"a{mark}[2Jb{mark}c{mark}d e é\U0001f309"


def test_a_span_is_marked_in_its_context() -> None:
    """The cut is one line, with dots where the text goes on."""
    assert in_context("one\ntwo three four", 4, 7) == "one [[two]] three four"
    assert in_context("one two three four", 8, 13, around_chars=4) == "…two [[three]] fou…"


def test_no_bar_where_nobody_waits(capsys: pytest.CaptureFixture[str]) -> None:
    """Short work, or output that no person sees, has no bar."""
    assert list(progress(range(3), label="Counting")) == [0, 1, 2]
    assert capsys.readouterr() == ("", "")


def test_long_work_has_a_bar_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person who waits longer than a second sees how far it is; standard output stays clean."""
    monkeypatch.setattr(output, "_PATIENCE_SECONDS", -1.0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(progress(range(3), label="Counting", total=3)) == [0, 1, 2]
    said = capsys.readouterr()
    assert said.out == ""
    assert "Counting" in said.err


def test_now_has_a_time_zone() -> None:
    """The record's clock is in UTC."""
    assert now().tzinfo is dt.UTC


@pytest.mark.parametrize("when", ["2026-01-07", "2026-01-07T18:30", "2026-01-07T18:30+01:00", "2026-01-07T17:30Z"])
def test_a_moment_may_be_written_in_several_ways(run: Callable[..., Result], place: str, when: str) -> None:
    """A day, a time in UTC, a time with its zone."""
    assert run("case", "list", place, "--as-of", when).stdout == "No reports.\n"

"""The verifier: nothing passes that the report does not bear out."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.read.verify import verify
from goodoffices.record import (
    ActorContent,
    Content,
    Evidence,
    Interval,
    IssueStatusContent,
    MeetingContent,
    PlanContent,
    PlanItem,
    PositionContent,
    QuoteContent,
    Report,
    Statement,
    make_report,
    make_statement,
)

TEXT = "“We won’t yield,” the envoy said. The north wants the dam. The south rejects it. The north wants the dam."
REPORT = make_report(TEXT, path="a.txt", title="A")


def said(
    content: Content,
    quote: str = "The south rejects it.",
    *,
    start: int | None = None,
    when: Interval | None = None,
    said_by: str | None = None,
    report: Report = REPORT,
) -> Statement:
    """A statement with one quote, at its place or at one that a reader claims."""
    start = TEXT.find(quote) if start is None else start
    evidence = Evidence(report.id, start, start + len(quote), quote)
    return make_statement(content, (evidence,), reader="test/1", when=when, said_by=said_by)


def position(**changes: object) -> PositionContent:
    """A position of the north on an issue."""
    fields = {"party": "a-north", "issue": "territory", "stance": "demands", "text": "the dam"} | changes
    return msgspec.convert(fields, PositionContent)


NORTH = said(ActorContent(actor="a-north", name="The north", kind="group"), "The north", start=TEXT.find("The north"))


def reasons(*statements: Statement) -> list[str]:
    """The reasons of all rejections; the actor that all name is declared."""
    return [rejection.reason for rejection in verify([NORTH, *statements], REPORT)[1]]


def test_what_the_report_bears_out_passes_as_it_is() -> None:
    """Statements with exact quotes and declared actors come back unchanged and in their order."""
    given_in = [NORTH, said(position()), said(IssueStatusContent(issue="territory", status="open"))]
    assert verify(given_in, REPORT) == (given_in, [])


@pytest.mark.parametrize("start", [0, 3, -5, 40, 10_000])
def test_wrong_offsets_of_a_quote_that_stands_once_are_put_right(start: int) -> None:
    """The quote is found, and the statement gets the id of its right place."""
    (_, kept), rejections = verify([NORTH, said(position(), start=start)], REPORT)
    assert rejections == []
    assert kept == said(position())
    assert TEXT[kept.evidence[0].start : kept.evidence[0].end] == kept.evidence[0].quote


def test_straight_quotes_find_curly_ones() -> None:
    """Quotation marks may differ for finding; what comes back has the report's own characters."""
    (_, kept), rejections = verify([NORTH, said(position(), quote='"We won\'t yield,"', start=0)], REPORT)
    assert rejections == []
    assert kept.evidence[0].quote == "“We won’t yield,”"


def test_the_marking_of_a_statement_stays() -> None:
    """A statement that is put right is as restricted as before."""
    marking = type(REPORT.marking).RED
    restricted = msgspec.structs.replace(said(position(), start=1), marking=marking)
    assert verify([NORTH, restricted], REPORT)[0][1].marking is marking


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (said(position(), "The south accepts it.", start=0), "is not in the report"),
        (said(position(), "the south rejects it.", start=0), "is not in the report"),
        (said(position(), "The north wants the dam.", start=3), "more than once"),
        (said(position(), "   ", start=0), "blank"),
        (said(position(), "", start=0), "blank"),
        (said(position(), report=make_report(TEXT, path="b.txt", title="B", outlet="B")), "not of this report"),
        (make_statement(position(), (), reader="test/1"), "no evidence"),
        (said(position(issue="weather")), "'weather' is in no vocabulary"),
        (said(PlanContent(name="Plan", items=(PlanItem("x", "weather"),))), "'weather' is in no vocabulary"),
        (said(position(party="a-nobody")), "a-nobody"),
        (said(position(), said_by="a-nobody"), "a-nobody"),
        (said(QuoteContent(speaker="a-nobody", text="x", direct=False)), "a-nobody"),
        (said(MeetingContent(participants=("a-north", "a-nobody"))), "a-nobody"),
        (said(position(), when=Interval()), "without ends or words"),
    ],
)
def test_what_is_not_borne_out_is_listed(statement: Statement, reason: str) -> None:
    """Invented and ambiguous quotes, foreign evidence, unknown issues and undeclared actors are rejections."""
    assert len(reasons(statement)) == 1
    assert reason in reasons(statement)[0]


def test_a_quote_that_stands_twice_passes_at_one_of_its_places() -> None:
    """A right offset tells which of two equal sentences is meant."""
    second = TEXT.rfind("The north wants the dam.")
    assert reasons(said(position(), "The north wants the dam.", start=second)) == []


def test_an_interval_that_ends_before_it_starts() -> None:
    """An interval that was made without its own check is refused."""
    when = Interval(dt.date(2026, 1, 1), dt.date(2026, 1, 2))
    msgspec.structs.force_setattr(when, "earliest", dt.date(2026, 2, 1))
    assert "before it starts" in reasons(said(position(), when=when))[0]


def test_who_names_a_rejected_actor_falls_too() -> None:
    """An actor whose quote is invented takes the statements that name it along, down to the last."""
    state = said(ActorContent(actor="a-south", name="The south", kind="state"), "The southern republic", start=0)
    person = said(ActorContent(actor="a-envoy", name="Envoy", kind="person", side="a-south"), "the envoy")
    quote = said(QuoteContent(speaker="a-envoy", text="We won't", direct=True))
    kept, rejections = verify([NORTH, quote, person, state], REPORT)
    assert kept == [NORTH]
    assert len(rejections) == 3


def test_an_id_that_is_not_its_own_is_made_anew() -> None:
    """A foreign reader cannot choose ids: they are hashes of what is said."""
    forged = msgspec.structs.replace(said(position()), id="s-forged")
    assert verify([NORTH, forged], REPORT)[0][1].id == said(position()).id


def test_a_rejection_names_statement_reader_and_report() -> None:
    """What was rejected can be found again."""
    (rejection,) = verify([said(position(issue="weather"))], REPORT)[1]
    assert rejection.what.startswith("position s-")
    assert rejection.what.endswith("by test/1 in a.txt")


@given(st.text(max_size=30), st.integers(-5, 200), st.integers(-5, 200))
def test_whatever_a_reader_claims_what_passes_is_exact(quote: str, start: int, end: int) -> None:
    """No quote and offsets whatever get a statement through whose quote is not the text at its offsets."""
    claimed = make_statement(position(), (Evidence(REPORT.id, start, end, quote),), reader="test/1")
    kept, rejections = verify([NORTH, claimed], REPORT)
    assert len(kept) + len(rejections) == 2
    for evidence in (evidence for statement in kept for evidence in statement.evidence):
        assert TEXT[evidence.start : evidence.end] == evidence.quote
        assert evidence.quote.strip()

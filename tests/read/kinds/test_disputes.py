"""Accounts that one report sets side by side, days that move between reports, and the disagreements from them."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.kinds.disputes import find_disputes
from goodoffices.read.reading import read_report
from goodoffices.record import AssertionContent, Disagreement, make_report
from goodoffices.record.findings import build


def told(text: str) -> list[AssertionContent]:
    """The accounts of a text that are set side by side."""
    report = make_report(text, path="report.txt", title="", published=dt.date(2024, 7, 10))
    statements = list(find_disputes(open_context(report), set()))
    for span in (span for statement in statements for span in statement.evidence):
        assert report.text[span.start : span.end] == span.quote
    return [s.content for s in statements if isinstance(s.content, AssertionContent)]


def disagreements(*texts: str) -> tuple[Disagreement, ...]:
    """The disagreements of reports of days that follow each other."""
    reports = [
        make_report(text, path=f"{n}.txt", title="", published=dt.date(2024, 7, 10 + n)) for n, text in enumerate(texts)
    ]
    return build(reports, [s for report in reports for s in read_report(report).statements]).disagreements


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The army blamed the front for the ambush near Kidal, which rejected the accusation.", "ceasefire"),
        ("Ministers say the salaries were paid in March. The teachers' union dismissed this.", "economy"),
        ("Renamo says 38 of its men were murdered, an accusation the police describe as invented.", "ceasefire"),
        ("Moscow says it was invited to the talks. The Swiss foreign ministry says it was not.", "process"),
        ("The envoy's spokesman dismissed a press report that the talks had been suspended.", "process"),
        ("Civic groups say that 40 people were detained in June. The army speaks of 17.", "detainees"),
        (
            "Officials put the number of fighters at fewer than 500; the front claims several thousand.",
            "military-limits",
        ),
        ("Each side accuses the other of breaking the truce in Mocoa.", "ceasefire"),
    ],
)
def test_two_accounts_side_by_side(text: str, issue: str) -> None:
    """A claim and what is set against it are two assertions of one issue, the second against the first."""
    found = told(text)
    assert [content.holds for content in found] == [True, False]
    assert {content.issue for content in found} == {issue}
    assert found[0].words == found[1].words


@pytest.mark.parametrize(
    "text",
    [
        "The rebels demanded autonomy. The government rejected this.",
        "The government wants elections in May; the opposition wants them in October.",
        "The minister denied a visa to the rebel leader.",
        "The UN said 400 trucks had entered, of which 30 carried fuel.",
        "Turkey said that it supports two states, while Greece said it would never accept them.",
        "The two sides differ on the police: the government offers 300 officers, the rebels ask for 900.",
        "The commission dismissed two members after reports of fraud.",
    ],
)
def test_what_is_no_dispute(text: str) -> None:
    """Opposed demands, numbers of different things and denials of other kinds set no accounts side by side."""
    assert told(text) == []


def test_sides_stand_once() -> None:
    """However many rules find one pair, each account is one side, and the issue is that of what is at stake."""
    found = disagreements(
        "Of the funds pledged for the north-east, none has been spent there, the rebels say. "
        "The government denies this and points to 35 projects."
    )
    assert [d.issue for d in found] == ["economy"]
    assert len(found[0].sides) == len({side.evidence for side in found[0].sides}) == 2
    assert all(side.statements for side in found[0].sides)


def test_a_day_that_moved() -> None:
    """A day that one report has set, and another tells to have slipped, is a disagreement of the timetable."""
    found = disagreements(
        "The comprehensive agreement is to be signed on 16 November by the president.",
        "Signature of the comprehensive agreement, first set for 16 November, has slipped to 21 November.",
    )
    assert "process" in {d.issue for d in found}
    assert len({evidence.report for d in found for side in d.sides for evidence in side.evidence}) == 2


def test_days_of_two_things() -> None:
    """Two things on two days are no disagreement, nor is a day told the same."""
    assert not disagreements(
        "The agreement is to be signed on 16 November by the president.",
        "Elections in the south, first set for 3 October, have slipped to 12 December. "
        "The agreement will be signed on 16 November.",
    )


def test_long_text_is_read_in_time() -> None:
    """A word or a phrase repeated many times costs no more than its length."""
    start = time.process_time()
    for text in ("a claim that " * 6000, "The army said it denied the claim. " * 1000, "; said " * 6000):
        told(text)
    assert time.process_time() - start < 60

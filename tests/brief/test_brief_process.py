"""How the talks are run, as every form of the brief shows it."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest

from goodoffices.brief import Brief, build_brief, to_html, to_json, to_markdown
from goodoffices.record import (
    ActorContent,
    Content,
    Finding,
    Findings,
    Interval,
    Marking,
    MeetingContent,
    PositionContent,
    QuoteContent,
    Report,
    actor_id,
    content_id,
    make_report,
)

NORTH, SOUTH, HOST = (actor_id("state", name) for name in ("Northland", "Southland", "Hostland"))
TEXT = """Talks.
Northland and Southland met in Oslo on prisoners. Northland told Southland that it wants all prisoners freed.
Northland told Hostland that it rejects freeing prisoners. Northland and Southland will meet in Bern.
Southland is still waiting for a reply from Northland. About 20 people a day are killed.

| Measure | Objective | Expected result |
|---|---|---|
| Joint <b>patrols</b> | Calm roads | Fewer ambushes |
"""


def _finding(content: Content, report: Report, quote: str, when: Interval | None = None) -> Finding:
    start = report.text.index(quote)
    return Finding(
        id=content_id("f", content, start),
        content=content,
        evidence=(report.evidence(start, start + len(quote)),),
        statements=(),
        reports=(report.id,),
        when=when,
        as_of=report.published,
        first_reported=report.published,
    )


def _day(day: int) -> Interval:
    return Interval(earliest=dt.date(2026, 3, day), latest=dt.date(2026, 3, day))


@pytest.fixture(scope="module")
def run() -> Brief:
    """A brief of one report in which much of the process is told."""
    report = make_report(TEXT, path="01.txt", title="Talks", published=dt.date(2026, 3, 7), language="en")
    names = {"Northland": NORTH, "Southland": SOUTH, "Hostland": HOST}
    met, told, host, ahead = (
        "Northland and Southland met in Oslo on prisoners.",
        "Northland told Southland that it wants all prisoners freed.",
        "Northland told Hostland that it rejects freeing prisoners.",
        "Northland and Southland will meet in Bern.",
    )
    found = [
        _finding(ActorContent(actor=actor, name=name, kind="state"), report, name) for name, actor in names.items()
    ]
    wants = PositionContent(party=NORTH, issue="detainees", stance="demands", text="all prisoners freed")
    denies = PositionContent(party=NORTH, issue="detainees", stance="rejects", text="freeing prisoners")
    south = PositionContent(party=SOUTH, issue="detainees", stance="demands", text="talks on prisoners")
    both = (NORTH, SOUTH)
    found += [
        _finding(MeetingContent(participants=both, place="Oslo"), report, met, _day(5)),
        _finding(MeetingContent(participants=both, place="Bern", status="planned"), report, ahead, _day(12)),
        _finding(south, report, met),
        _finding(wants, report, told),
        _finding(denies, report, host),
        _finding(QuoteContent(speaker=NORTH, text="it wants it", direct=False, to=(SOUTH,)), report, told),
        _finding(QuoteContent(speaker=NORTH, text="it rejects it", direct=False, to=(HOST,)), report, host),
    ]
    return build_brief(Findings(reports=(report,), findings=tuple(found)), audience=Marking.CLEAR)


def _group(brief: Brief, name: str) -> Any:
    return next(group for section in brief.process for group in section.groups if group.id == name)


def test_what_the_sides_left_open_is_carried_to_their_next_meeting(run: Brief) -> None:
    """The issue of the meeting held, not reported as agreed, stands with the meeting to come."""
    (note,) = _group(run, "carried").notes
    assert note.issues == ("detainees",)
    assert [fact.name for fact in note.facts] == ["Last met", "Meets next"]


def test_what_each_was_told_is_compared(run: Brief) -> None:
    """One side told two hearers different things on one issue, by the stances read."""
    compared = [note for note in _group(run, "told").notes if note.state]
    assert [(note.state, note.lead) for note in compared] == [("different", "Northland on detainees")]


def test_every_note_leads_to_a_sentence(run: Brief) -> None:
    """A note has evidence of its own, or its parts lead to findings, which have it."""
    for section in run.process:
        for note in section.notes:
            assert note.evidence or note.refs or any(fact.refs for fact in note.facts), note.lead


def test_the_three_forms_show_the_same_notes(run: Brief) -> None:
    """HTML, Markdown and JSON carry every label; markup in a report stays text."""
    labels = [note.label for section in run.process for note in section.notes]
    assert labels == [f"N{number}" for number in range(1, len(labels) + 1)]
    html, markdown = to_html(run), to_markdown(run)
    written = json.loads(to_json(run))["process"]
    assert [note["label"] for section in written for group in section["groups"] for note in group["notes"]] == labels
    assert sorted(re.findall(r'title="Link to this note">(N\d+)<', html), key=lambda one: int(one[1:])) == labels
    assert all(f"- **{label}** " in markdown for label in labels)
    assert "Joint <b>" not in html
    assert "Joint &lt;b&gt;patrols&lt;/b&gt;" in html


def test_every_citation_of_a_note_arrives_in_the_text(run: Brief) -> None:
    """Its anchor is on the page, and the text leads back to the note."""
    html = to_html(run)
    for section in run.process:
        for note in section.notes:
            for cited in note.evidence:
                assert f'id="{cited.anchor}"' in html
            assert not note.evidence or html.count(f'href="#{note.id}"') > 1


def test_nothing_told_means_no_section() -> None:
    """Where no sentence tells of the process, its sections are not there in any form."""
    report = make_report("The sun rose over the hills.\n", path="01.txt", title="Hills", language="en")
    brief = build_brief(Findings(reports=(report,), findings=()), audience=Marking.CLEAR)
    assert brief.process == ()
    for written in (to_html(brief), to_markdown(brief)):
        assert "Attempts, third parties, tracks" not in written
        assert "Access and consent" not in written
    assert json.loads(to_json(brief))["process"] == []

"""Transcripts and logs: whose turn it is, for whom he speaks, and on which day an entry of a log is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from goodoffices.read.dates import days_of_labels
from goodoffices.read.ingest import ingest
from goodoffices.read.reading import read_report
from goodoffices.record import (
    ActorContent,
    EventContent,
    IssueStatusContent,
    PositionContent,
    QuoteContent,
    Report,
    Statement,
)


def read(tmp_path: Path, text: str, published: dt.date | None = None) -> tuple[tuple[Statement, ...], dict[str, str]]:
    """Read one text; give its statements' contents and times, and the names of the actors."""
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    (report,) = ingest([str(path)], published=published)
    assert isinstance(report, Report)
    statements = read_report(report).statements
    names = {s.content.actor: s.content.name for s in statements if isinstance(s.content, ActorContent)}
    return statements, names


SHAPES = [
    "MARIA: We accept the plan.\n\nHOST: And you?\n\nPETER: We reject the plan.",
    "**Maria Vale:** We accept the plan.\n\n**Peter Holm:** We reject the plan.",
    "Maria Vale — We accept the plan.\n\nPeter Holm — We reject the plan.\n\nMaria Vale — We want a truce.",
    "MARIA VALE\nWe accept the plan.\n\nPETER HOLM\nWe reject the plan.\n\nMARIA VALE\nWe want a truce.",
    (
        "[00:10] Maria Vale (Red Front): We accept the plan.\n\n[00:20] Peter Holm (Blue League): We reject the plan."
        "\n\n[00:30] Maria Vale (Red Front): We want a truce."
    ),
    "HOST: Ms Vale? MARIA: We accept the plan. HOST: Mr Holm? PETER: We reject the plan.",
]


@pytest.mark.parametrize("turns", SHAPES)
def test_each_shape_of_label_gives_its_words_to_its_speaker(tmp_path: Path, turns: str) -> None:
    """Whatever the label looks like, the turn is the quote of the one whom it names, and of nobody else."""
    opening = "Maria Vale, spokeswoman of the Red Front, and Peter Holm, spokesman of the Blue League, spoke to us.\n\n"
    statements, names = read(tmp_path, opening + turns)
    said = {(names[s.content.speaker], s.content.text) for s in statements if isinstance(s.content, QuoteContent)}
    assert ("Maria Vale", "We accept the plan.") in said
    assert ("Peter Holm", "We reject the plan.") in said
    assert {speaker for speaker, _ in said} == {"Maria Vale", "Peter Holm"}


def test_answers_belong_to_the_name_above_them(tmp_path: Path) -> None:
    """ "A:" is whoever the line above the questions names; his side is the one that the line gives."""
    text = (
        "Notes\n\nÓscar Ruiz, for the FMLN\n\nQ: Will you sign?\n\nA: We demand a ceasefire.\n\n"
        "Pedro Paz, for the ELN\n\nQ: And you?\n\nA: We reject a ceasefire."
    )
    statements, names = read(tmp_path, text)
    held = [s.content for s in statements if isinstance(s.content, PositionContent)]
    stances = {(names[each.party], each.stance) for each in held}
    assert {("FMLN", "demands"), ("ELN", "rejects")} <= stances


def test_ordinary_paragraphs_with_colons_are_no_transcript(tmp_path: Path) -> None:
    """ "Background: ...", "Sanctions: ..." in a report are nobody's turns."""
    text = "The talks ended.\n\nBackground: they began in 2021.\n\nSanctions: Washington eases them."
    statements, _ = read(tmp_path, text)
    assert statements
    assert not [s for s in statements if isinstance(s.content, QuoteContent)]


def test_an_entry_gives_its_day_to_what_it_tells(tmp_path: Path) -> None:
    """In a log, fragments and the present tense tell of the day over them; "yesterday" counts from it."""
    text = "LOG\n\nThu 4 July: Bomb in Yala. Two soldiers wounded.\n\nTue 2 July: Police jailed a preacher yesterday."
    statements, _ = read(tmp_path, text, dt.date(2024, 7, 5))
    days = {s.content.kind: s.when.earliest for s in statements if isinstance(s.content, EventContent) and s.when}
    assert days == {"violence": dt.date(2024, 7, 4), "measure": dt.date(2024, 7, 1)}


def test_points_have_the_status_of_what_leads_them_in(tmp_path: Path) -> None:
    """ "Agreed: a; b." and "Agreement was not reached on: c." tell the status of each matter."""
    text = (
        "STATEMENT ON THE TALKS BETWEEN THE GOVERNMENT OF INDONESIA AND THE FREE ACEH MOVEMENT (GAM)\n\n"
        "1. Agreement was reached on: an amnesty; a ceasefire.\n\n"
        "2. Agreement was not reached on: the troops that remain."
    )
    statements, _ = read(tmp_path, text)
    told = {(s.content.issue, s.content.status) for s in statements if isinstance(s.content, IssueStatusContent)}
    assert {("justice", "agreed"), ("ceasefire", "agreed")} <= told
    assert "open" in {status for _, status in told}


def test_labels_of_entries_are_days() -> None:
    """Ranges, weeks, weekdays and hours are placed; a day far ahead without its year is of the year before."""
    labels = ["Wed 26 – Thu 27 June", "Week of 22 April", "12:40", "Nov. 3", "Tuesday", "30.02.2013"]
    days = days_of_labels(enumerate(labels), dt.date(2024, 7, 5))
    spans = {n: (day.earliest, day.latest) for n, day in days.items()}
    assert spans == {
        0: (dt.date(2024, 6, 26), dt.date(2024, 6, 27)),
        1: (dt.date(2024, 4, 22), dt.date(2024, 4, 28)),
        2: (dt.date(2024, 7, 5), dt.date(2024, 7, 5)),
        3: (dt.date(2023, 11, 3), dt.date(2023, 11, 3)),
        4: (dt.date(2024, 7, 2), dt.date(2024, 7, 2)),
    }

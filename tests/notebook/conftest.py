"""What the tests of the notebook share: a made-up case with hostile words, a secret part and two days of knowledge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from goodoffices import Case
from goodoffices.record import (
    ActorContent,
    Content,
    Interval,
    IssueStatusContent,
    Marking,
    MeetingContent,
    PositionContent,
    QuoteContent,
    Report,
    Statement,
    actor_id,
    make_report,
    make_statement,
)
from goodoffices.record.store import create_case

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'
ORLIA, VESK, ENVOY = actor_id("state", "Orlia"), actor_id("state", "Vesk"), actor_id("person", "Ida Moll")
EARLIER = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 3, 9, 12, tzinfo=dt.UTC)


def _said(report: Report, words: str, content: Content, **more: Any) -> Statement:
    start = report.text.index(words)
    return make_statement(content, (report.evidence(start, start + len(words)),), reader="hand/1", **more)


def open_report() -> tuple[Report, tuple[Statement, ...]]:
    """A report that all may see, with hostile words in its title and in what it says."""
    report = make_report(
        f"Orlia and Vesk met in Harn on 2 March.\nOrlia's envoy Ida Moll offers {HOSTILE} on sanctions.\n"
        "Vesk rejects a border on the river.\nOrlia accepts the border on the river.\n"
        "Orlia called the ceasefire agreed; Vesk called the ceasefire blocked.\n",
        path="01.txt",
        title=f"Talks {HOSTILE}",
        outlet="Gazette",
        published=dt.date(2026, 3, 3),
        language="en",
    )
    march = Interval(dt.date(2026, 3, 2), dt.date(2026, 3, 2), "on 2 March")
    return report, (
        _said(report, "Orlia", ActorContent(actor=ORLIA, name="Orlia", kind="state", aliases=("the Republic",))),
        _said(report, "Vesk", ActorContent(actor=VESK, name="Vesk", kind="state")),
        _said(report, "Ida Moll", ActorContent(actor=ENVOY, name="Ida Moll", kind="person", side=ORLIA)),
        _said(
            report,
            "Orlia and Vesk met in Harn on 2 March.",
            MeetingContent(participants=tuple(sorted((ORLIA, VESK))), place="Harn"),
            when=march,
        ),
        _said(
            report,
            f"Orlia's envoy Ida Moll offers {HOSTILE} on sanctions.",
            PositionContent(party=ORLIA, issue="sanctions", stance="offers", text=HOSTILE),
            said_by=ENVOY,
        ),
        _said(
            report,
            "Vesk rejects a border on the river.",
            PositionContent(party=VESK, issue="territory", stance="rejects", text="a border on the river", firm=True),
        ),
        _said(
            report,
            "Orlia accepts the border on the river.",
            PositionContent(party=ORLIA, issue="territory", stance="accepts", text="the border on the river"),
        ),
        _said(
            report,
            "Orlia called the ceasefire agreed",
            IssueStatusContent(issue="ceasefire", status="agreed", text="the ceasefire agreed"),
            said_by=ORLIA,
        ),
        _said(
            report,
            "Vesk called the ceasefire blocked",
            IssueStatusContent(issue="ceasefire", status="blocked", text="the ceasefire blocked"),
            said_by=VESK,
        ),
    )


def secret_report() -> tuple[Report, tuple[Statement, ...]]:
    """A report for the case's keepers alone, which the record learned later."""
    report = make_report(
        "Quietly, Vesk would offer the Talmur corridor.\n“Talmur is ours to give”, said Vesk.\n",
        path="02.txt",
        title="Talmur note",
        language="en",
        marking=Marking.RED,
    )
    return report, (
        _said(report, "Vesk", ActorContent(actor=VESK, name="Vesk", kind="state", aliases=("Talmurians",))),
        _said(
            report,
            "Vesk would offer the Talmur corridor.",
            PositionContent(party=VESK, issue="humanitarian", stance="offers", text="the Talmur corridor"),
        ),
        _said(
            report,
            "“Talmur is ours to give”",
            QuoteContent(speaker=VESK, text="Talmur is ours to give", direct=True),
            said_by=VESK,
        ),
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A case on disk, with both reports."""
    place = tmp_path / "river.goodoffices"
    with create_case(place) as store:
        for (report, statements), at in ((open_report(), EARLIER), (secret_report(), LATER)):
            store.add(report, statements, at=at)
    return place


@pytest.fixture
def case(place: Path) -> Iterator[Case]:
    """The case, all of it shown."""
    with Case.open(place) as opened:
        yield opened

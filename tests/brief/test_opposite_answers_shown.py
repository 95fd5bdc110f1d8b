"""Opposite answers stand behind the contradictions, under words of their own."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from goodoffices.brief import Brief, build_brief, to_html, to_json, to_markdown
from goodoffices.record import ActorContent, Marking, PositionContent, actor_id, make_report, make_statement
from goodoffices.record.findings import build

CHAD = actor_id("state", "Chad")
LEAD = "Opposite answers: one side, or one issue, has a yes in one report and a no in another."


def _brief(*told: tuple[str, str, str]) -> Brief:
    """A brief of a report a (issue, stance, text), with Chad as the party, a day apart."""
    reports, statements = [], []
    for day, (issue, stance, text) in enumerate(told, 1):
        report = make_report(f"{text}.", path=f"{day}.txt", title=f"{day}", published=dt.date(2026, 1, day))
        span = (report.evidence(0, len(text)),)
        said = PositionContent(party=CHAD, issue=issue, stance=stance, text=text)  # type: ignore[arg-type]
        reports.append(report)
        statements += [
            make_statement(each, span, reader="test/1")
            for each in (ActorContent(actor=CHAD, name="Chad", kind="state"), said)
        ]
    generated = dt.datetime(2026, 1, 9, 18, 30, tzinfo=dt.UTC)
    return build_brief(build(reports, statements), audience=Marking.AMBER, generated=generated)


@pytest.fixture(scope="module")
def both() -> Brief:
    """A contradiction on rights, and opposite answers on detainees, whose issue comes first."""
    return _brief(
        ("detainees", "accepts", "a swap of the sick"),
        ("detainees", "rejects", "opening its northern jail"),
        ("rights", "accepts", "the border commission of experts"),
        ("rights", "rejects", "a border commission of experts"),
    )


def test_the_page_leads_in_opposite_answers_once(both: Brief) -> None:
    """The contradiction first, with the hint on its days; then the words on answers, and no hint at each of them."""
    page = " ".join(to_html(both).split())
    section = page[page.index('<section id="disagreements"') :]
    section = section[: section.index("</section>")]
    assert section.count(LEAD) == 1
    before, _, behind = section.partition(LEAD)
    assert "where Chad stands" in before
    assert "may be a change and not a contradiction" in before
    assert "Chad for it in one report, against it in another" in behind
    assert "may be a change" not in behind


def test_markdown_leads_them_in_as_well(both: Brief) -> None:
    """One paragraph between the two kinds."""
    text = to_markdown(both)
    section = re.split(r"^## ", text[text.index("## Where the reports disagree") + 3 :], flags=re.MULTILINE)[0]
    assert section.count(LEAD) == 1
    assert section.index("where Chad stands") < section.index(LEAD) < section.index("against it in another")


def test_without_opposite_answers_nothing_leads_them_in() -> None:
    """A contradiction alone needs no such words."""
    alone = _brief(
        ("rights", "accepts", "the border commission of experts"),
        ("rights", "rejects", "a border commission of experts"),
    )
    assert LEAD not in " ".join(to_html(alone).split())
    assert LEAD not in to_markdown(alone)


def test_json_tells_them_apart(both: Brief) -> None:
    """`by_answers` says which they are."""
    found = json.loads(to_json(both))["disagreements"]
    assert [(one["issue"], one["by_answers"]) for one in found] == [("rights", False), ("detainees", True)]


def test_opposite_answers_contest_no_cell(both: Brief) -> None:
    """The cell of a contradiction is marked as contested; that of opposite answers is not."""
    contested = {view.id: any(cell.contested for cell in view.cells) for view in both.issues}
    assert contested == {"detainees": False, "rights": True}

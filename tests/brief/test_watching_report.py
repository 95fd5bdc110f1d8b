"""The monitor's report as a page: every number opens its incidents, and no change is claimed that cannot be."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from watching_sample import AGREEMENT, BREACH, WEEK, at, effort, report, said, word

from goodoffices.brief.watching import Backing, render_report
from goodoffices.brief.watching.build import build_report
from goodoffices.brief.watching.model import LineView, ReportPage
from goodoffices.watch.ledger import ledger_of
from goodoffices.watch.log import log_of
from goodoffices.watch.report import monitor

BOTH = (effort("2026-03-01", "2026-03-07", hours=10), effort("2026-03-08", "2026-03-14", hours=40, denied=2))
TEXTS = ["one <b>shell", "two", "three", "four", "five", "six"]
LINKS = ["https://m.example/a", "javascript:alert(1)", "", "https://m.example/d", "", "https://m.example/f"]


def page(*entries: object, **columns: object) -> ReportPage:
    """The page of the week."""
    return build_report(*report(*entries, **columns))  # type: ignore[arg-type]


def line(made: ReportPage, area: str, kind: str = "") -> LineView:
    """One line of it."""
    return next(each for each in made.lines if (each.area, each.kind) == (area, kind))


def test_every_number_opens_as_many_incidents() -> None:
    """For every number on the page, its list is as long, and each incident in it is described once."""
    made = page(
        word("a", "North", "Commission"), word("c", "North", "South"), *BOTH, actor=["South", "", "South", "", "", ""]
    )
    described = [each.id for each in made.incidents]
    assert len(described) == len(set(described))
    numbers = [number for each in made.lines for number in (each.now, each.before)]
    numbers += [each.number for each in (*made.claims, *made.attributed)] + [made.unattributed]
    for number in numbers:
        assert len(number.incidents) == number.number
        assert set(number.incidents) <= set(described)
    assert sum(len(each.incidents) for each in made.days) == line(made, "").now.number + line(made, "").before.number


def test_what_several_tell_is_one_incident_and_says_so() -> None:
    """Rows b and f are one; the page lists b, told twice."""
    made = page()
    assert {each.id: each.told for each in made.incidents} == {"d": 1, "a": 1, "b": 2, "c": 1}


def test_a_rate_stands_where_the_effort_is_known_and_a_warning_where_not() -> None:
    """East has hours in both weeks, West has none: its count is no trend."""
    made = page(*BOTH)
    assert line(made, "East").basis == "effort"
    assert line(made, "East").now.rate == pytest.approx(2 / 40)
    assert line(made, "West").basis == "none"
    assert any(each.startswith("A count without effort is not a trend") and "West" in each for each in made.cautions)
    assert not any("East" in each for each in made.cautions if each.startswith("A count"))


def test_with_effort_on_one_side_no_change_is_claimed() -> None:
    """The verdict is that it cannot be said, in words."""
    found = line(page(BOTH[1]), "East")
    assert (found.verdict, found.basis, found.chance) == ("unknown", "one", None)
    assert found.words == "cannot be said: effort unknown in one period"


def test_harm_that_nobody_spoke_of_is_unknown_not_none() -> None:
    """Two of three say; the third is counted as unknown, and its incident says so."""
    made = page(killed=[2, 0, -1, 0, -1, -1], injured=[0, 1, -1, 0, -1, -1])
    assert (made.harm.killed, made.harm.injured, made.harm.unknown) == (2, 1, 1)
    assert (made.harm.incidents, made.harm.silent) == (("a", "b"), ("c",))
    silent = next(each for each in made.incidents if each.id == "c")
    assert (silent.killed, silent.injured) == (None, None)


def test_claims_and_attributions_are_two_lists() -> None:
    """The data name South, the Commission attributes to North: one incident in both lists, under two names."""
    made = page(word("a", "North", "Commission"), actor=["South", "", "", "", "", ""])
    assert [(each.name, each.number.incidents) for each in made.claims] == [("South", ("a",))]
    assert [(each.name, each.number.incidents) for each in made.attributed] == [("North", ("a",))]
    assert made.unattributed.incidents == ("b", "c")


def test_an_open_attribution_shows_who_said_what_and_who_dissents() -> None:
    """Two bodies name two parties; one has a member who does not share it."""
    made = page(
        word("c", "North", "Commission", dissent=("a member",)), word("c", "South", "Agency", evidence=("witness",))
    )
    (question,) = made.questions
    assert question.standing == "disputed"
    assert dict(question.named) == {"North": 0.85, "South": 0.6}
    assert question.dissent == ("a member",)
    assert {each.by for each in question.entries} == {"Commission", "Agency"}


def test_effort_lists_who_says_so_and_what_is_not_known() -> None:
    """Two hours entries for the East; of all zones no day is unknown; West is not known at all."""
    made = page(*BOTH)
    east = next(each for each in made.access if each.zone == "East")
    assert (east.now.hours, east.now.denied, east.before.denied) == (40, 2, None)
    assert len(east.entries) == 2
    half = next(each for each in page(effort("2026-03-12", "2026-03-14", hours=4)).access if each.zone == "East")
    assert half.words == "of this period, 4 days unknown; of the period before, nothing is known"


def test_breaches_findings_and_changes_open_what_they_rest_on() -> None:
    """The finding of the week stands in all three, with its reasons and incidents."""
    made = page(BREACH)
    assert [(each.obligation, each.remedied, each.days) for each in made.remedies] == [("ceasefire", None, 5)]
    assert made.remedies[0].causes[0].by == "Commission"
    assert made.findings[0].reasons == ("two craters",)
    assert made.findings[0].incidents == ("a", "b")
    changed = {each.subject: each.after for each in made.changes}
    assert changed == {"withdrawal": "active", "ceasefire": "breached", "snapback": "open"}


def test_the_areas_with_the_most_come_first_and_the_whole_before_them() -> None:
    """East has two, West one; within each the whole before its kinds."""
    order = [(each.area, each.kind) for each in page().lines]
    assert order == [
        ("", ""), ("", "shelling"), ("", "clash"),
        ("East", ""), ("East", "shelling"),
        ("West", ""), ("West", "clash"),
    ]  # fmt: skip


def test_the_report_s_words_and_links_come_with_the_table() -> None:
    """Each incident has its text and where it stands; without the table it has neither."""
    made = page(text=TEXTS, source_url=LINKS)
    found = {each.id: each for each in made.incidents}
    assert (found["a"].text, found["a"].links) == ("one <b>shell", ("https://m.example/a",))
    plain, backing = report(text=TEXTS, source_url=LINKS)
    bare = build_report(plain, Backing(log=backing.log))
    assert {each.text for each in bare.incidents} == {""}


def test_no_word_of_a_report_becomes_markup_or_a_link_that_runs() -> None:
    """Text is escaped, and only http and https addresses are links."""
    made, backing = report(text=TEXTS, source_url=LINKS)
    html = render_report(made, form="html", backing=backing)
    assert "one &lt;b&gt;shell" in html
    assert 'href="https://m.example/a"' in html
    assert not re.search(r'href="(?!#|https?://)', html)


def test_a_long_list_is_cut_and_says_so_and_the_json_has_all() -> None:
    """Thirty incidents of a day: the page lists twelve below a number, the JSON thirty."""
    from watch_tables import table_of  # noqa: PLC0415  beside its only use

    rows = [(f"i-{n:02d}", "shelling", f"2026-03-10T{n // 4:02d}:{n % 4 * 10:02d}") for n in range(30)]
    table = table_of(rows)
    counted = ledger_of(table)
    made = monitor(AGREEMENT, log_of([]), counted, WEEK)
    backing = Backing(table=table)
    assert "and 18 more" in render_report(made, form="html", backing=backing)
    assert len(json.loads(render_report(made, form="json", backing=backing))["lines"][0]["now"]["incidents"]) == 30


def test_more_incidents_than_a_page_lists_are_said_to_be_more() -> None:
    """Two thousand in a day: the page lists the last 1,500, and counts all."""
    from watch_tables import table_of  # noqa: PLC0415  beside its only use

    rows = [(f"i-{n:04d}", "shelling", f"2026-03-10T{n // 100:02d}:{n % 60:02d}") for n in range(2000)]
    made = monitor(AGREEMENT, log_of([]), ledger_of(table_of(rows)), WEEK)
    html = render_report(made, form="html")
    assert html.count('class="incident"') == 1500
    assert "And 500 more; the JSON has all." in html
    assert "2,000" in html


def test_an_empty_week_is_a_report() -> None:
    """No incident, and every form says so."""
    from watch_tables import table_of  # noqa: PLC0415  beside its only use

    empty = monitor(AGREEMENT, log_of([]), ledger_of(table_of([])), WEEK)
    for form in ("text", "md", "html", "json"):
        assert render_report(empty, form=form)
    assert "0 incidents in the period" in render_report(empty, form="text")


def test_the_json_reads_back_into_the_page() -> None:
    """Nothing is lost."""
    made, backing = report(BREACH, *BOTH, said("happened", "signing", "2026-03-09"))
    written = render_report(made, form="json", backing=backing)
    assert msgspec.json.decode(written, type=ReportPage) == build_report(made, backing)


def test_a_page_without_the_table_of_another_book_takes_no_words_from_it() -> None:
    """A table of another length does not belong to the ledger: its texts are left alone."""
    from watch_tables import table_of  # noqa: PLC0415  beside its only use

    made, backing = report(text=TEXTS)
    other = Backing(log=backing.log, table=table_of([("x", "clash", "2026-03-10")], text=["not ours"]))
    assert "not ours" not in render_report(made, form="json", backing=other)


def test_the_time_of_an_incident_is_as_precise_as_it_is_known() -> None:
    """A minute, a day, or from when to when."""
    from goodoffices.brief.watching.build.moments import between  # noqa: PLC0415  beside its only use

    assert between(at("2026-03-10T10:05"), at("2026-03-10T10:05")) == "10 March 2026, 10:05 UTC"
    assert between(at("2026-03-10"), at("2026-03-10T23:59")) == "10 March 2026"
    assert between(at("2026-03-10T10:00"), at("2026-03-10T12:30")) == "10 March 2026, 10:00–12:30 UTC"
    assert between(at("2026-03-10"), at("2026-03-12")) == "between 10 March 2026 and 12 March 2026"

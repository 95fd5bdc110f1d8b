"""The brief as one HTML file, looked at without a browser."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import crowd
import pytest

from goodoffices.brief import Brief, build_brief, to_html
from goodoffices.brief.drawing import contact_graph, timeline_chart
from goodoffices.brief.drawing.axis import Axis
from goodoffices.brief.drawing.graph import crossings
from goodoffices.record import Findings, Marking, parse_day


class _Page(HTMLParser):
    """Collects elements, ids and links."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.attributes: Counter[str] = Counter()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes[name] += 1
            if name == "id":
                self.ids[value or ""] += 1
            if name == "href":
                self.links.append(value or "")


@pytest.fixture(scope="module")
def source(brief: Brief) -> str:
    """The page."""
    return to_html(brief)


@pytest.fixture(scope="module")
def page(source: str) -> _Page:
    """The page, taken apart."""
    return _Page(source)


def test_ids_are_unique_and_every_link_within_the_page_arrives(page: _Page) -> None:
    """No id twice, no dead link; links outwards are those of the reports alone."""
    assert [one for one, count in page.ids.items() if count > 1] == []
    within = {link[1:] for link in page.links if link.startswith("#")}
    assert within <= set(page.ids)
    outward = {link for link in page.links if not link.startswith("#")}
    assert outward == {"https://harbour-post.example/2026/lindholm", "https://wire.example/second-round"}


def test_every_finding_and_every_span_has_its_anchor(page: _Page, brief: Brief) -> None:
    """Each finding is linked from the texts, each span from its finding."""
    for entry in brief.entries:
        assert page.ids[entry.id] == 1
        assert f"#{entry.id}" in page.links
        for citation in entry.evidence:
            assert page.ids[citation.anchor] == 1
            assert f"#{citation.anchor}" in page.links


def test_names_with_angle_brackets_never_become_markup(page: _Page, source: str) -> None:
    """One script (ours), no image, no bold from a title, no script address, no event handler, no inline style."""
    assert page.tags["script"] == 1
    assert page.tags["img"] == 0
    assert not any(name.startswith("on") for name in page.attributes)
    assert page.attributes["style"] == 0
    assert not [link for link in page.links if link.lower().startswith("javascript")]
    assert "&lt;/script&gt;&lt;script&gt;" in source


def test_the_policy_lets_in_this_style_and_this_script_alone(source: str) -> None:
    """The hashes of the policy are those of what stands in the page; nothing else has a source."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', source)
    assert policy
    allowed = policy[1].replace("&#39;", "'")
    assert allowed.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert body
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in allowed
    assert "unsafe" not in allowed


def test_the_same_findings_give_the_same_page(findings: Findings) -> None:
    """No clock, no chance: the page is the same byte for byte."""
    pages = {to_html(build_brief(findings, audience=Marking.RED)) for _ in range(2)}
    assert len(pages) == 1


def test_a_brief_of_nothing_says_so_in_every_section() -> None:
    """An empty brief is a whole page without a chart."""
    source = to_html(build_brief(Findings(reports=(), findings=()), audience=Marking.CLEAR))
    assert "No report tells of a meeting." in source
    assert "<svg" in source  # the glyphs
    assert 'class="chart' not in source


def test_the_timeline_keeps_unknown_dates_in_a_place_of_their_own(brief: Brief) -> None:
    """Marks without a date stand right of all that have one, under a heading that says so."""
    chart = str(timeline_chart(brief.timeline))
    assert "Date unknown" in chart
    start = re.search(r'class="unknown"', chart)
    assert start
    column = float(re.findall(r'<rect x="([\d.]+)"[^>]*class="unknown"', chart)[0])
    marks = dict(re.findall(r'class="mark (\w+)"[^>]*data-f="([^"]+)"', chart))
    assert {"held", "planned", "cancelled", "event"} <= set(marks)
    dated = [float(x) for x in re.findall(r'class="shape"[^>]* x="([\d.]+)"', chart)]
    assert sum(x > column for x in dated) == 2


def test_a_days_place_on_the_axis_follows_the_calendar() -> None:
    """The first day stands at the left, the last at the right; ticks are few and in order, from a day to centuries."""
    for first, last in (
        ("2026-03-02", "2026-03-02"),
        ("2026-03-02", "2026-03-20"),
        ("1994-05-01", "2026-03-20"),
        ("0900-01-01", "2026-01-01"),
    ):
        days = [parse_day(day, where="test") for day in (first, last)]
        axis = Axis.over(days, 100, 900)
        assert axis
        ticks = axis.ticks()
        assert 1 <= len(ticks) <= 9
        assert [day for day, _ in ticks] == sorted(day for day, _ in ticks)
        assert all(100 <= axis.x(day) <= 900 for day, _ in ticks)


def test_the_graph_takes_crossings_away() -> None:
    """Two pairs that would cross on the circle are counted; the drawing of a large set is the same each time."""
    assert crossings(["a", "b", "c", "d"], [("a", "c"), ("b", "d")]) == 1
    assert crossings(["a", "c", "b", "d"], [("a", "c"), ("b", "d")]) == 0
    table = build_brief(crowd.crowd(10, 400), audience=Marking.CLEAR).table
    assert str(contact_graph(table)) == str(contact_graph(table))

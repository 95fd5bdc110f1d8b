"""HTML, Markdown and JSON of the report: complete, escaped, locked, documented."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
import weighing_deals as deals

from goodoffices.brief.weighing import (
    Report,
    build_foretelling,
    weighing_schema,
    weighing_to_html,
    weighing_to_json,
    weighing_to_markdown,
)
from goodoffices.weigh.positions import read_positions

NAMES = ("open", "wide", "stuck", "silent", "nothing")
KTAB = """Aid, made up, 3, 1
Actor, Description, Influence, Aid Position, Aid Salience
North, the north, 40, 10, 80
South, the south, 30, 90, 60
Islands, , 10, 50, 20
"""


class Tags(HTMLParser):
    """Keeps which tags are open, the ids and where links lead."""

    VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open it."""
        found = dict(attrs)
        self.seen.add(tag)
        self.ids += [found["id"]] if found.get("id") else []
        self.links += [found["href"]] if found.get("href") else []
        assert "style" not in found
        assert not [name for name in found if name.startswith("on")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close it."""
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the last one, which must be it."""
        assert self.open.pop() == tag


def _parsed(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    return tags


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_well_formed_and_its_links_arrive(name: str) -> None:
    """Every tag closes, no id stands twice, every link leads to an id of the page, nothing is fetched."""
    tags = _parsed(weighing_to_html(deals.report(name)))
    assert len(tags.ids) == len(set(tags.ids))
    assert {link.removeprefix("#") for link in tags.links} <= set(tags.ids)
    assert not {"img", "link", "iframe", "object"} & tags.seen


@pytest.mark.parametrize("name", NAMES)
def test_the_policy_lets_nothing_in(name: str) -> None:
    """The content policy names the hashes of the one style and the one script."""
    page = weighing_to_html(deals.report(name))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert page.count("<style>") == page.count("<script>") == 1


def test_what_a_model_says_never_becomes_markup() -> None:
    """Names, notes and quotes are escaped in HTML and Markdown."""
    report = deals.report("stuck")
    page, text = weighing_to_html(report), weighing_to_markdown(report)
    assert "&lt;who&gt;" in page
    assert "<who>" not in page + text
    assert "<said>" not in page + text
    assert "Monitors &lt;come&gt;" in page


@pytest.mark.parametrize("name", NAMES)
def test_all_sections_stand_in_the_page(name: str) -> None:
    """From the answer to the sources, with the order of steps and the coalitions."""
    ids = _parsed(weighing_to_html(deals.report(name))).ids
    wanted = {"in-brief", "space", "packages", "blocks", "sure", "questions", "steps", "coalitions", "figures"}
    assert wanted <= set(ids)
    if deals.report(name).packages:
        assert {"explained", "explained-A", "package-A", "sources"} <= set(ids)


def test_two_parties_have_a_plane_and_more_have_axes() -> None:
    """The plane is drawn for two; lines over one axis a party for three."""
    plane, axes = (weighing_to_html(deals.report(name)) for name in ("open", "wide"))
    assert 'class="chart plane"' in plane
    assert 'class="chart parallel"' not in plane
    assert 'class="chart parallel"' in axes
    assert axes.count('class="axis"') == 3


def test_a_source_leads_to_its_sentence() -> None:
    """A mark in the page leads to the quote and its report; an id that the record does not know is named."""
    page = weighing_to_html(deals.report("stuck"))
    assert re.search(r'<li id="source-\d+">.*?will never be open to all.*?Highland Wire', page, re.DOTALL)
    assert "a statement that is not in the record at hand" in page
    assert "s-made-up-0003" in page


@pytest.mark.parametrize("name", NAMES)
def test_markdown_has_every_part_and_every_footnote(name: str) -> None:
    """Each footnote that is cited stands once; packages and parties are there by name."""
    report = deals.report(name)
    text = weighing_to_markdown(report)
    cited, given = set(re.findall(r"\[\^(\d+)\](?!:)", text)), re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert cited == set(given)
    assert len(given) == len(set(given))
    assert report.answer is not None
    assert f"## {report.answer.headline}" in text
    for package in report.packages:
        assert f"### Package {package.id}" in text
    assert "## In which order" in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize("name", NAMES)
def test_json_is_the_report_and_decodes_to_it(name: str) -> None:
    """What is written is what the types say, key by key, with the format named."""
    report = deals.report(name)
    written = weighing_to_json(report)
    assert msgspec.json.decode(written, type=Report) == report
    data = json.loads(written)
    assert data["format"] == "goodoffices.weigh/1"
    assert "NaN" not in written.decode()
    assert set(data) == set(weighing_schema()["$defs"]["Report"]["properties"])


def _keys(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in _keys(value)}
    return {key for value in data for key in _keys(value)} if isinstance(data, list) else set()


def test_the_reference_documents_every_key(tmp_path: Path) -> None:
    """docs/reference/weigh-json.md names each key that is written."""
    page = (Path(__file__).parents[3] / "docs" / "reference" / "weigh-json.md").read_text(encoding="utf-8")
    keys = {key for name in NAMES for key in _keys(json.loads(weighing_to_json(deals.report(name))))}
    keys |= _keys(json.loads(weighing_to_json(_forecast(tmp_path))))
    assert sorted(key for key in keys if f"`{key}`" not in page) == []


def _forecast(folder: Path) -> Report:
    file = folder / "aid.csv"
    file.write_text(KTAB, encoding="utf-8")
    title, note, issues = read_positions(file)
    return build_foretelling(issues, title=title, note=note, file=file.name)


def test_a_forecast_stands_alone_in_every_form(tmp_path: Path) -> None:
    """Positions, rounds and the caution, and nothing of a deal."""
    report = _forecast(tmp_path)
    page, text = weighing_to_html(report), weighing_to_markdown(report)
    assert "foretelling" in _parsed(page).ids
    assert "in-brief" not in _parsed(page).ids
    for name in ("North", "South", "Islands"):
        assert name in page
        assert name in text
    assert "hardly better than a mean" in page
    assert "hardly better than a mean" in text


def test_positions_of_a_ktab_file_are_its_peaks(tmp_path: Path) -> None:
    """Position, salience and influence come back as the file has them."""
    file = tmp_path / "aid.csv"
    file.write_text(KTAB, encoding="utf-8")
    (stakes,) = read_positions(file)[2].values()
    assert stakes.positions.tolist() == [10, 90, 50]
    assert stakes.salience.tolist() == [0.8, 0.6, 0.2]
    assert stakes.capability.tolist() == [40, 30, 10]

"""The pages of the draft room as view models, HTML, Markdown and JSON: what they say of a made-up agreement."""

from __future__ import annotations

import datetime as dt
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.brief.drafting import (
    ComparisonPage,
    HeldAgainst,
    Kept,
    RollingPage,
    build_assessed,
    build_comparison,
    build_progress,
    build_rolling,
    comparison_schema,
    comparison_to_html,
    comparison_to_markdown,
    page_to_json,
    rolling_schema,
    rolling_to_html,
    rolling_to_markdown,
)
from goodoffices.draft.check import Limit
from goodoffices.draft.imports import read_draft
from goodoffices.draft.linking import bears_on, mandate_points, voices_of
from goodoffices.draft.text import Document, parse_text
from goodoffices.record import Findings, InputError, Marking

NOW = dt.datetime(2026, 11, 22, 8, 0, tzinfo=dt.UTC)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "draft"
EVIL = """---
title: <script>alert(1)</script>
parties: <b>North</b>, South "&" Sons
---

1. The <img src=x onerror=alert(2)> guns go back [<b>North</b>: <i>ten</i> | South "&" Sons: {{ 7 * 7 }}] miles. {#guns}

2. The road opens once point 1 has been carried out </main></body>. {#road note="<u>late</u>"}
"""
FENCED = """---
parties: North, South
---

1. The Parties cease fire within two days of signing. {#fire}

[North:

2. The forces of South leave the zone. {#south-leaves}

| South:

3. The forces of both Parties leave the zone. {#both-leave}

]{.private}

4. A Commission verifies the ceasefire. {#commission marking=AMBER}
"""


@pytest.fixture(scope="module")
def texts() -> list[Document]:
    """The three texts of the example, the earliest first."""
    return [read_draft(path) for path in sorted(EXAMPLES.glob("*.md"))]


@pytest.fixture(scope="module")
def comparison(texts: list[Document]) -> ComparisonPage:
    """The first of them against the last."""
    return build_comparison(texts[0], texts[-1], generated=NOW)


@pytest.fixture(scope="module")
def rolling(texts: list[Document]) -> RollingPage:
    """The last of them with those before it."""
    return build_rolling([Kept(document=each, name=f"v{n}") for n, each in enumerate(texts, 1)], generated=NOW)


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words += data


def alone(source: str) -> RollingPage:
    """A text with no version before it."""
    return build_rolling([Kept(document=parse_text(source, name="draft.md"), name="now")])


def test_the_comparison_sums_up_28_points_that_became_20(comparison: ComparisonPage) -> None:
    """Every point of both texts stands in exactly one row, and the tallies add up to both texts."""
    assert comparison.summary.startswith("28 points became 20: ")
    assert comparison.before.points == sum(len(change.a) for change in comparison.changes) == 28
    assert comparison.after.points == sum(len(change.b) for change in comparison.changes) == 20
    assert sum(tally.before for tally in comparison.tallies) == 28
    assert sum(tally.after for tally in comparison.tallies) == 20
    assert comparison.marking is Marking.AMBER


def test_a_redline_cut_at_its_points_gives_each_wording_back(comparison: ComparisonPage, texts: list[Document]) -> None:
    """The runs of a point joined are its words in its own text, with brackets, on both sides."""
    for document, sides in (
        (texts[0], [c.a for c in comparison.changes]),
        (texts[-1], [c.b for c in comparison.changes]),
    ):
        for point in (point for side in sides for point in side):
            assert "".join(piece.text for piece in point.pieces) == document[point.id].text
    merged = next(change for change in comparison.changes if change.change == "merged")
    assert len(merged.a) == 2
    assert {piece.kind for point in merged.b for piece in point.pieces} <= {"kept", "in"}


def test_a_bracket_that_closes_on_the_same_words_is_told() -> None:
    """Words decide what is the same; that the bracket around them went is said beside it."""
    page = build_comparison(parse_text("1. [The road opens.]\n"), parse_text("1. The road opens.\n"))
    assert [(change.change, change.brackets != "") for change in page.changes] == [("same", True)]
    assert page.brackets == "1 open bracket became 0: 0 still open, 1 closed, 0 new."


def test_the_rolling_text_says_how_far_it_has_come(rolling: RollingPage) -> None:
    """The statuses add up to the provisions, and every open bracket is a row of who wants what."""
    assert sum(each.count for each in rolling.statuses) == rolling.points == 20
    assert [party.letters for party in rolling.parties] == ["E", "W"]
    pull_back = next(each for each in rolling.contested if each.provision == "pull-back")
    assert pull_back.wants == ("10", "20")
    numbers = [each.number for each in rolling.contested]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_deadlock_says_on_whose_words_it_depends(rolling: RollingPage) -> None:
    """Each side lets the other go first: the deadlock stands only if both alternatives are accepted."""
    (cycle,) = rolling.cycles
    assert set(cycle.provisions) == {"pull-back", "silos"}
    assert "East Bank Authority wants in 8" in cycle.only
    assert "West Bank Council wants in 9" in cycle.only
    assert all(wait.stuck and wait.bracketed for wait in cycle.waits)


def test_what_the_checks_find_stands_beside_its_provision(rolling: RollingPage) -> None:
    """Every problem that names a provision is in that provision's margin."""
    beside = {(row.id, each.message) for row in rolling.rows if hasattr(row, "troubles") for each in row.troubles}
    assert rolling.troubles
    assert beside == {(id_, each.message) for each in rolling.troubles for id_ in each.provisions}


def test_the_past_of_each_provision_is_told(rolling: RollingPage) -> None:
    """What was merged says so, what the last version brought is new, and dropped points are listed with their words."""
    pasts = {row.id: row.past for row in rolling.rows if hasattr(row, "past")}
    assert "merged in v3" in pasts["police"]
    assert pasts["force-of-law"] == "New in v3."
    assert rolling.progress is not None
    assert any("quarry militia" in each for each in rolling.progress.dropped)
    assert [version.points for version in rolling.progress.versions] == [28, 24, 20]
    for before, after in zip(rolling.progress.versions, rolling.progress.versions[1:], strict=False):
        assert after.open == before.open - after.closed + after.opened


def test_a_bracket_around_whole_provisions_opens_and_closes(rolling: RollingPage) -> None:
    """Its edges stand between the provisions in the order of the text, and who wants which side."""
    del rolling
    page = alone(FENCED)
    told = [row.edge if hasattr(row, "edge") else row.id for row in page.rows]
    assert told == ["fire", "opens", "south-leaves", "or", "both-leave", "closes", "commission"]
    assert [row.parties for row in page.rows if hasattr(row, "edge")] == [(0,), (1,), ()]
    assert page.marking is Marking.AMBER
    assert page.contested[0].private


def test_what_the_record_says_stands_beside_the_provision(findings: Findings) -> None:
    """A position that bears on a provision stands in its margin with its sentence; one without a reply is listed."""
    voice = next(each for each in voices_of(findings)[0] if each.wants)
    document = parse_text(f"1. {voice.text[:1].upper()}{voice.text[1:]}. {{#asked statements={voice.statements[0]}}}\n")
    bears = bears_on(document, findings)
    held = HeldAgainst(bears=bears, silent=("Prisoners",), marking=Marking.RED)
    page = build_rolling([Kept(document=document, name="now")], held=held)
    (row,) = page.rows
    shown = next(each for each in row.voices if each.finding == voice.finding)
    assert (shown.direction, shown.sentence, shown.linked) == ("for", voice.sentence, True)
    assert {each.finding for each in page.unanswered} == {each.voice.finding for each in bears.unanswered}
    assert page.marking is Marking.RED
    html, told = Elements(rolling_to_html(page)).words, rolling_to_markdown(page)
    for each in ("asks for it", "Prisoners"):
        assert each in html
        assert each in told


def test_what_is_outside_a_mandate_is_a_grave_problem() -> None:
    """A crossing stands among the problems, with whose words cross whose line."""
    document = parse_text("1. [North: Foreign troops guard the port. | South: Nobody does.] {#port}\n")
    limit = Limit(party="South", issue="security", excluded="foreign troops", terms=("foreign troops",))
    held = HeldAgainst(points=mandate_points(document, (limit,)))
    page = build_rolling([Kept(document=document, name="now")], held=held)
    crossing = next(each for each in page.troubles if each.kind == "outside-mandate")
    assert crossing.grave
    assert "as North wants it, crosses a red line of South" in crossing.message
    assert crossing.provisions == ("port",)
    assert "outside a mandate" in rolling_to_html(page)


def test_a_text_of_one_version_has_no_progress() -> None:
    """One version tells no course; asking for one is an error in one sentence."""
    kept = Kept(document=parse_text("1. The road opens.\n"), name="now")
    assert build_rolling([kept]).progress is None
    with pytest.raises(InputError, match="two versions"):
        build_progress([kept])


@pytest.mark.parametrize("source", ["", "\n", "Only words.\n", "# Title\n", "1. [a|b|]\n", "١. نص\n"])
def test_any_text_has_its_pages(source: str) -> None:
    """An empty text, one without numbers, one with an empty alternative, one written right to left."""
    page = alone(source)
    assert "<h1>" in rolling_to_html(page)
    assert rolling_to_markdown(page)
    document = parse_text(source, name="draft.md")
    both = build_comparison(document, document)
    assert "<h1>" in comparison_to_html(both)
    assert comparison_to_markdown(both)


def test_names_and_words_never_become_markup() -> None:
    """Tags in titles, parties, notes and words are shown as words, in both pages, and nothing is evaluated."""
    page = alone(EVIL)
    after = parse_text(EVIL.replace("guns go", "big guns go"), name="<b>.md")
    before = parse_text(EVIL, name="a.md")
    kept = [Kept(document=before, name="<i>1</i>"), Kept(document=after, name="<i>2</i>")]
    whole = (
        rolling_to_html(page),
        comparison_to_html(build_comparison(before, after)),
        rolling_to_html(build_rolling(kept)),
    )
    for html in whole:
        elements = Elements(html)
        assert [tag for tag, _ in elements.found].count("script") == 1
        assert not {"img", "u", "i"} & {tag for tag, attrs in elements.found if not attrs.get("class")}
        assert not any(name.startswith("on") for _, attrs in elements.found for name in attrs)
        assert "{{ 7 * 7 }}" in elements.words
    assert "<img" not in rolling_to_markdown(page)


def test_the_page_allows_itself_nothing_from_elsewhere(rolling: RollingPage, comparison: ComparisonPage) -> None:
    """A strict policy, no inline style, no address of another host; every link on the page leads somewhere on it."""
    for html in (rolling_to_html(rolling), comparison_to_html(comparison)):
        elements = Elements(html)
        policy = next(attrs["content"] for tag, attrs in elements.found if attrs.get("http-equiv"))
        assert policy is not None
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert not any("style" in attrs for _, attrs in elements.found)
        assert not re.search(r"(?:src|href)=\"(?!#)", html)
        ids = [attrs["id"] for _, attrs in elements.found if "id" in attrs]
        assert len(ids) == len(set(ids))
        linked = {str(attrs["href"])[1:] for _, attrs in elements.found if "href" in attrs}
        assert linked <= set(map(str, ids))


def test_json_holds_to_its_schema(rolling: RollingPage, comparison: ComparisonPage) -> None:
    """What is written is valid, names its format, and reads back as the same page."""
    for page, schema, name in ((rolling, rolling_schema(), "text"), (comparison, comparison_schema(), "comparison")):
        written = page_to_json(page)
        definition = schema["$defs"][type(page).__name__]
        assert set(definition["properties"]) == set(json.loads(written))
        assert json.loads(written)["format"] == f"goodoffices.draft.{name}/1"
        assert msgspec.json.decode(written, type=type(page)) == page


def test_markdown_has_every_provision_and_every_change(rolling: RollingPage, comparison: ComparisonPage) -> None:
    """Each number of the last text stands in the rolling text; what went out is struck, what came in is bold."""
    told = rolling_to_markdown(rolling)
    for number in range(1, 21):
        assert f"**{number}\\.** " in told
    assert "## Over the versions" in told
    redlined = comparison_to_markdown(comparison)
    assert "~~Commanders on both banks" in redlined
    assert redlined.count("\n## ") == len(comparison.changes)


def test_what_an_agreement_needs_is_a_list_with_places(texts: list[Document]) -> None:
    """Each item says where it is provided; what is missing has no place."""
    found = {item.id: item for item in build_assessed(texts[-1]).quality}
    assert [each.number for each in found["disputes"].found] == ["19"]
    assert found["amendment"].found == ()


PIECES = (
    "the",
    "guns",
    "go",
    "ten",
    "|",
    "[a",
    "North:",
    "b]",
    "once",
    "point 2",
    "1.",
    "(a)",
    "{#x}",
    "<b>",
    "\\",
    "~~",
    "\n\n",
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=25)


@settings(deadline=None)  # the first page loads the templates
@given(WORDS, WORDS)
def test_pages_of_any_words_stand(one: list[str], other: list[str]) -> None:
    """Whatever two texts hold, comparison and rolling text are written, and each point is shown once."""
    before, after = (parse_text(" ".join(each), name="x.md", tolerant=True) for each in (one, other))
    page = build_comparison(before, after)
    assert sum(len(change.b) for change in page.changes) == page.after.points
    assert "</html>" in comparison_to_html(page)
    rolling = build_rolling([Kept(document=before, name="a"), Kept(document=after, name="b")])
    assert "</html>" in rolling_to_html(rolling)
    rolling_to_markdown(rolling)

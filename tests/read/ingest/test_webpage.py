"""Pages of the web: the article, its title, and the day that the page states."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.ingest.webpage import draft_of_page
from goodoffices.record import UnreadableReport

BODY = """<article><h1>Talks resume in Cairo</h1>
<p>The two delegations met in <b>Cairo</b> on Tuesday, with <a href="/q">Qatar</a> as mediator, officials said.</p>
<h2>What is open</h2><p>Key points include:</p>
<ul><li>Withdrawal of forces<ul><li>The northern part</li></ul></li><li>Exchange of &lt;all&gt; prisoners</li></ul>
<table><tr><th>Issue</th><th>Government</th></tr><tr><td>Ceasefire</td><td>accepts | now</td></tr></table>
<p><strong>Envoy:</strong> We had a long discussion about all of this.</p></article>"""


def page(head: str = "", body: str = BODY) -> str:
    """A page with a frame around its article."""
    frame = "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
    return f"<!doctype html><html><head><title>Talks resume in Cairo | Wire</title>{head}</head><body>{frame}{body}\
<footer>Copyright. All rights reserved.</footer></body></html>"


def test_layout_is_kept_as_markdown() -> None:
    """Headings, lists, tables and a speaker's name in bold stay; the frame, and bold within a sentence, go."""
    draft = draft_of_page(page(), path="a.html")
    assert draft.layout == "markdown"
    assert draft.text.split("\n\n") == [
        "# Talks resume in Cairo",
        "The two delegations met in Cairo on Tuesday, with Qatar as mediator, officials said.",
        "## What is open",
        "Key points include:",
        "- Withdrawal of forces\n  - The northern part\n- Exchange of <all> prisoners",
        "| Issue | Government |\n|---|---|\n| Ceasefire | accepts ¦ now |",
        "**Envoy:** We had a long discussion about all of this.",
    ]


def test_the_title_is_in_the_text() -> None:
    """A headline that stands only in the page's head is put before the article: it can be cited."""
    draft = draft_of_page(page(body=BODY.replace("<h1>Talks resume in Cairo</h1>", "")), path="a.html")
    assert draft.title is not None
    assert draft.title in draft.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-01-07T10:00:00+02:00">',
        '<meta name="DC.date.issued" content="7 January 2026">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2026-01-07"}]}</script>',
        "<time itemprop='datePublished' datetime='2026-01-07'>last week</time>",
    ],
)
def test_the_stated_day(head: str) -> None:
    """Metadata, JSON-LD and marked times state the day of publication."""
    assert draft_of_page(page(head), path="a.html").published == dt.date(2026, 1, 7)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta name="date" content="soon">',
        '<script type="application/ld+json">{"dateModified": "2026-01-07"}</script>',
        '<script type="application/ld+json">{broken</script>',
        '<link rel="canonical" href="https://example.org/2026/01/07/talks">',
    ],
)
def test_no_day_is_guessed(head: str) -> None:
    """Neither an address, nor the body, nor the day of a change is a day of publication."""
    body = BODY.replace("</article>", "<p>They last met on 3 March 2025, and copyright is of 2024.</p></article>")
    assert draft_of_page(page(head, body), path="a.html").published is None


def test_a_page_without_an_article() -> None:
    """A page that holds nothing to read says so."""
    with pytest.raises(UnreadableReport, match="without an article"):
        draft_of_page("<html><body><img src=x></body></html>", path="a.html")

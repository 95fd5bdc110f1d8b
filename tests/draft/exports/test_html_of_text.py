"""The text as one page of HTML: complete in itself, closed to everything else, readable without its style."""

from __future__ import annotations

import base64
import hashlib
import re

from lxml import html

from goodoffices.draft.exports.pages import to_html, to_html_fragment
from goodoffices.draft.text import parse_text

SOURCE = """# Protocol <on> & "lines"

1. Leave [North: <script>alert(1)</script> | South: by **dawn**],
   see [a](https://example.org/?a=1&b=2) or [b](javascript:x). {#leave}

   (a) from the towns. {#towns .agreed by=North}

2. تنسحب القوات. {#ar}
"""


def test_every_word_is_escaped_and_no_script_is_in_it() -> None:
    """Words that look like markup are words; a link that would run something is none."""
    page = to_html(parse_text(SOURCE))
    root = html.document_fromstring(page)
    assert root.findall(".//script") == []
    assert "<script>alert(1)</script>" in root.text_content()
    assert [each.get("href") for each in root.iter("a")] == ["https://example.org/?a=1&b=2"]
    assert root.findtext(".//title") == 'Protocol <on> & "lines"'


def test_its_policy_allows_its_own_style_and_nothing_else() -> None:
    """The hash in the policy is that of the style in the page, and nothing is loaded from anywhere."""
    page = to_html(parse_text(SOURCE))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = html.document_fromstring(page).find(".//meta[@http-equiv]").get("content")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r'(?:src|style)="|@import|url\(', page)


def test_its_elements_say_what_they_are() -> None:
    """Headings, ids, numbers, directions and stress are in the elements, not in the style alone."""
    root = html.fragment_fromstring(to_html_fragment(parse_text(SOURCE)))
    assert root.tag == "article"
    assert root.find("h1").text_content() == 'Protocol <on> & "lines"'
    assert root.get_element_by_id("towns").text_content() == "(a) from the towns. (agreed by North)"
    assert root.get_element_by_id("ar").get("dir") == "rtl"
    assert root.find(".//strong").text == "dawn"


def test_a_printed_page_carries_the_marking() -> None:
    """In the head and foot of every page, and once on the page itself; a text without one carries none."""
    marked = to_html(parse_text("---\nmarking: AMBER+STRICT\n---\n\n1. One.\n"))
    assert '@top-right{content:"TLP:AMBER+STRICT"}@bottom-right{content:"TLP:AMBER+STRICT"}' in marked
    assert '<p class="marking">TLP:AMBER+STRICT</p>' in marked
    assert "TLP:" not in to_html(parse_text("1. One.\n"))

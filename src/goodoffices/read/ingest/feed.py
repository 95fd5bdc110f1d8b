"""RSS and Atom feeds: each entry a report; where the feed was fetched, the page that the entry links to."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import msgspec

from goodoffices.record import Rejection, UnreadableReport

from . import markdown, web
from .draft import Draft
from .extra import library
from .formats import format_of, read_drafts
from .handed import Handed

__all__ = ["read_feed"]

_LIMIT_BYTES = 5_000_000
_ENTRIES = 200
_TAGS = 60_000
"""A feed of 200 entries has about 4,000 tags; its parser takes 10,000 a second."""


def read_feed(handed: Handed) -> Iterator[Draft | Rejection]:
    """Read the entries of a feed, the newest 200 at most.

    A feed that came from an address is followed to its pages; a feed in a file is read as it stands, so that reading
    files never reaches the network.

    Raises:
        UnreadableReport: If it is no feed, has no entries, or has too many.
    """
    feedparser = library("feedparser", reads="a feed")
    data = handed.read(_LIMIT_BYTES)
    if data.count(b"<") > _TAGS:
        msg = f"is XML of {data.count(b'<'):,} tags, too many for a feed; cut it into several"
        raise UnreadableReport(msg)
    parsed = feedparser.parse(io.BytesIO(data))
    if not parsed.entries:
        msg = "is XML, but no feed with entries in it; hand in text, HTML or a feed"
        raise UnreadableReport(msg)
    outlet = parsed.feed.get("title") or None
    for number, entry in enumerate(parsed.entries[:_ENTRIES], start=1):
        yield _entry(entry, number, outlet, handed)
    if len(parsed.entries) > _ENTRIES:
        reason = f"has {len(parsed.entries)} entries; the first {_ENTRIES} are read"
        yield Rejection(what=handed.name, reason=reason)


def _entry(entry: Any, number: int, outlet: str | None, handed: Handed) -> Draft | Rejection:  # noqa: ANN401  no types
    own = _own(entry, f"{handed.name}#{number}", outlet)
    link = entry.get("link", "")
    if handed.url is None or not web.is_address(link):
        return own if own.text.strip() else Rejection(what=own.path, reason="is an entry without text")
    try:
        page = _page(link, handed.url)
    except UnreadableReport as error:
        if own.text.strip():
            return own
        return Rejection(what=link, reason=str(error))
    return msgspec.structs.replace(
        page,
        path=link,
        url=link,
        title=page.title or own.title,
        published=page.published or own.published,
        outlet=own.outlet or page.outlet,  # a page without a name for its site gets that of its host
        author=page.author or own.author,
    )


def _page(link: str, feed: str) -> Draft:
    """Fetch the page of an entry.

    Raises:
        UnreadableReport: If it cannot be had, or is no page with an article.
    """
    fetched = web.fetch(link, linked_from=feed)
    if format_of(fetched) == "feed":
        msg = "is a feed in a feed"
        raise UnreadableReport(msg)
    drafts = [draft for draft in read_drafts(fetched) if isinstance(draft, Draft)]
    if not drafts:
        msg = "holds no report"
        raise UnreadableReport(msg)
    return drafts[0]


def _own(entry: Any, path: str, outlet: str | None) -> Draft:  # noqa: ANN401  the library has no types
    """What the feed itself says: the title and the summary or full text."""
    html = max([part.get("value", "") for part in entry.get("content", [])] + [entry.get("summary", "")], key=len)
    body, title = _words(html), markdown.paragraph(_words(entry.get("title", "")))
    text = "\n\n".join(filter(None, (markdown.heading(1, title), body)))
    return Draft(
        text=text if body else "",
        path=path,
        title=title or None,
        published=_day(entry),
        outlet=outlet,
        author=entry.get("author") or None,
        url=entry.get("link") or None,
        layout="markdown",
    )


def _words(html: str) -> str:
    """The words of a piece of HTML, a paragraph a line."""
    if "<" not in html and "&" not in html:
        return html.strip()
    from lxml import html as lxml_html  # noqa: PLC0415  only where a feed is read

    tree = lxml_html.fragment_fromstring(html, create_parent="div")
    for broken in tree.iter("p", "br", "li", "div", "h1", "h2", "h3", "h4"):
        broken.tail = "\n\n" + (broken.tail or "")
    return "\n\n".join(filter(None, (" ".join(line.split()) for line in tree.text_content().split("\n\n"))))


def _day(entry: Any) -> dt.date | None:  # noqa: ANN401  the library has no types
    stamp = entry.get("published_parsed")
    try:
        return dt.date(stamp.tm_year, stamp.tm_mon, stamp.tm_mday) if stamp else None
    except ValueError:
        return None

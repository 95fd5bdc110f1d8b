"""Formats beside text and pages: documents, messages, feeds and archives."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from goodoffices.read.ingest import ingest
from goodoffices.read.ingest.extra import library
from goodoffices.read.ingest.handed import Handed
from goodoffices.record import Marking, Rejection, Report, UnreadableReport

DAY = dt.date(2026, 1, 7)
PAGE = """<html><head><title>Talks resume in Cairo</title><meta name="date" content="2026-01-07"></head><body><article>
<h1>Talks resume in Cairo</h1><p>The two delegations met in Cairo on Tuesday, officials of both said.</p></article>"""
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gulf Wire</title>
<item><title>Talks resume</title><link>https://example.org/1</link><pubDate>Wed, 07 Jan 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The delegations met.&lt;/p&gt;&lt;p&gt;They &lt;b&gt;agreed&lt;/b&gt;.&lt;/p&gt;
</description></item>
<item><title>Nothing in it</title></item></channel></rss>"""


def split(taken: list[Report | Rejection]) -> tuple[list[Report], list[str]]:
    """Reports, and the reasons of rejections."""
    return [r for r in taken if isinstance(r, Report)], [r.reason for r in taken if isinstance(r, Rejection)]


def pdf_of(*lines: str) -> bytes:
    """A PDF of one page, written by hand."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(body),
    )


def test_pdf(tmp_path: Path) -> None:
    """The text layer of a PDF is read, and its dateline."""
    pytest.importorskip("pypdfium2")
    data = pdf_of("Talks in Cairo resume", "CAIRO, 7 January 2026 - The delegations met.")
    (tmp_path / "a.pdf").write_bytes(data)
    (report,), _ = split(list(ingest([tmp_path])))
    assert report.published == DAY
    assert "The delegations met." in report.text


@pytest.mark.parametrize(("lines", "cut", "reason"), [((), None, "scan"), (("Talks",), 40, "damaged PDF")])
def test_pdf_without_text_or_end(tmp_path: Path, lines: tuple[str, ...], cut: int | None, reason: str) -> None:
    """A scan and a damaged file say what they are."""
    pytest.importorskip("pypdfium2")
    (tmp_path / "a.pdf").write_bytes(pdf_of(*lines)[:cut])
    _, (why,) = split(list(ingest([tmp_path])))
    assert reason in why


def test_docx(tmp_path: Path) -> None:
    """Headings, lists and tables of a Word document stay in their order."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Talks resume", 1)
    document.add_paragraph("CAIRO, 7 January 2026 — The delegations met.")
    document.add_paragraph("Withdrawal", style="List Bullet")
    document.add_paragraph("of the north", style="List Bullet 2")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["Issue", "A", "Truce", "rejects"], strict=True
    ):
        cell.text = text
    document.save(str(tmp_path / "a.docx"))
    (report,), _ = split(list(ingest([tmp_path])))
    assert report.published == DAY
    assert report.text.split("\n\n") == [
        "# Talks resume",
        "CAIRO, 7 January 2026 — The delegations met.",
        "- Withdrawal\n  - of the north",
        "| Issue | A |\n|---|---|\n| Truce | rejects |",
    ]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A document that would unpack to 150 MB is refused by its table of contents alone."""
    pytest.importorskip("docx")
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 150_000_000)
    _, (why,) = split(list(ingest([tmp_path])))
    assert "unpack to 150 MB" in why


def test_mail(tmp_path: Path) -> None:
    """A message is read with its subject, sender and day, and each attachment is a report of its own."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Talks resume in Cairo", "Jane Doe <jane@example.org>"
    message["Date"] = "Wed, 07 Jan 2026 10:00:00 +0000"
    message.set_content("The delegations met.\n\nThey agreed on lists.")
    message.add_attachment(b"The annex says that forces withdraw.", maintype="text", subtype="plain", filename="x.txt")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="x.png")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    (body, annex), (why,) = split(list(ingest([tmp_path])))
    assert (body.title, body.author, body.published) == ("Talks resume in Cairo", "Jane Doe", DAY)
    assert body.text.startswith("# Talks resume in Cairo\n\nThe delegations met.")
    assert (Path(annex.path).name, annex.published) == ("a.eml#x.txt", DAY)
    assert "PNG image" in why


def test_feed_in_a_file_reaches_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries of a feed in a file are read as they stand; the pages that they link to are left alone."""
    pytest.importorskip("feedparser")
    monkeypatch.setattr("goodoffices.read.ingest.web.fetch", None)
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    (report,), (why,) = split(list(ingest([tmp_path])))
    assert report.text == "# Talks resume\n\nThe delegations met.\n\nThey agreed."
    assert (report.outlet, report.published, report.url) == ("Gulf Wire", DAY, "https://example.org/1")
    assert why == "is an entry without text"


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    """An entity bomb in XML stays small."""
    pytest.importorskip("feedparser")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    written = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "aaaaaaaaaa">{bomb}]>{RSS[21:]}'
    (tmp_path / "a.xml").write_text(written.replace("The delegations", "&a9; The"), encoding="utf-8")
    for taken in ingest([tmp_path]):
        assert isinstance(taken, Rejection) or len(taken.text) < 1_000


def answers(pages: dict[str, tuple[str, str] | str]) -> Callable[..., Handed]:
    """A web of a few addresses, each with its media type and text, or with why it cannot be had."""

    def fetch(url: str, *, linked_from: str | None = None) -> Handed:
        del linked_from
        found = pages[url]
        if isinstance(found, str):
            raise UnreadableReport(found)
        return Handed(name=url, data=found[1].encode(), media=found[0], url=url)

    return fetch


def test_a_page_and_a_feed_by_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed given by address is followed to its pages; one that cannot be had leaves what the feed itself says."""
    pytest.importorskip("feedparser")
    web = answers(
        {
            "https://example.org/feed": ("application/rss+xml", RSS),
            "https://example.org/1": ("text/html; charset=utf-8", PAGE),
            "https://example.org/gone": "cannot be fetched: the server answered 404 Not Found",
        }
    )
    monkeypatch.setattr("goodoffices.read.ingest.web.fetch", web)
    monkeypatch.setattr("goodoffices.read.ingest.intake.fetch", web)
    found, reasons = split(list(ingest(["https://example.org/feed", "https://example.org/gone"])))
    assert [(r.path, r.title, r.outlet) for r in found] == [
        ("https://example.org/1", "Talks resume in Cairo", "Gulf Wire"),
    ]
    assert "officials of both said" in found[0].text
    assert reasons == ["is an entry without text", "cannot be fetched: the server answered 404 Not Found"]


def test_jsonl(tmp_path: Path) -> None:
    """Each line is a report; a line that is none, a bad date and a bad marking are listed."""
    lines = [
        json.dumps({"text": "The delegations met.", "published": "2026-01-07", "source": "Wire"}),
        "broken",
        json.dumps({"body": "They met again.", "date": "someday", "marking": "SECRET"}),
        json.dumps({"title": "no text"}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (one, two), reasons = split(list(ingest([tmp_path])))
    assert (one.path.rpartition("/")[2], one.outlet, one.published) == ("a.jsonl#1", "Wire", DAY)
    assert (two.published, two.marking) == (None, Marking.RED)
    assert [reason.split()[0] for reason in reasons] == ["is", "'published':", "'marking':", "has"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    """Each row is a report, with line breaks inside a field, whatever stands between the columns."""
    with (tmp_path / "a.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, delimiter=delimiter)
        rows.writerows([["Title", "Text", "Date"], ["T", "The delegations met,\nin Cairo.", "2026-01-07"]])
    (report,), _ = split(list(ingest([tmp_path])))
    assert (report.title, report.text, report.published) == ("T", "The delegations met,\nin Cairo.", DAY)


def test_csv_without_a_text(tmp_path: Path) -> None:
    """A table of something else says which column it lacks."""
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    _, (why,) = split(list(ingest([tmp_path])))
    assert "no column that holds the text" in why


def warc_record(uri: str, media: str, page: str) -> bytes:
    """One answer of a server as a web archive keeps it, packed."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n{page}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-02-01T00:00:00Z\r\n"
    head += "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
    head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def test_warc(tmp_path: Path) -> None:
    """The pages of a web archive are read with their addresses, pictures are passed over."""
    pytest.importorskip("warcio")
    page, picture = warc_record("https://example.org/t", "text/html", PAGE), warc_record("x:/p", "image/png", "?")
    (tmp_path / "a.warc.gz").write_bytes(picture + page)
    (report,), reasons = split(list(ingest([tmp_path])))
    assert (report.url, report.published, reasons) == ("https://example.org/t", DAY, [])


@pytest.mark.parametrize("damage", [lambda data: data[:60], lambda data: gzip.compress(data[:4] * 9)])
def test_a_damaged_warc(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """An archive that is cut off, or none at all, says so."""
    pytest.importorskip("warcio")
    (tmp_path / "a.warc.gz").write_bytes(damage(warc_record("https://example.org/t", "text/html", PAGE)))
    _, (why,) = split(list(ingest([tmp_path])))
    assert "web archive" in why


def test_a_missing_library_is_named() -> None:
    """Where a format's library is not installed, the reason names the extra that brings it."""
    with pytest.raises(UnreadableReport, match=r"goodoffices\[formats\]"):
        library("no_such_library", reads="a film")

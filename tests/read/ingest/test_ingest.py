"""Ingest as a whole: what is handed in becomes reports, or rejections that say why."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.read.ingest import LIMIT_CHARS, ingest
from goodoffices.record import Marking, Rejection, Report

NEWS = (
    "CAIRO, 7 January 2026 (Gulf Wire) - The two delegations met on Tuesday, officials said.\nThey meet again in May.\n"
)


def reports(*sources: Path | str, **given_by_caller: object) -> list[Report]:
    """The reports alone, where no rejection is expected."""
    taken = list(ingest(sources, **given_by_caller))  # type: ignore[arg-type]  # the keywords are those of ingest
    assert [each for each in taken if isinstance(each, Rejection)] == []
    return [each for each in taken if isinstance(each, Report)]


def rejected(*sources: Path | str) -> str:
    """The reason of the one rejection that is all there is."""
    (only,) = ingest(sources)
    assert isinstance(only, Rejection), only
    return only.reason


def write(path: Path, content: str | bytes) -> Path:
    """Make a file."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_the_text_of_a_report_is_the_text_of_the_file(tmp_path: Path) -> None:
    """Not a space is changed in a text file: offsets count in what the file holds."""
    text = "  A title \n\n\n“Curly” — and <b>angle</b> brackets\t|\u00a0x\n "
    (report,) = reports(write(tmp_path / "a.txt", text))
    assert report.text == text


def test_byte_order_mark_and_line_ends_alone_are_changed(tmp_path: Path) -> None:
    """A BOM goes, and line ends of Windows and of the old Mac become those of Unix."""
    (report,) = reports(write(tmp_path / "a.md", b"\xef\xbb\xbf# Talks\r\nin Cairo\rgo on\n"))
    assert report.text == "# Talks\nin Cairo\ngo on\n"
    assert (report.title, report.layout) == ("Talks", "markdown")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_that_can_be_told(tmp_path: Path, encoding: str) -> None:
    """UTF-8, marked UTF-16 and UTF-32, and Windows-1252 with its curly quotes read the same."""
    text = "Zelensky’s talks in Cairo were “productive”, the café owner said on Tuesday."
    (report,) = reports(write(tmp_path / "a.txt", text.encode(encoding)))
    assert report.text == text
    assert report.language == "en"


def test_cyrillic_in_one_byte_letters(tmp_path: Path) -> None:
    """A text whose letters are mostly above 0x7F is decoded by statistics, and its language is told."""
    text = "Переговоры возобновились в Каире во вторник, сообщили официальные лица обеих делегаций."
    (report,) = reports(write(tmp_path / "a.txt", text.encode("cp1251")))
    assert (report.text, report.language) == (text, "ru")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "blank"),
        ("dots.txt", b"... --- ...", "no words"),
        ("nul.txt", b"Talks\0in Cairo", "NUL"),
        ("mixed.txt", "café ".encode() + b"\x93said\x94", "mixes encodings: byte 0x93 at offset 6"),
        ("cut.txt", b"\xff\xfeT\x00a", "UTF-16"),
        ("control.txt", b"\x01\x02\x03\x04\x05\x06 talks", "control characters"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n", "PNG image"),
        ("old.doc", bytes.fromhex("d0cf11e0a1b11ae1"), "save it as .docx"),
        ("archive.zip", b"PK\x03\x04", "unpack"),
        ("data.json", b"{}", "JSONL"),
        ("word.txt", b"peace " * 200_000, "over and over"),
        ("page.html", b"<html><body><script>alert(1)</script></body></html>", "without an article"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """Each kind of unreadable file is a rejection whose reason names what is wrong with it."""
    assert reason in rejected(write(tmp_path / name, content))


def test_over_the_limit_of_size(tmp_path: Path) -> None:
    """Fifty megabytes are refused at once, with the limit."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
        file.write(b"Talks in Cairo. " * 10)
    assert "limit of 20 MB" in rejected(write(path, b"Talks in Cairo went on. " * 2_200_000))


def test_over_the_limit_of_length(tmp_path: Path) -> None:
    """A text that no parser takes is refused with the limit."""
    text = " ".join(f"word{n}" for n in range(LIMIT_CHARS // 8))
    assert f"{LIMIT_CHARS:,}" in rejected(write(tmp_path / "long.txt", text + "x" * LIMIT_CHARS))


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """A folder is read in the order of its names; what cannot be read is listed in its place."""
    write(tmp_path / "b.txt", b"\0")
    write(tmp_path / "c.txt", NEWS)
    write(tmp_path / "a.txt", "Talks go on in Doha, officials said.")
    write(tmp_path / ".hidden.txt", "Nobody reads this.")
    first, second, third = ingest([tmp_path])
    assert isinstance(first, Report)
    assert isinstance(third, Report)
    assert [Path(first.path).name, Path(third.path).name] == ["a.txt", "c.txt"]
    assert isinstance(second, Rejection)


def test_folders_in_folders(tmp_path: Path) -> None:
    """Folders are read to the bottom, each with its own sidecar."""
    (tmp_path / "x" / "y").mkdir(parents=True)
    write(tmp_path / "x" / "y" / "a.txt", "Talks go on in Doha, officials said.")
    write(tmp_path / "x" / "y" / "meta.json", json.dumps({"a.txt": {"published": "2026-01-07"}}))
    (report,) = reports(tmp_path)
    assert report.published == dt.date(2026, 1, 7)


def test_missing_path_and_empty_folder(tmp_path: Path) -> None:
    """A path that is not there and a folder that holds nothing say so."""
    assert "is not there" in rejected(tmp_path / "no.txt")
    assert "holds no report" in rejected(tmp_path)


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    """A link to itself and a link to the folder it stands in are listed, and reading ends."""
    write(tmp_path / "a.txt", NEWS)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "up").symlink_to(tmp_path)
    taken = list(ingest([tmp_path]))
    assert [each.reason[:15] for each in taken if isinstance(each, Rejection)] == ["is a link that ", "links back to a"]
    assert sum(isinstance(each, Report) for each in taken) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    """A file that may not be read says what to do."""
    path = write(tmp_path / "a.txt", NEWS)
    path.chmod(0)
    assert "permission" in rejected(path)


def test_a_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    """What is neither file nor folder is not opened."""
    os.mkfifo(tmp_path / "pipe")
    assert "neither a file nor a folder" in rejected(tmp_path)


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is read, and its path can be stored."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123  pathlib cannot write such a name on every system
        file.write(NEWS.encode())
    (report,) = reports(tmp_path)
    assert report.path.encode("utf-8").endswith("caf\ufffd.txt".encode())


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads what is piped in."""

    class Piped:
        buffer = io.BytesIO(NEWS.encode())

    monkeypatch.setattr(sys, "stdin", Piped)
    (report,) = reports("-")
    assert (report.path, report.text) == ("-", NEWS)


def test_the_same_file_and_the_same_text_are_read_once(tmp_path: Path) -> None:
    """A file named twice is one report; another file with the same text and provenance is listed."""
    path = write(tmp_path / "a.txt", NEWS)
    assert len(reports(path, tmp_path)) == 1
    write(tmp_path / "b.txt", NEWS)
    taken = list(ingest([tmp_path]))
    assert isinstance(taken[1], Rejection)
    assert "same report as" in taken[1].reason


def test_the_same_text_from_two_outlets_is_two_reports(tmp_path: Path) -> None:
    """Provenance counts: a syndicated copy is a report of its own."""
    write(tmp_path / "a.txt", NEWS)
    write(tmp_path / "b.txt", NEWS)
    write(tmp_path / "meta.json", json.dumps({"a.txt": {"outlet": "One"}, "b.txt": {"outlet": "Two"}}))
    one, two = reports(tmp_path)
    assert (one.outlet, two.outlet) == ("One", "Two")
    assert one.id != two.id


def test_dates_in_their_order_of_trust(tmp_path: Path) -> None:
    """The caller's word goes before the sidecar's, the sidecar's before the dateline's; nothing at all is unknown."""
    path = write(tmp_path / "a.txt", NEWS)
    assert reports(path)[0].published == dt.date(2026, 1, 7)
    write(tmp_path / "meta.json", json.dumps({"a.txt": {"published": "2026-01-08"}}))
    assert reports(path)[0].published == dt.date(2026, 1, 8)
    assert reports(path, published=dt.date(2026, 1, 9))[0].published == dt.date(2026, 1, 9)
    undated = write(tmp_path / "b.txt", "Talks went on in Cairo on 5 January 2026, officials said.")
    assert reports(undated)[0].published is None


def test_markings_only_restrict(tmp_path: Path) -> None:
    """Of the caller's marking and the sidecar's the more restricted one holds."""
    path = write(tmp_path / "a.txt", NEWS)
    write(tmp_path / "meta.json", json.dumps({"a.txt": {"marking": "tlp:green"}}))
    assert reports(path)[0].marking is Marking.GREEN
    assert reports(path, marking=Marking.AMBER)[0].marking is Marking.AMBER


def test_nothing_from_the_markup_of_a_page_is_run_or_kept(tmp_path: Path) -> None:
    """Scripts and styles of a page are no part of its text."""
    page = "<html><head><style>p{}</style></head><body><article><h1>Talks resume in Cairo</h1><script>alert(1)</script>"
    page += "<p>The two delegations met in Cairo on Tuesday, officials of both sides said.</p></article></body></html>"
    (report,) = reports(write(tmp_path / "a.html", page))
    assert report.title == "Talks resume in Cairo"
    assert "delegations met" in report.text
    assert "alert" not in report.text
    assert "p{}" not in report.text


HOSTILE = {
    "deep.html": "<html><body>" + "<div>" * 100_000 + "The talks went on in Cairo, they said.",
    "lists.html": "<html><body>" + "<ul><li>a" * 20_000,
    "entities.html": "<!DOCTYPE html [<!ENTITY a '" + "a" * 1000 + "'>]><p>" + "&a;" * 50_000,
    "attributes.html": "<html><body><p " + " ".join(f"a{n}=b" for n in range(200_000)) + ">The talks went on.",
    "links.html": "<html><body>" + "<a href=x>y</a> " * 200_000,
    "bars.txt": "The talks. " + "|" * 300_000,
    "gaps.txt": "aa  bb\ncc   dd\n" * 30_000,
    "right.txt": "المفاوضات في القاهرة مستمرة منذ يوم الثلاثاء بين الوفدين.",
    "bidi.txt": "Talks \u202ein Cairo\u202c went on, officials said.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_ends_in_time(tmp_path: Path, name: str) -> None:
    """Whatever is handed in, there is a report or a rejection within ten seconds."""
    path = write(tmp_path / name, HOSTILE[name])
    start = time.perf_counter()
    assert len(list(ingest([path]))) == 1
    assert time.perf_counter() - start < 10


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    content=st.binary(max_size=300), ending=st.sampled_from([".txt", ".md", ".html", ".xml", ".eml", ".jsonl", ".csv"])
)
def test_any_bytes_are_reports_or_rejections(tmp_path: Path, content: bytes, ending: str) -> None:
    """No file whatever makes ingest fail, and each gives at least one line of answer or says that it holds nothing."""
    taken: Iterator[Report | Rejection] = ingest([write(tmp_path / f"any{ending}", content)])
    for each in taken:
        assert isinstance(each, Report) or each.reason


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200))
def test_any_readable_text_stays_as_it_is(tmp_path: Path, text: str) -> None:
    """A text in UTF-8 without control characters is never changed."""
    for each in ingest([write(tmp_path / "any.txt", text)]):
        assert isinstance(each, Rejection) or each.text == text.removeprefix("\ufeff")

"""Ordinary agreements: their provisions are found as they are numbered, whatever the form of the file."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from agreements import AGREEMENTS, TREATY

from goodoffices.draft.errors import FileError, TextError
from goodoffices.draft.imports import markdown_of_html, read_draft, read_draft_bytes
from goodoffices.draft.text import Document, parse_text, points, to_markdown

MINSK = Path(__file__).resolve().parents[4] / "shared" / "drafting" / "minsk"
COUNTED = {
    "1362": 9, "1363": 12, "1364": 13, "2117": 0, "2118": 0, "2236": 0, "2260": 3, "2440": 7, "930": 15,
}  # fmt: skip
"""Numbered points of each text, counted by hand."""
BULLETS = {"2117": 3, "2236": 4, "930": 3, "1364": 2}
"""Bulleted points (those of the signatures and of the notes behind them left out), counted by hand."""


def numbers(document: Document) -> list[str]:
    """The numbers of all provisions, in order."""
    return [each.number for each in document.provisions]


@pytest.mark.parametrize("name", AGREEMENTS)
def test_every_number_of_an_agreement_is_found(name: str, tmp_path: Path) -> None:
    """Numbers, letters, articles, chapters and bullets are found, and nothing that only looks like one."""
    text, expected = AGREEMENTS[name]
    path = tmp_path / "agreement.txt"
    path.write_text(text, encoding="utf-8")
    document = read_draft(path)
    assert numbers(document) == expected
    assert document.source == text
    for each in points(document):
        assert text[each.start : each.end].strip()


def test_the_parts_of_a_treaty_stand_under_one_another() -> None:
    """Chapters over articles over numbers over letters; headings from the next line; signatures left alone."""
    document = read_draft_bytes(TREATY.encode(), form="text")
    by_number = {each.number: each for each in document.provisions}
    assert document.title == "COMPREHENSIVE PEACE AGREEMENT"
    assert [(each.number, each.heading) for each in document.provisions if each.heading] == [
        ("CHAPTER I", "GENERAL PROVISIONS"),
        ("Article 1", "Definitions"),
        ("Article 2", "Purpose"),
        ("CHAPTER II", "SECURITY"),
        ("Article 3", "Cessation of hostilities"),
        ("Article 4", "Withdrawal"),
        ("ANNEX A", "THE ZONE"),
    ]
    assert [by_number[number].level for number in ("CHAPTER I", "Article 1", "1", "c", "ii")] == [1, 2, 3, 4, 5]
    assert document[by_number["3.2.1"].parent].number == "3.2"
    assert by_number["Article 4"].text.endswith("leave by 5. May at the latest.")
    assert by_number["3.1"].text == "The Parties shall cease all hostilities within [24] hours."
    assert len(by_number["3.1"].body) == 3
    assert len(by_number["3.2.1"].body) == 1


def test_ids_are_made_of_words_and_survive_renumbering() -> None:
    """The same words have the same id under another number."""
    before = read_draft_bytes(b"1. Open the road.\n\n2. Free the prisoners.\n", form="text")
    after = read_draft_bytes(b"1. Free the prisoners.\n\n2. Open the road.\n", form="text")
    assert [each.id for each in before.provisions] == ["open-road", "free-prisoners"]
    assert {each.id for each in after.provisions} == {"open-road", "free-prisoners"}


@pytest.mark.parametrize("name", AGREEMENTS)
def test_an_agreement_gets_its_marks(name: str) -> None:
    """Written in the Markdown of the trade, and read again, it has the same ids, numbers and words."""
    document = read_draft_bytes(AGREEMENTS[name][0].encode(), form="text")
    marked = parse_text(to_markdown(document))
    assert [(each.id, each.number, each.text, each.level, each.parent) for each in marked.provisions] == [
        (each.id, each.number, each.text, each.level, each.parent) for each in document.provisions
    ]
    assert all(each.named for each in marked.provisions)


@pytest.mark.parametrize("name", COUNTED)
def test_every_numbered_point_of_the_minsk_texts_is_found(name: str) -> None:
    """The numbers 1 to the last, in order, none twice; and the bullets."""
    if not MINSK.is_dir():
        pytest.skip("../shared/drafting/minsk is not here")
    document = read_draft(MINSK / f"{name}.txt")
    assert [each for each in numbers(document) if each] == [str(number) for number in range(1, COUNTED[name] + 1)]
    bullets = [each for each in document.provisions if each.marker and not each.number]
    assert len(bullets) == BULLETS.get(name, 0)
    assert all(each.text for each in document.provisions)


PAGE = """<html><head><title>x</title><style>p{}</style></head><body><nav><ul><li>Home</li></ul></nav>
<main><h1>Framework</h1><p>The Parties,</p><h2>Article 1. Ceasefire</h2>
<ol start="3"><li>Guns fall <b>silent</b>.<ol type="a"><li>on land;</li><li><p>at sea.</p></li></ol></li>
<li>Talks start &amp; go on.</li></ol><h2>Article 2</h2><ul><li>one</li><li>two</li></ul>
<p>1. typed number<br>2. second number</p></main><footer>Menu</footer><script>1. no</script></body></html>"""


def test_a_page_gives_its_numbers() -> None:
    """Lists get the number that a browser shows; menus, scripts and footers are left out."""
    document = read_draft_bytes(PAGE.encode(), form="html")
    assert document.title == "Framework"
    assert numbers(document) == ["Article 1", "3", "a", "b", "4", "Article 2", "", "", "1", "2"]
    assert [each.text for each in document.provisions][1:4] == ["Guns fall silent.", "on land;", "at sea."]
    assert "Home" not in document.source
    assert "Menu" not in document.source


def test_a_page_without_text_is_refused() -> None:
    """A page of menus is one clear error."""
    with pytest.raises(FileError, match=r"^page\.html: holds no text outside menus and scripts"):
        markdown_of_html("<html><body><nav>Home</nav></body></html>", name="page.html")


def word_file() -> bytes:
    """A Word document with headings, a list that Word counts, and plain paragraphs."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Framework", level=0)
    document.add_heading("Article 1. Ceasefire", level=1)
    document.add_paragraph("Guns fall silent.", style="List Number")
    document.add_paragraph("Talks start.", style="List Number")
    document.add_paragraph("Patrols.", style="List Bullet")
    document.add_heading("Article 2. Prisoners", level=1)
    document.add_paragraph("(a) All for all [North: now | South: later].")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_word_document_gives_its_numbers() -> None:
    """Headings by their style, lists by the numbers that Word counts, brackets as they are typed."""
    document = read_draft_bytes(word_file(), form="docx")
    assert document.title == "Framework"
    assert numbers(document) == ["Article 1", "1", "2", "", "Article 2", "a"]
    assert document.provisions[-1].text == "All for all [North: now | South: later]."


def test_a_word_document_that_is_none_is_refused() -> None:
    """Other bytes, and a package that unpacks without end, are one clear error each."""
    with pytest.raises(FileError, match="not a ZIP package"):
        read_draft_bytes(b"1. One.", form="docx", name="x.docx")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 20_000_000)
    with pytest.raises(FileError, match="unpacks to 20,000,000 bytes"):
        read_draft_bytes(bomb.getvalue(), form="docx")


def test_an_entity_in_a_word_document_is_never_expanded() -> None:
    """An entity bomb gives an error or an unexpanded text, at once."""
    original, changed = io.BytesIO(word_file()), io.BytesIO()
    bomb = '<!DOCTYPE w [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    with zipfile.ZipFile(original) as before, zipfile.ZipFile(changed, "w") as after:
        for entry in before.namelist():
            data = before.read(entry)
            if entry == "word/document.xml":
                head, _, body = data.decode().partition("?>")
                data = (head + "?>" + bomb + "]>" + body.replace("Talks start.", "&j;")).encode()
            after.writestr(entry, data)
    start = time.process_time()
    try:
        document = read_draft_bytes(changed.getvalue(), form="docx")
        assert "lollol" not in document.source
    except FileError:
        pass
    assert time.process_time() - start < 5


def test_markdown_is_read_by_the_grammar(tmp_path: Path) -> None:
    """A fault in Markdown stops the reading with file, line and column; tolerantly it is listed."""
    path = tmp_path / "draft.md"
    path.write_text("1. One [two.\n", encoding="utf-8")
    with pytest.raises(TextError, match=r"draft\.md:1:8: this bracket does not close"):
        read_draft(path)
    assert [fault.line for fault in read_draft(path, tolerant=True).faults] == [1]


@pytest.mark.parametrize(
    ("name", "fault"), [("draft.pdf", "'.pdf' is no form"), ("missing.txt", "cannot be read: No such file")]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, fault: str) -> None:
    """The error says which file and what to do."""
    with pytest.raises(FileError, match=rf"{name}: {fault}"):
        read_draft(tmp_path / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_in_other_encodings_are_read(encoding: str) -> None:
    """A text from an old machine keeps its letters."""
    words = "1. L’élection à São Tomé aura lieu après la trêve, et les réfugiés rentreront à Yaoundé.\n"
    assert read_draft_bytes(words.encode(encoding), form="text").source == words


def test_bytes_that_are_no_text_are_refused() -> None:
    """A binary file is one clear error."""
    with pytest.raises(FileError, match="holds NUL bytes"):
        read_draft_bytes(b"\x00\x01" * 100, form="text", name="x.txt")


def test_an_agreement_of_230_kilobytes_is_read_in_time() -> None:
    """A long treaty takes less than five seconds."""
    text = "".join(TREATY.replace("ANNEX A", f"ANNEX {chr(65 + number % 26)}") for number in range(205)).encode()
    assert len(text) > 230_000
    start = time.process_time()
    document = read_draft_bytes(text, form="text")
    assert time.process_time() - start < 5
    assert len(document.provisions) > 3000


def test_number_inside_a_bracket_is_a_provision_of_a_plain_text(tmp_path: Path) -> None:
    """ "[5. text]" of an ordinary text is provision 5 with its words in brackets; every other offset stays."""
    source = "4. Roads open.\n\n[5. Tarn leaves. | Tarn stays.]\n\n6. [sic] End of it.\n\n[7. Not closed\n\n8. Yes.\n"
    path = tmp_path / "talks.txt"
    path.write_text(source, encoding="utf-8")
    document = read_draft(path)
    assert [each.number for each in document.provisions] == ["4", "5", "6", "8"]
    assert sorted(document.source) == sorted(source)
    assert len(document.provisions[1].body[0].alternatives) == 2  # type: ignore[union-attr]


def test_letters_of_other_alphabets_number_points(tmp_path: Path) -> None:
    """Hebrew, Arabic and Cyrillic letters number the points under a number, right behind its line."""
    for first, second in (("א", "ב"), ("أ", "ب"), ("а", "б")):
        path = tmp_path / "letters.txt"
        path.write_text(f"1. x y:\n({first}) one;\n({second}) two.\n\n2. z.\n", encoding="utf-8")
        assert [each.number for each in read_draft(path).provisions] == ["1", first, second, "2"]

"""The export against an earlier version: real tracked changes with their author, and comments on what happened."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))
from word_texts import AT, NEW, OLD

from goodoffices.draft.exports.word import to_docx
from goodoffices.draft.imports.word import Changes, read_docx
from goodoffices.draft.text import parse_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> etree._Element:
    """One part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


def words(root: etree._Element, tag: str) -> list[str]:
    """The visible words of each change of one kind."""
    found = []
    for change in root.iter(f"{W}{tag}"):
        runs = [run for run in change.iter(f"{W}r") if run.find(f"{W}rPr/{W}vanish") is None]
        found.append("".join("".join(run.itertext(f"{W}t", f"{W}delText")) for run in runs).strip())
    return [each for each in found if each]


def tracked(old: str, new: str) -> bytes:
    """The later text against the earlier one."""
    return to_docx(parse_text(new), against=parse_text(old), author="Ana Smith", at=AT)


def test_changes_are_word_by_word_with_author_and_date() -> None:
    """Only the words that changed are marked, and each mark says who and when."""
    root = part(tracked("1. The forces leave within 30 days.\n", "1. The forces leave within 45 days.\n"), "document")
    assert (words(root, "del"), words(root, "ins")) == (["30"], ["45"])
    change = next(root.iter(f"{W}ins"))
    assert change.get(f"{W}author") == "Ana Smith"
    assert change.get(f"{W}date") == "2026-11-22T10:00:00Z"


def test_paragraphs_come_and_go_with_their_ends() -> None:
    """The end of a paragraph that is new or gone is marked too, so that accepting leaves no empty line."""
    root = part(
        tracked(
            "1. Guns fall silent.\n\n2. Prisoners return home.\n",
            "1. Guns fall silent.\n\n2. A harvest fund is set up.\n",
        ),
        "document",
    )
    marks = [each.tag for mark in root.iterfind(f".//{W}pPr/{W}rPr") for each in mark]
    assert marks == [f"{W}del", f"{W}ins"]


def test_a_point_that_moved_is_a_move() -> None:
    """Both places are named alike, and no word of it is put in or taken out."""
    texts = [
        "Guns fall silent along the whole line.",
        "Prisoners return home, all for all.",
        "The road to the port is opened.",
    ]
    old, new = ("\n\n".join(f"- {texts[place]}" for place in order) + "\n" for order in ((0, 1, 2), (1, 2, 0)))
    root = part(tracked(old, new), "document")
    assert words(root, "moveFrom") == words(root, "moveTo")
    assert "Guns fall silent along the whole line." in words(root, "moveTo")
    names = [{each.get(f"{W}name") for each in root.iter(f"{W}{tag}RangeStart")} for tag in ("moveFrom", "moveTo")]
    assert names[0] == names[1] == {"move1"}
    assert not words(root, "ins") + words(root, "del")


def test_comments_say_what_became_of_each_provision() -> None:
    """The whole in one sentence, each provision that changed in another; what stayed has none."""
    root = part(tracked(OLD, NEW), "comments")
    told = {"".join(each.itertext()) for each in root.iter(f"{W}comment") if each.get(f"{W}initials") == "g.o."}
    assert "Point 2 was dropped." in told
    assert "Point 8 is new." in told
    assert "Point a was reworded. It was agreed by North, United Front on 2026-11-01, and is reserved." in told
    assert sum(each.startswith("9 points became 9") for each in told) == 1
    assert not any("Point 3 " in each for each in told)


def test_a_change_of_level_can_be_rejected() -> None:
    """What was a letter and stands under nothing now is marked as a change of the paragraph's looks."""
    old, new = "1. One goes.\n\n   (a) two goes.\n", "1. One goes.\n\n(a) two goes.\n"
    data = tracked(old, new)
    assert part(data, "document").find(f".//{W}pPrChange") is not None
    assert read_docx(data, changes=Changes.REJECTED).source == old
    assert read_docx(data, changes=Changes.ACCEPTED).source == new


def test_what_was_tracked_comes_back_as_alternatives() -> None:
    """A later version sent out and read again: each change is a bracket with its author, a declared editor."""
    document = read_docx(tracked(OLD, NEW))
    assert document.faults == ()
    assert dict(document.meta)["editors"] == "Ana Smith"
    assert "within [30 | Ana Smith: 45] days" in document.source
    assert "[[48 | 72] | Ana Smith: 72] hours]{#when .private}" in document.source
    assert "[Ana Smith:\n\n8. A harvest fund" in document.source
    assert {"families", "families-2"} <= {each.id for each in document.provisions}


def test_our_own_comments_do_not_come_back() -> None:
    """What the export remarked on changes is no part of the text; what people remarked is."""
    source = read_docx(tracked(OLD, NEW), changes=Changes.REJECTED).source
    assert source.count("<!--") == 1
    assert "<!-- Ana, 2026-11-01: Which one? -->" in source


def test_right_to_left_text_is_set_so() -> None:
    """A paragraph in Arabic runs to the left, and its Latin words do not."""
    root = part(to_docx(parse_text("1. تنسحب القوات within 30 days.\n\n2. Words.\n"), author="Ana", at=AT), "document")
    first, second = list(root.iter(f"{W}p"))
    assert first.find(f"{W}pPr/{W}bidi") is not None
    assert second.find(f"{W}pPr/{W}bidi") is None
    assert ["".join(run.itertext()) for run in first.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None] == [
        "تنسحب القوات"
    ]


def test_an_ordinary_agreement_is_written_with_its_marks() -> None:
    """A text without ids gets them, and its number, words and headings are kept."""
    plain = parse_text("FRAMEWORK\n\n1. Guns fall silent.\n\n2. Talks start.\n", plain=True, tolerant=True)
    returned = read_docx(to_docx(plain, author="Ana", at=AT))
    assert [(each.id, each.number, each.text) for each in returned.provisions] == [
        (each.id, each.number, each.text) for each in plain.provisions
    ]
    assert returned.title == "FRAMEWORK"

"""LibreOffice opens what is exported, sees the same changes, and what it saves is read as the same text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from libreoffice import SOFFICE, convert, opened
from word_texts import AT, NEW, OLD

from goodoffices.draft.exports.word import to_docx
from goodoffices.draft.imports.word import Changes, read_docx
from goodoffices.draft.text import parse_text

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here: apt-get install libreoffice-writer-nogui"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both versions, and the later one against the earlier one."""
    place = tmp_path_factory.mktemp("word")
    old, new = parse_text(OLD), parse_text(NEW)
    (place / "old.docx").write_bytes(to_docx(old, author="Ana", at=AT))
    (place / "new.docx").write_bytes(to_docx(new, author="Ana", at=AT))
    (place / "both.docx").write_bytes(to_docx(new, against=old, author="Ana", at=AT))
    return place


def test_accepting_gives_the_later_words_and_rejecting_the_earlier_ones(folder: Path) -> None:
    """As LibreOffice resolves the changes, the words are those that it reads in each version by itself."""
    both, old, new = (opened(folder / f"{name}.docx", folder / "out") for name in ("both", "old", "new"))
    assert both.accepted == new.accepted
    assert both.rejected == old.rejected
    assert both.accepted != both.rejected
    assert not new.changes


def test_libreoffice_sees_the_changes_and_the_comments(folder: Path) -> None:
    """Insertions and deletions have their author, and every comment is there with its words."""
    both = opened(folder / "both.docx", folder / "out")
    assert {author for _, author in both.changes} == {"Ana"}
    assert both.changes["insertion", "Ana"] >= 5
    assert both.changes["deletion", "Ana"] >= 5
    assert ("Ana", "Point 8 is new.") in both.comments
    assert ("Ana", "Which one?") in both.comments


def test_what_libreoffice_saves_is_the_same_text(folder: Path) -> None:
    """Opened in LibreOffice and saved as DOCX, a version comes back to the character."""
    for name, source in (("old", OLD), ("new", NEW)):
        saved = convert(folder / f"{name}.docx", "docx:MS Word 2007 XML", folder / "saved")
        assert read_docx(saved.read_bytes()).source == source


def test_changes_survive_libreoffice(folder: Path) -> None:
    """Saved by LibreOffice, the changes are still there to accept and reject.

    Only a heading behind a paragraph that was taken out loses its style: LibreOffice gives it that of the one before.
    """
    saved = convert(folder / "both.docx", "docx:MS Word 2007 XML", folder / "saved").read_bytes()
    for changes, source in ((Changes.ACCEPTED, NEW), (Changes.REJECTED, OLD)):
        returned = read_docx(saved, changes=changes).source
        assert returned.replace("\nArticle 2.", "\n## Article 2.") == source

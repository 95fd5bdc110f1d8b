"""Versions: added and never changed, each with its parent, author, date, note and marking."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from goodoffices.draft.errors import VersionError
from goodoffices.draft.versions import History, make_version, open_history
from goodoffices.record import Marking

DAY = dt.date(2026, 11, 1)


def three(path: Path) -> History:
    """A history of three versions: one, and two that were made from it."""
    first = make_version("1. One.\n", date=DAY, author="Mediator", note="first draft")
    second = make_version("1. Two.\n", date=DAY, author="North", parent=first.id, marking=Marking.RED)
    third = make_version("1. Three [x].\r\n", date=DAY, author="South", parent=first.id)
    return open_history(path).add(first).add(second).add(third)


def test_versions_are_kept_as_they_were(tmp_path: Path) -> None:
    """What is opened again is what was added, to the character, with all that was said of it."""
    history = three(tmp_path / "draft.md")
    again = open_history(tmp_path / "draft.md")
    assert again == history
    assert [each.author for each in again] == ["Mediator", "North", "South"]
    assert again.versions[1].marking is Marking.RED
    assert again.versions[2].source == "1. Three [x].\r\n"


def test_the_file_is_only_added_to(tmp_path: Path) -> None:
    """An earlier line never changes, and the same version is not added twice."""
    history = three(tmp_path / "draft.md")
    before = history.path.read_bytes()
    history.add(history.versions[1])
    assert history.path.read_bytes() == before
    history.add(make_version("1. Four.\n", date=DAY, parent=history.versions[2].id))
    assert history.path.read_bytes().startswith(before)


def test_the_same_version_has_the_same_id_everywhere() -> None:
    """The id is a hash of all that the version says; any other word makes another."""
    one, same = make_version("x", date=DAY, author="A"), make_version("x", date=DAY, author="A")
    assert one.id == same.id
    others = [
        make_version("x", date=DAY, author="B"),
        make_version("x", date=DAY, note="n"),
        make_version("y", date=DAY, author="A"),
    ]
    assert len({one.id, *(each.id for each in others)}) == 4


def test_a_version_whose_parent_is_missing_is_refused(tmp_path: Path) -> None:
    """The error names the version and the parent; the file stays as it was."""
    history = three(tmp_path / "draft.md")
    before = history.path.read_bytes()
    orphan = make_version("1. Orphan.\n", date=DAY, parent="v-nowhere")
    with pytest.raises(
        VersionError, match=f"{orphan.id} was made from v-nowhere, and no version before it has that id"
    ):
        history.add(orphan)
    assert history.path.read_bytes() == before


def test_a_missing_parent_in_the_file_is_named_with_its_line(tmp_path: Path) -> None:
    """A history from which a line was taken out says which version lost its parent, and where."""
    history = three(tmp_path / "draft.md")
    history.path.write_bytes(b"".join(history.path.read_bytes().splitlines(keepends=True)[1:]))
    with pytest.raises(VersionError, match=r"draft\.md\.versions\.jsonl:1:1: the version v-\w+ was made from v-"):
        open_history(tmp_path / "draft.md")


def test_a_changed_line_is_found(tmp_path: Path) -> None:
    """Words that were changed in the file do not have the id that stands with them."""
    history = three(tmp_path / "draft.md")
    history.path.write_bytes(history.path.read_bytes().replace(b"Two", b"Too"))
    with pytest.raises(VersionError, match=r":2:1: the version v-\w+ was changed"):
        open_history(history.path)


@pytest.mark.parametrize("line", [b"{}", b"no json", b'"x"', b"\xff\xfe", b'{"id": 3}'])
def test_a_line_that_is_no_version_is_named(tmp_path: Path, line: bytes) -> None:
    """Damage is one clear error with its line."""
    history = three(tmp_path / "draft.md")
    with history.path.open("ab") as file:
        file.write(line + b"\n")
    with pytest.raises(VersionError, match=r":4:1: is no version"):
        open_history(history.path)


def test_versions_are_found_and_followed(tmp_path: Path) -> None:
    """By id, by the start of it, by "latest"; heads are those from which nothing was made."""
    history = three(tmp_path / "draft.md")
    first, second, third = history.versions
    assert history.find(second.id) == history.find(second.id[2:9]) == second
    assert history.find("latest") == third
    assert history.heads() == (second, third)
    assert history.line(third) == (first, third)
    merged = history.add(make_version("1. All.\n", date=DAY, parent=second.id, merged=third.id))
    assert merged.heads() == (merged.versions[-1],)
    with pytest.raises(VersionError, match="there is no version 'v-zzz'"):
        history.find("v-zzz")


def test_a_text_without_versions_has_none(tmp_path: Path) -> None:
    """A file that does not exist is an empty history."""
    assert open_history(tmp_path / "draft.md").versions == ()

"""The log: only ever added to, each entry once, a torn line listed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from goodoffices.record import Marking
from goodoffices.watch.errors import LogError
from goodoffices.watch.log import Effort, Reading, Retraction, append, entry_id, read_log

NOW = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
READING = Reading(indicator="paid", value=3.0, at=NOW, known=NOW)
EFFORT = Effort(zone="buffer", first=dt.date(2026, 5, 1), last=dt.date(2026, 5, 2), patrols=3, known=NOW)


def test_what_is_appended_is_read_back_once(tmp_path: Path) -> None:
    """The same entry twice is one."""
    path = tmp_path / "log.jsonl"
    assert append(path, [READING, EFFORT, READING]) == 2
    assert append(path, [EFFORT]) == 0
    assert list(read_log(path).entries.values()) == [READING, EFFORT]


def test_a_torn_line_is_listed_and_the_next_entry_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    """A crash in the middle of a line loses that line alone, and says so."""
    path = tmp_path / "log.jsonl"
    append(path, [READING])
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: len(whole) // 2])
    append(path, [EFFORT])
    log = read_log(path)
    assert list(log.entries.values()) == [READING, EFFORT]
    assert [each.line for each in log.rejections] == [2]


@pytest.mark.parametrize("line", [b"{}", b'{"type": "dream"}', b"\xff\xfe", b"[1,2", b'{"type":"reading"}'])
def test_a_line_that_is_no_entry_is_listed(tmp_path: Path, line: bytes) -> None:
    """With its number; the rest is read."""
    path = tmp_path / "log.jsonl"
    append(path, [READING])
    path.write_bytes(line + b"\n" + path.read_bytes())
    log = read_log(path)
    assert [each.line for each in log.rejections] == [1]
    assert list(log.entries.values()) == [READING]


def test_a_log_as_known_then_and_for_an_audience(tmp_path: Path) -> None:
    """Later entries, retracted ones and those that the audience may not see are not in it."""
    path = tmp_path / "log.jsonl"
    later = Retraction(entry=entry_id(READING), known=NOW + dt.timedelta(days=1))
    secret = Reading(indicator="paid", value=9.0, at=NOW, known=NOW, marking=Marking.RED)
    append(path, [READING, later, secret])
    log = read_log(path)
    assert set(log.as_known(NOW).entries) == {entry_id(READING), entry_id(secret)}
    assert set(log.as_known(audience=Marking.GREEN).of(Reading)) == set()
    assert set(log.as_known(NOW, Marking.GREEN).of(Reading)) == {READING}


def test_a_log_that_is_not_there_is_empty_and_a_folder_is_an_error(tmp_path: Path) -> None:
    """One sentence, with the place."""
    assert not read_log(tmp_path / "none.jsonl").entries
    with pytest.raises(LogError, match="cannot be read"):
        read_log(tmp_path)
    with pytest.raises(LogError, match="cannot be written"):
        append(tmp_path / "no" / "log.jsonl", [READING])

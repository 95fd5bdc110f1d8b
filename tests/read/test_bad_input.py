"""Bad input: a listed rejection or a right result, inside ten seconds and one GiB, and the other reports go on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from goodoffices.read import read_report, readings
from goodoffices.read.cutting import LONGEST_PIECE_CHARS, MOST_CELLS
from goodoffices.read.extent import LIMIT_TOKENS
from goodoffices.read.layout import lay_out
from goodoffices.record import Report, Statement, make_report

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "bench"))
from robustness import BAD, GOOD, LIMIT_MB, LIMIT_SECONDS, measure, prose, write_bad

REFUSED = {
    "binary.bin": "binary",
    "binary.txt": "binary",
    "fifty-megabytes.txt": "20 MB",
    "one-word-a-million-times.txt": "over and over",
    "broken.pdf": "damaged",
    "cut-short.docx": "damaged",
    "zip-bomb.docx": "unpack to",
    "deep.html": "too many",
    "mixed-encodings.txt": "mixes encodings",
    "right-to-left.txt": "'ar'",
    "control-characters.txt": "binary",
}
"""What cannot be read -> a word of the reason."""
CUT_OFF = ("one-paragraph.txt", "one-sentence-without-end.txt", "chain-of-names.txt", "blank-lines.txt", "list.txt")
"""What is read up to the limit."""
FEWEST = {
    "one-sentence.txt": 1,
    "table.md": 20_000,
    "table-with-tabs.txt": 10_000,
    "scripts.html": 3,
    "right-to-left-marks.txt": 0,
    "some-control-characters.txt": 1,
}
"""What is read -> the fewest statements in it."""


@pytest.fixture(scope="module")
def came(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What came of each bad input, and of a good report between any two, read by one process."""
    folder = tmp_path_factory.mktemp("bad")
    paths: list[Path] = []
    for path in write_bad(folder, [*REFUSED, *CUT_OFF, *FEWEST]):
        good = folder / f"after-{path.stem}.txt"
        good.write_text(GOOD, encoding="utf-8")
        paths += [path, good]
    return {Path(str(each["path"])).name: each for each in measure(paths)}


@pytest.mark.slow
@pytest.mark.parametrize("name", [*REFUSED, *CUT_OFF, *FEWEST])
def test_bad_input_costs_little(came: dict[str, dict[str, Any]], name: str) -> None:
    """It takes less than ten seconds of a core and one GiB, and the report behind it is read."""
    assert came[name]["seconds"] < LIMIT_SECONDS
    assert came[name]["mb"] < LIMIT_MB
    assert came[f"after-{Path(name).stem}.txt"]["statements"] > 0


@pytest.mark.slow
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_listed(came: dict[str, dict[str, Any]], name: str) -> None:
    """It is a rejection that says why."""
    assert came[name]["statements"] == -1
    assert REFUSED[name] in came[name]["said"][0]


@pytest.mark.slow
@pytest.mark.parametrize("name", CUT_OFF)
def test_what_is_too_long_says_how_far_it_was_read(came: dict[str, dict[str, Any]], name: str) -> None:
    """It is read up to the limit, and the rest is listed."""
    assert came[name]["statements"] >= 0
    assert "is read up to character" in came[name]["said"][0]


@pytest.mark.slow
@pytest.mark.parametrize("name", FEWEST)
def test_what_is_odd_is_read(came: dict[str, dict[str, Any]], name: str) -> None:
    """It is read whole, and what it says is found."""
    assert came[name]["statements"] >= FEWEST[name]
    assert came[name]["said"] == []


def test_no_script_becomes_text(tmp_path: Path) -> None:
    """What a page runs is not what it says."""
    path = tmp_path / "scripts.html"
    content = BAD["scripts.html"]()
    path.write_text(str(content), encoding="utf-8")
    (read,) = readings([path])
    assert not hasattr(read, "reason")
    assert "alert" not in read.report.text  # type: ignore[union-attr]  # it is no rejection


def test_a_language_that_cannot_be_told_is_tried(tmp_path: Path) -> None:
    """A report too short to tell its language is read as one in English, and not refused."""
    report = make_report("Iran rejects it.", path="a", title="a", language="und")
    assert read_report(report).report.language == "und"
    (tmp_path / "a.txt").write_text("K 3", encoding="utf-8")
    assert [getattr(read, "statements", None) for read in readings([tmp_path / "a.txt"])] == [()]


def test_the_end_behind_the_limit_is_not_read() -> None:
    """A report over the limit gives what its beginning alone gives, and one rejection that names it."""
    text = prose(300_000)
    read = read_report(_report(text))
    (left_out,) = [each for each in read.rejections if each.what == "a"]
    end = int(left_out.reason.split()[5].replace(",", ""))
    assert 0.6 * LIMIT_TOKENS < len(text[:end].split()) < LIMIT_TOKENS
    assert max(e.end for s in read.statements for e in s.evidence) <= end
    assert _said(read.statements) == _said(read_report(_report(text[:end])).statements)


def _report(text: str) -> Report:
    return make_report(text, path="a", title="a", language="en")


def _said(statements: tuple[Statement, ...]) -> list[str]:
    """What is said and where, without the ids, which hold that of the report."""
    return sorted(f"{s.content} {[(e.start, e.end) for e in s.evidence]}" for s in statements)


def test_a_long_paragraph_is_cut_where_sentences_end() -> None:
    """Each piece of a long paragraph but the last ends with a full stop, and none is over the limit."""
    text = prose(20_000).replace("\n\n", " ")
    blocks = lay_out(_report(text))
    assert len(blocks) > 4
    assert all(text[block.end - 1] == "." for block in blocks[:-1])
    assert all(block.end - block.start <= LONGEST_PIECE_CHARS for block in blocks)


def test_a_cut_list_item_keeps_its_heading_and_lead() -> None:
    """What points to a block points to it, or to its last piece, after another block was cut."""
    turn = prose(9_000).replace("\n\n", " ")
    text = f"# Talks\n\n{turn} Key points include:\n\n- Iran must go\n- Israel must stay\n"
    blocks = lay_out(_report(text))
    item = blocks[-1]
    assert item.kind == "item"
    assert item.heading == 0
    assert item.lead is not None
    assert text[blocks[item.lead].start : blocks[item.lead].end].endswith("Key points include:")


def test_a_table_without_end_of_columns_is_narrowed() -> None:
    """A row of thousands of cells keeps its first hundred: each of them is cited with its whole row."""
    (table,) = lay_out(_report("| a " * 5_000 + "|\n" + "|---" * 5_000 + "|\n" + "| b " * 5_000 + "|\n"))
    assert {len(row) for row in table.rows} == {MOST_CELLS}


def test_a_fault_costs_one_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in what all rules rest on is a listed rejection that says where, and the next report is read."""
    from goodoffices.read import rules  # noqa: PLC0415  it loads the rules
    from goodoffices.read.context import open_context  # noqa: PLC0415  as above

    def faulty(report: Report) -> Any:
        return open_context(report) if "fine" in report.text else dict[str, int]()["none"]

    monkeypatch.setattr(rules, "open_context", faulty)
    for name in ("bad", "fine"):
        (tmp_path / f"{name}.txt").write_text(f"The envoy said that the talks were {name}.", encoding="utf-8")
    bad, fine = readings([tmp_path])
    assert "KeyError in test_bad_input.py, line" in getattr(bad, "reason", "")
    assert isinstance(getattr(fine, "statements", None), tuple)


def test_a_fault_in_the_rules_of_a_kind_costs_that_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the other rules find is kept, and a rejection says which kind is lost, and where the fault is."""
    from goodoffices.read import rules  # noqa: PLC0415  it loads the rules

    def find_omens(_: Any) -> Any:
        yield dict[str, int]()["none"]

    monkeypatch.setattr(rules, "KINDS_READ", (find_omens, *rules.KINDS_READ))
    read = read_report(_report("Kenya rejects the ceasefire. Kenya and Uganda met in Nairobi on Tuesday."))
    assert {"position", "meeting"} <= {statement.kind for statement in read.statements}
    (lost,) = read.rejections
    assert lost.reason.startswith("its omens could not be read: KeyError in test_bad_input.py, line")


def test_a_fault_in_what_accounts_are_compared_by_costs_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The assertions are found last, and a fault there leaves what was found before."""
    from goodoffices.read import rules  # noqa: PLC0415  it loads the rules

    def find_assertions(*_: Any, **__: Any) -> Any:
        yield dict[str, int]()["none"]

    monkeypatch.setattr(rules, "find_assertions", find_assertions)
    read = read_report(_report("Kenya rejects the ceasefire. Kenya and Uganda met in Nairobi on Tuesday."))
    assert {"actor", "position", "meeting"} <= {statement.kind for statement in read.statements}
    assert [lost.reason.partition(":")[0] for lost in read.rejections] == ["its assertions could not be read"]

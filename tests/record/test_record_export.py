"""A case as a file: complete, the same bytes for the same case, and read back to the same case or not at all."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from made import day, report, statements

from goodoffices.record import InputError, Marking, Rejection, Verdict, make_judgement
from goodoffices.record.export import FORMAT, export_case, import_case
from goodoffices.record.store import Store, create_case
from goodoffices.record.verify import verify


def fill(case: Store) -> None:
    """Put something of everything into a case, with history."""
    for number in range(3):
        made = report(number, marking=list(Marking)[number])
        case.add(made, statements(made), at=day(number), rejections=[Rejection(f"s{number}", "not borne out")])
    case.extend(report(1).id, statements(report(1), 6), at=day(4))
    case.mark(report(2).id, Marking.RED, by="Ana", why="leaked", at=day(5))
    case.mark(statements(report(0))[0].id, Marking.AMBER, at=day(5))
    case.retire(statements(report(0))[1].id, by="Bo", why="misread", at=day(6))
    case.restore(statements(report(0))[1].id, by="Bo", why="it was right", at=day(7))
    case.retire(report(1).id, by="Bo", why="a hoax", at=day(8))
    case.reject(Rejection("broken.pdf", "it is broken"), marking=Marking.GREEN, at=day(8))
    target = statements(report(0))[2]
    right = msgspec.structs.replace(target.content, firm=True)
    word = make_judgement(target.id, Verdict.CORRECT, by="Ana", at=day(9), correction=right, why="never")
    case.judge(word, at=day(10))
    case.judge(make_judgement(word.id, Verdict.RETRACT, by="Ana", at=day(11)))


def lines_of(case: Store, audience: Marking | None = None) -> list[bytes]:
    """The lines of an export."""
    return list(export_case(case, audience=audience))


def test_an_export_is_read_back_to_the_same_case(case: Store, new_place: Callable[[], str]) -> None:
    """Export, import, export: the same bytes, and the same view for every audience at every moment."""
    fill(case)
    lines = lines_of(case)
    with create_case(new_place()) as copy:
        imported = import_case(copy, lines, where="case.jsonl")
        assert (imported.reports, imported.known, imported.statements, imported.judgements) == (3, 0, 12, 2)
        assert lines_of(copy) == lines
        assert verify(copy).faults == ()
        for audience in Marking:
            for moment in (*map(day, range(-1, 12)), None):
                one, two = case.view(audience, moment), copy.view(audience, moment)
                assert list(one.entries()) == list(two.entries())
                assert one.lines() == two.lines()
                assert one.rejections() == two.rejections()


def test_an_import_twice_changes_nothing(case: Store) -> None:
    """The second time, everything is known."""
    fill(case)
    lines = lines_of(case)
    again = import_case(case, lines, where="case.jsonl")
    assert (again.reports, again.known, again.statements, again.judgements) == (0, 3, 0, 0)
    assert lines_of(case) == lines


def test_two_cases_become_one(case: Store, new_place: Callable[[], str]) -> None:
    """An import brings what is new of known reports too, and leaves the rest."""
    case.add(report(0), statements(report(0), 2), at=day(0))
    with create_case(new_place()) as other:
        other.add(report(0), statements(report(0), 5), at=day(1))
        other.add(report(1), statements(report(1)), at=day(1))
        imported = import_case(case, lines_of(other), where="other.jsonl")
    assert (imported.reports, imported.known, imported.statements) == (1, 1, 6)
    assert len(case.view(Marking.RED).statements(report=report(0).id)) == 5


def test_an_export_for_an_audience_is_a_case_of_its_own(case: Store, new_place: Callable[[], str]) -> None:
    """It holds what the audience may see, proves true, and shows its reader the same."""
    fill(case)
    lines = lines_of(case, Marking.AMBER)
    assert b"leaked" not in b"".join(lines)
    with create_case(new_place()) as copy:
        import_case(copy, lines, where="amber.jsonl")
        assert verify(copy).faults == ()
        assert copy.view(Marking.RED).reports() == case.view(Marking.AMBER).reports()
        assert copy.view(Marking.AMBER).statements() == case.view(Marking.AMBER).statements()


def test_each_line_is_json_with_its_kind(case: Store) -> None:
    """The first line names the format, each further one says what it is."""
    fill(case)
    head, *entries = [msgspec.json.decode(line) for line in lines_of(case)]
    assert head == {"format": FORMAT, "audience": None, "as_of": None}
    kinds = {entry["entry"] for entry in entries}
    assert kinds == {"report", "statement", "marking", "retirement", "judgement", "rejection"}
    assert all(line.endswith(b"\n") for line in lines_of(case))


def test_an_export_as_of_a_day_leaves_out_what_came_later(case: Store) -> None:
    """The record as it was known then, with its history up to then."""
    fill(case)
    entries = [msgspec.json.decode(line) for line in export_case(case, as_of=day(5))][1:]
    assert max(entry["at"] for entry in entries) == "2026-03-06T12:00:00Z"
    assert {entry["entry"] for entry in entries} == {"report", "statement", "marking", "rejection"}


def tampered(lines: list[bytes], old: bytes, new: bytes) -> list[bytes]:
    """The lines with one thing changed."""
    changed = [line.replace(old, new) for line in lines]
    assert changed != lines
    return changed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"bridge 1.", b"bridge 7.", "not the hash"),
        (b'"quote":"Arvenia"', b'"quote":"Arvania"', "is not the text"),
        (b'"start":0', b'"start":1', "not the hash"),
        (b'"verdict":"correct"', b'"verdict":"confirm"', "not the hash"),
        (b'"entry":"statement"', b'"entry":"rumour"', "line "),
        (b'"marking":"RED"', b'"marking":"PINK"', "line "),
        (b'"path":"reports/0.txt"', b'"path":7', "line 2"),
        (b"}\n", b"\n", "no exported case"),
        (b"goodoffices.case/1", b"goodoffices.case/9", "no exported case"),
        (b"Bridge 1", b"Bridge \xff", "line "),
    ],
)
def test_a_file_that_was_changed_is_refused_whole(
    case: Store, new_place: Callable[[], str], old: bytes, new: bytes, said: str
) -> None:
    """Where any line does not prove true, the message says which, and nothing at all is imported."""
    fill(case)
    with create_case(new_place()) as copy:
        with pytest.raises(InputError, match=said):
            import_case(copy, tampered(lines_of(case), old, new), where="case.jsonl")
        assert copy.view(Marking.RED).lines() == ()


@pytest.mark.parametrize("lines", [[], [b"\n"], [b"hello\n"], [b"[]"], [b"\xff\xfe\n"], [b"{}\n"]])
def test_what_is_no_export_is_refused(case: Store, lines: list[bytes]) -> None:
    """An empty or foreign file is named for what it is not."""
    with pytest.raises(InputError, match="no exported case"):
        import_case(case, lines, where="x.jsonl")


def test_a_statement_without_its_report_is_refused(case: Store, new_place: Callable[[], str]) -> None:
    """An export that lost a line is refused."""
    fill(case)
    lines = [line for line in lines_of(case) if not (b'"entry":"report"' in line and b"bridge 1." in line)]
    with create_case(new_place()) as copy:
        with pytest.raises(InputError, match="nothing was imported"):
            import_case(copy, lines, where="cut.jsonl")
        assert copy.view(Marking.RED).lines() == ()

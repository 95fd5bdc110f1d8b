"""What may be said to a case from Python: judgements and reports, and what came of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.record import EvidenceError, InputError, Marking, NothingReadable, UnknownActors


def test_a_judgement_holds_and_can_be_taken_back(case: Case) -> None:
    """Confirm, correct and retract: the list follows each word."""
    position = case.positions(issue="territory", stance="rejects")[0]
    word = case.judge(position.id, "correct", by="Ana", why="misread", correction={"stance": "accepts"})
    assert len(case.positions(issue="territory", stance="accepts")) >= 1
    assert len(case.positions(issue="territory", stance="rejects")) == 0
    case.judge(word.id, "retract", by="Ana", why="no")
    assert [each.id for each in case.positions(issue="territory", stance="rejects")] == [position.id]
    assert case.judgements().to_frame()["stands"].tolist() == [False, True]


def test_a_disagreement_and_a_statement_can_be_judged(case: Case) -> None:
    """A word on a disagreement rests on the statements of its sides, one on a statement on itself."""
    dispute = case.disagreements()[0]
    assert case.judge(dispute.id, "unsure", by="Ana", why="ask again").statements
    statement = case.statements("quote")[0]
    case.judge(statement.id, "reject", by="Ana", why="misheard")
    assert len(case.quotes()) == 0


def test_two_findings_can_be_joined(case: Case) -> None:
    """`same-as` needs the other thing."""
    one, other = case.positions(issue="territory")
    assert case.judge(one.id, "same-as", by="Ana", why="one clause", other=other.id).other_statements


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ({"verdict": "confirmed"}, "'confirmed' is no verdict; did you mean 'confirm'"),
        ({"verdict": "confirm", "by": " "}, "needs the name of whoever gives it"),
        ({"verdict": "confirm", "why": ""}, "and a reason"),
        ({"verdict": "same-as"}, "other= goes with same-as"),
        ({"verdict": "confirm", "correction": {"stance": "offers"}}, "correction= goes with correct"),
        ({"verdict": "correct"}, "correction= goes with correct"),
        (
            {"verdict": "correct", "correction": {"colour": "red"}},
            "a position has no 'colour'; its fields are condition",
        ),
        ({"verdict": "correct", "correction": {"stance": "maybe"}}, "the correction is no position"),
    ],
)
def test_a_word_that_is_not_whole_is_refused(arguments: dict[str, object], wanted: str, case: Case) -> None:
    """A judgement without a name, a reason, or what goes with its verdict is not kept."""
    given = {"by": "Ana", "why": "so", **arguments}
    with pytest.raises(InputError, match=wanted):
        case.judge(case.positions()[0].id, **given)  # type: ignore[arg-type]  # one of them is wrong
    assert len(case.judgements()) == 0


def test_a_text_and_a_file_are_read_into_the_case(tmp_path: Path) -> None:
    """A pasted text and a file of the same words are one report; what cannot be read is told with its reason."""
    text = "Arvenia rejects a border on the river Sel.\nThe president of Arvenia met the Sella Front in Lindholm.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    with Case.new(tmp_path / "new.goodoffices") as case:
        added = case.add(text, published="2026-03-02", outlet="Wire", title="A note", marking="GREEN")
        assert len(added.reports) == 1
        assert added.statements > 0
        report = case.reports()[0]
        assert (report.title, report.published, report.marking) == ("A note", dt.date(2026, 3, 2), Marking.GREEN)
        again = case.add(tmp_path / "one.txt", published=dt.date(2026, 3, 2), outlet="Wire")
        assert (again.reports, again.known) == ((), added.reports)
        assert "1 known already" in repr(again)
        with pytest.raises(NothingReadable, match="a pasted text: holds no words"):
            case.add("...\n...")
        with pytest.raises(NothingReadable, match="is not there"):
            case.add(tmp_path / "none.txt")


def test_a_missed_finding_can_be_added(case: Case) -> None:
    """By the words of a report, with who added it; the same again is known; a word that is not there is refused."""
    report = next(each for each in case.view().reports() if each.outlet == "Gazette")
    given = {"by": "Ana", "words": "Orlia accepts the border on the river.", "why": "overlooked"}
    says = {"party": "the Republic", "issue": "territory", "stance": "conditional"}
    made = case.add_finding(report.id, "position", says, **given)
    (finding,) = [each for each in case.shown().findings.findings if made.statement.id in each.statements]
    assert [(each.by, each.why) for each in finding.added] == [("Ana", "overlooked")]
    assert case.add_finding(report.id, "position", says, **given).known
    with pytest.raises(EvidenceError, match="does not hold these words"):
        case.add_finding(report.id, "position", says, by="Ana", words="Orlia accepts the sea.")
    with pytest.raises(UnknownActors, match="Nowhere"):
        case.add_finding(report.id, "position", {**says, "party": "Nowhere"}, **given)

"""A case in Python: what it can be asked, how its answers are narrowed, and what a bad question is told."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.record import CaseNotFound, InputError

QUESTIONS = (
    "findings",
    "positions",
    "meetings",
    "quotes",
    "timeline",
    "disagreements",
    "matrix",
    "statements",
    "reports",
)


def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import goodoffices` loads no room, and `from goodoffices import Case` no parser, database or pandas."""
    code = "import sys, goodoffices; a = set(sys.modules); from goodoffices import Case; print(*a); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    before, after = (set(line.split()) for line in run.stdout.splitlines())
    assert not {each for each in before if each.startswith("goodoffices.")}
    heavy = {
        "spacy",
        "sqlalchemy",
        "pandas",
        "jinja2",
        "trafilatura",
        "networkx",
        "datasketch",
        "openpyxl",
        "docx",
        "typst",
    }
    assert heavy & after == set()


def test_the_package_has_no_other_lazy_name() -> None:
    """A name that the package does not have is an AttributeError, as of any module."""
    import goodoffices  # noqa: PLC0415  the module itself is looked at

    with pytest.raises(AttributeError, match="no attribute 'Kase'"):
        goodoffices.Kase  # noqa: B018  asking is the test


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_answer_is_a_list_and_a_table_of_the_same_length(question: str, case: Case) -> None:
    """What is iterated is what the table has rows of."""
    answer = getattr(case, question)()
    assert len(answer) == len(answer.table) == len(list(answer)) == len(answer.to_frame()) > 0
    assert len(answer[:1]) == len(answer[:1].table) == 1
    assert type(answer[:1]) is type(answer)


def test_positions_are_asked_by_issue_party_and_stance(case: Case) -> None:
    """Ids and labels of issues, names and other forms of names, and stances narrow the list."""
    assert len(case.positions()) == 4
    assert {each.content.party for each in case.positions(issue="Territory")} == {
        each.content.party for each in case.positions(issue="territory")
    }
    assert [each.says for each in case.positions(party="the republic", stance="accepts")] == [
        "Orlia accepts: the border on the river"
    ]
    assert len(case.positions(party="VESK")) == 2


def test_a_position_is_held_by_the_side_and_not_by_who_says_it(case: Case) -> None:
    """What an envoy says for a side is the side's; the envoy has what is said of him and by him."""
    assert len(case.positions(party="Orlia")) == 2
    assert len(case.positions().held_by("Ida Moll")) == 0
    assert [each.kind for each in case.findings().held_by("Ida Moll")] == ["actor"]


def test_filters_follow_each_other(case: Case) -> None:
    """`where` takes columns and tests, `on` an issue, `held_by` an actor; each list can be filtered again."""
    found = case.positions()
    assert len(found.where(stance=["rejects", "accepts"]).on("territory")) == 2
    assert [each.content.firm for each in found.where(firm=True)] == [True]
    assert len(found.where(lambda each: "river" in each.says).held_by("Vesk")) == 1
    assert len(case.findings().where(issues="territory", kind="position")) == 2
    assert len(case.disagreements().on("ceasefire")) + len(case.disagreements().on("territory")) > 0
    assert len(case.matrix().on("territory").held_by("Vesk")) == 1
    assert len(case.statements("position").on("sanctions")) == 1
    assert len(found.where(published=dt.date(2026, 3, 3))) == 3


@pytest.mark.parametrize(
    ("ask", "wanted"),
    [
        (
            lambda case: case.positions(stance="reject"),
            r"'reject' is no stance; did you mean 'rejects'\? use one of demands, ",
        ),
        (
            lambda case: case.positions(issue="territorry"),
            r"no issue; did you mean 'territory'\? use one of ceasefire, ",
        ),
        (lambda case: case.positions(party="Veks"), r"nobody here is called 'Veks'; did you mean Vesk\?"),
        (
            lambda case: case.positions(party="Zzzzzz"),
            r"'Zzzzzz'; the parties are Orlia, Vesk|the parties are Vesk, Orlia",
        ),
        (
            lambda case: case.findings("positions"),
            r"no kind of finding; did you mean 'position'\? use one of actor, role",
        ),
        (lambda case: case.statements("fact"), r"'fact' is no kind of statement; .*use one of actor"),
        (lambda case: case.reports().held_by("Vesk"), r"reports have no party; filter them with where\(\), by id, "),
        (lambda case: case.reports().on("territory"), r"reports have no issue"),
        (lambda case: case.positions().where(colour="red"), r"positions have no column 'colour'; they have id, label"),
        (lambda case: case.positions().where(stance="no"), r"'no' is no stance; "),
        (lambda case: case.evidence("f-none"), r"there is no finding 'f-none' here"),
        (lambda case: case.table("position"), r"there is no table 'position'; there are findings"),
        (lambda case: case.search("..."), r"holds no word to search for"),
        (lambda case: case.reports().citations(), r"reports are no findings"),
        (lambda case: case.positions().to_csv("/no/such/folder/x.csv"), r"cannot write '/no/such/folder/x.csv'"),
        (lambda case: case.matrix().to_png("x.png", part=9), r"there is no part 9; the matrix has 1"),
    ],
)
def test_a_bad_argument_is_one_clear_error(ask: object, wanted: str, case: Case) -> None:
    """An error says what is wrong and which values there are."""
    with pytest.raises(InputError, match=wanted) as caught:
        ask(case)  # type: ignore[operator]  # each is a question
    assert "\n" not in str(caught.value)


def test_a_case_that_cannot_be_opened_is_one_clear_error(tmp_path: Path, place: Path) -> None:
    """No case there, no marking, no moment: each is told."""
    with pytest.raises(CaseNotFound):
        Case.open(tmp_path / "none.goodoffices")
    with pytest.raises(InputError, match="'PINK' is no release marking"):
        Case.open(place, "PINK")
    with pytest.raises(InputError, match="as_of: 'soon' is no moment"):
        Case.open(place, as_of="soon")


def test_findings_are_built_once_and_again_when_the_case_moves_on(place: Path) -> None:
    """Two questions share one reading; what another program writes is seen with the next question."""
    with Case.open(place) as case:
        first = case.shown()
        assert case.shown() is first
        assert case.positions().table.rows == case.positions().table.rows
        with Case.open(place) as other:
            other.judge(case.positions()[0].id, "reject", by="Bo", why="misread")
        assert len(case.positions()) == 3
        assert case.shown() is not first

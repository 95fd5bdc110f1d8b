"""What a case shows to whom, and as of when: nothing of what an audience may not see."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.record import InputError, Marking, NotInCase
from goodoffices.record.store import open_case

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


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_lower_audience_is_told_nothing_of_what_it_may_not_see(question: str, place: Path) -> None:
    """No answer for GREEN, in any form, has a word of the RED report; for RED the same question may."""
    with Case.open(place, audience="green") as case:
        answer = getattr(case, question)()
        told = f"{answer!r}{answer._repr_html_()}{answer.to_csv()}{answer.to_json()}{answer.to_frame().to_csv()}"
    assert "Talmur" not in told
    assert "02.txt" not in told
    assert answer.table.marking is Marking.CLEAR


def test_errors_and_searches_tell_a_lower_audience_nothing(place: Path) -> None:
    """Neither a suggestion, nor a hit, nor the refusal of an id differs for what is not shown."""
    with Case.open(place) as case:
        secret = next(each for each in case.positions() if "Talmur" in each.says)
    with Case.open(place, audience=Marking.AMBER) as case:
        assert len(case.search("Talmur")) == 0
        for ask in (lambda: case.positions(party="Talmurian"), lambda: case.positions(party="Talmurians")):
            with pytest.raises(InputError) as caught:
                ask()
            assert "did you mean" not in str(caught.value)
        with pytest.raises(NotInCase) as real:
            case.judge(secret.id, "confirm", by="Ana", why="so")
        with pytest.raises(NotInCase) as made_up:
            case.judge("f-aaaaaaaaaaaaaaaa", "confirm", by="Ana", why="so")
        assert str(real.value).replace(secret.id, "ID") == str(made_up.value).replace("f-aaaaaaaaaaaaaaaa", "ID")


def test_the_record_can_be_shown_as_it_was_known(place: Path) -> None:
    """Before the second report was added its findings are not there, and nothing can be written to that day."""
    with Case.open(place, as_of="2026-03-05") as case:
        assert len(case.reports()) == 1
        assert "as known on 2026-03-05 23:59 UTC" in case.positions().table.note
        with pytest.raises(InputError, match="open it without as_of to write to it"):
            case.judge(case.positions()[0].id, "confirm", by="Ana", why="so")
        with pytest.raises(InputError, match="open it without as_of"):
            case.add("some\ntext")


def test_a_confined_report_is_for_its_circle(place: Path) -> None:
    """A member of a circle sees what is confined to it; others do not."""
    with open_case(place) as store:
        report = store.view(Marking.RED).reports()[0]
        store.confine(report.id, "track one", by="Ana", why="theirs", at=dt.datetime.now(dt.UTC))
    for circles, wanted in ((("track one",), 1), ("Track One", 1), (("track two",), 0)):
        with Case.open(place, "AMBER", circles=circles) as case:
            assert len(case.reports()) == wanted

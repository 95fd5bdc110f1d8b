"""An account that is disputed some sentences later, as "that account", with another one behind it."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.reading import read_report
from goodoffices.record import Disagreement, make_report
from goodoffices.record.findings import build


def disagreements(text: str) -> tuple[Disagreement, ...]:
    """The disagreements of one report."""
    report = make_report(text, path="1.txt", title="", published=dt.date(2024, 7, 10))
    return build([report], read_report(report).statements).disagreements


CLAIM = "President Hassan Barre told reporters that Chad had demanded the return of all refugees."
BETWEEN = "The talks were held in Nairobi. Rain fell."


@pytest.mark.parametrize(
    "answer",
    [
        "Foreign Minister Idriss Warsame disputed that account.",
        "At a late news conference, Idriss Warsame rejected the Kenyan version of the talks.",
        "Idriss Warsame took issue with that portrayal.",
        "Idriss Warsame gave a sharply different account.",
    ],
)
def test_an_account_disputed_in_another_paragraph(answer: str) -> None:
    """What was said before is set against it, past whatever stands between."""
    text = f"{CLAIM} {BETWEEN}\n{answer} Chad, he said, had asked for the return of some refugees."
    quotes = [{each.quote for side in found.sides for each in side.evidence} for found in disagreements(text)]
    assert any({CLAIM, answer} <= told for told in quotes)


@pytest.mark.parametrize(
    "answer",
    [
        "Foreign Minister Idriss Warsame disputed the result of the vote.",
        "Idriss Warsame gave an account of the talks.",
        "Idriss Warsame rejected the reading of names.",
        "Idriss Warsame rejected the second story of the house for his office.",
    ],
)
def test_no_account_is_disputed(answer: str) -> None:
    """Other things are rejected, and an account is given."""
    assert disagreements(f"{CLAIM} {BETWEEN}\n{answer}") == ()
